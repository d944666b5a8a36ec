import type { Clock, Random } from "@leaderlab/clock";
import type { RunLncli } from "@leaderlab/contract/run";
import { runLncli } from "../commands/lncli.ts";
import type { Terminal } from "../terminal.ts";

/**
 * `leaderlab lncli` for probes that are checked: in this process, so that it answers as fast as lnd's own, and not as
 * late as a Node that has to start first. Nothing can be typed at it; whoever gives up ends it as SIGTERM does.
 */
export function lncliInProcess(parts: {
  readonly clock: Clock;
  readonly random: Random;
}): RunLncli {
  return async ({ argv, env, out, err, signal }) => {
    const terminal: Terminal = {
      ...parts,
      startedMs: parts.clock.now(),
      env,
      hasColor: false,
      input: nobody,
      out,
      err,
      onSignal: (listener) => {
        const end = () => listener("SIGTERM");
        if (signal.aborted) end();
        else signal.addEventListener("abort", end, { once: true });
      },
      onExit: () => {},
    };
    const ending = await runLncli(argv, terminal);
    return "code" in ending ? ending.code : 1;
  };
}

const nobody: Terminal["input"] = {
  isTerminal: false,
  readLine: async () => Buffer.alloc(0),
  readHiddenLine: async () => undefined,
};
