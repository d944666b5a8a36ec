import { RpcError } from "./status.ts";

/** The units of gRPC's timeouts, in milliseconds. */
export const timeoutUnitsMs: Readonly<Record<string, number>> = {
  H: 3_600_000,
  M: 60_000,
  S: 1000,
  m: 1,
  u: 1e-3,
  n: 1e-6,
};

/**
 * A `Grpc-Timeout` header in milliseconds: `300m`, `5S`. Undefined for none, which 0 is, too; below 0 for a time that
 * is over. Throws INVALID_ARGUMENT. Mirrors: grpc-gateway runtime timeoutDecode.
 */
export function parseGrpcTimeout(text: string): number | undefined {
  if (text === "") return undefined;
  const [, digits, unit = ""] = /^([+-]?\d+)([HMSmun])$/.exec(text) ?? [];
  if (digits === undefined) throw new RpcError("INVALID_ARGUMENT", `invalid grpc-timeout: ${text}`);
  return Number(digits) * (timeoutUnitsMs[unit] ?? 0) || undefined;
}

/** The refusal of a call that has taken longer than its client wanted, in Go's words. */
export function deadlineExceeded(): RpcError {
  return new RpcError("DEADLINE_EXCEEDED", "context deadline exceeded");
}
