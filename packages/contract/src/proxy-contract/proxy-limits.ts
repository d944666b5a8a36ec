/** What the contract of a proxy allows, in milliseconds. */
export const proxyLimits = {
  /** From a new leader's SERVER_ACTIVE to the first answer of it. */
  reachMs: 8000,
  /** A request that nobody answers gets an error within this. */
  errorMs: 15_000,
  /** What runs over a replaced leader ends within this after the first answer of the new one. */
  cutMs: 15_000,
} as const;
