import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { createScaledClock, createSystemRandom } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import * as lnd from "@leaderlab/proto/lnd";
import { RpcError } from "@leaderlab/rpc";
import { awaitEvent } from "../await-event.ts";
import { startCluster } from "../cluster.ts";
import type { ClusterNode } from "../cluster-node.ts";
import type { Cluster } from "../running-cluster.ts";
import type { TimelineEvent } from "../timeline.ts";

/** What became of one request: who answered, or the error, and between which moments. */
interface Outcome {
  readonly how: string;
  readonly sentMs: number;
  readonly overMs: number;
  readonly answeredBy?: string;
  readonly error?: string;
}

/** No request takes longer, whatever happens: the leader's checks and a dial, and a busy machine. */
const mostMs = 15_000;
const failovers = 20;
const clients = ["gRPC", "REST", "REST, kept connection", "stream"];

let folder: string;
let cluster: Cluster;
const clock = createRealClock();

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "leaderlab-proxy-"));
  cluster = await startCluster({
    clock: createScaledClock(clock),
    random: createSystemRandom(),
    folder,
    nodes: 3,
    sessionTtlSeconds: 2,
    proxy: { timings: { checkIntervalMs: 300, checkTimeoutMs: 1500, longestBackoffMs: 300 } },
    lndFlags: (index) => [`--alias=lnd-${index + 1}`],
  });
  cluster.time.setSpeed(2);
});
after(async () => {
  await cluster?.stop();
  rmSync(folder, { recursive: true });
});

const turnedTo = (name?: string) => (event: TimelineEvent) =>
  event.kind === "proxyTurned" && event.to !== null && (name === undefined || event.to === name);
const seqNow = () => cluster.timeline.events.at(-1)?.seq ?? 0;

test("each request during 20 failovers is answered by the leader of its time, or gets an error", async () => {
  const load = new Load(cluster);
  await awaitEvent(cluster.timeline, turnedTo("lnd-1"));
  load.start();
  const leaveThem = superviseOthers();
  for (let index = 0; index < failovers; index++) {
    await load.isServed();
    await failOver(index);
  }
  await load.isServed();
  const outcomes = await load.stop();
  leaveThem();
  // Whoever is still starting could not be stopped.
  await Promise.all([returned, ...others]);
  for (const outcome of outcomes) judge(outcome);
  const leaders = new Set(outcomes.map(({ answeredBy }) => answeredBy));
  assert.ok(["lnd-1", "lnd-2", "lnd-3"].every((name) => leaders.has(name)));
  assert.deepEqual(
    cluster.invariants().invariants.flatMap(({ violations }) => violations),
    [],
  );
});

/** Whoever is deposed or ends without being asked, since the machine is busy, comes back, too. */
function superviseOthers(): () => void {
  return cluster.timeline.onEvent((event) => {
    if (event.kind !== "leaseExpired" && event.kind !== "exited") return;
    if (event.node === victim || returning.has(event.node)) return;
    others.push(bringBack(cluster.node(event.node)));
  });
}

const others: Promise<void>[] = [];
let victim = "";
const returning = new Set<string>();

/** Ends the leader's time in one of four ways, and waits until the proxy leads to the next one. */
async function failOver(index: number): Promise<void> {
  if (cluster.proxy?.leader == null)
    await awaitEvent(cluster.timeline, turnedTo(), { afterSeq: seqNow() });
  const leader = cluster.node(cluster.proxy?.leader ?? "");
  victim = leader.name;
  const seq = seqNow();
  const successor = () => awaitEvent(cluster.timeline, turnedTo(), { afterSeq: seq });
  const ways = [
    () => leader.kill(),
    () => leader.stop(),
    () => leader.pause(),
    () => cluster.inject({ kind: "blackhole", link: `${leader.name}:etcd` }),
  ];
  const fault = await ways[index % ways.length]?.();
  await successor();
  if (leader.isPaused) await leader.resume();
  if (typeof fault === "object" && "undo" in fault) await fault.undo();
  await returned;
  returned = bringBack(leader);
}

/** The last one whose time was ended; the third node waits for its turn meanwhile. */
let returned: Promise<void> = Promise.resolve();

/** A node that was deposed serves on for a while: it is ended, so that it can wait for its turn again. */
async function bringBack(node: ClusterNode): Promise<void> {
  returning.add(node.name);
  if (node.status === "running") await node.kill();
  const afterSeq = seqNow();
  await node.start();
  await awaitEvent(
    cluster.timeline,
    (event) => event.kind === "campaigning" && event.node === node.name,
    { afterSeq },
  );
  returning.delete(node.name);
}

