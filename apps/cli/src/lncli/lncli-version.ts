import type * as lnd from "@leaderlab/proto/lnd";

/** What lncli says of its build. The version is that of the lnd whose outer behaviour is simulated. */
export const lncliBuild = {
  version: "0.21.99-beta",
  app_major: 0,
  app_minor: 21,
  app_patch: 99,
  app_pre_release: "beta",
  build_tags: ["leaderlab"],
} as const satisfies lnd.VersionInput;

/** What `lncli --version` says; there is no commit to tell. */
export const lncliVersion = `${lncliBuild.version} commit=`;
