import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { createVirtualClock } from "@leaderlab/clock";
import { parseLndConfig } from "../config/config.ts";
import { Deferred } from "../deferred.ts";
import type { IncomingPayment } from "../invoices/invoice-book.ts";
import { createFolderNetwork, maxFolderBytes } from "./folder-network.ts";
import type { Receive, Reply } from "./lightning-network.ts";

const root = mkdtempSync(join(tmpdir(), "leaderlab-network-"));
after(() => rmSync(root, { recursive: true }));
let made = 0;
const newFolder = () => join(root, String(++made));

const identity = `02${"ab".repeat(32)}`;
const place = (folder: string) => join(folder, identity.slice(0, 20));
const payment: IncomingPayment = {
  hash: "01".repeat(32),
  paymentAddr: "02".repeat(32),
  amountMsat: 21_000_000_000_000_000_001n,
  htlc: { chanId: "18446744073709551615", htlcIndex: 1, acceptHeight: 2, expiryHeight: 3 },
};
const settled: Reply = { outcome: "settled", preimage: "03".repeat(32) };
const { signal } = new AbortController();

test("a payment and its reply pass from one process's network to another's through the folder", async () => {
  const folder = newFolder();
  const [payer, payee] = [1, 2].map(() => createFolderNetwork(folder, createVirtualClock()));
  assert.equal(await payer?.find(identity), undefined);
  const seen: IncomingPayment[] = [];
  const leave = await payee?.join(identity, async (incoming) => {
    seen.push(incoming);
    return seen.length === 1 ? settled : { outcome: "refused" };
  });
  const receive = await payer?.find(identity);
  assert.deepEqual(await receive?.(payment, signal), settled);
  assert.deepEqual(await receive?.(payment, signal), { outcome: "refused" });
  assert.deepEqual(seen, [payment, payment]);
  assert.equal(statSync(folder).mode & 0o777, 0o700);
  leave?.();
  assert.equal(await payer?.find(identity), undefined);
  assert.deepEqual(readdirSync(folder), []);
});

test("who joins last under a key is found, and the end of the one before does not take its place away", async () => {
  const folder = newFolder();
  const network = createFolderNetwork(folder, createVirtualClock());
  const leaveOld = await network.join(identity, async () => ({ outcome: "refused" }));
  const leaveNew = await network.join(identity, async () => settled);
  leaveOld();
  assert.deepEqual(await (await network.find(identity))?.(payment, signal), settled);
  leaveNew();
});

test("a payment is lost when its payee leaves, is replaced or was killed before it replied", async () => {
  const folder = newFolder();
  const clock = createVirtualClock();
  const network = createFolderNetwork(folder, clock);
  const taken: Deferred<void>[] = [new Deferred(), new Deferred()];
  let gone = 0;
  const hold: Receive = (_payment, ends) => {
    taken[gone]?.resolve();
    return new Promise((_resolve, reject) => {
      ends.addEventListener("abort", () => {
        gone += 1;
        reject(ends.reason);
      });
    });
  };
  const leaveFirst = await network.join(identity, hold);
  const first = (await network.find(identity))?.(payment, signal);
  await taken[0]?.promise;
  leaveFirst();
  assert.deepEqual(await first, { outcome: "lost" });

  const leaveSecond = await network.join(identity, hold);
  const second = (await network.find(identity))?.(payment, signal);
  await taken[1]?.promise;
  const leaveThird = await network.join(identity, hold);
  clock.advance(1000);
  assert.deepEqual(await second, { outcome: "lost" });
  leaveSecond();

  const receive = await network.find(identity);
  leaveThird();
  assert.deepEqual(await receive?.(payment, signal), { outcome: "lost" });
});

test("a socket that a killed node left behind is nobody's, and the next node takes its place", async () => {
  const folder = newFolder();
  const network = createFolderNetwork(folder, createVirtualClock());
  (await network.join("02cd", async () => settled))();
  writeFileSync(place(folder), "");
  assert.equal(await network.find(identity), undefined);
  const leave = await network.join(identity, async () => settled);
  assert.notEqual(await network.find(identity), undefined);
  leave();
});

test("what is no payment, or no reply, ends the connection and nothing else", async () => {
  const folder = newFolder();
  const network = createFolderNetwork(folder, createVirtualClock());
  const leave = await network.join(identity, async () => settled);
  for (const line of ["GET / HTTP/1.1\n", "null\n", "{}\n", '{"hash":1}\n', "x".repeat(5000)]) {
    const socket = connect(place(folder));
    socket.on("error", () => {});
    socket.write(line);
    await new Promise((resolve) => socket.once("close", resolve).resume());
  }
  assert.deepEqual(await (await network.find(identity))?.(payment, signal), settled);
  leave();

  const replies = ["[]\n", '{"outcome":"settled"}\n', "nonsense\n", "x".repeat(5000)];
  const server = createServer((socket) => socket.on("error", () => {}).end(replies.pop() ?? ""));
  await new Promise<void>((resolve) => server.listen(place(folder), resolve));
  const receive = await network.find(identity);
  while (replies.length > 0) {
    assert.deepEqual(await receive?.(payment, signal), { outcome: "lost" });
  }
  server.close();
});

test("a folder whose path is too long for sockets is refused with its limit, before the node starts", () => {
  const flags = ["--bitcoin.regtest", `--sim.lightning-network=/${"x".repeat(maxFolderBytes)}`];
  const outcome = parseLndConfig(flags);
  assert.equal(outcome.outcome === "exit" && outcome.exitCode, 1);
  assert.match(outcome.outcome === "exit" ? outcome.stderr.join() : "", /at most \d+ bytes/);
});
