import assert from "node:assert/strict";
import { test } from "node:test";
import * as lnd from "@leaderlab/proto/lnd";
import { readGatewayRequest } from "./gateway-request.ts";
import { implement } from "./handler.ts";
import { pathOf, pathPattern, queryOf } from "./http-rule.ts";

const endpoints = [
  implement(lnd.lightning, {}),
  implement(lnd.router, {}),
  implement(lnd.walletKit, {}),
].flatMap((implementation) => implementation.endpoints);

/** The request that a target without a body makes, as its handler would get it. */
function read(verb: string, target: string): Record<string, unknown> {
  const path = pathOf(target);
  for (const endpoint of endpoints) {
    for (const binding of endpoint.method.bindings) {
      const pattern = pathPattern(binding);
      if (binding.verb !== verb || !pattern.matches(path)) continue;
      const options = { ignoreUnknown: false, errorSpace: " " } as const;
      const parts = { endpoint, pattern, path, query: queryOf(target), body: undefined, options };
      const message = readGatewayRequest(parts);
      return endpoint.method.decodeRequest(message) as Record<string, unknown>;
    }
  }
  throw new Error(`no method answers ${verb} ${target}`);
}

const refuses = (verb: string, target: string, message: string) =>
  assert.throws(() => read(verb, target), { code: "INVALID_ARGUMENT", message });

test("parameters of the query fill the request's fields, and strangers are passed over", () => {
  const request = read("GET", "/v1/invoices?num_max_invoices=2&reversed=t&indexOffset=9&bogus=1");
  assert.equal(request["num_max_invoices"], "2");
  assert.equal(request["reversed"], true);
  assert.equal(request["index_offset"], "9");
  assert.equal(read("GET", "/v1/newaddress?type=4")["type"], "TAPROOT_PUBKEY");
  assert.equal(
    read("GET", "/v1/newaddress?type=UNUSED_TAPROOT_PUBKEY")["type"],
    "UNUSED_TAPROOT_PUBKEY",
  );
  assert.deepEqual(read("GET", "/v1/newaddress?account=a%20b+c")["account"], "a b c");
});

test("fields of messages, maps and lists are named by dots, brackets and repetition", () => {
  const fee = read("GET", "/v1/transactions/fee?AddrToAmount[a]=5&AddrToAmount[b]=6&target_conf=2");
  assert.deepEqual(fee["AddrToAmount"], { a: "5", b: "6" });
  const routes = read(
    "GET",
    "/v1/graph/routes/ab/10?fee_limit.fixed=7&ignored_nodes=AAEC&ignored_nodes=AA==",
  );
  assert.equal(routes["pub_key"], "ab");
  assert.equal(routes["amt"], "10");
  assert.equal((routes["fee_limit"] as { fixed: string }).fixed, "7");
  assert.deepEqual(routes["ignored_nodes"], [Buffer.from([0, 1, 2]), Buffer.from([0])]);
});

test("a path's segments fill the fields that it names, and the query does not override them", () => {
  const close = read("DELETE", "/v1/channels/abcd/3?channel_point.output_index=9&force=true");
  const point = close["channel_point"] as { funding_txid_str: string; output_index: number };
  assert.deepEqual([point.funding_txid_str, point.output_index], ["abcd", 3]);
  assert.equal(close["force"], true);
  const tracked = read("GET", "/v2/router/track/AAEC_w%3D%3D");
  assert.deepEqual(tracked["payment_hash"], Buffer.from([0, 1, 2, 0xff]));
  assert.equal(read("GET", "/v1/invoice/")["r_hash_str"], "");
});

test("a value that does not fit is refused in the words of lnd's gateway", () => {
  const parse = (call: string, text: string) =>
    `strconv.Parse${call}: parsing "${text}": invalid syntax`;
  refuses(
    "GET",
    "/v1/invoices?num_max_invoices=-1",
    `parsing field "num_max_invoices": ${parse("Uint", "-1")}`,
  );
  refuses(
    "GET",
    "/v1/invoices?reversed=maybe",
    `parsing field "reversed": ${parse("Bool", "maybe")}`,
  );
  refuses("GET", "/v1/newaddress?type=9", 'parsing field "type": "9" is not a valid value');
  refuses("GET", "/v1/newaddress?type=1&type=2", 'too many values for field "type": 1, 2');
  refuses(
    "DELETE",
    "/v1/macaroon/x",
    `type mismatch, parameter: root_key_id, error: ${parse("Uint", "x")}`,
  );
  refuses(
    "GET",
    "/v2/router/track/!!!",
    "type mismatch, parameter: payment_hash, error: illegal base64 data at input byte 0",
  );
  refuses("GET", "/v1/invoices?index_offset=%zz", 'invalid URL escape "%zz"');
  refuses("GET", "/v1/invoices?a;b", "invalid semicolon separator in query");
});

test("a request without fields does not look at the query", () => {
  assert.deepEqual(read("GET", "/v1/getinfo?a;b=%zz"), {});
});
