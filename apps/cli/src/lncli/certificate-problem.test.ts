import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { test } from "node:test";
import { createSeededRandom } from "@leaderlab/clock";
import { createCertificate } from "@leaderlab/rpc/certificate";
import { certificateProblem } from "./certificate-problem.ts";

const random = createSeededRandom(3);
const day = 86_400_000;
const now = Date.UTC(2026, 5, 1, 12);

async function certificate({
  name = "node",
  dnsNames = ["localhost"],
  ipAddresses = ["127.0.0.1", "::1"],
} = {}): Promise<X509Certificate> {
  const { cert } = await createCertificate({
    curve: "P-256",
    hash: "SHA-256",
    name: [["CN", name]],
    dnsNames,
    ipAddresses,
    notBefore: now - day,
    notAfter: now + day,
    keyUsage: ["digitalSignature", "certSign"],
    extendedKeyUsage: ["serverAuth"],
    serialNumber: random.nextBytes(16),
  });
  return new X509Certificate(cert);
}

const trusted = { isAuthorized: true, trusted: [], host: "localhost", nowUnixMs: now };

test("a certificate that holds has no problem", async () => {
  const one = await certificate();
  assert.equal(certificateProblem(one, trusted), undefined);
  assert.equal(certificateProblem(one, { ...trusted, host: "::1" }), undefined);
});

test("a certificate out of its time is told first, with the moment that it missed", async () => {
  const one = await certificate();
  const words = "x509: certificate has expired or is not yet valid: current time";
  assert.equal(
    certificateProblem(one, { ...trusted, host: "elsewhere", nowUnixMs: now + 2 * day }),
    `${words} 2026-06-03T12:00:00Z is after 2026-06-02T12:00:00Z`,
  );
  assert.equal(
    certificateProblem(one, { ...trusted, nowUnixMs: now - 2 * day }),
    `${words} 2026-05-30T12:00:00Z is before 2026-05-31T12:00:00Z`,
  );
});

test("a certificate for another name tells the names that it is for", async () => {
  const one = await certificate();
  const problem = (host: string) => certificateProblem(one, { ...trusted, host });
  assert.equal(problem("lnd-1"), "x509: certificate is valid for localhost, not lnd-1");
  assert.equal(problem("10.0.0.1"), "x509: certificate is valid for 127.0.0.1, ::1, not 10.0.0.1");
  const bare = await certificate({ dnsNames: [], ipAddresses: [] });
  assert.equal(
    certificateProblem(bare, { ...trusted, host: "10.0.0.1" }),
    "x509: cannot validate certificate for 10.0.0.1 because it doesn't contain any IP SANs",
  );
});

test("a certificate that nobody vouches for names the trusted one of the same name", async () => {
  const words = "x509: certificate signed by unknown authority";
  const unknown = { ...trusted, isAuthorized: false };
  const one = await certificate();
  assert.equal(certificateProblem(one, unknown), words);
  const others = [await certificate({ name: "other" })];
  assert.equal(certificateProblem(one, { ...unknown, trusted: others }), words);
  const namesakes = [await certificate()];
  assert.equal(
    certificateProblem(one, { ...unknown, trusted: namesakes }),
    `${words} (possibly because of "x509: ECDSA verification failure" while trying to verify candidate authority ` +
      'certificate "node")',
  );
});
