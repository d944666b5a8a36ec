import { X509Certificate } from "node:crypto";

/** The certificates of a PEM file that can be read; what else stands in it is passed over, as in Go. */
export function pemCertificates(pem: Buffer): readonly X509Certificate[] {
  const blocks = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;
  return (pem.toString("latin1").match(blocks) ?? []).flatMap((block) => {
    try {
      return [new X509Certificate(block)];
    } catch {
      return [];
    }
  });
}
