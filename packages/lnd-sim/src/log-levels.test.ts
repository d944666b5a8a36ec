import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDebugLevels } from "./config/debug-level.ts";
import { LogLevels } from "./log-levels.ts";

function linesAt(specification: string) {
  const written: string[] = [];
  const levels = new LogLevels(parseDebugLevels(specification));
  const log = levels.filter((level, subsystem) => written.push(`${level} ${subsystem}`));
  const write = () => {
    written.length = 0;
    for (const subsystem of ["LTND", "SRVR"]) {
      for (const level of ["DBG", "INF", "CRT"] as const) log(level, subsystem, "text");
    }
    return written.join(", ");
  };
  return { levels, write };
}

test("lines below a subsystem's level are left out, by default those of debugging", () => {
  assert.equal(linesAt("info").write(), "INF LTND, CRT LTND, INF SRVR, CRT SRVR");
  assert.equal(linesAt("off,SRVR=debug").write(), "DBG SRVR, INF SRVR, CRT SRVR");
});

test("DebugLevel changes what is written from then on", () => {
  const { levels, write } = linesAt("critical");
  assert.match(levels.set("LTND=trace"), /LTND=TRC.*SRVR=CRT/);
  assert.equal(write(), "DBG LTND, INF LTND, CRT LTND, CRT SRVR");
  levels.set("off");
  assert.equal(write(), "");
});
