import type { Notice, Position } from "../finding.ts";
import type { Probe } from "../probe.ts";
import type { ScriptText } from "./script-text.ts";

/** What runs a probe's script. */
export type ShellProgram = "sh" | "bash" | "dash" | "ash" | "busybox";

/** A probe as it was read, with what its rules are checked on. */
export interface ReadProbe {
  readonly probe: Probe;
  /** The image that it runs in, where that is known. */
  readonly image?: string;
  /** The script that a shell runs, and which shell; undefined for a command without one, and for what runs nothing. */
  readonly script?: { readonly text: ScriptText; readonly shell: ShellProgram };
  /** Flags that its lncli needs as its lnd has another folder or certificate. */
  readonly lncliFlags?: readonly string[];
  /** Where its fields are written, by name: timeoutSeconds, failureThreshold, path … */
  readonly fields: ReadonlyMap<string, Position>;
  /** What says how it asks, and how it is written when it is to run a script instead. */
  readonly handler?: { readonly position: Position; write(script: string): string };
}

/** The probes of one thing that runs an lnd. */
export interface ReadContainer {
  readonly name: string;
  readonly image?: string;
  readonly probes: readonly ReadProbe[];
}

/** What a file holds: what has probes, and what was not understood. */
export interface ReadFile {
  readonly containers: readonly ReadContainer[];
  readonly notices: readonly Notice[];
}

const shellNames: ReadonlySet<string> = new Set(["sh", "bash", "dash", "ash"]);

/** Which word of a command is a script, and what runs it; undefined when no shell is called. */
export function shellOf(
  argv: readonly string[],
): { readonly shell: ShellProgram; readonly index: number } | undefined {
  const names = argv.map((word) => word.slice(word.lastIndexOf("/") + 1));
  const first = names.findIndex((name) => name !== "env" && name !== "busybox" && !/=/.test(name));
  const name = names[first] ?? "";
  const known = shellNames.has(name) ? (name as ShellProgram) : undefined;
  const isBusybox = names.slice(0, first).includes("busybox");
  if (known === undefined) return undefined;
  for (let index = first + 1; index < argv.length - 1; index++) {
    const word = argv[index] ?? "";
    if (/^-[a-z]*c[a-z]*$/.test(word)) {
      return { shell: isBusybox ? "busybox" : known, index: index + 1 };
    }
    if (!word.startsWith("-") && argv[index - 1] !== "-o") return undefined;
  }
  return undefined;
}

/** Whether a command, a path or a script is about an lnd. */
export function isAboutLnd(text: string): boolean {
  return /\blncli\b|\/v1\/(?:state|getinfo)\b|\blnd\b|\b10009\b/.test(text);
}
