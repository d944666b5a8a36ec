/** The .proto files that the package serves, relative to protos/. */
export const protoFiles = [
  "etcd/kv.proto",
  "etcd/auth.proto",
  "etcd/rpc.proto",
  "etcd/election.proto",
  "etcd/lock.proto",
  "lnd/stateservice.proto",
  "lnd/walletunlocker.proto",
  "lnd/lightning.proto",
] as const;
