import { BboltError } from "./bbolt-error.ts";
import { pageFlags, pageHeaderBytes, readPageHeader, writePageHeader } from "./page-format.ts";

const magic = 0xed0cdaed;
const version = 2;
/** The checksum covers what stands before it. */
const summedBytes = 56;
const metaBytes = pageHeaderBytes + summedBytes + 8;

/** Where everything begins. A file has two of these, of which the one with the higher transaction counts. */
export interface MetaPage {
  readonly pageBytes: number;
  /** The page on which the buckets are listed. */
  readonly rootPage: number;
  readonly freelistPage: number;
  /** How many pages the database has. */
  readonly pageCount: number;
  readonly transaction: number;
}

/** A page with this content; which of the two it is follows from the transaction. */
export function writeMetaPage(meta: MetaPage): Buffer {
  const page = Buffer.alloc(meta.pageBytes);
  const id = meta.transaction % 2;
  writePageHeader(page, { id, flags: pageFlags.meta, count: 0, overflow: 0 });
  const body = page.subarray(pageHeaderBytes);
  body.writeUInt32LE(magic, 0);
  body.writeUInt32LE(version, 4);
  body.writeUInt32LE(meta.pageBytes, 8);
  body.writeBigUInt64LE(BigInt(meta.rootPage), 16);
  body.writeBigUInt64LE(BigInt(meta.freelistPage), 32);
  body.writeBigUInt64LE(BigInt(meta.pageCount), 40);
  body.writeBigUInt64LE(BigInt(meta.transaction), 48);
  body.writeBigUInt64LE(fnv1a64(body.subarray(0, summedBytes)), summedBytes);
  return page;
}

/** Reads the page at a place of a file; undefined when it is not whole. */
export function readMetaPage(file: Buffer, offset: number): MetaPage | undefined {
  if (file.length < offset + metaBytes) return undefined;
  const page = file.subarray(offset, offset + metaBytes);
  const body = page.subarray(pageHeaderBytes);
  if (readPageHeader(page).flags !== pageFlags.meta || body.readUInt32LE(0) !== magic) {
    return undefined;
  }
  if (body.readBigUInt64LE(summedBytes) !== fnv1a64(body.subarray(0, summedBytes))) {
    return undefined;
  }
  if (body.readUInt32LE(4) !== version) throw new BboltError("another version of the format");
  return {
    pageBytes: body.readUInt32LE(8),
    rootPage: Number(body.readBigUInt64LE(16)),
    freelistPage: Number(body.readBigUInt64LE(32)),
    pageCount: Number(body.readBigUInt64LE(40)),
    transaction: Number(body.readBigUInt64LE(48)),
  };
}

/** Mirrors: Go's hash/fnv New64a. */
function fnv1a64(bytes: Uint8Array): bigint {
  let hash = 0xcbf29ce484222325n;
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash;
}
