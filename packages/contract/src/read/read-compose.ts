import { parseGoDuration, toMs } from "@leaderlab/golang";
import type { SourceText } from "../file-kind.ts";
import type { Notice, Position } from "../finding.ts";
import type { ProbeTimings } from "../probe.ts";
import { SourceError } from "../source-error.ts";
import { unknownField } from "./kubernetes/check-fields.ts";
import {
  isAboutLnd,
  type ReadContainer,
  type ReadFile,
  type ReadProbe,
  shellOf,
} from "./read-probe.ts";
import { type Substitution, scriptOfScalar } from "./script-text.ts";
import { SourcePositions } from "./source-positions.ts";
import { readYaml } from "./yaml-document.ts";
import { entryOf, nodeAt, textAt, type YamlNode } from "./yaml-node.ts";

/** Docker's own timings of a healthcheck. */
const dockerTimings: ProbeTimings = {
  initialDelayMs: 0,
  periodMs: 30_000,
  timeoutMs: 30_000,
  successThreshold: 1,
  failureThreshold: 3,
};

const fields = [
  "test",
  "interval",
  "timeout",
  "retries",
  "start_period",
  "start_interval",
  "disable",
];

/** The healthchecks of a compose file's services that are about an lnd. Throws a SourceError. */
export function readCompose(source: SourceText): ReadFile {
  const notices: Notice[] = [];
  const positions = new SourcePositions(source);
  const containers: ReadContainer[] = [];
  for (const { root } of readYaml(source)) {
    const services = nodeAt(root, "services");
    for (const { key, value } of services?.kind === "map" ? services.entries : []) {
      noticeDependencies(key, value, services, notices);
      const container = serviceOf(source, positions, key, value, notices);
      if (container !== undefined) containers.push(container);
    }
  }
  return { containers, notices };
}

function serviceOf(
  source: SourceText,
  positions: SourcePositions,
  service: string,
  node: YamlNode,
  notices: Notice[],
): ReadContainer | undefined {
  const healthcheck = nodeAt(node, "healthcheck");
  if (healthcheck?.kind !== "map") return undefined;
  const name = `service ${service}`;
  for (const { key, keyPosition } of healthcheck.entries) {
    if (fields.includes(key) || key.startsWith("x-")) continue;
    notices.push({
      message: unknownField(key, `${name}.healthcheck`, fields),
      position: keyPosition,
    });
  }
  const run = runOf(source, positions, healthcheck);
  if (run === undefined) return undefined;
  const image = textAt(node, "image");
  if (!isAboutLnd(`${image?.split("/").at(-1) ?? ""} ${run.argv.join(" ")}`)) {
    notices.push({
      message: `${name} looks like no lnd; its healthcheck is not checked`,
      position: healthcheck.position,
    });
    return undefined;
  }
  const probe: ReadProbe = {
    probe: {
      name: `${name}, healthcheck`,
      role: "readiness",
      action: { kind: "exec", command: run.argv },
      timings: timingsOf(healthcheck),
      position: healthcheck.position,
    },
    ...(image !== undefined && { image }),
    ...(run.script !== undefined && { script: run.script }),
    fields: positionsOf(healthcheck),
    handler: run.handler,
  };
  return { name, ...(image !== undefined && { image }), probes: [probe] };
}

type Run = Pick<ReadProbe, "script"> &
  Required<Pick<ReadProbe, "handler">> & { readonly argv: readonly string[] };

