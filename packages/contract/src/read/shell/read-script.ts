import { type CommandReader, readCompound, reservedWords } from "./read-compound.ts";
import { Heredocs, readRedirect } from "./read-redirect.ts";
import { type ReadBlock, readWord } from "./read-word.ts";
import { ShellScanner } from "./shell-scanner.ts";
import {
  type Assignment,
  type Block,
  type Command,
  literalOf,
  type Range,
  type Redirect,
  type Word,
} from "./syntax.ts";

/**
 * Reads a shell script, or a part of a text that is one: POSIX with what bash adds to it for tests (`[[ ]]`, `<<<`,
 * `&>`, `function`). Throws a ShellSyntaxError.
 */
export function readScript(text: string, range?: Range): Block {
  const scanner = new ShellScanner(text, range);
  const reader = new ScriptReader(scanner);
  const block = reader.block(new Set());
  if (scanner.at < scanner.end) scanner.fail(`"${scanner.peek()}" is not expected here`);
  return block;
}

/** Reads commands; compound ones stand in read-compound. */
class ScriptReader implements CommandReader {
  readonly scanner: ShellScanner;
  readonly #heredocs: Heredocs;
  /** What ends this reader's text beside its end: the ` of a command in backquotes. */
  readonly #closing: string;

  constructor(scanner: ShellScanner, closing = "") {
    this.scanner = scanner;
    this.#heredocs = new Heredocs(scanner);
    this.#closing = closing;
  }

