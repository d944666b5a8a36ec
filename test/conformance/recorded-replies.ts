import { readFileSync } from "node:fs";

/** A REST request that was sent to a real lnd with its admin macaroon, and what came back. */
export interface RecordedExchange {
  /** As it was noted: `POST /v1/invoices {"value":"1000"}`. */
  readonly title: string;
  readonly method: string;
  readonly path: string;
  readonly body: string | undefined;
  readonly reply: string;
  readonly status: number;
}

/** The exchanges of a recording, in order. A reply that was left out for its length makes no exchange. */
export function readExchanges(name: string): readonly RecordedExchange[] {
  const text = readFileSync(new URL(`../data/${name}`, import.meta.url), "utf8");
  return text
    .split(/^== /m)
    .slice(1)
    .flatMap((block) => {
      const end = block.indexOf("\n");
      const title = block.slice(0, end);
      const [, method = "", path = "", body] = /^(\w+) (\S+)(?: (.*))?$/s.exec(title) ?? [];
      const [, reply = "", status = ""] =
        /^(.*?)\s*\[(\d+)\]\s*$/s.exec(block.slice(end + 1)) ?? [];
      return reply === "" ? [] : [{ title, method, path, body, reply, status: Number(status) }];
    });
}

/** The words of the seed that the recorded wallet was created from. */
export function readSeed(name: string): readonly string[] {
  const text = readFileSync(new URL(`../data/${name}`, import.meta.url), "utf8");
  return (/^# Seed: (.*)$/m.exec(text)?.[1] ?? "").split(" ");
}
