import assert from "node:assert/strict";
import { test } from "node:test";
import { parseGoBase64 } from "./go-base64.ts";
import { GoValueError } from "./go-quote.ts";

/** What Go 1.26 makes of a text: hexadecimal digits, or where the first wrong byte stands. */
const recorded: readonly (readonly [string, string | number])[] = [
  ["", ""],
  ["AAEC", "000102"],
  ["AAE=", "0001"],
  ["AA==", "00"],
  ["AA\n==\n", "00"],
  ["A", 0],
  ["AA", 0],
  ["AAAAA", 4],
  ["A=", 1],
  ["=", 0],
  ["AA=", 3],
  ["AA=A", 2],
  ["AA==A", 4],
  ["é", 0],
  ["A-_A", 1],
];

test("base64 is read as Go reads it, and what it cannot read is refused at the same byte", () => {
  for (const [text, answer] of recorded) {
    if (typeof answer === "string") assert.equal(parseGoBase64(text).toString("hex"), answer, text);
    else {
      assert.throws(
        () => parseGoBase64(text),
        new GoValueError(`illegal base64 data at input byte ${answer}`),
        text,
      );
    }
  }
});

test("the URL's alphabet has other last digits", () => {
  assert.equal(parseGoBase64("A-_A", "url").toString("hex"), "03efc0");
  assert.throws(() => parseGoBase64("A+/A", "url"), /input byte 1$/);
});
