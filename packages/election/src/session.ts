import type { Clock } from "@leaderlab/clock";
import { ElectionError, isLeaseNotFound } from "./errors.ts";
import type { EtcdClient, LeaseId } from "./etcd-client.ts";
import { type KeepAliveEnd, LeaseKeeper } from "./lease-keeper.ts";
import { untilAvailable } from "./until-available.ts";
import { withDeadline } from "./with-deadline.ts";

const defaultTtlSeconds = 60;

/** What Go's client waits when it has no dial timeout; with one, it waits that and a second more. */
const defaultFirstAnswerTimeoutMs = 5000;

/** What an election or a lock needs of a session: a lease to hang its key on, and a way to etcd. */
export interface LeaseHolder {
  readonly client: EtcdClient;
  readonly clock: Clock;
  readonly lease: LeaseId;
}

export interface SessionOptions {
  readonly clock: Clock;
  /** Asked for when the lease is granted; left out, 0 or below: 60, silently, as Go does it. */
  readonly ttlSeconds?: number;
  /** An existing lease to adopt instead of asking for one, as after a restart of the process. */
  readonly lease?: LeaseId;
  /** How long the session lives without a first answer to its keep-alives. Default 5000. */
  readonly firstAnswerTimeoutMs?: number;
  /** Ends the attempts to get a lease; it has no effect on an open session. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Opens a session: gets a lease, or adopts one, and keeps it alive. While etcd is away it tries on, for ever unless
 * the signal aborts (then it rejects with the signal's reason); any other refusal rejects with the EtcdClientError.
 *
 * Mirrors: etcd clientv3/concurrency NewSession.
 */
export async function openSession(client: EtcdClient, options: SessionOptions): Promise<Session> {
  const { clock, signal, lease: adopted = 0n } = options;
  const asked = options.ttlSeconds ?? 0;
  const ttlSeconds = asked > 0 ? asked : defaultTtlSeconds;
  if (adopted !== 0n) return new Session(client, { ...options, lease: adopted, ttlSeconds });
  const retry = { clock, signal, repeatable: true };
  const granted = await untilAvailable(retry, () => client.grant(ttlSeconds, signal));
  return new Session(client, { ...options, lease: granted.id, ttlSeconds });
}

/**
 * A session that nobody keeps alive: the lease that is given, or for 0n a new one of 60 seconds. Who contends with it
 * must see to the lease himself, or loses the key with it. Rejects as `openSession` does.
 *
 * Mirrors: the sessions of etcd's election and lock services, which are orphaned as soon as they are open.
 */
export async function orphanedSession(
  client: EtcdClient,
  options: Pick<SessionOptions, "clock" | "signal" | "lease">,
): Promise<LeaseHolder> {
  const { clock, signal, lease = 0n } = options;
  if (lease !== 0n) return { client, clock, lease };
  const retry = { clock, signal, repeatable: true };
  const granted = await untilAvailable(retry, () => client.grant(defaultTtlSeconds, signal));
  return { client, clock, lease: granted.id };
}

/**
 * A lease that is kept alive. Its end is told by `signal` and `done`; nothing else reacts to it: an election goes on
 * without its session, as in Go, unless its caller looks here.
 *
 * Mirrors: etcd clientv3/concurrency Session.
 */
export class Session implements LeaseHolder, AsyncDisposable {
  readonly client: EtcdClient;
  readonly clock: Clock;
  readonly lease: LeaseId;
  /** The TTL that was asked for; etcd may have granted a longer one. */
  readonly ttlSeconds: number;
  /** Aborts when the lease is no longer kept alive, with an ElectionError that says why. */
  readonly signal: AbortSignal;
  /** Resolves, never rejects, when the lease is no longer kept alive. */
  readonly done: Promise<KeepAliveEnd>;
  readonly #keeper: LeaseKeeper;

  /** Use `openSession`. */
  constructor(
    client: EtcdClient,
    options: SessionOptions & { lease: LeaseId; ttlSeconds: number },
  ) {
    const { clock, lease, ttlSeconds } = options;
    const firstAnswerTimeoutMs = options.firstAnswerTimeoutMs ?? defaultFirstAnswerTimeoutMs;
    const over = new AbortController();
    this.client = client;
    this.clock = clock;
    this.lease = lease;
    this.ttlSeconds = ttlSeconds;
    this.signal = over.signal;
    this.#keeper = new LeaseKeeper({ client, clock, lease, firstAnswerTimeoutMs });
    this.done = this.#keeper.ended.then((end) => {
      over.abort(new ElectionError(reasons[end], { cause: this.#keeper.lastError }));
      return end;
    });
  }

  /** When the lease may have expired if no further keep-alive is answered, in the clock's milliseconds. */
  get deadlineMs(): number {
    return this.#keeper.deadlineMs;
  }

  /** Stops the keep-alives and leaves the lease to expire. Calling it again does nothing. */
  async orphan(): Promise<void> {
    this.#keeper.stop();
    await this.done;
  }

  /**
   * Stops the keep-alives and revokes the lease, which deletes its keys. Tries for one TTL at most, since the lease has
   * expired after that anyway; rejects with an EtcdClientError, as when the lease is gone already.
   */
  async close(): Promise<void> {
    await this.orphan();
    const { client, clock, lease } = this;
    await withDeadline(clock, this.ttlSeconds * 1000, (signal) =>
      untilAvailable({ clock, signal, repeatable: true }, () => client.revoke(lease, signal)),
    );
  }

  /** As `close`, but a lease that is gone already is no error. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close().catch((error: unknown) => {
      if (!isLeaseNotFound(error)) throw error;
    });
  }
}

const reasons = {
  stopped: "sessionStopped",
  expired: "sessionExpired",
  unanswered: "sessionUnanswered",
} as const satisfies { readonly [E in KeepAliveEnd]: string };
