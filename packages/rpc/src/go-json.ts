/**
 * Reads JSON as Go's encoding/json does, with Go's error texts and the positions of everything, which JSON.parse
 * does not give. Like Go it goes by bytes: an error names the first byte of a character that does not belong there, and
 * strings may hold anything. Mirrors: encoding/json scanner, as grpc-gateway uses it to cut one value out of a body.
 */
import { type GoJsonScalar, GoJsonScanner } from "./go-json-scanner.ts";

/** A JSON value with the offset of its first byte. What is raw is as it was written, one character a byte. */
export type GoJson =
  | { readonly kind: "object"; readonly at: number; readonly members: readonly GoJsonMember[] }
  | { readonly kind: "array"; readonly at: number; readonly items: readonly GoJson[] }
  | GoJsonScalar;

/** One member of an object, in the order of the text. */
export interface GoJsonMember {
  /** With its quotes. */
  readonly rawName: string;
  readonly nameAt: number;
  readonly value: GoJson;
}

/** A value that was cut out of a text. */
export interface CutGoJson {
  readonly value: GoJson;
  /** The offset after its last byte. */
  readonly end: number;
}

/** As Go's encoding/json: deeper nesting is refused. */
const maxDepth = 10_000;

type Frame =
  | { kind: "object"; at: number; members: GoJsonMember[]; rawName: string; nameAt: number }
  | { kind: "array"; at: number; items: GoJson[] };

/**
 * The first JSON value of a text of one character a byte, or undefined for a text of white space only. What follows the
 * value is not looked at, since Go's decoder does not look at it either. Throws GoJsonError.
 */
export function cutGoJson(bytes: string): CutGoJson | undefined {
  const scanner = new GoJsonScanner(bytes);
  scanner.skipSpace();
  if (scanner.isAtEnd) return undefined;
  const open: Frame[] = [];
  for (;;) {
    let value = beginValue(scanner, open);
    while (value !== undefined) {
      const frame = open.at(-1);
      if (frame === undefined) return { value, end: scanner.at };
      value = endValue(scanner, open, frame, value);
    }
  }
}

/** A value that is complete, or undefined for an object or list that has been opened. */
function beginValue(scanner: GoJsonScanner, open: Frame[]): GoJson | undefined {
  const { at } = scanner;
  const first = scanner.peek();
  if (first !== "{" && first !== "[") return scanner.scalar();
  if (open.length >= maxDepth) throw scanner.unexpected("exceeded max depth");
  scanner.skip();
  scanner.skipSpace();
  if (first === "{") {
    if (scanner.takes("}")) return { kind: "object", at, members: [] };
    open.push({ kind: "object", at, members: [], ...readName(scanner) });
  } else {
    if (scanner.takes("]")) return { kind: "array", at, items: [] };
    open.push({ kind: "array", at, items: [] });
  }
  return undefined;
}

/** Puts a value where it belongs; gives what is complete by that, if it was the last one there. */
function endValue(
  scanner: GoJsonScanner,
  open: Frame[],
  frame: Frame,
  value: GoJson,
): GoJson | undefined {
  scanner.skipSpace();
  if (frame.kind === "array") {
    frame.items.push(value);
    if (scanner.takes("]")) return open.pop();
    if (!scanner.takes(",")) throw scanner.unexpected("after array element");
    scanner.skipSpace();
    return undefined;
  }
  const { rawName, nameAt } = frame;
  frame.members.push({ rawName, nameAt, value });
  if (scanner.takes("}")) return open.pop();
  if (!scanner.takes(",")) throw scanner.unexpected("after object key:value pair");
  Object.assign(frame, readName(scanner));
  return undefined;
}

function readName(scanner: GoJsonScanner): { rawName: string; nameAt: number } {
  scanner.skipSpace();
  const nameAt = scanner.at;
  if (scanner.peek() !== '"')
    throw scanner.unexpected("looking for beginning of object key string");
  const rawName = scanner.string();
  scanner.skipSpace();
  if (!scanner.takes(":")) throw scanner.unexpected("after object key");
  scanner.skipSpace();
  return { rawName, nameAt };
}

/** The first value of a text; undefined for white space only. Throws GoJsonError. */
export function parseGoJson(text: string): GoJson | undefined {
  return cutGoJson(Buffer.from(text).toString("latin1"))?.value;
}
