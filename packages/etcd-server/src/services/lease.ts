import * as etcd from "@leaderlab/proto/etcd";
import { type Implementation, implement } from "@leaderlab/rpc";
import type { Store } from "../store.ts";
import { toBytes, toNumber } from "../wire.ts";

/** etcd's Lease service over a store. */
export function createLeaseService(store: Store): Implementation {
  const { apply, core, header } = store;
  return implement(etcd.lease, {
    LeaseGrant(request, call) {
      const granted = apply(call, () => core.leaseGrant(BigInt(request.ID), toNumber(request.TTL)));
      return {
        header: header(core.revision),
        ID: granted.id.toString(),
        TTL: granted.ttlSeconds,
      };
    },
    LeaseRevoke(request, call) {
      apply(call, () => core.leaseRevoke(BigInt(request.ID)));
      return { header: header(core.revision) };
    },
    async *LeaseKeepAlive(requests, call) {
      for await (const request of requests) {
        const ttlSeconds = apply(call, () => core.leaseKeepAlive(BigInt(request.ID)));
        yield { header: header(core.revision), ID: request.ID, TTL: ttlSeconds };
      }
    },
    LeaseTimeToLive(request, call) {
      const found = apply(call, () => core.leaseTimeToLive(BigInt(request.ID), request.keys));
      return {
        header: header(core.revision),
        ID: found.id.toString(),
        TTL: found.ttlSeconds,
        grantedTTL: found.grantedTtlSeconds,
        keys: found.keys.map(toBytes),
      };
    },
    LeaseLeases(_request, call) {
      const ids = apply(call, () => core.leases());
      return { header: header(core.revision), leases: ids.map((id) => ({ ID: id.toString() })) };
    },
  });
}
