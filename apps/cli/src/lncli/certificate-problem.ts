import type { X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import { goQuote } from "@leaderlab/golang";

/** What a server's certificate is held against. */
export interface CertificateCheck {
  /** The certificates that are trusted; empty: the system's authorities. */
  readonly trusted: readonly X509Certificate[];
  /** Whether a chain to a trusted certificate was found. */
  readonly isAuthorized: boolean;
  /** Whom the client meant to reach: a name or an IP address. */
  readonly host: string;
  readonly nowUnixMs: number;
}

/**
 * Why Go would not take a server's certificate, in its words and in its order: its time, its names, who signed it.
 * Undefined when it would. Mirrors: crypto/x509 Certificate.Verify.
 */
export function certificateProblem(
  certificate: X509Certificate,
  check: CertificateCheck,
): string | undefined {
  return (
    timeProblem(certificate, check.nowUnixMs) ??
    nameProblem(certificate, check.host) ??
    (check.isAuthorized ? undefined : authorityProblem(certificate, check.trusted))
  );
}

function timeProblem(certificate: X509Certificate, nowUnixMs: number): string | undefined {
  const words = "x509: certificate has expired or is not yet valid: current time";
  const now = rfc3339(nowUnixMs);
  const [from, to] = [Date.parse(certificate.validFrom), Date.parse(certificate.validTo)];
  if (nowUnixMs < from) return `${words} ${now} is before ${rfc3339(from)}`;
  return nowUnixMs > to ? `${words} ${now} is after ${rfc3339(to)}` : undefined;
}

function rfc3339(unixMs: number): string {
  return new Date(unixMs).toISOString().replace(/\.\d+Z$/, "Z");
}

function nameProblem(certificate: X509Certificate, host: string): string | undefined {
  const isAddress = isIP(host) !== 0;
  const fits = isAddress ? certificate.checkIP(host) : certificate.checkHost(host);
  if (fits !== undefined) return undefined;
  const { dnsNames, addresses } = alternativeNames(certificate);
  const names = isAddress ? addresses : dnsNames;
  if (names.length > 0) return `x509: certificate is valid for ${names.join(", ")}, not ${host}`;
  return isAddress
    ? `x509: cannot validate certificate for ${host} because it doesn't contain any IP SANs`
    : `x509: certificate is not valid for any names, but wanted to match ${host}`;
}

function alternativeNames({ subjectAltName = "" }: X509Certificate) {
  const names = subjectAltName.split(", ");
  const after = (start: string) =>
    names.flatMap((name) => (name.startsWith(start) ? [name.slice(start.length)] : []));
  return { dnsNames: after("DNS:"), addresses: after("IP Address:").map(shortAddress) };
}

/** An IP address as Go writes it: `::1` for `0:0:0:0:0:0:0:1`. */
function shortAddress(address: string): string {
  if (isIP(address) !== 6) return address;
  return new URL(`http://[${address}]`).hostname.slice(1, -1);
}

/** A trusted certificate with the right name but another key is named: most often it is another node's. */
function authorityProblem(
  certificate: X509Certificate,
  trusted: readonly X509Certificate[],
): string {
  const words = "x509: certificate signed by unknown authority";
  const candidate = trusted.find(({ subject }) => subject === certificate.issuer);
  if (candidate === undefined) return words;
  const isRsa = candidate.publicKey.asymmetricKeyType === "rsa";
  const reason = isRsa ? "crypto/rsa: verification error" : "x509: ECDSA verification failure";
  const [, name] =
    /^CN=(.*)$/m.exec(candidate.subject) ?? /^O=(.*)$/m.exec(candidate.subject) ?? [];
  const shown = name ?? `serial:${BigInt(`0x${candidate.serialNumber}`)}`;
  return (
    `${words} (possibly because of ${goQuote(reason)} while trying to verify candidate authority ` +
    `certificate ${goQuote(shown)})`
  );
}
