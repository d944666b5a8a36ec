import { GoValueError, goQuote } from "./go-quote.ts";
import { goTexts } from "./go-texts.ts";

/** The parts of a URL that those need who listen or dial. */
export interface GoUrl {
  /** In lower case; empty when there is none. */
  readonly scheme: string;
  /** `host`, `host:port`, `[::1]:port`; empty when there is none. */
  readonly host: string;
  readonly path: string;
  /** The URL as Go writes it again. */
  readonly text: string;
}

/**
 * Takes a URL apart. Throws GoValueError in Go's words. Mirrors: Go url.Parse.
 *
 * Deviates: escaped bytes of host and path stay escaped, and a path or user that Go would escape anew is left as it is.
 */
export function parseGoUrl(text: string): GoUrl {
  try {
    const [front = ""] = text.split("#", 1);
    return parseFront(front, text.slice(front.length));
  } catch (error) {
    if (!(error instanceof GoValueError)) throw error;
    throw new GoValueError(goTexts.parseUrl(goQuote(text), error.message));
  }
}

function parseFront(front: string, fragment: string): GoUrl {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\x00-\x1f\x7f]/.test(front)) throw new GoValueError(goTexts.controlCharacterInUrl);
  if (front.startsWith(":")) throw new GoValueError(goTexts.missingScheme);
  const [, written, afterScheme = front] = /^([A-Za-z][A-Za-z0-9+.-]*):(.*)$/s.exec(front) ?? [];
  const scheme = written?.toLowerCase() ?? "";
  const [rest = ""] = afterScheme.split("?", 1);
  const tail = `${afterScheme.slice(rest.length)}${fragment === "#" ? "" : fragment}`;
  if (!rest.startsWith("/")) {
    if (scheme !== "") return { scheme, host: "", path: "", text: `${scheme}:${rest}${tail}` };
    if (/^[^/]*:/.test(rest)) throw new GoValueError(goTexts.colonInFirstSegment);
  }
  const hasAuthority = rest.startsWith("//") && (scheme !== "" || !rest.startsWith("///"));
  const [, authority = "", path = ""] = hasAuthority
    ? (/^\/\/([^/]*)(.*)$/s.exec(rest) ?? [])
    : ["", "", rest];
  const { user, host } = splitAuthority(authority);
  refuseEscapes(path);
  const start = scheme === "" ? "" : `${scheme}:`;
  const slashes = hasAuthority && user + host + path !== "" ? "//" : "";
  return { scheme, host, path, text: `${start}${slashes}${user}${host}${path}${tail}` };
}

function splitAuthority(authority: string): { readonly user: string; readonly host: string } {
  const at = authority.lastIndexOf("@");
  const host = authority.slice(at + 1);
  refuseHost(host);
  const user = authority.slice(0, at + 1);
  if (!/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(user))
    throw new GoValueError(goTexts.invalidUserInfo);
  return { user, host };
}

function refuseHost(host: string): void {
  const bracket = host.lastIndexOf("]");
  if (host.startsWith("[") && bracket < 0) throw new GoValueError(goTexts.missingHostBracket);
  const colon = host.indexOf(":");
  const behind = host.startsWith("[")
    ? host.slice(bracket + 1)
    : colon < 0
      ? ""
      : host.slice(colon);
  if (!/^(:[0-9]*)?$/.test(behind)) throw new GoValueError(goTexts.invalidUrlPort(goQuote(behind)));
  refuseEscapes(host, /^%(?:25|[89a-fA-F])/);
  const wrong = /[^A-Za-z0-9\-._~!$&'()*+,;=:[\]<>"%\u0080-\uffff]/.exec(host)?.[0];
  if (wrong !== undefined) throw new GoValueError(goTexts.invalidHostCharacter(goQuote(wrong)));
}

/** Refuses a percent sign without two hexadecimal digits, and in a host one that stands for a plain character. */
function refuseEscapes(text: string, allowed = /^%/): void {
  for (const { 0: found } of text.matchAll(/%.{0,2}/gs)) {
    if (/^%[0-9a-fA-F]{2}$/.test(found) && allowed.test(found)) continue;
    throw new GoValueError(goTexts.invalidUrlEscape(goQuote(found)));
  }
}
