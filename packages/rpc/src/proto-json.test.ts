import assert from "node:assert/strict";
import { test } from "node:test";
import "@leaderlab/proto/etcd";
import "@leaderlab/proto/lnd";
import fc from "fast-check";
import { cutGoJson } from "./go-json.ts";
import { readProtoJson } from "./proto-json-read.ts";
import { writeProtoJson } from "./proto-json-write.ts";

const strict = { ignoreUnknown: false, errorSpace: " " } as const;
const unlock = (json: string) => readProtoJson(json, "lnrpc.UnlockWalletRequest", strict);

test("field names may be written as in the .proto file or in lowerCamelCase", () => {
  const bytes = Buffer.from("secret");
  assert.deepEqual(unlock('{"wallet_password":"c2VjcmV0"}'), { wallet_password: bytes });
  assert.deepEqual(unlock('{"walletPassword":"c2VjcmV0"}'), { wallet_password: bytes });
});

test("errors have Go's texts and positions", () => {
  const refused = [
    ["not json", "invalid character 'o' in literal null (expecting 'u')"],
    ['{"bogus":1}', 'proto: (line 1:2): unknown field "bogus"'],
    [
      '{"wallet_password":"%%%"}',
      'proto: (line 1:20): invalid value for bytes field walletPassword: "%%%"',
    ],
    [
      '\n {"stateless_init":\n1}',
      "proto: (line 2:1): invalid value for bool field statelessInit: 1",
    ],
    ["[]", "proto: syntax error (line 1:1): unexpected token ["],
    [
      '{"stateless_init":true,"statelessInit":true}',
      'proto: (line 1:24): duplicate field "statelessInit"',
    ],
    ["{", "unexpected EOF"],
    ['{"a" 1}', "invalid character '1' after object key"],
    ['{"a":1 "b"}', "invalid character '\"' after object key:value pair"],
    ["{a}", "invalid character 'a' looking for beginning of object key string"],
    ["[1 2]", "invalid character '2' after array element"],
    ["]", "invalid character ']' looking for beginning of value"],
    ['"\u0001"', "invalid character '\\x01' in string literal"],
    ["-x", "invalid character 'x' in numeric literal"],
    [
      '{"recovery_window":1.5}',
      "proto: (line 1:20): invalid value for int32 field recoveryWindow: 1.5",
    ],
    [
      '{"recovery_window":2147483648}',
      "proto: (line 1:20): invalid value for int32 field recoveryWindow: 2147483648",
    ],
  ] as const;
  for (const [json, message] of refused) assert.throws(() => unlock(json), { message }, json);
});

test("no body and a null field leave everything unset; what follows the value is not looked at", () => {
  assert.deepEqual(unlock(""), {});
  assert.deepEqual(unlock(' {"wallet_password":null} trailing'), {});
});

test("an integer may be a string, and 1e2 and 10.0 are integers", () => {
  const range = (json: string) => readProtoJson(json, "etcdserverpb.RangeRequest", strict);
  assert.deepEqual(range('{"limit":"9223372036854775807"}'), { limit: "9223372036854775807" });
  assert.deepEqual(range('{"limit":1e2,"revision":10.0}'), { limit: "100", revision: "10" });
  assert.throws(() => range('{"limit":"9223372036854775808"}'), /int64 field limit/);
  assert.throws(() => range('{"limit":" 1"}'), /int64 field limit/);
});

test("bytes may be standard or URL-safe base64, padded or not", () => {
  for (const text of ["+/8=", "-_8=", "+/8", "-_8"]) {
    assert.deepEqual(unlock(`{"wallet_password":"${text}"}`), {
      wallet_password: Buffer.from([0xfb, 0xff]),
    });
  }
});

test("line ends in base64 are passed over, as Go passes over them, and no other mistake is", () => {
  const password = (text: string) => unlock(JSON.stringify({ wallet_password: text }));
  for (const text of ["Zm\n9v", "Zm9v\r\n"]) {
    assert.doesNotThrow(() => password(text), JSON.stringify(text));
  }
  for (const text of ["+_8=", "Z", "=", "Zm8==", "Zm8=\n", "Zg=\n=", "Z m8="]) {
    assert.throws(() => password(text), /invalid value for bytes/, JSON.stringify(text));
  }
});

test("strings are UTF-8, and half a surrogate pair needs the other half, wherever they stand", () => {
  const lenient = { ignoreUnknown: true, errorSpace: " " } as const;
  const addUser = (json: string | Buffer) =>
    readProtoJson(json, "etcdserverpb.AuthUserAddRequest", lenient);
  assert.deepEqual(addUser('{"name":"\\ud83d\\ude00"}'), { name: "\u{1f600}" });
  const refused = [
    ['{"name":"\\ud800"}', "proto: unexpected EOF"],
    [
      '{"name":"\\ude00\\ud83d"}',
      'proto: syntax error (line 1:9): invalid escape code "\\\\ud83d" in string',
    ],
    [
      '{"x":[{"a":"\\ud800"}],"name":"n"}',
      'proto: syntax error (line 1:12): invalid escape code "\\"}],\\"n" in string',
    ],
    [
      Buffer.from('{"name":"\xff"}', "latin1"),
      "proto: syntax error (line 1:9): invalid UTF-8 in string",
    ],
    [
      Buffer.from('{"\xff":1}', "latin1"),
      "proto: syntax error (line 1:2): invalid UTF-8 in string",
    ],
    ["\u00e9", "invalid character '\u00c3' looking for beginning of value"],
  ] as const;
  for (const [json, message] of refused) {
    assert.throws(() => addUser(json), { message }, String(json));
  }
});

