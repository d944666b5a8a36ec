export { expectedOf } from "./expected-of.ts";
export { lndPorts } from "./port-of.ts";
export { limitOf } from "./run-probe.ts";
export {
  type LncliCall,
  ProbeProblem,
  type RunLncli,
  type RunSettings,
  type TruthTableOptions,
} from "./run-settings.ts";
export { durationsOf, timeoutFinding } from "./timeout-finding.ts";
export { truthTable } from "./truth-table.ts";
