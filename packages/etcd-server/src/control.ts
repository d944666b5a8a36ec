import { formatDump, parseDump } from "./dump-text.ts";
import type { Fault } from "./fault.ts";
import type { Faults, InjectedFault } from "./faults.ts";
import { byteString } from "./inspection.ts";
import type { ServerTime, TimeMode } from "./server-time.ts";
import type { Store } from "./store.ts";

/** What can be done to a server beside the wire. Clients see the effect, and cannot do it themselves. */
export interface Control {
  /** How time goes here: "real" unless something else was asked for. */
  readonly time: TimeMode;
  /**
   * Moves stopped time on by milliseconds, or by a duration as Go writes it (`90s`), and does everything that is due on
   * the way: leases run out, watchers hear of it. Rejects with an Error while time runs by itself.
   */
  advance(duration: number | string): Promise<void>;
  /** Stops time. Requests are answered as before; leases do not run out. */
  pause(): void;
  /** Lets time go on, as fast as the machine's. */
  resume(): void;
  /** From 0 (paused) over 1 (real) to 1000. Throws a RangeError, and an Error on virtual time. */
  setSpeed(speed: number): void;
  /**
   * Ends a lease as if its time had run out. An id is a bigint, or text as clients print it: decimal, or `0x…`. Throws
   * an EtcdError (`leaseNotFound`).
   */
  expireLease(id: bigint | string): void;
  /** Lets something go wrong until it is undone: `using fault = etcd.injectFault({ … })`. Throws a RangeError. */
  injectFault(fault: Fault): InjectedFault;
  /** The faults that may strike. */
  readonly faults: readonly InjectedFault[];
  /** The whole state as text: versioned JSON lines, the same for the same state. It holds the hashes of passwords. */
  dump(): string;
  /**
   * Replaces the whole state by a dumped one; leases go on with the time they had left. Throws an Error for what is no
   * dump, and while somebody watches; nothing is changed then.
   */
  load(text: string): void;
  /** Writes a key without the wire; returns the new revision. */
  put(key: string | Uint8Array, value: string | Uint8Array): number;
  /** Deletes a key without the wire; returns whether it was there. */
  delete(key: string | Uint8Array): boolean;
}

export interface ControlParts {
  readonly store: Pick<Store, "applyAsServer">;
  readonly time: ServerTime;
  readonly faults: Faults;
  /** Called when another state has been loaded: it names other places to reach the server at. */
  readonly onLoad: () => void;
}

/** The control of a server that is made of these. */
export function createControl({ store, time, faults, onLoad }: ControlParts): Control {
  return {
    get time() {
      return time.mode;
    },
    advance: (duration) => time.advance(duration),
    pause: () => time.setSpeed(0),
    resume: () => time.setSpeed(1),
    setSpeed: (speed) => time.setSpeed(speed),
    expireLease: (id) => store.applyAsServer((core) => core.leaseRevoke(BigInt(id))),
    injectFault: (fault) => faults.inject(fault),
    get faults() {
      return faults.active;
    },
    dump: () => formatDump(store.applyAsServer((core) => core.exportState())),
    load(text) {
      const state = parseDump(text);
      store.applyAsServer((core) => core.importState(state));
      onLoad();
    },
    put: (key, value) =>
      store.applyAsServer((core) => core.put({ key: byteString(key), value: byteString(value) }))
        .revision,
    delete: (key) =>
      store.applyAsServer((core) => core.deleteRange({ key: byteString(key), rangeEnd: "" }))
        .deleted > 0,
  };
}
