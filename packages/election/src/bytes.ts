/** Keys and values, as this package and its port see them: plain bytes, so that binary keys go through unchanged. */
export type Bytes = Uint8Array;

/** Text becomes its UTF-8 bytes, as a Go string does; bytes stay what they are. */
export function toBytes(value: string | Bytes): Bytes {
  return typeof value === "string" ? Buffer.from(value, "utf8") : value;
}

/** The bytes of all parts, one after the other. */
export function joinBytes(...parts: readonly Bytes[]): Bytes {
  return Buffer.concat(parts);
}

/** Whether two values hold the same bytes. */
export function equalBytes(left: Bytes, right: Bytes): boolean {
  return Buffer.compare(left, right) === 0;
}

/**
 * The `rangeEnd` that makes a range of every key with this prefix: the prefix with its last byte raised by one.
 * A byte 0xff cannot be raised: it is dropped and the one before it is raised; when none is left, the range is open (a
 * single zero byte), which means every key from the prefix on.
 *
 * Example: `lock/` (… 0x2f) ends before `lock0` (… 0x30).
 *
 * Mirrors: etcd clientv3 GetPrefixRangeEnd.
 */
export function prefixEnd(prefix: Bytes): Bytes {
  for (let index = prefix.length - 1; index >= 0; index--) {
    const byte = prefix[index] ?? 0xff;
    if (byte === 0xff) continue;
    const end = Uint8Array.from(prefix.subarray(0, index + 1));
    end[index] = byte + 1;
    return end;
  }
  return Uint8Array.of(0);
}
