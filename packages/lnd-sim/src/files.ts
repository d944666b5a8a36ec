/** A node's files. Every method throws what node:fs throws, with its `code`. */
export interface Files {
  exists(path: string): boolean;
  read(path: string): Buffer;
  /** Writes a file anew, with these permission bits; its folder must be there. */
  write(path: string, content: Uint8Array, mode: number): void;
  /** As `write`, but whoever reads meanwhile sees the old content or the new, never a part. */
  replace(path: string, content: Uint8Array, mode: number): void;
  remove(path: string): void;
  /** Makes a folder, and those above it, for the user alone; one that is there stays as it is. */
  makeFolder(path: string): void;
}
