import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A real etcd that was found. */
export interface RealEtcd {
  readonly program: string;
  /** `3.6.16` */
  readonly version: string;
}

/** Versions that cases are compared with, and how to get each. */
const wanted = [
  {
    version: "3.6",
    places: [
      process.env["LEADERLAB_ETCD36"],
      fileURLToPath(new URL("../../.cache/parts/etcd", import.meta.url)),
    ],
    install: "build it with `.ci/run`, or name one by --etcd or LEADERLAB_ETCD36",
  },
  { version: "3.4", places: ["etcd"], install: "apt-get install etcd-server" },
] as const;

/**
 * The real etcds to compare with: those named, or one of each version that is wanted. What is missing is said in words
 * for people.
 */
export function findRealEtcds(named: readonly string[] = []): {
  readonly found: readonly RealEtcd[];
  readonly missing: readonly string[];
} {
  if (named.length > 0) return sorted(named.map((program) => [program, versionOf(program)]));
  return sorted(
    wanted.map(({ version, places, install }) => {
      const known = places.find((place) => place !== undefined && isThere(place));
      return known === undefined
        ? [`etcd ${version}: ${install}`, undefined]
        : [known, versionOf(known)];
    }),
  );
}

function sorted(pairs: readonly (readonly [string, string | undefined])[]) {
  const found: RealEtcd[] = [];
  const missing: string[] = [];
  for (const [program, version] of pairs) {
    if (version === undefined) missing.push(program);
    else found.push({ program, version });
  }
  return { found, missing };
}

const isThere = (place: string) => (place.includes("/") ? existsSync(place) : true);

function versionOf(program: string): string | undefined {
  try {
    const text = execFileSync(program, ["--version"], { encoding: "utf8" });
    return /^etcd Version: (\S+)/.exec(text)?.[1];
  } catch {
    return undefined;
  }
}
