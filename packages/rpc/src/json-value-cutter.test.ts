import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { JsonValueCutter } from "./json-value-cutter.ts";

/** The values that are cut out of these chunks, the last one by the end. */
function cut(...chunks: readonly string[]): string[] {
  const cutter = new JsonValueCutter();
  const values = chunks.flatMap((chunk) => cutter.push(Buffer.from(chunk)));
  const last = cutter.finish();
  return [...values, ...(last === undefined ? [] : [last])].map((value) => String(value).trim());
}

test("values follow each other with or without white space", () => {
  assert.deepEqual(cut('{"a":"}"}{"b":[1,{}]} "x" 12 true\n[]'), [
    '{"a":"}"}',
    '{"b":[1,{}]}',
    '"x"',
    "12",
    "true",
    "[]",
  ]);
  assert.deepEqual(cut(" \n\t"), []);
});

test("a value comes as soon as it is complete, and what is cut off comes at the end", () => {
  const cutter = new JsonValueCutter();
  assert.deepEqual(cutter.push(Buffer.from('{"a":"\\"')), []);
  assert.deepEqual(cutter.push(Buffer.from('}"}{')).map(String), ['{"a":"\\"}"}']);
  assert.equal(String(cutter.finish()), "{");
  assert.equal(cutter.waitingBytes, 1);
});

test("how the bytes are split makes no difference", () => {
  const value = fc.json();
  fc.assert(
    fc.property(fc.array(value, { maxLength: 4 }), fc.nat(20), (values, size) => {
      const text = Buffer.from(values.join("\n"));
      const chunks: string[] = [];
      for (let at = 0; at < text.length; at += size + 1) {
        chunks.push(text.subarray(at, at + size + 1).toString("latin1"));
      }
      const cutter = new JsonValueCutter();
      const found = chunks.flatMap((chunk) => cutter.push(Buffer.from(chunk, "latin1")));
      const last = cutter.finish();
      const all = last === undefined ? found : [...found, last];
      assert.deepEqual(
        all.map((one) => JSON.parse(String(one))),
        values.map((one) => JSON.parse(one)),
      );
    }),
  );
});