function runOf(
  source: SourceText,
  positions: SourcePositions,
  healthcheck: YamlNode,
): Run | undefined {
  const test = nodeAt(healthcheck, "test");
  if (
    test === undefined ||
    (nodeAt(healthcheck, "disable")?.kind === "scalar" && textAt(healthcheck, "disable") === "true")
  ) {
    return undefined;
  }
  const read = (node: YamlNode) => {
    if (node.kind !== "scalar")
      throw new SourceError("test takes a text or a list of texts", node.position);
    return scriptOfScalar(source, positions, node, composeVariables);
  };
  const handler = {
    position: test.position,
    write: (script: string) => `["CMD-SHELL", ${JSON.stringify(composeVariables.escape(script))}]`,
  };
  if (test.kind !== "list") {
    const text = read(test);
    return { argv: ["/bin/sh", "-c", text.text], script: { text, shell: "sh" }, handler };
  }
  const [kind, ...words] = test.items.map(read);
  if (kind?.text === "NONE") return undefined;
  if (kind?.text === "CMD-SHELL") {
    const text = words[0] ?? kind;
    if (words.length !== 1) throw new SourceError("CMD-SHELL takes one text", test.position);
    return { argv: ["/bin/sh", "-c", text.text], script: { text, shell: "sh" }, handler };
  }
  if (kind?.text !== "CMD" || words.length === 0) {
    throw new SourceError(
      "test is a text, or a list that begins with CMD, CMD-SHELL or NONE",
      test.position,
    );
  }
  const argv = words.map(({ text }) => text);
  const shell = shellOf(argv);
  const text = shell === undefined ? undefined : words[shell.index];
  return shell === undefined || text === undefined
    ? { argv, handler }
    : { argv, script: { text, shell: shell.shell }, handler };
}

/** Compose puts variables of its own environment in; what has no default is not known here and stays. */
const composeVariables: Substitution = {
  pattern: /\$(?:(\$)|\{\w+:?-([^{}$]*)\})/g,
  replace: ([, dollar, otherwise]) => (dollar === undefined ? otherwise : "$"),
  escape: (text) => text.replaceAll("$", "$$$$"),
};

function timingsOf(healthcheck: YamlNode): ProbeTimings {
  const span = (name: string, otherwise: number) => {
    const text = textAt(healthcheck, name);
    if (text === undefined) return otherwise;
    try {
      const ms = toMs(parseGoDuration(text));
      if (ms >= 0) return ms === 0 ? otherwise : ms;
    } catch {
      // Told below.
    }
    throw new SourceError(
      `${name} takes a duration such as 30s or 1m30s, not "${text}"`,
      nodeAt(healthcheck, name)?.position,
    );
  };
  const retries = nodeAt(healthcheck, "retries");
  const count = retries?.kind === "scalar" && retries.value !== null ? Number(retries.value) : 0;
  if (!Number.isInteger(count) || count < 0)
    throw new SourceError("retries takes a whole number", retries?.position);
  return {
    initialDelayMs: span("start_period", 0),
    periodMs: span("interval", dockerTimings.periodMs),
    timeoutMs: span("timeout", dockerTimings.timeoutMs),
    successThreshold: 1,
    failureThreshold: count === 0 ? dockerTimings.failureThreshold : count,
  };
}

function positionsOf(healthcheck: YamlNode): ReadonlyMap<string, Position> {
  const entries = healthcheck.kind === "map" ? healthcheck.entries : [];
  const names = new Map([
    ["timeout", "timeoutSeconds"],
    ["retries", "failureThreshold"],
  ]);
  return new Map(entries.map(({ key, value }) => [names.get(key) ?? key, value.position]));
}

function noticeDependencies(
  service: string,
  node: YamlNode,
  services: YamlNode | undefined,
  notices: Notice[],
): void {
  const dependencies = nodeAt(node, "depends_on");
  for (const { key, value } of dependencies?.kind === "map" ? dependencies.entries : []) {
    const other = entryOf(services, key)?.value;
    if (textAt(value, "condition") !== "service_healthy" || other === undefined) continue;
    if (nodeAt(other, "healthcheck") !== undefined) continue;
    notices.push({
      message: `service ${service} waits for ${key} to be healthy, and ${key} has no healthcheck here: without one in its image it waits for ever`,
      position: value.position,
    });
  }
}
