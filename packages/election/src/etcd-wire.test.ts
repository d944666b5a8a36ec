import assert from "node:assert/strict";
import { test } from "node:test";
import { createVirtualClock } from "@leaderlab/clock";
import { Election } from "./election.ts";
import { createEtcd3Client } from "./etcd3-client.ts";
import { Mutex } from "./mutex.ts";
import { openSession, type Session } from "./session.ts";
import { type GrpcServer, startGrpcServer } from "./testing/grpc-server.ts";
import { text } from "./testing/naive-etcd.ts";
import { Replay } from "./testing/recorded-traffic.ts";

/*
 * Real programs were recorded on a real etcd. Here our code does what they did, gets the answers that they got, and
 * each of its requests must be, byte for byte, one that they sent; and none of theirs may be missing.
 */
async function replay(
  recording: string,
  act: (session: Session, server: GrpcServer) => Promise<void>,
) {
  const script = new Replay(recording);
  const server = await startGrpcServer(script.answer);
  const clock = createVirtualClock();
  const client = createEtcd3Client({ endpoints: [server.address], clock });
  try {
    const session = await openSession(client, { clock, ttlSeconds: 5 });
    await act(session, server);
    while (server.requests.every((request) => request.method !== "Lease/LeaseKeepAlive")) {
      await server.nextRequest();
    }
    await session.orphan();
  } finally {
    client.close();
    await server.stop();
  }
  assert.deepEqual(
    { left: script.left, unexpected: script.unexpected },
    { left: [], unexpected: [] },
  );
}

test("a node that leads at once and resigns sends lnd's bytes", async () => {
  await replay("lnd: elected at once", async (session) => {
    const election = new Election(session, "cluster-leader");
    await election.campaign("lnd-1");
    assert.equal(text(election.key ?? new Uint8Array()), "cluster-leader/228fa2081821f403");
    await election.resign();
  });
});

test("a node that waits for its predecessor sends lnd's bytes", async () => {
  await replay("lnd: elected after its predecessor resigned", async (session) => {
    await new Election(session, "cluster-leader").campaign("lnd-2");
  });
});

test("waiting, proclaiming, asking for the leader, resigning and closing send Go's bytes", async () => {
  await replay("go: waits, is elected, proclaims, resigns and closes", async (session) => {
    const election = new Election(session, "race");
    await election.campaign("me");
    await election.proclaim("new");
    assert.equal(text((await election.leader()).kv.value), "new");
    await election.resign();
    await session.close();
  });
});

test("campaigning a second time with another value sends Go's bytes", async () => {
  await replay("go: campaigns twice with different values", async (session) => {
    const election = new Election(session, "race");
    await election.campaign("again");
    await election.campaign("me");
  });
});

test("observing a leader, its new value and the wait for a successor send Go's bytes", async () => {
  await replay("go: observes a leader and the next key", async (session, server) => {
    const stop = new AbortController();
    const told: string[] = [];
    const observing = (async () => {
      for await (const { kv } of new Election(session, "race").observe(stop.signal)) {
        told.push(text(kv.value));
      }
    })();
    while (server.requests.filter(({ method }) => method === "Watch/Watch").length < 2) {
      await server.nextRequest();
    }
    stop.abort();
    await observing;
    assert.deepEqual(told, ["new", "newer"]);
  });
});

test("trying a lock that is held sends Go's bytes", async () => {
  await replay("go: finds a lock held", async (session) => {
    await assert.rejects(new Mutex(session, "L").tryLock(), /Locked by another session/);
  });
});

test("waiting for a lock and unlocking it send Go's bytes", async () => {
  await replay("go: waits for a lock and unlocks it", async (session) => {
    const mutex = new Mutex(session, "L");
    await mutex.lock();
    await mutex.unlock();
  });
});
