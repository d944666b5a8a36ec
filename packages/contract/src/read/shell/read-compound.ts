import type { ShellScanner } from "./shell-scanner.ts";
import type { Block, Command, Range, Redirect, Word } from "./syntax.ts";

/** What compound commands are read with. */
export interface CommandReader {
  readonly scanner: ShellScanner;
  /** Commands up to one of these words. */
  block(until: ReadonlySet<string>): Block;
  /** Passes a reserved word. Throws a ShellSyntaxError when something else stands there. */
  expect(word: string): void;
  /** Passes a reserved word if it stands next. */
  takes(word: string): boolean;
  word(): Word | undefined;
  redirects(): readonly Redirect[];
}

/** Words that begin, part or end compound commands. */
export const reservedWords: ReadonlySet<string> = new Set([
  ..."if then elif else fi while until for in do done case esac { } function".split(" "),
]);

/** Reads the compound command that this word begins; undefined when it begins none. */
export function readCompound(reader: CommandReader, word: string): Command | undefined {
  const { scanner } = reader;
  scanner.skipBlanks();
  const start = scanner.at;
  const range = (): Range => [start, scanner.at];
  switch (word) {
    case "if":
      return readIf(reader, range);
    case "while":
    case "until": {
      reader.expect(word);
      const condition = reader.block(new Set(["do"]));
      const body = readLoopBody(reader);
      const redirects = reader.redirects();
      return {
        kind: "loop",
        isUntil: word === "until",
        condition,
        body,
        redirects,
        range: range(),
      };
    }
    case "for":
      return readFor(reader, range);
    case "case":
      return readCase(reader, range);
    case "{":
    case "(": {
      scanner.at++;
      const body = reader.block(new Set(["}"]));
      if (!scanner.take(word === "{" ? "}" : ")")) scanner.fail(`a ${word} without its end`);
      const redirects = reader.redirects();
      return { kind: "group", isSubshell: word === "(", body, redirects, range: range() };
    }
    case "function":
      reader.expect(word);
      scanner.skipBlanks();
      return readFunction(reader, range);
    case "":
      return /[A-Za-z_][\w-]*[ \t]*\(\)/y.test(scanner.text.slice(start, start + 100))
        ? readFunction(reader, range)
        : undefined;
    default:
      return scanner.fail(`"${word}" is not expected here`);
  }
}

function readIf(reader: CommandReader, range: () => Range): Command {
  reader.expect("if");
  const clauses: { condition: Block; body: Block }[] = [];
  let otherwise: Block | undefined;
  for (;;) {
    const condition = reader.block(new Set(["then"]));
    reader.expect("then");
    clauses.push({ condition, body: reader.block(new Set(["elif", "else", "fi"])) });
    if (reader.takes("elif")) continue;
    if (reader.takes("else")) otherwise = reader.block(new Set(["fi"]));
    break;
  }
  reader.expect("fi");
  return { kind: "if", clauses, otherwise, redirects: reader.redirects(), range: range() };
}

function readLoopBody(reader: CommandReader): Block {
  reader.expect("do");
  const body = reader.block(new Set(["done"]));
  reader.expect("done");
  return body;
}

function readFor(reader: CommandReader, range: () => Range): Command {
  const { scanner } = reader;
  reader.expect("for");
  scanner.skipBlanks();
  const name = scanner.match(/[A-Za-z_]\w*/y) ?? "";
  const words: Word[] = [];
  scanner.skipBlanks();
  if (name === "") {
    // bash's for ((…;…;…)): how often it runs is not looked at.
    if (scanner.match(/\(\([^\n]*?\)\)/y) === undefined)
      scanner.fail("a name is missing behind for");
  } else if (scanner.match(/in(?=[\s;])/y) !== undefined) {
    for (let word = reader.word(); word !== undefined; word = reader.word()) words.push(word);
  }
  scanner.skipBlanks();
  scanner.take(";");
  const body = readLoopBody(reader);
  return { kind: "for", name, words, body, redirects: reader.redirects(), range: range() };
}

function readCase(reader: CommandReader, range: () => Range): Command {
  const { scanner } = reader;
  reader.expect("case");
  const subject = reader.word() ?? scanner.fail("a word is missing behind case");
  reader.expect("in");
  const clauses: { patterns: Word[]; body: Block }[] = [];
  while (!reader.takes("esac")) {
    scanner.take("(");
    const patterns: Word[] = [];
    do {
      const pattern = reader.word();
      if (pattern === undefined) scanner.fail("a pattern is missing");
      else patterns.push(pattern);
      scanner.skipBlanks();
    } while (scanner.take("|"));
    if (!scanner.take(")")) scanner.fail("a ) is missing behind the pattern");
    const body = reader.block(new Set(["esac"]));
    clauses.push({ patterns, body });
    if (!scanner.take(";;")) {
      reader.expect("esac");
      break;
    }
  }
  return { kind: "case", subject, clauses, redirects: reader.redirects(), range: range() };
}

function readFunction(reader: CommandReader, range: () => Range): Command {
  const { scanner } = reader;
  const name = scanner.match(/[A-Za-z_][\w-]*/y) ?? scanner.fail("a function's name is missing");
  scanner.skipBlanks();
  scanner.match(/\([ \t]*\)/y);
  const word = reader.takes("{") ? "{" : reader.takes("(") ? "(" : undefined;
  if (word === undefined) return scanner.fail("a function's body is missing");
  scanner.at -= 1;
  const body = readCompound(reader, word) ?? scanner.fail("a function's body is missing");
  return { kind: "function", name, body, range: range() };
}
