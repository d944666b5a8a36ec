import type { Edit, Position } from "../../finding.ts";
import type { RuleId, Severity } from "../../rules/index.ts";
import type { JudgedProbe } from "../judged-probe.ts";

/** What a rule found; what is left out is as its row in the table of rules has it. */
export interface Found {
  readonly message: string;
  readonly severity?: Severity;
  readonly position?: Position | undefined;
  readonly advice?: string;
  readonly edits?: readonly (Edit | undefined)[];
}

/** What a liveness or startup probe is to ask instead. */
export const onlyAnswers = "Ask only whether lnd answers: lncli state >/dev/null.";

/** A rule about probes. */
export interface ProbeRule {
  readonly id: RuleId;
  /** At most one finding a place. */
  check(probe: JudgedProbe): Iterable<Found>;
}
