import assert from "node:assert/strict";
import { test } from "node:test";
import type { Call } from "@leaderlab/rpc";
import { Callers } from "./callers.ts";
import type { Bearer, TokenProvider } from "./token-provider.ts";

const alice = { userName: "alice", authRevision: 7 };

/** Tokens of which `good` is alice's. */
function tokens(readsAtOnce = true): TokenProvider {
  const bearer =
    (token: string): Bearer =>
    () =>
      token === "good" ? alice : undefined;
  return {
    readsAtOnce,
    assign: () => "good",
    read: (token) => (readsAtOnce ? bearer(token) : Promise.resolve(bearer(token))),
    endLogins() {},
  };
}

function call(metadata: Readonly<Record<string, readonly string[]>>, commonName?: string): Call {
  return {
    method: {} as Call["method"],
    transport: "grpc",
    peer: "",
    commonName,
    signal: new AbortController().signal,
    metadata: (key) => metadata[key] ?? [],
  };
}

test("a token comes as `token` or as `authorization`; the former goes first, and of several the first", () => {
  const callers = new Callers({ tokens: tokens(), usesCertificates: false });
  const callerOf = (metadata: Readonly<Record<string, readonly string[]>>) =>
    callers.callerOf(call(metadata), 9);
  assert.equal(callerOf({}), "anonymous");
  assert.deepEqual(callerOf({ token: ["good"] }), alice);
  assert.deepEqual(callerOf({ authorization: ["good"] }), alice);
  assert.deepEqual(callerOf({ authorization: ["Bearer good"] }), alice);
  assert.equal(callerOf({ token: ["bad"], authorization: ["good"] }), "invalidToken");
  assert.equal(callerOf({ token: ["bad", "good"] }), "invalidToken");
  assert.equal(callerOf({ authorization: ["bearer good"] }), "invalidToken");
});

test("a certificate's name is a user's only where it is said to be, and only without a token", () => {
  const [uses, ignores] = [true, false].map(
    (usesCertificates) => new Callers({ tokens: tokens(), usesCertificates }),
  );
  const shown = call({}, "carol");
  assert.deepEqual(uses?.callerOf(shown, 9), { userName: "carol", authRevision: 9 });
  assert.equal(ignores?.callerOf(shown, 9), "anonymous");
  assert.deepEqual(uses?.callerOf(call({ token: ["good"] }, "carol"), 9), alice);
  assert.equal(uses?.callerOf(call({ token: ["bad"] }, "carol"), 9), "invalidToken");
  assert.deepEqual(uses?.callerOf(call({}, ""), 9), { userName: "", authRevision: 9 });
});

test("a token that takes time to read is read before the call, for the calls that it makes, too", async () => {
  const callers = new Callers({ tokens: tokens(false), usesCertificates: false });
  const outer = call({ token: ["good"] });
  assert.equal(callers.callerOf(outer, 9), "invalidToken", "nobody has read it");
  await callers.prepare(outer);
  assert.deepEqual(callers.callerOf(outer, 9), alice);
  assert.deepEqual(callers.callerOf({ ...outer, origin: outer }, 9), alice);
});
