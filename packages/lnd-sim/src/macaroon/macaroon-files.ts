import { type Permission, parsePermissions } from "./permission.ts";

/** A file that lnd writes a macaroon to, unless it is there already. */
export interface MacaroonFile {
  readonly name: string;
  readonly permissions: readonly Permission[];
  /** Permission bits of the file. */
  readonly mode: number;
}

const read =
  "onchain:read offchain:read address:read message:read peers:read info:read invoices:read " +
  "signer:read macaroon:read";
const write =
  "onchain:write offchain:write address:write message:write peers:write info:write " +
  "invoices:write signer:generate macaroon:generate macaroon:write remotesigner:generate";

function file(name: string, permissions: string, mode = 0o644): MacaroonFile {
  return { name: `${name}.macaroon`, permissions: parsePermissions(permissions), mode };
}

/**
 * The eight macaroons, in the order in which lnd writes them: three when the wallet is open, the others when their
 * subservers start. Mirrors: lnd rpcserver.go and lnrpc/*; `remotesigner` is new since v0.20.1.
 */
export const macaroonFiles = {
  invoice: file("invoice", "invoices:read invoices:write address:read address:write onchain:read"),
  readonly: file("readonly", read),
  admin: file("admin", `${read} ${write}`, 0o640),
  signer: file("signer", "signer:generate signer:read"),
  walletkit: file("walletkit", "address:write address:read onchain:write onchain:read"),
  chainnotifier: file("chainnotifier", "onchain:read"),
  invoices: file("invoices", "invoices:write invoices:read"),
  router: file("router", "offchain:read offchain:write"),
} as const;

/** A macaroon file by what it is for. */
export type MacaroonFileName = keyof typeof macaroonFiles;
