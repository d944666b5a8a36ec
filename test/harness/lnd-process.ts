import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { createSystemRandom } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { type LndNode, parseLndConfig, silentLog, startLndNode } from "@leaderlab/lnd-sim";
import { createWallet, type LndPeer, statesUntil } from "./lnd-peer.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** A simulated lnd of its own, whose wallet is open. */
export interface ActiveNode extends LndPeer, AsyncDisposable {
  readonly node: LndNode;
  /** Its `--lnddir`. */
  readonly folder: string;
  /** The admin macaroon in hexadecimal. */
  readonly macaroon: string;
}

const port = (address = "") => Number(address.split(":").at(-1));

/** Starts a node with a database file of its own, creates its wallet, and waits until it is SERVER_ACTIVE. */
export async function startActiveNode(
  flags: readonly string[] = [],
  words?: readonly string[],
): Promise<ActiveNode> {
  const folder = temporaryFolder();
  writeFileSync(`${folder.path}/password`, "password1");
  const outcome = parseLndConfig([
    `--lnddir=${folder.path}`,
    "--bitcoin.regtest",
    "--bitcoin.node=nochainbackend",
    "--rpclisten=127.0.0.1:0",
    "--restlisten=127.0.0.1:0",
    ...flags,
  ]);
  assert.ok(outcome.outcome === "config", JSON.stringify(outcome));
  const parts = { clock: createRealClock(), random: createSystemRandom(), log: silentLog };
  const node = await startLndNode(outcome.config, parts);
  const peer = { rpcPort: port(node.rpcAddresses[0]), restPort: port(node.restAddresses[0]) };
  await statesUntil(peer, "NON_EXISTING");
  const macaroon = await createWallet(peer, "password1", words);
  await statesUntil(peer, "SERVER_ACTIVE");
  return {
    ...peer,
    node,
    macaroon,
    folder: folder.path,
    async [Symbol.asyncDispose]() {
      await node.stop();
      folder[Symbol.dispose]();
    },
  };
}
