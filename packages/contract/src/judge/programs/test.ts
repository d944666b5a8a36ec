import { endedWith } from "../answers.ts";
import { compilePattern } from "../posix-pattern.ts";
import type { Program } from "./program.ts";

type Truth = boolean | undefined;

/** `test`, `[` and `[[`: compares texts and numbers; what it asks of files cannot be said. */
export const test: Program = ({ name, args }) => {
  const closing = name === "[" ? "]" : name === "[[" ? "]]" : undefined;
  if (closing !== undefined && args.at(-1) !== closing) return endedWith(2);
  const words = closing === undefined ? args : args.slice(0, -1);
  const truth = disjunction(words, name === "[[");
  return endedWith(truth === undefined ? undefined : truth ? 0 : 1);
};

function disjunction(words: readonly (string | undefined)[], isDouble: boolean): Truth {
  const parts = splitAt(words, isDouble ? "||" : "-o");
  return parts
    .map((part) => conjunction(part, isDouble))
    .reduce<Truth>((a, b) => (a === true || b === true ? true : a === false ? b : a), false);
}

function conjunction(words: readonly (string | undefined)[], isDouble: boolean): Truth {
  const parts = splitAt(words, isDouble ? "&&" : "-a");
  return parts
    .map((part) => single(part, isDouble))
    .reduce<Truth>((a, b) => (a === false || b === false ? false : a === true ? b : a), true);
}

function splitAt(words: readonly (string | undefined)[], separator: string) {
  const parts: (string | undefined)[][] = [[]];
  for (const word of words) {
    if (word === separator) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts;
}

function single(words: readonly (string | undefined)[], isDouble: boolean): Truth {
  if (words[0] === "!") {
    const inner = single(words.slice(1), isDouble);
    return inner === undefined ? undefined : !inner;
  }
  if (words.length === 0) return false;
  if (words.length === 1) return words[0] === undefined ? undefined : words[0] !== "";
  if (words.length === 2) {
    const [operator, value] = words;
    if (value === undefined) return undefined;
    if (operator === "-n") return value !== "";
    return operator === "-z" ? value === "" : undefined;
  }
  return words.length === 3 ? compare(words[0], words[1], words[2], isDouble) : undefined;
}

function compare(
  left: string | undefined,
  operator: string | undefined,
  right: string | undefined,
  isDouble: boolean,
): Truth {
  if (left === undefined || right === undefined) return undefined;
  if (operator === "=" || operator === "==") return isDouble ? likes(left, right) : left === right;
  if (operator === "!=") {
    const truth = isDouble ? likes(left, right) : left === right;
    return truth === undefined ? undefined : !truth;
  }
  if (operator === "=~") {
    const expression = compilePattern(right, { kind: "extended" });
    return expression === undefined ? undefined : left.search(expression) >= 0;
  }
  return numbers(Number(left), operator ?? "", Number(right));
}

function numbers(a: number, operator: string, b: number): Truth {
  if (Number.isNaN(a) || Number.isNaN(b)) return undefined;
  const truths = new Map(
    Object.entries({
      "-eq": a === b,
      "-ne": a !== b,
      "-lt": a < b,
      "-le": a <= b,
      "-gt": a > b,
      "-ge": a >= b,
    }),
  );
  return truths.get(operator);
}

/** Whether a text is like a shell's pattern; undefined for patterns that are not looked at. */
export function likes(text: string, pattern: string): Truth {
  if (pattern.length > 500 || (pattern.match(/\*/g) ?? []).length > 5) return undefined;
  const source = pattern
    .replace(/[\\^$.+(){}|/]/g, "\\$&")
    .replaceAll("*", "[^]*")
    .replaceAll("?", "[^]")
    .replaceAll("[[^]", "[[^]");
  try {
    return new RegExp(`^(?:${source})$`).test(text);
  } catch {
    return undefined;
  }
}
