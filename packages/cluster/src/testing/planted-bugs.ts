import type { Etcd, Outbox, WatchResponse } from "@leaderlab/etcd-core";
import type { EtcdConnection } from "@leaderlab/lnd-sim";
import type { PlantedBug } from "../planted-bug.ts";

const prefix = "cluster-leader/";

/** Known wrong lines, each of which a sweep must find and name. */
export const plantedBugs: readonly PlantedBug[] = [
  {
    name: "a lease that runs out leaves its keys behind",
    breaks: "leaderKeyHasLease",
    spoilEtcd: (core) =>
      spoiled(core, {
        advance: (nowMs) => {
          const before = core.range({ key: prefix, rangeEnd: "cluster-leader0" }).kvs;
          core.advance(nowMs);
          for (const { key, value, lease } of before) {
            const isGone = core.range({ key, rangeEnd: "" }).kvs.length === 0;
            if (isGone && core.leaseRemainingMs(lease) === undefined) core.put({ key, value });
          }
        },
      }),
  },
  {
    name: "an answered keep-alive does not renew the lease",
    breaks: "leaseKept",
    spoilEtcd: (core) =>
      spoiled(core, {
        leaseKeepAlive: (id) => Math.max(0, core.leaseTimeToLive(id, false).grantedTtlSeconds),
      }),
  },
  {
    name: "leases go on after a restart with what was left of them",
    breaks: "leaseKept",
    spoilEtcd: (core) =>
      spoiled(core, {
        importState: (state) => {
          const leases = state.leases.map((lease) => ({ ...lease, remainingMs: 500 }));
          core.importState({ ...state, leases });
        },
      }),
  },
  {
    name: "the last write before a restart is lost",
    breaks: "acknowledgedWriteKept",
    spoilEtcd: (core) =>
      spoiled(core, {
        exportState: () => {
          const state = core.exportState();
          const last = state.records.at(-1);
          if (last === undefined || state.revision < 10) return state;
          const lost = last.record.modRevision;
          const records = state.records.filter(({ record }) => record.modRevision !== lost);
          return { ...state, records, revision: lost - 1 };
        },
      }),
  },
  {
    name: "a watch that is resumed misses the first event that it catches up with",
    breaks: "watchComplete",
    spoilEtcd: (core) =>
      spoiled(core, { openWatchStream: (outbox) => core.openWatchStream(forgetful(core, outbox)) }),
  },
  {
    name: "a contender overlooks the one right before it",
    breaks: "electedInOrder",
    spoilConnection: (connection) =>
      spoiled(connection, {
        async get(request, signal) {
          if (request.maxCreateRevision === undefined) return connection.get(request, signal);
          const found = await connection.get({ ...request, limit: 2 }, signal);
          return { ...found, kvs: found.kvs.slice(1) };
        },
      }),
  },
  {
    name: "a resignation deletes the keys of all",
    breaks: "ownKeyOnly",
    spoilConnection: (connection) =>
      spoiled(connection, {
        txn(request, signal) {
          const [first] = request.success;
          if (first?.kind !== "deleteRange") return connection.txn(request, signal);
          const everything = { key: Buffer.from(prefix), rangeEnd: Buffer.from("cluster-leader0") };
          const success = [{ kind: "deleteRange", request: everything }] as const;
          return connection.txn({ ...request, success }, signal);
        },
      }),
  },
];

/** Drops the first message with events, when they are from before the watcher was made. */
function forgetful(core: Etcd, outbox: Outbox): Outbox {
  let startedAt = 0;
  let hasDropped = false;
  return {
    push(response: WatchResponse) {
      if (response.created) startedAt = core.revision;
      const isOld = response.events.some(({ kv }) => kv.modRevision <= startedAt);
      if (isOld && !hasDropped) {
        hasDropped = true;
        return true;
      }
      return outbox.push(response);
    },
  };
}

/** The same object but for some of its methods. */
function spoiled<T extends Etcd | EtcdConnection>(sound: T, wrong: Partial<T>): T {
  return new Proxy(sound, {
    get(target, name) {
      if (Object.hasOwn(wrong, name)) return wrong[name as keyof T];
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
}
