import { constants } from "node:fs";
import { access, type FileHandle, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { EtcdState } from "@leaderlab/etcd-core";
import type { LogFacts } from "./buckets-of-state.ts";
import { readSnapshot, snapshotOf } from "./snapshot-file.ts";
import type { RestoredState } from "./state-of-buckets.ts";

/** A file from which no state can be taken, or in whose place none can be put. */
export class StateFileError extends Error {
  override readonly name = "StateFileError";
}

/**
 * Where `--snapshot-on-exit` keeps the state. Not where etcd has its database: without its log beside it that would be
 * of no use to a real etcd, while a snapshot under a name of its own can be restored into one.
 */
export function stateFileIn(dataDir: string): string {
  return join(dataDir, "leaderlab-snapshot.db");
}

/**
 * The state in a file; undefined when there is none yet. Rejects with StateFileError for a damaged one, and for a
 * folder that holds a real etcd's data instead. Nothing is changed.
 */
export async function loadStateFile(path: string): Promise<RestoredState | undefined> {
  const file = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new StateFileError(`cannot read ${path}: ${error.message}`);
  });
  if (file === undefined) {
    await refuseRealMember(path);
    return undefined;
  }
  try {
    return readSnapshot(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StateFileError(
      `${path} is damaged: ${reason}. It was left as it is; ` +
        "put a good snapshot in its place, or move it away to start empty",
    );
  }
}

async function refuseRealMember(path: string): Promise<void> {
  const member = join(dirname(path), "member");
  const isThere = await access(member, constants.F_OK).then(
    () => true,
    () => false,
  );
  if (!isThere) return;
  throw new StateFileError(
    `${member} is a real etcd's, which is not read here; ` +
      `save a snapshot of it with "etcdctl snapshot save ${path}"`,
  );
}

/**
 * Writes the state into the file, readable by its owner alone. Whatever happens on the way, the file is afterwards
 * either what it was or the new state whole. Rejects with StateFileError.
 */
export async function saveStateFile(path: string, state: EtcdState, log: LogFacts): Promise<void> {
  const draft = `${path}.tmp`;
  try {
    const file = await open(draft, "w", 0o600);
    try {
      await writeSnapshot(file, state, log);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    const reason = error instanceof Error ? error.message : String(error);
    throw new StateFileError(`the state could not be written into ${path}: ${reason}`);
  }
}

/** Small pages go out together. */
const writeBytes = 1024 * 1024;

async function writeSnapshot(file: FileHandle, state: EtcdState, log: LogFacts): Promise<void> {
  const snapshot = snapshotOf(state, log);
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  for (const page of snapshot.pages()) {
    waiting.push(page);
    bytes += page.length;
    if (bytes < writeBytes) continue;
    await file.appendFile(Buffer.concat(waiting));
    [waiting, bytes] = [[], 0];
  }
  await file.appendFile(Buffer.concat([...waiting, snapshot.checksum()]));
}

/** So that the new name outlives a crash of the machine, too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
