import { LndError } from "../errors.ts";

/** The digits of z-base-32, by their value. */
const digits = "ybndrfg8ejkmcpqxot1uwisza345h769";

/** Bytes in z-base-32. Mirrors: github.com/tv42/zbase32. */
export function encodeZbase32(bytes: Uint8Array): string {
  let [text, value, bits] = ["", 0, 0];
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff;
    for (bits += 8; bits >= 5; ) {
      bits -= 5;
      text += digits[(value >> bits) & 31];
    }
  }
  return bits === 0 ? text : text + digits[(value << (5 - bits)) & 31];
}

/** The bytes that a text in z-base-32 writes; left-over bits are dropped. Throws LndError. */
export function decodeZbase32(text: string): Buffer {
  const bytes: number[] = [];
  let [value, bits] = [0, 0];
  for (const [at, byte] of [...Buffer.from(text).toString("latin1")].entries()) {
    const digit = digits.indexOf(byte);
    if (digit < 0) throw new LndError("invalidZbase32", at);
    value = ((value << 5) | digit) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((value >> bits) & 0xff);
  }
  return Buffer.from(bytes);
}
