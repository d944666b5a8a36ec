import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { basename, posix } from "node:path";
import type { Clock } from "@leaderlab/clock";
import { cleanPath, defaultLndFolder, type Variables } from "./clean-path.ts";
import { constrainMacaroon, MacaroonError } from "./constrain-macaroon.ts";
import type { FlagValues } from "./flag.ts";
import { networks } from "./global-flags.ts";
import { goFileError } from "./go-text.ts";
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
  readonly variables: Variables;
  readonly clock: Pick<Clock, "unixNow">;
  readonly needsMacaroon: boolean;
}

/**
 * Reads the certificate and the macaroon that the global flags name. Throws LncliError. The order of the checks is
 * lncli's. Mirrors: lncli getClientConn, profileFromContext, extractPathArgs.
 */
export function connectionOptions(flags: FlagValues, needs: ConnectionNeeds): ConnectionOptions {
  for (const name of ["profile", "socksproxy"]) {
    if (flags.isSet(name)) throw optionsError(lncliTexts.notSimulated(`--${name}`));
  }
  const { variables } = needs;
  const network = flags.string("network").toLowerCase();
  if (!networks.some((known) => known === network)) {
    throw optionsError(lncliTexts.unknownNetwork(network));
  }
  const folder = cleanPath(flags.string("lnddir"), variables);
  const isDefaultFolder = folder === defaultLndFolder(variables);
  const certificatePath = isDefaultFolder
    ? cleanPath(flags.string("tlscertpath"), variables)
    : posix.join(folder, "tls.cert");
  const isPlain = flags.boolean("insecure");
  const certificate = isPlain || certificatePath === "" ? undefined : read(certificatePath);
  const metadata = readMetadata(flags.list("metadata"));
  const macaroonPath =
    cleanPath(flags.string("macaroonpath"), variables) ||
    posix.join(folder, "data", "chain", "bitcoin", network, "admin.macaroon");
  const sendsMacaroon = needs.needsMacaroon && !flags.boolean("no-macaroons");
  const macaroon = sendsMacaroon ? readMacaroon(macaroonPath) : undefined;
  if (certificate !== undefined && pemCertificates(certificate).length === 0) {
    throw new LncliError(lncliTexts.invalidCertificate);
  }
  return {
    server: parseRpcServer(flags.string("rpcserver")),
    tls: isPlain ? undefined : certificate === undefined ? {} : { ca: certificate },
    metadata:
      macaroon === undefined
        ? metadata
        : { ...metadata, macaroon: boundMacaroon(flags, macaroon, macaroonPath, needs) },
  };
}

function optionsError(reason: string): LncliError {
  return new LncliError(lncliTexts.globalOptions(reason));
}

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw optionsError(lncliTexts.unreadableCertificate(goFileError(path, error)));
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

function readMacaroon(path: string): Buffer {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw optionsError(lncliTexts.unreadableMacaroon(goFileError(path, error)));
  }
  try {
    return constrainMacaroon(bytes, []);
  } catch (error) {
    if (!(error instanceof MacaroonError)) throw error;
    throw optionsError(lncliTexts.undecodableMacaroon(error.message));
  }
}

/** The macaroon that is sent: good for a short time, and for one caller's address if that is asked for. */
function boundMacaroon(
  flags: FlagValues,
  macaroon: Buffer,
  path: string,
  { clock }: ConnectionNeeds,
): string {
  const wanted = flags.string("macfromjar");
  if (flags.isSet("macfromjar") && wanted !== basename(path)) {
    throw new LncliError(lncliTexts.macaroonNotInJar(wanted));
  }
  const address = flags.string("macaroonip");
  if (address !== "" && isIP(address) === 0) throw new LncliError(lncliTexts.invalidMacaroonIp);
  const endMs = clock.unixNow() + Number(flags.integer("macaroontimeout")) * 1000;
  const conditions = [
    `time-before ${new Date(Math.min(Math.max(endMs, 0), lastMoment)).toISOString()}`,
    ...(address === "" ? [] : [`ipaddr ${address}`]),
  ];
  return constrainMacaroon(macaroon, conditions).toString("hex");
}

/** The last moment with a year of four digits, behind which no condition is written. */
const lastMoment = Date.UTC(9999, 11, 31);
