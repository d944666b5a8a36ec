import { createEtcd } from "@leaderlab/etcd-core";

/** What one put costs a store of a size, in microseconds. */
export interface CostAt {
  readonly size: number;
  readonly microseconds: number;
}

const putsPerMeasure = 20_000;
const value = "v".repeat(256);
const digits = 8;
const keyAt = (at: number) => `key/${String(at).padStart(digits, "0")}`;

function store() {
  let leases = 0n;
  return createEtcd({ nextLeaseId: () => (leases += 1n) });
}

type Store = ReturnType<typeof store>;

/** Puts at keys that are spread over those that are there, so that no part of the tree stays in the cache. */
function costOfPuts(etcd: Store, keyOf: (at: number) => string): number {
  const startedMs = performance.now();
  for (let at = 0; at < putsPerMeasure; at += 1) put(etcd, keyOf(at));
  return ((performance.now() - startedMs) * 1000) / putsPerMeasure;
}

function put(etcd: Store, key: string): void {
  etcd.put({
    key,
    value,
    lease: 0n,
    prevKv: false,
    ignoreValue: false,
    ignoreLease: false,
  });
}

/** A prime, far from any size: its multiples go through all keys in no order. */
const stride = 7_919;

/** The cost of a put over stores of these sizes, in the state machine alone. */
export function putCosts(sizes: readonly number[]): readonly CostAt[] {
  const etcd = store();
  let filled = 0;
  return sizes.map((size) => {
    for (; filled < size; filled += 1) put(etcd, keyAt(filled));
    const spread = (at: number) => keyAt((at * stride) % size);
    costOfPuts(etcd, spread);
    return { size, microseconds: costOfPuts(etcd, spread) };
  });
}

/** The cost of a put that no watcher watches, with so many watchers of other keys: half of them of ranges. */
export function notifyCosts(counts: readonly number[]): readonly CostAt[] {
  return counts.map((size) => {
    const etcd = store();
    const stream = etcd.openWatchStream({ push: () => true });
    for (let at = 0; at < size; at += 1) {
      const key = `other/${String(at).padStart(digits, "0")}`;
      stream.create({
        key,
        rangeEnd: at % 2 === 0 ? "" : `${key}~`,
        startRevision: 0,
        progressNotify: false,
        withoutPuts: false,
        withoutDeletes: false,
        prevKv: false,
        watchId: 0n,
        fragment: false,
      });
    }
    const spread = (at: number) => keyAt((at * stride) % 1000);
    costOfPuts(etcd, spread);
    return { size, microseconds: costOfPuts(etcd, spread) };
  });
}
