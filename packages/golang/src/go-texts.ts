/**
 * What Go's standard library says of a value or a call that it refuses; each text stands here and nowhere else.
 * What a text is about arrives quoted where Go quotes it. All compared with Go 1.26.
 */
export const goTexts = {
  // strconv
  invalidSyntax: "invalid syntax",
  outOfRange: "value out of range",
  number: (call: string, quoted: string, reason: string) =>
    `strconv.${call}: parsing ${quoted}: ${reason}`,

  // time
  invalidDuration: (quoted: string) => `time: invalid duration ${quoted}`,
  missingUnit: (quoted: string) => `time: missing unit in duration ${quoted}`,
  unknownUnit: (unit: string, quoted: string) => `time: unknown unit ${unit} in duration ${quoted}`,

  // encoding/hex
  invalidHexByte: (byte: string) => `encoding/hex: invalid byte: ${byte}`,
  oddHexLength: "encoding/hex: odd length hex string",

  // encoding/base64
  base64: (at: number) => `illegal base64 data at input byte ${at}`,

  // flag
  unknownFlag: (name: string) => `flag provided but not defined: -${name}`,
  badFlagSyntax: (argument: string) => `bad flag syntax: ${argument}`,
  flagNeedsArgument: (name: string) => `flag needs an argument: -${name}`,
  invalidFlag: (quoted: string, name: string, reason: string) =>
    `invalid value ${quoted} for flag -${name}: ${reason}`,
  invalidBooleanFlag: (quoted: string, name: string, reason: string) =>
    `invalid boolean value ${quoted} for -${name}: ${reason}`,
  parseError: "parse error",

  // net/url
  parseUrl: (quoted: string, reason: string) => `parse ${quoted}: ${reason}`,
  missingScheme: "missing protocol scheme",
  controlCharacterInUrl: "net/url: invalid control character in URL",
  colonInFirstSegment: "first path segment in URL cannot contain colon",
  invalidUrlPort: (quoted: string) => `invalid port ${quoted} after host`,
  missingHostBracket: "missing ']' in host",
  invalidUrlEscape: (quoted: string) => `invalid URL escape ${quoted}`,
  invalidHostCharacter: (quoted: string) => `invalid character ${quoted} in host name`,
  invalidUserInfo: "net/url: invalid userinfo",

  // crypto/tls
  tls: (reason: string) => `tls: ${reason}`,
  remoteError: (reason: string) => `remote error: ${reason}`,
  noTlsRecord: "tls: first record does not look like a TLS handshake",
  unsupportedVersions: "client offered only unsupported versions",
  noSharedCipher: "no cipher suite supported by both client and server",
  noClientCertificate: "tls: client didn't provide a certificate",
  distrusted: (reason: string) => `tls: failed to verify certificate: x509: ${reason}`,
  unknownAuthority: "certificate signed by unknown authority",
  outOfDate: "certificate has expired or is not yet valid",
  wrongUsage: "certificate specifies an incompatible key usage",

  // io
  eof: "EOF",

  // io/fs
  path: (action: string, path: string, reason: string) => `${action} ${path}: ${reason}`,

  // net and os; a place is a network and an address.
  socket: (action: "dial" | "listen", place: string, reason: string) =>
    `${action} ${place}: ${reason}`,
  systemCall: (name: string, reason: string) => `${name}: ${reason}`,
  ioTimeout: "i/o timeout",
  address: (address: string, reason: string) => `address ${address}: ${reason}`,
  invalidPort: "invalid port",
  missingBracket: "missing ']' in address",
  missingPort: "missing port in address",
  tooManyColons: "too many colons in address",
  unexpectedOpeningBracket: "unexpected '[' in address",
  unexpectedClosingBracket: "unexpected ']' in address",
  noSuitableAddress: "no suitable address found",
  /** Go names the DNS server where it asked one: `lookup x on 10.0.0.1:53: no such host`. */
  lookup: (name: string, reason: string) => `lookup ${name}: ${reason}`,
  unknownPort: (port: string) => `lookup tcp/${port}: unknown port`,
  noSuchHost: "no such host",
  serverMisbehaving: "server misbehaving",
} as const;

/** Why the system refused, by the code that Node gives. Mirrors: Go syscall.Errno.Error on Linux. */
export const systemReasons: { readonly [code: string]: string } = {
  // Files.
  ENOENT: "no such file or directory",
  EACCES: "permission denied",
  EPERM: "operation not permitted",
  EISDIR: "is a directory",
  ENOTDIR: "not a directory",
  ENAMETOOLONG: "file name too long",
  ELOOP: "too many levels of symbolic links",
  EROFS: "read-only file system",
  EEXIST: "file exists",

  // Sockets.
  EADDRINUSE: "address already in use",
  EADDRNOTAVAIL: "cannot assign requested address",
  ECONNREFUSED: "connection refused",
  ECONNRESET: "connection reset by peer",
  EHOSTUNREACH: "no route to host",
  ENETUNREACH: "network is unreachable",
  ETIMEDOUT: "connection timed out",
};
