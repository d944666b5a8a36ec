import type { ShellScanner } from "./shell-scanner.ts";
import type { Block, Word, WordPart } from "./syntax.ts";

/** Reads commands up to a closing text: `)` of `$(…)`, or the end. Handed in, because words hold commands. */
export type ReadBlock = (scanner: ShellScanner, closing: ")" | "`" | "") => Block;

/** What ends a word outside of quotes. */
const ends = new Set([" ", "\t", "\r", "\n", ";", "&", "|", "<", ">", "(", ")", ""]);

/** Reads the word that begins here, at most up to a closing mark; undefined when none does. Throws a ShellSyntaxError. */
export function readWord(
  scanner: ShellScanner,
  readBlock: ReadBlock,
  closing = "",
): Word | undefined {
  const start = scanner.at;
  const parts: WordPart[] = [];
  while (!ends.has(scanner.peek()) && scanner.peek() !== closing) {
    if (scanner.sees("\\\n")) {
      scanner.at += 2;
      continue;
    }
    parts.push(...readPart(scanner, readBlock));
  }
  return scanner.at === start ? undefined : { parts, range: [start, scanner.at] };
}

function readPart(scanner: ShellScanner, readBlock: ReadBlock): readonly WordPart[] {
  const start = scanner.at;
  const char = scanner.peek();
  if (char === "'") return [readSingleQuoted(scanner)];
  if (char === '"') return readDoubleQuoted(scanner, readBlock);
  if (scanner.sees("$'")) {
    scanner.at++;
    const part = readSingleQuoted(scanner);
    return [{ ...part, text: part.text.replaceAll("\\n", "\n").replaceAll("\\t", "\t") }];
  }
  if (char === "$" || char === "`") return [readExpansion(scanner, readBlock, false)];
  if (char === "\\") {
    const text = scanner.peek(1);
    scanner.at = Math.min(scanner.at + 2, scanner.end);
    return [{ kind: "text", text, isQuoted: true, range: [start, scanner.at] }];
  }
  const text = scanner.match(/[^\s;&|<>()'"$`\\]+/y) ?? scanner.text[scanner.at++] ?? "";
  return [{ kind: "text", text, isQuoted: false, range: [start, scanner.at] }];
}

type TextPart = Extract<WordPart, { kind: "text" }>;

function readSingleQuoted(scanner: ShellScanner): TextPart {
  const start = scanner.at;
  scanner.at++;
  const text = scanner.match(/[^']*/y) ?? "";
  if (!scanner.take("'")) {
    scanner.at = start;
    scanner.fail("a ' without its second one");
  }
  return { kind: "text", text, isQuoted: true, range: [start + 1, scanner.at - 1] };
}

function readDoubleQuoted(scanner: ShellScanner, readBlock: ReadBlock): readonly WordPart[] {
  const open = scanner.at;
  scanner.at++;
  const parts: WordPart[] = [];
  for (;;) {
    const start = scanner.at;
    if (scanner.take('"')) break;
    if (scanner.at >= scanner.end) {
      scanner.at = open;
      scanner.fail('a " without its second one');
    }
    if (scanner.take("\\\n")) continue;
    const char = scanner.peek();
    if (char === "$" || char === "`") {
      parts.push(readExpansion(scanner, readBlock, true));
      continue;
    }
    const escaped = /[$`"\\]/.test(scanner.peek(1)) && char === "\\";
    const text = escaped
      ? scanner.peek(1)
      : (scanner.match(/[^"\\$`]+/y) ?? scanner.text[scanner.at++] ?? "");
    if (escaped) scanner.at += 2;
    parts.push({ kind: "text", text, isQuoted: true, range: [start, scanner.at] });
  }
  return parts.length > 0
    ? parts
    : [{ kind: "text", text: "", isQuoted: true, range: [open + 1, open + 1] }];
}

function readExpansion(scanner: ShellScanner, readBlock: ReadBlock, isQuoted: boolean): WordPart {
  const start = scanner.at;
  if (scanner.take("$((")) return readArithmetic(scanner, start);
  if (scanner.take("$(")) {
    const body = scanner.deeper(() => readBlock(scanner, ")"));
    if (!scanner.take(")")) scanner.fail("a $( without its )");
    return { kind: "command", body, isQuoted, range: [start, scanner.at] };
  }
  if (scanner.take("`")) {
    const body = scanner.deeper(() => readBlock(scanner, "`"));
    if (!scanner.take("`")) scanner.fail("a ` without its second one");
    return { kind: "command", body, isQuoted, range: [start, scanner.at] };
  }
  if (scanner.take("${")) {
    const name = scanner.match(/#?(?:\w+|[@*#?$!-])/y) ?? "";
    const operation = readBraced(scanner, start);
    return { kind: "variable", name, operation, isQuoted, range: [start, scanner.at] };
  }
  scanner.at++;
  const name = scanner.match(/[A-Za-z_]\w*|[0-9@*#?$!-]/y);
  const range = [start, scanner.at] as const;
  if (name === undefined) return { kind: "text", text: "$", isQuoted, range };
  return { kind: "variable", name, operation: "", isQuoted, range };
}

/** What stands behind the name up to the closing brace, and passes that. */
function readBraced(scanner: ShellScanner, open: number): string {
  const start = scanner.at;
  let depth = 1;
  while (scanner.at < scanner.end) {
    const char = scanner.text[scanner.at++];
    if (char === "\\") scanner.at++;
    if (char === "{") depth++;
    if (char === "}" && --depth === 0) return scanner.text.slice(start, scanner.at - 1);
  }
  scanner.at = open;
  return scanner.fail("a brace of a variable without its second one");
}

function readArithmetic(scanner: ShellScanner, open: number): WordPart {
  const start = scanner.at;
  let depth = 0;
  while (scanner.at < scanner.end) {
    if (depth === 0 && scanner.sees("))")) {
      const text = scanner.text.slice(start, scanner.at);
      scanner.at += 2;
      return { kind: "arithmetic", text, range: [open, scanner.at] };
    }
    const char = scanner.text[scanner.at++];
    if (char === "(") depth++;
    if (char === ")") depth--;
  }
  scanner.at = open;
  return scanner.fail("a $(( without its ))");
}
