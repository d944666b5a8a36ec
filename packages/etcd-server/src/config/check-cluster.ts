import { GoValueError, goQuote } from "@leaderlab/golang";
import type { Log } from "../log.ts";
import { configTexts } from "./config-texts.ts";
import type { EtcdConfig } from "./etcd-config.ts";
import { parseEtcdUrl } from "./etcd-url.ts";
import { FlagError } from "./go-flags.ts";

/**
 * Refuses a cluster that this member is not in, or in which it is not alone: there is nobody to form one with. Throws
 * FlagError. Mirrors: etcd types.NewURLsMap, config.ServerConfig VerifyBootstrap.
 */
export function checkCluster(config: EtcdConfig, log: Log): void {
  const members = parseCluster(config.cluster.initial);
  const refuse = (error: string) => {
    log("error", "bootstrap failed", { error });
    return new FlagError(error, "start");
  };
  const own = members.get(config.name);
  if (config.cluster.state === "existing") throw refuse(configTexts.noPeers);
  if (own === undefined) throw refuse(configTexts.notInCluster(goQuote(config.name)));
  if (members.size > 1) {
    throw refuse(configTexts.notSimulated("an --initial-cluster of several members"));
  }
  if (config.maxLearners < 0) throw refuse(configTexts.tooManyLearners);
  const cluster = [...own].sort();
  const advertised = [...config.peerUrls].sort();
  if (sameUrls(cluster, advertised)) return;
  const text = advertised.join(",");
  const missing = cluster.filter((url) => !advertised.includes(url));
  const member = missing.map((url) => `${config.name}=${url}`).join(",");
  throw refuse(
    missing.length > 0
      ? configTexts.clusterMismatch(member, text, cluster.join(","))
      : configTexts.advertisedMismatch(text, config.name, cluster.join(",")),
  );
}

/** etcd looks names up; ours knows one. */
function sameUrls(some: readonly string[], others: readonly string[]): boolean {
  const resolved = (urls: readonly string[]) =>
    urls
      .map((url) => url.replace("//localhost:", "//127.0.0.1:"))
      .sort()
      .join();
  return resolved(some) === resolved(others);
}

function parseCluster(text: string): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>();
  for (const pair of text.split(",").filter((part) => part !== "")) {
    const equals = pair.indexOf("=");
    const [name, url] = equals < 0 ? [pair, ""] : [pair.slice(0, equals), pair.slice(equals + 1)];
    const urls = members.get(name) ?? [];
    urls.push(readUrl(url));
    members.set(name, urls);
  }
  return members;
}

function readUrl(url: string): string {
  try {
    return parseEtcdUrl(url).text;
  } catch (error) {
    if (!(error instanceof GoValueError)) throw error;
    throw new FlagError(configTexts.initialCluster(error.message), "start");
  }
}
