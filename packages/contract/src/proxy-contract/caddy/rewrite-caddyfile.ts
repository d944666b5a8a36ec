import type { SourceText } from "../../file-kind.ts";
import { type CaddyPool, caddyPools } from "../../proxies/caddy/caddy-pools.ts";
import {
  allSegments,
  type Caddyfile,
  type CaddySegment,
  type CaddySite,
  readCaddyfile,
  segmentOf,
} from "../../proxies/caddy/read-caddyfile.ts";
import { isAboutLnd, leadsToLeaderProxy } from "../../proxies/proxied-pool.ts";
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

/** Options for all of Caddy that need rights, other files or other machines. */
const droppedOptions =
  /^(admin|http_port|https_port|auto_https|email|acme_\w+|cert_issuer|storage\w*|log|debug|default_bind|skip_install_trust|ocsp_\w+|on_demand_tls|local_certs|key_type|pki|preferred_chains|persist_config)$/;

/** A copy of a Caddyfile for the lab. Throws a ProxyProblem when it has no way to lnd. */
export async function rewriteCaddyfile(
  source: SourceText,
  targets: RewriteTargets,
): Promise<RewrittenConfig> {
  const file = readCaddyfile(source);
  const pools = caddyPools(file);
  const ours = pools.filter(isAboutLnd);
  const nodeOf = nodeMapping(
    ours.map(({ upstreams }) => upstreams),
    targets.nodes,
  );
  const replacements: Replacement[] = replaceOptions(file);
  replacements.push(...shortened(ours, source, targets));
  for (const pool of pools) {
    const traffic = trafficOfPool(pool);
    for (const [index, { word, scheme, host }] of pool.upstreams.entries()) {
      const place = leadsToLeaderProxy(pool) ? targets.leaderProxy : nodeOf(host, index);
      const port = traffic === "grpc" ? place.grpcPort : place.restPort;
      const address = ours.includes(pool) ? `${place.host}:${port}` : "127.0.0.1:1";
      replacements.push({ from: word.from, to: word.to, text: `${scheme}${address}` });
    }
    replacements.push(...replaceProxyOptions(pool, targets));
  }
  const ports: { grpc?: number; rest?: number } = {};
  for (const site of file.sites) {
    const port = await targets.freePort();
    replacements.push(...replaceSite(site, port, targets));
    for (const pool of ours.filter((one) => one.site === site)) ports[trafficOfPool(pool)] ??= port;
  }
  if (ports.grpc === undefined && ports.rest === undefined) {
    throw new ProxyProblem(
      `${source.file}: no site has a \`reverse_proxy\` to what looks like lnd; name the hosts lnd…, or use lnd's ports`,
    );
  }
  const added = "admin off\n\tauto_https disable_redirects\n\tskip_install_trust\n";
  const text = replaceStretches(source.text, [
    ...replacements,
    ...(file.options?.blockFrom === undefined
      ? []
      : [{ from: file.options.blockFrom, to: file.options.blockFrom, text: `\n\t${added}` }]),
  ]);
  return { text: file.options === undefined ? `{\n\t${added}}\n${text}` : text, ports };
}

function trafficOfPool({ upstreams, segment, site }: CaddyPool): Protocol {
  const versions = segmentOf(segmentOf(segment.block, "transport")?.block, "versions");
  const isHttp2 =
    upstreams.some(({ scheme }) => scheme === "h2c://") ||
    (versions !== undefined && !versions.words.some(({ text }) => text === "1.1"));
  return trafficOf({
    ports: upstreams.map(({ port }) => port),
    names: [site.addresses[0]?.text ?? "", ...upstreams.map(({ host }) => host)],
    otherwise: isHttp2 ? "grpc" : "rest",
  });
}

function replaceOptions({ options }: Caddyfile): Replacement[] {
  return (options?.block ?? [])
    .filter(({ words: [name] }) => droppedOptions.test(name?.text ?? ""))
    .map(({ from, to }) => ({ from, to, text: "" }));
}

function replaceProxyOptions(
  { segment, check }: CaddyPool,
  targets: RewriteTargets,
): readonly Replacement[] {
  const asks = check.kind === "http" && /^\/(leader|ready)$/.test(check.path);
  const healthPort = asks ? targets.leaderProxy.adminPort : (targets.nodes[0]?.restPort ?? 0);
  return allSegments(segment.block ?? []).flatMap(({ words: [name, value] }) => {
    if (name === undefined || value === undefined) return [];
    const put = (text: string) => [{ from: value.from, to: value.to, text }];
    if (name.text === "health_port") return put(String(healthPort));
    if (name.text === "tls_trusted_ca_certs") return put(targets.nodeCertificates);
    return name.text === "tls_server_name" ? put("localhost") : [];
  });
}

/** Whether Caddy would serve a site over TLS. */
function isTls({ addresses, segments }: CaddySite): boolean {
  const address = addresses[0]?.text.replace(/,$/, "") ?? "";
  if (address.startsWith("http://")) return false;
  if (address.startsWith("https://") || segmentOf(segments, "tls") !== undefined) return true;
  const port = /:(\d+)$/.exec(address)?.[1];
  return port === "443" || (port !== "80" && !/^:\d+$/.test(address));
}

function replaceSite(
  site: CaddySite,
  port: number,
  { certificate }: RewriteTargets,
): readonly Replacement[] {
  const { addresses, segments, bodyFrom } = site;
  const [first] = addresses;
  const last = addresses.at(-1);
  if (first === undefined || last === undefined) return [];
  const secure = isTls(site);
  const tls = secure ? `\ttls ${certificate.cert} ${certificate.key}\n` : "";
  const gone = (segment: CaddySegment | undefined): readonly Replacement[] =>
    segment === undefined ? [] : [{ from: segment.from, to: segment.to, text: "" }];
  return [
    { from: first.from, to: last.to, text: `${secure ? "https" : "http"}://127.0.0.1:${port}` },
    {
      from: bodyFrom,
      to: bodyFrom,
      text: `\n\tbind 127.0.0.1\n${tls}`,
    },
    ...["tls", "log", "bind", "basic_auth", "basicauth"].flatMap((name) =>
      gone(segmentOf(segments, name)),
    ),
  ];
}
