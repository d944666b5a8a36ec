import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isEmptyRange } from "../key-range.ts";
import { arbitraryRange } from "../model/arbitrary-operations.ts";
import { Watcher, type WatchingStream } from "./watcher.ts";
import { WatcherGroup } from "./watcher-group.ts";

const stream = {} as WatchingStream;

test("a key finds exactly those who watch it, as they come and go", () => {
  const command = fc.record({
    range: arbitraryRange.filter((range) => !isEmptyRange(range)),
    isDelete: fc.boolean(),
    which: fc.nat(99),
  });
  fc.assert(
    fc.property(fc.array(command, { maxLength: 60, size: "max" }), (commands) => {
      const [group, watchers] = [new WatcherGroup(), new Set<Watcher>()];
      for (const [id, { range, isDelete, which }] of commands.entries()) {
        const chosen = isDelete ? [...watchers][which % Math.max(1, watchers.size)] : undefined;
        if (chosen !== undefined) {
          group.delete(chosen);
          watchers.delete(chosen);
        } else {
          const watcher = new Watcher(stream, BigInt(id), range, 1);
          group.add(watcher);
          watchers.add(watcher);
        }
      }
      for (const key of ["a", "aa", "ab", "b", "c", "\0", "\xff", "a\0", "other"]) {
        const found = group.watchersOf(key);
        const expected = [...watchers].filter((watcher) => watcher.watches(key));
        assert.deepEqual(new Set(found), new Set(expected));
        assert.equal(found.length, expected.length);
      }
    }),
  );
});

test("finding who watches a key costs nothing for those who watch others", () => {
  const group = new WatcherGroup();
  for (let index = 0; index < 20_000; index++) {
    const key = String(index).padStart(6, "0");
    group.add(new Watcher(stream, BigInt(index), { key, rangeEnd: `${key}~` }, 1));
    group.add(new Watcher(stream, BigInt(index), { key, rangeEnd: "" }, 1));
  }
  let looks = 0;
  // A key that counts how often it is compared.
  const key = {
    [Symbol.toPrimitive]: () => {
      looks += 1;
      return "012345/a";
    },
  } as unknown as string;
  assert.equal(group.watchersOf(key).length, 1);
  assert.ok(looks < 100, `${looks} comparisons`);
});
