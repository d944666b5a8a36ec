import assert from "node:assert/strict";
import { createPrivateKey, X509Certificate } from "node:crypto";
import { test } from "node:test";
import { type CertificateRequest, createCertificate } from "./certificate.ts";

const request: CertificateRequest = {
  curve: "P-256",
  hash: "SHA-256",
  name: [
    ["O", "leaderlab test"],
    ["CN", "somewhere"],
  ],
  dnsNames: ["localhost"],
  ipAddresses: ["127.0.0.1"],
  notBefore: Date.UTC(2026, 0, 1),
  notAfter: Date.UTC(2027, 0, 1),
  keyUsage: ["digitalSignature", "certSign"],
  extendedKeyUsage: ["serverAuth"],
  serialNumber: Uint8Array.from({ length: 16 }, () => 1),
};

async function create(changes: Partial<CertificateRequest> = {}) {
  const { cert, key } = await createCertificate({ ...request, ...changes });
  const parsed = new X509Certificate(cert);
  assert.ok(parsed.verify(parsed.publicKey), "it is signed by itself");
  assert.ok(parsed.checkPrivateKey(createPrivateKey(key)), "its key is the one beside it");
  return parsed;
}

test("certificates that say the same have keys of their own, and one that says something else says that", async () => {
  const [first, second] = [
    await create(),
    await create({ serialNumber: new Uint8Array(16).fill(2) }),
  ];
  const other = await create({ dnsNames: ["elsewhere"] });
  const again = await create();
  const names = "DNS:localhost, IP Address:127.0.0.1";
  assert.deepEqual(
    [first, second, other, again].map(({ subjectAltName }) => subjectAltName),
    [names, names, "DNS:elsewhere, IP Address:127.0.0.1", names],
  );
  assert.equal(
    new Set([first, second, other, again].map(({ fingerprint }) => fingerprint)).size,
    4,
  );
  assert.notEqual(first.serialNumber, second.serialNumber);
  assert.equal(first.subject, second.subject);
  assert.deepEqual(first.keyUsage, second.keyUsage);
});
