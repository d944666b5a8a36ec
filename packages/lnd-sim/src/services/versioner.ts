import * as lnd from "@leaderlab/proto/lnd";
import { type Implementation, implement } from "@leaderlab/rpc";
import { lndVersion } from "../config/lnd-version.ts";

/** `0.21.99-beta commit=…`: the numbers of a version, what follows them, and the commit. */
const versionPattern = /^((\d+)\.(\d+)\.(\d+)-(\S+)) commit=(\S*)$/;

/** lnd's Versioner service. The build tag tells whoever looks that this is no lnd. */
export function createVersionerService(): Implementation {
  const [, version = "", major, minor, patch, preRelease = "", commit = ""] =
    versionPattern.exec(lndVersion) ?? [];
  return implement(lnd.versioner, {
    GetVersion: () => ({
      commit,
      version,
      app_major: Number(major),
      app_minor: Number(minor),
      app_patch: Number(patch),
      app_pre_release: preRelease,
      build_tags: ["leaderlab"],
    }),
  });
}
