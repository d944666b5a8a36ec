import type { Clock, HostClock, Random, Timer } from "@leaderlab/clock";
import type { LinkName } from "../faults/link-name.ts";
import {
  type Direction,
  type Judge,
  type PieceContent,
  strictest,
  type Toxic,
  type Verdict,
} from "../faults/toxic.ts";

/** A machine on the network, as far as the network sees it. Its clock is that of its present process. */
export interface NetworkHost {
  readonly name: string;
  readonly clock: HostClock;
}

/** One side of a connection. */
export interface Endpoint {
  /** Whoever is on the other side. */
  readonly peer: string;
  readonly isClosed: boolean;
  /** Sends a message; on a closed connection it does nothing. */
  send(message: object, content?: PieceContent): void;
  /** Closes this side; the other learns of it when it hears of it. */
  close(): void;
  /** What it returns is what a timer's callback may: `nothingSettled`. */
  onMessage: (message: object) => unknown;
  /** Called once, when the other side has closed or the connection broke; never after `close`. */
  onClose: () => void;
}

/** How long a piece takes, one way. */
export type Latency = () => number;

/** What a connection is made of. */
export interface ConnectionParts {
  readonly link: LinkName;
  readonly client: NetworkHost;
  readonly server: NetworkHost;
  readonly latency: Latency;
  /** The network's time. */
  readonly clock: Clock;
  /** Chance for the toxics on it. */
  readonly random: Random;
  readonly onOver: (connection: MemoryConnection) => void;
}

/** What travels: a message, the end of a side, a reset, or half of the opening. */
interface Parcel {
  readonly kind: "message" | "end" | "reset" | "handshake";
  readonly message: object | undefined;
  readonly content: PieceContent | undefined;
}

const parcelOf = (kind: Parcel["kind"], message?: object, content?: PieceContent): Parcel => ({
  kind,
  message,
  content,
});

const headerBytes = 40;

/**
 * A connection as TCP makes one: what one side sends arrives on the other in order and once, however late; a toxic that
 * loses packets makes it late, one that holds makes it wait. A side that a host's process has closed answers what still
 * comes with a reset.
 *
 * A host takes what has arrived by its own clock: while it is frozen, messages wait and come when it goes on.
 */
