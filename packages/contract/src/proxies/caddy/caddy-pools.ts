import type { Edit } from "../../finding.ts";
import {
  type IdleLimit,
  isLeaderProxy,
  type PoolCheck,
  type ProxiedPool,
} from "../proxied-pool.ts";
import { spanMs } from "../time-span.ts";
import {
  allSegments,
  type Caddyfile,
  type CaddySegment,
  type CaddySite,
  type CaddyWord,
  segmentOf,
} from "./read-caddyfile.ts";

/** An upstream's address, and the word that has it. */
export interface CaddyUpstream {
  readonly word: CaddyWord;
  /** `https://`, `h2c://` … or nothing. */
  readonly scheme: string;
  readonly host: string;
  readonly port?: number;
}

/** A `reverse_proxy` of a site. */
export interface CaddyPool extends ProxiedPool {
  readonly site: CaddySite;
  readonly segment: CaddySegment;
  readonly upstreams: readonly CaddyUpstream[];
}

/** Every `reverse_proxy` of a Caddyfile. */
export function caddyPools(file: Caddyfile): readonly CaddyPool[] {
  return file.sites.flatMap((site) =>
    allSegments(site.segments)
      .filter(({ words }) => words[0]?.text === "reverse_proxy")
      .map((segment) => poolOf(site, segment, file)),
  );
}

function poolOf(site: CaddySite, segment: CaddySegment, file: Caddyfile): CaddyPool {
  const upstreams = upstreamsOf(segment);
  const position = file.at(segment.from, segment.words.at(-1)?.to ?? segment.to);
  const host = site.addresses[0]?.text ?? "";
  return {
    subject: `site ${host}, reverse_proxy`,
    position,
    site,
    segment,
    upstreams,
    servers: upstreams.map(({ word, host: name, port }) => ({
      name: word.text,
      host: name,
      ...(port !== undefined && { port }),
      position: file.at(word.from, word.to),
    })),
    check: checkOf(segment, file),
    ...detectionOf(segment, file),
    cutsSessions: false,
    saysLeaderProxy: isLeaderProxy(file.text.slice(segment.from, segment.to)),
    idleLimits: idleLimitsOf(segment, file),
    mendings: {
      PROXY001: {
        advice: "Ask by `health_uri /v1/state` and match by `health_body`.",
        edits: bodyEdits(segment, file),
      },
      PROXY002: { edits: lateEdits(segment, file) },
      PROXY003: {
        advice:
          "Caddy does not end requests that run over an upstream which is taken out: let it forward to " +
          "`leaderlab proxy`, which does, as `leaderlab generate caddy` writes it.",
      },
      PROXY004: {
        advice:
          "Leave `read_timeout`, `write_timeout` and `stream_timeout` out, or set them to 24h.",
        edits: valueEdits(idleSegments(segment, file), file, "24h"),
      },
      PROXY005: { edits: valueEdits([segmentOf(segment.block, "health_method")], file, "GET") },
      PROXY006: { edits: valueEdits([healthUri(segment)], file, "/v1/state") },
    },
  };
}

function upstreamsOf({ words, block }: CaddySegment): readonly CaddyUpstream[] {
  const [, first, ...others] = words;
  const isMatcher = first !== undefined && /^(@|\*$|\/)/.test(first.text);
  const direct = first === undefined || isMatcher ? others : [first, ...others];
  const further = (block ?? []).flatMap((one) =>
    one.words[0]?.text === "to" ? one.words.slice(1) : [],
  );
  return [...direct, ...further].map((word) => {
    const parts = /^([a-z0-9+]+:\/\/)?(.*?)(?::(\d+)(?:-\d+)?)?$/.exec(word.text);
    const port = parts?.[3];
    return {
      word,
      scheme: parts?.[1] ?? "",
      host: (parts?.[2] ?? "").replace(/^\[|\]$/g, ""),
      ...(port !== undefined && { port: Number(port) }),
    };
  });
}

function healthUri({ block }: CaddySegment): CaddySegment | undefined {
  return segmentOf(block, "health_uri") ?? segmentOf(block, "health_path");
}

