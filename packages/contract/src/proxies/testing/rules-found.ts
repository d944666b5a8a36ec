import type { TrafficContract } from "../../check-report.ts";
import type { FileKind } from "../../file-kind.ts";

/** The rules that a text breaks and where, in order: `PROXY001 line 3`. */
export function rulesFoundIn(
  kind: FileKind,
  text: string,
  contract: TrafficContract = "serving",
): readonly string[] {
  const { findings } = kind.lint({ file: "f", text }, { contract });
  return findings.map(({ rule, position }) => `${rule} line ${position?.line}`).toSorted();
}
