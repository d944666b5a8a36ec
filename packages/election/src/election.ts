import { type Bytes, equalBytes, toBytes } from "./bytes.ts";
import { contenderKey, contenderPrefix, createdAt, oldestContender } from "./contender.ts";
import { ElectionError } from "./errors.ts";
import type { KeyValue, TxnRequest, TxnResult } from "./etcd-client.ts";
import { neverAborts } from "./never-aborts.ts";
import { type LeaderNews, observeLeader } from "./observe-leader.ts";
import type { LeaseHolder, Session } from "./session.ts";
import { untilAvailable } from "./until-available.ts";
import { waitDeletes } from "./wait-deletes.ts";
import { withDeadline } from "./with-deadline.ts";

/** How long an aborted campaign tries to take its key back: what lnd gives a resignation. */
const resignTimeoutMs = 5000;

export interface CampaignOptions {
  /** Gives the campaign up. */
  readonly signal?: AbortSignal | undefined;
  /**
   * What becomes of the key when the signal aborts. "resign" (the default) deletes it, trying for 5 s at most, so that
   * those behind it move up at once. "leave" lets it stand until the lease ends, so that those behind it wait for that:
   * this is what a waiting lnd does when it is stopped, because it aborts Go's whole client and with it the deletion.
   */
  readonly onAbort?: "resign" | "leave";
}

/** A leader that was elected before, as its election keys tell. */
export interface ResumedLeader {
  readonly key: string | Bytes;
  /** The key's create revision. */
  readonly revision: number;
}

/**
 * One contender in an election: the oldest key under `name/` leads, and each contender's key lives as long as its
 * session's lease. An election does not watch its session; see `campaign`. One call at a time, as in Go.
 *
 * Mirrors: etcd clientv3/concurrency Election, byte for byte on the wire.
 */
export class Election<Holder extends LeaseHolder = Session> {
  readonly session: Holder;
  readonly #name: Bytes;
  readonly #prefix: Bytes;
  #key: Bytes | undefined;
  #revision = 0;
  #headerRevision = 0;
  #contending = false;

  /** `name` is taken as given and a slash is always added: `/leader/` contends under `/leader//`. */
  constructor(session: Holder, name: string | Bytes) {
    this.session = session;
    this.#name = toBytes(name);
    this.#prefix = contenderPrefix(name);
  }

  /** Takes part as a leader that was elected before, known by its key. Mirrors: concurrency.ResumeElection. */
  static resume<Holder extends LeaseHolder>(
    session: Holder,
    name: string | Bytes,
    leader: ResumedLeader,
  ): Election<Holder> {
    const election = new Election(session, name);
    election.#contend(toBytes(leader.key), leader.revision);
    return election;
  }

  /** The contender's key; undefined before a campaign, after resigning and after losing the leadership. */
  get key(): Bytes | undefined {
    return this.#key;
  }

  /** The create revision of the contender's key, which is its place in the queue; 0 before a campaign. */
  get revision(): number {
    return this.#revision;
  }

  /** The store's revision as etcd's answer to the last write that succeeded told it; 0 before. Mirrors: Header. */
  get headerRevision(): number {
    return this.#headerRevision;
  }

