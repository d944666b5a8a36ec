import type { SourceText } from "../../file-kind.ts";
import {
  type NginxPass,
  type NginxPool,
  nginxPools,
  splitNginxAddress,
} from "../../proxies/nginx/nginx-pools.ts";
import {
  allDirectives,
  around,
  type NginxDirective,
  readNginx,
} from "../../proxies/nginx/read-nginx.ts";
import { isAboutLnd, isLeaderProxy } from "../../proxies/proxied-pool.ts";
import type { Protocol } from "../answers.ts";
import { ProxyProblem } from "../proxy-problem.ts";
import { type Replacement, replaceStretches } from "../replace-stretches.ts";
import {
  nodeMapping,
  type RewriteTargets,
  type RewrittenConfig,
  shortened,
  trafficOf,
} from "../rewriting.ts";

/** What needs rights or other places of the system, and what no request depends on. */
const dropped =
  /^(user|pid|daemon|master_process|error_log|access_log|lock_file|ssl_dhparam|ssl_stapling\w*|resolver|auth_basic\w*|\w+_temp_path|worker_cpu_affinity|worker_processes|worker_priority|worker_rlimit_\w+)$/;

/**
 * A copy of an nginx configuration for the lab; a part of one, such as a site, is put into a whole. Throws a
 * ProxyProblem when it has no way to lnd.
 */
export async function rewriteNginx(
  source: SourceText,
  targets: RewriteTargets,
): Promise<RewrittenConfig> {
  const file = readNginx(source);
  const all = allDirectives(file.directives);
  const pools = nginxPools(file, []);
  const ours = pools.filter(isAboutLnd);
  const nodeOf = nodeMapping(
    ours.map(({ servers }) => servers),
    targets.nodes,
  );
  const replacements: Replacement[] = [];
  replacements.push(...shortened(ours, source, targets));
  for (const pool of pools) {
    const placeOf = (host: string, index: number) => {
      if (!ours.includes(pool)) return "127.0.0.1:1";
      const isProxy = isLeaderProxy(`${pool.subject} ${host}`);
      const place = isProxy ? targets.leaderProxy : nodeOf(host, index);
      return `${place.host}:${trafficOfPool(pool) === "grpc" ? place.grpcPort : place.restPort}`;
    };
    replacements.push(...replacePool(pool, placeOf));
  }
  const ports: { grpc?: number; rest?: number } = {};
  let restPrefix: string | undefined;
  for (const server of all.filter(isFrontServer)) {
    const led = ours.flatMap((pool) =>
      pool.passes
        .filter(({ directive }) => around(directive, "server") === server)
        .map((pass) => ({ pool, pass })),
    );
    for (const listen of server.block?.filter(({ name }) => name.text === "listen") ?? []) {
      const [address] = listen.args;
      if (address === undefined) continue;
      const port = await targets.freePort();
      replacements.push({ from: address.from, to: address.to, text: `127.0.0.1:${port}` });
      for (const { pool, pass } of led) {
        const traffic = trafficOfPool(pool);
        ports[traffic] ??= port;
        if (traffic === "rest") restPrefix ??= prefixOf(pass);
      }
    }
  }
  replacements.push(...replaceFiles(all, targets));
  if (ports.grpc === undefined && ports.rest === undefined) {
    throw new ProxyProblem(
      `${source.file}: no server with a \`listen\` passes to what looks like lnd; name the upstream or its hosts lnd…, ` +
        "or use lnd's ports",
    );
  }
  const text = wholeConfig(replaceStretches(source.text, replacements), file.directives, targets);
  return { text, ports, ...(restPrefix !== undefined && { restPrefix }) };
}

function isFrontServer({ name, block }: NginxDirective): boolean {
  return name.text === "server" && block !== undefined;
}

function trafficOfPool({ passes, servers, upstream }: NginxPool): Protocol {
  if (passes.some(({ kind }) => kind === "grpc")) return "grpc";
  const isStream = passes.some(({ kind }) => kind === "stream");
  const listens = passes.flatMap(({ directive }) =>
    (around(directive, "server")?.block ?? [])
      .filter(({ name }) => name.text === "listen")
      .map(({ args }) => Number(/(\d+)$/.exec(args[0]?.text ?? "")?.[1])),
  );
  if (!isStream) return "rest";
  return trafficOf({
    ports: [...servers.map(({ port }) => port), ...listens],
    names: [upstream?.args[0]?.text ?? ""],
    otherwise: "grpc",
  });
}

/** A location's path stands in front of lnd's own where the pass has a path that takes its place. */
function prefixOf({ directive, path }: NginxPass): string | undefined {
  const location = around(directive, "location");
  const place = location?.args.at(-1)?.text;
  if (place === undefined || place === "/" || !place.startsWith("/")) return undefined;
  const isReplaced = path === "/" || location?.block?.some(({ name }) => name.text === "rewrite");
  return isReplaced ? place.replace(/\/$/, "") : undefined;
}

function replacePool(
  { passes, upstream, serverLines }: NginxPool,
  placeOf: (host: string, index: number) => string,
): readonly Replacement[] {
  if (upstream === undefined) {
    return passes.map(({ target, targetFrom }) => ({
      from: targetFrom,
      to: targetFrom + target.length,
      text: placeOf(splitNginxAddress(target).host, 0),
    }));
  }
  return serverLines.flatMap(({ args: [address] }, index) =>
    address === undefined
      ? []
      : [
          {
            from: address.from,
            to: address.to,
            text: placeOf(splitNginxAddress(address.text).host, index),
          },
        ],
  );
}

function replaceFiles(
  all: readonly NginxDirective[],
  targets: RewriteTargets,
): readonly Replacement[] {
  const { certificate, nodeCertificates } = targets;
  const files: { readonly [name: string]: string } = {
    ssl_certificate: certificate.cert,
    ssl_certificate_key: certificate.key,
    proxy_ssl_trusted_certificate: nodeCertificates,
    grpc_ssl_trusted_certificate: nodeCertificates,
    proxy_ssl_name: "localhost",
    grpc_ssl_name: "localhost",
  };
  return all.flatMap(({ name, args: [value], from, to }) => {
    if (dropped.test(name.text)) return [{ from, to, text: "" }];
    const text = files[name.text];
    return text === undefined || value === undefined
      ? []
      : [{ from: value.from, to: value.to, text }];
  });
}

/** Puts what is missing around it, and leads what nginx writes into the folder. */
function wholeConfig(
  text: string,
  directives: readonly NginxDirective[],
  { folder }: RewriteTargets,
): string {
  const has = (name: string) => directives.some((one) => one.name.text === name);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(" ");
  const head = `daemon off; pid ${folder}/nginx.pid; error_log stderr warn;${has("events") ? "" : " events {}"}`;
  if (!has("http") && !has("stream"))
    return `${head}\nhttp { access_log off; ${temporary}\n${text}\n}\n`;
  const http = `access_log off; ${temporary}`;
  return `${head}\n${text.replace(/(^|[\s;}])http\s*\{/, (found) => `${found} ${http}`)}`;
}
