/** A number as a name of eight bytes (four when asked for), whose order is that of the numbers. */
export function numberName(value: number, bytes: 4 | 8 = 8): string {
  const name = Buffer.alloc(bytes);
  if (bytes === 8) name.writeBigUInt64BE(BigInt(value));
  else name.writeUInt32BE(value);
  return name.toString("latin1");
}

/** Bytes that are written in hexadecimal, as a name. */
export function hexName(hex: string): string {
  return Buffer.from(hex, "hex").toString("latin1");
}

/** A record as a value. */
export function writeRecord(record: object): Buffer {
  return Buffer.from(JSON.stringify(record));
}

/** A value as a record, or undefined when there is none. */
export function readRecord<T>(value: Buffer | undefined): T | undefined {
  return value === undefined ? undefined : (JSON.parse(value.toString()) as T);
}
