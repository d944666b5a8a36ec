import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { DatabaseError, type KeyValueStore, type KeyValueTx } from "./key-value-store.ts";
import { scanMap } from "./scan-map.ts";

interface FileContents {
  readonly format: typeof format;
  /** Pairs of key and value in base64. */
  readonly entries: readonly (readonly [string, string])[];
}

const format = "leaderlab key-value file 1";

/**
 * The local store: everything in memory, written as a whole to one file at each commit. It takes the place of lnd's
 * bolt, which is not replicated either, and is made for the small state of a simulated node.
 *
 * A commit is durable when it resolves: the new file is synced before it takes the old one's name. Throws a
 * DatabaseError for a file that is not one of these; the file is left as it is.
 */
export function openFileStore(path: string): KeyValueStore {
  const entries = readEntries(path);
  let last: Promise<unknown> = Promise.resolve();
  const update = async <T>(work: (tx: KeyValueTx) => Promise<T>): Promise<T> => {
    const writes = new Map<string, Buffer | undefined>();
    const result = await work({
      get: async (key) => {
        const name = key.toString("latin1");
        return writes.has(name) ? writes.get(name) : entries.get(name);
      },
      put: (key, value) => writes.set(key.toString("latin1"), value),
      delete: (key) => writes.set(key.toString("latin1"), undefined),
    });
    if (writes.size === 0) return result;
    const next = new Map(entries);
    for (const [name, value] of writes) {
      if (value === undefined) next.delete(name);
      else next.set(name, value);
    }
    writeEntries(path, next);
    for (const [name, value] of writes) {
      if (value === undefined) entries.delete(name);
      else entries.set(name, value);
    }
    return result;
  };
  return {
    update: (work) => {
      const turn = last.then(
        () => update(work),
        () => update(work),
      );
      last = turn.catch(() => {});
      return turn;
    },
    async view(work) {
      await last;
      const now = new Map(entries);
      return work({
        get: async (key) => now.get(key.toString("latin1")),
        scan: async (start, end, options) => scanMap(now, start, end, options),
      });
    },
    close: async () => {
      await last;
    },
  };
}

function readEntries(path: string): Map<string, Buffer> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return new Map();
    throw new DatabaseError(`cannot read ${path}: ${(error as Error).message}`, { cause: error });
  }
  try {
    const contents = JSON.parse(text) as FileContents;
    if (contents.format !== format) throw new Error(`its format is not "${format}"`);
    return new Map(
      contents.entries.map(([key, value]) => [
        Buffer.from(key, "base64").toString("latin1"),
        Buffer.from(value, "base64"),
      ]),
    );
  } catch (error) {
    const reason = (error as Error).message;
    throw new DatabaseError(`${path} is damaged or not a database of leaderlab: ${reason}`, {
      cause: error,
    });
  }
}

function writeEntries(path: string, entries: ReadonlyMap<string, Buffer>): void {
  const contents: FileContents = {
    format,
    entries: [...entries].map(([key, value]) => [
      Buffer.from(key, "latin1").toString("base64"),
      value.toString("base64"),
    ]),
  };
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.new`;
  const file = openSync(temporary, "w", 0o600);
  try {
    writeSync(file, JSON.stringify(contents));
    fsyncSync(file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}
