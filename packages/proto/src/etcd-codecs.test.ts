import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import * as etcd from "./etcd.ts";
import { schema } from "./known-schema.ts";
import { loadService } from "./load.ts";
import type { FieldSchema } from "./schema.ts";
import type { MethodDefinition, MethodTypes } from "./service-definition.ts";

const services = {
  kv: etcd.kv,
  watch: etcd.watch,
  lease: etcd.lease,
  cluster: etcd.cluster,
  maintenance: etcd.maintenance,
  auth: etcd.auth,
  election: etcd.election,
  health: etcd.health,
  lock: etcd.lock,
};

/** Each method with our codecs, and with those of proto-loader. */
const pairs = Object.values(services).flatMap(({ name, methods }) => {
  const { methods: loaded } = loadService<Record<string, MethodTypes>>("etcd", name);
  return Object.values(methods).map((ours: MethodDefinition<never>) => {
    const theirs = loaded[ours.name];
    assert.ok(theirs !== undefined, ours.path);
    return { ours: ours as unknown as MethodDefinition, theirs };
  });
});

/** Deep enough for transactions in transactions. */
const maxDepth = 4;

function messageOf(type: string, depth = 0): fc.Arbitrary<Record<string, unknown>> {
  const fields = schema.messages[type] ?? [];
  const choices = new Map<string, FieldSchema[]>();
  const plain: Record<string, fc.Arbitrary<unknown>> = {};
  for (const field of fields) {
    if (field.kind === "message" && depth >= maxDepth) continue;
    if (field.oneof === undefined) plain[field.name] = valuesOf(field, depth);
    else choices.set(field.oneof, [...(choices.get(field.oneof) ?? []), field]);
  }
  const oneofs = [...choices.values()].map((members) =>
    fc.option(
      fc.oneof(
        ...members.map((field) => oneOf(field, depth).map((value) => ({ [field.name]: value }))),
      ),
      { nil: {} },
    ),
  );
  return fc
    .tuple(fc.record(plain, { requiredKeys: [] }), ...oneofs)
    .map((parts) => Object.assign({}, ...parts));
}

function valuesOf(field: FieldSchema, depth: number): fc.Arbitrary<unknown> {
  const one = oneOf(field, depth);
  const maxLength = 3;
  if (field.label === "repeated") return fc.array(one, { maxLength });
  if (field.label === "map") return fc.dictionary(fc.string(), one, { maxKeys: maxLength });
  return one;
}

const int64 = { min: -(2n ** 63n), max: 2n ** 63n - 1n };
const uint64 = { min: 0n, max: 2n ** 64n - 1n };
const near = (bounds: { readonly min: bigint; readonly max: bigint }) =>
  fc.oneof(
    fc.bigInt(bounds).map(String),
    fc.maxSafeNat(),
    fc.nat({ max: 300 }).map(String),
    fc.maxSafeNat().map(String),
  );

/** protobufjs knows these as it does; the text "0" is left out, which it took for a default. */
const scalars: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  bytes: fc.oneof(
    fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes)),
    fc.nat({ max: 20_000 }).map((size) => Buffer.alloc(size, 1)),
  ),
  string: fc.oneof(fc.string(), fc.string({ unit: "binary" })).filter((text) => text !== "0"),
  bool: fc.boolean(),
  int32: fc.integer(),
  uint32: fc.nat(),
  int64: near(int64),
  uint64: near(uint64),
};

function oneOf(field: FieldSchema, depth: number): fc.Arbitrary<unknown> {
  if (field.kind === "message") return messageOf(field.type, depth + 1);
  if (field.kind === "enum") {
    return fc.oneof(
      fc.constantFrom(...Object.keys(schema.enums[field.type] ?? {})),
      fc.integer({ min: -2, max: 9 }),
    );
  }
  const scalar = scalars[field.type];
  assert.ok(scalar !== undefined, `${field.name}: ${field.type}`);
  return scalar;
}

const numRuns = 60;

