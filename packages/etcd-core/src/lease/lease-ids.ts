import type { LeaseId } from "../requests.ts";

/**
 * A source of lease ids for whoever brings none: positive, 63 bits, well spread, and the same
 * sequence every time, so that a run can be repeated. Two stores give the same ids; a server brings
 * chance of its own instead.
 *
 * Each id is the next multiple of an odd constant near 2^64 / φ, with its bits mixed (the finisher
 * of splitmix64).
 */
export function createLeaseIds(): () => LeaseId {
  let state = 0n;
  return () => {
    state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n);
    let id = state;
    id = BigInt.asUintN(64, (id ^ (id >> 30n)) * 0xbf58476d1ce4e5b9n);
    id = BigInt.asUintN(64, (id ^ (id >> 27n)) * 0x94d049bb133111ebn);
    return BigInt.asUintN(63, id ^ (id >> 31n));
  };
}
