import type { Notice } from "../../finding.ts";
import { plainServerOptions, valuedServerOptions } from "./directives.ts";
import type { HaproxyFile, HaproxyLine, HaproxySection, HaproxyWord } from "./read-haproxy.ts";

/** What a server is told: each option's value, "" for one without; and the word that says so. */
export type ServerOptions = ReadonlyMap<
  string,
  { readonly value: string; readonly option: HaproxyWord; readonly word: HaproxyWord }
>;

/** One `server` or `server-template`. */
export interface HaproxyServer {
  readonly name: string;
  readonly line: HaproxyLine;
  /** The word with host and port. */
  readonly address: HaproxyWord;
  readonly host: string;
  readonly port: number | undefined;
  /** With what `default-server` says. */
  readonly options: ServerOptions;
  /** What its own line says. */
  readonly ownOptions: ServerOptions;
  /** How many a template stands for; 1 for a server. */
  readonly count: number;
}

/** The servers of a backend, with what its `default-server` and that of its defaults say. */
export function serversOf(
  section: HaproxySection,
  file: HaproxyFile,
  notices: Notice[],
): readonly HaproxyServer[] {
  let inherited: ServerOptions = new Map();
  const servers: HaproxyServer[] = [];
  for (const line of linesWithDefaults(section)) {
    const [keyword, name, address] = line.words;
    if (keyword?.text === "default-server") {
      inherited = merged(inherited, readOptions(line.words.slice(1), file, notices));
    }
    const isTemplate = keyword?.text === "server-template";
    const place = isTemplate ? line.words[3] : address;
    if ((keyword?.text !== "server" && !isTemplate) || name === undefined || place === undefined) {
      continue;
    }
    const ownOptions = readOptions(line.words.slice(isTemplate ? 4 : 3), file, notices);
    servers.push({
      name: name.text,
      line,
      address: place,
      ...splitAddress(place.text),
      options: merged(inherited, ownOptions),
      ownOptions,
      count: isTemplate ? countOf(address?.text ?? "1") : 1,
    });
  }
  return servers;
}

/** A section's lines behind those of its defaults. */
export function linesWithDefaults(section: HaproxySection): readonly HaproxyLine[] {
  return [
    ...(section.defaults === undefined ? [] : linesWithDefaults(section.defaults)),
    ...section.lines,
  ];
}

/** `10.0.0.1:10009`, `[::1]:80`, `ipv4@host:80`, `lnd-1`. */
export function splitAddress(text: string): { host: string; port: number | undefined } {
  const bare = text.replace(/^(ipv4|ipv6|tcp4|tcp6|tcp)@/, "");
  const parts = /^(.*):(\+?\d+)$/.exec(bare);
  if (parts === null) return { host: bare.replace(/^\[|\]$/g, ""), port: undefined };
  return { host: (parts[1] ?? "").replace(/^\[|\]$/g, ""), port: Number(parts[2]) };
}

/** `3` or `1-3`. */
function countOf(text: string): number {
  const range = /^(\d+)-(\d+)$/.exec(text);
  return range === null ? Number(text) || 1 : Number(range[2]) - Number(range[1]) + 1;
}

function merged(below: ServerOptions, above: ServerOptions): ServerOptions {
  const all = new Map([...below, ...above]);
  for (const name of above.keys()) {
    if (name.startsWith("no-")) all.delete(name.slice("no-".length));
  }
  return all;
}

function readOptions(
  words: readonly HaproxyWord[],
  file: HaproxyFile,
  notices: Notice[],
): ServerOptions {
  const options = new Map<string, { value: string; option: HaproxyWord; word: HaproxyWord }>();
  for (let index = 0; index < words.length; index += 1) {
    const option = words[index];
    if (option === undefined) break;
    const value = words[index + 1];
    if (valuedServerOptions.has(option.text) && value !== undefined) {
      options.set(option.text, { value: value.text, option, word: value });
      index += 1;
    } else if (plainServerOptions.has(option.text)) {
      options.set(option.text, { value: "", option, word: option });
    } else {
      const message = `the server option ${option.text} is not known here and not judged`;
      notices.push({ message, position: file.at(option.from, option.to) });
    }
  }
  return options;
}
