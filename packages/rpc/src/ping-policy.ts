/** How often a client may ping, and when it is pinged itself. Mirrors: grpc-go keepalive.EnforcementPolicy. */
export interface PingPolicyOptions {
  /** The least time between two pings of a client that has calls open. */
  readonly minIntervalMs: number;
}

/** What grpc-go allows a client without open calls: next to nothing. */
const idleIntervalMs = 2 * 3_600_000;
const maxStrikes = 2;

/** Counts the pings of one connection that came too early. Mirrors: grpc-go http2Server.handlePing. */
export class PingPolicy {
  readonly #minIntervalMs: number;
  #lastPingMs = Number.NEGATIVE_INFINITY;
  #strikes = 0;
  #isForgiven = false;

  constructor({ minIntervalMs }: PingPolicyOptions) {
    this.#minIntervalMs = minIntervalMs;
  }

  /** To be called when something is sent to the client: the next ping is allowed, and earlier ones are forgotten. */
  forgive(): void {
    this.#isForgiven = true;
  }

  /** Whether the connection is to be closed for this ping. */
  isTooMany(nowMs: number, hasCalls: boolean): boolean {
    const intervalMs = hasCalls ? this.#minIntervalMs : idleIntervalMs;
    const isEarly = this.#lastPingMs + intervalMs > nowMs;
    this.#lastPingMs = nowMs;
    if (this.#isForgiven) {
      this.#isForgiven = false;
      this.#strikes = 0;
      return false;
    }
    if (isEarly) this.#strikes += 1;
    return this.#strikes > maxStrikes;
  }
}
