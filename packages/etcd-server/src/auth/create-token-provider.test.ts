import assert from "node:assert/strict";

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { createSeededRandom, createVirtualClock } from "@leaderlab/clock";
import type { Log } from "../log.ts";
import { createTokenProvider } from "./create-token-provider.ts";

/** What `--auth-token` gives, and what the log says beside. */
function provided(authToken: string) {
  const said: [string, unknown][] = [];
  const log: Log = (_level, message, fields = {}) =>
    void said.push([message, fields["error"] ?? fields]);
  const [clock, random] = [createVirtualClock(), createSeededRandom(1)];
  try {
    const tokens = createTokenProvider({ authToken, ttlSeconds: 0, clock, random, log });
    return { tokens, said };
  } catch (error) {
    return { refusal: (error as Error).message, said };
  }
}

const invalid = "auth: invalid auth options";

test("a kind of token that etcd does not know is refused", () => {
  assert.equal(provided("bad").refusal, invalid);
  assert.deepEqual(
    provided("bad").said.map(([message]) => message),
    ["unknown token type", "failed to create token provider"],
  );
});

test("options are name=value, each once, for simple tokens, too, where they mean nothing", () => {
  for (const text of ["simple,foo", "jwt,ttl", "simple,a=b=c", "jwt,ttl=1m,ttl=2m"]) {
    const { refusal, said } = provided(text);
    assert.equal(refusal, invalid, text);
    assert.equal(said[0]?.[0], "invalid token option");
  }
  assert.ok(provided("simple,foo=bar").tokens?.readsAtOnce);
});

test("what is wrong with the options of a JWT is told by the log alone", () => {
  const reasons = {
    jwt: "auth: invalid auth signature method",
    "jwt,sign-method=XX": "auth: invalid auth signature method",
    "jwt,sign-method=HS256,ttl=abc": 'time: invalid duration "abc"',
    "jwt,sign-method=RS256,priv-key=/nowhere/x.pem":
      "open /nowhere/x.pem: no such file or directory",
  };
  for (const [text, reason] of Object.entries(reasons)) {
    const { refusal, said } = provided(text);
    assert.equal(refusal, invalid);
    assert.deepEqual(said[0], ["problem loading JWT options", reason]);
  }
});

test("a JWT without a method or without a key is refused", () => {
  assert.equal(
    provided("jwt,sign-method=none").refusal,
    "unsupported signing method: *jwt.signingMethodNone",
  );
  assert.equal(provided("jwt,sign-method=HS256").refusal, "auth: missing key data");
});

test("an option of a JWT that etcd does not know is named in the log", () => {
  const folder = mkdtempSync(join(tmpdir(), "leaderlab-"));
  try {
    const file = join(folder, "key");
    writeFileSync(file, "secret", { mode: 0o600 });
    const { tokens, said } = provided(`jwt,sign-method=HS256,priv-key=${file},what=ever`);
    assert.equal(tokens?.readsAtOnce, false);
    assert.deepEqual(said, [["unknown JWT options", { keys: ["what"] }]]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("where no kind is given, nobody gets a token", () => {
  const { tokens } = provided("");
  assert.throws(() => tokens?.assign({ userName: "u", authRevision: 1, raftIndex: 1 }), {
    reason: "authFailed",
  });
});
