import { RpcError } from "@leaderlab/rpc/client";
import type { Terminal } from "../terminal.ts";
import { LncliError, lncliTexts } from "./lncli-texts.ts";

/** Asks questions at a terminal, as lncli does. A signal ends a question with `context canceled`. */
export class Prompt {
  readonly #terminal: Terminal;
  readonly #signal: AbortSignal;

  constructor(terminal: Terminal, signal: AbortSignal) {
    this.#terminal = terminal;
    this.#signal = signal;
  }

  /** Writes a line. */
  say(line = ""): void {
    this.#terminal.out(`${line}\n`);
  }

  /**
   * The answer to a question, without its line end. Rejects with the LncliError `EOF` when the input ends in the
   * middle of the line or before it.
   */
  async ask(question: string): Promise<string> {
    this.#terminal.out(question);
    const line = (await this.readLine()).toString();
    return line.replace(/\r?\n$/, "");
  }

  /** A line of the input with its line end, without asking. Rejects as `ask` does. */
  async readLine(): Promise<Buffer> {
    const line = await this.#orCanceled(this.#terminal.input.readLine(this.#signal));
    if (line.at(-1) !== lineFeed) throw new LncliError(lncliTexts.endOfInput);
    return line;
  }

  /**
   * A password, which is not shown while it is typed. Rejects with an LncliError where there is no terminal to type
   * at: a password in a pipe is not read.
   */
  async askHidden(question: string): Promise<Buffer> {
    this.#terminal.out(question);
    const { input } = this.#terminal;
    try {
      if (!input.isTerminal) throw new LncliError(lncliTexts.noTerminal);
      const typed = await this.#orCanceled(input.readHiddenLine(this.#signal));
      if (typed === undefined) throw new LncliError(lncliTexts.endOfInput);
      return typed;
    } finally {
      this.say();
    }
  }

  async #orCanceled<T>(reading: Promise<T>): Promise<T> {
    try {
      return await reading;
    } catch (error) {
      if (this.#signal.aborted) throw new RpcError("CANCELLED", lncliTexts.canceled);
      throw error;
    }
  }
}

const lineFeed = 0x0a;

/**
 * A password that is typed twice, until both are the same and `refusalOf` has nothing against it. With `isOptional` an
 * empty one is taken at once. Mirrors: lncli capturePassword.
 */
export async function askNewPassword(
  prompt: Prompt,
  question: string,
  options: {
    readonly isOptional?: boolean;
    readonly refusalOf?: (password: Buffer) => string | undefined;
  } = {},
): Promise<Buffer> {
  for (;;) {
    const password = await prompt.askHidden(question);
    if (password.length === 0 && options.isOptional === true) return password;
    const refusal = options.refusalOf?.(password) ?? (await confirm(prompt, password));
    if (refusal === undefined) return password;
    prompt.say(refusal);
    prompt.say();
  }
}

async function confirm(prompt: Prompt, password: Buffer): Promise<string | undefined> {
  const again = await prompt.askHidden("Confirm password: ");
  return again.equals(password) ? undefined : lncliTexts.passwordMismatch;
}
