import { formatStamp } from "./durations.ts";
import { copyTemplate, drawIcon, part, setText } from "./page-parts.ts";
import { type Part, tellEvent, textOf } from "./sentences.ts";
import type { TimelineEvent } from "./wire.ts";

/** One row of the timeline. */
export function drawEvent(event: TimelineEvent): HTMLElement {
  const row = copyTemplate("event-template");
  const { tone, icon, parts } = tellEvent(event);
  row.dataset["kind"] = event.kind;
  row.dataset["tone"] = tone;
  row.dataset["seq"] = String(event.seq);
  const time = part(row, "time", HTMLTimeElement);
  const date = new Date(event.unixMs);
  setText(time, formatStamp(event.atMs));
  time.dateTime = date.toISOString();
  const cause = event.cause === undefined ? "" : `, because of event ${event.cause}`;
  time.title = `${date.toLocaleString()}, event ${event.seq}${cause}`;
  part(row, "icon").append(drawIcon(icon));
  part(row, "text").append(...parts.map(drawPart));
  return row;
}

function drawPart(piece: Part): Node {
  const text = textOf(piece);
  if (typeof piece === "string") return document.createTextNode(text);
  if ("lease" in piece) {
    const lease = drawText("span", text);
    lease.className = "mono";
    lease.title = piece.lease;
    return lease;
  }
  return drawText("node" in piece ? "b" : "strong", text);
}

function drawText(tag: "b" | "strong" | "span", text: string): HTMLElement {
  const element = document.createElement(tag);
  setText(element, text);
  return element;
}
