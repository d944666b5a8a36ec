import type { FlagRow, FlagValueOf } from "./flag-row.ts";
import { defaultValue, type FlagSettings, type FlagValue } from "./flag-settings.ts";
import { type FlagName, lndFlagRow, type TypeOfFlag } from "./lnd-flags.ts";

/** What all flags hold: what the command line says, else what the file says, else the default. */
export class FlagValues {
  private readonly layers: readonly FlagSettings[];
  private readonly resolveDefault: (row: FlagRow) => string;

  /** Layers in order of precedence; `resolveDefault` fills a default's variables in. */
  constructor(layers: readonly FlagSettings[], resolveDefault: (row: FlagRow) => string) {
    this.layers = layers;
    this.resolveDefault = resolveDefault;
  }

  /** What a flag holds. */
  get<N extends FlagName>(name: N): FlagValueOf[TypeOfFlag<N>] {
    const layer = this.layers.find((settings) => settings.has(name));
    const row = lndFlagRow(name);
    const value: FlagValue = layer?.get(name) ?? defaultValue(row, this.resolveDefault(row));
    return value as FlagValueOf[TypeOfFlag<N>];
  }

  /** Whether anybody set a flag, be it to its default. */
  isSet(name: FlagName): boolean {
    return this.layers.some((settings) => settings.has(name));
  }

  /** The names of all flags that were set. */
  namesSet(): ReadonlySet<string> {
    return new Set(this.layers.flatMap((settings) => [...settings.keys()]));
  }
}
