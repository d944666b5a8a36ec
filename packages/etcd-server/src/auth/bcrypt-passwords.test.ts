import assert from "node:assert/strict";
import { test } from "node:test";
import { createBcryptPasswords } from "./bcrypt-passwords.ts";

test("a password matches its own hash and no other; each hash has its own salt and the cost", async () => {
  const passwords = createBcryptPasswords(4);
  try {
    const [first, second] = await Promise.all([passwords.hash("secret"), passwords.hash("secret")]);
    assert.match(first, /^\$2[ab]\$04\$/);
    assert.notEqual(first, second);
    assert.ok(await passwords.matches("secret", second));
    assert.ok(!(await passwords.matches("Secret", first)));
    assert.ok(await passwords.matches("", await passwords.hash("")));
  } finally {
    passwords.stop();
  }
});

test("a hash that Go made is known", async () => {
  const passwords = createBcryptPasswords(4);
  // bcrypt.GenerateFromPassword([]byte("pw"), 4) of golang.org/x/crypto/bcrypt.
  const ofGo = "$2a$04$/1.hQwd7MX2ktj.FMQbMC.xGlbBqXmwA1MKNHLga5mjkGCLFiQAAi";
  try {
    assert.ok(await passwords.matches("pw", ofGo));
  } finally {
    passwords.stop();
  }
});

test("what is no hash matches nothing", async () => {
  const passwords = createBcryptPasswords(4);
  for (const hash of ["", "x", "$2a$04$short"]) assert.ok(!(await passwords.matches("", hash)));
  passwords.stop();
});

test("72 bytes can be hashed, no more, and a character may have several", async () => {
  const passwords = createBcryptPasswords(4);
  try {
    await passwords.hash("p".repeat(72));
    await assert.rejects(passwords.hash("p".repeat(73)), { reason: "passwordTooLong" });
    await assert.rejects(passwords.hash("é".repeat(37)), { reason: "passwordTooLong" });
  } finally {
    passwords.stop();
  }
});

test("the store goes on while a password is hashed", async () => {
  const passwords = createBcryptPasswords(12);
  let turns = 0;
  const hashing = passwords.hash("secret").then(() => "hashed");
  try {
    for (;;) {
      const turn = new Promise<string>((resolve) => setImmediate(() => resolve("turned")));
      if ((await Promise.race([hashing, turn])) === "hashed") break;
      turns += 1;
    }
    assert.ok(turns > 10, `${turns} turns`);
  } finally {
    passwords.stop();
  }
});

test("what is under way when it stops is refused", async () => {
  const passwords = createBcryptPasswords(12);
  const hashing = passwords.hash("secret");
  passwords.stop();
  await assert.rejects(hashing, { code: "UNAVAILABLE" });
});
