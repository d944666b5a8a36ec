import type { Terminal } from "../terminal.ts";

/**
 * Aborts at the first signal that asks the process to end; from now on a signal does not end it by itself. The verbs
 * of lncli that ask or wait do so, and end with `context canceled`. Mirrors: lncli getContext.
 */
export function cancelOnSignal(terminal: Terminal): AbortSignal {
  const cancelled = new AbortController();
  terminal.onSignal(() => cancelled.abort());
  return cancelled.signal;
}
