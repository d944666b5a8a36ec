import assert from "node:assert/strict";
import { test } from "node:test";
import { parseRfcTime } from "./parse-rfc-time.ts";

test("a text that is no time is refused with its bytes, as Go's package time quotes them", () => {
  assert.throws(() => parseRfcTime("\u00e9"), {
    message:
      'parsing time "\\xc3\\xa9" as "2006-01-02T15:04:05.999999999Z07:00": ' +
      'cannot parse "\\xc3\\xa9" as "2006"',
  });
});
