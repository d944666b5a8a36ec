import assert from "node:assert/strict";
import { test } from "node:test";
import { curlState, lncliState } from "./shell-lines.ts";
import { clusterOf } from "./testing/lab-fixture.ts";

function nodeAt(tlsCertPath: string) {
  const [node] = clusterOf({ tlsCertPath }).nodes;
  assert.ok(node);
  return node;
}

test("the curl line asks for the state over TLS without checking the certificate", () => {
  assert.equal(curlState(nodeAt("/lab/tls.cert")), "curl -sk https://127.0.0.1:8080/v1/state");
});

test("the lncli line names the node's folder and its gRPC address", () => {
  assert.equal(
    lncliState(nodeAt("/lab/lnd-1/tls.cert")),
    "npx leaderlab lncli --network=regtest --lnddir=/lab/lnd-1 --rpcserver=127.0.0.1:10009 state",
  );
});

test("a folder with a space or a quote survives a shell", () => {
  assert.match(lncliState(nodeAt("/my lab/tls.cert")), / '--lnddir=\/my lab' /);
  assert.match(lncliState(nodeAt("/it's/tls.cert")), / '--lnddir=\/it'\\''s' /);
});
