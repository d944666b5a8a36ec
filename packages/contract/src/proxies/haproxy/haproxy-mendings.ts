import type { Edit } from "../../finding.ts";
import type { RuleId } from "../../rules/rule-table.ts";
import type { Mending } from "../proxied-pool.ts";
import { spanMs } from "../time-span.ts";
import { bodiesOf, type CheckLines, requestOf } from "./haproxy-check.ts";
import { type HaproxyServer, linesWithDefaults } from "./haproxy-server.ts";
import type { HaproxyFile, HaproxyLine, HaproxySection } from "./read-haproxy.ts";

interface MendedPool {
  readonly section: HaproxySection;
  readonly servers: readonly HaproxyServer[];
  readonly lines: CheckLines;
  readonly file: HaproxyFile;
}

/** The body of a leader that serves, in HAProxy's quotes. */
export const expectServing = `http-check expect string '"state":"SERVER_ACTIVE"'`;

/** What mends a backend, by rule. */
export function mendingsOf(pool: MendedPool): { readonly [Id in RuleId]?: Mending } {
  return {
    PROXY001: { edits: bodyEdits(pool) },
    PROXY002: { edits: spanEdits(pool) },
    PROXY003: {
      advice: "Add `on-marked-down shutdown-sessions` to every server, or to `default-server`.",
      edits: sessionEdits(pool),
    },
    PROXY004: {
      advice:
        "Set `timeout tunnel 24h` for gRPC in TCP mode, and `timeout server` to an hour or more for REST streams.",
      edits: idleEdits(pool),
    },
    PROXY005: { advice: "Ask by `option httpchk GET /v1/state`.", edits: methodEdits(pool) },
    PROXY006: { edits: pathEdits(pool) },
  };
}

/** A line of its own under another one; where the text ends without a line's end, one is put there. */
function lineUnder({ text, at }: HaproxyFile, line: HaproxyLine, words: string): Edit {
  const isWhole = text[line.nextFrom - 1] === "\n";
  const added = `${line.indent}${words}`;
  return {
    position: at(line.nextFrom, line.nextFrom),
    text: isWhole ? `${added}\n` : `\n${added}`,
  };
}

function bodyEdits({ lines, file }: MendedPool): readonly Edit[] {
  if (lines.kind !== "httpchk" || lines.option === undefined) return [];
  const [expect] = lines.expects;
  if (expect === undefined) return [lineUnder(file, lines.option, expectServing)];
  const first = expect.words[0];
  if (lines.expects.length > 1 || first === undefined) return [];
  return [{ position: file.at(first.from, expect.to), text: expectServing }];
}

function spanEdits({ servers, section, file }: MendedPool): readonly Edit[] {
  const words = new Map<number, Edit>();
  const place = (word: { from: number; to: number }, text: string) =>
    words.set(word.from, { position: file.at(word.from, word.to), text });
  for (const { options } of servers) {
    const inter = options.get("inter");
    const fall = options.get("fall");
    if (inter !== undefined && (spanMs(inter.value, "ms") ?? 0) > 2000) place(inter.word, "2s");
    if (fall !== undefined && Number(fall.value) > 3) place(fall.word, "3");
  }
  const checks = linesWithDefaults(section).findLast(
    ({ words: [first, second] }) => first?.text === "timeout" && second?.text === "check",
  );
  const limit = checks?.words[2];
  if (limit !== undefined && (spanMs(limit.text, "ms") ?? 0) > 2000) place(limit, "2s");
  return [...words.values()];
}

function sessionEdits({ servers, section, file }: MendedPool): readonly Edit[] {
  const words = " on-marked-down shutdown-sessions";
  const behind = (line: HaproxyLine): Edit => ({
    position: file.at(line.to, line.to),
    text: words,
  });
  if (servers.some(({ options }) => options.has("on-marked-down"))) return [];
  const own = section.lines.find(({ words: [first] }) => first?.text === "default-server");
  return own === undefined ? servers.map(({ line }) => behind(line)) : [behind(own)];
}

function idleEdits({ section, file }: MendedPool): readonly Edit[] {
  const lines = linesWithDefaults(section);
  const isHttp =
    lines.findLast(({ words: [first] }) => first?.text === "mode")?.words[1]?.text === "http";
  const kind = isHttp ? "server" : "tunnel";
  const set = section.lines.find(
    ({ words: [first, second] }) => first?.text === "timeout" && second?.text === kind,
  );
  const value = set?.words[2];
  if (value !== undefined) return [{ position: file.at(value.from, value.to), text: "24h" }];
  const first = section.lines[0];
  if (first === undefined) return [];
  const edit = lineUnder(
    file,
    section.head,
    `${first.indent.slice(section.head.indent.length)}timeout ${kind} 24h`,
  );
  return [edit];
}

function methodEdits({ lines, file }: MendedPool): readonly Edit[] {
  const { methodWord, pathWord } = requestOf(lines);
  if (methodWord !== undefined) {
    return [{ position: file.at(methodWord.from, methodWord.to), text: "GET" }];
  }
  if (pathWord !== undefined) {
    return [{ position: file.at(pathWord.from, pathWord.from), text: "GET " }];
  }
  const word = lines.option?.words[1];
  return word === undefined
    ? []
    : [{ position: file.at(word.to, word.to), text: " GET /v1/state" }];
}

function pathEdits({ lines, file }: MendedPool): readonly Edit[] {
  const { path, pathWord } = requestOf(lines);
  if (pathWord === undefined || bodiesOf(lines).length > 1) return [];
  return [{ position: file.at(pathWord.from, pathWord.to), text: path.replace(/\/+$/, "") }];
}
