import { GoValueError, parseGoInteger } from "@leaderlab/golang";
import { LndError } from "../errors.ts";

/** Thousandths of a satoshi in a bitcoin. */
const msatPerBtc = 100_000_000_000n;

/** Thousandths of a satoshi in one of a unit. A pico-bitcoin is a tenth of one. */
const msatPerUnit = { m: 100_000_000n, u: 100_000n, n: 100n } as const;

/** An amount as a payment request writes it behind its prefix: `10u`, `15n`, `10p`, the shortest there is. */
export function encodeAmount(msat: bigint): string {
  if (msat % msatPerBtc === 0n) return String(msat / msatPerBtc);
  const pico = `${msat * 10n}p`;
  const others = Object.entries(msatPerUnit)
    .filter(([, size]) => msat % size === 0n)
    .map(([unit, size]) => `${msat / size}${unit}`);
  return others.reduce((best, text) => (text.length < best.length ? text : best), pico);
}

/** The amount, in thousandths of a satoshi, that a text behind the prefix writes. Throws LndError. */
export function decodeAmount(text: string): bigint {
  const unit = text.at(-1) ?? "";
  if (/[0-9]/.test(unit)) return BigInt.asUintN(64, readNumber(text) * msatPerBtc);
  if (unit !== "p" && !Object.hasOwn(msatPerUnit, unit)) {
    throw new LndError("unknownMultiplier", unit);
  }
  if (text.length === 1) throw new LndError("emptyAmount");
  const number = readNumber(text.slice(0, -1));
  if (unit !== "p") {
    return BigInt.asUintN(64, number * msatPerUnit[unit as keyof typeof msatPerUnit]);
  }
  if (number < 10n) throw new LndError("amountBelowPico");
  if (number % 10n !== 0n) throw new LndError("amountNotInMsat", number);
  return number / 10n;
}

function readNumber(text: string): bigint {
  try {
    return parseGoInteger(text, { bits: 64, isSigned: false, anyBase: false });
  } catch (error) {
    throw error instanceof GoValueError ? new LndError("refusedValue", error.message) : error;
  }
}
