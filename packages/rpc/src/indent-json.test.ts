import assert from "node:assert/strict";
import { test } from "node:test";
import "@leaderlab/proto/lnd";
import fc from "fast-check";
import { indentJson } from "./indent-json.ts";
import { writeProtoJson } from "./proto-json-write.ts";

test("a message is printed as lncli prints it: four spaces, and two after each colon", () => {
  const style = { emitUnset: true, separator: ",", indent: "    " } as const;
  const state = { state: "WAITING_TO_START" };
  assert.equal(
    writeProtoJson(state, "lnrpc.SubscribeStateResponse", style),
    '{\n    "state":  "WAITING_TO_START"\n}',
  );
});

test("an empty list and an empty object stay on their line", () => {
  assert.equal(
    indentJson('{"uris":[],"features":{},"chains":[{"chain":"bitcoin"},2]}', " "),
    '{\n "uris":  [],\n "features":  {},\n "chains":  [\n  {\n   "chain":  "bitcoin"\n  },\n  2\n ]\n}',
  );
});

test("signs inside of strings are no signs", () => {
  assert.equal(indentJson('{"a":"{},:[]\\"\\\\"}', ""), '{\n"a":  "{},:[]\\"\\\\"\n}');
});

test("indenting changes nothing of what a JSON text says", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      assert.deepEqual(JSON.parse(indentJson(text, "    ")), JSON.parse(text));
    }),
  );
});
