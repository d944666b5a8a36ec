import assert from "node:assert/strict";
import { test } from "node:test";
import { plainHex, RevocationListError, revokedSerials } from "./revoked-serials.ts";

/** Made with `openssl ca -gencrl -outform DER`: one certificate is revoked. */
const list = Buffer.from(
  "MIHMMHUCAQEwCgYIKoZIzj0EAwIwDTELMAkGA1UEAwwCY2EXDTI2MTEyNTIyNTUxMloXDTI2MTIyNTIyNTUxMlowJzAlAhRDKxg1c6mj30pkRBmaB+Px62+4dhcNMjYxMTI1MjI1NTEyWqAOMAwwCgYDVR0UBAMCAQEwCgYIKoZIzj0EAwIDRwAwRAIgKWyKyL/rRcKM8+IqyMoqxi6c83edgfzg6eX4veHqNYICIEwYawuCUZ5d+fEuHlDpgtCfQ8nyDkVowKr/UghNHooG",
  "base64",
);

test("a revocation list tells the serial numbers that it revokes", () => {
  assert.deepEqual([...revokedSerials(list)], ["432b183573a9a3df4a6444199a07e3f1eb6fb876"]);
});

test("a serial number is compared without the zeros in front", () => {
  assert.equal(plainHex("00AB"), "ab");
  assert.equal(plainHex("0"), "0");
});

test("what is no revocation list is refused, whatever it is and wherever it is cut off", () => {
  for (let length = 0; length < list.length - 80; length++) {
    assert.throws(() => revokedSerials(list.subarray(0, length)), RevocationListError);
  }
  const pem = Buffer.from("-----BEGIN X509 CRL-----\n");
  assert.throws(() => revokedSerials(pem), RevocationListError);
});
