/** The layout of bbolt's pages. Mirrors: bbolt internal/common/page.go and bucket.go. All numbers are little-endian. */

/** The size of a page wherever etcd is commonly run. */
export const defaultPageBytes = 4096;
/** Id, flags, count and overflow. */
export const pageHeaderBytes = 16;
/** What stands at the front of a leaf for each entry: flags, position, size of key, size of value. */
export const leafElementBytes = 16;
/** What stands at the front of a branch for each child: position, size of key, page. */
export const branchElementBytes = 16;
/** Root page and sequence. */
export const bucketHeaderBytes = 16;
/** In a leaf's element: the value is a bucket. */
export const bucketFlag = 1;

/** What a page is. */
export const pageFlags = { branch: 0x01, leaf: 0x02, meta: 0x04, freelist: 0x10 } as const;

/** What every page begins with. */
export interface PageHeader {
  readonly id: number;
  readonly flags: number;
  readonly count: number;
  /** How many pages more it takes. */
  readonly overflow: number;
}

/** Writes the header at the front of a page. */
export function writePageHeader(page: Buffer, { id, flags, count, overflow }: PageHeader): void {
  page.writeBigUInt64LE(BigInt(id), 0);
  page.writeUInt16LE(flags, 8);
  page.writeUInt16LE(count, 10);
  page.writeUInt32LE(overflow, 12);
}

/** Reads the header at the front of a page. */
export function readPageHeader(page: Buffer): PageHeader {
  return {
    id: Number(page.readBigUInt64LE(0)),
    flags: page.readUInt16LE(8),
    count: page.readUInt16LE(10),
    overflow: page.readUInt32LE(12),
  };
}
