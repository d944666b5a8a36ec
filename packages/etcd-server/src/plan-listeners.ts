import { goTexts, splitGoHostPort } from "@leaderlab/golang";
import type { MuxTls } from "@leaderlab/rpc";
import { configTexts } from "./config/config-texts.ts";
import type { EtcdConfig } from "./config/etcd-config.ts";
import { addressOf, type EtcdUrl, isSecureUrl, isUnixUrl } from "./config/etcd-url.ts";
import { FlagError } from "./config/go-flags.ts";
import type { ListenAddress, ServedTraffic } from "./listeners.ts";
import type { Log } from "./log.ts";

/** A place of the configuration, before it is opened. */
interface Planned {
  readonly url: EtcdUrl;
  isSecure: boolean;
  isPlain: boolean;
  readonly serves: ServedTraffic;
}

/** Whether any place where clients come speaks TLS. */
export function needsTls(config: EtcdConfig): boolean {
  return clientUrls(config).some(isSecureUrl) || config.listenMetricsUrls.some(isSecureUrl);
}

const clientUrls = (config: EtcdConfig) => [
  ...config.listenClientUrls,
  ...config.listenClientHttpUrls,
];

/**
 * Refuses client URLs that want keys where there are none, and warns of those that pass keys over. Throws FlagError.
 * Mirrors: etcd embed configureClientListeners.
 */
export function checkClientUrls(config: EtcdConfig, hasKeys: boolean, log: Log): void {
  for (const url of clientUrls(config)) {
    const isSecure = isSecureUrl(url);
    const said = { "client-url": url.text };
    if (!isSecure && hasKeys) log("warn", configTexts.keysIgnored, said);
    if (!isSecure && config.tls.clientCertAuth && !config.tls.isAuto) {
      log("warn", configTexts.certAuthIgnored, said);
    }
    if (isSecure && !hasKeys) throw new FlagError(configTexts.keysMissing(url.text), "start");
  }
  if (!hasKeys && config.listenMetricsUrls.some(isSecureUrl)) {
    throw new FlagError(configTexts.metricsKeysMissing, "start");
  }
}

/**
 * Where to listen: URLs of one address share it, with TLS and without. With URLs for HTTP alone, the others serve gRPC
 * alone. Throws FlagError. Mirrors: etcd embed configureClientListeners, serveMetrics.
 */
export function planListeners(
  config: EtcdConfig,
  tls: MuxTls | undefined,
): readonly ListenAddress[] {
  const isSplit = config.listenClientHttpUrls.length > 0;
  const planned = new Map<string, Planned>();
  const add = (url: EtcdUrl, serves: ServedTraffic) => {
    const isSecure = isSecureUrl(url);
    const address = addressOf(url);
    const known = planned.get(address);
    if (known === undefined) {
      planned.set(address, { url, serves, isSecure, isPlain: !isSecure });
      return;
    }
    if (known.serves !== serves) throw new FlagError(configTexts.bothOnOneUrl(url.text), "start");
    known.isSecure ||= isSecure;
    known.isPlain ||= !isSecure;
  };
  for (const url of config.listenClientUrls) add(url, isSplit ? "grpc" : "grpc+http");
  for (const url of config.listenClientHttpUrls) add(url, "http");
  const places = [...planned.values()];
  for (const url of config.listenMetricsUrls) {
    const isSecure = isSecureUrl(url);
    places.push({ url, serves: "metrics", isSecure, isPlain: !isSecure });
  }
  return places.map((place) => ({
    ...socketOf(place.url),
    serves: place.serves,
    ...(place.isSecure && tls !== undefined && { tls, alsoPlain: place.isPlain }),
  }));
}

function socketOf(url: EtcdUrl): ListenAddress {
  if (isUnixUrl(url)) return { socketPath: addressOf(url) };
  const { host, port } = splitGoHostPort(url.host);
  if (Number(port) > 65_535) {
    throw new FlagError(`listen tcp: ${goTexts.address(port, goTexts.invalidPort)}`, "start");
  }
  return { host, port: Number(port) };
}
