import { constants } from "node:fs";
import { access, mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { adoptState } from "./backend/adopt-state.ts";
import { loadStateFile, StateFileError, saveStateFile } from "./backend/state-file.ts";
import type { Log } from "./log.ts";
import { logFacts } from "./services/maintenance.ts";
import type { Store } from "./store.ts";

export interface DurableStateOptions {
  readonly path: string;
  readonly store: Store;
  readonly log: Log;
}

/** A state that outlives its server, if that is stopped and not killed. */
export interface DurableState {
  /** Writes the state; once, however often it is asked for. Rejects with StateFileError. */
  save(): Promise<void>;
}

/**
 * Takes over the state that the file holds, if there is one. Rejects with StateFileError when it is damaged, and when
 * no file could be written in its folder.
 */
export async function openDurableState(options: DurableStateOptions): Promise<DurableState> {
  const { path, store, log } = options;
  await requireFolder(dirname(path));
  const restored = await loadStateFile(path);
  if (restored === undefined) {
    log("info", "no snapshot yet: starting empty", { path });
  } else {
    takeOver(() => store.core.importState(adoptState(restored, store.memberId)), path);
    const { revision, counts } = store.core;
    log("info", "restored the snapshot of the last run", { path, revision, keys: counts.keys });
  }
  let saving: Promise<void> | undefined;
  return {
    save() {
      saving ??= save(options);
      return saving;
    },
  };
}

async function save({ path, store, log }: DurableStateOptions): Promise<void> {
  const state = store.applyAsServer((core) => core.exportState());
  await saveStateFile(path, state, logFacts(store));
  log("info", "wrote the snapshot for the next run", { path, revision: state.revision });
}

function takeOver(work: () => void, path: string): void {
  try {
    work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StateFileError(`${path} holds no state that can be: ${reason}. It was left as it is`);
  }
}

/** What cannot be written at the end is better known at the start. */
async function requireFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StateFileError(`no snapshot can be written into ${folder}: ${reason}`);
  }
}
