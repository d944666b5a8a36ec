import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  formatGoFloat,
  type GoIntegerKind,
  GoNumberError,
  parseGoBool,
  parseGoFloat,
  parseGoInteger,
} from "./go-number.ts";
import { GoValueError } from "./go-quote.ts";

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

test("an integer keeps to the range of its type", () => {
  const int8 = { bits: 8, isSigned: true, anyBase: false } as const;
  const uint16 = { bits: 16, isSigned: false, anyBase: false } as const;
  const numbers = ["-128", "127", "+5", "007"].map((text) => parseGoInteger(text, int8));
  assert.deepEqual(numbers, [-128n, 127n, 5n, 7n]);
  const refusal = (text: string, kind: GoIntegerKind) => {
    try {
      return parseGoInteger(text, kind);
    } catch (error) {
      assert.ok(error instanceof GoValueError, text);
      return error.message;
    }
  };
  assert.equal(refusal("128", int8), 'strconv.ParseInt: parsing "128": value out of range');
  assert.equal(refusal("1_0", int8), 'strconv.ParseInt: parsing "1_0": invalid syntax');
  assert.equal(refusal("-1", uint16), 'strconv.ParseUint: parsing "-1": invalid syntax');
  assert.equal(
    refusal("65536x", uint16),
    'strconv.ParseUint: parsing "65536x": value out of range',
    "digits that are too many come before the letter",
  );
});

test("a refusal says whether it is the syntax or the range", () => {
  const reasonOf = (reason: GoNumberError["reason"]) => (error: unknown) =>
    error instanceof GoNumberError && error.reason === reason;
  assert.throws(() => parseGoInteger("x", signed), reasonOf("invalid syntax"));
  assert.throws(() => parseGoInteger("0xffffffffffffffff", signed), reasonOf("value out of range"));
});

test("an integer that is written in any base is read as the same number", () => {
  const prefixes = [
    ["", 10],
    ["0x", 16],
    ["0o", 8],
    ["0", 8],
    ["0b", 2],
  ] as const;
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }), (value) => {
      for (const [prefix, base] of prefixes) {
        const text = `-${prefix}${value.toString(base)}`;
        assert.equal(parseGoInteger(text, signed), -value, text);
      }
    }),
  );
});

test("floats and truth values are read as Go's strconv does", () => {
  const attempt = (parse: (text: string) => unknown, text: string) => {
    try {
      return parse(text);
    } catch (error) {
      assert.ok(error instanceof GoValueError, text);
      return error.message;
    }
  };
  assert.deepEqual(["1e3", ".5", "-Inf", "5."].map(parseGoFloat), [1000, 0.5, -Infinity, 5]);
  assert.equal(attempt(parseGoFloat, "x"), 'strconv.ParseFloat: parsing "x": invalid syntax');
  assert.equal(
    attempt(parseGoFloat, "1e999"),
    'strconv.ParseFloat: parsing "1e999": value out of range',
  );
  assert.deepEqual(["1", "t", "TRUE", "0", "f", "False"].map(parseGoBool), [
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
  assert.equal(attempt(parseGoBool, "yes"), 'strconv.ParseBool: parsing "yes": invalid syntax');
});

test("a float that is printed and read again is the same", () => {
  fc.assert(
    fc.property(fc.double(), (value) => {
      assert.ok(Object.is(parseGoFloat(formatGoFloat(value)), value));
    }),
  );
});
