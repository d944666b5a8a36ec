import { goErrorReason } from "./go-system-error.ts";
import { goTexts } from "./go-texts.ts";

/** What Go calls the alerts of TLS. Mirrors: Go crypto/tls AlertError. */
const alerts: { readonly [number: number]: string } = {
  0: "close notify",
  10: "unexpected message",
  20: "bad record MAC",
  21: "decryption failed",
  22: "record overflow",
  30: "decompression failure",
  40: "handshake failure",
  42: "bad certificate",
  43: "unsupported certificate",
  44: "revoked certificate",
  45: "expired certificate",
  46: "unknown certificate",
  47: "illegal parameter",
  48: "unknown certificate authority",
  49: "access denied",
  50: "error decoding message",
  51: "error decrypting message",
  60: "export restriction",
  70: "protocol version not supported",
  71: "insufficient security level",
  80: "internal error",
  86: "inappropriate fallback",
  90: "user canceled",
  100: "no renegotiation",
  109: "missing extension",
  110: "unsupported extension",
  111: "certificate unobtainable",
  112: "unrecognized name",
  113: "bad certificate status response",
  114: "bad certificate hash value",
  115: "unknown PSK identity",
  116: "certificate required",
  120: "no application protocol",
  121: "encrypted client hello required",
};

/** `tls: bad certificate` for 42. Mirrors: Go tls.AlertError.Error. */
export function goTlsAlert(number: number): string {
  return goTexts.tls(alerts[number] ?? `alert(${number})`);
}

/**
 * Why a handshake failed on the server's side, in Go's words where they are known: an alert of the client's, no version
 * or suite in common, a connection that ended. Deviates: what the client offered instead is not told.
 */
export function goHandshakeError(error: Error & { readonly code?: unknown }): string {
  const alert = /SSL alert number (\d+)/.exec(error.message)?.[1];
  if (alert !== undefined) return goTexts.remoteError(goTlsAlert(Number(alert)));
  const { code } = error;
  if (code === "ERR_SSL_UNSUPPORTED_PROTOCOL") return goTexts.tls(goTexts.unsupportedVersions);
  if (code === "ERR_SSL_NO_SHARED_CIPHER") return goTexts.tls(goTexts.noSharedCipher);
  if (code === "ECONNRESET" || code === "EPIPE") {
    return error.message.startsWith("read ") ? goErrorReason(error) : goTexts.eof;
  }
  return (
    /^[0-9A-F]+:error:[0-9A-F]+:SSL routines:[^:]*:([^:]*):/.exec(error.message)?.[1] ??
    error.message
  );
}
