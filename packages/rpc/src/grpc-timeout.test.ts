import assert from "node:assert/strict";
import { test } from "node:test";
import { parseGrpcTimeout } from "./grpc-timeout.ts";

test("a timeout is a number and a unit", () => {
  const texts = ["1H", "2M", "3S", "300m", "5u", "7n", "+1S", "-5S"];
  assert.deepEqual(
    texts.map(parseGrpcTimeout),
    [3_600_000, 120_000, 3000, 300, 0.005, 7e-6, 1000, -5000],
  );
});

test("none and nought are no timeout", () => {
  for (const text of ["", "0m", "-0S"]) assert.equal(parseGrpcTimeout(text), undefined);
});

test("anything else is refused by name", () => {
  for (const text of ["1", "S", "1x", "1 S", "1.5S", "S1"]) {
    assert.throws(() => parseGrpcTimeout(text), {
      code: "INVALID_ARGUMENT",
      message: `invalid grpc-timeout: ${text}`,
    });
  }
});
