import type { SourceText } from "../file-kind.ts";
import { kubernetesTimings, type ProbeRole } from "../probe.ts";
import type { ReadFile, ShellProgram } from "./read-probe.ts";
import { scriptOfFile } from "./script-text.ts";
import { SourcePositions } from "./source-positions.ts";

/** A script or a command as one probe. Without a role that is given, one that loops is a waiter. */
export function readScriptFile(source: SourceText, role?: ProbeRole): ReadFile {
  const positions = new SourcePositions(source);
  const text = scriptOfFile(source, positions);
  const program = /^#!\s*\S*?(?:env\s+)?\b(bash|dash|ash|sh)\b/.exec(source.text)?.[1] ?? "sh";
  const shell = program as ShellProgram;
  const isLoop = /(?:^|[\s;])(?:while|until)\s/.test(source.text);
  const probe = {
    name: source.file,
    role: role ?? (isLoop ? ("waiter" as const) : ("readiness" as const)),
    action: { kind: "exec" as const, command: [`/bin/${shell}`, "-c", source.text] },
    timings: kubernetesTimings,
    position: positions.between(0, source.text.trimEnd().length),
  };
  const read = { probe, script: { text, shell }, fields: new Map() };
  return { containers: [{ name: source.file, probes: [read] }], notices: [] };
}
