import {
  fileKinds,
  type ProbeRole,
  type ReportFormatName,
  type RunningProxySettings,
  reportFormats,
  type Shell,
  shells,
  type TrafficContract,
} from "@leaderlab/contract";
import { parseMs } from "../lab/duration.ts";
import { readFlagsAndNames } from "../read-flags.ts";
import { UsageError } from "../usage-error.ts";
import { wholeNumber } from "../whole-number.ts";

/** What `leaderlab check` is asked for. */
export interface CheckOptions {
  /** Paths; `-` for standard input. */
  readonly files: readonly string[];
  readonly commands: readonly string[];
  readonly urls: readonly string[];
  readonly kind: string | undefined;
  readonly contract: TrafficContract;
  /** Undefined: not said; then probes run in dash, and rules ask the image. */
  readonly shells: readonly Shell[] | undefined;
  readonly role: ProbeRole | undefined;
  readonly timeoutMs: number | undefined;
  /** lnd's, as probes name them. */
  readonly ports: { readonly rest: number; readonly rpc: number };
  readonly seed: number | undefined;
  readonly runningProxy: RunningProxySettings;
  readonly isLintOnly: boolean;
  readonly hasNoScenarios: boolean;
  readonly format: ReportFormatName;
  /** Where the report goes; undefined: standard output. */
  readonly output: string | undefined;
}

const contracts = ["serving", "leader"] as const satisfies readonly TrafficContract[];
const roles = [
  "readiness",
  "liveness",
  "startup",
  "waiter",
] as const satisfies readonly ProbeRole[];

/** The flags of `leaderlab check`. */
export const checkUsage = `Usage: leaderlab check [flags] FILE ...
       leaderlab check [flags] --command 'lncli state | grep -q SERVER_ACTIVE'
       leaderlab check [flags] --url https://localhost:8080/v1/state

Whether a probe or a proxy finds the leader: holds it against the rules (leaderlab explain), runs it against a node in
every state that it may meet, and takes it through failovers, an etcd outage and a long wait. FILE is a Kubernetes
manifest, a compose file, a proxy's configuration or a script; - is standard input. Commands in it are run on this
machine: check only what you trust, or use --lint-only.

  --command TEXT    A shell command, as a probe would run it. May be given more than once.
  --url URL         With a path: asked as an httpGet probe asks a node. Without one: your own running proxy, with
                    nodes of a lab where it expects them.
  --node HOST:GRPC:REST   Where that proxy expects a node, of this machine; once for each. Default: 127.0.0.1 with
                    10009:8080, 10010:8081 and 10011:8082.
  --grpc HOST:PORT  Where that proxy takes gRPC; without it only REST is looked at.
  --contract NAME   Which states should get traffic: serving (SERVER_ACTIVE, the default), or leader (every state of a
                    node that leads, as lnd's guide means).
  --kind KIND       What FILE is: ${fileKinds.map(({ name }) => name).join(", ")}.
                    Default: what it looks like.
  --role ROLE       What a command, a URL or a script decides: readiness (default), liveness, startup, waiter.
  --shell SHELL     What sh is: dash (default), bash, busybox. Given more than once: run in each.
  --timeout D       A command's or URL's limit (1s, as Kubernetes has it; 10s for a waiter).
  --rest-port N     The ports that the probe's author knows lnd by, if they are not 8080 and 10009. Probes are led from
  --rpc-port N      them to the nodes of the lab.
  --lint-only       Only the rules; runs nothing.
  --no-scenarios    Leaves out what happens over time.
  --seed N          Of what is drawn over time (1).
  --format FORMAT   ${reportFormats.join(", ")}.
  --output FILE     Writes the report there and one line to standard output.
  -h, --help

Ends with 0 when the contract holds, 1 when it is broken, 2 when the check could not run.
`;

