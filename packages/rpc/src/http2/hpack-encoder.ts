import type { OutgoingHttpHeaders } from "node:http2";
import { staticTable } from "./static-table.ts";

/**
 * A header block for any connection: it neither uses nor changes what the other side remembers. Most replies have one
 * of a few objects of headers, so what was made of an object is kept as long as that is; it must not change.
 */
export function encodeHeaders(headers: OutgoingHttpHeaders): Buffer {
  const known = blocks.get(headers);
  if (known !== undefined) return known;
  const parts: Buffer[] = [];
  for (const [name, value] of Object.entries(headers)) {
    const values = Array.isArray(value) ? value : [value];
    for (const one of values) if (one !== undefined) parts.push(encodeField(name, String(one)));
  }
  const block = Buffer.concat(parts);
  blocks.set(headers, block);
  return block;
}

const blocks = new WeakMap<OutgoingHttpHeaders, Buffer>();
/** Names by number, and whole headers by number. */
const nameIndexes = new Map<string, number>();
const fieldIndexes = new Map<string, number>();
for (const [at, [name, value]] of staticTable.entries()) {
  if (!nameIndexes.has(name)) nameIndexes.set(name, at + 1);
  fieldIndexes.set(`${name}\n${value}`, at + 1);
}

function encodeField(name: string, value: string): Buffer {
  const whole = fieldIndexes.get(`${name}\n${value}`);
  if (whole !== undefined) return Buffer.from([0x80 | whole]);
  const index = nameIndexes.get(name);
  const head = index === undefined ? [Buffer.from([0]), text(name)] : [integer(index, 4)];
  return Buffer.concat([...head, text(value)]);
}

function text(value: string): Buffer {
  return Buffer.concat([integer(value.length, 7), Buffer.from(value, "latin1")]);
}

/** An integer behind a prefix of so many bits, the bits before it 0. */
function integer(value: number, prefixBits: number): Buffer {
  const mask = 2 ** prefixBits - 1;
  if (value < mask) return Buffer.from([value]);
  const bytes = [mask];
  let rest = value - mask;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  bytes.push(rest);
  return Buffer.from(bytes);
}
