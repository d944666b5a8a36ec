import type * as etcd from "@leaderlab/proto/etcd";
import type { SnapshotSource } from "../backend/snapshot-file.ts";

/** How much of the database one message carries. Mirrors: snapshotSendBufferSize. */
const messageBytes = 32 * 1024;

/**
 * The messages of a snapshot: the database in pieces, each with how much is still to come, then its checksum.
 *
 * Mirrors: Snapshot in etcd server/etcdserver/api/v3rpc/maintenance.go.
 */
export function* snapshotMessages(
  snapshot: SnapshotSource,
  version: string,
): Iterable<etcd.SnapshotResponseInput> {
  let remaining = snapshot.bytes;
  for (const blob of inPieces(snapshot.pages())) {
    remaining -= blob.length;
    yield { remaining_bytes: remaining, blob, version };
  }
  yield { remaining_bytes: 0, blob: snapshot.checksum(), version };
}

function* inPieces(pages: Iterable<Uint8Array>): Iterable<Buffer> {
  let rest = Buffer.alloc(0);
  for (const page of pages) {
    rest = Buffer.concat([rest, page]);
    for (; rest.length >= messageBytes; rest = rest.subarray(messageBytes)) {
      yield rest.subarray(0, messageBytes);
    }
  }
  if (rest.length > 0) yield rest;
}
