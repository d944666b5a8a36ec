import type { Edit, Notice, Position } from "../../finding.ts";
import {
  type BodyMatch,
  type IdleLimit,
  isGrpcPort,
  type PoolCheck,
  type PooledServer,
  type ProxiedPool,
} from "../proxied-pool.ts";
import { spanMs } from "../time-span.ts";
import {
  allDirectives,
  around,
  inherited,
  type NginxDirective,
  type NginxFile,
} from "./read-nginx.ts";

/** A `proxy_pass` or `grpc_pass`, and where it leads. */
export interface NginxPass {
  readonly directive: NginxDirective;
  readonly kind: "http" | "grpc" | "stream";
  readonly isTls: boolean;
  /** The name of an upstream, or `host:port`. */
  readonly target: string;
  /** Where the target stands in the text. */
  readonly targetFrom: number;
  readonly upstream: NginxDirective | undefined;
  /** What follows the target in a URL. */
  readonly path: string;
}

/** An upstream, or the single server of a pass, with the passes that lead there. */
export interface NginxPool extends ProxiedPool {
  readonly upstream: NginxDirective | undefined;
  readonly passes: readonly NginxPass[];
  /** The `server` lines of the upstream; empty without one. */
  readonly serverLines: readonly NginxDirective[];
}

/** Every pass of a file, those to a variable left out. */
export function passesOf(file: NginxFile): readonly NginxPass[] {
  const all = allDirectives(file.directives);
  const upstreams = all.filter(
    ({ name, block }) => name.text === "upstream" && block !== undefined,
  );
  return all.flatMap((directive): NginxPass[] => {
    const [url] = directive.args;
    const name = directive.name.text;
    if ((name !== "proxy_pass" && name !== "grpc_pass") || url === undefined) return [];
    const parts = /^(?:(https?|grpcs?):\/\/)?([^/$]+)(\/.*)?$/.exec(url.text);
    const target = parts?.[2];
    if (target === undefined) return [];
    const isStream = around(directive, "stream") !== undefined;
    const quoted = file.text[url.from] === '"' || file.text[url.from] === "'" ? 1 : 0;
    const scheme = parts?.[1] ?? "";
    return [
      {
        directive,
        kind: name === "grpc_pass" ? "grpc" : isStream ? "stream" : "http",
        isTls: /s$/.test(scheme),
        target,
        targetFrom: url.from + quoted + (scheme === "" ? 0 : scheme.length + 3),
        upstream: upstreams.find((one) => one.args[0]?.text === target),
        path: parts?.[3] ?? "",
      },
    ];
  });
}

/** The pools of a file: its upstreams as far as something is passed to them, and single servers. */
export function nginxPools(file: NginxFile, notices: Notice[]): readonly NginxPool[] {
  const byTarget = new Map<string, NginxPass[]>();
  for (const pass of passesOf(file)) {
    byTarget.set(pass.target, [...(byTarget.get(pass.target) ?? []), pass]);
  }
  return [...byTarget.values()].map((passes) => poolOf(passes, file, notices));
}

/** `10.0.0.1:10009`, `lnd-1`; a Unix socket has no port. */
export function splitNginxAddress(text: string): { host: string; port?: number } {
  const parts = /^(.*?):(\d+)$/.exec(text);
  if (parts === null || text.startsWith("unix:")) return { host: text };
  return { host: (parts[1] ?? "").replace(/^\[|\]$/g, ""), port: Number(parts[2]) };
}

