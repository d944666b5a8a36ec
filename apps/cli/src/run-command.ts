import type { LabVerbName } from "./lab/lab-verbs.ts";
import type { Ending, Terminal } from "./terminal.ts";
import { version } from "./version.ts";

/** What asks a running playground for something. */
const labVerbNames = [
  "kill",
  "stop",
  "start",
  "restart",
  "pause",
  "resume",
  "fault",
  "faults",
  "heal",
  "invariants",
  "time",
  "etcd-stop",
  "etcd-start",
] as const satisfies readonly LabVerbName[];

type Command = (argv: readonly string[], terminal: Terminal) => Promise<Ending>;

/** Each command is loaded when it is asked for: a probe that runs every second must not pay for the playground. */
const commands: { readonly [name: string]: () => Promise<Command> } = {
  up: async () => (await import("./commands/up.ts")).runUp,
  etcd: async () => (await import("./commands/etcd.ts")).runEtcd,
  lnd: async () => (await import("./commands/lnd.ts")).runLnd,
  scenario: async () => (await import("./commands/scenario.ts")).runScenarioCommand,
  sim: async () => (await import("./commands/sim.ts")).runSim,
  replay: async () => (await import("./commands/replay.ts")).runReplay,
  timing: async () => (await import("./commands/timing.ts")).runTiming,
  check: async () => (await import("./commands/check.ts")).runCheck,
  fix: async () => (await import("./commands/fix.ts")).runFix,
  explain: async () => (await import("./commands/explain.ts")).runExplain,
  lncli: async () => (await import("./commands/lncli.ts")).runLncli,
  proxy: async () => (await import("./commands/proxy.ts")).runProxy,
  generate: async () => (await import("./commands/generate.ts")).runGenerate,
  link: async () => (await import("./commands/link.ts")).runLink,
  "serve-lab": async () => (await import("./commands/serve-lab.ts")).runServeLab,
  ...Object.fromEntries(
    labVerbNames.map((name) => [
      name,
      async () => (await import("./commands/lab.ts")).labCommand(name),
    ]),
  ),
};

const usage = `Usage: leaderlab <command> [flags]

  up      The playground: etcd, several lnd nodes and a web page in one process.
  etcd    An etcd-compatible server in memory, with etcd's own flags.
  lnd     A simulated lnd, with lnd's own flags.
  scenario  Runs a scenario: what goes wrong in a cluster, and what is to come of it.
  sim     Simulates a cluster for hours of virtual time with faults drawn from a seed, and checks it.
  replay  Makes a simulation from a timeline file again, and compares the two event by event.
  timing  How long failovers take and two nodes may lead at worst, for given settings.
  check   Whether a probe or a proxy finds the leader: by rules, in every state, over time.
  fix     Mends the probes of a manifest, a compose file or a script, and prints the patch.
  explain  What a rule of check is about: why, what to do instead, wrong and right.
  lncli   Asks and steers a simulated lnd or a real one, with lncli's own flags and verbs.
  generate  Writes a configuration of HAProxy, nginx, Caddy, Envoy, Traefik or Kubernetes that finds the leader.
  proxy   A proxy in front of an lnd cluster that leads to the leader, and to nobody else.
  serve-lab  Nodes held in given states on given ports, for tests that are written elsewhere.
  link    A link between any two programs, such as a real lnd and a real etcd, that can be cut and slowed.

In a playground that runs:

  kill, stop, start, restart, pause, resume   One of its nodes.
  fault, faults, heal                         What goes wrong between its parts.
  invariants                                  What must hold in it, and whether it does.
  time                                        How fast its time goes, or whether.
  etcd-stop, etcd-start                       Its etcd.

\`leaderlab <command> --help\` shows a command's flags.
`;

/** Runs the command that a command line names. An unknown one ends with exit code 2. */
export async function runCommand(argv: readonly string[], terminal: Terminal): Promise<Ending> {
  const [name, ...rest] = argv;
  if (name === "--version" || name === "-V") {
    terminal.out(`leaderlab ${version}\n`);
    return { code: 0 };
  }
  if (name === "--help" || name === "-h" || name === "help") {
    terminal.out(usage);
    return { code: 0 };
  }
  const load = name === undefined ? undefined : commands[name];
  if (load === undefined) {
    const problem = name === undefined ? "name a command" : `there is no command "${name}"`;
    terminal.err(`leaderlab: ${problem}.\n\n${usage}`);
    return { code: 2 };
  }
  const command = await load();
  return command(rest, terminal);
}
