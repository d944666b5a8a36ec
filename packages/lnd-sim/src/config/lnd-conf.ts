import { GoValueError, goTrimSpace } from "@leaderlab/golang";
import { flagTexts } from "../errors/flag-texts.ts";
import { type FlagGroup, type FlagRow, flatten } from "./flag-row.ts";
import { type FlagSettings, isValueError, setFlag } from "./flag-settings.ts";
import { unquoteIfPossible } from "./unquote-if-possible.ts";

/** An lnd.conf that cannot be read; the message is go-flags', with path and line. */
export class ConfError extends Error {
  override readonly name = "ConfError";
}

interface Entry {
  readonly line: number;
  readonly name: string;
  readonly value: string;
}

/** A section: the title, and what is set in it wherever in the file the section stands. */
type Sections = Map<string, Entry[]>;

/**
 * Reads an lnd.conf: lines `name=value` under headings `[Section]`, with `;` and `#` before comments. A section is a
 * group of flags, in any letter case; what stands above the first heading, or under `[Application Options]`, may be
 * any flag. Names are the full names of the flags. Throws ConfError at the first fault.
 *
 * Mirrors: jessevdk/go-flags 1.4 IniParser.
 * Deviates: go-flags takes the names of lnd's Go fields too (`LndDir`), and reads sections in random order.
 */
export function readLndConf(path: string, text: string, flags: FlagGroup): FlagSettings {
  const settings: FlagSettings = new Map();
  for (const [title, entries] of readSections(path, text)) {
    const groups = title === "" ? [flags] : findGroup(flags, title);
    if (groups.length === 0) throw new ConfError(flagTexts.unknownGroup(title));
    const rows = groups.flatMap(flatten).flatMap((group) => group.rows);
    for (const entry of entries) setFromEntry(settings, path, rows, entry);
  }
  return settings;
}

/** The group of a title; of several, the last one, as go-flags finds it. */
function findGroup(flags: FlagGroup, title: string): readonly FlagGroup[] {
  const lower = title.toLowerCase();
  return flatten(flags)
    .filter((group) => group.title.toLowerCase() === lower)
    .slice(-1);
}

function setFromEntry(
  settings: FlagSettings,
  path: string,
  rows: readonly FlagRow[],
  entry: Entry,
): void {
  const row =
    rows.find((one) => one.name === entry.name) ?? rows.find((one) => one.short === entry.name);
  if (row === undefined) {
    throw new ConfError(flagTexts.atLine(path, entry.line, flagTexts.unknownOption(entry.name)));
  }
  try {
    setFlag(settings, row, unquoteValue(row, entry.value));
  } catch (error) {
    if (!isValueError(error)) throw error;
    throw new ConfError(flagTexts.atLine(path, entry.line, error.message));
  }
}

/** In a `key:value` pair the value may stand in quotes by itself. */
function unquoteValue(row: FlagRow, value: string): string {
  const colon = value.indexOf(":");
  if (row.type !== "map[string]float64" || colon < 0) return value;
  return value.slice(0, colon + 1) + unquoteIfPossible(value.slice(colon + 1));
}

function readSections(path: string, text: string): Sections {
  const sections: Sections = new Map([["", []]]);
  let current: Entry[] = sections.get("") ?? [];
  for (const [index, rawLine] of text.split("\n").entries()) {
    const line = goTrimSpace(rawLine);
    const fail = (reason: string) => new ConfError(flagTexts.atLine(path, index + 1, reason));
    if (line === "" || line.startsWith(";") || line.startsWith("#")) continue;
    if (line.startsWith("[")) {
      if (!line.endsWith("]")) throw fail(flagTexts.malformedSection);
      const title = goTrimSpace(line.slice(1, -1));
      if (title === "") throw fail(flagTexts.emptySection);
      current = sections.get(title) ?? [];
      sections.set(title, current);
      continue;
    }
    const equals = line.indexOf("=");
    if (equals < 0) throw fail(flagTexts.malformedKeyValue(line));
    const name = goTrimSpace(line.slice(0, equals));
    const value = unquoted(goTrimSpace(line.slice(equals + 1)), fail);
    current.push({ line: index + 1, name, value });
  }
  return sections;
}

function unquoted(value: string, fail: (reason: string) => ConfError): string {
  try {
    return unquoteIfPossible(value);
  } catch (error) {
    throw error instanceof GoValueError ? fail(error.message) : error;
  }
}
