import assert from "node:assert/strict";
import { test } from "node:test";
import { createSeededRandom, createVirtualClock } from "@leaderlab/clock";
import { SimpleTokens } from "./simple-tokens.ts";

function lab(ttlSeconds = 10) {
  const clock = createVirtualClock();
  const tokens = new SimpleTokens({ clock, random: createSeededRandom(1), ttlSeconds });
  const login = (userName: string) => tokens.assign({ userName, authRevision: 3, raftIndex: 8 });
  const bearer = (token: string) => tokens.read(token)(7);
  return { clock, tokens, login, bearer };
}

test("a token is 16 letters and the index of its login, and no two are the same", () => {
  const { login } = lab();
  const tokens = Array.from({ length: 500 }, () => login("alice"));
  assert.ok(tokens.every((token) => /^[a-zA-Z]{16}\.8$/.test(token)));
  assert.equal(new Set(tokens).size, tokens.length);
});

test("whoever brings a token counts as having logged in at this moment", () => {
  const { login, bearer } = lab();
  assert.deepEqual(bearer(login("alice")), { userName: "alice", authRevision: 7 });
  assert.equal(bearer("abcdefghijklmnop.8"), undefined);
});

test("a token ends when it was not used for its time, and each use begins that anew", async () => {
  const { clock, login, bearer } = lab(10);
  const token = login("alice");
  await clock.advance(9_000);
  assert.ok(bearer(token));
  await clock.advance(10_000);
  assert.ok(bearer(token), "it lives to the end of its last moment");
  await clock.advance(10_001);
  assert.equal(bearer(token), undefined);
  assert.equal(bearer(token), undefined, "and does not come back");
});

test("a time to live of 0 seconds is one of 300", async () => {
  const { clock, login, bearer } = lab(0);
  const token = login("alice");
  await clock.advance(300_000);
  assert.ok(bearer(token));
  await clock.advance(300_001);
  assert.equal(bearer(token), undefined);
});

test("the tokens of one user end together, those of others live on", () => {
  const { tokens, login, bearer } = lab();
  const [first, second, other] = [login("alice"), login("alice"), login("bob")];
  tokens.endLogins("alice");
  assert.deepEqual([bearer(first), bearer(second)], [undefined, undefined]);
  assert.ok(bearer(other));
  tokens.endLogins(undefined);
  assert.equal(bearer(other), undefined);
});
