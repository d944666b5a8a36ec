import type { Model } from "./checker.ts";

/** What is done to one register: the value of one key, as somebody sees it who does not look at revisions. */
export type RegisterOp =
  | { readonly kind: "read"; readonly key: string }
  | { readonly kind: "write"; readonly key: string; readonly value: string };

/** A read gives the value, null where there is none; a write gives null. */
export const registerModel: Model<string | null, RegisterOp, string | null> = {
  initial: null,
  step: (state, op) =>
    op.kind === "read" ? { state, output: state } : { state: op.value, output: null },
  agrees: (expected, seen) => expected === seen,
  fingerprint: (state) => JSON.stringify(state),
};
