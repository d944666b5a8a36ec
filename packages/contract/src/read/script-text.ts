import type { SourceText } from "../file-kind.ts";
import type { Edit, Position } from "../finding.ts";
import { scalarOffsets } from "./scalar-offsets.ts";
import type { Range } from "./shell/syntax.ts";
import type { SourcePositions } from "./source-positions.ts";
import type { YamlScalar } from "./yaml-node.ts";

/** A script as a shell gets it, with the way back to where it is written. */
export class ScriptText {
  readonly text: string;
  readonly #positions: SourcePositions;
  /** The file's offset of each character and of the end; undefined: only `whole` is known. */
  readonly #offsets: readonly number[] | undefined;
  readonly #whole: Range;
  /** A text as it is to be written there; undefined when it cannot be. */
  readonly #encode: (text: string) => string | undefined;

  constructor(
    text: string,
    positions: SourcePositions,
    written: {
      readonly offsets: readonly number[] | undefined;
      readonly whole: Range;
      encode(text: string): string | undefined;
    },
  ) {
    this.text = text;
    this.#positions = positions;
    this.#offsets = written.offsets;
    this.#whole = written.whole;
    this.#encode = written.encode;
  }

  /** Where a stretch of the script stands in the file. */
  position(range: Range): Position {
    return this.#positions.between(...this.#fileRange(range));
  }

  /** Another text in place of a stretch; undefined when it cannot be written there as the file has it. */
  edit(range: Range, text: string): Edit | undefined {
    if (this.#offsets === undefined) return undefined;
    const encoded = this.#encode(text);
    return encoded === undefined ? undefined : { position: this.position(range), text: encoded };
  }

  /** A script within this one, in a word that holds it as it is: of `sh -c '…'`. */
  within(text: string, start: number, encode: (text: string) => string | undefined): ScriptText {
    const isVerbatim = this.text.startsWith(text, start);
    const range: Range = [start, start + text.length];
    return new ScriptText(text, this.#positions, {
      offsets: isVerbatim ? this.#offsets?.slice(start, start + text.length + 1) : undefined,
      whole: this.#fileRange(isVerbatim ? range : [start, start]),
      encode: (inner) => {
        const encoded = encode(inner);
        return encoded === undefined ? undefined : this.#encode(encoded);
      },
    });
  }

  #fileRange([start, end]: Range): Range {
    const [from, to] = [this.#offsets?.[start], this.#offsets?.[end]];
    return from === undefined || to === undefined ? this.#whole : [from, to];
  }
}

/** A file that is a script. */
export function scriptOfFile({ text }: SourceText, positions: SourcePositions): ScriptText {
  return new ScriptText(text, positions, {
    offsets: Array.from({ length: text.length + 1 }, (_, index) => index),
    whole: [0, text.length],
    encode: (inner) => inner,
  });
}

/** What replaces stretches of a scalar's text before a shell gets it: `$$` by `$`, `$(NAME)` by its value. */
export interface Substitution {
  readonly pattern: RegExp;
  /** The text that comes in; undefined leaves it as it is. */
  replace(found: RegExpExecArray): string | undefined;
  /** How a text is to be written so that it comes out as it is. */
  escape(text: string): string;
}

/** A scalar that is a script. */
export function scriptOfScalar(
  source: SourceText,
  positions: SourcePositions,
  scalar: YamlScalar,
  substitution?: Substitution,
): ScriptText {
  const written = { text: scalar.text, offsets: scalarOffsets(source.text, scalar) };
  const { text, offsets } =
    substitution === undefined ? written : substituted(written, substitution);
  return new ScriptText(text, positions, {
    offsets,
    whole: scalar.range,
    encode: (inner) => {
      const escaped = substitution === undefined ? inner : substitution.escape(inner);
      return encodeIn(source.text, scalar, escaped);
    },
  });
}

interface Traced {
  readonly text: string;
  readonly offsets: readonly number[] | undefined;
}

function substituted({ text, offsets }: Traced, { pattern, replace }: Substitution): Traced {
  let out = "";
  const places: (number | undefined)[] = [];
  let at = 0;
  const copy = (end: number) => {
    for (; at < end; at++) {
      out += text[at] ?? "";
      places.push(offsets?.[at]);
    }
  };
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const replaced = replace(found);
    if (replaced === undefined) continue;
    copy(found.index);
    for (const char of replaced) {
      out += char;
      for (let unit = 0; unit < char.length; unit++) places.push(offsets?.[at]);
    }
    at = found.index + found[0].length;
  }
  copy(text.length);
  places.push(offsets?.[text.length]);
  const isTraced = places.every((place): place is number => place !== undefined);
  return { text: out, offsets: isTraced ? places : undefined };
}

/** A text as it is written within a scalar; undefined where its style cannot hold it. */
function encodeIn(source: string, { style, range }: YamlScalar, text: string): string | undefined {
  const hasLines = text.includes("\n");
  if (style === "double") return JSON.stringify(text).slice(1, -1);
  if (style === "single") return hasLines ? undefined : text.replaceAll("'", "''");
  if (style === "plain") return hasLines || !isPlain(text) ? undefined : text;
  if (style === "folded") return hasLines ? undefined : text;
  const header = source.indexOf("\n", range[0]);
  const indent =
    /^[^\S\n]*/.exec(source.slice(header + 1).replace(/^(?:[^\S\n]*\n)+/, ""))?.[0] ?? "";
  return text.replaceAll("\n", `\n${indent}`);
}

/** Whether this may stand within a plain scalar, also within brackets. */
function isPlain(text: string): boolean {
  return !/: |:$| #|[[\]{},]|^[!&*?|>@`"'%#-]/.test(text);
}
