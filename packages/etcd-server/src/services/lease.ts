import * as etcd from "@leaderlab/proto/etcd";
import { type Implementation, implement } from "@leaderlab/rpc";
import type { Store } from "../store.ts";
import { toBytes, toNumber } from "../wire.ts";

/** etcd's Lease service over a store. */
export function createLeaseService(store: Store): Implementation {
  const { apply, core, header } = store;
  return implement(etcd.lease, {
    LeaseGrant(request) {
      const granted = apply(() => core.leaseGrant(BigInt(request.ID), toNumber(request.TTL)));
      return {
        header: header(core.revision),
        ID: granted.id.toString(),
        TTL: granted.ttlSeconds,
      };
    },
    LeaseRevoke(request) {
      apply(() => core.leaseRevoke(BigInt(request.ID)));
      return { header: header(core.revision) };
    },
    async *LeaseKeepAlive(requests) {
      for await (const request of requests) {
        const ttlSeconds = apply(() => core.leaseKeepAlive(BigInt(request.ID)));
        yield { header: header(core.revision), ID: request.ID, TTL: ttlSeconds };
      }
    },
    LeaseTimeToLive(request) {
      const found = apply(() => core.leaseTimeToLive(BigInt(request.ID), request.keys));
      return {
        header: header(core.revision),
        ID: found.id.toString(),
        TTL: found.ttlSeconds,
        grantedTTL: found.grantedTtlSeconds,
        keys: found.keys.map(toBytes),
      };
    },
    LeaseLeases() {
      const ids = apply(() => core.leases());
      return { header: header(core.revision), leases: ids.map((id) => ({ ID: id.toString() })) };
    },
  });
}
