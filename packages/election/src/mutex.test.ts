import assert from "node:assert/strict";
import { test } from "node:test";
import { Mutex } from "./mutex.ts";
import { createLab, type Lab } from "./testing/lab.ts";
import { text } from "./testing/naive-etcd.ts";

async function mutexOf(lab: Lab, name: string) {
  return new Mutex(await lab.join(name), "lock");
}

/** Locks in the background. */
function lock(mutex: Mutex, signal?: AbortSignal) {
  const attempt = { held: false, ended: Promise.resolve() };
  attempt.ended = mutex.lock(signal).then(() => {
    attempt.held = true;
  });
  attempt.ended.catch(() => {});
  return attempt;
}

test("a free lock is taken with one request, and its key and fencing revision are known", async () => {
  const lab = createLab();
  const mutex = await mutexOf(lab, "a");
  await mutex.lock();
  assert.equal(text(mutex.key ?? new Uint8Array()), "lock/1000");
  assert.equal(mutex.revision, 2);
  assert.equal(lab.etcd.requests("txn").length, 1);
  assert.equal(lab.etcd.requests("get").length, 0);
});

test("the lock goes round in the order in which it was asked for", async () => {
  const lab = createLab();
  const mutexes: Mutex[] = [];
  for (const name of ["a", "b", "c"]) mutexes.push(await mutexOf(lab, name));
  const held: string[] = [];
  const [a, b, c] = mutexes as [Mutex, Mutex, Mutex];
  await a.lock();
  for (const [name, mutex] of [
    ["b", b],
    ["c", c],
  ] as const) {
    void mutex.lock().then(() => held.push(name));
    await lab.settle();
  }
  assert.deepEqual(held, []);
  await a.unlock();
  await lab.settle();
  assert.deepEqual(held, ["b"]);
  await b.unlock();
  await lab.settle();
  assert.deepEqual(held, ["b", "c"]);
});

test("a session that holds the lock may lock it again", async () => {
  const lab = createLab();
  const session = await lab.join("a");
  const first = new Mutex(session, "lock");
  const second = new Mutex(session, "lock");
  await first.lock();
  await second.lock();
  assert.equal(second.revision, first.revision);
});

test("trying a lock that another holds fails at once, with Go's text, and leaves no key", async () => {
  const lab = createLab();
  const [holder, other] = [await mutexOf(lab, "a"), await mutexOf(lab, "b")];
  await holder.tryLock();
  await assert.rejects(other.tryLock(), { message: "mutex: Locked by another session" });
  assert.deepEqual(lab.etcd.keyNames(), ["lock/1000"]);
  assert.equal(other.key, undefined);
});

test("unlocking what is not locked fails with Go's text", async () => {
  const lab = createLab();
  const mutex = await mutexOf(lab, "a");
  const released = { message: "mutex: lock has already been released" };
  await assert.rejects(mutex.unlock(), released);
  await mutex.lock();
  await mutex.unlock();
  await assert.rejects(mutex.unlock(), released);
  assert.throws(() => mutex.isOwner(), released);
});

test("giving up on a lock takes the key back", async () => {
  const lab = createLab();
  const [holder, other] = [await mutexOf(lab, "a"), await mutexOf(lab, "b")];
  await holder.lock();
  const stop = new AbortController();
  const waiting = lock(other, stop.signal);
  await lab.settle();
  stop.abort(new Error("context canceled"));
  await assert.rejects(waiting.ended, /context canceled/);
  assert.deepEqual(lab.etcd.keyNames(), ["lock/1000"]);
});

test("a waiter whose lease went is told so instead of getting the lock", async () => {
  const lab = createLab();
  const [holder, other] = [await mutexOf(lab, "a"), await mutexOf(lab, "b")];
  await holder.lock();
  const waiting = lock(other);
  await lab.settle();
  lab.etcd.revoke(other.session.lease);
  await holder.unlock();
  await assert.rejects(waiting.ended, { message: "mutex: session is expired" });
});

test("a holder that dies is followed when its lease expires", async () => {
  const lab = createLab();
  const [holder, other] = [await mutexOf(lab, "a"), await mutexOf(lab, "b")];
  await holder.lock();
  const waiting = lock(other);
  await holder.session.orphan();
  await lab.clock.advance(4999);
  assert.equal(waiting.held, false);
  await lab.clock.advance(1);
  assert.equal(waiting.held, true);
});

test("a write guarded by the lock happens while it is held and not after it is lost", async () => {
  const lab = createLab();
  const mutex = await mutexOf(lab, "a");
  await mutex.lock();
  const guard = mutex.isOwner();
  const write = () => lab.etcd.txn({ compare: [guard], success: [], failure: [] }).succeeded;
  assert.equal(write(), true);
  await mutex.session.close();
  assert.equal(write(), false);
});
