import { createHash } from "node:crypto";
import { planDatabase, readDatabase } from "@leaderlab/bbolt";
import type { EtcdState } from "@leaderlab/etcd-core";
import { bucketsOfState, type LogFacts } from "./buckets-of-state.ts";
import { type RestoredState, stateOfBuckets } from "./state-of-buckets.ts";

/** The checksum that follows the database in a file that `etcdctl snapshot save` writes. */
const checksumBytes = 32;
/** A database is made of pages, which are multiples of this. */
const pageUnitBytes = 512;

/** A snapshot on its way out. */
export interface SnapshotSource {
  /** Without the checksum. */
  readonly bytes: number;
  /** The database, piece by piece; may be taken once. */
  pages(): Iterable<Uint8Array>;
  /** The checksum over what was taken so far. */
  checksum(): Buffer;
}

/** A state as etcd's file, ready to go out. Only its layout is made at once. */
export function snapshotOf(state: EtcdState, log: LogFacts): SnapshotSource {
  const plan = planDatabase(bucketsOfState(state, log));
  const hash = createHash("sha256");
  return {
    bytes: plan.bytes,
    *pages() {
      for (const page of plan.pages()) {
        hash.update(page);
        yield page;
      }
    },
    checksum: () => hash.copy().digest(),
  };
}

/**
 * Reads a file that this module's snapshots or `etcdctl snapshot save` made. Throws an Error that says what is wrong
 * with it: no checksum, another one, no database, or one that is not etcd's.
 */
export function readSnapshot(file: Buffer): RestoredState {
  if (file.length % pageUnitBytes !== checksumBytes) {
    throw new Error(`it has no checksum at its end, or is cut off (${file.length} bytes)`);
  }
  const database = file.subarray(0, file.length - checksumBytes);
  const checksum = file.subarray(file.length - checksumBytes);
  if (!createHash("sha256").update(database).digest().equals(checksum)) {
    throw new Error("its checksum does not match its content");
  }
  return stateOfBuckets(readDatabase(database));
}
