import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { goQuote, goTimeQuote, goTrimSpace, goUnquote } from "./go-quote.ts";

test("a text is quoted as Go quotes it", () => {
  assert.equal(goQuote('a "b"\n\\'), '"a \\"b\\"\\n\\\\"');
  assert.equal(goQuote("é\u007f\u00a0"), '"é\\x7f\\u00a0"');
});

test("a text that is quoted and unquoted again is the same", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      assert.equal(goUnquote(goQuote(text)), text);
    }),
  );
  assert.equal(goQuote('a"\\\n\u0001é\u2028'), '"a\\"\\\\\\n\\x01é\\u2028"');
});

test("the package time quotes in its own way: byte by byte", () => {
  assert.equal(goTimeQuote('é"\\\n\u007f'), '"\\xc3\\xa9\\"\\\\\\x0a\u007f"');
});

test("white space is what Unicode says, and a byte order mark is none", () => {
  assert.equal(goTrimSpace("\u00a0\t\u3000 a b \u0085\n"), "a b");
  assert.equal(goTrimSpace("\ufeffa"), "\ufeffa");
});
