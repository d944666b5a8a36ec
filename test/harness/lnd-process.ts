import assert from "node:assert/strict";
import { createSystemRandom } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import {
  type LightningNetwork,
  type LndNode,
  parseLndConfig,
  silentLog,
  startLndNode,
} from "@leaderlab/lnd-sim";
import { createWallet, type LndPeer, statesUntil } from "./lnd-peer.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** A simulated lnd of its own, with a database file, on ports that were free. */
export interface OwnNode extends LndPeer, AsyncDisposable {
  readonly node: LndNode;
  /** Its `--lnddir`. */
  readonly folder: string;
}

/** One whose wallet is open. */
export interface ActiveNode extends OwnNode {
  /** The admin macaroon in hexadecimal. */
  readonly macaroon: string;
}

/** How it is started. */
export interface OwnNodeOptions {
  readonly flags?: readonly string[];
  /** Of the seed; left out: a new one. */
  readonly words?: readonly string[];
  /** Whom it can pay, and who can pay it. */
  readonly lightning?: LightningNetwork;
}

const port = (address = "") => Number(address.split(":").at(-1));

/** Starts a node, whose folder goes with it, and waits until it asks for a wallet. */
export async function startOwnNode(options: OwnNodeOptions = {}): Promise<OwnNode> {
  const folder = temporaryFolder();
  const outcome = parseLndConfig([
    `--lnddir=${folder.path}`,
    "--bitcoin.regtest",
    "--bitcoin.node=nochainbackend",
    "--rpclisten=127.0.0.1:0",
    "--restlisten=127.0.0.1:0",
    ...(options.flags ?? []),
  ]);
  assert.ok(outcome.outcome === "config", JSON.stringify(outcome));
  const { lightning } = options;
  const node = await startLndNode(outcome.config, {
    clock: createRealClock(),
    random: createSystemRandom(),
    log: silentLog,
    ...(lightning !== undefined && { lightning }),
  });
  const peer = { rpcPort: port(node.rpcAddresses[0]), restPort: port(node.restAddresses[0]) };
  await statesUntil(peer, "NON_EXISTING");
  return {
    ...peer,
    node,
    folder: folder.path,
    async [Symbol.asyncDispose]() {
      await node.stop();
      folder[Symbol.dispose]();
    },
  };
}

/** Starts a node, creates its wallet, and waits until it is SERVER_ACTIVE. */
export async function startActiveNode(options: OwnNodeOptions = {}): Promise<ActiveNode> {
  const own = await startOwnNode(options);
  const macaroon = await createWallet(own, "password1", options.words);
  await statesUntil(own, "SERVER_ACTIVE");
  return { ...own, macaroon };
}
