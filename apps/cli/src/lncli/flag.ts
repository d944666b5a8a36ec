/** What a flag takes: a duration is in nanoseconds, integers have 64 bits. */
export type FlagKind =
  | "boolean"
  | "string"
  | "integer"
  | "unsigned"
  | "duration"
  | "float"
  | "list";

/** One flag of a command line, in the kinds that lncli has. */
export interface Flag {
  /** Without dashes, the long name first. */
  readonly names: readonly [string, ...string[]];
  readonly kind: FlagKind;
  /** For the help. */
  readonly usage: string;
  /** What it is when nobody says otherwise: left out, the empty text, 0, false or no text. */
  readonly initial?: string | bigint;
  /** The environment variable that may set it. */
  readonly variable?: string;
  /** Not shown in the help. */
  readonly isHidden?: true;
}

/** A flag of a verb that takes a text. */
export function text(names: string, usage: string): Flag {
  return { names: split(names), kind: "string", usage };
}

/** A flag of a verb that is there or not. */
export function yes(names: string, usage: string): Flag {
  return { names: split(names), kind: "boolean", usage };
}

/** A flag of a verb that takes a number of this kind. */
export function number(kind: "integer" | "unsigned", names: string, usage: string): Flag {
  return { names: split(names), kind, usage };
}

/** Names as urfave/cli takes them: `force, f`. */
function split(names: string): Flag["names"] {
  const [first = "", ...others] = names.split(", ");
  return [first, ...others];
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

  unsigned(name: string): bigint {
    return this.#value(name, "unsigned") as bigint;
  }

  /** In nanoseconds. */
  duration(name: string): bigint {
    return this.#value(name, "duration") as bigint;
  }

  float(name: string): number {
    return this.#value(name, "float") as number;
  }

  list(name: string): readonly string[] {
    return this.#value(name, "list") as readonly string[];
  }

  /** Whether the command line or the environment says anything of it, be it what it would be anyway. */
  isSet(name: string): boolean {
    return this.#set.has(name);
  }

  /** How many flags the command line or the environment has set. */
  get count(): number {
    return this.#set.size;
  }

  #value(name: string, kind: Flag["kind"]): FlagValue {
    const flag = this.#flags.find((one) => one.names[0] === name && one.kind === kind);
    if (flag === undefined) throw new Error(`no ${kind} flag ${name}`);
    return this.#values.get(name) ?? initialOf(flag);
  }
}

/** What a flag can be. */
export type FlagValue = string | boolean | bigint | number | readonly string[];

function initialOf({ kind, initial }: Flag): FlagValue {
  const none = {
    boolean: false,
    string: "",
    integer: 0n,
    unsigned: 0n,
    duration: 0n,
    float: 0,
    list: [],
  } as const;
  return initial ?? none[kind];
}
