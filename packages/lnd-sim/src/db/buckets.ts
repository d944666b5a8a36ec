import { createHash } from "node:crypto";
import type { KeyValueStore, KeyValueTx, ScanOptions } from "./key-value-store.ts";

/** lnd's databases: each is a tree of buckets under a name of its own. */
export type DatabaseName = "walletdb" | "macaroondb" | "channeldb";

/** A way from a database's root down to a bucket, at least one name long. */
export type BucketPath = readonly [DatabaseName, string, ...string[]];

/** A transaction over buckets of named values. */
export interface BucketTx {
  get(path: BucketPath, name: string): Promise<Buffer | undefined>;
  /** Puts a value and makes the buckets on its way that are not there yet. */
  put(path: BucketPath, name: string, value: Buffer): Promise<void>;
  delete(path: BucketPath, name: string): void;
}

/**
 * Runs work in one transaction over buckets; see KeyValueStore.update.
 *
 * A bucket tree over flat keys, as lnd lays it: the key of a thing is the database's name, the 32-byte id of the
 * bucket that holds it, its own name and one byte, 0x00 for a value and 0xff for a bucket. The value of a bucket is
 * its id, the SHA-256 of its key without the database's name; the id of the root is the SHA-256 of "@". For example
 *
 *     macaroondb · c3641f85… · macrootkeys · ff   =  78313977…   the bucket
 *     macaroondb · 78313977… · 0 · 00             =  …           a value in it
 *
 * Mirrors: lnd kvdb/etcd bucket.go, as seen in its keys.
 */
export function updateBuckets<T>(
  store: KeyValueStore,
  work: (tx: BucketTx) => Promise<T>,
): Promise<T> {
  return store.update((flat) => work(bucketsOver(flat)));
}

/** What a bucket holds: names, one byte a character, with their values. */
export interface NamedValue {
  readonly name: string;
  readonly value: Buffer;
}

/** Buckets at one moment; see KeyValueStore.view. */
export interface BucketView {
  get(path: BucketPath, name: string): Promise<Buffer | undefined>;
  /** Values of a bucket in the order of their names, from one name up to, not including, another. */
  scan(
    path: BucketPath,
    range: { readonly from: string; readonly to: string } & ScanOptions,
  ): Promise<readonly NamedValue[]>;
}

/** Looks at buckets as they are at one moment. */
export function viewBuckets<T>(
  store: KeyValueStore,
  work: (view: BucketView) => Promise<T>,
): Promise<T> {
  return store.view((flat) =>
    work({
      get: (path, name) => flat.get(keyOf(path, name)),
      async scan(path, { from, to, ...options }) {
        const start = bucketStart(path);
        const found = await flat.scan(
          Buffer.concat([start, nameBytes(from)]),
          Buffer.concat([start, nameBytes(to)]),
          options,
        );
        return found
          .filter(({ key }) => key.at(-1) === valueMark[0])
          .map(({ key, value }) => ({
            name: key.subarray(start.length, -1).toString("latin1"),
            value,
          }));
      },
    }),
  );
}

const valueMark = Buffer.from([0x00]);
const bucketMark = Buffer.from([0xff]);
const rootId = sha256(Buffer.from("@"));

/** What the keys of a bucket's values begin with. */
function bucketStart([database, ...buckets]: BucketPath): Buffer {
  const id = buckets.reduce((parent, bucket) => sha256(bucketKey(parent, bucket)), rootId);
  return Buffer.concat([Buffer.from(database), id]);
}

function keyOf(path: BucketPath, name: string): Buffer {
  return Buffer.concat([bucketStart(path), nameBytes(name), valueMark]);
}

function bucketsOver(flat: KeyValueTx): BucketTx {
  const makeBuckets = async ([database, ...buckets]: BucketPath): Promise<void> => {
    let parent = rootId;
    for (const bucket of buckets) {
      const key = bucketKey(parent, bucket);
      const id = sha256(key);
      const stored = Buffer.concat([Buffer.from(database), key]);
      if ((await flat.get(stored)) === undefined) flat.put(stored, id);
      parent = id;
    }
  };
  return {
    get: (path, name) => flat.get(keyOf(path, name)),
    async put(path, name, value) {
      await makeBuckets(path);
      flat.put(keyOf(path, name), value);
    },
    delete: (path, name) => flat.delete(keyOf(path, name)),
  };
}

function bucketKey(parent: Buffer, name: string): Buffer {
  return Buffer.concat([parent, nameBytes(name), bucketMark]);
}

/** Names are byte strings: one byte a character, so that binary names fit. */
function nameBytes(name: string): Buffer {
  return Buffer.from(name, "latin1");
}

function sha256(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}
