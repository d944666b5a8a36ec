import { literalOf, type Word, type WordPart } from "../read/shell/syntax.ts";

/** What words are expanded with. */
export interface Surroundings {
  /** A variable's value; undefined when it cannot be said. */
  variable(name: string): string | undefined;
  /** What a command in a word writes. */
  output(part: Extract<WordPart, { kind: "command" }>): string | undefined;
}

const maxFieldChars = 100_000;

/** A word as one text, as in an assignment or in quotes. */
export function textOf(word: Word, surroundings: Surroundings): string | undefined {
  let text = "";
  for (const part of word.parts) {
    const value = partText(part, surroundings);
    if (value === undefined || text.length > maxFieldChars) return undefined;
    text += value;
  }
  return text;
}

/** A word as the arguments that it becomes: what is not quoted is parted at blanks. File names are not looked up. */
export function fieldsOf(word: Word, surroundings: Surroundings): readonly (string | undefined)[] {
  const literal = literalOf(word);
  if (literal !== undefined) return [literal];
  const fields: string[] = [];
  let current: string | undefined;
  for (const part of word.parts) {
    const value = partText(part, surroundings);
    if (value === undefined) return [undefined];
    if (part.kind === "text" || ("isQuoted" in part && part.isQuoted)) {
      current = (current ?? "") + value;
      continue;
    }
    const pieces = value.split(/[ \t\n]+/);
    for (const [index, piece] of pieces.entries()) {
      if (index > 0 && current !== undefined) {
        fields.push(current);
        current = undefined;
      }
      if (piece !== "") current = (current ?? "") + piece;
    }
  }
  if (current !== undefined) fields.push(current);
  return fields;
}

function partText(part: WordPart, surroundings: Surroundings): string | undefined {
  switch (part.kind) {
    case "text":
      return part.text;
    case "command":
      return surroundings.output(part)?.replace(/\n+$/, "");
    case "arithmetic":
      return arithmetic(part.text, surroundings)?.toString();
    case "variable":
      return variable(part.name, part.operation, surroundings);
  }
}

function variable(name: string, operation: string, surroundings: Surroundings): string | undefined {
  const value = surroundings.variable(name);
  if (operation === "") return value;
  const [, colon = "", operator = "", word = ""] = /^(:?)([-=+?])([^$`]*)$/.exec(operation) ?? [];
  if (operator === "" || value === undefined) return undefined;
  const isSet = colon === "" || value !== "";
  if (operator === "+") return isSet ? word : "";
  return isSet ? value : operator === "?" ? undefined : word;
}

/** Sums and differences, as scripts count their tries with. */
function arithmetic(text: string, surroundings: Surroundings): number | undefined {
  const found = /^\s*(\$?\w+)\s*(?:([-+*])\s*(\$?\w+)\s*)?$/.exec(text);
  if (found === null) return undefined;
  const [left, right] = [found[1], found[3]].map((operand) => {
    const name = operand?.replace("$", "") ?? "0";
    return Number(/^\d+$/.test(name) ? name : surroundings.variable(name) || "0");
  });
  if (left === undefined || right === undefined || Number.isNaN(left) || Number.isNaN(right))
    return undefined;
  if (found[2] === "*") return left * right;
  return found[2] === "-" ? left - right : left + right;
}
