import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { planDatabase } from "./plan-database.ts";
import { readDatabase } from "./read-database.ts";

type Content = Readonly<Record<string, readonly (readonly [key: string, value: string])[]>>;

const bytes = (text: string) => Buffer.from(text, "latin1");

function fileOf(content: Content): Buffer {
  const buckets = Object.keys(content)
    .toSorted()
    .map((name) => ({
      name,
      entries: () =>
        (content[name] ?? []).map(([key, value]) => ({ key: bytes(key), value: bytes(value) })),
    }));
  const plan = planDatabase(buckets);
  const file = Buffer.concat([...plan.pages()]);
  assert.equal(file.length, plan.bytes);
  assert.equal(file.length % 4096, 0);
  return file;
}

function contentOf(file: Uint8Array): Content {
  const reader = readDatabase(file);
  const text = (part: Uint8Array) => Buffer.from(part).toString("latin1");
  return Object.fromEntries(
    reader.bucketNames.map((name) => [
      name,
      Array.from(reader.entries(name), ({ key, value }) => [text(key), text(value)] as const),
    ]),
  );
}

const numbered = (count: number, value: string) =>
  Array.from({ length: count }, (_, at) => [String(at).padStart(17, "0"), value] as const);

test("a database without buckets has four pages", () => {
  const file = fileOf({});
  assert.equal(file.length, 4 * 4096);
  assert.deepEqual(contentOf(file), {});
});

test("small buckets stand in the list of buckets and take no pages of their own", () => {
  const content = { alarm: [], meta: [["consistent_index", "\0\0\0\0\0\0\0\x04"]] } as const;
  const file = fileOf(content);
  assert.equal(file.length, 4 * 4096);
  assert.deepEqual(contentOf(file), content);
});

test("large values run over several pages, and many entries make branches of branches", () => {
  const content = {
    huge: numbered(3, "x".repeat(1_000_000)),
    many: numbered(60_000, "v".repeat(40)),
  };
  assert.deepEqual(contentOf(fileOf(content)), content);
});

test("whatever is written is read again, in the order of the keys", () => {
  const size = fc.oneof(fc.nat(40), fc.nat(1500), fc.constantFrom(3000, 5000));
  const bucket = fc
    .array(size, { maxLength: 60 })
    .map((sizes) =>
      sizes.map((length, at) => [String(at).padStart(9, "0"), "v".repeat(length)] as const),
    );
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), bucket), (content) => {
      assert.deepEqual({ ...contentOf(fileOf(content)) }, { ...content });
    }),
    { numRuns: 100 },
  );
});

test("when one meta page is damaged the other one counts", () => {
  const content = { key: numbered(200, "value") };
  for (const place of [20, 4096 + 20]) {
    const file = fileOf(content);
    file.writeUInt8(file.readUInt8(place) ^ 1, place);
    assert.deepEqual(contentOf(file), content);
  }
});

test("what is no database, what is cut off and what leads astray is refused", () => {
  const refused = (file: Uint8Array, message: RegExp) =>
    assert.throws(() => contentOf(file), { name: "BboltError", message });
  refused(Buffer.alloc(0), /no bbolt database/);
  refused(Buffer.alloc(20_000, 7), /no bbolt database/);
  const whole = fileOf({ key: numbered(500, "value") });
  refused(whole.subarray(0, whole.length - 4096), /the file ends before its \d+ pages do/);
  const otherId = Buffer.from(whole);
  otherId.writeUInt8(9, 3 * 4096);
  refused(otherId, /page 3 is damaged/);
  const tooMany = Buffer.from(whole);
  tooMany.writeUInt16LE(60_000, 3 * 4096 + 10);
  refused(tooMany, /more entries than it has room for/);
  const tooLong = Buffer.from(whole);
  tooLong.writeUInt32LE(100_000, 3 * 4096 + 16 + 12);
  refused(tooLong, /beyond its page/);
});

test("no damage to a page makes the reader hang or fail in another way", () => {
  const whole = fileOf({ key: numbered(2000, "value"), meta: [["a", "b"]] });
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), (place, value) => {
      const file = Buffer.from(whole);
      file.writeUInt8(value, place);
      try {
        contentOf(file);
      } catch (error) {
        assert.equal((error as Error).name, "BboltError");
      }
    }),
    { numRuns: 500 },
  );
});

test("entries that are not as they were planned are refused before they are written", () => {
  const key = bytes("key");
  const plan = (valueBytes: number, entries: number) =>
    planDatabase([
      {
        name: "bucket",
        entries: () => [{ key, value: Buffer.alloc(3000) }].slice(0, entries),
        sizes: () => [{ key, valueBytes }],
      },
    ]);
  assert.throws(() => [...plan(2999, 1).pages()], /not of their planned size/);
  assert.throws(() => [...plan(3000, 0).pages()], /fewer entries than when it was planned/);
  assert.equal([...plan(3000, 1).pages()].length, 5);
});
