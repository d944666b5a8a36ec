import { goTimeQuote } from "@leaderlab/golang";
import { macaroonReasons } from "../errors.ts";

/** A text that is no time; the message is Go's. */
export class RfcTimeError extends Error {
  override readonly name = "RfcTimeError";
}

const dayMs = 86_400_000;

/** One after the other: how a part looks, how Go names it, and the numbers that it may hold. */
const parts = [
  { pattern: /^\d{4}/, goName: "2006" },
  { pattern: /^-/, goName: "-" },
  { pattern: /^\d\d/, goName: "01", label: "month", least: 1, most: 12 },
  { pattern: /^-/, goName: "-" },
  { pattern: /^\d\d/, goName: "02" },
  { pattern: /^T/, goName: "T" },
  { pattern: /^\d\d?/, goName: "15", label: "hour", least: 0, most: 23 },
  { pattern: /^:/, goName: ":" },
  { pattern: /^\d\d/, goName: "04", label: "minute", least: 0, most: 59 },
  { pattern: /^:/, goName: ":" },
  { pattern: /^\d\d/, goName: "05", label: "second", least: 0, most: 59 },
  { pattern: /^([.,]\d+)?/, goName: ".999999999" },
  { pattern: /^(Z|[+-]\d\d:\d\d)/, goName: "Z07:00" },
] as const;

/**
 * The moment that a text such as `2026-01-01T12:00:00.5+01:00` names, in milliseconds since 1970. Throws
 * RfcTimeError. Mirrors: Go time.Parse with RFC3339Nano.
 */
export function parseRfcTime(text: string): number {
  const quoted = goTimeQuote(text);
  const found: string[] = [];
  let rest = text;
  for (const part of parts) {
    const match = part.pattern.exec(rest);
    if (match === null) {
      const [quotedRest, quotedPart] = [goTimeQuote(rest), goTimeQuote(part.goName)];
      throw new RfcTimeError(macaroonReasons.invalidTime(quoted, quotedRest, quotedPart));
    }
    const value = Number(match[0]);
    if ("label" in part && (value < part.least || value > part.most)) {
      throw new RfcTimeError(macaroonReasons.timeOutOfRange(quoted, part.label));
    }
    found.push(match[0]);
    rest = rest.slice(match[0].length);
  }
  if (rest !== "") throw new RfcTimeError(macaroonReasons.timeExtraText(quoted, goTimeQuote(rest)));
  return toUnixMs(found, quoted);
}

function toUnixMs(found: readonly string[], quoted: string): number {
  const at = (index: number) => Number(found[index]);
  const [year, month, day] = [at(0), at(2) - 1, at(4)];
  const daysOfMonth = (Date.UTC(year, month + 1, 1) - Date.UTC(year, month, 1)) / dayMs;
  if (day < 1 || day > daysOfMonth) {
    throw new RfcTimeError(macaroonReasons.timeOutOfRange(quoted, "day"));
  }
  const fractionMs = Number(`0${(found[11] ?? "").replace(",", ".")}`) * 1000;
  const zone = found[12] ?? "Z";
  const sign = zone.startsWith("-") ? -1 : 1;
  const minutes = zone === "Z" ? 0 : sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)));
  return Date.UTC(year, month, day, at(6), at(8) - minutes, at(10)) + fractionMs;
}
