/** A certificate revocation list that cannot be read. */
export class RevocationListError extends Error {
  override readonly name = "RevocationListError";
}

const sequence = 0x30;
const integer = 0x02;
const times: readonly number[] = [0x17, 0x18];

/** One value of DER: its tag, and where its content begins and ends. */
interface DerValue {
  readonly tag: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The serial numbers that a certificate revocation list in DER revokes, in hexadecimal without leading zeros. Its
 * signature is not looked at, as etcd does not look at it. Throws RevocationListError. Mirrors: RFC 5280, section 5.1.
 */
export function revokedSerials(der: Buffer): ReadonlySet<string> {
  const [list] = valuesOf(der, { tag: sequence, from: 0, to: der.length });
  const [signed] = list === undefined ? [] : valuesOf(der, list);
  if (list?.tag !== sequence || signed?.tag !== sequence) {
    throw new RevocationListError("x509: malformed crl");
  }
  // version?, algorithm, issuer, this update, next update?, the revoked ones?
  const parts = valuesOf(der, signed);
  const lastTime = parts.findLastIndex(({ tag }) => times.includes(tag));
  const revoked = parts[lastTime + 1];
  if (revoked?.tag !== sequence) return new Set();
  const serials = valuesOf(der, revoked).map((entry) => {
    const [serial] = valuesOf(der, entry);
    if (serial?.tag !== integer) throw new RevocationListError("x509: malformed serial number");
    return plainHex(der.subarray(serial.from, serial.to).toString("hex"));
  });
  return new Set(serials);
}

/** Hexadecimal in lower case without leading zeros. */
export const plainHex = (hex: string): string => hex.toLowerCase().replace(/^0+(?=.)/, "");

/** The values inside of a value. */
function valuesOf(der: Buffer, outer: DerValue): readonly DerValue[] {
  const values: DerValue[] = [];
  for (let at = outer.from; at < outer.to; ) {
    const value = valueAt(der, at, outer.to);
    values.push(value);
    at = value.to;
  }
  return values;
}

function valueAt(der: Buffer, at: number, end: number): DerValue {
  const tag = der[at] ?? 0;
  const short = der[at + 1] ?? 0xff;
  const lengthBytes = short < 0x80 ? 0 : short & 0x7f;
  const from = at + 2 + lengthBytes;
  if (lengthBytes > 4 || from > end) throw new RevocationListError("x509: malformed crl");
  const length = lengthBytes === 0 ? short : der.readUIntBE(at + 2, lengthBytes);
  if (from + length > end) throw new RevocationListError("x509: malformed crl");
  return { tag, from, to: from + length };
}
