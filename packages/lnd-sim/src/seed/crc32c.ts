/** CRC-32C's polynomial (Castagnoli), bits reversed. */
const polynomial = 0x82f63b78;

/** The CRC-32C of bytes, from 0 up to 2^32 - 1. Mirrors: Go hash/crc32 with the Castagnoli table. */
export function crc32c(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ polynomial : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
