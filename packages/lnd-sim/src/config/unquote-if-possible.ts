import { goUnquote } from "@leaderlab/golang";

/**
 * A value as it was meant: one that begins with a double quote is unquoted, any other stays as it is. Throws
 * GoValueError. Mirrors: go-flags unquoteIfPossible.
 */
export function unquoteIfPossible(text: string): string {
  return text.startsWith('"') ? goUnquote(text) : text;
}
