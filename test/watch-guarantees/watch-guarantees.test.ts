import assert from "node:assert/strict";
import { test } from "node:test";
import { createSeededRandom, type Random } from "@leaderlab/clock";
import { type EtcdServer, startEtcd } from "@leaderlab/etcd-server";
import { etcd } from "@leaderlab/proto";
import { createRpcClient, type RpcClient } from "@leaderlab/rpc/client";
import { etcdVersion, startDefaultEtcd } from "../harness/default-etcd.ts";
import { realEtcd, targetName } from "../harness/etcd-target.ts";
import { seedsOf } from "../harness/seeds.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";
import { grpcClient } from "../linearizability/etcd-client.ts";
import { type EtcdOp, type EtcdOutput, revisionOf } from "../linearizability/etcd-model.ts";
import { RandomOperations } from "../linearizability/random-operations.ts";
import { brokenGuarantees, type Truth, truthOf } from "./guarantees.ts";
import { trueHistory } from "./true-history.ts";
import type { WatchRecord, WatchWish } from "./watch-record.ts";
import { endKey, type WatchingOptions, watchToTheEnd } from "./watching-client.ts";

const operations = Number(process.env["LEADERLAB_OPERATIONS"] ?? 1500);
const { seeds, again } = seedsOf(
  "test/watch-guarantees/watch-guarantees.test.ts",
  { operations },
  1,
);
const writers = 3;
/** How many revisions a compaction leaves. */
const historyLeft = 300;
/** So much text in each value that a consumer who does not read fills every buffer on the way to him. */
const padding = "x".repeat(1500);

const all: WatchWish = { prefix: "", startRevision: 1, prevKv: true };
const kinds: Readonly<Record<string, readonly WatchWish[]>> = {
  everything: [all],
  "the present": [{ ...all, startRevision: 0 }],
  "several on one stream": [
    { ...all, prefix: "a/" },
    { ...all, prefix: "b/", prevKv: false },
    { ...all, prefix: "a/", without: "DELETE" },
    { ...all, prefix: "b/", without: "PUT" },
  ],
};

/**
 * What Debian's etcd 3.4.23 breaks, and later ones keep: progress that was asked for overtakes events
 * (https://github.com/etcd-io/etcd/issues/15220), and a deletion at exactly the revision that is compacted is lost
 * (https://github.com/etcd-io/etcd/issues/18089).
 */
function isDefectOf34(broken: string, { compactions }: Played): boolean {
  const lost = /^reliable: DELETE .* at (\d+) did not come$/.exec(broken)?.[1];
  return broken.startsWith("bookmarkable: ") || compactions.includes(Number(lost));
}

for (const seed of seeds) {
  test(`${targetName} keeps its promises to watchers, seed ${seed}`, {
    timeout: 240_000,
  }, async (t) => {
    using folder = temporaryFolder();
    await using target = await startTarget(folder.path, seed);
    const played = await play(target.address, seed);
    const { records, truth } = played;
    const messages = records.flatMap((record) => record.messages);
    const count = (what: (message: (typeof messages)[number]) => boolean) =>
      messages.filter(what).length;
    t.diagnostic(
      `${truth.events.length} events; ${records.length} watchers were told ${messages.length} messages, ` +
        `${count(({ compactRevision }) => compactRevision > 0)} of compaction, ` +
        `${count(({ created, canceled, events }) => !created && !canceled && events.length === 0)} of progress`,
    );
    const broken = records
      .flatMap((record) => brokenGuarantees(record, truth))
      .filter((line) => etcdVersion() !== "3.4" || !isDefectOf34(line, played));
    if (broken.length === 0) return;
    assert.fail(`${broken.slice(0, 20).join("\n")}\nTo run it again:\n  ${again(seed)}`);
  });
}

test("a message that is lost on the way breaks a promise", {
  skip: realEtcd !== undefined && "faults are ours",
}, async () => {
  await using server = await startEtcd({ seed: 1, history: false });
  const loss = server.injectFault({ method: "Watch", at: "response", drop: true, rate: 0.02 });
  // The end itself must not be lost: who waits for it would wait for ever.
  const beforeEnd = () => loss[Symbol.dispose]();
  const { records, truth } = await play(server.endpoint.slice(7), 1, { count: 200, beforeEnd });
  const broken = records.flatMap((record) => brokenGuarantees(record, truth));
  assert.ok(
    broken.some((line) => line.startsWith("reliable")),
    broken.join("\n"),
  );
});

interface Played {
  readonly records: readonly WatchRecord[];
  readonly truth: Truth;
  /** The revisions at which history was compacted, ascending. */
  readonly compactions: readonly number[];
}

