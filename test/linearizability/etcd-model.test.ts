import assert from "node:assert/strict";
import { test } from "node:test";
import { createSeededRandom, type Random } from "@leaderlab/clock";
import { checkLinearizable, type Operation } from "./checker.ts";
import { type EtcdOp, type EtcdOutput, type EtcdState, etcdModel } from "./etcd-model.ts";
import { RandomOperations } from "./random-operations.ts";

type Recorded = Operation<EtcdOp, EtcdOutput>;
/** Does one operation on a store, well or badly. */
type Server = (state: EtcdState, op: EtcdOp, random: Random) => ReturnType<typeof etcdModel.step>;

const soundServer: Server = (state, op) => etcdModel.step(state, op);
const clients = 5;
const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

/**
 * What clients see of a server that does `count` operations one after the other. Each takes effect at a moment of its
 * own, and seems to its client to last from some time before to some time after it. One in ten is never answered; half
 * of those are never done.
 */
function history(server: Server, seed: number, count = 150): Recorded[] {
  const random = createSeededRandom(seed);
  const freeAt = Array.from({ length: clients }, () => 0);
  const generators = freeAt.map((_, client) => new RandomOperations(random, String(client)));
  let state = etcdModel.initial;
  return Array.from({ length: count }, (_, turn): Recorded => {
    const now = turn * 10;
    const client = freeAt.findIndex((free) => free <= now);
    const generator = generators[Math.max(0, client)];
    if (generator === undefined) throw new Error("no client");
    generator.knownRevision = state.revision;
    const op = generator.next();
    const isLost = client < 0 || random.nextFloat() < 0.1;
    const done = server(state, op, random);
    if (!isLost || random.nextFloat() < 0.5) state = done.state;
    const called = Math.max(freeAt[client] ?? 0, now - random.nextFloat() * 40);
    const returned = now + random.nextFloat() * 40;
    // A client that waits in vain is replaced by another one.
    if (isLost) return { client: clients + turn, op, called: now - random.nextFloat() };
    freeAt[client] = returned;
    return { client, op, called, result: { returned, output: done.output } };
  });
}

test("what a sound server shows to overlapping clients is linearizable", () => {
  for (const seed of seeds) {
    assert.equal(checkLinearizable(etcdModel, history(soundServer, seed)).kind, "linearizable");
  }
});

const withoutLast = <T>(list: readonly T[]) => list.slice(0, -1);
let earlier: EtcdState = etcdModel.initial;

/** Servers with one flaw each, by the name of what a client suffers. */
const flaws: Readonly<Record<string, Server>> = {
  "a stale read": (state, op, random) => {
    const stale = earlier;
    if (random.nextFloat() < 0.2) earlier = state;
    if (op.kind !== "get") return etcdModel.step(state, op);
    return { state, output: etcdModel.step(stale, op).output };
  },
  "a lost update": (state, op, random) => {
    const done = etcdModel.step(state, op);
    return op.kind === "put" && random.nextFloat() < 0.2 ? { ...done, state } : done;
  },
  "half a transaction": (state, op) => {
    const done = etcdModel.step(state, op);
    if (op.kind !== "txn" || op.success.length < 2) return done;
    const half = { ...op, success: withoutLast(op.success), failure: withoutLast(op.failure) };
    return { ...done, state: etcdModel.step(state, half).state };
  },
  "a compare the wrong way round": (state, op) => {
    if (op.kind !== "txn") return etcdModel.step(state, op);
    return etcdModel.step(state, { ...op, success: op.failure, failure: op.success });
  },
  "a revision given twice": (state, op) => {
    const done = etcdModel.step(state, op);
    const isWrong = op.kind === "delete" && done.state.revision > state.revision;
    return isWrong ? { ...done, state: { ...done.state, revision: state.revision } } : done;
  },
  "a revision left out": (state, op) => {
    const done = etcdModel.step(state, op);
    return op.kind === "deleteAll"
      ? { ...done, state: { ...done.state, revision: done.state.revision + 1 } }
      : done;
  },
  "a key that outlives its lease": (state, op) => {
    const done = etcdModel.step(state, op);
    return op.kind === "revoke" ? { ...done, state: { ...done.state, keys: state.keys } } : done;
  },
  "a lease that nobody granted": (state, op) =>
    op.kind === "put" && op.lease !== undefined
      ? etcdModel.step({ ...state, leases: new Set([op.lease]) }, op)
      : etcdModel.step(state, op),
  "a version that does not begin anew": (state, op) => {
    const done = etcdModel.step(state, op);
    if (op.kind !== "delete" || !state.keys.has(op.key)) return done;
    const ghost = state.keys.get(op.key);
    const keys = new Map(done.state.keys);
    if (ghost) keys.set(op.key, { ...ghost, value: "" });
    return { ...done, state: { ...done.state, keys } };
  },
};

for (const [name, server] of Object.entries(flaws)) {
  test(`${name} is found`, () => {
    const found = seeds.filter((seed) => {
      earlier = etcdModel.initial;
      return checkLinearizable(etcdModel, history(server, seed)).kind === "violation";
    });
    assert.ok(found.length >= seeds.length / 4, `found with ${found.length} of ${seeds.length}`);
  });
}

test("going by revisions and by what reads tell finds the same as searching blindly", () => {
  const { rank: _, evidence: __, ...blind } = etcdModel;
  const outcomes = new Set<string>();
  for (const server of [soundServer, ...Object.values(flaws)]) {
    for (const seed of seeds) {
      const recorded = history(server, seed, 20);
      const { kind } = checkLinearizable(etcdModel, recorded);
      assert.equal(kind, checkLinearizable(blind, recorded).kind, `seed ${seed}`);
      outcomes.add(kind);
    }
  }
  assert.deepEqual([...outcomes].toSorted(), ["linearizable", "violation"]);
});
