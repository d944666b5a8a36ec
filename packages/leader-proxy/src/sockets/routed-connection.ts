import { connect, type Socket } from "node:net";
import type { Clock, Timer } from "@leaderlab/clock";
import type { GateCounters } from "../proxy-counters.ts";
import { lastWords, type Refusal, tellingBytes } from "../refusal.ts";
import type { SocketAddress } from "./parse-address.ts";
import { resetSocket } from "./reset-socket.ts";

export interface RoutedConnectionParts {
  /** Paused since it was taken, and half open when its client is done. */
  readonly client: Socket;
  readonly clock: Clock;
  readonly counters: GateCounters;
  readonly timings: GateTimings;
  /** Neither side is left. */
  readonly onOver: () => void;
}

/** How long a gate waits for something; all in milliseconds. */
export interface GateTimings {
  /** For a connection to the leader. Default 2000. */
  readonly dialTimeoutMs: number;
  /** For what a client says first, when all that is left is to refuse it. Default 1000. */
  readonly refusalTimeoutMs: number;
  /** For anything to pass, once one side has said that it sends no more. Default 60 000. */
  readonly halfOpenTimeoutMs: number;
  /** Between TCP's own signs of life on silent connections. Default 30 000. */
  readonly keepAliveMs: number;
}

/** What holds unless another one is given. */
export const defaultGateTimings: GateTimings = {
  dialTimeoutMs: 2000,
  refusalTimeoutMs: 1000,
  halfOpenTimeoutMs: 60_000,
  keepAliveMs: 30_000,
};

/**
 * A client's connection and the one to the leader behind it. Bytes pass as they come; a side that does not read holds
 * the other up, so that no more than two socket buffers wait in between. Ends and resets of one side reach the other.
 */
export class RoutedConnection {
  readonly #parts: RoutedConnectionParts;
  #leader: Socket | undefined;
  #isOver = false;
  #isRefused = false;
  #isLetThrough = false;
  #timer: Timer | undefined;

  constructor(parts: RoutedConnectionParts) {
    this.#parts = parts;
    const { client, timings } = parts;
    client.setNoDelay(true);
    client.setKeepAlive(true, timings.keepAliveMs);
    client.on("error", () => this.cut());
    client.on("close", () => this.#closed());
  }

  get isOver(): boolean {
    return this.#isOver || this.#isRefused;
  }

  get isLetThrough(): boolean {
    return this.#isLetThrough;
  }

  /** Connects to the leader; false when that cannot be done in time, or the client is gone by then. */
  async dial(address: SocketAddress): Promise<boolean> {
    const { clock, timings } = this.#parts;
    if (this.isOver) return false;
    const leader = connect({ ...address, allowHalfOpen: true, noDelay: true });
    this.#leader = leader;
    const late = clock.setTimer(timings.dialTimeoutMs, () => leader.destroy());
    const isConnected = await new Promise<boolean>((resolve) => {
      leader.once("connect", () => resolve(true));
      leader.on("error", () => resolve(false));
      leader.once("close", () => resolve(false));
    });
    late.cancel();
    if (isConnected && !this.isOver) return true;
    leader.destroy();
    this.#leader = undefined;
    return false;
  }

  /** Lets bytes pass, both ways, from now on. */
  letThrough(): void {
    const { client, counters, timings } = this.#parts;
    const leader = this.#leader;
    if (leader === undefined || this.isOver) return;
    counters.routed += 1;
    this.#isLetThrough = true;
    leader.setKeepAlive(true, timings.keepAliveMs);
    leader.on("error", () => this.cut());
    leader.on("close", () => this.#closed());
    if (leader.destroyed) {
      this.cut();
      return;
    }
    this.#pass(client, leader, (bytes) => {
      counters.bytesToLeader += bytes;
    });
    this.#pass(leader, client, (bytes) => {
      counters.bytesToClients += bytes;
    });
  }

  /** Resets both sides, in this moment: nothing that came passes any more. */
  cut(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#timer?.cancel();
    for (const socket of [this.#parts.client, this.#leader]) {
      if (socket !== undefined) resetSocket(socket);
    }
    this.#parts.onOver();
  }

  /** Tells the client that it is not let through, by what it speaks, and closes. */
  refuse(refusal: Refusal): void {
    if (this.isOver) return;
    this.#isRefused = true;
    const { client, clock, counters, timings } = this.#parts;
    counters.refused[refusal] += 1;
    this.#leader?.destroy();
    let seen = Buffer.alloc(0);
    const say = () => {
      client.off("data", onBytes);
      client.resume();
      client.end(lastWords(seen, refusal));
    };
    const onBytes = (bytes: Buffer) => {
      seen = Buffer.concat([seen, bytes]);
      if (seen.length >= tellingBytes) say();
    };
    client.on("data", onBytes);
    client.once("end", () => client.end());
    client.resume();
    this.#timer = clock.setTimer(timings.refusalTimeoutMs, () => this.cut());
  }

  #pass(source: Socket, sink: Socket, count: (bytes: number) => void): void {
    source.on("data", (bytes: Buffer) => {
      count(bytes.length);
      if (!sink.write(bytes)) source.pause();
    });
    sink.on("drain", () => source.resume());
    source.on("end", () => {
      sink.end();
      this.#watchHalfOpen(sink);
    });
    source.resume();
  }

  /** One side is done: the other may go on for as long as something comes. */
  #watchHalfOpen(rest: Socket): void {
    const { clock, timings } = this.#parts;
    let read = -1;
    const look = () => {
      if (this.#isOver) return;
      if (rest.bytesRead === read) return this.cut();
      read = rest.bytesRead;
      this.#timer = clock.setTimer(timings.halfOpenTimeoutMs, look);
    };
    this.#timer?.cancel();
    look();
  }

  #closed(): void {
    const { client } = this.#parts;
    if (this.#isOver) return;
    if (!this.#isRefused && (!client.destroyed || this.#leader?.destroyed === false)) {
      // One side is gone; what it was still to be sent is lost, what it sent is on its way.
      const rest = client.destroyed ? this.#leader : client;
      if (rest?.writable) rest.destroySoon();
      if (rest?.destroyed === false) return;
    }
    this.#isOver = true;
    this.#timer?.cancel();
    this.#leader?.destroy();
    this.#parts.onOver();
  }
}
