import assert from "node:assert/strict";
import { test } from "node:test";
import { createSystemRandom, createVirtualClock, type VirtualClock } from "@leaderlab/clock";
import { scryptSecret } from "./stretch-secret.ts";
import { createMemoryStore } from "./testing/memory-store.ts";
import { WalletDoor } from "./wallet-door.ts";

const password = Buffer.from("a password");
const entropy = Buffer.alloc(16, 7);
const wishes = { statelessInit: false };
const macaroon = Buffer.from("macaroon");

const parts = (clock: VirtualClock) => ({
  clock,
  random: createSystemRandom(),
  stretchSecret: scryptSecret,
});

/** A door to a store that holds a wallet. */
async function doorToWallet() {
  const store = createMemoryStore();
  const first = new WalletDoor(parts(createVirtualClock()), Promise.resolve(store));
  const creating = first.create({ password, entropy, birthday: 0 }, wishes);
  (await first.opened).reply(macaroon);
  await creating;
  const clock = createVirtualClock();
  return { clock, door: new WalletDoor(parts(clock), Promise.resolve(store)) };
}

test("who opens the wallet is answered when the node goes on with it", async () => {
  const { door } = await doorToWallet();
  const unlocking = door.unlock(password, wishes);
  const opened = await door.opened;
  assert.deepEqual([opened.isNew, opened.wallet.entropy], [false, entropy]);
  opened.reply(macaroon);
  assert.deepEqual(await unlocking, macaroon);
});

test("of two that come at once one opens, the other hears that it is open already", async () => {
  const { door } = await doorToWallet();
  const both = [door.unlock(password, wishes), door.unlock(password, wishes)];
  (await door.opened).reply(macaroon);
  const [first, second] = await Promise.allSettled(both);
  assert.equal(first?.status, "fulfilled");
  assert.match(String(second?.status === "rejected" && second.reason), /wallet already unlocked/);
});

test("a wrong password opens nothing, and the right one still does", async () => {
  const { door } = await doorToWallet();
  await assert.rejects(door.unlock(Buffer.from("wrong"), wishes), {
    message: "invalid passphrase for master public key",
  });
  const unlocking = door.unlock(password, wishes);
  (await door.opened).reply(macaroon);
  await unlocking;
});

test("a node that never goes on leaves the caller with lnd's timeout", async () => {
  const { clock, door } = await doorToWallet();
  const unlocking = assert.rejects(door.unlock(password, wishes), {
    message: "got no unlock message before timeout",
  });
  await door.opened;
  await clock.advance(5 * 60_000);
  await unlocking;
});

test("a change of password that is refused half-way changes nothing", async () => {
  const { door } = await doorToWallet();
  const refused = door.changePassword(password, Buffer.from("another one"), {
    ...wishes,
    beforeChange: () => {
      throw new Error("no file to remove");
    },
  });
  await assert.rejects(refused, /no file to remove/);
  const unlocking = door.unlock(password, wishes);
  (await door.opened).reply(macaroon);
  await unlocking;
});
