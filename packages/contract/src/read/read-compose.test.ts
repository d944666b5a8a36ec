import assert from "node:assert/strict";
import { test } from "node:test";
import { SourceError } from "../source-error.ts";
import { readCompose } from "./read-compose.ts";

const read = (healthcheck: string) =>
  readCompose({
    file: "compose.yaml",
    text: `services:\n  lnd:\n    image: lnd\n    healthcheck: ${healthcheck}\n`,
  });
const probeOf = (healthcheck: string) => read(healthcheck).containers[0]?.probes[0]?.probe;

const braced = (name: string) => `$\{${name}}`;

test("a healthcheck runs its text in a shell, or its list without one", () => {
  for (const [written, command] of [
    ["{test: lncli state}", ["/bin/sh", "-c", "lncli state"]],
    ["{test: [CMD-SHELL, lncli state]}", ["/bin/sh", "-c", "lncli state"]],
    ["{test: [CMD, lncli, state]}", ["lncli", "state"]],
    [
      `{test: "echo $$HOME $${braced("x")} ${braced("NET:-regtest")} ${braced("ELSE")}"}`,
      ["/bin/sh", "-c", `echo $HOME ${braced("x")} regtest ${braced("ELSE")}`],
    ],
  ] as const) {
    assert.deepEqual(probeOf(written)?.action, { kind: "exec", command }, written);
  }
});

test("no healthcheck is none", () => {
  for (const written of [
    "{test: [NONE]}",
    "{disable: true, test: lncli state}",
    "{interval: 5s}",
  ]) {
    assert.deepEqual(read(written).containers, [], written);
  }
});

test("what is left out is as Docker has it, and durations are Go's", () => {
  assert.deepEqual(probeOf("{test: lncli state}")?.timings, {
    initialDelayMs: 0,
    periodMs: 30_000,
    timeoutMs: 30_000,
    successThreshold: 1,
    failureThreshold: 3,
  });
  const timings = probeOf(
    "{test: lncli state, interval: 1m30s, timeout: 500ms, retries: 5, start_period: 2s}",
  )?.timings;
  assert.deepEqual(timings, {
    initialDelayMs: 2000,
    periodMs: 90_000,
    timeoutMs: 500,
    successThreshold: 1,
    failureThreshold: 5,
  });
});

test("a healthcheck that Docker would refuse is an error with its place", () => {
  for (const written of [
    "{test: [lncli, state]}",
    "{test: [CMD]}",
    "{test: {a: b}}",
    "{test: lncli state, interval: soon}",
    "{test: lncli state, retries: many}",
  ]) {
    assert.throws(
      () => read(written),
      (error) => error instanceof SourceError && error.position?.line === 4,
      written,
    );
  }
});

test("a service that waits for the health of one without a healthcheck is told", () => {
  const text =
    "services:\n  lnd: {image: lnd}\n  app:\n    image: app\n    depends_on: {lnd: {condition: service_healthy}}\n";
  const { notices } = readCompose({ file: "c.yaml", text });
  assert.match(
    notices[0]?.message ?? "",
    /app waits for lnd to be healthy, and lnd has no healthcheck/,
  );
});

test("an unknown field of a healthcheck is named", () => {
  assert.match(
    read("{test: lncli state, start-period: 3s}").notices[0]?.message ?? "",
    /did you mean start_period\?/,
  );
});
