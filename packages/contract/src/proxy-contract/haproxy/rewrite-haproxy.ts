import type { SourceText } from "../../file-kind.ts";
import {
  frontendsOf,
  type HaproxyPool,
  haproxyPools,
} from "../../proxies/haproxy/haproxy-pools.ts";
import type { HaproxyServer } from "../../proxies/haproxy/haproxy-server.ts";
import {
  type HaproxyFile,
  type HaproxyLine,
  type HaproxyWord,
  readHaproxy,
} from "../../proxies/haproxy/read-haproxy.ts";
import { isAboutLnd, isLeaderProxy } from "../../proxies/proxied-pool.ts";
import type { Protocol } from "../answers.ts";
import type { NodePlace } from "../proxy-lab.ts";
import { ProxyProblem } from "../proxy-problem.ts";
import { type Replacement, replaceStretches } from "../replace-stretches.ts";
import {
  nodeMapping,
  type RewriteTargets,
  type RewrittenConfig,
  shortened,
  trafficOf,
} from "../rewriting.ts";

/** Lines that need rights, other files or other machines, and that no request depends on. */
const dropped: { readonly [kind: string]: RegExp } = {
  global:
    /^(daemon|chroot|user|group|uid|gid|pidfile|stats|log|log-tag|log-send-hostname|master-worker|nbproc|nbthread|cpu-map|ca-base|crt-base|ssl-dh-param-file|server-state-base|server-state-file|localpeer|setcap|ulimit-n|node)$/,
  any: /^(log|errorfile|errorfiles|email-alert|load-server-state-from-file|server-state-file-name)$/,
};
/** Sections that are left out whole: they reach out to other machines or programs. */
const droppedSections = /^(peers|mailers|program|ring|log-forward|resolvers)$/;

/** A copy of an HAProxy configuration for the lab. Throws a ProxyProblem when it has no way to lnd. */
export async function rewriteHaproxy(
  source: SourceText,
  targets: RewriteTargets,
): Promise<RewrittenConfig> {
  const file = readHaproxy(source);
  const pools = haproxyPools(file, []);
  const ours = pools.filter(isAboutLnd);
  const replacements: Replacement[] = dropLines(file);
  replacements.push(...shortened(ours, source, targets));
  const nodeOf = nodeMapping(
    ours.map(({ haproxyServers }) => haproxyServers),
    targets.nodes,
  );
  for (const pool of pools) {
    const traffic = ours.includes(pool) ? trafficOfPool(pool, file) : undefined;
    for (const [index, server] of pool.haproxyServers.entries()) {
      const place = isLeaderProxy(`${pool.section.name} ${server.name} ${server.host}`)
        ? targets.leaderProxy
        : nodeOf(server.host, index);
      replacements.push(...replaceServer(server, { traffic, place, targets, pool }));
    }
    replacements.push(...replaceOptions(pool.section.lines, targets));
  }
  for (const { kind, lines } of file.sections) {
    if (kind === "defaults") replacements.push(...replaceOptions(lines, targets));
  }
  const ports: { grpc?: number; rest?: number } = {};
  for (const section of file.sections) {
    if (section.kind !== "frontend" && section.kind !== "listen") continue;
    const led = ours.filter(
      (pool) => pool.section === section || frontendsOf(pool.section, file).includes(section),
    );
    for (const line of section.lines) {
      if (line.words[0]?.text !== "bind") continue;
      const port = await targets.freePort();
      replacements.push(...replaceBind(line, port, targets));
      for (const pool of led) ports[trafficOfPool(pool, file)] ??= port;
    }
  }
  if (ports.grpc === undefined && ports.rest === undefined) {
    throw new ProxyProblem(
      `${source.file}: no frontend with a \`bind\` leads to a backend that looks like lnd's; ` +
        "name the backend or its servers lnd…, or use lnd's ports",
    );
  }
  return { text: replaceStretches(source.text, replacements), ports };
}

function trafficOfPool(pool: HaproxyPool, file: HaproxyFile): Protocol {
  const fronts = frontendsOf(pool.section, file);
  const binds = [...fronts, pool.section].flatMap(({ lines }) =>
    lines.flatMap(({ words }) =>
      words[0]?.text === "bind" ? [Number(/:(\d+)$/.exec(words[1]?.text ?? "")?.[1])] : [],
    ),
  );
  const names = [pool.section, ...fronts].map(({ name }) => name ?? "");
  const isHttp2 = pool.haproxyServers.some(({ options }) => options.get("proto")?.value === "h2");
  return trafficOf({
    ports: [...pool.servers.map(({ port }) => port), ...binds],
    names,
    otherwise: isHttp2 || pool.mode === "tcp" ? "grpc" : "rest",
  });
}

