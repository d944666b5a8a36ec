import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createCertificate } from "@leaderlab/rpc/certificate";

/** A key pair that is its own authority, in files of a folder. */
export async function keyPair(folder: string, name: string) {
  const { cert, key } = await createCertificate({
    curve: "P-256",
    hash: "SHA-256",
    name: [["CN", name]],
    dnsNames: [name],
    ipAddresses: ["127.0.0.1"],
    notBefore: Date.UTC(2020, 0),
    notAfter: Date.UTC(2040, 0),
    keyUsage: ["digitalSignature", "keyEncipherment", "certSign"],
    extendedKeyUsage: ["serverAuth", "clientAuth"],
    serialNumber: Buffer.from(name.padEnd(16)).subarray(0, 16),
  });
  const [certFile, keyFile] = [join(folder, `${name}.pem`), join(folder, `${name}.key`)];
  writeFileSync(certFile, cert);
  writeFileSync(keyFile, key, { mode: 0o600 });
  return { cert, key, certFile, keyFile };
}
