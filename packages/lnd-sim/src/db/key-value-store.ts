/** Keys and values as bytes; what a backend must offer, whatever it is underneath. */
export interface KeyValueStore {
  /**
   * Runs `work` in one transaction and commits what it put and deleted, all or nothing. The work may run again when
   * somebody else changed what it had read, so it must have no effects of its own. Rejects with a DatabaseError, or
   * with whatever the work threw (then nothing is committed).
   */
  update<T>(work: (tx: KeyValueTx) => Promise<T>): Promise<T>;
  /**
   * Runs `work` on the store as it is at one moment. The work may run again. Rejects with a DatabaseError, or with
   * whatever the work threw.
   */
  view<T>(work: (view: KeyValueView) => Promise<T>): Promise<T>;
  /** Lets go of files and connections. */
  close(): Promise<void>;
}

/** The store at one moment. */
export interface KeyValueView {
  get(key: Buffer): Promise<Buffer | undefined>;
  /** The keys from `start` up to, not including, `end`, with their values: at most `limit` of them, in order. */
  scan(start: Buffer, end: Buffer, options: ScanOptions): Promise<readonly KeyValue[]>;
}

/** How far a scan goes, and from which end. */
export interface ScanOptions {
  readonly limit: number;
  /** From the end to the start. */
  readonly isReversed?: boolean;
}

/** A key with its value. */
export interface KeyValue {
  readonly key: Buffer;
  readonly value: Buffer;
}

/** A transaction's view: what it wrote itself, over the store as it was at its first read. */
export interface KeyValueTx {
  get(key: Buffer): Promise<Buffer | undefined>;
  put(key: Buffer, value: Buffer): void;
  delete(key: Buffer): void;
}

/** A failure of the database itself; the message is the backend's. A call that meets one is told so, as by lnd. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
  readonly code = "UNKNOWN";
}
