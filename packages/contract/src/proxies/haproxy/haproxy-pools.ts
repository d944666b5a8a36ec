import type { Notice } from "../../finding.ts";
import { type IdleLimit, isGrpcPort, type ProxiedPool } from "../proxied-pool.ts";
import { spanMs } from "../time-span.ts";
import { checkLinesOf, checkOf } from "./haproxy-check.ts";
import { mendingsOf } from "./haproxy-mendings.ts";
import { type HaproxyServer, linesWithDefaults, serversOf } from "./haproxy-server.ts";
import type { HaproxyFile, HaproxyLine, HaproxySection } from "./read-haproxy.ts";

/** A backend or listen section with what was found out about it. */
export interface HaproxyPool extends ProxiedPool {
  readonly section: HaproxySection;
  readonly mode: "tcp" | "http";
  readonly haproxyServers: readonly HaproxyServer[];
}

/** The pools of a configuration; a `server-template` counts as two servers or more. */
export function haproxyPools(file: HaproxyFile, notices: Notice[]): readonly HaproxyPool[] {
  return file.sections
    .filter(({ kind }) => kind === "backend" || kind === "listen")
    .map((section) => poolOf(section, file, notices))
    .filter(({ servers }) => servers.length > 0);
}

/** `tcp` unless a section, or its defaults, say otherwise. */
export function modeOf(section: HaproxySection): "tcp" | "http" {
  const mode = lastOf(section, "mode")?.words[1]?.text;
  return mode === "http" ? "http" : "tcp";
}

function poolOf(section: HaproxySection, file: HaproxyFile, notices: Notice[]): HaproxyPool {
  const servers = serversOf(section, file, notices);
  const lines = checkLinesOf(section);
  const first = servers[0];
  const port = Number(first?.options.get("port")?.value);
  const isChecked = servers.every(({ options }) => options.has("check") || options.has("track"));
  const { at } = file;
  const head = section.head;
  return {
    subject: `${section.kind} ${section.name ?? ""}`.trim(),
    position: at(head.words[0]?.from ?? 0, head.to),
    section,
    mode: modeOf(section),
    haproxyServers: servers,
    servers: servers.flatMap((server) =>
      Array.from({ length: server.count }, () => ({
        name: server.name,
        host: server.host,
        ...(server.port !== undefined && { port: server.port }),
        position: at(server.address.from, server.address.to),
      })),
    ),
    check: checkOf(lines, { isChecked, port: Number.isNaN(port) ? undefined : port, head }, file),
    ...detectionOf(servers, section, file),
    cutsSessions: servers.every(
      ({ options }) =>
        options.get("on-marked-down")?.value === "shutdown-sessions" || options.has("track"),
    ),
    idleLimits: idleLimitsOf(section, servers, file),
    mendings: mendingsOf({ section, servers, lines, file }),
  };
}

/** A dead server is found by the next check, and fails `fall` of them, the last of which may hang. */
function detectionOf(
  servers: readonly HaproxyServer[],
  section: HaproxySection,
  file: HaproxyFile,
) {
  const server = servers.find(({ options }) => options.has("check"));
  if (server === undefined) return {};
  const { options } = server;
  const spanOf = (name: string) => spanMs(options.get(name)?.value ?? "", "ms");
  const interMs = spanOf("inter") ?? 2000;
  const fastMs = spanOf("fastinter") ?? interMs;
  const fall = Number(options.get("fall")?.value ?? 3) || 3;
  const checkMs = spanMs(lastOf(section, "timeout", "check")?.words[2]?.text ?? "", "ms");
  const hangMs = Math.min(checkMs ?? interMs, Math.max(interMs, checkMs ?? 0));
  const set = options.get("inter") ?? options.get("fall");
  return {
    detectMs: interMs + (fall - 1) * fastMs + hangMs,
    detectFormula: `inter ${interMs} ms × fall ${fall} + what a check may take, ${hangMs} ms`,
    ...(set !== undefined && { detectPosition: file.at(set.option.from, set.word.to) }),
  };
}

function lastOf(section: HaproxySection, ...words: readonly string[]): HaproxyLine | undefined {
  return linesWithDefaults(section).findLast((line) =>
    words.every((word, index) => line.words[index]?.text === word),
  );
}

/** In TCP mode `timeout tunnel` stands in for the others; in HTTP mode it holds for WebSockets only. */
function idleLimitsOf(
  section: HaproxySection,
  servers: readonly HaproxyServer[],
  file: HaproxyFile,
): readonly IdleLimit[] {
  const isTcp = modeOf(section) === "tcp";
  const passesPings = isTcp && servers.some(({ port }) => isGrpcPort(port));
  const limitOf = (place: HaproxySection, kind: string): IdleLimit[] => {
    const line = lastOf(place, "timeout", kind);
    const value = line?.words[2];
    const ms = spanMs(value?.text ?? "", "ms");
    if (line === undefined || value === undefined || ms === undefined) return [];
    const position = file.at(line.words[0]?.from ?? line.to, value.to);
    const valuePosition = file.at(value.from, value.to);
    const edit = (toMs: number) => ({ position: valuePosition, text: `${toMs}ms` });
    return [{ name: `timeout ${kind}`, ms, position, passesPings, edit }];
  };
  const tunnels = limitOf(section, "tunnel");
  if (isTcp && tunnels.length > 0) return tunnels;
  const fronts = section.kind === "listen" ? [section] : frontendsOf(section, file);
  const clients = fronts.flatMap((front) => limitOf(front, "client"));
  const all = [...limitOf(section, "server"), ...(isTcp ? clients : []), ...tunnels];
  const seen = new Set<number>();
  return all.filter(({ position }) => {
    const key = (position?.line ?? 0) * 1000 + (position?.column ?? 0);
    return !seen.has(key) && seen.add(key);
  });
}

/** The frontends that lead to a backend. */
export function frontendsOf(backend: HaproxySection, file: HaproxyFile): readonly HaproxySection[] {
  return file.sections.filter(
    ({ kind, lines }) =>
      (kind === "frontend" || kind === "listen") &&
      lines.some(
        ({ words: [first, name] }) =>
          (first?.text === "default_backend" || first?.text === "use_backend") &&
          name?.text === backend.name,
      ),
  );
}
