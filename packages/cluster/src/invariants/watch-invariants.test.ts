import assert from "node:assert/strict";
import { test } from "node:test";
import { createVirtualClock } from "@leaderlab/clock";
import { createEtcd, type Etcd, type WatchResponse } from "@leaderlab/etcd-core";
import { createTimeline } from "../timeline.ts";
import type { Contender } from "./election-witness.ts";
import { watchInvariants } from "./watch-invariants.ts";

interface Lab {
  readonly dress: (core: Etcd) => Etcd;
  readonly timeline: ReturnType<typeof createTimeline>;
  /** The invariants that were broken, in order. */
  broken(): readonly string[];
}

function lab(...nodes: readonly (Contender & { readonly isResigning: boolean })[]): Lab {
  const timeline = createTimeline(createVirtualClock());
  const dress = watchInvariants({ timeline, prefix: "leader", nodes: () => nodes });
  const broken = () =>
    timeline.events.flatMap((event) => (event.kind === "violation" ? [event.invariant] : []));
  return { dress, timeline, broken };
}

const contender = (name: string, lease: bigint, keyRevision: number) => ({
  name,
  status: "running",
  isElected: false,
  isPaused: false,
  isResigning: false,
  leaseId: lease,
  keyRevision,
});

/** A lease of 10 s and the key of a contender on it. */
function join(etcd: Etcd, id: bigint): void {
  etcd.leaseGrant(id, 10);
  etcd.put({ key: `leader/${id.toString(16)}`, value: `node ${id}`, lease: id });
}

test("an election that goes as it should breaks nothing", () => {
  const { dress, broken, timeline } = lab(contender("a", 1n, 2), contender("b", 2n, 3));
  const etcd = dress(createEtcd());
  join(etcd, 1n);
  join(etcd, 2n);
  const told: WatchResponse[] = [];
  const stream = etcd.openWatchStream({ push: (response) => told.push(response) > 0 });
  stream.create({ key: "leader/1", rangeEnd: "", startRevision: 2 });
  timeline.append({ kind: "elected", node: "a", lease: "1" });
  etcd.advance(9000);
  etcd.leaseKeepAlive(2n);
  etcd.advance(10_500);
  timeline.append({ kind: "elected", node: "b", lease: "2" });
  etcd.advance(30_000);
  assert.deepEqual(broken(), []);
  assert.equal(told.length, 3);
});

test("a node that is elected before its turn is told of, and so is one whose key another deletes", () => {
  const { dress, broken, timeline } = lab(contender("a", 1n, 2), contender("b", 2n, 3));
  const etcd = dress(createEtcd());
  join(etcd, 1n);
  join(etcd, 2n);
  timeline.append({ kind: "elected", node: "b", lease: "2" });
  assert.deepEqual(broken(), ["electedInOrder"]);
  etcd.deleteRange({ key: "leader/1", rangeEnd: "" });
  assert.deepEqual(broken(), ["electedInOrder", "ownKeyOnly"]);
});

test("a node that is first and not elected is told of after a minute, but not while something is wrong", () => {
  const { dress, broken, timeline } = lab(contender("a", 1n, 2));
  const etcd = dress(createEtcd());
  join(etcd, 1n);
  const wait = (fromMs: number, toMs: number) => {
    for (let now = fromMs; now <= toMs; now += 2000) {
      etcd.advance(now);
      etcd.leaseKeepAlive(1n);
    }
  };
  const spec = { kind: "etcdDown" } as const;
  timeline.append({ kind: "faultInjected", fault: "fault-1", spec });
  wait(0, 100_000);
  assert.deepEqual(broken(), []);
  timeline.append({ kind: "faultUndone", fault: "fault-1" });
  wait(102_000, 170_000);
  assert.deepEqual(broken(), ["firstInLineLeads"]);
});

test("a restart that forgets a write is told of", () => {
  const { dress, broken } = lab();
  const first = dress(createEtcd());
  first.put({ key: "kept", value: "1" });
  first.put({ key: "lost", value: "1" });
  const state = first.exportState();
  dress(createEtcd()).importState(state);
  assert.deepEqual(broken(), []);
  const records = state.records.slice(0, -1);
  dress(createEtcd()).importState({ ...state, records, revision: state.revision - 1 });
  assert.deepEqual(broken(), ["acknowledgedWriteKept"]);
});
