import { LndError } from "../errors.ts";
import { readVarint, varint } from "./macaroon.ts";
import { canonical, type Permission } from "./permission.ts";

/** What a macaroon's identifier says. */
export interface MacaroonId {
  /** 16 bytes that make every macaroon unlike any other. */
  readonly nonce: Buffer;
  /** Which root key it is signed with: `0` for lnd's own macaroons. */
  readonly rootKeyId: Buffer;
  readonly permissions: readonly Permission[];
}

/** The version of the identifier's format. */
const idVersion = 3;

/**
 * The bytes of an identifier: a version byte and the message
 *
 *     message MacaroonId { bytes nonce = 1; bytes storageId = 2; repeated Op ops = 3; }
 *     message Op { string entity = 1; repeated string actions = 2; }
 *
 * with the permissions sorted, those of one entity in one Op. Mirrors: macaroon-bakery.v2 bakery/oven.go.
 */
export function encodeMacaroonId(id: MacaroonId): Buffer {
  const actions = new Map<string, string[]>();
  for (const { entity, action } of canonical(id.permissions)) {
    const known = actions.get(entity);
    if (known === undefined) actions.set(entity, [action]);
    else known.push(action);
  }
  const ops = [...actions].map(([entity, ofEntity]) =>
    field(3, Buffer.concat([entity, ...ofEntity].map((text, i) => field(i === 0 ? 1 : 2, text)))),
  );
  return Buffer.concat([
    Buffer.from([idVersion]),
    field(1, id.nonce),
    field(2, id.rootKeyId),
    ...ops,
  ]);
}

/** A field of a message that holds bytes or text. */
function field(number: number, value: Buffer | string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes]);
}

/** What an identifier's bytes say. Throws LndError, as lnd does for a macaroon with such an identifier. */
export function decodeMacaroonId(bytes: Buffer): MacaroonId {
  if (bytes[0] !== idVersion) throw new LndError("invalidMacaroonId");
  let nonce: Buffer = Buffer.alloc(0);
  let rootKeyId: Buffer = Buffer.alloc(0);
  const ops: { entity: string; actions: string[] }[] = [];
  for (const part of readMessage(bytes.subarray(1))) {
    if (part.number === 1) nonce = part.bytes;
    else if (part.number === 2) rootKeyId = part.bytes;
    else if (part.number === 3) ops.push(decodeOp(part.bytes));
  }
  if ((ops[0]?.actions.length ?? 0) === 0) throw new LndError("noOperations");
  const permissions = ops.flatMap(({ entity, actions }) =>
    actions.map((action) => ({ entity, action })),
  );
  return { nonce, rootKeyId, permissions };
}

function decodeOp(bytes: Buffer): { entity: string; actions: string[] } {
  let entity = "";
  const actions: string[] = [];
  for (const part of readMessage(bytes)) {
    if (part.number === 1) entity = toText(part.bytes);
    else if (part.number === 2) actions.push(toText(part.bytes));
  }
  return { entity, actions };
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function toText(bytes: Buffer): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new LndError("invalidMacaroonIdText");
  }
}

interface MessagePart {
  readonly number: number;
  readonly bytes: Buffer;
}

/** The fields of a message that hold bytes; fields of other kinds are skipped. Each step takes bytes, so it ends. */
function readMessage(bytes: Buffer): readonly MessagePart[] {
  const parts: MessagePart[] = [];
  let at = 0;
  const readNumber = () => {
    const read = readVarint(bytes, at);
    if (read === undefined || read.value >= 2n ** 64n) throw new LndError("invalidMacaroonIdBytes");
    at = read.end;
    return read.value;
  };
  const take = (length: bigint) => {
    if (length > BigInt(bytes.length - at)) throw new LndError("invalidMacaroonIdBytes");
    const start = at;
    at += Number(length);
    return bytes.subarray(start, at);
  };
  while (at < bytes.length) {
    const tag = readNumber();
    const number = Number(tag >> 3n);
    if (number === 0) throw new LndError("invalidMacaroonIdBytes");
    switch (tag & 7n) {
      case 0n:
        readNumber();
        break;
      case 1n:
        take(8n);
        break;
      case 2n:
        parts.push({ number, bytes: take(readNumber()) });
        break;
      case 5n:
        take(4n);
        break;
      default:
        throw new LndError("invalidMacaroonIdBytes");
    }
  }
  return parts;
}
