import type { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import type { TLSSocket } from "node:tls";
import { goReadError } from "@leaderlab/golang";
import type { TlsConfig } from "../config/etcd-config.ts";
import { plainHex, revokedSerials } from "./revoked-serials.ts";

/** Why Node did not trust a certificate, in Go's words. */
const distrust: { readonly [code: string]: string } = {
  CERT_HAS_EXPIRED: "x509: certificate has expired or is not yet valid",
  CERT_NOT_YET_VALID: "x509: certificate has expired or is not yet valid",
  INVALID_PURPOSE: "x509: certificate specifies an incompatible key usage",
};

/**
 * Who may not come in after a handshake in which a certificate was asked for: who shows none, one that the trusted
 * authority did not sign, one whose names are not allowed, a revoked one. The list of revoked ones is read each time.
 * Mirrors: etcd transport TLSInfo, checkCRL.
 */
export function createClientCheck(config: TlsConfig): (socket: TLSSocket) => Error | undefined {
  return (socket) => {
    const certificate = socket.getPeerX509Certificate();
    if (certificate === undefined) return new Error("tls: client didn't provide a certificate");
    if (!socket.authorized) {
      const code = String(socket.authorizationError);
      const reason = distrust[code] ?? "x509: certificate signed by unknown authority";
      return new Error(`tls: failed to verify certificate: ${reason}`);
    }
    if (!isAllowed(certificate, config))
      return new Error("client certificate authentication failed");
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

/** The certificate and those that vouch for it, as far as the client sent them. */
function checkRevoked(certificate: X509Certificate, crlFile: string): Error | undefined {
  let der: Buffer;
  try {
    der = readFileSync(crlFile);
  } catch (error) {
    return new Error(goReadError(crlFile, error));
  }
  try {
    const serial = plainHex(certificate.serialNumber);
    if (!revokedSerials(der).has(serial)) return undefined;
    return new Error(`transport: certificate serial ${serial} revoked`);
  } catch (error) {
    return error as Error;
  }
}