test("each message of etcd is written and read to the byte as protobufjs does it", () => {
  for (const { ours, theirs } of pairs) {
    fc.assert(
      fc.property(messageOf(ours.requestType), (message) => {
        const bytes = ours.encodeRequest(message);
        assert.equal(bytes.toString("hex"), theirs.encodeRequest(message).toString("hex"));
        assert.deepEqual(ours.decodeRequest(bytes), theirs.decodeRequest(bytes));
      }),
      { numRuns },
    );
    fc.assert(
      fc.property(messageOf(ours.responseType), (message) => {
        const bytes = ours.encodeResponse(message);
        assert.equal(bytes.toString("hex"), theirs.encodeResponse(message).toString("hex"));
        assert.deepEqual(ours.decodeResponse(bytes), theirs.decodeResponse(bytes));
      }),
      { numRuns },
    );
  }
});

test("a method of etcd is described as its .proto file describes it", () => {
  for (const { ours, theirs } of pairs) {
    const { name, path, kind, requestType, responseType, bindings } = ours;
    const { encodeRequest, encodeResponse, decodeRequest, decodeResponse, ...words } = theirs;
    assert.deepEqual({ name, path, kind, requestType, responseType, bindings }, words);
  }
});

test("bytes that are no message are refused with a text, whatever is in them", () => {
  for (const { ours } of pairs) {
    fc.assert(
      fc.property(messageOf(ours.requestType), fc.infiniteStream(fc.nat()), (message, chance) => {
        const bytes = ours.encodeRequest(message);
        const draw = () => chance.next().value as number;
        for (let turn = 0; turn < 3 && bytes.length > 0; turn += 1) {
          bytes[draw() % bytes.length] = draw() & 0xff;
        }
        const cut = bytes.subarray(0, draw() % (bytes.length + 1));
        for (const broken of [bytes, cut]) {
          try {
            ours.decodeRequest(broken);
          } catch (error) {
            assert.equal((error as Error).name, "WireError");
          }
        }
      }),
      { numRuns },
    );
  }
});

test("a text that is a zero is written", () => {
  const { encodeRequest, decodeRequest } = etcd.auth.methods.UserAdd;
  assert.equal(decodeRequest(encodeRequest({ name: "0" })).name, "0");
});

test("a message that stands there twice is one message of both, and of a oneof the last one counts", () => {
  const { decodeResponse } = etcd.kv.methods.Put;
  const twice = decodeResponse(Buffer.from("0a021801" + "0a022005", "hex"));
  assert.deepEqual([twice.header?.revision, twice.header?.raft_term], ["1", "5"]);
  const { decodeRequest } = etcd.watch.methods.Watch;
  const last = decodeRequest(Buffer.from("0a00" + "1200", "hex"));
  assert.deepEqual(last, { cancel_request: { watch_id: "0" }, request_union: "cancel_request" });
});

