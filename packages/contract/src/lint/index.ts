export type { LintSettings, SourceText } from "../file-kind.ts";
export type { Finding, Position } from "../finding.ts";
export { type FixedFile, fixFile, type Unmended } from "../fix/fix-file.ts";
export { SourceError } from "../source-error.ts";
export { fileKinds, type LintedFile, type LintFileSettings, lintFile } from "./file-kinds.ts";
