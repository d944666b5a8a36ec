import type { SourceText } from "../file-kind.ts";
import type { Program } from "./program.ts";
import type { RewriteTargets, RewrittenConfig } from "./rewriting.ts";

/** A proxy that the kit can start with a user's configuration. */
export interface ProxyEngine {
  readonly program: Program;
  /** What its configuration is called in the temporary folder. */
  readonly fileName: string;
  /** A copy for the lab. Rejects with a ProxyProblem when it has no way to lnd. */
  rewrite(source: SourceText, targets: RewriteTargets): Promise<RewrittenConfig>;
  validateArgs(path: string, folder: string): readonly string[];
  runArgs(path: string, folder: string): readonly string[];
  env?(folder: string): { readonly [name: string]: string };
}
