import { UsageError } from "./usage-error.ts";

/** A flag's whole number without a sign, within bounds. Throws a UsageError that names the flag and the bounds. */
export function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new UsageError(`--${name} takes a whole number from ${least} to ${most}, not "${text}"`);
}
