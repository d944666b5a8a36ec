import { readFileSync } from "node:fs";
import { posix } from "node:path";
import type { Clock } from "@leaderlab/clock";
import { goReadError } from "@leaderlab/golang";
import { cleanAndExpandPath } from "@leaderlab/lnd-sim/clean-path";
import { systemEnvironment } from "@leaderlab/lnd-sim/environment";
import type { Terminal } from "../terminal.ts";
import type { ReadMacaroon } from "./bound-macaroon.ts";
import type { FlagValues } from "./flag.ts";
import { networks } from "./global-flags.ts";
import { LncliError, lncliTexts } from "./lncli-texts.ts";
import { pemCertificates } from "./pem-certificates.ts";
import { parseRpcServer, type RpcServer } from "./rpc-server.ts";

/** How a node is reached, as the global flags tell. */
export interface ConnectionOptions {
  readonly server: RpcServer;
  /** Undefined: plain text. A `ca` left out: the system's certificate authorities. */
  readonly tls: { readonly ca?: Buffer } | undefined;
  /** What goes with every call: the macaroon in hexadecimal digits, and what `--metadata` adds. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** What is asked of the options besides the flags. */
export interface ConnectionNeeds {
  readonly variables: Terminal["env"];
  readonly clock: Pick<Clock, "unixNow">;
  /** Left out for a verb whose calls take no macaroon. */
  readonly readMacaroon?: ReadMacaroon | undefined;
}

/**
 * Reads the certificate and the macaroon that the global flags name. Throws LncliError. The order of the checks is
 * lncli's. Mirrors: lncli getClientConn, profileFromContext, extractPathArgs.
 */
export function connectionOptions(flags: FlagValues, needs: ConnectionNeeds): ConnectionOptions {
  for (const name of ["profile", "socksproxy"]) {
    if (flags.isSet(name)) throw optionsError(lncliTexts.notSimulated(`--${name}`));
  }
  const environment = systemEnvironment("lncli", needs.variables);
  const pathOf = (name: string) => cleanAndExpandPath(flags.string(name), environment);
  const network = flags.string("network").toLowerCase();
  if (!networks.some((known) => known === network)) {
    throw optionsError(lncliTexts.unknownNetwork(network));
  }
  const folder = pathOf("lnddir");
  const isDefaultFolder = folder === environment.appDir("lnd");
  const certificatePath = isDefaultFolder ? pathOf("tlscertpath") : posix.join(folder, "tls.cert");
  const isPlain = flags.boolean("insecure");
  const certificate = isPlain || certificatePath === "" ? undefined : read(certificatePath);
  const metadata = readMetadata(flags.list("metadata"));
  const macaroonPath =
    pathOf("macaroonpath") ||
    posix.join(folder, "data", "chain", "bitcoin", network, "admin.macaroon");
  const readMacaroon = flags.boolean("no-macaroons") ? undefined : needs.readMacaroon;
  const macaroon = readMacaroon?.(macaroonPath);
  if (certificate !== undefined && pemCertificates(certificate).length === 0) {
    throw new LncliError(lncliTexts.invalidCertificate);
  }
  return {
    server: parseRpcServer(flags.string("rpcserver")),
    tls: isPlain ? undefined : certificate === undefined ? {} : { ca: certificate },
    metadata:
      macaroon === undefined ? metadata : { ...metadata, macaroon: macaroon(flags, needs.clock) },
  };
}

function optionsError(reason: string): LncliError {
  return new LncliError(lncliTexts.globalOptions(reason));
}

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw optionsError(lncliTexts.unreadableCertificate(goReadError(path, error)));
  }
}

function readMetadata(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [key = "", value, ...more] = pair.split(":");
      if (value === undefined || more.length > 0) throw optionsError(lncliTexts.invalidMetadata);
      return [key, value] as const;
    }),
  );
}
