/** What is wrong with `--auth-token`, in the words of etcd, golang-jwt and Go's crypto/x509. */
export const keyTexts = {
  invalidOptions: "auth: invalid auth options",
  invalidMethod: "auth: invalid auth signature method",
  missingKey: "auth: missing key data",
  keyMismatch: "auth: public and private keys don't match",
  noMethod: "unsupported signing method: *jwt.signingMethodNone",
  notPem: "invalid key: Key must be a PEM encoded PKCS1 or PKCS8 key",
  otherFormat: (parser: string) =>
    `x509: failed to parse private key (use ${parser} instead for this key format)`,
  otherKind: (kind: string, half: string) => `key is not a valid ${kind} ${half} key`,
  unreadable: "x509: the key cannot be parsed",
  rsaTooShort: "leaderlab does not simulate --auth-token with an RSA key of less than 2048 bits",
  keyInvalid: "key is invalid",
} as const;
