import type { Bytes } from "./bytes.ts";
import { contenderKey, contenderPrefix, createdAt, oldestContender } from "./contender.ts";
import { ElectionError } from "./errors.ts";
import type { Compare, RangeResult, TxnResult } from "./etcd-client.ts";
import { neverAborts } from "./never-aborts.ts";
import type { LeaseHolder, Session } from "./session.ts";
import { untilAvailable } from "./until-available.ts";
import { waitDeletes } from "./wait-deletes.ts";
import { withDeadline } from "./with-deadline.ts";

/** How long a failed `lock` tries to take its key back. */
const cleanUpTimeoutMs = 5000;

const nothing = new Uint8Array();

/**
 * A lock among sessions: the oldest key under `name/` holds it. The same session may lock twice, and holds it once.
 * One call at a time, as in Go.
 *
 * Mirrors: etcd clientv3/concurrency Mutex, byte for byte on the wire.
 */
export class Mutex<Holder extends LeaseHolder = Session> {
  readonly session: Holder;
  readonly #prefix: Bytes;
  #key: Bytes | undefined;
  #revision = 0;
  #headerRevision = 0;

  /** `name` is taken as given and a slash is always added. */
  constructor(session: Holder, name: string | Bytes) {
    this.session = session;
    this.#prefix = contenderPrefix(name);
  }

  /** The key in the queue; undefined when neither holding the lock nor waiting for it. */
  get key(): Bytes | undefined {
    return this.#key;
  }

  /** The create revision of the key: who holds the lock can fence its writes with it. 0 when there is no key. */
  get revision(): number {
    return this.#revision;
  }

  /** The store's revision when etcd said that the lock is held; 0 before. Mirrors: Header. */
  get headerRevision(): number {
    return this.#headerRevision;
  }

  /**
   * A compare that holds while the lock is held, for a transaction that must not happen without it. Mirrors: IsOwner.
   * Throws "mutex: lock has already been released" when there is no key to compare.
   */
  isOwner(): Compare {
    if (this.#key === undefined) throw new ElectionError("lockReleased");
    return createdAt(this.#key, this.#revision);
  }

  /**
   * Resolves when the lock is held. Waits as long as it takes; when it gives up, it takes its key back, trying for 5 s
   * at most. Rejects with the signal's reason; with "mutex: session is expired" when the key went while waiting; with
   * an EtcdClientError that waiting does not mend.
   */
  async lock(signal: AbortSignal = neverAborts()): Promise<void> {
    if (await this.#enter(signal)) return;
    const { client, clock } = this.session;
    const maxCreateRevision = this.#revision - 1;
    const key = this.#key ?? nothing;
    let own: RangeResult;
    try {
      await waitDeletes({ client, clock, prefix: this.#prefix, maxCreateRevision, signal });
      const read = { clock, signal, repeatable: true };
      own = await untilAvailable(read, () => client.get({ key }, signal));
    } catch (error) {
      await withDeadline(clock, cleanUpTimeoutMs, (late) => this.unlock(late)).catch(() => {});
      throw error;
    }
    if (own.kvs.length === 0) throw new ElectionError("lockSessionExpired");
    this.#headerRevision = own.revision;
  }

  /** Takes the lock if it is free; rejects with "mutex: Locked by another session" at once if it is not. */
  async tryLock(signal?: AbortSignal): Promise<void> {
    if (await this.#enter(signal)) return;
    await this.unlock(signal);
    throw new ElectionError("lockedByAnother");
  }

  /** Gives the lock up; rejects with "mutex: lock has already been released" when it is not held. */
  async unlock(signal?: AbortSignal): Promise<void> {
    const key = this.#key;
    if (key === undefined) throw new ElectionError("lockReleased");
    const { client, clock } = this.session;
    await untilAvailable({ clock, signal, repeatable: false }, () =>
      client.deleteRange({ key }, signal),
    );
    this.#key = undefined;
    this.#revision = 0;
  }

  /** Joins the queue, or finds the place this session has in it; true when that place is the first. */
  async #enter(signal: AbortSignal | undefined): Promise<boolean> {
    const { client, clock, lease } = this.session;
    const key = contenderKey(this.#prefix, lease);
    const owner = { kind: "range", request: oldestContender(this.#prefix) } as const;
    const request = {
      compare: [createdAt(key, 0)],
      success: [{ kind: "put", request: { key, value: nothing, lease } } as const, owner],
      failure: [{ kind: "range", request: { key } } as const, owner],
    };
    const result = await untilAvailable({ clock, signal, repeatable: false }, () =>
      client.txn(request, signal),
    );
    this.#key = key;
    this.#revision = result.succeeded ? result.revision : createRevisionAt(result, 0);
    const oldest = createRevisionAt(result, 1);
    if (oldest !== this.#revision) return false;
    this.#headerRevision = result.revision;
    return true;
  }
}

/** The create revision of the one key that the transaction's range at this place found. */
function createRevisionAt(result: TxnResult, place: number): number {
  const found = result.responses[place];
  const kv = found?.kind === "range" ? found.response.kvs[0] : undefined;
  if (kv === undefined) throw new ElectionError("unexpectedResponse");
  return kv.createRevision;
}
