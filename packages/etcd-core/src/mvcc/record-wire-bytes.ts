import type { ByteString } from "../requests.ts";
import type { KeyValue } from "../responses.ts";

/** How many bytes a record takes as protobuf, on the wire and in etcd's file. */
export function recordWireBytes(kv: KeyValue): number {
  return (
    bytesField(kv.key) +
    bytesField(kv.value) +
    numberField(kv.createRevision) +
    numberField(kv.modRevision) +
    numberField(kv.version) +
    numberField(kv.lease)
  );
}

/** What a field of so many bytes takes. Its number and wire type take one byte, as all numbers here are below 16. */
export function nestedWireBytes(bytes: number): number {
  return 1 + varintBytes(bytes) + bytes;
}

/** What a number takes as a field; one that holds zero is left out. */
export function numberField(value: number | bigint): number {
  if (typeof value === "number") return value === 0 ? 0 : 1 + varintBytes(value);
  if (value === 0n) return 0;
  return 1 + varintBytes(Number(BigInt.asUintN(64, value)));
}

function bytesField(value: ByteString): number {
  return value === "" ? 0 : nestedWireBytes(value.length);
}

/** Seven bits a byte. */
function varintBytes(value: number): number {
  let bytes = 1;
  for (let rest = value; rest >= 128; rest /= 128) bytes += 1;
  return bytes;
}
