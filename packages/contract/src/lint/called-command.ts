import { inlineScript, innerCommand } from "../judge/programs/wrappers.ts";
import type { ShellProgram } from "../read/read-probe.ts";
import type { ScriptText } from "../read/script-text.ts";
import { readScript } from "../read/shell/read-script.ts";
import {
  type Block,
  type Command,
  literalOf,
  type Range,
  ShellSyntaxError,
  type SimpleCommand,
  type Word,
} from "../read/shell/syntax.ts";

/** A call of a program in a script, wherever it stands: in a pipeline, a condition, `$(…)`, `sh -c`, `docker exec`. */
export interface CalledCommand {
  /** The program without its folder. */
  readonly name: string;
  /** Undefined where a word has variables or commands in it. */
  readonly args: readonly (string | undefined)[];
  readonly words: readonly Word[];
  /** The script that it stands in; undefined when no shell reads it. */
  readonly text: ScriptText | undefined;
  readonly shell: ShellProgram;
  /** From its first word (also that of what wraps it) to its end. */
  readonly range: Range;
  /** Its name's offset and the end: what it is without what wraps it. */
  readonly innerRange: Range;
  /** What its place in the script is: the outermost pipeline that it is a part of. */
  readonly pipeline: Range;
}

const maxCommands = 2000;

/** Every call of a program in a script; of a part that cannot be read, none. */
export function calledCommands(
  block: Block,
  text: ScriptText,
  shell: ShellProgram,
): readonly CalledCommand[] {
  const walk = new Walk(text, shell);
  walk.block(block);
  return walk.found;
}

/** A command that is run without a shell. */
export function calledDirectly(argv: readonly string[]): readonly CalledCommand[] {
  const range: Range = [0, 0];
  const [program = "", ...rest] = argv;
  const name = program.slice(program.lastIndexOf("/") + 1);
  const inner = innerCommand(name, rest);
  if (inner !== undefined && inner.length > 0) return calledDirectly(inner.map((arg) => arg ?? ""));
  const place = { range, innerRange: range, pipeline: range };
  return [{ name, args: rest, words: [], text: undefined, shell: "sh", ...place }];
}

class Walk {
  readonly found: CalledCommand[] = [];
  readonly #text: ScriptText;
  readonly #shell: ShellProgram;

  constructor(text: ScriptText, shell: ShellProgram) {
    this.#text = text;
    this.#shell = shell;
  }

  block({ items }: Block): void {
    for (const item of items) this.#command(item);
  }

  #command(command: Command, pipeline?: Range): void {
    if (this.found.length > maxCommands) return;
    switch (command.kind) {
      case "simple":
        this.#simple(command, pipeline ?? command.range);
        return;
      case "pipeline":
        for (const part of command.commands) this.#command(part, pipeline ?? command.range);
        return;
      case "and-or":
        this.#command(command.first);
        for (const { command: next } of command.rest) this.#command(next);
        return;
      case "background":
        this.#command(command.command);
        return;
      case "function":
        this.#command(command.body);
        return;
      case "group":
        this.block(command.body);
        return;
      case "if":
        for (const { condition, body } of command.clauses) {
          this.block(condition);
          this.block(body);
        }
        if (command.otherwise !== undefined) this.block(command.otherwise);
        return;
      case "loop":
        this.block(command.condition);
        this.block(command.body);
        return;
      case "for":
        for (const word of command.words) this.#word(word, word.range);
        this.block(command.body);
        return;
      case "case":
        this.#word(command.subject, command.subject.range);
        for (const { body } of command.clauses) this.block(body);
    }
  }

  #simple(command: SimpleCommand, pipeline: Range): void {
    const { assignments, words, redirects } = command;
    for (const { value } of assignments) this.#word(value, pipeline);
    for (const word of words) this.#word(word, pipeline);
    for (const { target } of redirects) this.#word(target, pipeline);
    this.#called(command, words, pipeline);
  }

  #word({ parts }: Word, pipeline: Range): void {
    for (const part of parts) {
      if (part.kind === "command") {
        for (const item of part.body.items) this.#command(item, pipeline);
      }
    }
  }

  #called(command: SimpleCommand, words: readonly Word[], pipeline: Range): void {
    const [first, ...rest] = words;
    const program = literalOf(first);
    if (first === undefined || program === undefined) return;
    const name = program.slice(program.lastIndexOf("/") + 1);
    const args = rest.map(literalOf);
    const inner = innerCommand(name, args);
    if (inner !== undefined && inner.length > 0) {
      this.#called(command, words.slice(words.length - inner.length), pipeline);
      return;
    }
    this.found.push({
      name,
      args,
      words: rest,
      text: this.#text,
      shell: this.#shell,
      range: command.range,
      innerRange: [first.range[0], command.range[1]],
      pipeline,
    });
    if (["sh", "bash", "dash", "ash"].includes(name))
      this.#inline(name as ShellProgram, rest, args);
  }

  #inline(
    shell: ShellProgram,
    words: readonly Word[],
    args: readonly (string | undefined)[],
  ): void {
    const inline = inlineScript(args);
    const word = inline === undefined ? undefined : words[inline.index];
    const [part, ...others] = word?.parts ?? [];
    if (inline === undefined || part?.kind !== "text") return;
    const start = others.length === 0 ? part.range[0] : -1;
    const isSingle = this.#text.text[start - 1] === "'";
    const encode = (text: string) => (isSingle && text.includes("'") ? undefined : text);
    const text = this.#text.within(inline.script, start, isSingle ? encode : () => undefined);
    try {
      this.found.push(...calledCommands(readScript(inline.script), text, shell));
    } catch (error) {
      if (!(error instanceof ShellSyntaxError)) throw error;
    }
  }
}

/** Where a stretch of a word's text stands in its script; undefined when it is not written there as it is. */
export function rangeInWord(word: Word, start: number, length: number): Range | undefined {
  let before = 0;
  for (const part of word.parts) {
    if (part.kind !== "text") return undefined;
    const at = start - before;
    if (at >= 0 && at + length <= part.text.length) {
      const isVerbatim = part.range[1] - part.range[0] === part.text.length;
      return isVerbatim ? [part.range[0] + at, part.range[0] + at + length] : undefined;
    }
    before += part.text.length;
  }
  return undefined;
}
