import { LndError, macaroonReasons } from "../errors.ts";

/** A restriction that somebody has added to a macaroon. */
export interface Caveat {
  /** The condition, such as `time-before 2026-01-01T00:00:00Z`. */
  readonly id: Buffer;
  /** Empty for a condition that lnd checks itself; otherwise a third party must discharge it, which lnd has not. */
  readonly verificationId: Buffer;
  /** Where the third party is. */
  readonly location: string;
}

/** A macaroon: an identifier that says what it permits, caveats that restrict it, and a signature over both. */
export interface Macaroon {
  /** A hint that is not signed: `lnd`. */
  readonly location: string;
  readonly id: Buffer;
  readonly caveats: readonly Caveat[];
  /** 32 bytes. */
  readonly signature: Buffer;
}

/** The kinds of fields. */
const field = { end: 0, location: 1, identifier: 2, verificationId: 4, signature: 6 } as const;
const versionByte = 2;
const signatureBytes = 32;

interface Field {
  readonly kind: number;
  readonly bytes: Buffer;
}

/**
 * A macaroon's bytes in the binary format V2:
 *
 *     02 · location? identifier 00 · (location? identifier verificationId? 00)* 00 · signature
 *
 * where a field is its kind, its length and its bytes. Mirrors: gopkg.in/macaroon.v2 marshal-v2.go.
 */
export function serialiseMacaroon(macaroon: Macaroon): Buffer {
  const parts: Buffer[] = [Buffer.from([versionByte])];
  const put = (kind: number, bytes: Buffer) => {
    parts.push(Buffer.from([kind]), varint(bytes.length), bytes);
  };
  const end = () => parts.push(Buffer.from([field.end]));
  if (macaroon.location !== "") put(field.location, Buffer.from(macaroon.location));
  put(field.identifier, macaroon.id);
  end();
  for (const caveat of macaroon.caveats) {
    if (caveat.location !== "") put(field.location, Buffer.from(caveat.location));
    put(field.identifier, caveat.id);
    if (caveat.verificationId.length > 0) put(field.verificationId, caveat.verificationId);
    end();
  }
  end();
  put(field.signature, macaroon.signature);
  return Buffer.concat(parts);
}

/** A number as protocol buffers write it. */
export function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest & 0x7f) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return Buffer.from([...bytes, rest]);
}

/**
 * The macaroon that bytes hold; bytes behind it are not looked at. Throws LndError for anything else, for the old
 * format V1 too. Mirrors: gopkg.in/macaroon.v2 Macaroon.UnmarshalBinary, as lnd calls it.
 */
export function parseMacaroon(bytes: Buffer): Macaroon {
  const version = bytes[0];
  if (version === undefined) throw new LndError("emptyMacaroon");
  if (version === versionByte) return new MacaroonReader(bytes).read();
  if (!/[0-9a-f]/.test(String.fromCharCode(version))) throw new LndError("unknownMacaroonFormat");
  checkV1Packet(bytes);
  throw new LndError("unknownMacaroonVersion");
}

/** The first packet of the format V1: four hexadecimal digits of length, and that many bytes with them. */
function checkV1Packet(bytes: Buffer): void {
  const fail = (reason: string) => new LndError("unmarshalV1", reason);
  if (bytes.length < 6) throw fail(macaroonReasons.packetTooShort);
  const digits = bytes.toString("latin1", 0, 4);
  if (!/^[0-9a-f]{4}$/.test(digits)) throw fail(macaroonReasons.packetSize);
  const length = Number.parseInt(digits, 16);
  if (length > bytes.length) throw fail(macaroonReasons.packetTooBig);
  if (length < 4) throw fail(macaroonReasons.packetTooSmall);
}

class MacaroonReader {
  private readonly bytes: Buffer;
  private at = 1;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  read(): Macaroon {
    const header = this.readSection();
    const location = header[0]?.kind === field.location ? header.shift()?.bytes : undefined;
    const [identifier, ...more] = header;
    if (identifier?.kind !== field.identifier || more.length > 0) {
      throw refuse(macaroonReasons.invalidHeader);
    }
    const caveats: Caveat[] = [];
    for (;;) {
      const section = this.readSection();
      if (section.length === 0) break;
      caveats.push(toCaveat(section));
    }
    const signature = this.readField();
    if (signature.kind !== field.signature) throw refuse(macaroonReasons.noSignature);
    if (signature.bytes.length !== signatureBytes) throw refuse(macaroonReasons.signatureLength);
    return {
      location: location?.toString() ?? "",
      id: identifier.bytes,
      caveats,
      signature: signature.bytes,
    };
  }

  /** Fields up to the end mark, in the order of their kinds. */
  private readSection(): Field[] {
    const fields: Field[] = [];
    for (;;) {
      if (this.at >= this.bytes.length) throw refuse(macaroonReasons.sectionTooLong);
      const next = this.readField();
      if (next.kind === field.end) return fields;
      if (next.kind <= (fields.at(-1)?.kind ?? -1)) throw refuse(macaroonReasons.fieldsOutOfOrder);
      fields.push(next);
    }
  }

  private readField(): Field {
    const kind = this.readVarint();
    if (kind === field.end) return { kind, bytes: Buffer.alloc(0) };
    const length = this.readVarint();
    if (length > this.bytes.length - this.at) throw refuse(macaroonReasons.fieldTooLong);
    const bytes = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return { kind, bytes };
  }

  private readVarint(): number {
    const read = readVarint(this.bytes, this.at);
    if (read === undefined) throw refuse(macaroonReasons.varintTooLong);
    if (read.value > 0x7fffffffn) throw refuse(macaroonReasons.varintTooLarge);
    this.at = read.end;
    return Number(read.value);
  }
}

function toCaveat(section: readonly Field[]): Caveat {
  const hasLocation = section[0]?.kind === field.location;
  const location = hasLocation ? (section[0]?.bytes.toString() ?? "") : "";
  const [identifier, verification, ...more] = hasLocation ? section.slice(1) : section;
  if (identifier?.kind !== field.identifier) throw refuse(macaroonReasons.noCaveatId);
  if (verification === undefined) {
    if (location !== "") throw refuse(macaroonReasons.caveatLocation);
    return { id: identifier.bytes, verificationId: Buffer.alloc(0), location };
  }
  if (more.length > 0) throw refuse(macaroonReasons.caveatExtraFields);
  if (verification.kind !== field.verificationId) throw refuse(macaroonReasons.caveatInvalidField);
  return { id: identifier.bytes, verificationId: verification.bytes, location };
}

function refuse(reason: string): LndError {
  return new LndError("unmarshalV2", reason);
}

const mostVarintBytes = 10;

/**
 * The number that a varint at a place writes, and where it ends; undefined when the bytes end before it does. One of
 * more than ten bytes counts as 2^64. Mirrors: Go binary.Uvarint.
 */
export function readVarint(
  bytes: Buffer,
  at: number,
): { readonly value: bigint; readonly end: number } | undefined {
  let value = 0n;
  for (let index = 0; index < mostVarintBytes; index++) {
    const byte = bytes[at + index];
    if (byte === undefined) return undefined;
    value |= BigInt(byte & 0x7f) << BigInt(7 * index);
    if (byte < 0x80) return { value, end: at + index + 1 };
  }
  return { value: 2n ** 64n, end: at + mostVarintBytes };
}
