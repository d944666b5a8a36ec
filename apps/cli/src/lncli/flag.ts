/** One flag of a command line, in the kinds that lncli has. */
export interface Flag {
  /** Without dashes, the long name first. */
  readonly names: readonly [string, ...string[]];
  readonly kind: "boolean" | "string" | "integer" | "list";
  /** For the help. */
  readonly usage: string;
  /** What it is when nobody says otherwise: left out, the empty text, 0, false or no text. */
  readonly initial?: string | bigint;
  /** The environment variable that may set it. */
  readonly variable?: string;
  /** Not shown in the help. */
  readonly isHidden?: true;
}

/** Every command and lncli itself has it. */
export const helpFlag: Flag = { names: ["help", "h"], kind: "boolean", usage: "show help" };

/** What the flags of a command line are. Asking for a flag that the command has not is a fault of ours. */
export class FlagValues {
  readonly #flags: readonly Flag[];
  readonly #values: ReadonlyMap<string, FlagValue>;
  readonly #set: ReadonlySet<string>;

  /** `values` by long name; `set`: the long names of what a command line or the environment has set. */
  constructor(
    flags: readonly Flag[],
    values: ReadonlyMap<string, FlagValue>,
    set: ReadonlySet<string>,
  ) {
    this.#flags = flags;
    this.#values = values;
    this.#set = set;
  }

  string(name: string): string {
    return this.#value(name, "string") as string;
  }

  boolean(name: string): boolean {
    return this.#value(name, "boolean") as boolean;
  }

  integer(name: string): bigint {
    return this.#value(name, "integer") as bigint;
  }

  list(name: string): readonly string[] {
    return this.#value(name, "list") as readonly string[];
  }

  /** Whether the command line or the environment says anything of it, be it what it would be anyway. */
  isSet(name: string): boolean {
    return this.#set.has(name);
  }

  #value(name: string, kind: Flag["kind"]): FlagValue {
    const flag = this.#flags.find((one) => one.names[0] === name && one.kind === kind);
    if (flag === undefined) throw new Error(`no ${kind} flag ${name}`);
    return this.#values.get(name) ?? initialOf(flag);
  }
}

/** What a flag can be. */
export type FlagValue = string | boolean | bigint | readonly string[];

function initialOf({ kind, initial }: Flag): FlagValue {
  const none = { boolean: false, string: "", integer: 0n, list: [] } as const;
  return initial ?? none[kind];
}
