import type { LintSettings, Rewrite } from "../file-kind.ts";
import type { Edit } from "../finding.ts";
import type { CalledCommand } from "../lint/called-command.ts";
import { JudgedProbe } from "../lint/judged-probe.ts";
import type { ReadFile } from "../read/read-probe.ts";
import type { Block, Command, Range } from "../read/shell/syntax.ts";
import { rightCheck } from "./right-check.ts";

/** Other ways to write the probes of a file, for those that single edits do not mend. */
export function rewritesOf({ containers }: ReadFile, settings: LintSettings): readonly Rewrite[] {
  return containers.flatMap(({ probes }) =>
    probes.map((read) => rewriteOf(new JudgedProbe(read, settings))),
  );
}

function rewriteOf(probe: JudgedProbe): Rewrite {
  const subject = probe.read.probe.name;
  const check = rightCheck(probe);
  if (check === undefined) return { subject, candidates: [], isPreferred: false };
  const obstacle = obstacleOf(probe);
  const edits: readonly (Edit | undefined)[] = [
    ...conditionEdits(probe, check),
    ...(obstacle === undefined ? [wholeEdit(probe, check), handlerEdit(probe, check)] : []),
  ];
  const candidates = edits.flatMap((edit) => (edit === undefined ? [] : [[edit]]));
  return {
    subject,
    candidates,
    ...(obstacle !== undefined && { obstacle }),
    // What runs in a container has lncli; whether it has curl and jq is not known.
    isPreferred:
      probe.read.image !== undefined &&
      probe.commands.some(({ name }) => /^(curl|wget|jq)$/.test(name)),
  };
}

/** Programs of which checks are made: a script of these alone does nothing that would be missed. */
const checking = new Set(
  `lncli curl wget jq grep egrep fgrep set exit test [ [[ true false : cat tr head tail cut seq nc ncat netcat pidof
   pgrep grpc_health_probe grpcurl sleep break continue echo printf sh bash dash ash return export sed awk`.split(
    /\s+/,
  ),
);

/** Why a script cannot be replaced as a whole: it does something else too. */
function obstacleOf(probe: JudgedProbe): string | undefined {
  if (probe.syntaxError !== undefined) return "its script is not understood";
  for (const command of probe.commands) {
    const { name, args } = command;
    if (!checking.has(name)) return `it also calls ${name}`;
    if (
      name === "lncli" &&
      /^(unlock|create|init|stop)/.test(String(args.find((arg) => !arg?.startsWith("-"))))
    ) {
      return "it also unlocks, makes or stops a wallet";
    }
    if (/^(echo|printf)$/.test(name) && isAlone(command)) return "it also says something";
    if (name === "exit" && !/^[01]$/.test(args[0] ?? "0")) return `it also ends with ${args[0]}`;
  }
  return probe.block?.items.some(isOther) === true
    ? "it also does something in the background"
    : undefined;
}

function isAlone({ pipeline, range }: CalledCommand): boolean {
  return pipeline[0] === range[0] && pipeline[1] === range[1];
}

function isOther(command: Command): boolean {
  return command.kind === "background" || command.kind === "function";
}

/** In a loop that waits for the state, its condition. */
function conditionEdits(probe: JudgedProbe, check: string): readonly (Edit | undefined)[] {
  const { script } = probe.read;
  if (probe.role !== "waiter" || script === undefined) return [];
  return (probe.block?.items ?? []).flatMap((item) => {
    if (item.kind !== "loop" || !asksIn(probe, item.condition)) return [];
    const range = rangeOf(item.condition);
    return range === undefined
      ? []
      : [script.text.edit(range, item.isUntil ? check : `! ${check}`)];
  });
}

function asksIn({ commands }: JudgedProbe, { range: [start, end] }: Block): boolean {
  return commands.some(
    ({ name, range }) =>
      /^(lncli|curl|wget|nc|ncat|netcat|pidof|pgrep)$/.test(name) &&
      range[0] >= start &&
      range[1] <= end,
  );
}

function wholeEdit(probe: JudgedProbe, check: string): Edit | undefined {
  const { script } = probe.read;
  const range = probe.block === undefined ? undefined : rangeOf(probe.block);
  if (script === undefined || range === undefined) return undefined;
  return script.text.edit(range, scriptWith(probe, check));
}

function handlerEdit(probe: JudgedProbe, check: string): Edit | undefined {
  const { handler } = probe.read;
  if (handler === undefined) return undefined;
  return { position: handler.position, text: handler.write(scriptWith(probe, check)) };
}

function scriptWith({ role }: JudgedProbe, check: string): string {
  return role === "waiter" ? `until ${check}; do sleep 1; done` : check;
}

function rangeOf({ items }: Block): Range | undefined {
  const [first, last] = [items[0], items.at(-1)];
  return first === undefined || last === undefined ? undefined : [first.range[0], last.range[1]];
}
