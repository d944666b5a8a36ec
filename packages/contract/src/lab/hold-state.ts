import { writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import type { Clock, Random } from "@leaderlab/clock";
import { faultKinds } from "@leaderlab/cluster/faults";
import { startRelay } from "@leaderlab/cluster/links";
import type { WalletState } from "@leaderlab/lnd-sim";
import { createCertificate } from "@leaderlab/rpc/certificate";
import type { HeldState } from "../check-report.ts";
import { startForeignPage, startGarbagePort } from "./garbage-port.ts";
import { startHeldLnd } from "./held-lnd.ts";
import type { HeldNode, HeldPorts } from "./held-node.ts";
import { copyCertificate, makeLndFolder, placesIn } from "./lnd-folder.ts";
import { type OtherPort, startSilentPort } from "./silent-port.ts";
import { findUnusedPort } from "./unused-port.ts";

/** What a state is held with. */
export interface HoldParts {
  readonly clock: Clock;
  readonly random: Random;
  /** Is made for this node. */
  readonly lndDir: string;
  /** Has a wallet and a certificate to begin with. */
  readonly walletFolder: string;
  /** 0 for a free port. */
  readonly ports: HeldPorts;
  /** How late `slow` answers. */
  readonly slowMs: number;
}

/** What holds a state, once it is there. */
export interface Hold {
  readonly ports: HeldPorts;
  readonly guises?: HeldNode["guises"];
  release(): Promise<void>;
}

type BringAbout = (parts: HoldParts) => Promise<Hold>;

/** Longer than any run. */
const withoutEnd = "240h";
const served = ["--noseedbackup", "--sim.synced-to-chain"] as const;

/** How each state is brought about. */
const holds: { readonly [S in HeldState]: BringAbout } = {
  WAITING_TO_START: held("WAITING_TO_START", ["--sim.hold-in=WAITING_TO_START"]),
  NON_EXISTING: async (parts) => {
    makeLndFolder(parts.lndDir);
    copyCertificate(parts.walletFolder, parts.lndDir);
    return holdLnd(parts, "NON_EXISTING", []);
  },
  LOCKED: held("LOCKED", []),
  UNLOCKED: held("UNLOCKED", ["--noseedbackup", "--sim.hold-in=UNLOCKED"]),
  RPC_ACTIVE: held("RPC_ACTIVE", [...served, "--sim.hold-in=RPC_ACTIVE"]),
  SERVER_ACTIVE: held("SERVER_ACTIVE", served),
  migrating: held("WAITING_TO_START", [`--sim.migration-time=${withoutEnd}`]),
  "nothing-listening": async (parts) => {
    makeLndFolder(parts.lndDir, parts.walletFolder);
    const rest = parts.ports.rest || (await findUnusedPort(parts.random));
    const rpc = parts.ports.rpc || (await findUnusedPort(parts.random));
    return { ports: { rest, rpc }, release: async () => {} };
  },
  hanging: other(startSilentPort),
  "stopped-leader": holdStopped,
  "tls-changed": async (parts) => {
    const hold = await held("SERVER_ACTIVE", served)(parts);
    await changeCertificate(parts);
    return hold;
  },
  garbage: holdGarbage,
  slow: (parts) => held("SERVER_ACTIVE", [...served, `--sim.rpc-delay=*:${parts.slowMs}ms`])(parts),
};

/** Brings a state about and holds it. Rejects with a ListenError, or Node's error, when a port is taken. */
export function holdState(state: HeldState, parts: HoldParts): Promise<Hold> {
  return holds[state](parts);
}

/** A node that has a wallet. */
function held(state: WalletState, flags: readonly string[]): BringAbout {
  return async (parts) => {
    makeLndFolder(parts.lndDir, parts.walletFolder);
    return holdLnd(parts, state, flags);
  };
}

async function holdLnd(
  { clock, random, lndDir, ports }: HoldParts,
  state: WalletState,
  flags: readonly string[],
): Promise<Hold> {
  const lnd = await startHeldLnd({ clock, random, lndDir, ports, flags, state });
  return { ports: lnd.ports, release: () => lnd.stop() };
}

/** The same at both ports; when the second is taken, the first is free again. */
async function atBoth(
  ports: HeldPorts,
  start: (port: number) => Promise<OtherPort>,
): Promise<Hold> {
  const rest = await start(ports.rest);
  try {
    const rpc = await start(ports.rpc);
    return {
      ports: { rest: rest.port, rpc: rpc.port },
      release: async () => void (await Promise.all([rest.stop(), rpc.stop()])),
    };
  } catch (error) {
    await rest.stop();
    throw error;
  }
}

function other(start: (port: number) => Promise<OtherPort>): BringAbout {
  return (parts) => {
    makeLndFolder(parts.lndDir, parts.walletFolder);
    return atBoth(parts.ports, start);
  };
}

/**
 * A leader whose process is stopped, as by SIGSTOP: the system takes connections for it, and those that there are stay,
 * but nothing is read and nothing said any more.
 */
async function holdStopped(parts: HoldParts): Promise<Hold> {
  const hold = await held("SERVER_ACTIVE", served)({ ...parts, ports: { rest: 0, rpc: 0 } });
  const { clock, random } = parts;
  const front = (to: number) => async (port: number) => {
    const listen = { host: "127.0.0.1", port };
    const relay = await startRelay({
      clock,
      random,
      listen,
      to: () => ({ host: "127.0.0.1", port: to }),
    });
    relay.poison({ toxic: faultKinds.blackhole.toxic({}), direction: "both" });
    return { port: relay.address.port, stop: () => relay.stop() };
  };
  const { rest, rpc } = hold.ports;
  const starts = [front(rest), front(rpc)];
  try {
    const fronts = await atBoth(parts.ports, (port) => (starts.shift() ?? front(rpc))(port));
    const release = async () => {
      await fronts.release();
      await hold.release();
    };
    return { ports: fronts.ports, release };
  } catch (error) {
    await hold.release();
    throw error;
  }
}

/** The node goes on with the certificate that it has read, while its file holds another one. */
async function changeCertificate({ clock, random, lndDir }: HoldParts): Promise<void> {
  const nowMs = clock.unixNow();
  const { cert, key } = await createCertificate({
    curve: "P-256",
    hash: "SHA-256",
    name: [
      ["O", "lnd autogenerated cert"],
      ["CN", hostname()],
    ],
    dnsNames: [hostname(), "localhost"],
    ipAddresses: ["127.0.0.1", "::1"],
    notBefore: nowMs - 86_400_000,
    notAfter: nowMs + 86_400_000,
    keyUsage: ["digitalSignature", "keyEncipherment", "certSign"],
    extendedKeyUsage: ["serverAuth"],
    serialNumber: random.nextBytes(16),
  });
  writeFileSync(join(lndDir, "tls.cert"), cert, { mode: 0o644 });
  writeFileSync(join(lndDir, "tls.key"), key, { mode: 0o600 });
}

async function holdGarbage(parts: HoldParts): Promise<Hold> {
  const { lndDir } = parts;
  const bytes = await other(startGarbagePort)(parts);
  const { certificatePath } = placesIn(lndDir);
  const files = { certificatePath, keyPath: join(lndDir, "tls.key") };
  const pages = await atBoth({ rest: 0, rpc: 0 }, (port) => startForeignPage(port, files));
  return {
    ports: bytes.ports,
    guises: [
      { name: "bytes", ports: bytes.ports },
      { name: "a foreign page", ports: pages.ports },
    ],
    release: async () => void (await Promise.all([bytes.release(), pages.release()])),
  };
}
