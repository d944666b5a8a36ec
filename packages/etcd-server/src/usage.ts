import { flagTable } from "./flag-table.ts";
import { version } from "./version.ts";

/** What follows a command line that cannot be parsed. */
export const usage = `Usage:

  leaderlab etcd [flags]
    Start an etcd-compatible server in memory.

  leaderlab etcd --version
    Show the version of etcd that is served.

  leaderlab etcd -h | --help
    Show every flag.
`;

const effects = {
  used: "",
  noEffect: " (accepted, no effect here)",
  refused: " (not simulated: refused)",
} as const;

/** Every flag with its default and what it does here. */
export function helpText(): string {
  const flags = flagTable
    .filter(([name]) => name !== "version")
    .map(
      ([name, kind, value, effect]) =>
        `  --${name} '${value.replace("NAME", "default")}'\n    ${kind}${effects[effect]}\n`,
    );
  return `${usage}\nFlags of etcd ${version}:\n${flags.join("")}`;
}

/** The four lines of `etcd --version`; harnesses parse the first. */
export function versionText(): string {
  return [
    `etcd Version: ${version}`,
    "Git SHA: leaderlab",
    `Go Version: none (Node ${process.version})`,
    `Go OS/Arch: ${process.platform}/${process.arch === "x64" ? "amd64" : process.arch}`,
    "",
  ].join("\n");
}
