import { createHmac } from "node:crypto";

/** A file that holds no macaroon; the message is that of Go's macaroon library. */
export class MacaroonError extends Error {
  override readonly name = "MacaroonError";
}

const versionByte = 2;
const identifierField = 2;
const signatureBytes = 32;
/** What stands before the signature: the end of the caveats, and the kind and length of the signature. */
const tail = Buffer.from([0, 6, signatureBytes]);

/**
 * A macaroon with more conditions: each is put behind those that are there, and the signature becomes a hash of it
 * under the signature so far. Anybody can add a condition; only who has the root key can take one off. A macaroon is
 *
 *     02 · identifier … 00 · (02 length condition 00)* 00 · 06 20 signature
 *
 * and ends with its signature, so nothing of what stands before the caveats has to be read. Throws MacaroonError for
 * bytes that do not look so; a node refuses the rest. Mirrors: gopkg.in/macaroon.v2 AddFirstPartyCaveat.
 */
export function constrainMacaroon(bytes: Buffer, conditions: readonly string[]): Buffer {
  checkFormat(bytes);
  const end = bytes.length - signatureBytes - tail.length;
  let signature: Buffer = bytes.subarray(-signatureBytes);
  const caveats = conditions.map((condition) => {
    const id = Buffer.from(condition);
    signature = createHmac("sha256", signature).update(id).digest();
    return Buffer.concat([Buffer.from([identifierField, ...varint(id.length)]), id, Buffer.of(0)]);
  });
  return Buffer.concat([bytes.subarray(0, end), ...caveats, tail, signature]);
}

function checkFormat(bytes: Buffer): void {
  const [version] = bytes;
  if (version === undefined) throw new MacaroonError("empty macaroon data");
  if (version === versionByte) {
    const start = bytes.length - signatureBytes - tail.length;
    if (start > 0 && bytes.subarray(start, start + tail.length).equals(tail)) return;
    throw new MacaroonError("unmarshal v2: section extends past end of buffer");
  }
  if (/^[0-9a-f]/.test(String.fromCharCode(version))) {
    throw new MacaroonError("unmarshal v1: packet size too big");
  }
  throw new MacaroonError("cannot determine data format of binary-encoded macaroon");
}

/** A length as protocol buffers write it. */
function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(value >> 7)];
}
