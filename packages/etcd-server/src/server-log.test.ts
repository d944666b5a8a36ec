import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { FlagValue } from "./config/flag-value.ts";
import { Settings } from "./config/settings.ts";
import { createServerLog } from "./server-log.ts";

const folder = mkdtempSync(join(tmpdir(), "leaderlab-log-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A log at noon of some day, and what it writes to the streams. */
function lab(values: Readonly<Record<string, FlagValue>>) {
  const said = { out: "", err: "" };
  const serverLog = createServerLog(
    {
      out: (text) => {
        said.out += text;
      },
      err: (text) => {
        said.err += text;
      },
    },
    { unixNow: () => Date.UTC(2026, 0, 2, 12) },
  );
  serverLog.configure(new Settings(new Map(Object.entries(values)), new Set()));
  return { ...serverLog, said };
}

test("a line is JSON on stderr: level, moment, place, message, and what belongs to it", () => {
  const { log, said } = lab({});
  log("info", "ready to serve client requests");
  log("warn", "x", { name: "n", list: ["a"], left: undefined });
  log("debug", "not told");
  assert.equal(
    said.err,
    '{"level":"info","ts":"2026-01-02T12:00:00.000000Z","caller":"embed/serve.go:139","msg":"ready to serve client requests"}\n' +
      '{"level":"warn","ts":"2026-01-02T12:00:00.000000Z","caller":"leaderlab/etcd","msg":"x","name":"n","list":["a"]}\n',
  );
  assert.equal(said.out, "");
});

test("for people it is columns", () => {
  const { log, said } = lab({ "log-format": "console", "log-outputs": ["stdout"] });
  log("info", "Running: ", { args: ["etcd", "-x"], n: 1 });
  log("error", "y");
  const at = "2026-01-02T12:00:00.000000Z";
  assert.equal(
    said.out,
    `${at}\tinfo\tetcdmain/etcd.go:64\tRunning: \t{"args": ["etcd", "-x"], "n": 1}\n${at}\terror\tleaderlab/etcd\ty\n`,
  );
});

test("files are added to, and several places are written at once", () => {
  const file = join(folder, "etcd.log");
  for (const message of ["one", "two"]) {
    const { log, said, close } = lab({ "log-outputs": [file, "stderr"] });
    log("info", message);
    assert.match(said.err, new RegExp(message));
    close();
  }
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  assert.deepEqual(
    lines.map((line) => JSON.parse(line).msg),
    ["one", "two"],
  );
});

test("levels below the least are left out, and /dev/null takes all", () => {
  const strict = lab({ "log-level": "ERROR" });
  for (const level of ["debug", "info", "warn", "error"] as const) strict.log(level, level);
  assert.match(strict.said.err, /^[^\n]*"level":"error"[^\n]*\n$/);
  const silent = lab({ "log-outputs": ["/dev/null", "stderr"] });
  silent.log("fatal", "nobody hears it");
  assert.equal(silent.said.err, "");
});
