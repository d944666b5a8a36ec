import type { Severity } from "./rules/rule.ts";
import type { RuleId } from "./rules/rule-table.ts";

/** A stretch of a file. Lines and columns count from 1; the end is the place behind the last character. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A stretch of a file and what is to stand there instead. */
export interface Edit {
  readonly position: Position;
  readonly text: string;
}

/** A rule that a probe or a configuration breaks. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** What is wrong here, as one sentence. */
  readonly message: string;
  /** Which part it is about, in words: `StatefulSet lnd, container lnd, readinessProbe`. */
  readonly subject: string;
  /** Where in the file; undefined for what did not come from one. */
  readonly position?: Position;
  /** What to write instead, as one sentence. */
  readonly advice: string;
  /** Mends it, if that can be done without knowing more. */
  readonly edits?: readonly Edit[];
}

/** Something that was not understood and is therefore not checked: an unknown field, a directive. */
export interface Notice {
  readonly message: string;
  readonly position?: Position;
}
