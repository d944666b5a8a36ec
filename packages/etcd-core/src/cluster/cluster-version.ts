import { EtcdError } from "../errors.ts";
import type { CurrentTime } from "../monotonic-time.ts";

/** How often etcd looks whether the version of the cluster is to change. Mirrors: monitorVersionInterval. */
const monitorIntervalMs = 4000;

/** A version of which the cluster knows two numbers. */
interface Version {
  readonly major: number;
  readonly minor: number;
}

/** The version that the cluster works at, as plain values. */
export interface ClusterVersionState {
  /** `3.6.0` */
  readonly version: string;
  /** `3.5.0` while the cluster is getting ready for that version. */
  readonly downgradeTarget: string | undefined;
}

export interface ClusterVersionOptions {
  readonly time: CurrentTime;
  /** The version of this member: the highest that the cluster can work at. */
  readonly own: Version;
  /** Counts a change that goes through the log, and makes it. */
  readonly propose: (apply: () => void) => void;
}

/**
 * The version whose features the cluster uses. Whoever wants to go back to an older etcd enables the
 * downgrade first: within four seconds the cluster works at the older version, and its members can be
 * exchanged one by one. Cancelling it brings the cluster back up.
 *
 * Mirrors: Manager and Monitor in etcd server/etcdserver/version.
 */
export class ClusterVersion {
  readonly #options: ClusterVersionOptions;
  readonly #startMs: number;
  #current: Version;
  #target: Version | undefined;
  #dueMs: number | undefined;

  constructor(options: ClusterVersionOptions) {
    this.#options = options;
    this.#startMs = options.time.nowMs;
    this.#current = options.own;
  }

  /** `3.6.0` */
  get version(): string {
    return text(this.#current);
  }

  /** `3.5.0` while a downgrade is enabled. */
  get downgradeTarget(): string | undefined {
    return this.#target && text(this.#target);
  }

  /** When the version is next to change, if it is. */
  get nextChangeMs(): number | undefined {
    return this.#dueMs;
  }

  /** Throws `badDowngradeVersion`, `downgradeTargetInvalid` and `downgradeInProgress`. */
  validateDowngrade(target: string): void {
    this.#validTarget(target);
  }

  /** Throws what `validateDowngrade` throws. */
  enableDowngrade(target: string): void {
    const version = this.#validTarget(target);
    this.#options.propose(() => {
      this.#target = version;
      this.#schedule();
    });
  }

  /** Does nothing when no downgrade is enabled. */
  cancelDowngrade(): void {
    if (this.#target === undefined) return;
    this.#options.propose(() => {
      this.#target = undefined;
      this.#schedule();
    });
  }

  /** Changes the version as it was asked for. */
  change(): void {
    this.#options.propose(() => {
      this.#current = this.#goal;
      this.#dueMs = undefined;
    });
  }

  export(): ClusterVersionState {
    return { version: this.version, downgradeTarget: this.downgradeTarget };
  }

  /** Throws an Error for a version that is none. */
  restore({ version, downgradeTarget }: ClusterVersionState): void {
    const target = downgradeTarget === undefined ? undefined : parseVersion(downgradeTarget);
    this.#current = parseVersion(version);
    this.#target = target;
    this.#schedule();
  }

  get #goal(): Version {
    return this.#target ?? this.#options.own;
  }

  /** etcd looks every four seconds, beginning with its start. */
  #schedule(): void {
    const rounds = Math.floor((this.#options.time.nowMs - this.#startMs) / monitorIntervalMs) + 1;
    const isReached = isEqual(this.#goal, this.#current);
    this.#dueMs = isReached ? undefined : this.#startMs + rounds * monitorIntervalMs;
  }

  #validTarget(target: string): Version {
    const version = parseVersion(target);
    const allowed = { major: this.#current.major, minor: this.#current.minor - 1 };
    if (!isEqual(version, allowed)) throw new EtcdError("downgradeTargetInvalid");
    if (this.#target !== undefined) throw new EtcdError("downgradeInProgress");
    return version;
  }
}

/** `3.5`, `3.5.1` or `3.5.1-rc.0+build`; the third number and what follows do not count. */
const versionForm = /^(\d+)\.(\d+)(?:\.\d+(?:-[0-9A-Za-z.-]*)?(?:\+[0-9A-Za-z.-]*)?)?$/;

function parseVersion(written: string): Version {
  const [, major, minor] = versionForm.exec(written) ?? [];
  if (major === undefined || minor === undefined) throw new EtcdError("badDowngradeVersion");
  return { major: Number(major), minor: Number(minor) };
}

function text({ major, minor }: Version): string {
  return `${major}.${minor}.0`;
}

function isEqual(a: Version, b: Version): boolean {
  return a.major === b.major && a.minor === b.minor;
}
