/** Keys and values as bytes; what a backend must offer, whatever it is underneath. */
export interface KeyValueStore {
  /**
   * Runs `work` in one transaction and commits what it put and deleted, all or nothing. The work may run again when
   * somebody else changed what it had read, so it must have no effects of its own. Rejects with a DatabaseError, or
   * with whatever the work threw (then nothing is committed).
   */
  update<T>(work: (tx: KeyValueTx) => Promise<T>): Promise<T>;
  /** Lets go of files and connections. */
  close(): Promise<void>;
}

/** A transaction's view: what it wrote itself, over the store as it was at its first read. */
export interface KeyValueTx {
  get(key: Buffer): Promise<Buffer | undefined>;
  put(key: Buffer, value: Buffer): void;
  delete(key: Buffer): void;
}

/** A failure of the database itself; the message is the backend's. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
}
