/** Characters that a terminal obeys, XML refuses or a reader does not see: controls, and those that turn the order of text. */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/gu;

const known: { readonly [character: string]: string } = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/**
 * Text on one line that is safe to print anywhere: what cannot be seen stands as an escape (`\n`, `\x1b`, `\u202e`), a
 * lone surrogate too. Everything else, emoji and backslashes included, stays as it is.
 */
export function visibleText(text: string): string {
  return text.replace(unseen, (character) => known[character] ?? escapeOf(character));
}

/** As `visibleText`, line by line: ends of lines stay. */
export function visibleLines(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/).map(visibleText);
}

function escapeOf(character: string): string {
  const code = character.charCodeAt(0);
  return code < 0x100
    ? `\\x${code.toString(16).padStart(2, "0")}`
    : `\\u${code.toString(16).padStart(4, "0")}`;
}

/** At most so many characters of one line; what is left out is said by an ellipsis. */
export function shortText(text: string, most: number): string {
  const characters = [...visibleText(text)];
  return characters.length <= most
    ? characters.join("")
    : `${characters.slice(0, most - 1).join("")}…`;
}
