import assert from "node:assert/strict";
import { test } from "node:test";
import { toBytes } from "./bytes.ts";
import { contenderKey, contenderPrefix } from "./contender.ts";
import { text } from "./testing/naive-etcd.ts";

const keyOf = (name: string | Uint8Array, lease: bigint) =>
  text(contenderKey(contenderPrefix(name), lease));

test("a key is the name, a slash and the lease in lower-case hex without padding, as lnd's is", () => {
  assert.equal(keyOf("cluster-leader", 2490387274607490051n), "cluster-leader/228fa2081821f403");
  assert.equal(keyOf("x", 0xabn), "x/ab");
});

test("a slash is added even after one, as lnd's default prefix shows", () => {
  assert.equal(keyOf("/leader/", 0x6ff6a20803f08703n), "/leader//6ff6a20803f08703");
});

test("a negative lease is written as Go writes it, with a minus sign", () => {
  assert.equal(keyOf("x", -26n), "x/-1a");
});

test("a name may be any bytes", () => {
  const prefix = contenderPrefix(Uint8Array.of(0xff, 0x00));
  assert.deepEqual([...prefix], [0xff, 0x00, ...toBytes("/")]);
});
