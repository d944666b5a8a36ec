import type * as gen from "./gen/etcd.ts";
import { loadService } from "./load.ts";

export type * from "./gen/etcd.ts";

/** etcd's KV service: read, write, delete, transact, compact. */
export const kv = loadService<gen.KVService>("etcd", "etcdserverpb.KV");
/** etcd's Watch service. */
export const watch = loadService<gen.WatchService>("etcd", "etcdserverpb.Watch");
/** etcd's Lease service. */
export const lease = loadService<gen.LeaseService>("etcd", "etcdserverpb.Lease");
/** etcd's Cluster service: the members. */
export const cluster = loadService<gen.ClusterService>("etcd", "etcdserverpb.Cluster");
/** etcd's Maintenance service. */
export const maintenance = loadService<gen.MaintenanceService>("etcd", "etcdserverpb.Maintenance");
/** etcd's Auth service. */
export const auth = loadService<gen.AuthService>("etcd", "etcdserverpb.Auth");
/** etcd's server-side election service. */
export const election = loadService<gen.ElectionService>("etcd", "v3electionpb.Election");
/** gRPC's own service that tells of a server's health, as etcd serves it. */
export const health = loadService<gen.HealthService>("etcd", "grpc.health.v1.Health");
/** etcd's server-side lock service. */
export const lock = loadService<gen.LockService>("etcd", "v3lockpb.Lock");
