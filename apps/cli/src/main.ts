import { createSystemRandom } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { runCommand } from "./run-command.ts";
import type { Ending, EndSignal, Terminal } from "./terminal.ts";
import { createTerminalInput } from "./terminal-input.ts";

const endSignals: readonly EndSignal[] = ["SIGINT", "SIGTERM", "SIGHUP"];

/** The terminal of this process. A pipe whose reader is gone (`leaderlab … | head`) is no error. */
function processTerminal(): Terminal {
  const clock = createRealClock();
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
  return {
    clock,
    startedMs: clock.now(),
    random: createSystemRandom(),
    env: process.env,
    hasColor: process.stdout.isTTY === true && !process.env["NO_COLOR"],
    isErrRead: process.stderr.isTTY === true,
    input: createTerminalInput(
      () => process.stdin,
      () => process.kill(process.pid, "SIGINT"),
    ),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    onSignal: (listener) => {
      for (const signal of endSignals) process.on(signal, () => listener(signal));
    },
    onExit: (listener) => process.on("exit", listener),
  };
}

/** A stray rejection is a fault of ours, but no reason to take a running server away from its clients. */
process.on("unhandledRejection", (reason) => {
  process.stderr.write(
    `leaderlab: unexpected: ${reason instanceof Error ? reason.stack : reason}\n`,
  );
});

function end(ending: Ending): void {
  if ("code" in ending) {
    process.exitCode = ending.code;
    process.stdout.write("", () => process.exit(ending.code));
    return;
  }
  process.removeAllListeners(ending.signal);
  process.kill(process.pid, ending.signal);
}

runCommand(process.argv.slice(2), processTerminal()).then(end, (error: unknown) => {
  process.stderr.write(`leaderlab: ${error instanceof Error ? error.stack : error}\n`);
  end({ code: 1 });
});
