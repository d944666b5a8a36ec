import type { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import type { TLSSocket } from "node:tls";
import { goReadError, goTexts } from "@leaderlab/golang";
import { configTexts } from "../config/config-texts.ts";
import type { TlsConfig } from "../config/etcd-config.ts";
import { plainHex, RevocationListError, revokedSerials } from "./revoked-serials.ts";

/** What a certificate is called, as etcd's log has it. */
interface CertificateNames {
  readonly "ip-addresses": readonly string[];
  readonly "dns-names": readonly string[];
}

/** Why a client is not let in after its handshake. */
export class ClientRefusal extends Error {
  override readonly name = "ClientRefusal";
  /** Those of its certificate, once that is trusted. */
  readonly names: CertificateNames | undefined;

  constructor(reason: string, trusted?: X509Certificate) {
    super(reason);
    this.names = trusted && namesOf(trusted);
  }
}

function namesOf({ subjectAltName = "" }: X509Certificate): CertificateNames {
  const names = subjectAltName.split(", ");
  const of = (kind: string) =>
    names.filter((name) => name.startsWith(kind)).map((name) => name.slice(kind.length));
  return { "ip-addresses": of("IP Address:"), "dns-names": of("DNS:") };
}

/** Why Node did not trust a certificate, in Go's words. */
const distrust: { readonly [code: string]: string } = {
  CERT_HAS_EXPIRED: goTexts.outOfDate,
  CERT_NOT_YET_VALID: goTexts.outOfDate,
  INVALID_PURPOSE: goTexts.wrongUsage,
};

/**
 * Who may not come in after a handshake in which a certificate was asked for: who shows none, one that the trusted
 * authority did not sign, one whose names are not allowed, a revoked one. The list of revoked ones is read each time.
 * Mirrors: etcd transport TLSInfo, checkCRL.
 */
export function createClientCheck(config: TlsConfig): (socket: TLSSocket) => Error | undefined {
  return (socket) => {
    const certificate = socket.getPeerX509Certificate();
    if (certificate === undefined) return new ClientRefusal(goTexts.noClientCertificate);
    if (!socket.authorized) {
      const reason = distrust[String(socket.authorizationError)] ?? goTexts.unknownAuthority;
      return new ClientRefusal(goTexts.distrusted(reason));
    }
    if (!isAllowed(certificate, config)) {
      return new ClientRefusal(configTexts.nameNotAllowed, certificate);
    }
    return config.crlFile === "" ? undefined : checkRevoked(certificate, config.crlFile);
  };
}

function isAllowed(certificate: X509Certificate, config: TlsConfig): boolean {
  const { allowedHostnames, allowedCommonNames } = config;
  if (allowedCommonNames.length > 0) {
    const name = /^CN=(.*)$/m.exec(certificate.subject)?.[1] ?? "";
    return allowedCommonNames.includes(name);
  }
  if (allowedHostnames.length === 0) return true;
  return allowedHostnames.some((host) =>
    isIP(host) === 0
      ? certificate.checkHost(host, { subject: "never" }) !== undefined
      : certificate.checkIP(host) !== undefined,
  );
}

function checkRevoked(certificate: X509Certificate, crlFile: string): Error | undefined {
  const serial = plainHex(certificate.serialNumber);
  try {
    if (!revokedSerials(readFileSync(crlFile)).has(serial)) return undefined;
    return new ClientRefusal(configTexts.revoked(serial), certificate);
  } catch (error) {
    const reason =
      error instanceof RevocationListError ? error.message : goReadError(crlFile, error);
    return new ClientRefusal(reason, certificate);
  }
}
