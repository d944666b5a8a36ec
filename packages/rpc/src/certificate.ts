import { KeyObject, webcrypto } from "node:crypto";
import type * as X509 from "@peculiar/x509";

/** What a self-signed certificate says. */
export interface CertificateRequest {
  readonly curve: "P-256" | "P-521";
  readonly hash: "SHA-256" | "SHA-512";
  /** Subject and issuer alike, in this order: `[["O", "etcd"]]`. */
  readonly name: readonly (readonly [attribute: "O" | "CN", value: string])[];
  readonly dnsNames: readonly string[];
  readonly ipAddresses: readonly string[];
  /** Unix milliseconds. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly keyUsage: readonly ("digitalSignature" | "keyEncipherment" | "certSign" | "crlSign")[];
  readonly extendedKeyUsage: readonly ("serverAuth" | "clientAuth")[];
  /** 16 bytes; the first bit is taken as 0, since a serial number is positive. */
  readonly serialNumber: Uint8Array;
}

/** A certificate and its key as PEM texts; the key as `EC PRIVATE KEY`, as Go writes it. */
export interface CertificateFiles {
  readonly cert: string;
  readonly key: string;
}

const usages = {
  digitalSignature: 1,
  keyEncipherment: 4,
  certSign: 32,
  crlSign: 64,
} as const;
/** What ASN.1's PrintableString can hold; Go prefers it over UTF8String, as does whoever reads the bytes. */
const printable = /^[A-Za-z0-9 '()+,./:=?-]*$/;
const extendedUsages = {
  serverAuth: "1.3.6.1.5.5.7.3.1",
  clientAuth: "1.3.6.1.5.5.7.3.2",
} as const;

/**
 * Makes a key and a certificate of it signed by itself: X.509 v3, ECDSA, a certificate authority, with a subject key
 * identifier. The library is loaded on the first call, since most processes find their certificate on disk.
 */
export async function createCertificate(request: CertificateRequest): Promise<CertificateFiles> {
  await import("reflect-metadata"); // the library's dependency injection wants it loaded first
  const x509 = await import("@peculiar/x509");
  x509.cryptoProvider.set(webcrypto as never);
  const algorithm = { name: "ECDSA", namedCurve: request.curve };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const serialNumber = Buffer.from(request.serialNumber);
  serialNumber[0] = (serialNumber[0] ?? 0) & 0x7f;
  const { name, extensions } = wordsOf(request, x509);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber.toString("hex"),
    name,
    notBefore: new Date(request.notBefore),
    notAfter: new Date(request.notAfter),
    signingAlgorithm: { name: "ECDSA", hash: request.hash },
    keys: keys as never,
    extensions: [
      ...extensions.beforeKey,
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey as never),
      ...extensions.afterKey,
    ],
  });
  return {
    cert: `${certificate.toString("pem")}\n`,
    key: KeyObject.from(keys.privateKey).export({ type: "sec1", format: "pem" }).toString(),
  };
}

/** All that a certificate says but for its key, number and time. */
interface CertificateWords {
  readonly name: X509.Name;
  readonly extensions: {
    readonly beforeKey: readonly X509.Extension[];
    readonly afterKey: readonly X509.Extension[];
  };
}

/** Those of the last certificate: the nodes of a process differ in their keys alone, and encoding is most of the work. */
let lastWords: { readonly key: string; readonly words: CertificateWords } | undefined;

function wordsOf(request: CertificateRequest, x509: typeof X509): CertificateWords {
  const { name, keyUsage, extendedKeyUsage, dnsNames, ipAddresses } = request;
  const key = JSON.stringify([name, keyUsage, extendedKeyUsage, dnsNames, ipAddresses]);
  if (lastWords?.key === key) return lastWords.words;
  const usage = keyUsage.reduce((bits, word) => bits | usages[word], 0);
  const words = {
    name: new x509.Name(name.map(nameAttribute)),
    extensions: {
      beforeKey: [
        new x509.KeyUsagesExtension(usage, true),
        new x509.ExtendedKeyUsageExtension(extendedKeyUsage.map((word) => extendedUsages[word])),
        new x509.BasicConstraintsExtension(true, undefined, true),
      ],
      afterKey: [
        new x509.SubjectAlternativeNameExtension(alternativeNames(request, x509.GeneralName)),
      ],
    },
  };
  lastWords = { key, words };
  return words;
}

function nameAttribute([attribute, value]: readonly [
  string,
  string,
]): X509.JsonAttributeAndObjectValue {
  return {
    [attribute]: [printable.test(value) ? { printableString: value } : { utf8String: value }],
  };
}

function alternativeNames(
  request: CertificateRequest,
  Name: new (type: "dns" | "ip", value: string) => X509.GeneralName,
): X509.GeneralName[] {
  return [
    ...request.dnsNames.map((name) => new Name("dns", name)),
    ...request.ipAddresses.map((address) => new Name("ip", address)),
  ];
}
