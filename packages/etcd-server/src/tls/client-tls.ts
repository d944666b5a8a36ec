import { readFileSync, statSync } from "node:fs";
import { createSecureContext } from "node:tls";
import { goQuote, goReadError } from "@leaderlab/golang";
import type { MuxTls } from "@leaderlab/rpc";
import { configTexts } from "../config/config-texts.ts";
import type { TlsConfig } from "../config/etcd-config.ts";
import { FlagError } from "../config/go-flags.ts";
import type { Log } from "../log.ts";
import { openSslCiphers } from "./cipher-suites.ts";
import { createClientCheck } from "./refuse-client.ts";

const versions = { "TLS1.2": "TLSv1.2", "TLS1.3": "TLSv1.3" } as const;

/** How a port speaks TLS; throws FlagError for files that cannot be used, in etcd's words. Mirrors: etcd TLSInfo. */
export function clientTls(config: TlsConfig, log: Log): MuxTls {
  const { certFile, keyFile } = config;
  if (certFile === "" || keyFile === "")
    throw new FlagError(configTexts.halfKeyPair(keyFile, certFile));
  const files = createKeyPair(certFile, keyFile, log);
  checkClientPair(config);
  const names = config.allowedCommonNames;
  if (names.length > 0 && config.allowedHostnames.length > 0) {
    const texts = [names, config.allowedHostnames].map(
      (list) => `[${list.map(goQuote).join(" ")}]`,
    );
    throw new FlagError(configTexts.bothNamesAllowed(texts[0] ?? "", texts[1] ?? ""));
  }
  const asksClients = config.clientCertAuth || config.trustedCaFile !== "";
  const ciphers = openSslCiphers(config.cipherSuites);
  return {
    ...files.read(),
    refresh: files.refresh,
    minVersion: versionOf(config.minVersion) ?? "TLSv1.2",
    ...(config.maxVersion !== "" && { maxVersion: versionOf(config.maxVersion) ?? "TLSv1.3" }),
    ...(ciphers !== undefined && { ciphers }),
    ...(asksClients && { requestCert: true, refuse: createClientCheck(config) }),
    ...(config.trustedCaFile !== "" && { ca: readOrRefuse(config.trustedCaFile) }),
  };
}

const versionOf = (text: string) => versions[text as keyof typeof versions];

/** etcd says so before it takes the first connection. */
function checkClientPair({ clientCertFile, clientKeyFile }: TlsConfig): void {
  if ((clientCertFile === "") !== (clientKeyFile === "")) {
    throw new FlagError(configTexts.halfClientKeyPair(clientKeyFile, clientCertFile));
  }
  if (clientCertFile !== "") readPair(clientCertFile, clientKeyFile);
}

interface KeyPair {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/**
 * A certificate on disk that may be replaced while it is in use: it is looked at again before each handshake. Mirrors:
 * etcd TLSInfo.baseConfig GetCertificate.
 */
function createKeyPair(certFile: string, keyFile: string, log: Log) {
  const stamp = () =>
    [certFile, keyFile]
      .map((path) => statSync(path))
      .map((at) => `${at.mtimeMs}/${at.size}/${at.ino}`)
      .join();
  let pair = readPair(certFile, keyFile);
  let seen = stamp();
  return {
    read: () => pair,
    refresh: (): KeyPair | undefined => {
      try {
        const now = stamp();
        if (now === seen) return undefined;
        pair = readPair(certFile, keyFile);
        seen = now;
        return pair;
      } catch (error) {
        const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
        const reason = error instanceof FlagError ? error.message : goReadError(certFile, error);
        const what = isMissing
          ? "failed to find peer cert files"
          : "failed to create peer certificate";
        log("warn", what, { "cert-file": certFile, "key-file": keyFile, error: reason });
        throw new Error(reason);
      }
    },
  };
}

/** Reads a certificate and its key, and tries them. */
function readPair(certFile: string, keyFile: string): KeyPair {
  const pair = { cert: readOrRefuse(certFile), key: readOrRefuse(keyFile) };
  try {
    createSecureContext(pair);
  } catch (error) {
    throw new FlagError(pairReason(pair, error as Error));
  }
  return pair;
}

/** Mirrors: Go tls.X509KeyPair. */
function pairReason({ cert, key }: KeyPair, error: Error): string {
  const pem = (what: string, data: Buffer, type: RegExp) =>
    /-----BEGIN /.test(data.toString("latin1"))
      ? type.test(data.toString("latin1"))
        ? undefined
        : `tls: failed to find ${what}`
      : `tls: failed to find any PEM data in ${what.replace(/.* in /, "")}`;
  return (
    pem('"CERTIFICATE" PEM block in certificate input', cert, /BEGIN CERTIFICATE/) ??
    pem('PEM block with type ending in "PRIVATE KEY" in key input', key, /PRIVATE KEY/) ??
    (/mismatch/.test(error.message) ? "tls: private key does not match public key" : error.message)
  );
}

function readOrRefuse(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new FlagError(goReadError(path, error));
  }
}

/** The field `tls-info` of etcd's log. Mirrors: etcd TLSInfo.String. */
export function describeTls(config: TlsConfig): string {
  return [
    `cert = ${config.certFile}`,
    `key = ${config.keyFile}`,
    `client-cert=${config.clientCertFile}`,
    `client-key=${config.clientKeyFile}`,
    `trusted-ca = ${config.trustedCaFile}`,
    `client-cert-auth = ${config.clientCertAuth}`,
    `crl-file = ${config.crlFile}`,
  ].join(", ");
}
