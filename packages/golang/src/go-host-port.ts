import { GoValueError } from "./go-quote.ts";
import { goTexts } from "./go-texts.ts";

/**
 * The two parts of `host:port` and `[host]:port`; the port is taken as it stands. Throws GoValueError. Mirrors: Go
 * net.SplitHostPort.
 */
export function splitGoHostPort(text: string): { readonly host: string; readonly port: string } {
  const refuse = (reason: string) =>
    new GoValueError(text === "" ? reason : goTexts.address(text, reason));
  const colon = text.lastIndexOf(":");
  if (colon < 0) throw refuse(goTexts.missingPort);
  let host = text.slice(0, colon);
  let openFrom = 0;
  let closeFrom = 0;
  if (text.startsWith("[")) {
    const end = text.indexOf("]");
    if (end < 0) throw refuse(goTexts.missingBracket);
    if (end + 1 === text.length) throw refuse(goTexts.missingPort);
    if (end + 1 !== colon) {
      throw refuse(text.charAt(end + 1) === ":" ? goTexts.tooManyColons : goTexts.missingPort);
    }
    host = text.slice(1, end);
    [openFrom, closeFrom] = [1, end + 1];
  } else if (host.includes(":")) {
    throw refuse(goTexts.tooManyColons);
  }
  if (text.includes("[", openFrom)) throw refuse(goTexts.unexpectedOpeningBracket);
  if (text.includes("]", closeFrom)) throw refuse(goTexts.unexpectedClosingBracket);
  return { host, port: text.slice(colon + 1) };
}
