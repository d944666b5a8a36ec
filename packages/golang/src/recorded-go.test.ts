import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { formatGoDuration, parseGoDuration } from "./go-duration.ts";
import { parseGoHex } from "./go-hex.ts";
import { splitGoHostPort } from "./go-host-port.ts";
import {
  formatGoFloat,
  type GoIntegerKind,
  goFlagReason,
  parseGoBool,
  parseGoFloat,
  parseGoInteger,
} from "./go-number.ts";
import { GoValueError, goQuote, goTrimSpace, goUnquote } from "./go-quote.ts";
import { goTexts } from "./go-texts.ts";
import { goTlsAlert } from "./go-tls-error.ts";
import { parseGoUrl } from "./go-url.ts";

const recorded = readFileSync(new URL("./recorded-go.tsv", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => {
    const [kind = "", input = "", answer = ""] = line.split("\t");
    return { kind, text: JSON.parse(input) as string, answer };
  });

/** Compares our answers with every one of Go's of one kind. */
function compare(kind: RegExp, answerOf: (text: string, kind: string) => string): void {
  const rows = recorded.filter((row) => kind.test(row.kind));
  assert.ok(rows.length > 0, `there are recordings of ${kind}`);
  for (const row of rows) {
    assert.equal(answerOf(row.text, row.kind), row.answer, `${row.kind} ${row.text}`);
  }
}

/** A value as it is recorded, or the refusal. */
function attempt(read: () => string): string {
  try {
    return `= ${read()}`;
  } catch (error) {
    assert.ok(error instanceof GoValueError, String(error));
    return `! ${error.message}`;
  }
}

/** As JSON in ASCII, so that the recording can be read. */
const toAscii = (text: string) =>
  JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

test("a text is quoted, unquoted and trimmed as Go does it", () => {
  compare(/^quote$/, (text) => `= ${goQuote(text)}`);
  compare(/^unquote$/, (text) => attempt(() => toAscii(goUnquote(text))));
  compare(/^trim$/, (text) => `= ${toAscii(goTrimSpace(text))}`);
});

test("integers of every width are what Go reads, decimal and in any base", () => {
  compare(/^u?int /, (text, kind) => {
    const [type, bits, base] = kind.split(" ");
    return attempt(() =>
      parseGoInteger(text, {
        bits: Number(bits) as GoIntegerKind["bits"],
        isSigned: type === "int",
        anyBase: base === "0",
      }).toString(),
    );
  });
});

test("floats are what Go reads, and are printed as Go prints them", () => {
  compare(/^float$/, (text) => attempt(() => formatGoFloat(parseGoFloat(text))));
});

test("truth values are what Go reads", () => {
  compare(/^bool$/, (text) => attempt(() => String(parseGoBool(text))));
});

test("durations are what Go reads to the nanosecond, and are printed as Go prints them", () => {
  compare(/^duration$/, (text) =>
    attempt(() => {
      const nanoseconds = parseGoDuration(text);
      return `${formatGoDuration(nanoseconds)} ${nanoseconds}`;
    }),
  );
});

test("hexadecimal digits are what Go decodes", () => {
  compare(/^hex$/, (text) => attempt(() => parseGoHex(text).toString("hex")).trimEnd());
});

test("a flag's value is refused in the words of Go's package flag", () => {
  const int = { bits: 64, isSigned: true, anyBase: true } as const;
  const readers: { readonly [kind: string]: (text: string) => unknown } = {
    flagint: (text) => parseGoInteger(text, int),
    flaguint: (text) => parseGoInteger(text, { ...int, isSigned: false }),
    flagdur: parseGoDuration,
    flagbool: parseGoBool,
  };
  compare(/^flag/, (text, kind) => {
    const refusal = kind === "flagbool" ? goTexts.invalidBooleanFlag : goTexts.invalidFlag;
    try {
      readers[kind]?.(text);
      return "=";
    } catch (error) {
      return `! ${refusal(goQuote(text), "n", goFlagReason(error))}`;
    }
  });
});

test("a URL is taken apart, written again and refused as Go does it", () => {
  compare(/^url$/, (text) =>
    attempt(() => {
      const url = parseGoUrl(text);
      return JSON.stringify([url.scheme, url.host, url.path, url.text]);
    }),
  );
});

test("a host and its port are told apart as Go does it", () => {
  compare(/^hostport$/, (text) =>
    attempt(() => {
      const { host, port } = splitGoHostPort(text);
      return JSON.stringify([host, port]);
    }),
  );
});

test("the alerts of TLS have Go's names", () => {
  compare(/^alert$/, (number) => `! ${goTlsAlert(Number(number))}`);
});
