import type { Place } from "./election-queue.ts";
import type { Frames } from "./frames.ts";
import { LeaseMeter } from "./lease-meter.ts";
import { copyTemplate, part, setAttribute, setText } from "./page-parts.ts";
import type { Scene, View } from "./scene.ts";
import { shortLease } from "./sentences.ts";
import { slideInto } from "./slide-into.ts";
import type { ClusterSnapshot } from "./wire.ts";

interface DrawnKey {
  readonly element: HTMLElement;
  readonly meter: LeaseMeter;
}

/** The election as a picture: the keys in etcd, one behind the other, each watching the one before it. */
export function createQueueView(frames: Frames): View {
  const list = part(document, "queue");
  const absent = part(document, "queue-absent");
  const etcd = part(document, "queue-etcd");
  const drawn = new Map<string, DrawnKey>();
  return {
    show({ lab, snapshot, queue }: Scene) {
      // There is a place for every node, so that nothing else on the page moves when keys go.
      const slots = Math.max(snapshot.nodes.length, queue.length);
      list.style.setProperty("--slots", String(slots));
      setText(
        etcd,
        snapshot.etcdEndpoints.map((url) => url.replace(/^https?:\/\//, "")).join(", "),
      );
      for (const [index, key] of queue.entries()) {
        const entry = drawn.get(key.lease) ?? drawKey(key);
        drawn.set(key.lease, entry);
        showKey(entry.element, key, index, queue[index - 1]);
        entry.meter.set(lab.leaseDeadline(key.lease), snapshot.sessionTtlSeconds);
      }
      const leases = new Set(queue.map(({ lease }) => lease));
      for (const lease of drawn.keys()) if (!leases.has(lease)) drawn.delete(lease);
      const elements = queue.flatMap(({ lease }) => drawn.get(lease)?.element ?? []);
      slideInto(list, [...elements, ...gaps(list, slots - queue.length)], frames.isCalm);
      const missing = withoutKey(snapshot, queue);
      absent.hidden = missing.length === 0;
      absent.title = missing.join(", ");
      setText(absent, `without a key: ${missing.join(", ")}`);
    },
    draw(labMs) {
      for (const { meter } of drawn.values()) meter.draw(labMs, frames.isCalm);
    },
  };
}

/** Places that nobody takes: those that stand there already, and more of them if need be. */
function gaps(list: HTMLElement, count: number): readonly HTMLElement[] {
  const standing = [...list.querySelectorAll<HTMLElement>(".gap")];
  return Array.from({ length: count }, (_value, index) => {
    const gap = standing[index] ?? document.createElement("li");
    gap.className = "gap";
    setAttribute(gap, "aria-hidden", "true");
    return gap;
  });
}

function drawKey({ lease, node }: Place): DrawnKey {
  const element = copyTemplate("key-template");
  element.dataset["lease"] = lease;
  element.dataset["holder"] = node;
  setText(part(element, "node"), node);
  const name = part(element, "name");
  setText(name, shortLease(lease));
  name.title = `The key ends in /${lease}`;
  const meter = new LeaseMeter({ fill: part(element, "fill") });
  return { element, meter };
}

function showKey(element: HTMLElement, key: Place, index: number, before: Place | undefined): void {
  setText(part(element, "place"), String(index + 1));
  setText(part(element, "verb"), tellStanding(key, before));
  const standing = key.leads ? "leads" : key.isAlive ? "waits" : "left";
  setAttribute(element, "data-standing", standing);
}

function tellStanding({ leads, isAlive }: Place, before: Place | undefined): string {
  if (leads) return "leads";
  if (!isAlive) return "no process";
  return before === undefined ? "is elected" : `watches ${before.node}`;
}

function withoutKey({ nodes }: ClusterSnapshot, queue: readonly Place[]): readonly string[] {
  const present = new Set(queue.map(({ node }) => node));
  return nodes.map(({ name }) => name).filter((name) => !present.has(name));
}
