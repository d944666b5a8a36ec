import type { TrafficContract } from "./check-report.ts";
import type { Edit, Finding, Notice } from "./finding.ts";
import type { ProbedContainer, ProbeRole } from "./probe.ts";

/** A file that is checked. */
export interface SourceText {
  /** As the user named it; goes into positions. */
  readonly file: string;
  readonly text: string;
}

/** The shells in which an exec probe may run. */
export const shells = ["dash", "bash", "busybox"] as const;

/** A shell in which an exec probe may run. */
export type Shell = (typeof shells)[number];

/** What a linter needs to know beside the file. */
export interface LintSettings {
  readonly contract: TrafficContract;
  /** What `/bin/sh` is where the probe runs; undefined when the user did not say: then whatever the image has. */
  readonly shell?: Shell;
  /** What a script is; undefined: a waiter when it loops, else a readiness probe. Other files say it themselves. */
  readonly role?: ProbeRole;
}

/** What was read and found in a file. */
export interface Linted {
  /** The probes to run; empty for a proxy's configuration. */
  readonly containers: readonly ProbedContainer[];
  readonly findings: readonly Finding[];
  readonly notices: readonly Notice[];
}

/** Other ways to write a probe as a whole; each is tried, and none is taken that breaks a rule. */
export interface Rewrite {
  /** As in findings. */
  readonly subject: string;
  readonly candidates: readonly (readonly Edit[])[];
  /** Whether they are better than the edits of its findings, where these would do. */
  readonly isPreferred: boolean;
  /** Why it is not written anew as a whole. */
  readonly obstacle?: string;
}

/** A kind of file that can be checked: one row of the table, one folder. */
export interface FileKind {
  /** As `--kind` names it: kubernetes, compose, script, haproxy, nginx, caddy, envoy, traefik. */
  readonly name: string;
  /** Whether this looks like one. Kinds are asked in the order of the table; the first that says yes has it. */
  recognises(source: SourceText): boolean;
  /** Reads and lints it. Throws a SourceError with a position when it cannot be read. */
  lint(source: SourceText, settings: LintSettings): Linted;
  /** Other ways to write what it lints, for `fix`. */
  rewrites?(source: SourceText, settings: LintSettings): readonly Rewrite[];
}
