import { parseArgs } from "node:util";
import { LabApi, LabError } from "../lab/lab-api.ts";
import type { LabVerb, VerbCall } from "../lab/lab-verb.ts";
import { type LabVerbName, labVerbs } from "../lab/lab-verbs.ts";
import type { Ending, Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

const defaultApi = "http://127.0.0.1:5170";

const commonUsage = `
  --api URL          The playground's page (default: LEADERLAB_API, or ${defaultApi}).
  --json             Print the reply as JSON.
  -h, --help
`;

const commonFlags = {
  api: { type: "string" },
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** The command that asks a running playground for something. Ends with 1 when it refuses, with 2 for bad usage. */
export function labCommand(name: LabVerbName) {
  return async (argv: readonly string[], terminal: Terminal): Promise<Ending> => {
    const verb: LabVerb = labVerbs[name];
    const usage = `${verb.usage}${commonUsage}`;
    try {
      const { flags, words } = readArguments(verb, argv);
      if (flags["help"] === true) {
        terminal.out(usage);
        return { code: 0 };
      }
      const base = flags["api"] ?? terminal.env["LEADERLAB_API"] ?? defaultApi;
      const { json, text } = await verb.run({ api: new LabApi(String(base)), words, flags });
      terminal.out(`${flags["json"] === true ? JSON.stringify(json) : text}\n`);
      return { code: 0 };
    } catch (error) {
      if (error instanceof UsageError) {
        terminal.err(`leaderlab ${name}: ${error.message}\n\n${usage}`);
        return { code: 2 };
      }
      if (!(error instanceof LabError)) throw error;
      terminal.err(`leaderlab ${name}: ${error.message}\n`);
      return { code: 1 };
    }
  };
}

function readArguments(verb: LabVerb, argv: readonly string[]): Omit<VerbCall, "api"> {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { ...verb.flags, ...commonFlags },
      strict: true,
      allowPositionals: true,
    });
    return { flags: values as VerbCall["flags"], words: positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
