import type * as lnd from "@leaderlab/proto/lnd";

/**
 * The lnd whose outer behaviour is served, as GetVersion tells it, and lncli of itself: both are of one release. Its
 * build tags name the services, which clients choose by; the first one tells whoever looks that this is no lnd. There
 * is no commit to tell.
 */
export const lndBuild = {
  commit: "",
  version: "0.21.99-beta",
  app_major: 0,
  app_minor: 21,
  app_patch: 99,
  app_pre_release: "beta",
  build_tags: [
    "leaderlab",
    "kvdb_etcd",
    "autopilotrpc",
    "chainrpc",
    "invoicesrpc",
    "neutrinorpc",
    "peersrpc",
    "routerrpc",
    "signrpc",
    "walletrpc",
    "watchtowerrpc",
    "wtclientrpc",
  ],
} as const satisfies lnd.VersionInput;

/** The same as `--version` and GetInfo name it. */
export const lndVersion = `${lndBuild.version} commit=${lndBuild.commit}`;