const flags = {
  command: { type: "string", multiple: true },
  url: { type: "string", multiple: true },
  node: { type: "string", multiple: true },
  grpc: { type: "string" },
  contract: { type: "string" },
  kind: { type: "string" },
  role: { type: "string" },
  shell: { type: "string", multiple: true },
  timeout: { type: "string" },
  "rest-port": { type: "string", default: "8080" },
  "rpc-port": { type: "string", default: "10009" },
  "lint-only": { type: "boolean", default: false },
  "no-scenarios": { type: "boolean", default: false },
  seed: { type: "string" },
  format: { type: "string" },
  output: { type: "string", short: "o" },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** Reads the command line; "help" when it asks for that. Throws UsageError. */
export function parseCheckOptions(argv: readonly string[]): CheckOptions | "help" {
  const { values, positionals: files } = readFlagsAndNames(argv, flags);
  if (values.help) return "help";
  const { command: commands = [], url: urls = [] } = values;
  if (files.length + commands.length + urls.length === 0) {
    throw new UsageError("name a FILE, a --command or a --url");
  }
  if (files.filter((file) => file === "-").length > 1) {
    throw new UsageError("standard input (-) can be read only once");
  }
  if (commands.some((command) => command.trim() === "")) {
    throw new UsageError("--command takes a shell command, not an empty text");
  }
  return {
    files,
    commands,
    urls,
    kind: values.kind === undefined ? undefined : kindOf(values.kind),
    contract: oneOf("contract", contracts, values.contract ?? "serving"),
    shells: values.shell && [...new Set(values.shell.map((name) => oneOf("shell", shells, name)))],
    role: values.role === undefined ? undefined : oneOf("role", roles, values.role),
    timeoutMs: values.timeout === undefined ? undefined : timeoutOf(values.timeout),
    ports: {
      rest: wholeNumber("rest-port", values["rest-port"], 1, 65_535),
      rpc: wholeNumber("rpc-port", values["rpc-port"], 1, 65_535),
    },
    seed: values.seed === undefined ? undefined : wholeNumber("seed", values.seed, 0, 999_999_999),
    runningProxy: {
      ...(values.node !== undefined && { nodes: values.node.map(placeOf) }),
      ...(values.grpc !== undefined && { grpc: addressOf(values.grpc) }),
    },
    isLintOnly: values["lint-only"],
    hasNoScenarios: values["no-scenarios"],
    format: oneOf("format", reportFormats, values.format ?? "table"),
    output: values.output,
  };
}

function oneOf<Name extends string>(flag: string, names: readonly Name[], text: string): Name {
  const found = names.find((name) => name === text);
  if (found !== undefined) return found;
  throw new UsageError(`--${flag} takes ${names.join(", ")}, not "${text}"`);
}

function kindOf(text: string): string {
  return oneOf(
    "kind",
    fileKinds.map(({ name }) => name),
    text,
  );
}

function timeoutOf(text: string): number {
  const ms = parseMs("--timeout", text);
  if (ms > 0 && ms <= 600_000) return ms;
  throw new UsageError(`--timeout takes a duration above 0 and up to 10m, not "${text}"`);
}

const portPattern = "(\\d{1,5})";

function placeOf(text: string) {
  const [, host, grpcPort, restPort] =
    new RegExp(`^(.+):${portPattern}:${portPattern}$`).exec(text) ?? [];
  if (host === undefined) {
    throw new UsageError(`--node takes HOST:GRPC:REST such as 127.0.0.1:10009:8080, not "${text}"`);
  }
  return { host, grpcPort: portOf("node", grpcPort), restPort: portOf("node", restPort) };
}

function addressOf(text: string) {
  const [, host, port] = new RegExp(`^(.+):${portPattern}$`).exec(text) ?? [];
  if (host !== undefined) return { host, port: portOf("grpc", port) };
  throw new UsageError(`--grpc takes HOST:PORT such as localhost:10009, not "${text}"`);
}

function portOf(flag: string, text = ""): number {
  return wholeNumber(flag, text, 1, 65_535);
}
