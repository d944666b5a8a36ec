import assert from "node:assert/strict";
import { test } from "node:test";
import { createSeededRandom, createVirtualClock } from "@leaderlab/clock";
import { z } from "zod";
import { createFaultBoard } from "./fault-board.ts";
import type { FaultTargets, Poisoning, RpcFault, Undo } from "./fault-kind.ts";
import { describeFault, faultKind, faultKinds, faultNames, faultSchema } from "./fault-table.ts";
import { isLinkMeant, parseLinkName } from "./link-name.ts";
import { parseFaultSpec } from "./parse-fault.ts";
import { type Piece, strictest } from "./toxic.ts";

const refused = (given: unknown, message: RegExp) =>
  assert.throws(() => parseFaultSpec(given), { name: "FaultError", message });

test("a fault is read as it is written", () => {
  for (const spec of [
    { kind: "blackhole", link: "lnd-1:etcd" },
    { kind: "blackhole", link: "*:etcd", direction: "toClient" },
    { kind: "latency", link: "client:lnd-2", latencyMs: 20, jitterMs: 5 },
    { kind: "dropKeepAlives", link: "lnd-1:etcd", lease: "6ff6a20803f08703" },
    { kind: "pause", node: "lnd-1" },
    { kind: "etcdDown" },
    { kind: "rpcError", method: "Put", code: "UNAVAILABLE", count: 1 },
  ]) {
    assert.deepEqual(parseFaultSpec(spec), spec);
  }
});

