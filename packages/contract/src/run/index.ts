export { expectationsOf, expectedOf } from "./expected-of.ts";
export {
  type LncliCall,
  ProbeProblem,
  type RunLncli,
  type RunSettings,
  type TruthTableOptions,
} from "./run-settings.ts";
export { timeoutFinding } from "./timeout-finding.ts";
export { truthTable } from "./truth-table.ts";
