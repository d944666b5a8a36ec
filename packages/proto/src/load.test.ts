import assert from "node:assert/strict";
import { test } from "node:test";
import * as etcd from "./etcd.ts";
import * as lnd from "./lnd.ts";
import { loadService } from "./load.ts";

test("lnd's NON_EXISTING is a message of no bytes, as Go writes it", () => {
  const { encodeResponse } = lnd.state.methods.GetState;
  assert.equal(encodeResponse({ state: "NON_EXISTING" }).length, 0);
  assert.equal(encodeResponse({ state: "WAITING_TO_START" }).toString("hex"), "08ff01");
});

test("a field that holds its default is not written, at any depth", () => {
  const { encodeResponse } = etcd.kv.methods.Range;
  const kv = { key: Buffer.from("k"), lease: 0, value: Buffer.alloc(0), version: "0" };
  const sparse = encodeResponse({ kvs: [{ key: Buffer.from("k") }] });
  assert.deepEqual(encodeResponse({ kvs: [kv], more: false, count: 0 }), sparse);
});

test("a compare of a oneof field with zero is written: being set is the question asked", () => {
  const { encodeRequest, decodeRequest } = etcd.kv.methods.Txn;
  const compare = { target: "CREATE", key: Buffer.from("k"), create_revision: 0 } as const;
  const [decoded] = decodeRequest(encodeRequest({ compare: [compare] })).compare;
  assert.equal(decoded?.target_union, "create_revision");
  assert.equal(decoded?.create_revision, "0");
});

test("integers of 64 bits keep every digit", () => {
  const { encodeRequest, decodeRequest } = etcd.lease.methods.LeaseRevoke;
  const bytes = encodeRequest({ ID: "-9223372036854775808" });
  assert.equal(decodeRequest(bytes).ID, "-9223372036854775808");
});

test("an enum value that the definition does not know stays its number", () => {
  const { decodeRequest } = etcd.kv.methods.Range;
  assert.equal(decodeRequest(Buffer.from([0x28, 0x07])).sort_order as unknown, 7);
});

test("encoding leaves the message that was given as it was", () => {
  const message = { header: { revision: 0 }, kvs: [], more: false };
  etcd.kv.methods.Range.encodeResponse(message);
  assert.deepEqual(message, { header: { revision: 0 }, kvs: [], more: false });
});

test("a method lists every way to reach it over HTTP", () => {
  assert.deepEqual(
    etcd.lease.methods.LeaseRevoke.bindings.map((binding) => binding.path),
    ["/v3/lease/revoke", "/v3/kv/lease/revoke"],
  );
  const [getState] = lnd.state.methods.GetState.bindings;
  assert.deepEqual(getState, { verb: "GET", path: "/v1/state", hasBody: false });
});

test("an unknown service is refused by name", () => {
  assert.throws(() => loadService("lnd", "foo.Bar"), /unknown service foo\.Bar/);
});

test("keys of 64 bits are decimal digits, in messages within messages, too", () => {
  const { encodeResponse, decodeResponse } = lnd.lightning.methods.ListPayments;
  const first_hop_custom_records = {
    "106823": Buffer.from([0]),
    "18446744073709551615": Buffer.from([1]),
  };
  const [payment] = decodeResponse(
    encodeResponse({ payments: [{ first_hop_custom_records }] }),
  ).payments;
  assert.deepEqual(payment?.first_hop_custom_records, first_hop_custom_records);
});
