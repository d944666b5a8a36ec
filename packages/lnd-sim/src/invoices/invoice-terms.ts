import { formatGoFloat } from "@leaderlab/golang";
import { LndError } from "../errors.ts";

/** What lnd's invoices may be. */
export const invoiceLimits = {
  memoBytes: 1024,
  /** 100,000 bitcoins. */
  amountMsat: 10_000_000_000_000_000n,
  expirySeconds: 31_536_000,
  cltvDelta: 65_535,
  leastCltvDelta: 24,
  routeHints: 20,
} as const;

const defaultExpirySeconds = { normal: 86_400, amp: 2_592_000 } as const;
/** `--bitcoin.timelockdelta` */
const defaultCltvDelta = 80;
const satPerBtc = 100_000_000n;

/** An amount in thousandths of a satoshi, which a request gives in either unit. Throws LndError. */
export function amountOf(sat: string, msat: string): bigint {
  const [inSat, inMsat] = [BigInt(sat), BigInt(msat)];
  if (inSat !== 0n && inMsat !== 0n) throw new LndError("satAndMsat");
  if (inSat < 0n || inMsat < 0n) throw new LndError("negativeAmount");
  return inSat === 0n ? inMsat : BigInt.asUintN(64, inSat * 1000n);
}

/** Throws LndError for an amount that no invoice may have. */
export function checkInvoiceAmount(msat: bigint): void {
  const signed = BigInt.asIntN(64, msat);
  if (signed < 0n) throw new LndError("negativeInvoiceValue", signed);
  if (msat / 1000n > invoiceLimits.amountMsat / 1000n) {
    throw new LndError("invoiceAmountTooLarge", btc(msat), btc(invoiceLimits.amountMsat));
  }
}

/** Mirrors: btcutil Amount.String. */
function btc(msat: bigint): string {
  const sat = msat / 1000n;
  const fraction = String(sat % satPerBtc)
    .padStart(8, "0")
    .replace(/0+$/, "");
  return `${sat / satPerBtc}${fraction === "" ? "" : `.${fraction}`} BTC`;
}

/** How long an invoice is good for. Throws LndError. */
export function expiryOf(requested: string, isAmp: boolean): number {
  const seconds = Number(requested);
  if (seconds <= 0) return isAmp ? defaultExpirySeconds.amp : defaultExpirySeconds.normal;
  if (seconds > invoiceLimits.expirySeconds) {
    const most = floatOf(invoiceLimits.expirySeconds);
    throw new LndError("expiryTooLong", floatOf(seconds), most);
  }
  return seconds;
}

/** Go prints a float64 of 21 digits and more, and of seven and more before the point, with an exponent. */
function floatOf(seconds: number): string {
  return formatGoFloat(seconds);
}

/** How many blocks the last hop has. Throws LndError. */
export function cltvDeltaOf(requested: string): number {
  const delta = BigInt(requested);
  if (delta > BigInt(invoiceLimits.cltvDelta)) {
    throw new LndError("cltvDeltaTooLarge", requested, invoiceLimits.cltvDelta);
  }
  if (delta === 0n) return defaultCltvDelta;
  if (delta < BigInt(invoiceLimits.leastCltvDelta)) {
    throw new LndError("cltvDeltaTooSmall", requested, invoiceLimits.leastCltvDelta);
  }
  return Number(delta);
}
