/** Which language a pattern is written in, as grep's flags say. */
export type PatternKind = "basic" | "extended" | "fixed" | "perl";

/** How a pattern is taken. */
export interface PatternOptions {
  readonly kind: PatternKind;
  readonly ignoresCase?: boolean;
  readonly isWholeLine?: boolean;
  readonly isWholeWord?: boolean;
}

const maxPatternLength = 1000;

/**
 * The pattern as an expression of JavaScript, with the flags `g` and perhaps `i`, to be asked about one line; undefined
 * for what has no faithful counterpart, and for what might take long to decide.
 */
export function compilePattern(pattern: string, options: PatternOptions): RegExp | undefined {
  if (pattern.length > maxPatternLength) return undefined;
  const alternatives = pattern.split("\n").map((line) => translate(line, options.kind));
  if (alternatives.some((alternative) => alternative === undefined)) return undefined;
  let source =
    alternatives.length === 1 ? (alternatives[0] ?? "") : `(?:${alternatives.join(")|(?:")})`;
  if (options.isWholeWord === true) source = `(?<!\\w)(?:${source})(?!\\w)`;
  if (options.isWholeLine === true) source = `^(?:${source})$`;
  try {
    return new RegExp(source, options.ignoresCase === true ? "gi" : "g");
  } catch {
    return undefined;
  }
}

function translate(pattern: string, kind: PatternKind): string | undefined {
  if (kind === "fixed") return pattern.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  if (mayTakeLong(pattern, kind)) return undefined;
  if (kind === "perl") return translatePerl(pattern);
  return new Translation(pattern, kind === "basic").result();
}

/** A repeated group can be tried in exponentially many ways, many open repetitions in polynomially many. */
function mayTakeLong(pattern: string, kind: PatternKind): boolean {
  const repeatedGroup = kind === "basic" ? /\\\)(?:\*|\\\+|\\\{)/ : /\)(?:[*+]|\{)/;
  return repeatedGroup.test(pattern) || (pattern.match(/[*+{]/g) ?? []).length > 5;
}

function translatePerl(pattern: string): string | undefined {
  if (/\(\?[^:=!<]|[*+?}]\+|\\[QEAZzGRXhH]|\[:|\(\*/.test(pattern)) return undefined;
  const kept = pattern.split("\\K");
  if (kept.length > 2) return undefined;
  return kept.length === 2 ? `(?<=${kept[0]})${kept[1]}` : pattern;
}

const classes = new Map(
  Object.entries({
    alpha: "A-Za-z",
    digit: "0-9",
    alnum: "A-Za-z0-9",
    upper: "A-Z",
    lower: "a-z",
    space: "\\s",
    blank: " \\t",
    punct: "!-\\/:-@\\[-`{-~",
    xdigit: "0-9A-Fa-f",
    print: " -~",
  }),
);

/** POSIX basic and extended expressions with GNU's additions. */
class Translation {
  readonly #pattern: string;
  readonly #isBasic: boolean;
  #at = 0;
  #out = "";
  #failed = false;

  constructor(pattern: string, isBasic: boolean) {
    this.#pattern = pattern;
    this.#isBasic = isBasic;
  }

  result(): string | undefined {
    while (this.#at < this.#pattern.length && !this.#failed) this.#step();
    return this.#failed ? undefined : this.#out;
  }

  #step(): void {
    const char = this.#pattern[this.#at] ?? "";
    if (char === "\\") {
      this.#escape();
      return;
    }
    this.#at++;
    if (char === "[") {
      this.#bracket();
      return;
    }
    const isFirst = this.#out === "" || /(?:^|[^\\])[(|]$/.test(this.#out);
    if (char === "*" && isFirst) this.#out += "\\*";
    else if (this.#isBasic && /[+?(){}|]/.test(char)) this.#out += `\\${char}`;
    else if (this.#isBasic && char === "^" && !isFirst) this.#out += "\\^";
    else if (this.#isBasic && char === "$" && !/^(\\[|)]|$)/.test(this.#pattern.slice(this.#at))) {
      this.#out += "\\$";
    } else if (char === "{" && !/^\d*,?\d*\}/.test(this.#pattern.slice(this.#at)))
      this.#out += "\\{";
    else if (char === "/") this.#out += "\\/";
    else this.#out += char;
  }

  #escape(): void {
    const next = this.#pattern[this.#at + 1];
    this.#at += 2;
    if (next === undefined) this.#failed = true;
    else if (this.#isBasic && /[+?(){}|]/.test(next)) this.#out += next;
    else if (next === "<" || next === ">") this.#out += "\\b";
    else if (next === "`" || next === "'") this.#out += next === "`" ? "^" : "$";
    else if (/[wWsSbB1-9]/.test(next)) this.#out += `\\${next}`;
    else if (/[A-Za-z]/.test(next)) this.#out += next;
    else this.#out += /[\\^$.*+?()[\]{}|/]/.test(next) ? `\\${next}` : next;
  }

  /** In a bracket expression a backslash is one, and `]` first is a member. */
  #bracket(): void {
    let at = this.#at;
    let inner = "";
    if (this.#pattern[at] === "^") {
      inner += "^";
      at++;
    }
    const first = at;
    for (;;) {
      const char = this.#pattern[at];
      if (char === undefined) {
        this.#failed = true;
        return;
      }
      if (char === "]" && at > first) break;
      const named = /^\[:(\w+):\]/.exec(this.#pattern.slice(at));
      if (named !== null) {
        const members = classes.get(named[1] ?? "");
        if (members === undefined) this.#failed = true;
        inner += members ?? "";
        at += named[0].length;
        continue;
      }
      inner += /[\\\][]/.test(char) ? `\\${char}` : char;
      at++;
    }
    this.#at = at + 1;
    this.#out += `[${inner}]`;
  }
}
