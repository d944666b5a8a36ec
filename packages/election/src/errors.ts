/** gRPC's status codes, by name. */
export type StatusCode = (typeof statusCodeNames)[number];

/** The names, each in the place of its number: https://grpc.github.io/grpc/core/md_doc_statuscodes.html */
export const statusCodeNames = [
  "OK",
  "CANCELLED",
  "UNKNOWN",
  "INVALID_ARGUMENT",
  "DEADLINE_EXCEEDED",
  "NOT_FOUND",
  "ALREADY_EXISTS",
  "PERMISSION_DENIED",
  "RESOURCE_EXHAUSTED",
  "FAILED_PRECONDITION",
  "ABORTED",
  "OUT_OF_RANGE",
  "UNIMPLEMENTED",
  "INTERNAL",
  "UNAVAILABLE",
  "DATA_LOSS",
  "UNAUTHENTICATED",
] as const;

/** The table of error texts of this package. */
export const texts = {
  // Go's concurrency package, word for word.
  noLeader: "election: no leader",
  notLeader: "election: not leader",
  lockedByAnother: "mutex: Locked by another session",
  lockSessionExpired: "mutex: session is expired",
  lockReleased: "mutex: lock has already been released",
  // Ours: Go's session closes a channel and gives no reason.
  sessionStopped: "session: no longer kept alive",
  sessionExpired: "session: etcd says that the lease is gone",
  sessionUnanswered: "session: no keep-alive was answered within the lease's TTL",
  unexpectedResponse: "etcd's response does not fit the request",
  // Go's clients, word for word.
  deadlineExceeded: "context deadline exceeded",
  clientClosed: "grpc: the client connection is closing",
  // Ours: Go waits for a connection as long as its context lives.
  noConnection: "no connection to etcd within the dial timeout",
  streamEnded: "etcd ended the stream",
  watchCanceled: "etcd canceled the watch",
  // etcd's, as its server says them: the client acts on these.
  compacted: "etcdserver: mvcc: required revision has been compacted",
  leaseNotFound: "etcdserver: requested lease not found",
  invalidAuthToken: "etcdserver: invalid auth token",
  userNameEmpty: "etcdserver: user name is empty",
  authOldRevision: "etcdserver: revision of auth store is old",
  authNotEnabled: "etcdserver: authentication is not enabled",
} as const;

/** What an ElectionError can say. */
export type ElectionErrorKind =
  | "noLeader"
  | "notLeader"
  | "lockedByAnother"
  | "lockSessionExpired"
  | "lockReleased"
  | "sessionStopped"
  | "sessionExpired"
  | "sessionUnanswered"
  | "unexpectedResponse";

/** A refusal by the rules of an election, a lock or a session; `message` is Go's text where Go has one. */
export class ElectionError extends Error {
  override readonly name = "ElectionError";
  /** etcd's election and lock services answer such an error as gRPC's UNKNOWN. */
  readonly code = "UNKNOWN" satisfies StatusCode;
  readonly kind: ElectionErrorKind;

  constructor(kind: ElectionErrorKind, options?: ErrorOptions) {
    super(texts[kind], options);
    this.kind = kind;
  }
}

/** More about an EtcdClientError. */
export interface EtcdClientErrorOptions extends ErrorOptions {
  /** True when the request surely never left, so that a write may be tried again. */
  readonly notSent?: boolean;
}

/** What etcd, or the way to it, answered: gRPC's code by name and etcd's own text. */
export class EtcdClientError extends Error {
  override readonly name = "EtcdClientError";
  readonly code: StatusCode;
  /** True when the request surely never left; false when it left or when that is unknown. */
  readonly notSent: boolean;

  constructor(code: StatusCode, message: string, options: EtcdClientErrorOptions = {}) {
    super(message, options);
    this.code = code;
    this.notSent = options.notSent ?? false;
  }
}

/** Whether etcd refused because a revision has been compacted. */
export function isCompacted(error: unknown): boolean {
  return error instanceof EtcdClientError && error.message === texts.compacted;
}

/** Whether etcd refused because it does not have the lease. */
export function isLeaseNotFound(error: unknown): boolean {
  return error instanceof EtcdClientError && error.message === texts.leaseNotFound;
}
