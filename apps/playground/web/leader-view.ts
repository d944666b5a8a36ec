import { formatMeasured, formatRunning } from "./durations.ts";
import { explainFailover, lastFailover, readLeadership } from "./leadership.ts";
import { part, setAttribute, setEnabled, setText } from "./page-parts.ts";
import type { Act, Scene, View } from "./scene.ts";
import type { NodeAction, TimelineEvent } from "./wire.ts";

/** The band on top: who leads, since when and why, the last failover, and the button to cause one. */
export function createLeaderView(act: Act): View {
  const root = part(document, "leader");
  const since = part(root, "leader-since");
  const refusal = part(root, "leader-refusal");
  const announcer = part(document, "announcer");
  const buttons = [
    [part(root, "kill-leader", HTMLButtonElement), "kill"],
    [part(root, "stop-leader", HTMLButtonElement), "stop"],
  ] as const;
  let leader: string | null = null;
  let sinceMs: number | undefined;
  const press = async (action: NodeAction, clicks: number) => {
    // After a stop the next leader is there before the second half of a double click, which must not stop it, too.
    if (leader === null || clicks > 1) return;
    setText(refusal, "");
    setText(refusal, (await act(leader, action)) ?? "");
  };
  for (const [button, action] of buttons) {
    button.addEventListener("click", ({ detail }) => press(action, detail));
  }
  return {
    show({ lab, link, snapshot, queue }: Scene) {
      const now = readLeadership(snapshot, lab.events, queue);
      const isNews = part(root, "leader-name").textContent !== now.title;
      leader = snapshot.leader;
      sinceMs = now.sinceUnixMs;
      setAttribute(root, "data-tone", now.tone);
      setText(part(root, "leader-name"), now.title);
      setText(part(root, "leader-why"), now.explanation);
      if (isNews) {
        setText(refusal, "");
        setText(announcer, now.tone === "none" ? "No leader" : `${now.title} leads`);
      }
      const status = snapshot.nodes.find(({ name }) => name === leader)?.status;
      const isPossible = link === "live" && status === "running";
      for (const [button] of buttons) setEnabled(button, isPossible, root);
      showFailover(root, lab.events);
    },
    draw(labMs) {
      setText(since, sinceMs === undefined ? "–" : formatRunning(labMs - sinceMs));
    },
  };
}

function showFailover(root: HTMLElement, events: readonly TimelineEvent[]): void {
  const failover = lastFailover(events);
  if (failover === undefined) return;
  const { from, to, durationMs, electionMs } = failover;
  setText(part(root, "failover-time"), formatMeasured(durationMs));
  setText(part(root, "failover-route"), `${from} → ${to}`);
  setText(part(root, "failover-why"), explainFailover(failover));
  const share = durationMs === 0 ? 0 : electionMs / durationMs;
  part(root, "split-election").style.flexGrow = String(share);
  part(root, "split-start").style.flexGrow = String(1 - share);
}
