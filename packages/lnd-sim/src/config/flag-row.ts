/**
 * What a flag's value is once it is read, by the Go type that lnd declares for it. A number wider than 53 bits would
 * lose digits here; no flag that this simulation uses is that wide. A duration is in nanoseconds, as in Go.
 */
export interface FlagValueOf {
  readonly bool: boolean;
  readonly string: string;
  readonly "[]string": readonly string[];
  readonly int: number;
  readonly int32: number;
  readonly int64: number;
  readonly uint8: number;
  readonly uint16: number;
  readonly uint32: number;
  readonly uint64: number;
  readonly float64: number;
  readonly "[]uint16": readonly number[];
  readonly "time.Duration": bigint;
  readonly "map[string]float64": ReadonlyMap<string, number>;
  readonly "lnwire.MilliSatoshi": number;
  readonly "btcutil.Amount": number;
  readonly "chainfee.SatPerVByte": number;
  /** go-flags takes any text for this one and lnd makes nothing of it. */
  readonly "*contractcourt.BudgetConfig": undefined;
}

/** The Go type of a flag, as lnd names it in the text for a value that does not fit. */
export type FlagType = keyof FlagValueOf;

/** One flag. */
export interface FlagRow<N extends string = string, T extends FlagType = FlagType> {
  readonly name: N;
  readonly type: T;
  /**
   * `used`: it does here what it does in lnd. `accepted`: lnd has it and it means nothing here; setting it gives a
   * notice. `hidden`: accepted, and left out of lnd's help because it is deprecated.
   */
  readonly effect: "used" | "accepted" | "hidden";
  readonly short: string | undefined;
  /** As one would write it on the command line; `$LNDDIR` and the like are filled in by the environment. */
  readonly default: string;
  /** The only values that are taken; empty when any is. */
  readonly choices: readonly string[];
  /** One line for the help. */
  readonly description: string;
}

interface RowOptions {
  readonly short?: string;
  readonly default?: string;
  readonly choices?: readonly string[];
}

/** A flag that works here. */
export function used<const N extends string, const T extends FlagType>(
  name: N,
  type: T,
  description: string,
  options: RowOptions = {},
): FlagRow<N, T> {
  return row("used", name, type, { ...options, description });
}

/** A flag of lnd's that means nothing here. */
export function accepted<const N extends string, const T extends FlagType>(
  name: N,
  type: T,
  defaultText = "",
  options: RowOptions = {},
): FlagRow<N, T> {
  return row("accepted", name, type, { ...options, default: defaultText });
}

/** A flag of lnd's that means nothing here and that its help does not show. */
export function hidden<const N extends string, const T extends FlagType>(
  name: N,
  type: T,
): FlagRow<N, T> {
  return row("hidden", name, type, {});
}

function row<N extends string, T extends FlagType>(
  effect: FlagRow["effect"],
  name: N,
  type: T,
  options: RowOptions & { readonly description?: string },
): FlagRow<N, T> {
  return {
    name,
    type,
    effect,
    short: options.short,
    default: options.default ?? "",
    choices: options.choices ?? [],
    description: options.description ?? "",
  };
}

/** Flags under one heading of the help, which is also a section of lnd.conf. */
export interface FlagGroup {
  readonly title: string;
  readonly rows: readonly FlagRow[];
  /** Groups within: a section of lnd.conf takes their flags too. */
  readonly groups: readonly FlagGroup[];
}

/** A group of flags, with the groups within it. */
export function group(
  title: string,
  rows: readonly FlagRow[],
  groups: readonly FlagGroup[] = [],
): FlagGroup {
  return { title, rows, groups };
}

/** A group and all groups within, in lnd's order. */
export function flatten(root: FlagGroup): readonly FlagGroup[] {
  return [root, ...root.groups.flatMap(flatten)];
}

/** How a flag is named in lnd's texts: `-C, --configfile`. */
export function flagLabel(row: FlagRow): string {
  return row.short === undefined ? `--${row.name}` : `-${row.short}, --${row.name}`;
}
