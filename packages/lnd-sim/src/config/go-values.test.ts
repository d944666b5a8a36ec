import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cleanAndExpandPath } from "./clean-path.ts";
import { formatGoDuration, parseGoDuration, toMs } from "./go-duration.ts";
import { parseGoBool, parseGoFloat, parseGoInteger } from "./go-number.ts";
import { GoValueError, goQuote, goTrimSpace, unquoteIfPossible } from "./go-quote.ts";
import { isInRange, parseIp, parseIpRange } from "./ip-address.ts";

/** The value of a text, or the words in which Go refuses it. */
function attempt<T>(parse: (text: string) => T, text: string): T | string {
  try {
    return parse(text);
  } catch (error) {
    assert.ok(error instanceof GoValueError, text);
    return error.message;
  }
}

test("a duration is read and printed as Go does", () => {
  const observed = {
    "1h30m": "1h30m0s",
    "90s": "1m30s",
    "10080h": "10080h0m0s",
    "1.5s": "1.5s",
    ".5ms": "500µs",
    "-1m": "-1m0s",
    "1us": "1µs",
    "0": "0s",
    "9223372036854775807ns": "2562047h47m16.854775807s",
  };
  for (const [text, printed] of Object.entries(observed)) {
    assert.equal(formatGoDuration(parseGoDuration(text)), printed);
  }
});

test("what is no duration is refused in Go's words", () => {
  const observed = {
    "5": 'time: missing unit in duration "5"',
    abc: 'time: invalid duration "abc"',
    "": 'time: invalid duration ""',
    "5x": 'time: unknown unit "x" in duration "5x"',
    "9223372036854775808ns": 'time: invalid duration "9223372036854775808ns"',
    "1µ": 'time: unknown unit "\\xc2\\xb5" in duration "1\\xc2\\xb5"',
  };
  for (const [text, refusal] of Object.entries(observed)) {
    assert.equal(attempt(parseGoDuration, text), refusal);
  }
});

test("a duration that is printed and read again is the same", () => {
  const least = -(2n ** 63n);
  fc.assert(
    fc.property(fc.bigInt({ min: least, max: -least - 1n }), (nanoseconds) => {
      assert.equal(parseGoDuration(formatGoDuration(nanoseconds)), nanoseconds);
    }),
  );
  assert.equal(toMs(parseGoDuration("1h")), 3_600_000);
});

test("an integer keeps to the range of its type", () => {
  const int8 = (text: string) => parseGoInteger(text, { bits: 8, isSigned: true });
  const uint16 = (text: string) => parseGoInteger(text, { bits: 16, isSigned: false });
  assert.deepEqual(["-128", "127", "+5", "007"].map(int8), [-128, 127, 5, 7]);
  assert.equal(attempt(int8, "128"), 'strconv.ParseInt: parsing "128": value out of range');
  assert.equal(attempt(int8, "1_0"), 'strconv.ParseInt: parsing "1_0": invalid syntax');
  assert.equal(attempt(uint16, "-1"), 'strconv.ParseUint: parsing "-1": invalid syntax');
  assert.equal(
    attempt(uint16, "65536x"),
    'strconv.ParseUint: parsing "65536x": value out of range',
    "digits that are too many come before the letter",
  );
});

test("floats and truth values are read as Go's strconv does", () => {
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

test("a text that is quoted and unquoted again is the same", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      assert.equal(unquoteIfPossible(goQuote(text)), text);
    }),
  );
  assert.equal(goQuote('a"\\\n\u0001é\u2028'), '"a\\"\\\\\\n\\x01é\\u2028"');
});

test("a value in half a pair of quotes is refused, one without quotes is left alone", () => {
  assert.equal(unquoteIfPossible("a\\n"), "a\\n");
  for (const text of ['"', '"a', '"a"b"', '"\\q"', '"\n"', '"\\ud800"', '"\\777"']) {
    assert.equal(attempt(unquoteIfPossible, text), "invalid syntax");
  }
});

test("white space is what Unicode says, and a byte order mark is none", () => {
  assert.equal(goTrimSpace("\u00a0\t\u3000 a b \u0085\n"), "a b");
  assert.equal(goTrimSpace("\ufeffa"), "\ufeffa");
});

test("a path has its home and its variables filled in and its detours taken out", () => {
  const environment = { homeDir: "/home/ann", variables: { A: "x", "1": "one" } };
  const observed = {
    "": "",
    "~": "/home/ann",
    "~/a/../b/": "/home/ann/b",
    "~bob": "/home/annbob",
    "/a//b/./c": "/a/b/c",
    "$A/${A}y/$B/$1": "x/xy/one",
    a$: "a$",
    "${A": "A",
    "..": "..",
    "a/..": ".",
  };
  for (const [path, clean] of Object.entries(observed)) {
    assert.equal(cleanAndExpandPath(path, environment), clean, path);
  }
});

test("an IPv4 address is the same address when it is written as an IPv6 one", () => {
  assert.equal(parseIp("1.2.3.4"), parseIp("::ffff:1.2.3.4"));
  assert.equal(parseIp("::ffff:102:304"), parseIp("1.2.3.4"));
  assert.equal(parseIp("fe80::1"), (0xfe80n << 112n) | 1n);
  for (const text of ["1.2.3", "01.2.3.4", "fe80::1%eth0", "", "g::"]) {
    assert.equal(parseIp(text), undefined, text);
  }
});

test("a range holds the addresses that begin as it does", () => {
  const range = parseIpRange("10.0.0.0/9");
  const [inside, outside] = [parseIp("10.127.255.255"), parseIp("10.128.0.0")];
  assert.ok(range !== undefined && inside !== undefined && outside !== undefined);
  assert.equal(isInRange(inside, range), true);
  assert.equal(isInRange(outside, range), false);
  for (const text of ["10.0.0.0/33", "10.0.0.0", "::/129", "x/8"]) {
    assert.equal(parseIpRange(text), undefined, text);
  }
});
