import { renamedFlags } from "./deprecations.ts";
import { type EtcdUrl, parseEtcdUrl } from "./etcd-url.ts";
import { gateFlags, isGateOn, parseFeatureGates } from "./feature-gates.ts";
import { flagTable } from "./flag-table.ts";
import { type FlagValue, parseFlagValue } from "./flag-value.ts";

/** What a configuration file can set and no flag. */
const fileOnlyLists: readonly string[] = ["client-cert-allowed-cn"];

const rows = new Map(flagTable.map((row) => [row[0], row]));

/** What was set, wherever it was set, and etcd's defaults for the rest. */
export class Settings {
  /** Names that were set, for what etcd says of them; a file may name more than there are flags. */
  readonly explicit: ReadonlySet<string>;
  readonly #values: ReadonlyMap<string, FlagValue>;

  constructor(values: ReadonlyMap<string, FlagValue>, explicit: ReadonlySet<string>) {
    this.#values = values;
    this.explicit = explicit;
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  text(name: string): string {
    return String(this.#value(name));
  }

  /** A number, or a duration in milliseconds. */
  number(name: string): number {
    return Number(this.#value(name));
  }

  flag(name: string): boolean {
    return this.#value(name) === true;
  }

  list(name: string): readonly string[] {
    const value = this.#value(name);
    return Array.isArray(value) ? (value as readonly string[]) : [];
  }

  /** The URLs of a flag; given as an empty text, it keeps its default. */
  urls(name: string): readonly EtcdUrl[] {
    const given = this.list(name);
    const texts = given.length > 0 ? given : (this.#default(name) as readonly string[]);
    return texts.map(parseEtcdUrl);
  }

  /** The name under which a flag was set: the old one when that was used, else the new one. */
  current(name: string): string {
    const old = `experimental-${name}`;
    return renamedFlags.has(old) && this.has(old) ? old : name;
  }

  /** Which gates were set, by --feature-gates and by flags of old. */
  gates(): ReadonlyMap<string, boolean> {
    const set = new Map(parseFeatureGates(this.text("feature-gates")));
    for (const [flag, gate] of gateFlags) if (this.has(flag)) set.set(gate, this.flag(flag));
    return set;
  }

  isGateOn(gate: string): boolean {
    return isGateOn(this.gates(), gate);
  }

  #value(name: string): FlagValue {
    return this.#values.get(name) ?? this.#default(name);
  }

  #default(name: string): FlagValue {
    if (fileOnlyLists.includes(name)) return [];
    const row = rows.get(name);
    if (row === undefined) throw new Error(`no flag ${name} in the table`);
    const [, kind, text] = row;
    const isEmptyList = text === "" && (kind === "strings" || kind === "uniqueStrings");
    return isEmptyList ? [] : parseFlagValue(kind, text);
  }
}
