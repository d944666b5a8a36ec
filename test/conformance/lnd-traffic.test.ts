import assert from "node:assert/strict";
import { test } from "node:test";
import { createSeededRandom, createVirtualClock } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { startEtcd } from "@leaderlab/etcd-server";
import { etcd } from "@leaderlab/proto";
import { createRpcClient, type RpcClient } from "@leaderlab/rpc/client";
import { realEtcd, startEtcdTarget, targetName } from "../harness/etcd-target.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";
import { readLndTraffic } from "./recorded-traffic.ts";
import { type ReplayOptions, replay } from "./replay.ts";

/** They follow from where the server listens for its peers, so they differ from one real etcd to the next. */
const maskedHeaderFields = ["cluster_id", "member_id"];

/** Where the traffic goes, and how its time passes. */
interface Place extends AsyncDisposable {
  readonly address: string;
  readonly reachMs: ReplayOptions["reachMs"];
  readonly living: Set<string>;
}

/** Ours, on a clock that the replay moves: a lease runs out when it did in the recording, and nobody waits for it. */
async function ours(): Promise<Place> {
  const clock = createVirtualClock();
  const server = await startEtcd({ clock, random: createSeededRandom(1), maxTxnOps: 16384 });
  return {
    address: server.endpoint.replace("http://", ""),
    living: new Set(),
    reachMs: async (atMs) => {
      if (atMs > clock.now()) await clock.advance(atMs - clock.now());
    },
    [Symbol.asyncDispose]: () => server.stop(),
  };
}

/**
 * The real one lives in real time, so its replay takes the eight seconds that the recording took. On a busy machine it
 * takes longer; so that no lease runs out that lived then, all that live are renewed beside the replay.
 */
async function real(folder: string, signal: AbortSignal): Promise<Place> {
  const clock = createRealClock();
  const target = await startEtcdTarget(folder, { signal });
  const renewals = createRpcClient(target.address);
  const living = new Set<string>();
  const stop = new AbortController();
  const renewing = renewUntil(stop.signal, () => clock.sleep(500, stop.signal), renewals, living);
  const startMs = clock.now();
  return {
    address: target.address,
    living,
    reachMs: async (atMs) => {
      const leftMs = startMs + atMs - clock.now();
      if (leftMs > 0) await clock.sleep(leftMs);
    },
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await renewing;
      renewals.close();
      await target[Symbol.asyncDispose]();
    },
  };
}

/** Renews all these leases after each pause. Never rejects: when etcd is gone, the replay tells of it. */
async function renewUntil(
  signal: AbortSignal,
  pause: () => Promise<void>,
  client: RpcClient,
  living: ReadonlySet<string>,
): Promise<void> {
  try {
    for (;;) {
      await pause();
      for (const ID of living) {
        const call = client.bidi(etcd.lease.methods.LeaseKeepAlive, { signal });
        call.send({ ID });
        for await (const _renewed of call) break;
      }
    }
  } catch {
    // stopped, or the connection is gone
  }
}

test(`the traffic of a real lnd is answered byte for byte as etcd answered it, on ${targetName}`, {
  timeout: 60_000,
}, async ({ signal }) => {
  using folder = temporaryFolder();
  await using place = realEtcd === undefined ? await ours() : await real(folder.path, signal);
  const client = createRpcClient(place.address);
  try {
    const { reachMs, living } = place;
    const options = { client, reachMs, living, maskedHeaderFields };
    const compared = await replay(readLndTraffic(), options);
    assert.deepEqual(Object.fromEntries(compared), {
      "/etcdserverpb.Lease/LeaseGrant": 3,
      "/etcdserverpb.Lease/LeaseKeepAlive": 7,
      "/etcdserverpb.KV/Txn": 333,
      "/etcdserverpb.KV/Range": 2447,
      "/etcdserverpb.Watch/Watch": 4,
    });
  } finally {
    client.close();
  }
});
