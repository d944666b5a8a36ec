import { etcdSchema } from "./gen/etcd-schema.ts";
import * as services from "./gen/etcd-services.ts";
import { addSchema } from "./known-schema.ts";

export type * from "./gen/etcd.ts";

addSchema(etcdSchema);

/** etcd's KV service: read, write, delete, transact, compact. */
export const kv = services.KV;
/** etcd's Watch service. */
export const watch = services.Watch;
/** etcd's Lease service. */
export const lease = services.Lease;
/** etcd's Cluster service: the members. */
export const cluster = services.Cluster;
/** etcd's Maintenance service. */
export const maintenance = services.Maintenance;
/** etcd's Auth service. */
export const auth = services.Auth;
/** etcd's server-side election service. */
export const election = services.Election;
/** gRPC's own service that tells of a server's health, as etcd serves it. */
export const health = services.Health;
/** etcd's server-side lock service. */
export const lock = services.Lock;
