import type { BodyMatch, PoolCheck } from "../proxied-pool.ts";
import { linesWithDefaults } from "./haproxy-server.ts";
import type { HaproxyFile, HaproxyLine, HaproxySection, HaproxyWord } from "./read-haproxy.ts";

/** The lines by which a backend's check is made. */
export interface CheckLines {
  /** `option httpchk`, or another `option …chk`. */
  readonly option: HaproxyLine | undefined;
  /** Which one that is: httpchk, tcp-check, ssl-hello-chk … */
  readonly kind: string | undefined;
  readonly sends: readonly HaproxyLine[];
  readonly connects: readonly HaproxyLine[];
  readonly expects: readonly HaproxyLine[];
}

const checkOptions =
  /^(httpchk|tcp-check|ssl-hello-chk|ldap-check|mysql-check|pgsql-check|redis-check|smtpchk|spop-check|external-check)$/;

/** A section's own `http-check` lines take the place of those of its defaults. */
export function checkLinesOf(section: HaproxySection): CheckLines {
  let option: HaproxyLine | undefined;
  for (const line of linesWithDefaults(section)) {
    const [first, second, third] = line.words.map(({ text }) => text);
    if (first === "option" && checkOptions.test(second ?? "")) option = line;
    if (first === "no" && second === "option" && option?.words[1]?.text === third) {
      option = undefined;
    }
  }
  const ruleset = (lines: readonly HaproxyLine[]) =>
    lines.filter(({ words }) => words[0]?.text === "http-check");
  const own = ruleset(section.lines);
  const rules = own.length > 0 ? own : ruleset(section.defaults?.lines ?? []);
  const ofAction = (action: string) => rules.filter(({ words }) => words[1]?.text === action);
  return {
    option,
    kind: option?.words[1]?.text,
    sends: ofAction("send"),
    connects: ofAction("connect"),
    expects: ofAction("expect"),
  };
}

/** What an HTTP check asks for: by `option httpchk [method] path`, and by `http-check send`. */
export function requestOf({ option, sends }: CheckLines): {
  readonly method: string;
  readonly methodWord: HaproxyWord | undefined;
  readonly path: string;
  readonly pathWord: HaproxyWord | undefined;
  readonly hasMacaroon: boolean;
} {
  const given = option?.words.slice(2, 4) ?? [];
  let methodWord = given.length === 2 ? given[0] : undefined;
  let pathWord = given.at(-1);
  let hasMacaroon = (option?.words ?? []).some(({ text }) => /macaroon/i.test(text));
  for (const { words } of sends) {
    for (const [index, word] of words.entries()) {
      if (word.text === "meth") methodWord = words[index + 1];
      if (word.text === "uri" || word.text === "uri-lf") pathWord = words[index + 1];
      if (/^grpc-metadata-macaroon$/i.test(word.text)) hasMacaroon = true;
    }
  }
  return {
    method: methodWord?.text ?? "OPTIONS",
    methodWord,
    path: pathWord?.text ?? "/",
    pathWord,
    hasMacaroon,
  };
}

/** What the bodies are matched with; `status` and headers do not count. */
export function bodiesOf({ expects }: CheckLines): readonly BodyMatch[] {
  return expects.flatMap(({ words }): BodyMatch[] => {
    const at = words.findIndex(({ text }) => text === "string" || text === "rstring");
    const pattern = words[at + 1];
    if (at < 0 || pattern === undefined) return [];
    const isNegated = words.slice(2, at).some(({ text }) => text === "!");
    return [{ pattern: pattern.text, isRegex: words[at]?.text === "rstring", isNegated }];
  });
}

/** How servers of a backend are checked, if they are. */
export function checkOf(
  lines: CheckLines,
  { isChecked, port, head }: { isChecked: boolean; port: number | undefined; head: HaproxyLine },
  { at }: HaproxyFile,
): PoolCheck {
  const placeOf = (line: HaproxyLine) => at(line.words[0]?.from ?? line.to, line.to);
  if (!isChecked) return { kind: "none", position: placeOf(head) };
  const place = placeOf(lines.expects.at(-1) ?? lines.option ?? head);
  if (lines.kind !== "httpchk") return { kind: "tcp", position: place };
  const { method, path, hasMacaroon } = requestOf(lines);
  return {
    kind: "http",
    position: bodiesOf(lines).length === 0 ? placeOf(lines.option ?? head) : place,
    requestPosition: placeOf(lines.sends.at(-1) ?? lines.option ?? head),
    method,
    path,
    ...(port !== undefined && { port }),
    bodies: bodiesOf(lines),
    hasMacaroon,
  };
}
