import { getPackedSettings, type Settings } from "node:http2";
import type { Duplex } from "node:stream";
import type { Clock } from "@leaderlab/clock";
import { hasUrlAuthority } from "./authority-editor.ts";
import { LenientConnection } from "./lenient-connection.ts";

const prefaceBytes = 24;
const frameHeaderBytes = 9;
const frameType = { headers: 1, settings: 4, ping: 6 } as const;
const ackFlag = 1;
/** More than a client may send before it is told to go on. */
const maxHeldBytes = 256 * 1024;
/** How long a client's first call is waited for. */
const maxHeldMs = 30_000;

/**
 * Looks at a plain connection up to its first call and then hands it on: as it is, which lets Node read the socket by
 * itself, or as a LenientConnection when the first call has an `:authority` that Node does not take.
 *
 * A client may wait for the server's SETTINGS before it calls; so they are sent here, and Node sends them once more.
 * The client's acknowledgement of ours must be kept from Node, so that it is waited for, too.
 *
 * A client that does not call for a while, or pings before it calls, may still turn out to be one of those: it is
 * handed on as a LenientConnection. One that does not acknowledge is cut.
 */
export function openHttp2(
  connection: Duplex,
  { settings, clock }: { readonly settings: Settings; readonly clock: Pick<Clock, "setTimer"> },
  handOn: (connection: Duplex) => void,
): void {
  const opening = new Opening();
  const leave = () => {
    timer.cancel();
    connection.off("readable", read);
    connection.off("close", leave);
  };
  const finish = (transportOf: () => Duplex) => {
    leave();
    // Nothing can be put back for a client that has said its last word; nothing it could still hear is missed.
    if (connection.readableEnded) {
      connection.destroy();
      return;
    }
    if (opening.held.length > 0) connection.unshift(opening.held);
    handOn(transportOf());
  };
  const read = () => {
    const chunk = connection.read() as Buffer | null;
    if (chunk === null) return;
    opening.take(chunk);
    if (opening.held.length > maxHeldBytes) connection.destroy();
    else if (opening.isOver) {
      finish(() => (opening.isOdd ? new LenientConnection(connection) : connection));
    }
  };
  const timer = clock.setTimer(maxHeldMs, () => {
    if (opening.isAcknowledged) finish(() => new LenientConnection(connection));
    else connection.destroy();
  });
  connection.once("close", leave);
  connection.on("readable", read);
  connection.write(settingsFrame(settings));
}

function settingsFrame(settings: Settings): Buffer {
  const payload = getPackedSettings(settings);
  const head = Buffer.from([0, 0, payload.length, frameType.settings, 0, 0, 0, 0, 0]);
  return Buffer.concat([head, payload]);
}

/** A client's bytes up to its first call. */
class Opening {
  /** What Node is to read, in order. */
  held: Buffer = Buffer.alloc(0);
  isAcknowledged = false;
  /** Whether Node cannot be given the connection as it is. */
  isOdd = false;
  #isDecided = false;
  /** Where in `held` the next frame begins. */
  #at = prefaceBytes;

  get isOver(): boolean {
    return this.isAcknowledged && this.#isDecided;
  }

  /** Takes bytes as they come. */
  take(chunk: Buffer): void {
    this.held = this.held.length === 0 ? chunk : Buffer.concat([this.held, chunk]);
    while (!this.isOver && this.held.length >= this.#at + frameHeaderBytes) {
      const end = this.#at + frameHeaderBytes + this.held.readUIntBE(this.#at, 3);
      if (this.held.length < end) break;
      if (this.#isForNode(this.held.subarray(this.#at, end))) this.#at = end;
      else this.held = Buffer.concat([this.held.subarray(0, this.#at), this.held.subarray(end)]);
    }
  }

  #isForNode(frame: Buffer): boolean {
    const [type, flags = 0] = frame.subarray(3, 5);
    if (type === frameType.settings && (flags & ackFlag) !== 0 && !this.isAcknowledged) {
      this.isAcknowledged = true;
      return false;
    }
    if (this.#isDecided) return true;
    // A ping wants its answer before anybody knows how the first call will look.
    this.#isDecided = type === frameType.headers || type === frameType.ping;
    this.isOdd = type === frameType.headers ? hasUrlAuthority(frame) : this.#isDecided;
    return true;
  }
}
