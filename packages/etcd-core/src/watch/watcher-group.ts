import { type Interval, IntervalTree } from "../interval-tree.ts";
import { isSingleKey, upperBound } from "../key-range.ts";
import type { ByteString } from "../requests.ts";
import type { Watcher } from "./watcher.ts";

/**
 * Watchers by what they watch, so that a change finds those who watch its key and passes over all
 * others: watchers of one key in a map, watchers of a range in an interval tree.
 *
 * Mirrors: watcherGroup in etcd server/storage/mvcc/watcher_group.go.
 */
export class WatcherGroup {
  readonly #byKey = new Map<ByteString, Set<Watcher>>();
  readonly #byRange = new IntervalTree<Watcher>();

  add(watcher: Watcher): void {
    if (!isSingleKey(watcher)) {
      this.#byRange.add(intervalOf(watcher), watcher);
      return;
    }
    const watchers = this.#byKey.get(watcher.key);
    if (watchers === undefined) this.#byKey.set(watcher.key, new Set([watcher]));
    else watchers.add(watcher);
  }

  delete(watcher: Watcher): void {
    if (!isSingleKey(watcher)) {
      this.#byRange.delete(intervalOf(watcher), watcher);
      return;
    }
    const watchers = this.#byKey.get(watcher.key);
    if (watchers?.delete(watcher) && watchers.size === 0) this.#byKey.delete(watcher.key);
  }

  /** Everyone who watches a key. */
  watchersOf(key: ByteString): Watcher[] {
    const found = [...(this.#byKey.get(key) ?? [])];
    this.#byRange.visit(key, (watchers) => {
      for (const watcher of watchers) found.push(watcher);
    });
    return found;
  }
}

function intervalOf(watcher: Watcher): Interval {
  return { begin: watcher.key, end: upperBound(watcher) };
}
