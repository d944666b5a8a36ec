import type { SourceText } from "../../file-kind.ts";
import type { Notice } from "../../finding.ts";
import { kubernetesTimings, type ProbeRole } from "../../probe.ts";
import {
  isAboutLnd,
  type ReadContainer,
  type ReadFile,
  type ReadProbe,
  shellOf,
} from "../read-probe.ts";
import { type ScriptText, type Substitution, scriptOfScalar } from "../script-text.ts";
import { SourcePositions } from "../source-positions.ts";
import { readYaml } from "../yaml-document.ts";
import { entryOf, itemsAt, nodeAt, plainOf, textAt, type YamlNode } from "../yaml-node.ts";
import { actionOf, fieldPositions, handlers, namedPorts, timingsOf } from "./read-probe-field.ts";
import { workloadsOf } from "./read-workloads.ts";

const probeFields: readonly (readonly [field: string, role: ProbeRole])[] = [
  ["startupProbe", "startup"],
  ["livenessProbe", "liveness"],
  ["readinessProbe", "readiness"],
];

/** The probes of a Kubernetes manifest that are about an lnd. Throws a SourceError for what Kubernetes would refuse. */
export function readManifest(source: SourceText): ReadFile {
  const notices: Notice[] = [];
  const reader = new ManifestReader(source, notices);
  const workloads = readYaml(source).flatMap(({ root }) => workloadsOf(root, notices));
  const containers = workloads.flatMap(({ name, podSpec }) => reader.containersOf(name, podSpec));
  return { containers, notices };
}

class ManifestReader {
  readonly #source: SourceText;
  readonly #positions: SourcePositions;
  readonly #notices: Notice[];
  readonly #names = new Map<string, number>();

  constructor(source: SourceText, notices: Notice[]) {
    this.#source = source;
    this.#positions = new SourcePositions(source);
    this.#notices = notices;
  }

  containersOf(workload: string, podSpec: YamlNode): readonly ReadContainer[] {
    const main = itemsAt(podSpec, "containers").map((node) =>
      this.#container(node, `${workload}, container`),
    );
    const init = itemsAt(podSpec, "initContainers").map((node) => {
      const isSidecar = textAt(node, "restartPolicy") === "Always";
      const name = `${workload}, ${isSidecar ? "sidecar" : "init container"}`;
      return isSidecar ? this.#container(node, name) : this.#initContainer(node, name);
    });
    for (const node of itemsAt(podSpec, "ephemeralContainers")) this.#refuseProbes(node);
    return [...init, ...main].flatMap((container) => (container === undefined ? [] : [container]));
  }

  #container(node: YamlNode, prefix: string): ReadContainer | undefined {
    const name = this.#unique(`${prefix} ${textAt(node, "name") ?? "without a name"}`);
    const written = probeFields.flatMap(([field, role]) => {
      const at = nodeAt(node, field);
      return at?.kind === "map" ? [{ field, role, at }] : [];
    });
    if (written.length === 0) return undefined;
    if (!isLnd(node) && !written.some(({ at }) => isAboutLnd(JSON.stringify(plainOf(at))))) {
      this.#notices.push({
        message: `${name} looks like no lnd; its probes are not checked`,
        position: node.position,
      });
      return undefined;
    }
    const probes = written.flatMap(({ field, role, at }) =>
      this.#probe(node, name, field, role, at),
    );
    return probes.length === 0 ? undefined : { name, ...imageOf(node), probes };
  }

  #probe(
    container: YamlNode,
    name: string,
    field: string,
    role: ProbeRole,
    at: YamlNode,
  ): readonly ReadProbe[] {
    const timings = timingsOf(at, role);
    const action = actionOf(at, namedPorts(container), this.#notices);
    if (action === undefined) return [];
    const words = itemsAt(at, "exec", "command");
    const run = action.kind === "exec" ? this.#command(container, words) : undefined;
    const expanded = run === undefined ? action : { kind: "exec" as const, command: run.argv };
    const probe = {
      name: `${name}, ${field}`,
      role,
      action: expanded,
      timings,
      position: at.position,
    };
    return [
      {
        probe,
        ...imageOf(container),
        ...(run?.script !== undefined && { script: run.script }),
        lncliFlags: lncliFlagsOf(container),
        fields: fieldPositions(at),
        ...handlerOf(at, this.#source, this.#positions),
      },
    ];
  }

  /** An init container whose command waits for lnd is a waiter. */
  #initContainer(node: YamlNode, prefix: string): ReadContainer | undefined {
    this.#refuseProbes(node);
    const words = [...itemsAt(node, "command"), ...itemsAt(node, "args")];
    const run = this.#command(node, words);
    if (run.script === undefined || !/\blncli\b|\/v1\/state\b|\b10009\b/.test(run.script.text.text))
      return undefined;
    const name = this.#unique(`${prefix} ${textAt(node, "name") ?? "without a name"}`);
    const probe = {
      name: `${name}, command`,
      role: "waiter" as const,
      action: { kind: "exec" as const, command: run.argv },
      timings: kubernetesTimings,
      position: run.script.text.position([0, run.script.text.text.length]),
    };
    const read = { probe, ...imageOf(node), script: run.script, fields: new Map() };
    return { name, ...imageOf(node), probes: [read] };
  }

  #command(
    container: YamlNode,
    words: readonly YamlNode[],
  ): {
    argv: readonly string[];
    script?: { text: ScriptText; shell: NonNullable<ReturnType<typeof shellOf>>["shell"] };
  } {
    const substitution = variablesOf(container);
    const scripts = words.map((word) =>
      word.kind === "scalar"
        ? scriptOfScalar(this.#source, this.#positions, word, substitution)
        : undefined,
    );
    const argv = scripts.map((script) => script?.text ?? "");
    const shell = shellOf(argv);
    const text = shell === undefined ? undefined : scripts[shell.index];
    if (shell === undefined || text === undefined) return { argv };
    return { argv, script: { text, shell: shell.shell } };
  }

  #refuseProbes(node: YamlNode): void {
    for (const [field] of probeFields) {
      const at = nodeAt(node, field);
      if (at === undefined) continue;
      this.#notices.push({
        message: `Kubernetes takes no ${field} here: only containers, and init containers with restartPolicy Always, have probes`,
        position: at.position,
      });
    }
  }

  #unique(name: string): string {
    const count = (this.#names.get(name) ?? 0) + 1;
    this.#names.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  }
}

