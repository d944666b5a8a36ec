import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { isIP } from "node:net";
import { dirname, join, resolve } from "node:path";
import type { Clock, Random } from "@leaderlab/clock";
import { goErrorReason, goTexts } from "@leaderlab/golang";
import { createCertificate } from "@leaderlab/rpc/certificate";
import { configTexts } from "../config/config-texts.ts";
import type { EtcdConfig, TlsConfig } from "../config/etcd-config.ts";
import { FlagError } from "../config/go-flags.ts";
import type { Log } from "../log.ts";

const dayMs = 86_400_000;

/** What making a certificate needs. */
export interface AutoTlsParts {
  readonly clock: Pick<Clock, "unixNow">;
  readonly random: Random;
  readonly log: Log;
}

/**
 * The keys of `--auto-tls`: those that are in the data directory, or new ones, laid down there as etcd lays them. The
 * certificate names the hosts of the listen URLs and nothing else: one for 0.0.0.0 can be verified by nobody, with etcd
 * as here. Nobody is asked for a certificate then, whatever else was set. Rejects with FlagError. Mirrors: etcd
 * transport.SelfCert.
 */
export async function makeAutoTls(config: EtcdConfig, parts: AutoTlsParts): Promise<TlsConfig> {
  try {
    return await selfSigned(config, parts);
  } catch (error) {
    if (!(error instanceof FlagError)) throw error;
    parts.log("fatal", "failed to get client self-signed certs", { error: error.message });
    throw new FlagError(error.message, "logged");
  }
}

async function selfSigned(config: EtcdConfig, { clock, random, log }: AutoTlsParts) {
  const { tls } = config;
  const folder = autoTlsFolder(config.dataDir);
  const [certFile, keyFile] = [resolve(folder, "cert.pem"), resolve(folder, "key.pem")];
  const kept = { ...tls, trustedCaFile: "", clientCertAuth: false, crlFile: "" };
  const found: TlsConfig = {
    ...kept,
    ...{ certFile, keyFile, clientCertFile: certFile, clientKeyFile: keyFile },
    ...{ allowedHostnames: [], allowedCommonNames: [] },
  };
  if (tls.selfSignedValidityYears === 0) {
    log("warn", "cannot generate cert", { error: configTexts.selfSignedValidity });
    throw new FlagError(configTexts.selfSignedValidity);
  }
  makeFolder(folder, log);
  if (existsSync(certFile) && existsSync(keyFile)) return found;
  const notAfter = clock.unixNow() + tls.selfSignedValidityYears * 365 * dayMs;
  log("warn", "automatically generate certificates", {
    "certificate-validity-bound-not-after": new Date(notAfter).toISOString().replace("Z", "000Z"),
  });
  const urls = [...config.listenClientUrls, ...config.listenClientHttpUrls];
  const files = await createCertificate({
    curve: "P-521",
    hash: "SHA-512",
    name: [["O", "etcd"]],
    ...alternativeNames(urls.map((url) => url.host)),
    notBefore: clock.unixNow(),
    notAfter,
    keyUsage: ["digitalSignature", "keyEncipherment", "crlSign"],
    extendedKeyUsage: ["serverAuth"],
    serialNumber: random.nextBytes(16),
  });
  writeFileSync(certFile, files.cert, { mode: 0o644 });
  log("info", "created cert file", { path: certFile });
  writeFileSync(keyFile, files.key, { mode: 0o600 });
  log("info", "created key file", { path: keyFile });
  return found;
}

/** Where `--auto-tls` keeps its certificate. Mirrors: etcd embed ClientSelfCert. */
export function autoTlsFolder(dataDir: string): string {
  return join(dataDir, "fixtures", "client");
}

/** One folder after the other: Node's own way never comes back where nothing can be made. */
function makeFolder(folder: string, log: Log): void {
  const path = resolve(folder);
  const missing: string[] = [];
  for (let at = path; !existsSync(at); at = dirname(at)) missing.unshift(at);
  for (const each of missing) {
    try {
      mkdirSync(each, { mode: 0o700 });
    } catch (thrown) {
      const error = goTexts.path("mkdir", each, goErrorReason(thrown));
      log("warn", "cannot create cert directory", { error });
      throw new FlagError(error);
    }
  }
}

function alternativeNames(hosts: readonly string[]) {
  const bare = hosts.map((host) => /^\[?(.*?)\]?(:\d*)?$/.exec(host)?.[1] ?? "");
  const names = [...new Set(bare.filter((host) => host !== ""))];
  return {
    dnsNames: names.filter((name) => isIP(name) === 0),
    ipAddresses: names.filter((name) => isIP(name) !== 0),
  };
}
