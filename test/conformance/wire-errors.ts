import type { Refusal } from "./cases/step.ts";

/** An error that etcd can answer with. */
export interface WireError {
  readonly refusal: Refusal;
  /** The group of the case that shows it; or why no case can make it come. */
  readonly shownBy: string | { readonly never: string };
}

const row = (code: Refusal[0], text: string, shownBy: WireError["shownBy"]): WireError => ({
  refusal: [code, `etcdserver: ${text}`],
  shownBy,
});

const never = (reason: string) => ({ never: reason });
const severalMembers = never("it takes several members, of which one is away, behind or gone");
const thatMoment = never("it takes a server that ends, starts or hangs in that very moment");
const clientsOwn = never("clients say it to themselves; no server sends it");

/** Every row of etcd's table. Mirrors: etcd api/v3rpc/rpctypes/error.go of 3.6.16. */
export const wireErrors: readonly WireError[] = [
  row("INVALID_ARGUMENT", "key is not provided", "kv"),
  row("INVALID_ARGUMENT", "key not found", "kv"),
  row("INVALID_ARGUMENT", "value is provided", "kv"),
  row("INVALID_ARGUMENT", "lease is provided", "kv"),
  row("INVALID_ARGUMENT", "too many operations in txn request", "txn"),
  row("INVALID_ARGUMENT", "duplicate key given in txn request", "txn"),
  row("INVALID_ARGUMENT", "invalid client api version", never("no gRPC library sends such bytes")),
  row("INVALID_ARGUMENT", "invalid sort option", "kv"),
  row("OUT_OF_RANGE", "mvcc: required revision has been compacted", "kv"),
  row("OUT_OF_RANGE", "mvcc: required revision is a future revision", "kv"),
  row("RESOURCE_EXHAUSTED", "mvcc: database space exceeded", "maintenance"),
  row("NOT_FOUND", "requested lease not found", "lease"),
  row("FAILED_PRECONDITION", "lease already exists", "lease"),
  row("OUT_OF_RANGE", "too large lease TTL", "lease"),
  row("CANCELLED", "watch canceled", never("it is for a client that has left")),
  row("FAILED_PRECONDITION", "member ID already exist", never("ids are made of the time")),
  row("FAILED_PRECONDITION", "Peer URLs already exists", "cluster"),
  // etcd means FAILED_PRECONDITION, and sends the client's error, which has no code.
  row("UNKNOWN", "re-configuration failed due to not enough started members", "cluster"),
  row("INVALID_ARGUMENT", "given member URLs are invalid", "cluster"),
  row("NOT_FOUND", "member not found", "cluster"),
  row("FAILED_PRECONDITION", "can only promote a learner member", "cluster"),
  row(
    "FAILED_PRECONDITION",
    "can only promote a learner member which is in sync with leader",
    "cluster",
  ),
  row("FAILED_PRECONDITION", "too many learner members in cluster", "cluster"),
  row("FAILED_PRECONDITION", "cluster ID mismatch", never("only members say it, to each other")),
  row("INVALID_ARGUMENT", "request is too large", "kv"),
  row("RESOURCE_EXHAUSTED", "too many requests", never("it takes 5000 that are not applied yet")),
  row("FAILED_PRECONDITION", "root user does not exist", "auth"),
  row("FAILED_PRECONDITION", "root user does not have root role", "auth"),
  row("FAILED_PRECONDITION", "user name already exists", "auth"),
  row("INVALID_ARGUMENT", "user name is empty", "auth"),
  row("FAILED_PRECONDITION", "user name not found", "auth"),
  row("FAILED_PRECONDITION", "role name already exists", "auth"),
  row("FAILED_PRECONDITION", "role name not found", "auth"),
  row("INVALID_ARGUMENT", "role name is empty", "auth"),
  row("INVALID_ARGUMENT", "authentication failed, invalid user ID or password", "auth"),
  row("INVALID_ARGUMENT", "permission not given", "auth"),
  row("PERMISSION_DENIED", "permission denied", "auth"),
  row("FAILED_PRECONDITION", "role is not granted to the user", "auth"),
  row("FAILED_PRECONDITION", "permission is not granted to the role", "auth"),
  row("FAILED_PRECONDITION", "authentication is not enabled", "auth"),
  row("UNAUTHENTICATED", "invalid auth token", "auth"),
  row("INVALID_ARGUMENT", "invalid auth management", "auth"),
  row("INVALID_ARGUMENT", "revision of auth store is old", "auth"),
  row("UNAVAILABLE", "no leader", severalMembers),
  row("FAILED_PRECONDITION", "not leader", severalMembers),
  row("UNAVAILABLE", "leader changed", severalMembers),
  row("FAILED_PRECONDITION", "not capable", thatMoment),
  row("UNAVAILABLE", "server stopped", thatMoment),
  row("UNAVAILABLE", "request timed out", thatMoment),
  row("UNAVAILABLE", "request timed out, possibly due to previous leader failure", severalMembers),
  row("UNAVAILABLE", "request timed out, possibly due to connection lost", severalMembers),
  row("UNAVAILABLE", "request timed out, waiting for the applied index took too long", thatMoment),
  row("UNAVAILABLE", "unhealthy cluster", severalMembers),
  row("DATA_LOSS", "corrupt cluster", "maintenance"),
  row("FAILED_PRECONDITION", "rpc not supported for learner", severalMembers),
  row("FAILED_PRECONDITION", "bad leader transferee", "maintenance"),
  row("INVALID_ARGUMENT", "wrong downgrade target version format", "maintenance"),
  row("INVALID_ARGUMENT", "invalid downgrade target version", "maintenance"),
  row("FAILED_PRECONDITION", "cluster version not found during downgrade", thatMoment),
  row("FAILED_PRECONDITION", "cluster has a downgrade job in progress", "maintenance"),
  row("FAILED_PRECONDITION", "no inflight downgrade job", never("it is only written to the log")),
  row("CANCELLED", "request canceled", clientsOwn),
  row("DEADLINE_EXCEEDED", "context deadline exceeded", clientsOwn),
];
