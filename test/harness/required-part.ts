import { accessSync, constants } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";

/** A program that some tests need and that npm does not bring. */
export interface Part {
  /** A name to be found on the PATH, or an absolute path. */
  readonly program: string;
  /** The command that installs it. */
  readonly install: string;
}

/** The programs that tests may need. Those in the environment's variables stand for other versions of them. */
export const parts = {
  /** A real etcd: the one that the tests run against, or Debian's. */
  etcd: {
    program: process.env["LEADERLAB_TEST_ETCD"] ?? "etcd",
    install: "apt-get install etcd-server",
  },
  etcdctl: {
    program: process.env["LEADERLAB_ETCDCTL"] ?? "etcdctl",
    install: "apt-get install etcd-client",
  },
  curl: { program: "curl", install: "apt-get install curl" },
  jq: { program: "jq", install: "apt-get install jq" },
  dash: { program: "dash", install: "apt-get install dash" },
  bash: { program: "bash", install: "apt-get install bash" },
  busybox: { program: "busybox", install: "apt-get install busybox" },
  chromium: { program: "chromium", install: "apt-get install chromium" },
  go: { program: "go", install: "apt-get install golang-go, or https://go.dev/dl" },
} as const satisfies Readonly<Record<string, Part>>;

/**
 * Options for a test that needs parts: where one is missing the test is skipped, and its report names the command that
 * installs it. With LEADERLAB_REQUIRE_PARTS=1 this throws instead, so that the file fails.
 */
export function needs(...required: readonly Part[]): { readonly skip: string | false } {
  const missing = required.find((part) => !isInstalled(part));
  if (missing === undefined) return { skip: false };
  const text = `${missing.program} is not installed: ${missing.install}`;
  if (process.env["LEADERLAB_REQUIRE_PARTS"] === "1") throw new Error(text);
  return { skip: text };
}

function isInstalled({ program }: Part): boolean {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const places = isAbsolute(program) ? [program] : folders.map((folder) => join(folder, program));
  return places.some((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
