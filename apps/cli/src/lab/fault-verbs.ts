import type { FaultSnapshot } from "@leaderlab/cluster";
import {
  type FaultField,
  type FaultName,
  faultKind,
  faultNames,
  fieldsOfFault,
  parseFaultSpec,
} from "@leaderlab/cluster/faults";
import { UsageError } from "../usage-error.ts";
import { parseMs } from "./duration.ts";
import type { LabVerb, VerbCall, VerbFlags } from "./lab-verb.ts";

/** `latencyMs` is `--latency-ms` on a command line. */
const flagOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function everyField(): ReadonlyMap<string, FaultField> {
  return new Map(faultNames.flatMap(fieldsOfFault).map((field) => [field.name, field]));
}

function faultFlags(): VerbFlags {
  const flags: VerbFlags = { for: { type: "string" } };
  for (const { name } of everyField().values()) flags[flagOf(name)] = { type: "string" };
  return flags;
}

function kindLines(): string {
  return faultNames
    .map((name) => {
      const { summary, fabrics } = faultKind(name);
      const flags = fieldsOfFault(name)
        .map(({ name: field, isRequired }) => {
          const flag = `--${flagOf(field)} …`;
          return isRequired ? flag : `[${flag}]`;
        })
        .join(" ");
      const where = fabrics.includes("sockets") ? "" : " (in simulations only)";
      return `  ${`${name} ${flags}`.trim()}\n      ${summary}${where}\n`;
    })
    .join("");
}

/** `leaderlab fault`: lets something go wrong. */
export const faultVerb: LabVerb = {
  usage: `Usage: leaderlab fault KIND [flags]

Lets something go wrong in a running playground, until \`leaderlab heal\` or for some time.

${kindLines()}
  --link FROM:TO     lnd-1:etcd, client:lnd-1, or *:etcd for every node's link to etcd.
  --direction WAY    both (default), toServer or toClient.
  --for DURATION     Undo it by itself after so much of the cluster's time: 10s, 1m30s.
`,
  flags: faultFlags(),
  async run({ api, words, flags }) {
    const [kind, ...more] = words;
    if (kind === undefined || more.length > 0) {
      throw new UsageError(`name one kind of fault: ${faultNames.join(", ")}`);
    }
    const spec = specOf(kind, flags);
    const { for: duration } = flags;
    const forMs = typeof duration === "string" ? { forMs: parseMs("--for", duration) } : {};
    const fault = await api.post<FaultSnapshot>("faults", { ...spec, ...forMs });
    return { json: fault, text: faultLine(fault) };
  },
};

function specOf(kind: string, flags: VerbCall["flags"]): object {
  const spec: Record<string, unknown> = { kind };
  const fields = everyField();
  for (const [name, { type }] of fields) {
    const given = flags[flagOf(name)];
    if (typeof given !== "string") continue;
    spec[name] = type === "number" ? numberOf(name, given) : given;
  }
  try {
    return parseFaultSpec(spec);
  } catch (error) {
    const hint = (faultNames as readonly string[]).includes(kind)
      ? flagHint(kind as FaultName)
      : "";
    throw new UsageError(`${error instanceof Error ? error.message : error}${hint}`);
  }
}

function flagHint(kind: FaultName): string {
  const flags = fieldsOfFault(kind).map(({ name }) => `--${flagOf(name)}`);
  return flags.length === 0 ? "" : `. Its flags: ${flags.join(", ")}`;
}

/** A plain number, or for what is a time a duration. */
function numberOf(name: string, text: string): number {
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (name.endsWith("Ms")) return parseMs(`--${flagOf(name)}`, text);
  throw new UsageError(`--${flagOf(name)} takes a number, not "${text}"`);
}

function faultLine({ id, words, remainingMs }: FaultSnapshot): string {
  const left = remainingMs === null ? "" : ` (for ${(remainingMs / 1000).toFixed(1)} s more)`;
  return `${id}  ${words}${left}`;
}

function faultLines(faults: readonly FaultSnapshot[]): string {
  return faults.length === 0 ? "nothing goes wrong" : faults.map(faultLine).join("\n");
}

/** `leaderlab faults`: what goes wrong at the moment. */
export const faultsVerb: LabVerb = {
  usage: "Usage: leaderlab faults [flags]\n\nLists the faults at work in a running playground.\n",
  flags: {},
  async run({ api, words }) {
    if (words.length > 0) throw new UsageError(`it takes no "${words[0]}"`);
    const faults = await api.get<readonly FaultSnapshot[]>("faults");
    return { json: faults, text: faultLines(faults) };
  },
};

/** `leaderlab heal`: undoes faults. */
export const healVerb: LabVerb = {
  usage: "Usage: leaderlab heal ID… | --all\n\nUndoes faults of a running playground.\n",
  flags: { all: { type: "boolean" } },
  async run({ api, words, flags }) {
    const isAll = flags["all"] === true;
    if (isAll === words.length > 0) {
      throw new UsageError("name faults by their ids, such as fault-1, or --all");
    }
    let left: readonly FaultSnapshot[] = [];
    if (isAll) left = await api.delete("faults");
    for (const id of words) left = await api.delete(`faults/${encodeURIComponent(id)}`);
    return { json: left, text: faultLines(left) };
  },
};
