import type { Deadline } from "../deadline-queue.ts";
import type { ByteString, LeaseId } from "../requests.ts";

/**
 * A promise to keep some keys until a moment that the holder moves on by keeping the lease alive.
 */
export interface Lease {
  readonly id: LeaseId;
  /** What was granted; each keep-alive begins it anew. */
  readonly grantedTtlSeconds: number;
  /** The keys that go when the lease goes. */
  readonly keys: Set<ByteString>;
}

/** A lease's place in the order of expiry. */
export type LeaseDeadline = Deadline<Lease>;

/** A lease as a plain value. Its keys are those of the newest records that name it. */
export interface LeaseState {
  readonly id: LeaseId;
  readonly grantedTtlSeconds: number;
  /** What was left of it at the moment of the export. */
  readonly remainingMs: number;
}
