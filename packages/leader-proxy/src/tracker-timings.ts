/** How closely backends and etcd are watched; all in milliseconds. */
export interface TrackerTimings {
  /** Between two questions to a backend, or to etcd, that show whether it still answers. Default 1000. */
  readonly checkIntervalMs: number;
  /** How long an answer may take; also the time for a connection to be made. Default 2000. */
  readonly checkTimeoutMs: number;
  /** The longest wait before a backend out of reach is tried again. Default 2000. */
  readonly longestBackoffMs: number;
}

/** What holds unless another one is given: a leader that hangs is noticed within 3 s. */
export const defaultTimings: TrackerTimings = {
  checkIntervalMs: 1000,
  checkTimeoutMs: 2000,
  longestBackoffMs: 2000,
};
