import assert from "node:assert/strict";
import { test } from "node:test";
import { humanBytes } from "./human-bytes.ts";

test("sizes are told as etcd's log tells them", () => {
  const told = [
    [0, "0 B"],
    [512, "512 B"],
    [1000, "1.0 kB"],
    [10_485_760, "10 MB"],
    [104_857_600, "105 MB"],
    [2_147_483_648, "2.1 GB"],
    [8_589_934_592, "8.6 GB"],
  ] as const;
  for (const [bytes, text] of told) assert.equal(humanBytes(bytes), text);
});
