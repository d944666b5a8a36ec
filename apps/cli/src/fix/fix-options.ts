import { fileKinds, type LintFileSettings } from "@leaderlab/contract/lint";
import { readFlagsAndNames } from "../read-flags.ts";
import { UsageError } from "../usage-error.ts";

/** What `leaderlab fix` is asked for. */
export interface FixOptions {
  /** Paths; `-` for standard input. */
  readonly files: readonly string[];
  /** Whether files are written, beside the diff that is printed. */
  readonly writes: boolean;
  readonly settings: LintFileSettings;
}

const contracts = ["serving", "leader"] as const;
const shells = ["dash", "bash", "busybox"] as const;
const roles = ["readiness", "liveness", "startup", "waiter"] as const;
const kinds = fileKinds.map(({ name }) => name);

/** The flags of `leaderlab fix`. */
export const fixUsage = `Usage: leaderlab fix [flags] FILE ...

Mends what the rules find in a Kubernetes manifest, a compose file, a script or a proxy's configuration, and prints that
as a patch (patch -p0 takes it; git apply -p0 too). Everything else of the file stays as it is. Nothing is run. What
cannot be mended is told with the reason. - is standard input.

  --write           Write the files, too.
  --contract NAME   Which states should get traffic: serving (SERVER_ACTIVE, the default), or leader (every state of a
                    node that leads).
  --kind KIND       What FILE is: ${kinds.join(", ")}.
                    Default: what it looks like.
  --shell SHELL     What /bin/sh is where probes run: ${shells.join(", ")}. Default: not known, so as if it were dash.
  --role ROLE       What a script decides: ${roles.join(", ")}.
  -h, --help

Ends with 0 when nothing is left to mend (also when nothing was), 1 when something is left, 2 when a file cannot be
read or written.
`;

const flags = {
  write: { type: "boolean", default: false },
  contract: { type: "string", default: "serving" },
  kind: { type: "string" },
  shell: { type: "string" },
  role: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** Reads the command line; "help" when it asks for that. Throws UsageError. */
export function parseFixOptions(argv: readonly string[]): FixOptions | "help" {
  const { values, positionals: files } = readFlagsAndNames(argv, flags);
  if (values.help) return "help";
  if (files.length === 0) throw new UsageError("name a FILE");
  if (values.write && files.includes("-")) {
    throw new UsageError("--write needs a file to write to, not standard input (-)");
  }
  if (files.filter((file) => file === "-").length > 1) {
    throw new UsageError("standard input (-) can be read only once");
  }
  const { kind, shell, role } = values;
  return {
    files,
    writes: values.write,
    settings: {
      contract: oneOf("contract", contracts, values.contract),
      ...(kind !== undefined && { kind: oneOf("kind", kinds, kind) }),
      ...(shell !== undefined && { shell: oneOf("shell", shells, shell) }),
      ...(role !== undefined && { role: oneOf("role", roles, role) }),
    },
  };
}

function oneOf<Name extends string>(flag: string, names: readonly Name[], text: string): Name {
  const found = names.find((name) => name === text);
  if (found !== undefined) return found;
  throw new UsageError(`--${flag} takes ${names.join(", ")}, not "${text}"`);
}
