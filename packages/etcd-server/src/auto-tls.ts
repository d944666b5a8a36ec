import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { isIP } from "node:net";
import { join } from "node:path";
import type { Clock, Random } from "@leaderlab/clock";
import { type CertificateFiles, createCertificate } from "@leaderlab/rpc/certificate";
import { autoTlsFolder, type EtcdConfig } from "./config.ts";

const dayMs = 86_400_000;

/**
 * The key and certificate of `--auto-tls`: those that are in the data directory, or new ones, laid down there as etcd
 * lays them. The certificate names the hosts of the listen URLs and nothing else: one for 0.0.0.0 can be verified by
 * nobody, with etcd as here. Mirrors: etcd transport.SelfCert.
 */
export async function loadAutoTls(
  config: EtcdConfig,
  clock: Pick<Clock, "unixNow">,
  random: Random,
): Promise<CertificateFiles> {
  const folder = autoTlsFolder(config.dataDir);
  const [certFile, keyFile] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  if (existsSync(certFile) && existsSync(keyFile)) {
    return { cert: readFileSync(certFile, "utf8"), key: readFileSync(keyFile, "utf8") };
  }
  const files = await createCertificate({
    curve: "P-521",
    hash: "SHA-512",
    name: [["O", "etcd"]],
    ...alternativeNames(config.listenClientUrls),
    notBefore: clock.unixNow(),
    notAfter: clock.unixNow() + config.selfSignedValidityYears * 365 * dayMs,
    keyUsage: ["digitalSignature", "keyEncipherment", "crlSign"],
    extendedKeyUsage: ["serverAuth"],
    serialNumber: random.nextBytes(16),
  });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(certFile, files.cert, { mode: 0o644 });
  writeFileSync(keyFile, files.key, { mode: 0o600 });
  return files;
}

function alternativeNames(urls: readonly string[]) {
  const hosts = urls.map((url) => /^\w+:\/\/\[?(.*?)\]?(:\d+)?$/.exec(url)?.[1] ?? "");
  const names = [...new Set(hosts.filter((host) => host !== ""))];
  return {
    dnsNames: names.filter((name) => isIP(name) === 0),
    ipAddresses: names.filter((name) => isIP(name) !== 0),
  };
}
