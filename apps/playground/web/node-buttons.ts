import { setAttribute } from "./page-parts.ts";
import type { NodeAction } from "./wire.ts";

/** What a node's buttons say, and what the action is with a real process. */
const buttons = [
  [
    "kill",
    "Kill",
    "kill -9: it cannot resign; its key stays until its lease has run out",
    "danger",
  ],
  [
    "stop",
    "Stop",
    "SIGTERM: a leader resigns at once; a waiting node's key stays until its lease has run out",
  ],
  ["restart", "Restart", "Stop, then start"],
  ["start", "Start", "Start its process: it joins the queue at the end"],
  ["pause", "Pause", "SIGSTOP: the process stands still, and does not notice"],
  ["resume", "Resume", "SIGCONT: the process goes on, as if no time had passed"],
] as const satisfies readonly (readonly [NodeAction, string, string, string?])[];

/** The buttons of a node's card, by their action, in the order in which they stand. */
export function drawNodeButtons(node: string): ReadonlyMap<NodeAction, HTMLButtonElement> {
  return new Map(
    buttons.map(([action, label, title, look]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = look === undefined ? "button" : `button ${look}`;
      button.dataset["action"] = action;
      button.title = title;
      button.textContent = label;
      setAttribute(button, "aria-label", `${label} ${node}`);
      return [action, button];
    }),
  );
}