/** What the real etcd 3.6 answers to such bytes, behind `grpc: error unmarshalling request: `. */
const recorded: readonly (readonly [keyof typeof services, string, string, string])[] = [
  ["kv", "Range", "0a05616263", "unexpected EOF"],
  ["kv", "Range", "0a85", "unexpected EOF"],
  ["kv", "Range", "8a", "unexpected EOF"],
  ["kv", "Range", "ffffffffffffffffffffff01", "proto: integer overflow"],
  ["kv", "Range", "0a016118ffffffffffffffffffffff01", "proto: integer overflow"],
  ["kv", "Range", "0801", "proto: wrong wireType = 0 for field Key"],
  ["kv", "Range", "0a01611a0161", "proto: wrong wireType = 2 for field Limit"],
  ["kv", "Range", "0001", "proto: RangeRequest: illegal tag 0 (wire type 0)"],
  ["kv", "Range", "0c", "proto: RangeRequest: wiretype end group for non-group"],
  ["kv", "Range", "0b0c", "proto: wrong wireType = 3 for field Key"],
  ["kv", "Range", "1b1c", "proto: wrong wireType = 3 for field Limit"],
  ["kv", "Range", "0a0161a606", "proto: illegal wireType 6"],
  ["kv", "Range", "0a0161a706", "proto: illegal wireType 7"],
  ["kv", "Range", "0e", "proto: wrong wireType = 6 for field Key"],
  ["kv", "Range", "0a0161a506010203", "unexpected EOF"],
  ["kv", "Range", "0a0161a10601", "unexpected EOF"],
  ["kv", "Range", "0a0161a2060501", "unexpected EOF"],
  ["kv", "Range", "0a0161a00681", "unexpected EOF"],
  ["kv", "Range", "0affffffffffffffffff01", "proto: negative length found during unmarshaling"],
  ["kv", "Range", "0affffffff0f", "unexpected EOF"],
  [
    "kv",
    "Range",
    "0a0161a206ffffffffffffffffff01",
    "proto: negative length found during unmarshaling",
  ],
  ["kv", "Range", "0a0161a306", "unexpected EOF"],
  ["kv", "Txn", "1205", "unexpected EOF"],
  ["kv", "Txn", "0a020a01", "proto: wrong wireType = 2 for field Result"],
  ["kv", "Txn", "12030a010a", "unexpected EOF"],
  ["kv", "Txn", "12040a020801", "proto: wrong wireType = 0 for field Key"],
  ["kv", "Put", "0a016112016200", "proto: PutRequest: illegal tag 0 (wire type 0)"],
  ["lease", "LeaseGrant", "0a00", "proto: wrong wireType = 2 for field TTL"],
  ["lease", "LeaseGrant", "1200", "proto: wrong wireType = 2 for field ID"],
  ["watch", "Watch", "0a020801", "proto: wrong wireType = 0 for field Key"],
  ["lease", "LeaseKeepAlive", "0a00", "proto: wrong wireType = 2 for field ID"],
  ["auth", "UserAdd", "0801", "proto: wrong wireType = 0 for field Name"],
  ["auth", "UserAdd", "1a020a00", "proto: wrong wireType = 2 for field NoPassword"],
  ["health", "Check", "0a05", "proto: cannot parse invalid wire-format data"],
  ["election", "Campaign", "0801", "proto: wrong wireType = 0 for field Name"],
  ["election", "Campaign", "1200", "proto: wrong wireType = 2 for field Lease"],
  ["cluster", "MemberAdd", "0801", "proto: wrong wireType = 0 for field PeerURLs"],
  ["health", "Check", "0a02c328", "string field contains invalid UTF-8"],
  ["kv", "Range", "0a01613080", "unexpected EOF"],
  ["kv", "Range", "0a016128ffffffffffffffffffff01", "proto: integer overflow"],
  ["watch", "Watch", "0a060a01612a020001", "unexpected EOF"],
  ["watch", "Watch", "0a070a01612d00000000", "proto: wrong wireType = 5 for field Filters"],
  ["watch", "Watch", "0a060a01612a0200", "unexpected EOF"],
  ["kv", "Range", "f8ffffff7f01", "proto: RangeRequest: illegal tag -1 (wire type 34359738360)"],
  ["kv", "Range", "f8ffffffff0f01", "proto: RangeRequest: illegal tag -1 (wire type 549755813880)"],
  ["kv", "Range", "8880808080808080800101", "proto: wrong wireType = 0 for field Key"],
  ["kv", "Range", "0200", "proto: RangeRequest: illegal tag 0 (wire type 2)"],
  ["kv", "Range", "0a0161188080808080808080808000", "proto: integer overflow"],
];

test("bytes that are no message are refused in the words of the real etcd", () => {
  for (const [service, method, hex, text] of recorded) {
    const { decodeRequest } = definitionOf(service, method);
    assert.throws(
      () => decodeRequest(Buffer.from(hex, "hex")),
      { name: "WireError", message: text },
      `${method} ${hex}`,
    );
  }
});

/** What the real etcd takes: fields and groups that it does not know, numbers that are written too long. */
const taken: readonly (readonly [keyof typeof services, string, string])[] = [
  ["kv", "Range", "0a0161a3060801a406"],
  ["kv", "Range", "0a0161a50601020304"],
  ["kv", "Range", "0a0161a00601"],
  ["kv", "Range", "0a0161a306ab06ac06a406"],
  ["kv", "Range", "0a0161a306ac06"],
  ["health", "Check", "0801"],
  ["auth", "UserAdd", "0a02c3281201ff"],
  ["kv", "Range", "0a016138ff01"],
  ["kv", "Range", "0a016128ffffffffffffffffff01"],
];

test("bytes that the real etcd takes are taken", () => {
  for (const [service, method, hex] of taken) {
    assert.doesNotThrow(() => definitionOf(service, method).decodeRequest(Buffer.from(hex, "hex")));
  }
});

function definitionOf(service: keyof typeof services, name: string): MethodDefinition {
  const definition = Object.entries(services[service].methods).find(([own]) => own === name)?.[1];
  assert.ok(definition !== undefined, name);
  return definition as unknown as MethodDefinition;
}
