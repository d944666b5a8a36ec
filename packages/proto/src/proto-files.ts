/** The .proto files that the package serves, by family and relative to protos/. A family is read as a whole. */
export const protoFiles = {
  etcd: [
    "etcd/kv.proto",
    "etcd/auth.proto",
    "etcd/rpc.proto",
    "etcd/election.proto",
    "etcd/lock.proto",
    "grpc/health.proto",
  ],
  lnd: [
    "lnd/stateservice.proto",
    "lnd/walletunlocker.proto",
    "lnd/lightning.proto",
    "lnd/router.proto",
    "lnd/invoices.proto",
    "lnd/walletkit.proto",
    "lnd/signer.proto",
    "lnd/chainkit.proto",
    "lnd/chainnotifier.proto",
    "lnd/peers.proto",
    "lnd/autopilot.proto",
    "lnd/neutrino.proto",
    "lnd/watchtower.proto",
    "lnd/wtclient.proto",
    "lnd/verrpc.proto",
    "lnd/lnclipb.proto",
  ],
} as const;

/** A family of .proto files. */
export type ProtoFamily = keyof typeof protoFiles;
