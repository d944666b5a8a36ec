export * from "./check/index.ts";
export * from "./check-report.ts";
export * from "./contracts/index.ts";
export {
  type FileKind,
  type Linted,
  type LintSettings,
  type Shell,
  type SourceText,
  shells,
} from "./file-kind.ts";
export type { Edit, Finding, Notice, Position } from "./finding.ts";
export { type FixedFile, fixFile, type Unmended } from "./fix/fix-file.ts";
export { fileKinds, type LintedFile, type LintFileSettings, lintFile } from "./lint/file-kinds.ts";
export * from "./over-time/index.ts";
export {
  kubernetesTimings,
  type Probe,
  type ProbeAction,
  type ProbedContainer,
  type ProbeRole,
  type ProbeTimings,
} from "./probe.ts";
export * from "./report/index.ts";
export * from "./rules/index.ts";
export { SourceError } from "./source-error.ts";