  /**
   * Puts the contender's key, unless it is there already, and resolves when no older one is left: then it leads.
   * A key that is there with another value is given the new value.
   *
   * It waits as long as it takes and rides out an etcd that is away. It does *not* end with the session: a contender
   * whose key has expired finds nobody before it and leads with no key in etcd, as Go's and lnd's do. Whoever wants
   * otherwise passes `AbortSignal.any([signal, session.signal])`.
   *
   * Rejects with the signal's reason, with an ElectionError, or with an EtcdClientError that waiting does not mend
   * (UNAVAILABLE among them when the connection breaks while the key is being put).
   */
  async campaign(value: string | Bytes, options: CampaignOptions = {}): Promise<void> {
    const { signal = neverAborts(), onAbort = "resign" } = options;
    const bytes = toBytes(value);
    const { standing, revision, key, headerRevision } = await this.#enter(bytes, signal);
    this.#contend(key, revision);
    if (standing !== undefined && !equalBytes(standing.value, bytes)) {
      await this.#proclaimOrResign(bytes, signal);
    }
    const { client, clock } = this.session;
    const maxCreateRevision = revision - 1;
    try {
      await waitDeletes({ client, clock, prefix: this.#prefix, maxCreateRevision, signal });
    } catch (error) {
      if (signal.aborted && onAbort === "resign") await this.#resignQuietly();
      this.#withdraw({ keepKey: !signal.aborted });
      throw error;
    }
    this.#headerRevision = headerRevision;
  }

  /** Gives the leader's key a new value. Rejects with "election: not leader" when the key is no longer there. */
  async proclaim(value: string | Bytes, signal?: AbortSignal): Promise<void> {
    const key = this.#key;
    if (!this.#contending || key === undefined) throw new ElectionError("notLeader");
    const put = { key, value: toBytes(value), lease: this.session.lease };
    const result = await this.#txn(
      {
        compare: [createdAt(key, this.#revision)],
        success: [{ kind: "put", request: put }],
        failure: [],
      },
      signal,
    );
    if (!result.succeeded) {
      this.#key = undefined;
      throw new ElectionError("notLeader");
    }
    this.#headerRevision = result.revision;
  }

  /**
   * Deletes the contender's key, if it is still the one that the campaign put; the lease stays. No error when the key
   * is gone or there was none. Whatever comes of it, this contender is out.
   */
  async resign(signal?: AbortSignal): Promise<void> {
    const key = this.#key;
    const contending = this.#contending;
    const revision = this.#revision;
    this.#withdraw({ keepKey: false });
    if (!contending || key === undefined) return;
    const result = await this.#txn(
      {
        compare: [createdAt(key, revision)],
        success: [{ kind: "deleteRange", request: { key } }],
        failure: [],
      },
      signal,
    );
    this.#headerRevision = result.revision;
  }

  /** The leader of now. Rejects with "election: no leader" when there is none. */
  async leader(signal?: AbortSignal): Promise<LeaderNews> {
    const { client, clock } = this.session;
    const request = oldestContender(this.#prefix);
    const found = await untilAvailable({ clock, signal, repeatable: true }, () =>
      client.get(request, signal),
    );
    const kv = found.kvs[0];
    if (kv === undefined) throw new ElectionError("noLeader");
    return { kv, revision: found.revision };
  }

  /** Every leader and every value it proclaims, from now on; see `observeLeader`. */
  observe(signal: AbortSignal): AsyncGenerator<LeaderNews> {
    const { client, clock } = this.session;
    return observeLeader({ client, clock, name: this.#name, signal });
  }

  /** Puts the contender's key, or finds the one that stands there since an earlier campaign of this session. */
  async #enter(value: Bytes, signal: AbortSignal) {
    const { lease } = this.session;
    const key = contenderKey(this.#prefix, lease);
    const result = await this.#txn(
      {
        compare: [createdAt(key, 0)],
        success: [{ kind: "put", request: { key, value, lease } }],
        failure: [{ kind: "range", request: { key } }],
      },
      signal,
    );
    const headerRevision = result.revision;
    if (result.succeeded) {
      return { key, revision: headerRevision, headerRevision, standing: undefined };
    }
    const standing = onlyKey(result);
    return { key, revision: standing.createRevision, headerRevision, standing };
  }

  async #proclaimOrResign(value: Bytes, signal: AbortSignal): Promise<void> {
    try {
      await this.proclaim(value, signal);
    } catch (error) {
      await this.#resignQuietly();
      throw error;
    }
  }

  /** Resigns when something else has gone wrong already, and that is what the caller must hear of. */
  async #resignQuietly(): Promise<void> {
    const attempt = (signal: AbortSignal) => this.resign(signal);
    await withDeadline(this.session.clock, resignTimeoutMs, attempt).catch(() => {});
  }

  /** A write: it waits for a connection, but is not repeated when one breaks. */
  #txn(request: TxnRequest, signal: AbortSignal | undefined): Promise<TxnResult> {
    const { client, clock } = this.session;
    return untilAvailable({ clock, signal, repeatable: false }, () => client.txn(request, signal));
  }

  #contend(key: Bytes, revision: number): void {
    this.#key = key;
    this.#revision = revision;
    this.#contending = true;
  }

  #withdraw({ keepKey }: { keepKey: boolean }): void {
    if (!keepKey) this.#key = undefined;
    this.#contending = false;
  }
}

/** The key that the transaction's compare found there, as its first response. */
function onlyKey(result: TxnResult): KeyValue {
  const first = result.responses[0];
  const kv = first?.kind === "range" ? first.response.kvs[0] : undefined;
  if (kv === undefined) throw new ElectionError("unexpectedResponse");
  return kv;
}
