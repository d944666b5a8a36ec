import type { Socket } from "node:net";
import type { Clock, Timer } from "@leaderlab/clock";
import { resetSocket } from "@leaderlab/leader-proxy/reset-socket";
import type { Direction } from "../faults/index.ts";
import type { ConnectionJudges, LinkToxics } from "./link-toxics.ts";

/** What one direction of a connection is made of. */
export interface FlowParts {
  readonly direction: Direction;
  readonly source: Socket;
  readonly sink: Socket;
  readonly clock: Clock;
  readonly toxics: LinkToxics;
  readonly judges: ConnectionJudges;
  /** What goes on of bytes that came; default: they do. */
  readonly filter?: ((bytes: Buffer) => Buffer[]) | undefined;
  readonly onBytes: (bytes: number) => void;
  /** A toxic wants the connection gone. */
  readonly onReset: () => void;
}

/** Something on its way: bytes, the end of the source (its FIN), or its reset. */
interface Entry {
  readonly what: Buffer | "end" | "reset";
  /** When it goes on; undefined as long as nobody has said so. */
  dueMs: number | undefined;
  /** What was said before the toxics changed: a change never makes it later. */
  formerDueMs: number;
}

/** The source is read no further while so much waits: it feels that, as it would feel a receiver that does not read. */
const mostWaitingBytes = 256 * 1024;

/**
 * One direction of a connection. Without toxics, bytes go on in the turn in which they came; with some, they wait in
 * order, each until it is due. The sink's back-pressure reaches the source.
 */
export class Flow {
  readonly #parts: FlowParts;
  readonly #waiting: Entry[] = [];
  #waitingBytes = 0;
  #lastDueMs = 0;
  #timer: Timer | undefined;
  #isBlocked = false;
  #isOver = false;

  constructor(parts: FlowParts) {
    this.#parts = parts;
    const { source, sink, filter } = parts;
    source.on("data", (bytes: Buffer) => {
      parts.onBytes(bytes.length);
      for (const part of filter?.(bytes) ?? [bytes]) this.send(part);
    });
    source.on("end", () => this.#push("end"));
    source.on("error", () => {
      this.#drop();
      this.#push("reset");
    });
    sink.on("drain", () => {
      this.#isBlocked = false;
      this.#run();
    });
    sink.on("close", () => this.#finish());
    source.resume();
  }

  /** Sends bytes as if they had come from the source. */
  send(bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.#push(bytes);
    if (this.#waitingBytes > mostWaitingBytes) this.#parts.source.pause();
  }

  /** The toxics have changed: everything that waits is looked at anew. */
  judgeAnew(): void {
    this.#lastDueMs = 0;
    for (const entry of this.#waiting) {
      entry.formerDueMs = Math.min(entry.formerDueMs, entry.dueMs ?? Number.POSITIVE_INFINITY);
      entry.dueMs = undefined;
    }
    this.#run();
  }

  #push(what: Entry["what"]): void {
    if (this.#isOver) return;
    if (this.#waiting.length === 0 && !this.#isBlocked && this.#parts.toxics.isEmpty) {
      this.#pass(what);
      return;
    }
    this.#waiting.push({ what, dueMs: undefined, formerDueMs: Number.POSITIVE_INFINITY });
    if (typeof what !== "string") this.#waitingBytes += what.length;
    this.#run();
  }

  #pass(what: Entry["what"]): void {
    const { sink } = this.#parts;
    if (what === "end") sink.end();
    else if (what === "reset") resetSocket(sink);
    else if (!sink.write(what)) this.#block();
  }

  #block(): void {
    this.#isBlocked = true;
    this.#parts.source.pause();
  }

  #run(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    if (this.#isOver || !this.#judgeWaiting()) return;
    const { clock, source } = this.#parts;
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      if (next.dueMs === undefined || this.#isBlocked) break;
      const leftMs = next.dueMs - clock.now();
      if (leftMs > 0) {
        this.#timer = clock.setTimer(leftMs, () => this.#run());
        break;
      }
      this.#waiting.shift();
      if (typeof next.what !== "string") this.#waitingBytes -= next.what.length;
      this.#pass(next.what);
    }
    if (!this.#isBlocked && this.#waitingBytes <= mostWaitingBytes / 2) source.resume();
  }

  /** Says of each entry when it is due, up to the first that is held; false when the connection is to be reset. */
  #judgeWaiting(): boolean {
    const { clock, toxics, judges, direction } = this.#parts;
    const nowMs = clock.now();
    for (const entry of this.#waiting) {
      if (entry.dueMs !== undefined) continue;
      const byteLength = typeof entry.what === "string" ? 0 : entry.what.length;
      const verdict = judges.judge({ direction, byteLength, nowMs });
      if (verdict === "hold") break;
      if (verdict === "reset") {
        this.#parts.onReset();
        return false;
      }
      const closeMs = entry.what === "end" ? toxics.closeDelayMs(direction) : 0;
      const delayMs = (typeof verdict === "object" ? verdict.delayMs : 0) + closeMs;
      entry.dueMs = Math.max(this.#lastDueMs, Math.min(nowMs + delayMs, entry.formerDueMs));
      this.#lastDueMs = entry.dueMs;
    }
    return true;
  }

  #drop(): void {
    this.#waiting.length = 0;
    this.#waitingBytes = 0;
    this.#isBlocked = false;
  }

  #finish(): void {
    this.#isOver = true;
    this.#timer?.cancel();
    this.#drop();
  }
}
