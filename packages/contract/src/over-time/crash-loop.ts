/** Kubernetes' own figures, in milliseconds. */
const firstMs = 10_000;
const mostMs = 300_000;

/**
 * How long a container that ended waits until it is started again: not at all the first time, then 10 s, doubled each
 * time up to 5 min; a container that ran for 10 min is forgiven. Mirrors: kubelet's back-off of crashing containers.
 */
export class CrashLoop {
  #nextMs = 0;
  #lastMs = Number.NEGATIVE_INFINITY;

  /** The wait of a container that ends now. */
  waitAfterEnd(nowMs: number): number {
    if (nowMs - this.#lastMs > 2 * mostMs) this.#nextMs = 0;
    const waitMs = this.#nextMs;
    this.#nextMs = Math.min(mostMs, waitMs === 0 ? firstMs : waitMs * 2);
    this.#lastMs = nowMs;
    return waitMs;
  }
}
