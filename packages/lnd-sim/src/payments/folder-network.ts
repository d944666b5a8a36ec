import { mkdirSync, renameSync, rmSync, statSync, unlinkSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import type { Clock } from "@leaderlab/clock";
import type { LightningNetwork } from "./lightning-network.ts";
import { answerPayment, dial, sendPayment } from "./payment-line.ts";

/** How many payments a node takes at once; the payers of more try again. */
const maxConnections = 1000;
/** How often a payer that waits looks whether another node has taken the payee's place. */
const watchMs = 1000;
/** Enough of a public key to tell the nodes of a lab apart, and short: a socket's path has little room. */
const nameDigits = 20;
/** The least that systems grant a socket's path, in bytes. */
const maxPathBytes = 103;
const suffixBytes = "/".length + nameDigits + ".new-12345678".length;

/** How long a folder's path can be, in bytes, so that there is room for the names of sockets behind it. */
export const maxFolderBytes = maxPathBytes - suffixBytes;

/**
 * A network of nodes in different processes of one machine: each serves payments at a Unix socket in the folder, which
 * bears its public key's first digits. A node that joins under the same key, as the next leader of a cluster does,
 * takes the socket's place in one step; what a killed node leaves behind refuses connections and counts as nobody.
 */
export function createFolderNetwork(folder: string, clock: Clock): LightningNetwork {
  const placeOf = (identity: string) => join(folder, identity.slice(0, nameDigits));
  return {
    async join(identity, receive) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const place = placeOf(identity);
      const connections = new Set<Socket>();
      const server = createServer((socket) => {
        connections.add(socket);
        socket.once("close", () => connections.delete(socket));
        void answerPayment(socket, receive);
      });
      server.maxConnections = maxConnections;
      const inode = await listenAt(server, place);
      return () => {
        server.close();
        for (const socket of connections) socket.destroy();
        // Another node may have taken over the same identity meanwhile.
        if (inodeOf(place) === inode) unlinkSync(place);
      };
    },
    async find(identity) {
      const place = placeOf(identity);
      const probe = await dial(place);
      if (probe === undefined) return undefined;
      probe.destroy();
      return async (payment, signal) => {
        const before = inodeOf(place);
        const hasMoved = async (ended: AbortSignal) => {
          while (inodeOf(place) === before) await clock.sleep(watchMs, ended);
        };
        return sendPayment(place, payment, { signal, hasMoved });
      };
    },
  };
}

/**
 * Listens under a name of its own first, and then has that take the place: a server removes the name that it listened
 * under when it closes, which must not be its successor's.
 */
async function listenAt(server: Server, place: string): Promise<number> {
  const own = `${place}.new-${process.pid}`;
  rmSync(own, { force: true });
  await new Promise<void>((resolve, reject) => {
    // Stays, so that a connection that cannot be had later is nobody's fault.
    server.on("error", reject);
    server.listen(own, resolve);
  });
  renameSync(own, place);
  return statSync(place).ino;
}

function inodeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.ino;
}
