import { secp256k1 } from "@noble/curves/secp256k1.js";
import { LndError } from "../errors.ts";

const prime = secp256k1.Point.CURVE().p;

/**
 * A public key, compressed to 33 bytes, out of its 33 or 65 bytes. Throws LndError with what is wrong with it. Mirrors:
 * dcrd secp256k1.ParsePubKey.
 */
export function parsePublicKey(bytes: Buffer): Buffer {
  if (bytes.length === 33) return parseCompressed(bytes);
  if (bytes.length === 65) return parseFull(bytes);
  throw new LndError("publicKeyLength", bytes.length);
}

function parseCompressed(bytes: Buffer): Buffer {
  const format = bytes[0] ?? 0;
  if (format !== 2 && format !== 3) throw unsupported(format);
  checkSize(bytes.subarray(1), "x");
  if (!secp256k1.utils.isValidPublicKey(bytes, true)) {
    const x = bytes.toString("hex", 1);
    throw new LndError("publicKeyInvalid", `x coordinate ${x} is not on the secp256k1 curve`);
  }
  return bytes;
}

/** The formats 6 and 7 say once more whether y is odd. */
function parseFull(bytes: Buffer): Buffer {
  const format = bytes[0] ?? 0;
  if (format !== 4 && format !== 6 && format !== 7) throw unsupported(format);
  const [x, y] = [bytes.subarray(1, 33), bytes.subarray(33)];
  checkSize(x, "x");
  checkSize(y, "y");
  const isOdd = ((y[31] ?? 0) & 1) === 1;
  const saysOdd = format === 7;
  if (format !== 4 && isOdd !== saysOdd) {
    const text = `y oddness does not match specified value of ${saysOdd}`;
    throw new LndError("publicKeyInvalid", text);
  }
  const plain = Buffer.concat([Buffer.from([4]), x, y]);
  if (!secp256k1.utils.isValidPublicKey(plain, false)) {
    const point = `[${x.toString("hex")},${y.toString("hex")}]`;
    throw new LndError("publicKeyInvalid", `${point} not on secp256k1 curve`);
  }
  return Buffer.concat([Buffer.from([isOdd ? 3 : 2]), x]);
}

function checkSize(coordinate: Buffer, name: "x" | "y"): void {
  if (BigInt(`0x${coordinate.toString("hex")}`) < prime) return;
  throw new LndError("publicKeyInvalid", `${name} >= field prime`);
}

function unsupported(format: number): LndError {
  return new LndError("publicKeyInvalid", `unsupported format: ${format.toString(16)}`);
}
