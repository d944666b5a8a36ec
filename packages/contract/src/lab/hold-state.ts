import { writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import type { Clock, Random } from "@leaderlab/clock";
import { faultKinds, type Undo } from "@leaderlab/cluster/faults";
import { type Relay, startRelay } from "@leaderlab/cluster/links";
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
  /** Whether a node that serves is to be one that can be stopped and go on. */
  readonly isStoppable: boolean;
}

/** What holds a state, once it is there. */
export interface Hold {
  readonly ports: HeldPorts;
  readonly guises?: HeldNode["guises"];
  /** Goes on to another state without a restart, where lnd could; false: it cannot, and nothing has changed. */
  goOn?(state: HeldState): Promise<boolean>;
  release(): Promise<void>;
}

type BringAbout = (parts: HoldParts) => Promise<Hold>;

/** Longer than any run. */
const withoutEnd = "240h";
const opensItself = "--noseedbackup";
/** lnd serves once it has caught up with the chain. */
const serves = [opensItself, "--sim.synced-to-chain"] as const;
/** The states that a node with a wallet goes through by itself, in order. */
const walk = ["WAITING_TO_START", "LOCKED", "UNLOCKED", "RPC_ACTIVE", "SERVER_ACTIVE"] as const;

/** How each state is brought about. */
const holds: { readonly [S in HeldState]: BringAbout } = {
  WAITING_TO_START: onItsWay("WAITING_TO_START"),
  NON_EXISTING: async (parts) => {
    makeLndFolder(parts.lndDir);
    copyCertificate(parts.walletFolder, parts.lndDir);
    return holdLnd(parts, "NON_EXISTING", []);
  },
  LOCKED: held("LOCKED", []),
  UNLOCKED: onItsWay("UNLOCKED"),
  RPC_ACTIVE: onItsWay("RPC_ACTIVE"),
  SERVER_ACTIVE: onItsWay("SERVER_ACTIVE"),
  migrating: held("WAITING_TO_START", [`--sim.migration-time=${withoutEnd}`]),
  "nothing-listening": async (parts) => {
    makeLndFolder(parts.lndDir, parts.walletFolder);
    const rest = parts.ports.rest || (await findUnusedPort(parts.random));
    const rpc = parts.ports.rpc || (await findUnusedPort(parts.random));
    return { ports: { rest, rpc }, release: async () => {} };
  },
  hanging: other(startSilentPort),
  "stopped-leader": async (parts) => {
    const hold = await holdStoppable({ ...parts, isStoppable: true });
    await hold.goOn?.("stopped-leader");
    return hold;
  },
  "tls-changed": async (parts) => {
    const hold = await held("SERVER_ACTIVE", serves)(parts);
    await changeCertificate(parts);
    return hold;
  },
  garbage: holdGarbage,
  slow: (parts) => held("SERVER_ACTIVE", [...serves, `--sim.rpc-delay=*:${parts.slowMs}ms`])(parts),
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

/** A node that opens its wallet by itself and can be let go on. */
function onItsWay(state: (typeof walk)[number]): BringAbout {
  const start = held(
    state,
    state === "SERVER_ACTIVE" ? serves : [opensItself, `--sim.hold-in=${state}`],
  );
  return (parts) => (parts.isStoppable ? holdStoppable(parts, start) : start(parts));
}

async function holdLnd(
  { clock, random, lndDir, ports }: HoldParts,
  state: WalletState,
  flags: readonly string[],
): Promise<Hold> {
  const lnd = await startHeldLnd({ clock, random, lndDir, ports, flags, state });
  let at = flags.includes(opensItself) ? state : undefined;
  return {
    ports: lnd.ports,
    goOn: async (wanted) => {
      const isAhead = placeOf(at) >= 0 && placeOf(wanted) > placeOf(at);
      if (!isAhead) return false;
      at = wanted as WalletState;
      await lnd.goOn(at);
      return true;
    },
    release: () => lnd.stop(),
  };
}

const placeOf = (state: string | undefined) => (walk as readonly unknown[]).indexOf(state);

/** The same at both ports; when the second is taken, the first is free again. */
async function atBoth(
  ports: HeldPorts,
  start: (port: number, which: keyof HeldPorts) => Promise<OtherPort>,
): Promise<Hold> {
  const rest = await start(ports.rest, "rest");
  try {
    const rpc = await start(ports.rpc, "rpc");
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
 * A node whose process can be stopped, as by SIGSTOP, and go on: while it stands, the system takes connections for it,
 * and those that there are stay, but nothing is read and nothing said any more.
 */
async function holdStoppable(
  parts: HoldParts,
  start: BringAbout = onItsWay("SERVER_ACTIVE"),
): Promise<Hold> {
  const hold = await start({ ...parts, isStoppable: false, ports: { rest: 0, rpc: 0 } });
  const relays: Relay[] = [];
  const front = (to: number, port: number) =>
    relayTo(to, port, parts).then((relay) => {
      relays.push(relay);
      return { port: relay.address.port, stop: () => relay.stop() };
    });
  try {
    const { ports, release } = await atBoth(parts.ports, (port, which) =>
      front(hold.ports[which], port),
    );
    return {
      ports,
      goOn: stopAndGo(hold, relays),
      release: async () => {
        await release();
        await hold.release();
      },
    };
  } catch (error) {
    await hold.release();
    throw error;
  }
}

function relayTo(to: number, port: number, { clock, random }: HoldParts): Promise<Relay> {
  const host = "127.0.0.1";
  return startRelay({ clock, random, listen: { host, port }, to: () => ({ host, port: to }) });
}

/** What goes on with a node behind relays: from a serving one to a stopped one and back, else as it does by itself. */
function stopAndGo(hold: Hold, relays: readonly Relay[]): NonNullable<Hold["goOn"]> {
  let undos: readonly Undo[] = [];
  return async (state) => {
    const isStopped = undos.length > 0;
    if (state === "stopped-leader" && !isStopped) {
      await hold.goOn?.("SERVER_ACTIVE");
      const toxic = faultKinds.blackhole.toxic({});
      undos = relays.map((relay) => relay.poison({ toxic, direction: "both" }));
      return true;
    }
    if (!isStopped) return (await hold.goOn?.(state)) ?? false;
    if (state !== "SERVER_ACTIVE") return false;
    for (const undo of undos) await undo();
    undos = [];
    return true;
  };
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
