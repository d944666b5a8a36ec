import { version } from "../version.ts";
import { flagPurposes } from "./flag-purposes.ts";
import { flagTable } from "./flag-table.ts";

/** What follows a command line that cannot be parsed. */
export const usage = `Usage:

  leaderlab etcd [flags]
    Start an etcd-compatible server in memory.

  leaderlab etcd --version
    Show the version of etcd that is served.

  leaderlab etcd -h | --help
    Show every flag.

  leaderlab etcd --config-file FILE
    Take everything from a file of YAML or JSON; other flags and variables are passed over then.
`;

const effects = {
  used: "",
  noEffect: " Accepted, without effect here.",
  refused: " Not simulated: refused.",
} as const;

/** The flag with which each group of etcd's help begins. */
const groups: ReadonlyMap<string, string> = new Map([
  ["name", "Member"],
  ["initial-advertise-peer-urls", "Clustering"],
  ["cert-file", "Security"],
  ["auth-token", "Auth"],
  ["enable-pprof", "Profiling and Monitoring"],
  ["logger", "Logging"],
  ["experimental-enable-distributed-tracing", "Experimental distributed tracing"],
  ["experimental-initial-corrupt-check", "Experimental feature"],
  ["force-new-cluster", "Unsafe feature"],
  ["snapshot-on-exit", "Leaderlab's own"],
]);

/** Every flag in etcd's groups, with its default, what it is for and what it does here. */
export function helpText(): string {
  const flags = flagTable
    .filter(([name]) => name !== "version" && name !== "config-file")
    .map(([name, kind, value, effect]) => {
      const group = groups.get(name);
      const heading = group === undefined ? "" : `\n${group}:\n`;
      const shown = name === "data-dir" ? "NAME.etcd" : value;
      const purpose = flagPurposes[name] ?? `A value of type ${kind}.`;
      return `${heading}  --${name} '${shown}'\n    ${purpose}${effects[effect]}\n`;
    });
  return flags.join("");
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
