import type { FileKind, Linted, LintSettings, SourceText } from "../file-kind.ts";
import { lndConfKind } from "../lnd-conf/lnd-conf-kind.ts";
import { proxyKinds } from "../proxies/proxy-kinds.ts";
import { SourceError } from "../source-error.ts";
import { composeKind } from "./compose-kind.ts";
import { kubernetesKind } from "./kubernetes-kind.ts";
import { scriptKind } from "./script-kind.ts";

/**
 * The kinds of files that can be checked. They are asked in this order, so one that takes nearly everything stands
 * below those that know their own; `script` is last.
 */
export const fileKinds: readonly FileKind[] = [
  kubernetesKind,
  composeKind,
  ...proxyKinds,
  lndConfKind,
  scriptKind,
];

/** What `lintFile` is told beside the file. */
export interface LintFileSettings extends LintSettings {
  /** A kind's name; undefined: the first that recognises the file. */
  readonly kind?: string;
}

/** A file's lint and the kind that it was taken for. */
export interface LintedFile extends Linted {
  readonly kind: string;
}

/** Reads and lints a file. Throws a SourceError when its kind is unknown or it cannot be read. */
export function lintFile(source: SourceText, settings: LintFileSettings): LintedFile {
  const kind = fileKindOf(source, settings.kind);
  return { kind: kind.name, ...kind.lint(source, settings) };
}

/** The kind that is named, or else the first that recognises the file. Throws a SourceError when there is none. */
export function fileKindOf(source: SourceText, name?: string): FileKind {
  const names = fileKinds.map((kind) => kind.name).join(", ");
  if (name !== undefined) {
    const named = fileKinds.find((kind) => kind.name === name);
    if (named === undefined) throw new SourceError(`there is no kind "${name}"; kinds: ${names}`);
    return named;
  }
  const found = fileKinds.find((kind) => kind.recognises(source));
  if (found !== undefined) return found;
  throw new SourceError(
    `${source.file} looks like none of the kinds that can be checked; name one with --kind: ${names}`,
  );
}
