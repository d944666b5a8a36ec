export { type GoBase64Alphabet, parseGoBase64 } from "./go-base64.ts";
export { formatGoDuration, parseGoDuration, toMs } from "./go-duration.ts";
export { parseGoHex } from "./go-hex.ts";
export { splitGoHostPort } from "./go-host-port.ts";
export {
  formatGoFloat,
  type GoIntegerKind,
  GoNumberError,
  type GoNumberReason,
  goFlagReason,
  parseGoBool,
  parseGoFloat,
  parseGoInteger,
} from "./go-number.ts";
export { GoValueError, goQuote, goTimeQuote, goTrimSpace, goUnquote } from "./go-quote.ts";
export {
  type GoFileAction,
  goDialError,
  goErrorReason,
  goFileError,
  goListenError,
  goReadError,
} from "./go-system-error.ts";
export { goTexts } from "./go-texts.ts";
export { goHandshakeError, goTlsAlert } from "./go-tls-error.ts";
export { type GoUrl, parseGoUrl } from "./go-url.ts";
