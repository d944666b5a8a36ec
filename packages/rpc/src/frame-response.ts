import { Writable } from "node:stream";

/** The longest line that is passed on, in bytes; a longer one ends the answer. */
const maxLineBytes = 4 * 1024 * 1024;

/**
 * What a JSON gateway takes for an HTTP response, and cuts into lines: each goes to `send`, in order, and the next one
 * waits until it has been taken. Status and headers are dropped.
 */
export class FrameResponse extends Writable {
  headersSent = false;
  readonly req = { method: "GET" };
  readonly #send: (line: string) => Promise<void>;
  #rest = "";

  constructor(send: (line: string) => Promise<void>) {
    super({ decodeStrings: false });
    this.#send = send;
  }

  writeHead(_status: number, _headers?: unknown): this {
    this.headersSent = true;
    return this;
  }

  setHeader(): this {
    return this;
  }

  removeHeader(): void {}

  flushHeaders(): void {}

  override _write(chunk: Buffer | string, _encoding: string, done: (error?: Error) => void): void {
    const lines = `${this.#rest}${chunk.toString()}`.split("\n");
    this.#rest = lines.pop() ?? "";
    if (this.#rest.length > maxLineBytes) done(new Error("a line is too long"));
    else this.#sendAll(lines).then(() => done(), done);
  }

  override _final(done: (error?: Error) => void): void {
    this.#sendAll([this.#rest]).then(() => done(), done);
  }

  async #sendAll(lines: readonly string[]): Promise<void> {
    for (const line of lines) if (line !== "") await this.#send(line);
  }
}
