import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isEmptyRange, rangeContains } from "../key-range.ts";
import type { KeyRange } from "../requests.ts";
import { isGrantable, type Permission } from "./permission.ts";
import { RangePermissions } from "./range-permissions.ts";

const letters = ["a", "b", "c", "d", "e"];
/** Every key that a range of these letters can begin or end at, or that lies between two of them. */
const keys = letters.flatMap((letter) => [letter, `${letter}\0`, `${letter}m`]);
const key = fc.constantFrom(...letters);
const range: fc.Arbitrary<KeyRange> = fc.record({
  key,
  rangeEnd: fc.oneof(key, fc.constant(""), fc.constant("\0")),
});
const permission: fc.Arbitrary<Permission> = fc
  .record({ range, type: fc.constantFrom("read", "write", "readWrite", 7) })
  .filter(({ range: granted }) => isGrantable(granted))
  .map(({ range: granted, type }) => ({ ...granted, type }) as Permission);

const ranges = (...pairs: (readonly [key: string, rangeEnd?: string])[]): RangePermissions =>
  new RangePermissions(
    pairs.map(([first, rangeEnd = ""]) => ({ type: "read", key: first, rangeEnd })),
  );

test("a range is allowed exactly when each key of it is allowed by some permission", () => {
  fc.assert(
    fc.property(fc.array(permission, { maxLength: 6 }), range, (granted, asked) => {
      const wanted = keys.filter((one) => rangeContains(asked, one));
      // Keys beyond the last letter stand for all that follow.
      if (asked.rangeEnd === "\0") wanted.push("z");
      const may = (type: "read" | "write") =>
        wanted.every((one) =>
          granted.some(
            (held) => (held.type === type || held.type === "readWrite") && rangeContains(held, one),
          ),
        );
      const joined = new RangePermissions(granted);
      if (isEmptyRange(asked)) return;
      assert.equal(joined.mayRead(asked), may("read"));
      assert.equal(joined.mayWrite(asked), may("write"));
    }),
    { numRuns: 2000 },
  );
});

test("ranges that touch count as one, those with a key between them do not", () => {
  assert.ok(ranges(["c", "e"], ["a", "c"]).mayRead({ key: "b", rangeEnd: "d" }));
  assert.ok(!ranges(["a", "c"], ["c\0", "e"]).mayRead({ key: "b", rangeEnd: "d" }));
  assert.ok(ranges(["a", "c"], ["c"], ["c\0", "e"]).mayRead({ key: "b", rangeEnd: "d" }));
});

test("a range without keys is allowed where its first key is", () => {
  const granted = ranges(["b", "d"]);
  assert.ok(granted.mayRead({ key: "c", rangeEnd: "a" }));
  assert.ok(granted.mayRead({ key: "b", rangeEnd: "b" }));
  assert.ok(!granted.mayRead({ key: "d", rangeEnd: "a" }));
});

test("a range without an end is allowed by one that has none either", () => {
  const granted = ranges(["b", "\0"]);
  assert.ok(granted.mayRead({ key: "c", rangeEnd: "\0" }));
  assert.ok(granted.mayRead({ key: "\xff", rangeEnd: "" }));
  assert.ok(!ranges(["b", "\xff"]).mayRead({ key: "c", rangeEnd: "\0" }));
});

test("a permission of an unknown type grants nothing", () => {
  const granted = new RangePermissions([{ type: 7, key: "a", rangeEnd: "" }]);
  assert.ok(!granted.mayRead({ key: "a", rangeEnd: "" }));
  assert.ok(!granted.mayWrite({ key: "a", rangeEnd: "" }));
});
