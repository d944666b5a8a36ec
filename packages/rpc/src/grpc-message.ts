/** The ASCII that goes through as it is: all that can be printed, but for `%`. */
const plain = /^[ -$&-~]*$/;

/**
 * A status text as it goes over the wire: everything but printable ASCII, and `%`, as `%` and two digits of each byte
 * of UTF-8. Mirrors: grpc-go encodeGrpcMessage.
 */
export function encodeGrpcMessage(text: string): string {
  if (plain.test(text)) return text;
  let encoded = "";
  for (const byte of Buffer.from(text, "utf8")) {
    const isPlain = byte >= 0x20 && byte <= 0x7e && byte !== 0x25;
    encoded += isPlain
      ? String.fromCharCode(byte)
      : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return encoded;
}