/** The connection failed or was cut, or a leader that is about to end has said what it could not do. */
const clearError =
  /^UNAVAILABLE: |^UNKNOWN: .|ECONNRESET|socket hang up|alert internal error|EPIPE|disconnected|^ 500 \{/;

function judge({ how, sentMs, overMs, answeredBy, error }: Outcome): void {
  const what = `${how}, sent at ${sentMs}: ${answeredBy ?? error}`;
  assert.ok(overMs - sentMs < mostMs, `${what} took ${overMs - sentMs} ms`);
  if (answeredBy === undefined) {
    assert.match(error ?? "", clearError, what);
    return;
  }
  const reigns = reignsOf(answeredBy).some(([from, to]) => from <= overMs && to >= sentMs);
  assert.ok(reigns, `${what}: the proxy did not lead there at that time`);
}

/** When the proxy led to a node, on the clock of the load. */
function reignsOf(name: string): readonly (readonly [from: number, to: number])[] {
  const { events } = cluster.timeline;
  const turns = events.filter((event) => event.kind === "proxyTurned");
  return turns.flatMap((turn, index) =>
    turn.to === name
      ? [[turn.unixMs, turns[index + 1]?.unixMs ?? Number.POSITIVE_INFINITY] as const]
      : [],
  );
}

/** Clients that ask through the proxy, each again and again, and keep what became of it. */
class Load {
  readonly #cluster: Cluster;
  readonly #outcomes: Outcome[] = [];
  readonly #stopping = new AbortController();
  /** Clients that the present leader has not answered yet. */
  #unserved = new Set<string>();
  #onServed: () => void = () => {};
  #running: Promise<unknown> = Promise.resolve();

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
  }

  start(): void {
    this.#cluster.timeline.onEvent((event) => {
      if (event.kind === "proxyTurned") this.#unserved = new Set(clients);
    });
    this.#unserved = new Set(clients);
    const kept = new Agent({ keepAlive: true, maxSockets: 1 });
    const fresh = new Agent({ keepAlive: false });
    this.#running = Promise.all([
      this.#again("REST, kept connection", () => this.#rest(kept)),
      this.#again("REST", () => this.#rest(fresh)),
      this.#again("gRPC", () => this.#grpc()),
      this.#again("stream", () => this.#stream()),
    ]).finally(() => {
      kept.destroy();
      fresh.destroy();
    });
  }

  /** Resolves when the leader of the time has answered each client. */
  isServed(): Promise<void> {
    return new Promise((resolve) => {
      this.#onServed = resolve;
      if (this.#unserved.size === 0) resolve();
    });
  }

  async stop(): Promise<readonly Outcome[]> {
    this.#stopping.abort();
    await this.#running;
    return this.#outcomes;
  }

  #served(how: string): void {
    this.#unserved.delete(how);
    if (this.#unserved.size === 0) this.#onServed();
  }

  async #again(how: string, ask: () => Promise<string>): Promise<void> {
    const now = () => this.#cluster.clock.unixNow();
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const sentMs = now();
      const outcome = await ask().then(
        (answeredBy) => ({ answeredBy }),
        (error: unknown) => ({ error: wordsOf(error) }),
      );
      this.#outcomes.push({ how, sentMs, overMs: now(), ...outcome });
      if ("answeredBy" in outcome && how !== "stream") this.#served(how);
      await clock.sleep(50, signal).catch(() => {});
    }
  }

  async #grpc(): Promise<string> {
    const { proxy } = this.#cluster;
    assert.ok(proxy);
    const client = proxy.connect();
    try {
      const metadata = { macaroon: proxy.adminMacaroon };
      return (await client.unary(lnd.lightning.methods.GetInfo, {}, { metadata })).alias;
    } finally {
      client.close();
    }
  }

  #rest(agent: Agent): Promise<string> {
    const { proxy } = this.#cluster;
    assert.ok(proxy);
    const headers = { "Grpc-Metadata-macaroon": proxy.adminMacaroon };
    const url = `https://${proxy.restAddress}/v1/getinfo`;
    return new Promise((resolve, reject) => {
      const sent = request(url, { agent, headers, rejectUnauthorized: false }, (response) => {
        let body = "";
        response.on("data", (chunk: Buffer) => {
          body += chunk.toString();
        });
        response.on("error", reject);
        response.on("end", () => {
          if (response.statusCode === 200) resolve((JSON.parse(body) as { alias: string }).alias);
          else reject(new Error(`${response.statusCode} ${body}`));
        });
      });
      sent.on("error", reject);
      sent.end();
    });
  }

  /** A stream that tells who leads, then says nothing, and ends with an error when that one leads no more. */
  async #stream(): Promise<string> {
    const { proxy } = this.#cluster;
    assert.ok(proxy);
    const client = proxy.connect();
    const left = new AbortController();
    const onStop = () => left.abort();
    this.#stopping.signal.addEventListener("abort", onStop, { once: true });
    let leader: string | null = null;
    try {
      const { SubscribeState } = lnd.state.methods;
      for await (const { state } of client.serverStream(
        SubscribeState,
        {},
        { signal: left.signal },
      )) {
        assert.equal(state, "SERVER_ACTIVE", "a follower has answered");
        leader = proxy.leader;
        this.#served("stream");
      }
      throw new Error("the stream ended as if all were well");
    } catch (error) {
      if (error instanceof assert.AssertionError || leader === null) throw error;
      const isCut = this.#stopping.signal.aborted || proxy.leader !== leader;
      if (!isCut && this.#cluster.node(leader).status === "running") throw error;
      return leader;
    } finally {
      this.#stopping.signal.removeEventListener("abort", onStop);
      client.close();
    }
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof RpcError) return `${error.code}: ${error.message}`;
  const { code = "", message } = error as NodeJS.ErrnoException;
  return `${code} ${message}`;
}
