import { GoValueError, parseGoHex } from "@leaderlab/golang";
import { LndError } from "../errors.ts";
import { type CaveatFacts, checkCaveat } from "./check-caveat.ts";
import { parseMacaroon } from "./macaroon.ts";
import { decodeMacaroonId } from "./macaroon-id.ts";
import { permissionsOf } from "./method-permissions.ts";
import { formatPermission, type Permission } from "./permission.ts";
import { verifySignature } from "./signature.ts";

/** A call that asks to be let in. */
export interface MacaroonCall extends CaveatFacts {
  /** The method's full path, such as `/lnrpc.Lightning/GetInfo`. */
  readonly path: string;
  /** Every value of the metadata key `macaroon`: hexadecimal digits. */
  readonly macaroons: readonly string[];
}

/** Finds a root key by its id; undefined when there is none. */
export type FindRootKey = (id: string) => Promise<Buffer | undefined> | Buffer | undefined;

/**
 * Lets a call pass when its one macaroon is signed with a known root key, its caveats hold and it permits everything
 * that the method asks for, or the method itself (`uri:/lnrpc.Lightning/GetInfo`). Rejects with LndError otherwise.
 *
 * Mirrors: lnd rpcperms checkMacaroon, macaroons.Service.ValidateMacaroon; macaroon-bakery AuthChecker.Allow.
 */
export async function authorizeCall(call: MacaroonCall, findRootKey: FindRootKey): Promise<void> {
  const needed = permissionsOf(call.path);
  if (needed === undefined) throw new LndError("unservedMethod", call.path);
  const [hex, ...more] = call.macaroons;
  if (hex === undefined || more.length > 0) {
    throw new LndError("expectedOneMacaroon", call.macaroons.length);
  }
  const wanted = { ...call, permissions: needed };
  await authorizeMacaroon(readHex(hex), wanted, findRootKey);
}

/** What is asked of a macaroon. */
export interface WantedPermissions extends CaveatFacts {
  readonly permissions: readonly Permission[];
  /** The method's full path; empty for none. */
  readonly path: string;
}

/** The same for a macaroon's bytes and any permissions. Rejects with LndError. */
export async function authorizeMacaroon(
  bytes: Buffer,
  wanted: WantedPermissions,
  findRootKey: FindRootKey,
): Promise<void> {
  const macaroon = parseMacaroon(bytes);
  // Who asks for nothing is not looked at any closer.
  if (wanted.permissions.length === 0) return;
  const id = decodeMacaroonId(macaroon.id);
  const rootKeyId = id.rootKeyId.toString();
  const rootKey = await findRootKey(rootKeyId);
  if (rootKey === undefined) throw new LndError("unknownRootKey", rootKeyId);
  const conditions = verifySignature(macaroon, rootKey);
  for (const condition of conditions) checkCaveat(condition, wanted);
  const granted = new Set(id.permissions.map(formatPermission));
  const isGranted = (permission: Permission) => granted.has(formatPermission(permission));
  if (wanted.permissions.every(isGranted)) return;
  if (isGranted({ entity: "uri", action: wanted.path })) return;
  throw new LndError("permissionDenied");
}

function readHex(text: string): Buffer {
  try {
    return parseGoHex(text);
  } catch (error) {
    throw error instanceof GoValueError ? new LndError("refusedValue", error.message) : error;
  }
}
