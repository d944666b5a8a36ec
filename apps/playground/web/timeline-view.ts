import { drawEvent } from "./event-row.ts";
import { part, setText } from "./page-parts.ts";
import type { Scene, View } from "./scene.ts";
import { isAbout } from "./sentences.ts";
import type { TimelineEvent } from "./wire.ts";

/** How many rows stand on the page at most; older events are counted only. */
const maxRows = 500;

/** What happened, newest first, to all nodes or to one. */
export function createTimelineView(): View {
  const rows = part(document, "events");
  const empty = part(document, "events-empty");
  const count = part(document, "timeline-count");
  const filter = createFilter(() => showAll());
  let scene: Scene | undefined;
  let drawn = { connection: -1, seq: 0 };
  const isShown = (event: TimelineEvent) => filter.node === "" || isAbout(event, filter.node);
  const showNew = ({ lab }: Scene) => {
    const isRedrawn = lab.connection !== drawn.connection;
    if (isRedrawn) rows.replaceChildren();
    const lastSeq = isRedrawn ? 0 : drawn.seq;
    const news = newest(lab.events, lastSeq, isShown).map(drawEvent);
    if (!isRedrawn) for (const row of news) row.classList.add("is-new");
    rows.prepend(...news);
    while (rows.children.length > maxRows) rows.lastElementChild?.remove();
    drawn = { connection: lab.connection, seq: lab.events.at(-1)?.seq ?? lastSeq };
    empty.hidden = rows.children.length > 0;
    setText(count, tellCount(rows.children.length, lab.events.filter(isShown).length));
  };
  const showAll = () => {
    drawn = { connection: -1, seq: 0 };
    if (scene !== undefined) showNew(scene);
  };
  return {
    show(next: Scene) {
      scene = next;
      filter.offer(next.snapshot.nodes.map(({ name }) => name));
      showNew(next);
    },
  };
}

/** At most `maxRows` events after a sequence number, newest first. */
function newest(
  events: readonly TimelineEvent[],
  afterSeq: number,
  isShown: (event: TimelineEvent) => boolean,
): readonly TimelineEvent[] {
  const found: TimelineEvent[] = [];
  for (let index = events.length - 1; index >= 0 && found.length < maxRows; index--) {
    const event = events[index];
    if (event === undefined || event.seq <= afterSeq) break;
    if (isShown(event)) found.push(event);
  }
  return found;
}

function tellCount(shown: number, all: number): string {
  if (shown < all) return `newest ${shown} of ${all} events`;
  return all === 1 ? "1 event" : `${all} events`;
}

/** The choice of whose events are shown: everybody's ("") or one node's. */
function createFilter(onChange: () => void) {
  const box = part(document, "filter");
  const filter = {
    node: "",
    offer(names: readonly string[]) {
      const choices = ["", ...names];
      const inputs = [...box.querySelectorAll("input")];
      if (choices.join() === inputs.map(({ value }) => value).join() && inputs.length > 0) return;
      for (const label of box.querySelectorAll("label")) label.remove();
      if (!choices.includes(filter.node)) filter.node = "";
      box.append(...choices.map(drawChoice));
    },
  };
  const drawChoice = (value: string) => {
    const label = document.createElement("label");
    const input = document.createElement("input");
    Object.assign(input, { type: "radio", name: "timeline-node", value });
    input.checked = value === filter.node;
    const text = document.createElement("span");
    setText(text, value === "" ? "All" : value);
    label.append(input, text);
    return label;
  };
  box.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    filter.node = target.value;
    onChange();
  });
  return filter;
}