function imageOf(container: YamlNode): { readonly image?: string } {
  const image = textAt(container, "image");
  return image === undefined ? {} : { image };
}

/** From the handler's name to its end; what is written instead fits into maps of either style. */
function handlerOf(
  field: YamlNode,
  { text }: SourceText,
  positions: SourcePositions,
): Pick<ReadProbe, "handler"> {
  const entry = handlers.map((name) => entryOf(field, name)).find((found) => found !== undefined);
  if (entry === undefined) return {};
  const [start] = positions.offsetsOf(entry.keyPosition);
  const [, end] = positions.offsetsOf(entry.value.position);
  const written = text.slice(start, end).trimEnd();
  return {
    handler: {
      position: positions.between(start, start + written.length),
      write: (script) => `exec: {command: ["/bin/sh", "-c", ${JSON.stringify(script)}]}`,
    },
  };
}

function isLnd(container: YamlNode): boolean {
  const image = (textAt(container, "image") ?? "").split("/").at(-1) ?? "";
  return (
    /(?:^|[^a-z])lnd(?:[^a-z]|$)/.test(image) ||
    /^lnd(?:-\d+)?$/.test(textAt(container, "name") ?? "")
  );
}

/** kubelet puts variables in the place of `$(NAME)` before a command runs; one that it does not know stays. */
function variablesOf(container: YamlNode): Substitution {
  const values = new Map(
    itemsAt(container, "env").flatMap((entry) => {
      const [name, value] = [textAt(entry, "name"), textAt(entry, "value")];
      return name === undefined || value === undefined ? [] : [[name, value] as const];
    }),
  );
  return {
    pattern: /\$(\$)?\(([-._A-Za-z][-._A-Za-z0-9]*)\)/g,
    replace: ([whole, escaped, name = ""]) =>
      escaped === undefined ? values.get(name) : whole.slice(1),
    escape: (text) =>
      text.replace(/\$\(([-._A-Za-z][-._A-Za-z0-9]*)\)/g, (whole, name: string) =>
        values.has(name) ? `$${whole}` : whole,
      ),
  };
}

/** Where lnd has its folder or certificate elsewhere, its lncli must be told. */
function lncliFlagsOf(container: YamlNode): readonly string[] {
  const words = [...itemsAt(container, "command"), ...itemsAt(container, "args")].flatMap((word) =>
    word.kind === "scalar" ? word.text.split(/\s+/) : [],
  );
  return words.flatMap((word) => {
    const found = /^--?(lnddir|tlscertpath)=([\w./-]+)$/.exec(word);
    if (found !== null) return [`--${found[1]}=${found[2]}`];
    const port = /^--?rpclisten=\S*?:?(\d+)$/.exec(word)?.[1];
    return port === undefined || port === "10009" ? [] : [`--rpcserver=localhost:${port}`];
  });
}
