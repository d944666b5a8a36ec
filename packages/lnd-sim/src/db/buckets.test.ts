import assert from "node:assert/strict";
import { test } from "node:test";
import { createMemoryStore } from "../testing/memory-store.ts";
import { type BucketPath, updateBuckets, viewBuckets } from "./buckets.ts";

const rootKeys: BucketPath = ["macaroondb", "macrootkeys"];

test("a bucket's key and id are those that a real lnd was seen to write", async () => {
  const store = createMemoryStore();
  await updateBuckets(store, (tx) => tx.put(rootKeys, "0", Buffer.from("key")));
  const written = [...store.entries].map(([key, value]) => [
    Buffer.from(key, "latin1").subarray("macaroondb".length).toString("hex"),
    value.toString("hex"),
  ]);
  const root = "c3641f8544d7c02f3580b07c0f9887f0c6a27ff5ab1d4a3e29caf197cfc299ae";
  const bucket = "78313977c6605ff5779aa1cfaa2916db1e31185f9467b76a1794baa210ea0cae";
  const name = Buffer.from("macrootkeys").toString("hex");
  assert.deepEqual(written, [
    [`${root}${name}ff`, bucket],
    [`${bucket}3000`, Buffer.from("key").toString("hex")],
  ]);
});

test("values of one name in two buckets do not meet, and a deleted one is gone", async () => {
  const store = createMemoryStore();
  const other: BucketPath = ["macaroondb", "macrootkeys", "inner"];
  await updateBuckets(store, async (tx) => {
    await tx.put(rootKeys, "a", Buffer.from("outer"));
    await tx.put(other, "a", Buffer.from("inner"));
  });
  const [outer, inner] = await updateBuckets(store, async (tx) => {
    const found = [await tx.get(rootKeys, "a"), await tx.get(other, "a")];
    tx.delete(rootKeys, "a");
    return found;
  });
  assert.deepEqual([String(outer), String(inner)], ["outer", "inner"]);
  assert.equal(await updateBuckets(store, (tx) => tx.get(rootKeys, "a")), undefined);
});

test("a scan gives a bucket's values in order, without its inner buckets, from either end", async () => {
  const store = createMemoryStore();
  const inner: BucketPath = ["macaroondb", "macrootkeys", "b"];
  await updateBuckets(store, async (tx) => {
    for (const name of ["c", "a", "b", "d"]) await tx.put(rootKeys, name, Buffer.from(name));
    await tx.put(inner, "x", Buffer.from("x"));
  });
  const names = (options: { limit: number; isReversed?: boolean }) =>
    viewBuckets(store, async (view) => {
      const found = await view.scan(rootKeys, { from: "a", to: "d", ...options });
      return found.map(({ name, value }) => `${name}=${value}`).join();
    });
  assert.equal(await names({ limit: 10 }), "a=a,b=b,c=c");
  assert.equal(await names({ limit: 2, isReversed: true }), "c=c");
});
