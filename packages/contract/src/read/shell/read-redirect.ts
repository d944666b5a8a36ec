import type { ShellScanner } from "./shell-scanner.ts";
import { literalOf, type Range, type Redirect, type Word, type WordPart } from "./syntax.ts";

/** The most heredocs that may wait for their texts. */
const maxHeredocs = 100;

/** A heredoc whose text is still to come. */
interface Heredoc {
  readonly delimiter: string;
  /** Of `<<-`: tabs before its lines go. */
  readonly isIndented: boolean;
  /** Its delimiter is quoted: then `$` in its text is one. */
  readonly isVerbatim: boolean;
  found(word: Word): void;
}

function verbatim(text: string, range: Range): WordPart {
  return { kind: "text", text, isQuoted: true, range };
}

/** A text with variables or commands in it, which are not looked at. */
function unsaid(range: Range): WordPart {
  return { kind: "variable", name: "", operation: "unsaid", isQuoted: true, range };
}

/** Heredocs whose texts begin in the next line. */
export class Heredocs {
  readonly #scanner: ShellScanner;
  #waiting: Heredoc[] = [];

  constructor(scanner: ShellScanner) {
    this.#scanner = scanner;
  }

  await(heredoc: Heredoc): void {
    if (this.#waiting.length >= maxHeredocs) this.#scanner.fail("too many heredocs");
    this.#waiting.push(heredoc);
  }

  /** Reads the texts; to be called behind each line's end. One without an end reaches to the end of the script. */
  readBodies(): void {
    const scanner = this.#scanner;
    for (const { delimiter, isIndented, isVerbatim, found } of this.#waiting) {
      const start = scanner.at;
      let text = "";
      while (scanner.at < scanner.end) {
        const line = scanner.match(/[^\n]*\n?/y) ?? "";
        if (line === "") break;
        const shown = isIndented ? line.replace(/^\t+/, "") : line;
        if (shown.replace(/\n$/, "") === delimiter) break;
        text += shown;
      }
      const range = [start, scanner.at] as const;
      found({
        parts: [isVerbatim || !/[$`]/.test(text) ? verbatim(text, range) : unsaid(range)],
        range,
      });
    }
    this.#waiting = [];
  }
}

const operators = /(\d*)(<<<|<<-|<<|<>|<&|<|&>>?|>>|>&|>\||>)/y;

/** Reads the redirection that begins here; undefined when none does. */
export function readRedirect(
  scanner: ShellScanner,
  heredocs: Heredocs,
  readTarget: () => Word | undefined,
): Redirect | undefined {
  const written = scanner.match(operators);
  if (written === undefined) return undefined;
  const digits = /^\d*/.exec(written)?.[0] ?? "";
  const operator = written.slice(digits.length);
  const target = readTarget();
  if (target === undefined) return scanner.fail(`a file is missing behind "${operator}"`);
  const descriptor = digits === "" ? (operator.startsWith("<") ? 0 : 1) : Number(digits);
  if (operator !== "<<" && operator !== "<<-") {
    const known = operator === "&>>" ? "&>" : (operator as Redirect["operator"]);
    return { descriptor, operator: known, target };
  }
  const redirect: { -readonly [K in keyof Redirect]: Redirect[K] } = {
    descriptor,
    operator: "<<",
    target,
  };
  heredocs.await({
    delimiter: literalOf(target) ?? "",
    isIndented: operator === "<<-",
    isVerbatim: target.parts.some((part) => part.kind === "text" && part.isQuoted),
    found: (body) => {
      redirect.target = body;
    },
  });
  return redirect;
}
