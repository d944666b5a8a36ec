import type { Load } from "./load.ts";

/** A load with the words of its row. */
export interface BenchCase {
  readonly words: string;
  readonly load: Load;
}

const hundred = { clients: 100 } as const;

/** What is measured of a server that runs, in this order. */
export const benchCases: readonly BenchCase[] = [
  { words: "put, 1 client", load: { case: "put" } },
  {
    words: "put, 100 clients on 100 connections",
    load: { case: "put", ...hundred, connections: 100 },
  },
  { words: "put, 100 clients on 1 connection", load: { case: "put", ...hundred } },
  {
    words: "range of one key, 100 clients on 100 connections",
    load: { case: "range", ...hundred, connections: 100 },
  },
  { words: "range of one key, 100 clients on 1 connection", load: { case: "range", ...hundred } },
  { words: "txn of 1 compare and 1 put, 100 clients", load: { case: "txn-1", ...hundred } },
  { words: "txn of 64 compares and 64 puts, 100 clients", load: { case: "txn-64", ...hundred } },
  {
    words: "lnd's wallet: 1,285 compares, 766 puts, 519 ranges, 1 client",
    load: { case: "wallet" },
  },
  { words: "lease keep-alive, 100 streams", load: { case: "keep-alive", ...hundred } },
  {
    words: "watch: events to 1,000 watchers of one key",
    load: { case: "watch-fan-out", count: 1000 },
  },
];
