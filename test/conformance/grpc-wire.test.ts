import assert from "node:assert/strict";
import type { ClientHttp2Session } from "node:http2";
import { test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { etcdVersion, startDefaultEtcd } from "../harness/default-etcd.ts";
import { startEtcdProcess, targetName } from "../harness/etcd-target.ts";
import { freePort } from "../harness/free-port.ts";
import {
  exchange,
  framed,
  openHttp2,
  type RawReply,
  type RawRequest,
} from "../harness/raw-grpc.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

/** A Range of the key `k`, and a request that watches it. */
const range = Buffer.from("0a016b", "hex");
const watch = Buffer.from("0a030a016b", "hex");
const none = Buffer.alloc(0);
const tooLong = Buffer.from("00ffffffff", "hex");
const path = {
  watch: { ":path": "/etcdserverpb.Watch/Watch" },
  keepAlive: { ":path": "/etcdserverpb.Lease/LeaseKeepAlive" },
  snapshot: { ":path": "/etcdserverpb.Maintenance/Snapshot" },
};

/** Requests that no library would send, with the status and the text that grpc-go ends them with. */
const refusals: readonly (readonly [string, RawRequest, string, string])[] = [
  ["a request that never comes", { body: none }, "2", "EOF"],
  [
    "one that breaks off in its message",
    { body: framed(range).subarray(0, 6) },
    "2",
    "unexpected EOF",
  ],
  ["one that breaks off in its head", { body: framed(range).subarray(0, 3) }, "2", "EOF"],
  [
    "a length that nobody takes",
    { body: tooLong },
    "8",
    "grpc: received message larger than max (4294967295 vs. 2097152)",
  ],
  [
    "the same, of a client that goes on",
    { body: tooLong, isEnded: false },
    "8",
    "grpc: received message larger than max (4294967295 vs. 2097152)",
  ],
  [
    "an unknown payload format",
    { body: framed(range, 2) },
    "13",
    "grpc: received unexpected payload format 2",
  ],
  [
    "a compressed message without an encoding",
    { body: framed(range, 1) },
    "13",
    "grpc: compressed flag set with identity or empty encoding",
  ],
  [
    "the encoding identity, compressed",
    { headers: { "grpc-encoding": "identity" }, body: framed(range, 1) },
    "13",
    "grpc: compressed flag set with identity or empty encoding",
  ],
  [
    "an encoding that nobody has",
    { headers: { "grpc-encoding": "deflate" }, body: framed(range) },
    "12",
    'grpc: Decompressor is not installed for grpc-encoding "deflate"',
  ],
  [
    "gzip that is none",
    { headers: { "grpc-encoding": "gzip" }, body: framed(range, 1) },
    "13",
    "grpc: failed to decompress the message: unexpected EOF",
  ],
  [
    "gzip that breaks off",
    {
      headers: { "grpc-encoding": "gzip" },
      body: framed(gzipSync(Buffer.alloc(1000)).subarray(0, 20), 1),
    },
    "13",
    "grpc: failed to read decompressed data: unexpected EOF",
  ],
  [
    "gzip that grows beyond the bound",
    { headers: { "grpc-encoding": "gzip" }, body: framed(gzipSync(Buffer.alloc(4 << 20)), 1) },
    "8",
    "grpc: received message after decompression larger than max 2097152",
  ],
  [
    "an unknown method",
    { headers: { ":path": "/etcdserverpb.KV/Nope" }, body: framed(range) },
    "12",
    "unknown method Nope for service etcdserverpb.KV",
  ],
  [
    "an unknown service",
    { headers: { ":path": "/foo.Bar/Nope" }, body: framed(range) },
    "12",
    "unknown service foo.Bar",
  ],
  [
    "an unknown service, asked by a client that goes on",
    { headers: { ":path": "/foo.Bar/Nope" }, body: framed(range), isEnded: false },
    "12",
    "unknown service foo.Bar",
  ],
  [
    "a path without a method",
    { headers: { ":path": "/foo" }, body: framed(range) },
    "12",
    'malformed method name: "/foo"',
  ],
  [
    "a path of three parts",
    { headers: { ":path": "/a/b/c" }, body: framed(range) },
    "12",
    "unknown service a/b",
  ],
  [
    "a timeout of nothing",
    { headers: { "grpc-timeout": "0S" }, body: framed(range) },
    "4",
    "context deadline exceeded",
  ],
  [
    "a watch that breaks off in its message",
    { headers: path.watch, body: framed(watch).subarray(0, 7) },
    "13",
    "unexpected EOF",
  ],
  [
    "a watch with a length that nobody takes",
    { headers: path.watch, body: tooLong, isEnded: false },
    "8",
    "grpc: received message larger than max (4294967295 vs. 2097152)",
  ],
  ["keep-alives of nothing", { headers: path.keepAlive, body: none }, "0", ""],
  [
    "two requests for a snapshot",
    { headers: path.snapshot, body: Buffer.concat([framed(none), framed(none)]) },
    "13",
    "cardinality violation: received multiple request messages for non-client-streaming RPC",
  ],
  [
    "no request for a snapshot",
    { headers: path.snapshot, body: none },
    "13",
    "cardinality violation: received no request message from non-client-streaming RPC",
  ],
];

/** Requests that are no gRPC by their headers. */
const noGrpc: readonly (readonly [string, RawRequest["headers"], string, string, string])[] = [
  [
    "no content type",
    { "content-type": undefined },
    "415",
    "3",
    'invalid gRPC request content-type ""',
  ],
  [
    "JSON",
    { "content-type": "application/json" },
    "415",
    "3",
    'invalid gRPC request content-type "application/json"',
  ],
  [
    "gRPC-Web",
    { "content-type": "application/grpc-web" },
    "415",
    "3",
    'invalid gRPC request content-type "application/grpc-web"',
  ],
  [
    "another verb",
    { ":method": "PUT" },
    "405",
    "13",
    'Received a HEADERS frame with :method "PUT" which should be POST',
  ],
  [
    "a timeout that is too short a text",
    { "grpc-timeout": "1" },
    "400",
    "13",
    'malformed grpc-timeout: transport: timeout string is too short: "1"',
  ],
  [
    "a timeout without digits",
    { "grpc-timeout": "aaS" },
    "400",
    "13",
    'malformed grpc-timeout: strconv.ParseUint: parsing "aa": invalid syntax',
  ],
  [
    "bytes that are no base64",
    { "foo-bin": "*" },
    "400",
    "13",
    'malformed binary metadata "*" in header "foo-bin": illegal base64 data at input byte 0',
  ],
];

const version = etcdVersion();
const skip = version === "3.6" ? false : `grpc-go's words are those of 3.6, this is ${version}`;
const timeout = 60_000;

/** Where the status stands: in the headers when there was nothing before it. */
const statusOf = ({ headers, trailers = headers }: RawReply) => [
  trailers["grpc-status"],
  trailers["grpc-message"] ?? "",
];

async function eachRefusal(
  t: test.TestContext,
  session: ClientHttp2Session,
  isBehindHttp: boolean,
) {
  for (const [what, request, code, text] of refusals) {
    await t.test(`${what} ends with status ${code}`, async () => {
      const reply = await exchange(session, request);
      assert.equal(reply.headers[":status"], "200");
      assert.equal(reply.headers["content-type"], "application/grpc");
      assert.deepEqual(statusOf(reply), [code, text]);
      assert.equal(reply.trailers !== undefined, isBehindHttp, "where the status stands");
      assert.equal(reply.resetCode, 0);
    });
  }
}

test(`gRPC on a plain port is grpc-go's own transport, on ${targetName}`, {
  skip,
  timeout,
}, async (t) => {
  using folder = temporaryFolder();
  await using etcd = await startDefaultEtcd(folder.path, { signal: t.signal });
  const session = openHttp2(etcd.baseUrl);
  t.after(() => session.destroy());
  await eachRefusal(t, session, false);
  for (const [what, headers, status, code, text] of noGrpc) {
    await t.test(`${what} is answered with ${status}, in gRPC's form`, async () => {
      const reply = await exchange(session, { headers: headers ?? {}, body: framed(range) });
      assert.equal(reply.headers[":status"], status);
      assert.equal(reply.headers["content-type"], "application/grpc");
      assert.deepEqual(statusOf(reply), [code, text]);
    });
  }
  await t.test("a reply has its status in trailers, with a message that is empty", async () => {
    const reply = await exchange(session, { body: framed(range) });
    assert.deepEqual(reply.headers, { ":status": "200", "content-type": "application/grpc" });
    assert.deepEqual(reply.trailers, { "grpc-status": "0", "grpc-message": "" });
  });
  await t.test(
    "one request is answered once, before the client says that it is the last",
    async () => {
      const twice = Buffer.concat([framed(range), framed(range)]);
      for (const request of [{ body: twice }, { body: framed(range), isEnded: false }]) {
        const reply = await exchange(session, request);
        assert.deepEqual(statusOf(reply), ["0", ""]);
        assert.equal(reply.body.readUInt32BE(1), reply.body.length - 5);
      }
    },
  );
  await t.test(
    "who names gzip is answered in gzip, whether its request is compressed or not",
    async () => {
      for (const body of [framed(gzipSync(range), 1), framed(range)]) {
        const reply = await exchange(session, { headers: { "grpc-encoding": "gzip" }, body });
        assert.equal(reply.headers["grpc-encoding"], "gzip");
        assert.equal(reply.body[0], 1);
        assert.ok(gunzipSync(reply.body.subarray(5)).length > 0);
      }
    },
  );
  await t.test("the codec of the content type comes back, whatever it is", async () => {
    for (const [sent, received] of [
      ["application/grpc+proto", "application/grpc+proto"],
      ["application/grpc+json", "application/grpc+json"],
      ["application/grpc;a=b", "application/grpc+a=b"],
    ] as const) {
      const headers = { "content-type": sent };
      const reply = await exchange(session, { headers, body: framed(range) });
      assert.equal(reply.headers["content-type"], received);
    }
  });
  await t.test(
    "a stream is reset at its deadline, and whether the client had more to say is all one",
    async () => {
      for (const isEnded of [true, false]) {
        const headers = { ...path.watch, "grpc-timeout": "100m" };
        const ask = () => exchange(session, { headers, body: framed(watch), isEnded });
        let reply = await ask();
        // In a real etcd its handler runs for the same deadline, and now and then wins.
        for (let again = 0; targetName !== "ours" && reply.trailers && again < 10; again++) {
          assert.equal(reply.trailers["grpc-status"], "4");
          reply = await ask();
        }
        assert.equal(reply.trailers, undefined);
        assert.equal(reply.resetCode, 8, "CANCEL");
      }
    },
  );
});

const crossOrigin = {
  "access-control-allow-headers": "accept, content-type, authorization",
  "access-control-allow-methods": "POST, GET, OPTIONS, PUT, DELETE",
  "access-control-allow-origin": "*",
};

test(`gRPC under TLS stands behind net/http, on ${targetName}`, { skip, timeout }, async (t) => {
  using folder = temporaryFolder();
  const url = `https://127.0.0.1:${await freePort()}`;
  const flags = ["--auto-tls", `--listen-client-urls=${url}`, `--advertise-client-urls=${url}`];
  await using _ = await startEtcdProcess(flags, { cwd: folder.path, signal: t.signal });
  const session = openHttp2(url);
  t.after(() => session.destroy());
  await eachRefusal(t, session, true);
  await t.test(
    "a reply bears the headers of etcd's HTTP handlers, and announces its trailers",
    async () => {
      const reply = await exchange(session, { body: framed(range) });
      assert.deepEqual(reply.headers, {
        ":status": "200",
        ...crossOrigin,
        "content-type": "application/grpc",
        trailer: "Grpc-Status, Grpc-Message, Grpc-Status-Details-Bin",
      });
      assert.deepEqual(reply.trailers, { "grpc-status": "0" });
    },
  );
  await t.test("a stream ends with its status at its deadline", async () => {
    const headers = { ...path.watch, "grpc-timeout": "100m" };
    const reply = await exchange(session, { headers, body: framed(watch), isEnded: false });
    assert.deepEqual(statusOf(reply), ["4", "context deadline exceeded"]);
  });
  await t.test("gRPC that is malformed is refused in plain text", async () => {
    for (const [headers, status, text] of [
      [
        { "content-type": "application/grpc-web" },
        "415",
        'invalid gRPC request content-type "application/grpc-web"\n',
      ],
      [{ ":method": "PUT" }, "405", 'invalid gRPC request method "PUT"\n'],
      [
        { "grpc-timeout": "1" },
        "400",
        'malformed grpc-timeout: transport: timeout string is too short: "1"\n',
      ],
    ] as const) {
      const reply = await exchange(session, { headers, body: framed(range) });
      assert.deepEqual([reply.headers[":status"], reply.body.toString()], [status, text]);
      assert.equal(reply.headers["content-type"], "text/plain; charset=utf-8");
    }
  });
  await t.test(
    "what is no gRPC is answered as over HTTP/1.1: health, version, the gateway, 404",
    async () => {
      const json = { "content-type": undefined };
      const ask = (verb: string, at: string, body = "") =>
        exchange(session, {
          headers: { ...json, ":method": verb, ":path": at },
          body: Buffer.from(body),
        });
      const health = await ask("GET", "/health");
      assert.equal(health.body.toString(), '{"health":"true","reason":""}');
      assert.equal(health.headers["access-control-allow-origin"], "*");
      const { etcdserver } = JSON.parse((await ask("GET", "/version")).body.toString());
      assert.match(etcdserver, /^3\.6\.\d+$/);
      const put = await ask("POST", "/v3/kv/put", '{"key":"aw==","value":"dg=="}');
      assert.equal(JSON.parse(put.body.toString()).header.revision, "2");
      const refused = await ask("POST", "/v3/kv/put", "{}");
      assert.equal(refused.headers[":status"], "400");
      assert.deepEqual(JSON.parse(refused.body.toString()).code, 3);
      const nothing = await ask("GET", "/nothing");
      assert.deepEqual(
        [nothing.headers[":status"], nothing.body.toString()],
        ["404", "404 page not found\n"],
      );
    },
  );
});
