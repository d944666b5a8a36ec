import { generators } from "@leaderlab/contract/generate";
import {
  type GenerateRequest,
  generateUsage,
  parseGenerateOptions,
} from "../generate/generate-options.ts";
import type { Ending, Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

/** `leaderlab generate`. Ends with 0, with 2 for bad input. */
export async function runGenerate(argv: readonly string[], terminal: Terminal): Promise<Ending> {
  let request: GenerateRequest | "help";
  try {
    request = parseGenerateOptions(argv);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(`leaderlab generate: ${error.message}\n\n${generateUsage}`);
    return { code: 2 };
  }
  terminal.out(request === "help" ? generateUsage : generators[request.target](request.options));
  return { code: 0 };
}
