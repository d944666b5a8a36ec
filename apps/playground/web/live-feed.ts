import { currentMs, type Frames } from "./frames.ts";
import type { Lab } from "./lab.ts";
import type { ClusterSnapshot, TimelineEvent } from "./wire.ts";

/** Waits between attempts to connect, the last one for all further attempts. */
const retryDelaysMs = [500, 1000, 2000, 3000];
/** The server sends a snapshot twice a second; a silence of this length means that it hangs or is out of reach. */
const maxSilenceMs = 4000;

/**
 * Keeps the lab informed by server-sent events, and connects anew for as long as the page is open. The browser would do
 * so as well, but neither after every kind of error nor when the server only falls silent.
 */
export function followLab(url: string, lab: Lab, frames: Frames): void {
  let attempts = 0;
  let source: EventSource | undefined;
  let heardMs = 0;
  const connect = () => {
    const opened = new EventSource(url);
    source = opened;
    heardMs = currentMs();
    opened.addEventListener("open", () => lab.hearConnected());
    opened.addEventListener("timeline", ({ data }) => {
      heardMs = currentMs();
      lab.hearEvent(JSON.parse(data) as TimelineEvent);
    });
    opened.addEventListener("snapshot", ({ data }) => {
      attempts = 0;
      heardMs = currentMs();
      lab.hearSnapshot(JSON.parse(data) as ClusterSnapshot, heardMs);
    });
    opened.addEventListener("error", giveUp);
  };
  const giveUp = () => {
    source?.close();
    source = undefined;
    lab.hearGone();
    frames.after(retryDelaysMs[Math.min(attempts, retryDelaysMs.length - 1)] ?? 0, connect);
    attempts += 1;
  };
  frames.onFrame((nowMs) => {
    if (source !== undefined && nowMs - heardMs > maxSilenceMs) giveUp();
  });
  connect();
}