function checkOf(segment: CaddySegment, file: Caddyfile): PoolCheck {
  const { block, from, words, to } = segment;
  const head = file.at(from, words.at(-1)?.to ?? to);
  const uri = healthUri(segment);
  const path = uri?.words[1]?.text;
  if (uri === undefined || path === undefined) {
    const passive = (block ?? []).find(({ words: [name] }) =>
      /^(fail_duration|max_fails|unhealthy_\w+)$/.test(name?.text ?? ""),
    );
    if (segmentOf(block, "health_port") !== undefined) return { kind: "tcp", position: head };
    return { kind: passive === undefined ? "none" : "passive", position: head };
  }
  const body = segmentOf(block, "health_body");
  const pattern = body?.words[1]?.text;
  const place = body ?? uri;
  const port = Number(segmentOf(block, "health_port")?.words[1]?.text);
  const headers = segmentOf(block, "health_headers");
  const method = segmentOf(block, "health_method");
  const asked = method ?? uri;
  return {
    kind: "http",
    position: file.at(place.from, place.to),
    requestPosition: file.at(asked.from, asked.to),
    method: method?.words[1]?.text ?? "GET",
    path: path.replace(/\?.*$/, ""),
    ...(!Number.isNaN(port) && { port }),
    bodies: pattern === undefined ? [] : [{ pattern, isRegex: true, isNegated: false }],
    hasMacaroon: allSegments(headers?.block ?? []).some(({ words: [name] }) =>
      /macaroon/i.test(name?.text ?? ""),
    ),
  };
}

function detectionOf(segment: CaddySegment, file: Caddyfile) {
  if (healthUri(segment) === undefined) return {};
  const { block } = segment;
  const textOf = (name: string) => segmentOf(block, name)?.words[1]?.text ?? "";
  const intervalMs = spanMs(textOf("health_interval"), "s") ?? 30_000;
  const timeoutMs = spanMs(textOf("health_timeout"), "s") ?? 5000;
  const fails = Number(textOf("health_fails")) || 1;
  const set = segmentOf(block, "health_interval");
  return {
    detectMs: intervalMs * fails + timeoutMs,
    detectFormula: `health_interval ${intervalMs / 1000} s × ${fails} + health_timeout ${timeoutMs / 1000} s`,
    ...(set !== undefined && { detectPosition: file.at(set.from, set.to) }),
  };
}

/** What cuts a response that is silent, or lasts too long. */
function idleSegments({ block }: CaddySegment, { options }: Caddyfile): readonly CaddySegment[] {
  const transport = segmentOf(block, "transport");
  const servers = (options?.block ?? []).filter(({ words: [name] }) => name?.text === "servers");
  const timeouts = servers.flatMap((one) => segmentOf(one.block, "timeouts")?.block ?? []);
  return [
    segmentOf(transport?.block, "read_timeout"),
    segmentOf(transport?.block, "write_timeout"),
    segmentOf(block, "stream_timeout"),
    segmentOf(timeouts, "write"),
  ].filter((one) => one !== undefined);
}

function idleLimitsOf(segment: CaddySegment, file: Caddyfile): readonly IdleLimit[] {
  return idleSegments(segment, file).flatMap(({ words: [name, value], from, to }) => {
    const ms = spanMs(value?.text ?? "", "s");
    if (name === undefined || ms === undefined) return [];
    const place = value && file.at(value.from, value.to);
    const edit = (toMs: number) => ({ position: place ?? file.at(from, to), text: `${toMs}ms` });
    return [{ name: name.text, ms, position: file.at(from, to), passesPings: false, edit }];
  });
}

/** `{"state":"SERVER_ACTIVE"}` as a regular expression, in Caddy's other quotes. */
export const healthBody = 'health_body `"state":"SERVER_ACTIVE"`';

function bodyEdits(segment: CaddySegment, { at, text }: Caddyfile): readonly Edit[] {
  const body = segmentOf(segment.block, "health_body");
  if (body !== undefined) return [{ position: at(body.from, body.to), text: healthBody }];
  const uri = healthUri(segment);
  if (uri === undefined || uri.words[1]?.text.startsWith("/v1/state") !== true) return [];
  const end = text.indexOf("\n", uri.to);
  const next = end < 0 ? text.length : end + 1;
  return [{ position: at(next, next), text: `${uri.indent}${healthBody}\n` }];
}

function lateEdits({ block }: CaddySegment, file: Caddyfile): readonly Edit[] {
  return valueEdits(
    [segmentOf(block, "health_interval"), segmentOf(block, "health_timeout")],
    file,
    "2s",
  );
}

function valueEdits(
  segments: readonly (CaddySegment | undefined)[],
  { at }: Caddyfile,
  text: string,
): readonly Edit[] {
  return segments.flatMap((segment) => {
    const value = segment?.words[1];
    return value === undefined ? [] : [{ position: at(value.from, value.to), text }];
  });
}
