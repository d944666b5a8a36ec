import type { ShellScanner } from "./shell-scanner.ts";
import { literalOf, type Redirect, type Word } from "./syntax.ts";

/** The most heredocs that may wait for their texts. */
const maxHeredocs = 100;

/** Heredocs whose texts begin in the next line. */
export class Heredocs {
  readonly #scanner: ShellScanner;
  #waiting: {
    readonly delimiter: string;
    readonly isIndented: boolean;
    found(word: Word): void;
  }[] = [];

  constructor(scanner: ShellScanner) {
    this.#scanner = scanner;
  }

  await(delimiter: string, isIndented: boolean, found: (word: Word) => void): void {
    if (this.#waiting.length >= maxHeredocs) this.#scanner.fail("too many heredocs");
    this.#waiting.push({ delimiter, isIndented, found });
  }

  /** Reads the texts; to be called behind each line's end. One without an end reaches to the end of the script. */
  readBodies(): void {
    const scanner = this.#scanner;
    for (const { delimiter, isIndented, found } of this.#waiting) {
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
      found({ parts: [{ kind: "text", text, isQuoted: true, range }], range });
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
  heredocs.await(literalOf(target) ?? "", operator === "<<-", (body) => {
    redirect.target = body;
  });
  return redirect;
}