/** Watches in every way while several clients write and one compacts. */
async function play(
  address: string,
  seed: number,
  options: { readonly count?: number; readonly beforeEnd?: () => void } = {},
): Promise<Played> {
  const { count = operations, beforeEnd = () => {} } = options;
  const clients: RpcClient[] = [];
  const connect = () => {
    const client = createRpcClient(address);
    clients.push(client);
    return client;
  };
  const written = new AbortController();
  const watching = watchInEveryWay(connect, createSeededRandom(seed), written.signal);
  try {
    const { truth, compactions } = await writeAll(connect(), seed, { count, beforeEnd });
    written.abort();
    return { records: (await Promise.all(watching)).flat(), truth, compactions };
  } finally {
    for (const client of clients) client.close();
  }
}

function watchInEveryWay(
  connect: () => RpcClient,
  random: Random,
  written: AbortSignal,
): Promise<readonly WatchRecord[]>[] {
  const untilWritten = new Promise<void>((resolve) => {
    written.addEventListener("abort", () => resolve(), { once: true });
  });
  const slow = async (turns: number) => {
    for (let turn = 0; turn < turns; turn++) await new Promise((go) => setImmediate(go));
  };
  const ways: readonly Omit<WatchingOptions, "rpc" | "wishes">[] = [
    { progressEvery: 25 },
    { messagesPerStream: () => 1 + (random.nextUint32() % 60), progressEvery: 10 },
    { pace: () => slow(3), progressEvery: 5 },
    { pace: (messages) => (messages === 3 ? untilWritten : slow(0)) },
  ];
  return Object.values(kinds).flatMap((wishes) =>
    ways.map((way) => watchToTheEnd({ rpc: connect(), wishes, ...way })),
  );
}

async function writeAll(
  rpc: RpcClient,
  seed: number,
  { count, beforeEnd }: { readonly count: number; readonly beforeEnd: () => void },
): Promise<Pick<Played, "truth" | "compactions">> {
  const writes: (readonly [EtcdOp, EtcdOutput])[] = [];
  const ask = grpcClient(rpc);
  const compactions: number[] = [];
  const write = async (op: EtcdOp) => {
    const output = await ask(op, AbortSignal.timeout(60_000));
    if (output === undefined) throw new Error(`no answer to ${JSON.stringify(op)}`);
    writes.push([op, output]);
    return revisionOf(output) ?? 0;
  };
  const work = async (writer: number) => {
    const generator = new RandomOperations(createSeededRandom(seed * 100 + writer), `${writer}`);
    for (let round = 0; round < count / writers; round++) {
      const op = padded(nextWrite(generator));
      generator.knownRevision = await write(op);
      if (writer !== 0 || round % 100 !== 99) continue;
      const revision = generator.knownRevision - historyLeft;
      if (revision < 1) continue;
      await rpc.unary(etcd.kv.methods.Compact, { revision });
      compactions.push(revision);
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => work(writer)));
  beforeEnd();
  for (const prefix of ["a/", "b/", ""]) {
    await write({ kind: "put", key: `${prefix}${endKey}`, value: "" });
    await write({ kind: "delete", key: `${prefix}${endKey}` });
  }
  return { truth: truthOf(trueHistory(writes), compactions.at(-1) ?? 0), compactions };
}

function nextWrite(generator: RandomOperations): EtcdOp {
  for (;;) {
    const op = generator.next();
    if (!["get", "list", "grant", "revoke"].includes(op.kind)) return op;
  }
}

/** With large values, and without leases. */
function padded<Op extends EtcdOp>(op: Op): Op {
  if (op.kind === "put") return { kind: op.kind, key: op.key, value: op.value + padding } as Op;
  if (op.kind !== "txn") return op;
  return { ...op, success: op.success.map(padded), failure: op.failure.map(padded) };
}

/** The real one as it is; ours with streams that break, and answers that are late. */
async function startTarget(
  folder: string,
  seed: number,
): Promise<AsyncDisposable & { readonly address: string }> {
  if (realEtcd !== undefined) {
    const real = await startDefaultEtcd(folder);
    return {
      address: real.baseUrl.slice(7),
      [Symbol.asyncDispose]: () => real[Symbol.asyncDispose](),
    };
  }
  const server: EtcdServer = await startEtcd({ seed, history: false });
  const messages = { method: "Watch", at: "response" } as const;
  server.injectFault({ ...messages, code: "UNAVAILABLE", rate: 0.002 });
  server.injectFault({ ...messages, delayMs: 2, rate: 0.02 });
  return { address: server.endpoint.slice(7), [Symbol.asyncDispose]: () => server.stop() };
}
