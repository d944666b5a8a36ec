/** What a rule is about. */
export type RuleFamily = "probe" | "proxy" | "time";

/** How much it matters: an error breaks the contract, a warning may, a note is worth knowing. */
export type Severity = "error" | "warning" | "note";

/** Something about a probe or a proxy that was got wrong before. */
export interface Rule {
  readonly family: RuleFamily;
  readonly severity: Severity;
  /** What is wrong, in a few words. */
  readonly title: string;
  /** What lnd or Kubernetes or the proxy does, so that it is wrong. */
  readonly reason: string;
  /** What to write instead. */
  readonly advice: string;
  /** Wrong and right, for `leaderlab explain`. */
  readonly example: { readonly wrong: string; readonly right: string };
}