  /** Commands up to one of these words, a closing mark, or the end. */
  block(until: ReadonlySet<string>): Block {
    const start = this.scanner.at;
    const items: Command[] = [];
    for (;;) {
      this.#skipLines();
      const { scanner } = this;
      if (scanner.at >= scanner.end || scanner.peek() === ")" || this.#isClosed()) break;
      if (scanner.sees(";;") || until.has(this.#wordAhead())) break;
      const command = this.#andOr();
      scanner.skipBlanks();
      if (scanner.peek() === "&" && scanner.peek(1) !== "&") {
        scanner.at++;
        items.push({ kind: "background", command, range: command.range });
        continue;
      }
      items.push(command);
      if (!scanner.sees(";;")) scanner.take(";");
      else break;
    }
    return { items, range: [start, this.scanner.at] };
  }

  /** Passes a reserved word. Throws when something else stands there. */
  expect(word: string): void {
    this.#skipLines();
    if (this.#wordAhead() !== word) {
      this.scanner.fail(`"${word}" is missing here`);
    }
    this.scanner.at += word.length;
  }

  /** Passes this reserved word if it stands next. */
  takes(word: string): boolean {
    this.#skipLines();
    if (this.#wordAhead() !== word) return false;
    this.scanner.at += word.length;
    return true;
  }

  word(): Word | undefined {
    this.scanner.skipBlanks();
    if (this.#isClosed()) return undefined;
    const readBlock: ReadBlock = (scanner, closing) => {
      const inner = new ScriptReader(scanner, closing === "`" ? "`" : this.#closing);
      return inner.block(new Set());
    };
    return readWord(this.scanner, readBlock, this.#closing);
  }

  redirects(): readonly Redirect[] {
    const redirects: Redirect[] = [];
    for (let next = this.#redirect(); next !== undefined; next = this.#redirect()) {
      redirects.push(next);
    }
    return redirects;
  }

  #redirect(): Redirect | undefined {
    this.scanner.skipBlanks();
    return readRedirect(this.scanner, this.#heredocs, () => this.word());
  }

  #andOr(): Command {
    const first = this.#pipeline();
    const rest: { operator: "&&" | "||"; command: Command }[] = [];
    for (;;) {
      this.scanner.skipBlanks();
      const operator = this.scanner.take("&&") ? "&&" : this.scanner.take("||") ? "||" : undefined;
      if (operator === undefined) break;
      this.#skipLines();
      rest.push({ operator, command: this.#pipeline() });
    }
    const end = rest.at(-1)?.command.range[1] ?? first.range[1];
    return rest.length === 0
      ? first
      : { kind: "and-or", first, rest, range: [first.range[0], end] };
  }

  #pipeline(): Command {
    this.scanner.skipBlanks();
    const start = this.scanner.at;
    let isNegated = false;
    while (this.scanner.match(/!(?=\s)/y) !== undefined) {
      isNegated = !isNegated;
      this.scanner.skipBlanks();
    }
    const commands = [this.#command()];
    for (;;) {
      this.scanner.skipBlanks();
      if (this.scanner.sees("||") || !(this.scanner.take("|&") || this.scanner.take("|"))) break;
      this.#skipLines();
      commands.push(this.#command());
    }
    const [only] = commands;
    if (only !== undefined && commands.length === 1 && !isNegated) return only;
    return {
      kind: "pipeline",
      isNegated,
      commands,
      range: [start, commands.at(-1)?.range[1] ?? start],
    };
  }

  #command(): Command {
    return this.scanner.deeper(() => readCompound(this, this.#wordAhead()) ?? this.#simple());
  }

  #simple(): Command {
    const start = this.scanner.at;
    let end = start;
    const assignments: Assignment[] = [];
    const words: Word[] = [];
    const redirects: Redirect[] = [];
    for (;;) {
      const redirect = this.#redirect();
      const word = redirect === undefined ? this.#wordOfTest(words) : undefined;
      if (redirect !== undefined) redirects.push(redirect);
      else if (word === undefined) break;
      else {
        const assignment = words.length === 0 ? assignmentOf(word) : undefined;
        if (assignment === undefined) words.push(word);
        else assignments.push(assignment);
      }
      end = this.scanner.at;
    }
    if (words.length + assignments.length + redirects.length === 0) {
      const found = this.scanner.peek();
      this.scanner.fail(
        found === "" ? "a command is missing at the end" : `"${found}" is not expected here`,
      );
    }
    return { kind: "simple", assignments, words, redirects, range: [start, end] };
  }

  /** Inside of `[[ ]]` the operators of lists are words. */
  #wordOfTest(before: readonly Word[]): Word | undefined {
    const isTest = literalOf(before[0]) === "[[" && literalOf(before.at(-1)) !== "]]";
    if (isTest) {
      this.scanner.skipBlanks();
      const start = this.scanner.at;
      const operator = this.scanner.match(/&&|\|\||[<>()]/y);
      if (operator !== undefined) {
        const range = [start, this.scanner.at] as const;
        return { parts: [{ kind: "text", text: operator, isQuoted: false, range }], range };
      }
    }
    return this.word();
  }

  #isClosed(): boolean {
    return this.#closing !== "" && this.scanner.sees(this.#closing);
  }

  #wordAhead(): string {
    const { scanner } = this;
    const found = /[^\s;&|<>()'"$`\\]+|[({]/y;
    found.lastIndex = scanner.at;
    const text = found.exec(scanner.text)?.[0] ?? "";
    return scanner.at + text.length <= scanner.end && (reservedWords.has(text) || text === "(")
      ? text
      : "";
  }

  #skipLines(): void {
    for (;;) {
      this.scanner.skipBlanks();
      if (this.scanner.take("\n")) this.#heredocs.readBodies();
      else return;
    }
  }
}

function assignmentOf(word: Word): Assignment | undefined {
  const [first, ...rest] = word.parts;
  if (first?.kind !== "text" || first.isQuoted) return undefined;
  const name = /^([A-Za-z_]\w*)\+?=/.exec(first.text);
  if (name?.[1] === undefined) return undefined;
  const begun = first.range[0] + name[0].length;
  const head = {
    ...first,
    text: first.text.slice(name[0].length),
    range: [begun, first.range[1]] as const,
  };
  return { name: name[1], value: { parts: [head, ...rest], range: [begun, word.range[1]] } };
}
