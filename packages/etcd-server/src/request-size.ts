import { type Implementation, RpcError, type Unary } from "@leaderlab/rpc";

/** Refuses a request that is too large; computes its exact size only near the bound. */
export type SizeCheck = (leastBytes: number, exactBytes: () => number) => void;

/**
 * Refuses a write that makes a raft entry of more than `maxBytes`: the request, a header with a 63- or 64-bit id whose
 * upper half is the member's, and a tag and a length for each part. Given are a lower bound of the request's size and
 * how to compute it. Mirrors: etcd server processInternalRaftRequestOnce.
 */
export function createSizeCheck(maxBytes: number, memberId: bigint): SizeCheck {
  const idBytes = (memberId & 0x8000n) === 0n ? 9 : 10;
  const headerBytes = 2 + 1 + 1 + idBytes;
  return (leastBytes, exactBytes) => {
    if (leastBytes * 2 + 4096 < maxBytes) return;
    const bytes = exactBytes();
    if (headerBytes + 1 + varintBytes(bytes) + bytes <= maxBytes) return;
    throw new RpcError("INVALID_ARGUMENT", "etcdserver: request is too large");
  };
}

function varintBytes(value: number): number {
  return value < 128 ? 1 : 1 + varintBytes(Math.floor(value / 128));
}

/** A service of methods that do not stream, whose requests all become raft entries, with this bound. */
export function withBoundedRequests(
  implementation: Implementation,
  refuseTooLarge: SizeCheck,
): Implementation {
  const endpoints = implementation.endpoints.map((endpoint) => {
    const { method } = endpoint;
    const answer = endpoint.handler as Unary<unknown, unknown> | undefined;
    if (answer === undefined) return endpoint;
    const handler: Unary<unknown, unknown> = (request, call) => {
      refuseTooLarge(Number.POSITIVE_INFINITY, () => method.encodeRequest(request).length);
      return answer(request, call);
    };
    return { ...endpoint, handler: handler as never };
  });
  return { ...implementation, endpoints };
}