test("what JSON.parse takes is taken, and nothing else", () => {
  const taken = (text: string) => {
    try {
      const bytes = Buffer.from(text).toString("latin1");
      const cut = cutGoJson(bytes);
      return cut !== undefined && /^[ \t\r\n]*$/.test(bytes.slice(cut.end));
    } catch {
      return false;
    }
  };
  const parsed = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const spoiled = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom(...'{}[]",:0-.e1 tn\\u'))
    .map(([json, at, letter]) => {
      const place = at % (json.length + 1);
      return json.slice(0, place) + letter + json.slice(place + 1);
    });
  fc.assert(
    fc.property(fc.oneof(fc.json(), spoiled, fc.string()), (text) => {
      assert.equal(taken(text), parsed(text), JSON.stringify(text));
    }),
    { numRuns: 1000 },
  );
});

test("an enum may be a name or a number; a lenient reader passes over what it does not know", () => {
  const lenient = { ignoreUnknown: true, errorSpace: " " } as const;
  const range = (json: string) => readProtoJson(json, "etcdserverpb.RangeRequest", lenient);
  assert.deepEqual(range('{"sort_order":"DESCEND","sort_target":3,"bogus":[{}]}'), {
    sort_order: "DESCEND",
    sort_target: 3,
  });
});

test("two fields of one oneof are refused", () => {
  const json = '{"requestRange":{},"requestPut":{}}';
  assert.throws(
    () => readProtoJson(json, "etcdserverpb.RequestOp", strict),
    /oneof etcdserverpb.RequestOp.request is already set/,
  );
});

test("lnd's style writes every field in the order of its declaration", () => {
  const text = writeProtoJson(
    {
      alias: "a",
      chains: [{ chain: "bitcoin", network: "regtest" }],
      features: { 0: { name: "x" } },
    },
    "lnrpc.GetInfoResponse",
    { emitUnset: true, separator: ", " },
  );
  assert.ok(
    text.startsWith('{"version":"", "commit_hash":"", "identity_pubkey":"", "alias":"a", '),
  );
  assert.ok(text.includes('"best_header_timestamp":"0", "synced_to_chain":false'));
  assert.ok(text.includes('"features":{"0":{"name":"x", "is_required":false, "is_known":false}}'));
  assert.ok(text.endsWith('"graph_cache_status":"GRAPH_CACHE_STATUS_DISABLED"}'));
});

test("etcd's style leaves out what holds its default, but not a oneof that is set", () => {
  const style = { emitUnset: false, separator: "," } as const;
  const kvs = [{ key: Buffer.from("k"), version: "1", lease: "0" }];
  assert.equal(
    writeProtoJson({ kvs, count: "1", more: false }, "etcdserverpb.RangeResponse", style),
    '{"kvs":[{"key":"aw==","version":"1"}],"count":"1"}',
  );
  assert.equal(
    writeProtoJson({ create_revision: "0", result: "EQUAL" }, "etcdserverpb.Compare", style),
    '{"create_revision":"0"}',
  );
});

test("bytes are base64, or hexadecimal digits where lncli prints them", () => {
  const message = { wallet_password: Buffer.from([0, 255]) };
  const write = (hexBytes?: true) =>
    writeProtoJson(message, "lnrpc.UnlockWalletRequest", {
      emitUnset: false,
      separator: ",",
      ...(hexBytes !== undefined && { hexBytes }),
    });
  assert.deepEqual(
    [write(), write(true)],
    ['{"wallet_password":"AP8="}', '{"wallet_password":"00ff"}'],
  );
});

test("a map's members stand in the order of their keys, as Go writes them", () => {
  const style = { emitUnset: false, separator: "," } as const;
  const method_permissions = { "/b": {}, "/B": {}, "/a": {} };
  assert.equal(
    writeProtoJson({ method_permissions }, "lnrpc.ListPermissionsResponse", style),
    '{"method_permissions":{"/B":{},"/a":{},"/b":{}}}',
  );
  const first_hop_custom_records = { "70000000000": Buffer.from([1]), "106823": Buffer.from([0]) };
  assert.equal(
    writeProtoJson({ first_hop_custom_records }, "lnrpc.Payment", style),
    '{"first_hop_custom_records":{"106823":"AA==","70000000000":"AQ=="}}',
  );
});
