import type { Clock, Random } from "@leaderlab/clock";
import type { Gate } from "@leaderlab/rpc";
import type { Log } from "../log.ts";
import { bcryptCosts, createBcryptPasswords, type Passwords } from "./bcrypt-passwords.ts";
import { Callers } from "./callers.ts";
import { createTokenProvider } from "./create-token-provider.ts";
import type { TokenProvider } from "./token-provider.ts";

export interface AuthOptions {
  /** As etcd's flag: `simple` (the default), `jwt,sign-method=…`, or empty for no tokens at all. */
  readonly authToken?: string;
  /** How long a simple token lives without being used; default 300. */
  readonly authTokenTtlSeconds?: number;
  /** What a password's hash costs, from 4 to 31; default 10, for any other number too. */
  readonly bcryptCost?: number;
  /** Whether the common name of a client's certificate is the name of its user. */
  readonly clientCertAuth?: boolean;
}

/** What serving auth needs beside the store. */
export interface ServerAuth {
  readonly tokens: TokenProvider;
  readonly passwords: Passwords;
  readonly callers: Callers;
  readonly gates: readonly Gate[];
}

/** Throws FlagError for an `authToken` that etcd refuses. */
export function createServerAuth(
  options: AuthOptions,
  { clock, random, log }: { readonly clock: Clock; readonly random: Random; readonly log: Log },
): ServerAuth {
  const { authToken = "simple", authTokenTtlSeconds: ttlSeconds = 0 } = options;
  const tokens = createTokenProvider({ authToken, ttlSeconds, clock, random, log });
  const callers = new Callers({ tokens, usesCertificates: options.clientCertAuth ?? false });
  return {
    tokens,
    passwords: createBcryptPasswords(usableCost(options.bcryptCost ?? bcryptCosts.default, log)),
    callers,
    gates: tokens.readsAtOnce ? [] : [(call) => callers.prepare(call)],
  };
}

function usableCost(cost: number, log: Log): number {
  if (cost >= bcryptCosts.min && cost <= bcryptCosts.max) return cost;
  log("warn", "use default bcrypt cost instead of the invalid given cost", {
    "min-cost": bcryptCosts.min,
    "max-cost": bcryptCosts.max,
    "default-cost": bcryptCosts.default,
    "given-cost": cost,
  });
  return bcryptCosts.default;
}
