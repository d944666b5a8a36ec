/** The .proto files that the package serves, by family and relative to protos/. A family is read as a whole. */
export const protoFiles = {
  etcd: [
    "etcd/kv.proto",
    "etcd/auth.proto",
    "etcd/rpc.proto",
    "etcd/election.proto",
    "etcd/lock.proto",
  ],
  lnd: [
    "lnd/stateservice.proto",
    "lnd/walletunlocker.proto",
    "lnd/lightning.proto",
    "lnd/verrpc.proto",
    "lnd/lnclipb.proto",
  ],
} as const;

/** A family of .proto files. */
export type ProtoFamily = keyof typeof protoFiles;