test("a fault that is wrong is refused with the field and what is allowed in it", () => {
  refused(17, /a fault is an object, such as \{"kind"/);
  refused({}, /kind is missing; it is one of blackhole, reset, latency/);
  refused({ kind: "toString" }, /kind is "toString"; it is one of blackhole/);
  refused({ kind: "blackhole" }, /^blackhole: link is missing; it is a string \(FROM:TO/);
  refused({ kind: "blackhole", link: "etcd" }, /link is "etcd"; it is FROM:TO/);
  refused(
    { kind: "blackhole", link: "a:b", lnk: 1 },
    /no field lnk; there are kind, link, direction/,
  );
  refused(
    { kind: "blackhole", link: "a:b", direction: "up" },
    /direction is "up"; it is one of both, toServer, toClient/,
  );
  refused({ kind: "latency", link: "a:b", latencyMs: -1 }, /latencyMs is -1; it is at least 0/);
  refused(
    { kind: "latency", link: "a:b", latencyMs: 1e9 },
    /latencyMs is .*; it is at most 86400000/,
  );
  refused({ kind: "reset", link: "a:b", direction: null }, /direction is null; it is one of both/);
  refused({ kind: "rpcError", method: "Put", code: "OK" }, /code is "OK"; it is one of CANCELLED/);
  refused({ kind: "rpcDelay", method: "Put", delayMs: 1, rate: 0 }, /rate is 0; it is more than 0/);
  refused(
    { kind: "rpcDelay", method: "Put", delayMs: 1, count: 1.5 },
    /count is 1.5; it is a whole/,
  );
  refused(
    { kind: "dropKeepAlives", link: "a:b", lease: "xyz" },
    /lease is "xyz"; it is a lease id/,
  );
  refused({ kind: "pause" }, /pause: node is missing; it is a string/);
});

test("a link is FROM:TO, and * is whoever speaks to it", () => {
  assert.deepEqual(parseLinkName("lnd-1:etcd"), { from: "lnd-1", to: "etcd" });
  for (const text of ["", ":", "lnd-1", "lnd-1:", ":etcd", "lnd-1:*", "a:b:c", "a b:c"]) {
    assert.equal(parseLinkName(text), undefined, text);
  }
  const link = { from: "lnd-1", to: "etcd" };
  assert.equal(isLinkMeant(link, { from: "*", to: "etcd" }), true);
  assert.equal(isLinkMeant(link, { from: "lnd-1", to: "etcd" }), true);
  assert.equal(isLinkMeant(link, { from: "lnd-2", to: "etcd" }), false);
  assert.equal(isLinkMeant(link, { from: "*", to: "lnd-1" }), false);
});

test("every kind is in the union, has words of its own and fields that a JSON schema can tell", () => {
  const schema = z.toJSONSchema(faultSchema) as unknown as {
    oneOf: { properties: { kind: { const: string } } }[];
  };
  assert.deepEqual(
    schema.oneOf.map(({ properties }) => properties.kind.const),
    faultNames,
  );
  assert.equal(new Set(faultNames.map((name) => faultKind(name).summary)).size, faultNames.length);
  assert.equal(
    describeFault({ kind: "blackhole", link: "lnd-1:etcd" }),
    "lnd-1:etcd carries nothing",
  );
  assert.equal(
    describeFault({
      kind: "latency",
      link: "*:etcd",
      direction: "toClient",
      latencyMs: 5,
      jitterMs: 2,
    }),
    "*:etcd to the client takes 5 ms ± 2 ms longer",
  );
  assert.equal(
    describeFault({ kind: "clockDrift", node: "lnd-1", partsPerMillion: -200 }),
    "the clock of lnd-1 goes 200 ppm too slow",
  );
});

/** Targets that write down what is asked of them. */
function recordingTargets(fabric: FaultTargets["fabric"] = "sockets") {
  const asked: unknown[] = [];
  const record =
    (verb: string) =>
    (...given: (string | number | Poisoning | RpcFault)[]): Undo => {
      asked.push([verb, ...given]);
      return () => void asked.push([`${verb} undone`]);
    };
  const targets: FaultTargets = {
    fabric,
    poison: record("poison"),
    pauseNode: record("pauseNode"),
    driftClock: record("driftClock"),
    stopEtcd: record("stopEtcd"),
    strikeRpc: record("strikeRpc"),
  };
  return { targets, asked };
}

const quietBoard = (targets: FaultTargets, clock = createVirtualClock()) =>
  createFaultBoard({ targets, clock, tell: () => {} });

test("a fault for some time is undone by itself, in the cluster's time", async () => {
  const { targets, asked } = recordingTargets();
  const clock = createVirtualClock();
  const board = quietBoard(targets, clock);
  const fault = await board.inject({ kind: "pause", node: "lnd-1" }, { forMs: 1000 });
  await clock.advance(999);
  assert.deepEqual([fault.remainingMs, board.faults.length], [1, 1]);
  await clock.advance(1);
  assert.deepEqual(asked, [["pauseNode", "lnd-1"], ["pauseNode undone"]]);
  assert.deepEqual([board.faults.length, clock.pending], [0, 0]);
  await assert.rejects(board.inject({ kind: "etcdDown" }, { forMs: 0 }), /forMs is 0; it is more/);
});

test("a fault is at work until its scope ends, and is undone once", async () => {
  const { targets, asked } = recordingTargets();
  const news: string[] = [];
  const board = createFaultBoard({
    targets,
    clock: createVirtualClock(),
    tell: ({ kind, fault }) => news.push(`${kind} ${fault.id}`),
  });
  {
    await using fault = await board.inject({ kind: "pause", node: "lnd-1" });
    assert.deepEqual([board.faults, fault.id], [[fault], "fault-1"]);
    await fault.undo();
  }
  assert.deepEqual(asked, [["pauseNode", "lnd-1"], ["pauseNode undone"]]);
  assert.deepEqual(news, ["faultInjected fault-1", "faultUndone fault-1"]);
  assert.deepEqual(board.faults, []);
});

test("all faults are undone with the newest first", async () => {
  const { targets, asked } = recordingTargets();
  const board = quietBoard(targets);
  await board.inject({ kind: "etcdDown" });
  await board.inject({ kind: "rpcError", method: "Put", code: "UNAVAILABLE", message: "no" });
  await board.undoAll();
  assert.deepEqual(asked, [
    ["stopEtcd"],
    ["strikeRpc", { method: "Put", code: "UNAVAILABLE", text: "no" }],
    ["strikeRpc undone"],
    ["stopEtcd undone"],
  ]);
});

test("what TCP repairs is refused on sockets by name, and is late in memory", async () => {
  const spec = { kind: "loss", link: "lnd-1:etcd", rate: 0.5 } as const;
  const onSockets = quietBoard(recordingTargets().targets);
  await assert.rejects(onSockets.inject(spec), /loss is for a cluster in memory: on sockets TCP/);
  const { targets } = recordingTargets("memory");
  await quietBoard(targets).inject(spec);
  const judge = faultKinds.loss.toxic(spec).openJudge?.(createSeededRandom(1));
  const delays = Array.from({ length: 50 }, () => judge?.(piece(0)));
  assert.ok(delays.some((verdict) => typeof verdict === "object" && verdict.delayMs >= 200));
  assert.ok(delays.every((verdict) => typeof verdict === "object"));
});

const piece = (nowMs: number, byteLength = 100): Piece => ({
  direction: "toServer",
  byteLength,
  nowMs,
});

test("latency spreads by its jitter and by chance alone", () => {
  const spec = { kind: "latency", link: "a:b", latencyMs: 100, jitterMs: 20 } as const;
  const draws = (seed: number) => {
    const judge = faultKinds.latency.toxic(spec).openJudge?.(createSeededRandom(seed));
    return Array.from({ length: 100 }, () => {
      const verdict = judge?.(piece(0));
      return typeof verdict === "object" ? verdict.delayMs : Number.NaN;
    });
  };
  assert.deepEqual(draws(7), draws(7));
  assert.ok(draws(7).every((delayMs) => delayMs >= 80 && delayMs <= 120));
  assert.ok(Math.max(...draws(7)) - Math.min(...draws(7)) > 20);
});

test("bandwidth lets a piece wait for those before it, each way by itself", () => {
  const spec = { kind: "bandwidth", link: "a:b", bytesPerSecond: 1000 } as const;
  const judge = faultKinds.bandwidth.toxic(spec).openJudge?.(createSeededRandom(1));
  assert.deepEqual(judge?.(piece(0)), { delayMs: 100 });
  assert.deepEqual(judge?.(piece(50)), { delayMs: 150 });
  assert.deepEqual(judge?.({ ...piece(50), direction: "toClient" }), { delayMs: 100 });
  assert.deepEqual(judge?.(piece(1000)), { delayMs: 100 });
});

test("keep-alives are lost by lease, events of watches by what they are", () => {
  const open = (toxic: {
    openJudge?: (random: ReturnType<typeof createSeededRandom>) => (given: Piece) => unknown;
  }) => toxic.openJudge?.(createSeededRandom(1)) ?? assert.fail();
  const one = open(faultKinds.dropKeepAlives.toxic({ lease: "ff" }));
  assert.equal(one({ ...piece(0), content: { kind: "keepAlive", lease: 255n } }), "lose");
  assert.equal(one({ ...piece(0), content: { kind: "keepAlive", lease: 254n } }), "pass");
  assert.equal(one(piece(0)), "pass");
  const all = open(faultKinds.dropKeepAlives.toxic({}));
  assert.equal(all({ ...piece(0), content: { kind: "keepAlive", lease: 254n } }), "lose");
  const events = open(faultKinds.dropWatchEvents.toxic({}));
  assert.equal(events({ ...piece(0), content: { kind: "watchEvents" } }), "lose");
  assert.equal(events({ ...piece(0), content: { kind: "keepAlive", lease: 1n } }), "pass");
});

test("of several verdicts the strictest counts, and delays add up", () => {
  assert.equal(strictest([]), "pass");
  assert.deepEqual(strictest([{ delayMs: 5 }, "pass", { delayMs: 7 }]), { delayMs: 12 });
  assert.equal(strictest([{ delayMs: 5 }, "hold"]), "hold");
  assert.equal(strictest(["hold", "lose"]), "lose");
  assert.equal(strictest(["lose", "reset"]), "reset");
});