function poolOf(passes: readonly NginxPass[], file: NginxFile, notices: Notice[]): NginxPool {
  const [first] = passes;
  if (first === undefined) throw new Error("a pool has a pass");
  const { upstream } = first;
  const head = upstream ?? first.directive;
  const serverLines = (upstream?.block ?? []).filter(({ name }) => name.text === "server");
  const position = file.at(
    head.from,
    upstream === undefined ? head.to : (head.args[0]?.to ?? head.to),
  );
  const servers: readonly PooledServer[] =
    upstream === undefined
      ? [{ name: first.target, ...splitNginxAddress(first.target), position }]
      : serverLines.flatMap(({ args: [address] }) =>
          address === undefined
            ? []
            : [
                {
                  name: address.text,
                  ...splitNginxAddress(address.text),
                  position: file.at(address.from, address.to),
                },
              ],
        );
  tellOfBuffers(passes, file, notices);
  const isGrpc = servers.some(({ port }) => isGrpcPort(port));
  const advice =
    "nginx without its commercial extensions can neither ask servers nor end what runs over them: let it forward to " +
    "`leaderlab proxy`, as `leaderlab generate nginx` writes it.";
  return {
    subject:
      upstream === undefined
        ? `${first.directive.name.text} ${first.target}`
        : `upstream ${first.target}`,
    position,
    upstream,
    passes,
    serverLines,
    servers,
    check: checkOf(passes, file, position),
    cutsSessions: false,
    idleLimits: passes.map((pass) => idleLimitOf(pass, isGrpc, file)),
    mendings: {
      PROXY001: { advice },
      PROXY003: { advice },
      PROXY004: {
        advice: `Set ${[...new Set(passes.map(({ kind }) => `\`${timeouts[kind].name} 24h;\``))].join(" and ")}.`,
        edits: passes.flatMap((pass) => idleEdits(pass, file, "24h")),
      },
    },
  };
}

/** `health_check` and `match` are nginx Plus'; nothing else of nginx's asks servers. */
function checkOf(passes: readonly NginxPass[], file: NginxFile, position: Position): PoolCheck {
  const found = passes
    .map(({ directive }) =>
      directive.parent?.block?.find(({ name }) => name.text === "health_check"),
    )
    .find((one) => one !== undefined);
  if (found === undefined) return { kind: "passive", position };
  const option = (name: string) =>
    found.args.find(({ text }) => text.startsWith(`${name}=`))?.text.slice(name.length + 1);
  const match = allDirectives(file.directives).find(
    ({ name, args, block }) =>
      name.text === "match" && block !== undefined && args[0]?.text === option("match"),
  );
  const bodies = (match?.block ?? []).flatMap(({ name, args }): BodyMatch[] => {
    const [operator, pattern] = args;
    if (name.text !== "body" || operator === undefined || pattern === undefined) return [];
    return [{ pattern: pattern.text, isRegex: true, isNegated: operator.text === "!~" }];
  });
  const place = file.at(found.from, found.to);
  const port = Number(option("port"));
  return {
    kind: "http",
    position: place,
    requestPosition: place,
    method: "GET",
    path: option("uri") ?? "/",
    ...(!Number.isNaN(port) && { port }),
    bodies,
    hasMacaroon: false,
  };
}

const timeouts = {
  http: { name: "proxy_read_timeout", defaultMs: 60_000 },
  grpc: { name: "grpc_read_timeout", defaultMs: 60_000 },
  stream: { name: "proxy_timeout", defaultMs: 600_000 },
} as const;

function idleLimitOf(pass: NginxPass, isGrpc: boolean, file: NginxFile): IdleLimit {
  const { directive, kind } = pass;
  const { name, defaultMs } = timeouts[kind];
  const set = inherited(directive, name);
  const value = set?.args.map(({ text }) => text).join(" ");
  const ms = value === undefined ? defaultMs : (spanMs(value, "s") ?? 0);
  const place = set ?? directive;
  return {
    name: set === undefined ? `${name}, which is ${defaultMs / 1000} s when it is not set,` : name,
    ms,
    position: file.at(place.from, place.to),
    passesPings: kind === "stream" && isGrpc,
    edit: (toMs) => {
      const [edit] = idleEdits(pass, file, `${toMs}ms`);
      if (edit === undefined) throw new Error("a pass can be given a timeout");
      return edit;
    },
  };
}

function idleEdits({ directive, kind }: NginxPass, file: NginxFile, span: string): readonly Edit[] {
  const { name } = timeouts[kind];
  const set = inherited(directive, name);
  const [value] = set?.args ?? [];
  const last = set?.args.at(-1);
  if (value !== undefined && last !== undefined) {
    return [{ position: file.at(value.from, last.to), text: span }];
  }
  const lineFrom = file.text.lastIndexOf("\n", directive.from - 1) + 1;
  const before = file.text.slice(lineFrom, directive.from);
  const gap = /^[ \t]*$/.test(before) ? `\n${before}` : " ";
  return [{ position: file.at(directive.to, directive.to), text: `${gap}${name} ${span};` }];
}

function tellOfBuffers(passes: readonly NginxPass[], file: NginxFile, notices: Notice[]): void {
  for (const { directive, kind } of passes) {
    if (kind !== "http" || inherited(directive, "proxy_buffering")?.args[0]?.text === "off")
      continue;
    notices.push({
      message:
        "without `proxy_buffering off` messages of REST streams are held back until a buffer is full",
      position: file.at(directive.from, directive.to),
    });
  }
}