export class MemoryConnection {
  readonly link: LinkName;
  readonly clientSide: Side;
  readonly serverSide: Side;
  readonly #parts: ConnectionParts;
  readonly #flows: { readonly [D in Direction]: Flow };
  readonly #toxics = new Map<object, Poison>();
  #opened: () => void = () => {};

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
    this.link = parts.link;
    this.clientSide = new Side(this, "toServer", parts.server.name);
    this.serverSide = new Side(this, "toClient", parts.client.name);
    this.#flows = {
      toServer: new Flow(parts, parts.server, this, "toServer"),
      toClient: new Flow(parts, parts.client, this, "toClient"),
    };
  }

  /** Both ways of the opening; `opened` runs at the client, when the server's host is known to be there. */
  open(opened: () => void): void {
    this.#opened = opened;
    this.#flows.toServer.push(parcelOf("handshake"));
  }

  /** Lets a toxic work on what passes from now on. */
  poison(key: object, toxic: Toxic, direction: Direction | "both"): void {
    const judge = toxic.openJudge?.(this.#parts.random);
    this.#toxics.set(key, { judge, direction, closeDelayMs: toxic.closeDelayMs ?? 0 });
    if (toxic.resetsConnections) this.reset();
  }

  /** Ends a toxic's work; what it held goes on. */
  cure(key: object): void {
    if (!this.#toxics.delete(key)) return;
    this.#flows.toServer.release();
    this.#flows.toClient.release();
  }

  /** Breaks it at once, on both sides. */
  reset(): void {
    for (const [side, host] of this.#sides()) {
      if (!side.isClosed) host.clock.setTimer(0, () => side.breakOff());
    }
  }

  /** For the sides: something goes out. */
  transmit(direction: Direction, parcel: Parcel): void {
    this.#flows[direction].push(parcel);
  }

  /** For the flows: something has arrived. */
  arrive(direction: Direction, parcel: Parcel): unknown {
    if (parcel.kind === "handshake") {
      if (direction === "toServer") return this.#flows.toClient.push(parcel);
      return this.#opened();
    }
    const receiver = direction === "toServer" ? this.serverSide : this.clientSide;
    if (parcel.kind !== "message") return receiver.breakOff();
    if (!receiver.isClosed) return receiver.onMessage(parcel.message as object);
    // A process that has closed its side, or is gone: its host answers with a reset.
    return this.transmit(receiver.direction, parcelOf("reset"));
  }

  /** For the sides: one is closed. */
  over(): void {
    if (this.clientSide.isClosed && this.serverSide.isClosed) this.#parts.onOver(this);
  }

  #sides(): readonly (readonly [Side, NetworkHost])[] {
    const { client, server } = this.#parts;
    return [
      [this.clientSide, client],
      [this.serverSide, server],
    ];
  }

  /** For the flows: what the toxics make of something. */
  judge(direction: Direction, parcel: Parcel): Verdict {
    if (this.#toxics.size === 0) return "pass";
    const nowMs = this.#parts.clock.now();
    const verdicts: Verdict[] = [];
    for (const poison of this.#toxics.values()) {
      if (poison.direction !== "both" && poison.direction !== direction) continue;
      if (parcel.kind === "end" && poison.closeDelayMs > 0) {
        verdicts.push({ delayMs: poison.closeDelayMs });
      }
      const verdict = poison.judge?.({
        direction,
        byteLength: headerBytes + roughBytes(parcel.message),
        nowMs,
        ...(parcel.content !== undefined && { content: parcel.content }),
      });
      if (verdict !== undefined) verdicts.push(verdict);
    }
    const verdict = strictest(verdicts);
    if (verdict === "reset") this.reset();
    return verdict;
  }
}

interface Poison {
  readonly judge: Judge | undefined;
  readonly direction: Direction | "both";
  readonly closeDelayMs: number;
}

/** One side of a connection, as who is there sees it. */
class Side implements Endpoint {
  readonly peer: string;
  readonly direction: Direction;
  onMessage: (message: object) => unknown = () => {};
  onClose: () => void = () => {};
  readonly #connection: MemoryConnection;
  #isClosed = false;

  constructor(connection: MemoryConnection, direction: Direction, peer: string) {
    this.#connection = connection;
    this.direction = direction;
    this.peer = peer;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  send(message: object, content?: PieceContent): void {
    if (this.#isClosed) return;
    this.#connection.transmit(this.direction, parcelOf("message", message, content));
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#connection.transmit(this.direction, parcelOf("end"));
    this.#connection.over();
  }

  /** The other side has closed, or the connection broke. */
  breakOff(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#connection.over();
    this.onClose();
  }
}

/** One way of a connection: what goes in comes out in order, each piece no earlier than the one before it. */
class Flow {
  readonly #parts: ConnectionParts;
  readonly #receiver: NetworkHost;
  readonly #connection: MemoryConnection;
  readonly #direction: Direction;
  /** Held back, in order; what comes behind a held one waits too. */
  readonly #waiting: Parcel[] = [];
  /** On its way, in order: whichever timer fires, what was sent first arrives first. */
  readonly #underway: Parcel[] = [];
  #lastDueMs = 0;
  /** The clock of the receiver's process when something was sent last, and a timer of it. */
  #clock: HostClock | undefined;
  #timer: Timer | undefined;
  #isTimerFree = false;

  constructor(
    parts: ConnectionParts,
    receiver: NetworkHost,
    connection: MemoryConnection,
    direction: Direction,
  ) {
    this.#parts = parts;
    this.#receiver = receiver;
    this.#connection = connection;
    this.#direction = direction;
  }

  push(parcel: Parcel): void {
    if (this.#waiting.length > 0 || !this.#passes(parcel)) this.#waiting.push(parcel);
  }

  release(): void {
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      if (!this.#passes(next)) return;
      this.#waiting.shift();
    }
  }

  /** Whether it needs not wait: it is on its way, or will never arrive. */
  #passes(parcel: Parcel): boolean {
    const verdict = this.#connection.judge(this.#direction, parcel);
    if (verdict === "hold") return false;
    if (verdict === "lose" || verdict === "reset") return true;
    const { latency, clock: network } = this.#parts;
    const delayMs = verdict === "pass" ? 0 : verdict.delayMs;
    const sentMs = network.now();
    const dueMs = Math.max(this.#lastDueMs, sentMs + latency() + delayMs);
    this.#lastDueMs = dueMs;
    this.#underway.push(parcel);
    if (parcel.kind === "handshake") {
      // Connections are made by the kernel, of a frozen process too.
      network.setTimer(dueMs - sentMs, this.#arrive);
      return true;
    }
    // The network keeps its own time; a host whose clock runs fast must not get its mail early.
    const rate = 1 + this.#receiver.clock.driftPartsPerMillion / 1_000_000;
    this.#setTimer((dueMs - sentMs) * rate);
    return true;
  }

  /** A piece that is alone on its way, as most are, has the timer of the one before it. */
  #setTimer(delayMs: number): void {
    const { clock } = this.#receiver;
    if (this.#clock !== clock) {
      this.#clock = clock;
      this.#timer = clock.setTimer(delayMs, this.#arriveByOwnTimer);
    } else if (this.#isTimerFree) this.#timer?.reset(delayMs);
    else clock.setTimer(delayMs, this.#arrive);
    this.#isTimerFree = false;
  }

  readonly #arriveByOwnTimer = (): unknown => {
    this.#isTimerFree = true;
    return this.#arrive();
  };

  readonly #arrive = (): unknown => {
    const parcel = this.#underway.shift();
    return parcel && this.#connection.arrive(this.#direction, parcel);
  };
}

/** About how many bytes a message is on the wire: its texts and bytes, and a little for the rest. */
function roughBytes(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (value instanceof Uint8Array) return value.byteLength;
  if (typeof value !== "object" || value === null) return 2;
  return Object.values(value).reduce((sum: number, part) => sum + roughBytes(part), 0);
}
