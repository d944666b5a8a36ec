import { execFileSync } from "node:child_process";
import { chownSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { TestProcess } from "./child-process.ts";
import { freePort } from "./free-port.ts";
import { parts } from "./required-part.ts";

/** A PostgreSQL of a test. */
export interface RealPostgres extends AsyncDisposable {
  readonly dsn: string;
}

/**
 * Starts a real PostgreSQL with an empty database in `folder`. It refuses to run as root: there it runs as the user
 * `postgres`, whom Debian's package makes.
 */
export async function startRealPostgres(folder: string): Promise<RealPostgres> {
  const place = join(folder, "postgres");
  mkdirSync(place, { mode: 0o700 });
  const isRoot = process.getuid?.() === 0;
  if (isRoot) letIn(folder, place);
  const asUser = (command: readonly string[]): [string, ...string[]] =>
    isRoot ? ["runuser", "-u", "postgres", "--", ...command] : (command as [string, ...string[]]);
  const { program } = parts.postgres;
  const cluster = join(place, "cluster");
  const initdb = join(dirname(program), "initdb");
  const [first, ...rest] = asUser([initdb, "-D", cluster, "-U", "lab", "--auth=trust", "-N"]);
  execFileSync(first, rest, { stdio: "pipe", cwd: "/" });
  const port = await freePort();
  const settings = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    `unix_socket_directories=${place}`,
  ];
  const server = new TestProcess(
    asUser([program, "-D", cluster, ...settings.flatMap((setting) => ["-c", setting])]),
    { cwd: "/", name: "postgres", isGroup: true },
  );
  await server.line(/database system is ready to accept connections/);
  return {
    dsn: `postgres://lab@127.0.0.1:${port}/postgres?sslmode=disable`,
    [Symbol.asyncDispose]: async () => {
      await server.kill("SIGINT");
    },
  };
}

/** Gives the user `postgres` a place of its own in a folder that belongs to root. */
function letIn(folder: string, place: string): void {
  const id = (flag: string) =>
    Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }).trim());
  const [user, group] = [id("-u"), id("-g")];
  chownSync(place, user, group);
  execFileSync("chmod", ["o+x", folder]);
}
