import type { Case } from "./case.ts";
import { electionCases } from "./election-cases.ts";
import { kvCases } from "./kv-cases.ts";
import { leaseCases } from "./lease-cases.ts";
import { leaseStreamCases } from "./lease-stream-cases.ts";
import { txnCases } from "./txn-cases.ts";
import { watchCases } from "./watch-cases.ts";

/** Every case, by group. */
export const caseGroups: Readonly<Record<string, readonly Case[]>> = {
  kv: kvCases,
  txn: txnCases,
  lease: [...leaseCases, ...leaseStreamCases],
  watch: watchCases,
  election: electionCases,
};
