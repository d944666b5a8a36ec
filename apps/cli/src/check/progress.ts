import type { Terminal } from "../terminal.ts";

/** One line that says what is done now. */
export interface Progress {
  show(doing: string): void;
  /** Takes the line away. */
  clear(): void;
}

const eraseLine = "\r\u001b[K";
const mostColumns = 78;

/** A line on standard error that is written over; nothing where that is no terminal. */
export function createProgress(terminal: Pick<Terminal, "isErrRead" | "err">): Progress {
  if (terminal.isErrRead !== true) return { show: () => {}, clear: () => {} };
  return {
    show: (doing) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not reach the terminal.
      const plain = doing.replace(/[\u0000-\u001f\u007f-\u009f]/g, " ");
      const line = plain.length > mostColumns ? `${plain.slice(0, mostColumns - 1)}…` : plain;
      terminal.err(`${eraseLine}${line}`);
    },
    clear: () => terminal.err(eraseLine),
  };
}
