import type { ParseArgsConfig } from "node:util";
import type { LabApi } from "./lab-api.ts";

/** The flags of one verb, as node:util's parseArgs takes them. */
export type VerbFlags = NonNullable<ParseArgsConfig["options"]>;

/** What a verb is given. */
export interface VerbCall {
  readonly api: LabApi;
  /** What stands on the command line besides flags. */
  readonly words: readonly string[];
  /** Flags that were given. */
  readonly flags: Readonly<Record<string, string | boolean | undefined>>;
}

/** What a verb has to say: as JSON for programs, as lines for people. */
export interface VerbReply {
  readonly json: unknown;
  readonly text: string;
}

/** Something that a running playground is asked for. */
export interface LabVerb {
  readonly usage: string;
  readonly flags: VerbFlags;
  /** Rejects with UsageError or LabError. */
  run(call: VerbCall): Promise<VerbReply>;
}