function dropLines({ sections }: HaproxyFile): Replacement[] {
  return sections.flatMap(({ kind, head, lines }) => {
    const whole = droppedSections.test(kind);
    const gone = lines.filter(
      ({ words }) =>
        whole ||
        (dropped[kind] ?? /^$/).test(words[0]?.text ?? "") ||
        dropped["any"]?.test(words[0]?.text ?? ""),
    );
    return [...(whole ? [head] : []), ...gone].map((line) => ({
      from: fromOf(line),
      to: line.to,
      text: "",
    }));
  });
}

function fromOf({ words, to }: HaproxyLine): number {
  return words[0]?.from ?? to;
}

interface ServerPlace {
  /** Undefined: a backend that is none of lnd's; nobody is there. */
  readonly traffic: Protocol | undefined;
  readonly place: NodePlace;
  readonly targets: RewriteTargets;
  readonly pool: HaproxyPool;
}

function replaceServer(server: HaproxyServer, where: ServerPlace): readonly Replacement[] {
  const { traffic, place, pool, targets } = where;
  const { line, address, options, count } = server;
  if (traffic === undefined) return [{ ...address, text: "127.0.0.1:1" }];
  const portOf = (at: NodePlace) => (traffic === "grpc" ? at.grpcPort : at.restPort);
  const { adminPort } = targets.leaderProxy;
  const asks = pool.check.kind === "http" && /^\/(leader|ready)$/.test(pool.check.path);
  const checkPort = asks && place === targets.leaderProxy ? adminPort : place.restPort;
  const isChecked = options.has("port") || (asks && place === targets.leaderProxy);
  const check = isChecked ? ` port ${checkPort}` : "";
  if (count === 1) {
    return [
      { ...address, text: `${place.host}:${portOf(place)}` },
      { from: line.to, to: line.to, text: check },
    ];
  }
  // A template stands for as many servers as the lab has nodes.
  const rest = line.words
    .slice(4)
    .map(({ text }) => text)
    .join(" ");
  const servers = targets.nodes.map(
    (node, index) =>
      `${line.indent}server ${server.name}${index + 1} ${node.host}:${portOf(node)} ${rest}${check}`,
  );
  return [{ from: fromOf(line) - line.indent.length, to: line.to, text: servers.join("\n") }];
}

/** Options whose value only means something on the user's own machines. */
const valueless = /^(resolvers|init-addr|addr|resolve-prefer|resolve-net|resolve-opts|source)$/;

function replaceOptions(
  lines: readonly HaproxyLine[],
  targets: RewriteTargets,
): readonly Replacement[] {
  return lines.flatMap(({ words }) => {
    const isServer = /^(server|default-server|server-template)$/.test(words[0]?.text ?? "");
    const isConnect = words[0]?.text === "http-check" && words[1]?.text === "connect";
    if (!isServer && !isConnect) return [];
    return words.flatMap((word, index) =>
      optionReplacement(word, words[index + 1], isConnect, targets),
    );
  });
}

function optionReplacement(
  word: HaproxyWord,
  value: HaproxyWord | undefined,
  isConnect: boolean,
  { nodeCertificates, certificate, nodes }: RewriteTargets,
): readonly Replacement[] {
  if (value === undefined) return [];
  if (valueless.test(word.text)) return [{ from: word.from, to: value.to, text: "" }];
  if (word.text === "port" && isConnect)
    return [{ ...value, text: String(nodes[0]?.restPort ?? 0) }];
  if (word.text === "ca-file") return [{ ...value, text: nodeCertificates }];
  if (word.text === "crt") return [{ ...value, text: certificate.both }];
  if (word.text === "verifyhost") return [{ ...value, text: "localhost" }];
  return [];
}

function replaceBind(
  line: HaproxyLine,
  port: number,
  { certificate }: RewriteTargets,
): readonly Replacement[] {
  const [, address] = line.words;
  if (address === undefined) return [];
  const replaced: Replacement[] = [{ ...address, text: `127.0.0.1:${port}` }];
  for (const [index, word] of line.words.entries()) {
    const value = line.words[index + 1];
    if (value === undefined) continue;
    if (word.text === "crt" || word.text === "crt-list") {
      replaced.push({ from: word.from, to: value.to, text: `crt ${certificate.both}` });
    }
    if (/^(user|uid|group|gid|mode|interface|ca-file|verify)$/.test(word.text)) {
      replaced.push({ from: word.from, to: value.to, text: "" });
    }
  }
  return replaced;
}
