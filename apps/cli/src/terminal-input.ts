import type { ReadStream } from "node:tty";

/** What is typed or piped into a command. */
export interface TerminalInput {
  /** Whether somebody may type there: a terminal, not a pipe or a file. */
  readonly isTerminal: boolean;
  /**
   * The next line with its line end; without one where the input has ended, and empty behind its end. Rejects with the
   * signal's reason when that aborts first, and with an Error for a line of more than 1 MiB.
   */
  readLine(signal?: AbortSignal): Promise<Buffer>;
  /**
   * The next line without its line end, not shown while it is typed: for passwords, and only where `isTerminal`.
   * Undefined when the terminal was closed before anything was typed. Rejects as `readLine` does.
   */
  readHiddenLine(signal?: AbortSignal): Promise<Buffer | undefined>;
}

/** The part of a readable stream that is needed, so that a test can type by itself. */
export type InputStream = Pick<NodeJS.ReadStream, "on" | "pause" | "resume"> &
  Partial<Pick<ReadStream, "isTTY" | "setRawMode">>;

const maxLineBytes = 1024 * 1024;

/** Keys as a terminal sends them. */
const key = {
  interrupt: 0x03,
  endOfInput: 0x04,
  backspace: 0x08,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  eraseLine: 0x15,
  eraseWord: 0x17,
  space: 0x20,
  delete: 0x7f,
} as const;

/**
 * Reads lines from a stream. `open` is called when something is read for the first time, so that a command which reads
 * nothing leaves the stream alone. `onInterrupt` is called for Ctrl-C in a hidden line: there the terminal hands over
 * every key instead of making a signal of this one.
 */
export function createTerminalInput(
  open: () => InputStream,
  onInterrupt: () => void,
): TerminalInput {
  let source: Source | undefined;
  const sourceOf = () => {
    source ??= new Source(open());
    return source;
  };
  return {
    get isTerminal() {
      return sourceOf().stream.isTTY === true;
    },
    readLine: (signal) => sourceOf().readLine(signal),
    readHiddenLine: async (signal) => {
      const opened = sourceOf();
      opened.setRaw(true);
      try {
        return await readEditedLine(opened, onInterrupt, signal);
      } finally {
        opened.setRaw(false);
      }
    },
  };
}

/** Bytes of a stream on demand: between two reads the stream is paused and what came too early is kept. */
class Source {
  readonly stream: InputStream;
  #pending: Buffer = Buffer.alloc(0);
  #hasEnded = false;
  #failure: Error | undefined;
  #isRaw = false;
  #wake: () => void = () => {};

  constructor(stream: InputStream) {
    this.stream = stream;
    stream.on("data", (bytes: Buffer) => {
      this.#pending = Buffer.concat([this.#pending, this.#isRaw ? withLineFeeds(bytes) : bytes]);
      this.#wake();
    });
    stream.on("end", () => {
      this.#hasEnded = true;
      this.#wake();
    });
    stream.on("error", (error: Error) => {
      this.#failure = error;
      this.#wake();
    });
    stream.pause();
  }

  /** A raw terminal shows nothing of what is typed and hands over every key. */
  setRaw(isRaw: boolean): void {
    this.#isRaw = isRaw;
    this.stream.setRawMode?.(isRaw);
  }

  async readLine(signal?: AbortSignal): Promise<Buffer> {
    for (;;) {
      const end = this.#pending.indexOf(key.lineFeed);
      if (end >= 0) return this.#take(end + 1);
      if (this.#hasEnded) return this.#take(this.#pending.length);
      if (this.#pending.length > maxLineBytes) throw new Error("the line is too long");
      await this.#more(signal);
    }
  }

  /** The next byte, or undefined at the end. */
  async readByte(signal?: AbortSignal): Promise<number | undefined> {
    while (this.#pending.length === 0 && !this.#hasEnded) await this.#more(signal);
    return this.#take(1)[0];
  }

  #take(length: number): Buffer {
    const taken = this.#pending.subarray(0, length);
    this.#pending = this.#pending.subarray(length);
    return taken;
  }

  /** Waits until there is more, or the end. */
  async #more(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    await new Promise<void>((resolve) => {
      const wake = () => {
        signal?.removeEventListener("abort", wake);
        resolve();
      };
      this.#wake = wake;
      signal?.addEventListener("abort", wake);
      this.stream.resume();
    });
    this.stream.pause();
    signal?.throwIfAborted();
    if (this.#failure !== undefined) throw this.#failure;
  }
}

/** The Enter key of a raw terminal is a carriage return, also for lines that are typed ahead of their question. */
function withLineFeeds(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => (byte === key.carriageReturn ? key.lineFeed : byte)));
}

/** A line with the editing keys that a terminal has while it does not hand over every key. */
async function readEditedLine(
  source: Source,
  onInterrupt: () => void,
  signal?: AbortSignal,
): Promise<Buffer | undefined> {
  let typed: number[] = [];
  for (;;) {
    const byte = await source.readByte(signal);
    switch (byte) {
      case undefined:
        return typed.length === 0 ? undefined : Buffer.from(typed);
      case key.lineFeed:
        return Buffer.from(typed);
      case key.interrupt:
        onInterrupt();
        break;
      case key.endOfInput:
        break;
      case key.backspace:
      case key.delete:
        typed = withoutLastCharacter(typed);
        break;
      case key.eraseWord:
        typed = withoutLastWord(typed);
        break;
      case key.eraseLine:
        typed = [];
        break;
      default:
        if (typed.length >= maxLineBytes) throw new Error("the line is too long");
        typed.push(byte);
    }
  }
}

/** Takes off a whole character of UTF-8, as a terminal's line editing does. */
function withoutLastCharacter(bytes: readonly number[]): number[] {
  const isContinued = (byte: number) => (byte & 0xc0) === 0x80;
  const lead = bytes.findLastIndex((byte) => !isContinued(byte));
  return bytes.slice(0, Math.max(0, lead));
}

function withoutLastWord(bytes: readonly number[]): number[] {
  const wordEnd = bytes.findLastIndex((byte) => byte !== key.space) + 1;
  return bytes.slice(0, bytes.slice(0, wordEnd).lastIndexOf(key.space) + 1);
}
