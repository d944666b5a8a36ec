import assert from "node:assert/strict";
import { test } from "node:test";
import { goFileError, goHexProblem, goQuote, goReason, parseGoInteger } from "./go-text.ts";

const signed = { isSigned: true, bits: 64, anyBase: true } as const;
const decimal = { isSigned: true, bits: 32, anyBase: false } as const;

test("whole numbers are read as Go reads them", () => {
  const numbers = {
    "0": 0n,
    "-12": -12n,
    "+3": 3n,
    "0x1F": 31n,
    "0b101": 5n,
    "0o17": 15n,
    "017": 15n,
    "1_000": 1000n,
  };
  for (const [text, value] of Object.entries(numbers)) {
    assert.equal(parseGoInteger(text, signed), value, text);
  }
  assert.equal(parseGoInteger("007", decimal), 7n);
  assert.equal(parseGoInteger("-9223372036854775808", signed), -(2n ** 63n));
});

test("what is no whole number is refused with strconv's words", () => {
  for (const text of ["", "x", "1.5", " 1", "1_", "_1", "1__0", "08", "0x", "--1"]) {
    assert.throws(() => parseGoInteger(text, signed), {
      message: `strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`,
    });
  }
  assert.throws(() => parseGoInteger("0x1", decimal), /invalid syntax/);
  assert.throws(() => parseGoInteger("2147483648", decimal), {
    message: 'strconv.ParseInt: parsing "2147483648": value out of range',
  });
  assert.throws(() => parseGoInteger("-1", { isSigned: false, bits: 64, anyBase: false }), {
    message: 'strconv.ParseUint: parsing "-1": invalid syntax',
  });
});

test("a text is quoted as Go quotes it", () => {
  assert.equal(goQuote('a "b"\n\\'), '"a \\"b\\"\\n\\\\"');
  assert.equal(goQuote("é\u007f\u00a0"), '"é\\x7f\\u00a0"');
});

test("the system's refusals are told in Go's words", () => {
  const error = (code: string) => Object.assign(new Error("own words"), { code });
  assert.equal(goFileError("/x", error("ENOENT")), "open /x: no such file or directory");
  assert.equal(goFileError("/x", error("EISDIR")), "read /x: is a directory");
  assert.equal(goReason(error("ECONNREFUSED")), "connection refused");
  assert.equal(goReason(error("EOTHER")), "own words");
});

test("what is not hexadecimal is told by its first wrong byte", () => {
  assert.equal(goHexProblem("00fF"), undefined);
  assert.equal(goHexProblem("0g"), "encoding/hex: invalid byte: U+0067 'g'");
  assert.equal(goHexProblem("0\n"), "encoding/hex: invalid byte: U+000A");
  assert.equal(goHexProblem("0"), "encoding/hex: odd length hex string");
});
