import { readFileSync } from "node:fs";
import type { Clock, Random } from "@leaderlab/clock";
import { goReadError, parseGoDuration, toMs } from "@leaderlab/golang";
import { FlagError } from "../config/go-flags.ts";
import type { Log } from "../log.ts";
import { jwtKeys } from "./jwt-keys.ts";
import { JwtTokens } from "./jwt-tokens.ts";
import { keyTexts } from "./key-texts.ts";
import { noTokens } from "./no-tokens.ts";
import { SimpleTokens } from "./simple-tokens.ts";
import type { TokenProvider } from "./token-provider.ts";

/** The life of a JWT when its options do not say. */
const defaultJwtTtlMs = 300_000;
const methods = /^((HS|RS|ES|PS)(256|384|512)|EdDSA|none)$/;
const knownOptions: readonly string[] = ["sign-method", "pub-key", "priv-key", "ttl"];

export interface TokenProviderOptions {
  /** `simple`, `jwt,sign-method=RS256,priv-key=FILE…`, or nothing. */
  readonly authToken: string;
  /** Of simple tokens; 0 stands for 300. */
  readonly ttlSeconds: number;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

/**
 * What `--auth-token` asks for. Reads the key files that it names. Throws FlagError in etcd's words, which tell little:
 * the log tells more.
 *
 * Mirrors: NewTokenProvider in etcd server/auth/store.go.
 */
export function createTokenProvider(options: TokenProviderOptions): TokenProvider {
  const { authToken, clock, random, log } = options;
  try {
    const [type = "", settings] = splitOptions(authToken, log);
    if (type === "") return noTokens;
    if (type === "jwt") return createJwtTokens(settings, options);
    if (type !== "simple") {
      const error = keyTexts.invalidOptions;
      log("warn", "unknown token type", { type, error });
      throw new FlagError(error, "start");
    }
    return new SimpleTokens({ clock, random, ttlSeconds: options.ttlSeconds });
  } catch (error) {
    if (error instanceof FlagError) {
      log("warn", "failed to create token provider", { error: error.message });
    }
    throw error;
  }
}

/** `type,name=value,…`; each name once. */
function splitOptions(text: string, log: Log): [string, ReadonlyMap<string, string>] {
  const [type = "", ...pairs] = text.split(",");
  const settings = new Map<string, string>();
  for (const pair of pairs) {
    const [name = "", value = "", ...more] = pair.split("=");
    const isTwice = settings.has(name);
    if (more.length > 0 || !pair.includes("=") || isTwice) {
      const twice = isTwice ? { "duplicate-parameter": name } : {};
      log("error", "invalid token option", { option: text, ...twice });
      throw new FlagError(keyTexts.invalidOptions, "start");
    }
    settings.set(name, value);
  }
  return [type, settings];
}

function createJwtTokens(
  settings: ReadonlyMap<string, string>,
  { clock, log }: TokenProviderOptions,
): TokenProvider {
  const read = (option: string) => {
    const file = settings.get(option) || undefined;
    try {
      return file === undefined ? undefined : readFileSync(file);
    } catch (error) {
      throw new Error(goReadError(file ?? "", error));
    }
  };
  const load = () => {
    const method = settings.get("sign-method") ?? "";
    const ttl = settings.get("ttl") || undefined;
    const ttlMs = ttl === undefined ? defaultJwtTtlMs : toMs(parseGoDuration(ttl));
    const [publicPem, privatePem] = [read("pub-key"), read("priv-key")];
    if (!methods.test(method)) throw new Error(keyTexts.invalidMethod);
    return { method, ttlMs, publicPem, privatePem };
  };
  const { method, ttlMs, publicPem, privatePem } = orInvalidOptions(load, log);
  const unknown = [...settings.keys()].filter((name) => !knownOptions.includes(name));
  if (unknown.length > 0) log("warn", "unknown JWT options", { keys: unknown });
  if (method === "none") throw new FlagError(keyTexts.noMethod, "start");
  const keys = jwtKeys(method, privatePem, publicPem);
  return new JwtTokens({ method, keys, ttlMs, unixNow: () => clock.unixNow() });
}

function orInvalidOptions<T>(load: () => T, log: Log): T {
  try {
    return load();
  } catch (error) {
    log("error", "problem loading JWT options", { error: (error as Error).message });
    throw new FlagError(keyTexts.invalidOptions, "start");
  }
}
