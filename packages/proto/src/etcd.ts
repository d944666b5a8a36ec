import type * as gen from "./gen/etcd.ts";
import { loadService } from "./load.ts";

export type * from "./gen/etcd.ts";

/** etcd's KV service: read, write, delete, transact, compact. */
export const kv = loadService<gen.KVService>("etcdserverpb.KV");
/** etcd's Watch service. */
export const watch = loadService<gen.WatchService>("etcdserverpb.Watch");
/** etcd's Lease service. */
export const lease = loadService<gen.LeaseService>("etcdserverpb.Lease");
/** etcd's Cluster service: the members. */
export const cluster = loadService<gen.ClusterService>("etcdserverpb.Cluster");
/** etcd's Maintenance service. */
export const maintenance = loadService<gen.MaintenanceService>("etcdserverpb.Maintenance");
/** etcd's Auth service. */
export const auth = loadService<gen.AuthService>("etcdserverpb.Auth");
/** etcd's server-side election service. */
export const election = loadService<gen.ElectionService>("v3electionpb.Election");
/** etcd's server-side lock service. */
export const lock = loadService<gen.LockService>("v3lockpb.Lock");
