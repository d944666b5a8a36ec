import type { Clock, Random } from "@leaderlab/clock";
import type { TerminalInput } from "./terminal-input.ts";

/** What a command knows of the process that it runs in, so that a test can give it another one. */
export interface Terminal {
  readonly clock: Clock;
  /** When the command began, on its clock: what was installed or built before does not count. */
  readonly startedMs: number;
  readonly random: Random;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether `out` goes to a terminal that shows colours. */
  readonly hasColor: boolean;
  /** Whether somebody reads `err` while it is written: a terminal. Default: nobody. */
  readonly isErrRead?: boolean;
  readonly input: TerminalInput;
  out(text: string): void;
  err(text: string): void;
  /** Calls back for each SIGINT, SIGTERM and SIGHUP from now on, instead of ending the process. */
  onSignal(listener: (signal: EndSignal) => void): void;
  /** Calls back when the process ends, whatever ends it but SIGKILL; what is done then must not wait. */
  onExit(listener: () => void): void;
}

/** The signals that ask a process to end. */
export type EndSignal = "SIGINT" | "SIGTERM" | "SIGHUP";

/** How a command ended: with an exit code, or by a signal that is to be raised again, as etcd does. */
export type Ending = { readonly code: number } | { readonly signal: EndSignal };

/** Resolves with the first signal that asks the process to end. */
export function firstSignal(terminal: Terminal): Promise<EndSignal> {
  return new Promise((resolve) => terminal.onSignal(resolve));
}
