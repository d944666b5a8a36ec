import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A program that some tests need and that npm does not bring. */
export interface Part {
  /** A name to be found on the PATH, or an absolute path. */
  readonly program: string;
  /** The command that installs it. */
  readonly install: string;
}

/** Debian keeps the server out of the PATH, in a folder for each version. */
function postgresProgram(): string {
  const folder = "/usr/lib/postgresql";
  const versions = existsSync(folder) ? readdirSync(folder) : [];
  const newest = versions.toSorted((a, b) => Number(b) - Number(a))[0];
  return newest === undefined ? "postgres" : join(folder, newest, "bin", "postgres");
}

/** A server that Debian puts where only root looks. */
function debianServer(name: string): string {
  const program = join("/usr/sbin", name);
  return existsSync(program) ? program : name;
}

/** Where `.ci/run` installs packages of Python. */
const pythonFolder = new URL("../../.cache/python/", import.meta.url);

/** A runner of tests for which the documentation has examples; installed by itself, as it is no part of the workspace. */
function testRunner(name: string): Part {
  const folder = fileURLToPath(new URL("../../.cache/test-runners", import.meta.url));
  return {
    program: join(folder, "node_modules", ".bin", name),
    install: "scripts/install-test-runners.sh",
  };
}

/** The programs that tests may need. Those in the environment's variables stand for other versions of them. */
export const parts = {
  /** A real etcd: the one that the tests run against, else a 3.6 if there is one, else the one on the PATH. */
  etcd: {
    program: process.env["LEADERLAB_TEST_ETCD"] ?? process.env["LEADERLAB_ETCD36"] ?? "etcd",
    install: "apt-get install etcd-server",
  },
  etcdctl: {
    program: process.env["LEADERLAB_ETCDCTL"] ?? "etcdctl",
    install: "apt-get install etcd-client",
  },
  /** etcdctl's other half since 3.5: it works on files. */
  etcdutl: {
    program: process.env["LEADERLAB_ETCDUTL"] ?? "etcdutl",
    install: "build it from test/parts/etcd-3.6, as .ci/run does, and name it by LEADERLAB_ETCDUTL",
  },
  curl: { program: "curl", install: "apt-get install curl" },
  nc: { program: "nc", install: "apt-get install netcat-openbsd" },
  jq: { program: "jq", install: "apt-get install jq" },
  dash: { program: "dash", install: "apt-get install dash" },
  bash: { program: "bash", install: "apt-get install bash" },
  busybox: { program: "busybox", install: "apt-get install busybox" },
  haproxy: { program: debianServer("haproxy"), install: "apt-get install haproxy" },
  nginx: { program: debianServer("nginx"), install: "apt-get install nginx" },
  caddy: { program: "caddy", install: "apt-get install caddy" },
  postgres: { program: postgresProgram(), install: "apt-get install postgresql" },
  chromium: { program: "chromium", install: "apt-get install chromium" },
  /** With the packages of test/interop/python. */
  python: {
    program: process.env["LEADERLAB_PYTHON"] ?? fileURLToPath(new URL("bin/python", pythonFolder)),
    install:
      "python3 -m venv .cache/python && .cache/python/bin/pip install -r test/interop/python/requirements.txt",
  },
  vitest: testRunner("vitest"),
  jest: testRunner("jest"),
  go: { program: "go", install: "apt-get install golang-go (1.21 or newer), or https://go.dev/dl" },
} as const satisfies Readonly<Record<string, Part>>;

/** Options for a test: a reason to skip it, or none. */
export interface SkipOptions {
  readonly skip: string | false;
}

/** Options for a test that needs parts: where one is missing, the test's report names the command that installs it. */
export function needs(...required: readonly Part[]): SkipOptions {
  const missing = required.find((part) => !isInstalled(part));
  return missing === undefined
    ? { skip: false }
    : unavailable(`${missing.program} is not installed: ${missing.install}`);
}

/**
 * Options for a test that cannot be run for want of a part: it is skipped, and its report says why. With
 * LEADERLAB_REQUIRE_PARTS=1 this throws instead, so that the file fails.
 */
export function unavailable(reason: string): SkipOptions {
  if (process.env["LEADERLAB_REQUIRE_PARTS"] === "1") throw new Error(reason);
  return { skip: reason };
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
