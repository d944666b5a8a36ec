import type { TerminalInput } from "../terminal-input.ts";

/** No configuration is larger than this. */
const mostBytes = 16 * 1024 * 1024;

/** All of standard input as text. Rejects beyond 16 MiB, and with the signal's reason when it aborts. */
export async function readStdin(input: TerminalInput, signal?: AbortSignal): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for (;;) {
    const line = await input.readLine(signal);
    if (line.length === 0) return Buffer.concat(parts).toString("utf8");
    parts.push(line);
    bytes += line.length;
    if (bytes > mostBytes) throw new Error("standard input: more than 16 MiB");
  }
}
