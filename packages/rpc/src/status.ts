/** gRPC's status codes: https://grpc.github.io/grpc/core/md_doc_statuscodes.html */
export const statusCodes = {
  OK: 0,
  CANCELLED: 1,
  UNKNOWN: 2,
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  ALREADY_EXISTS: 6,
  PERMISSION_DENIED: 7,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  ABORTED: 10,
  OUT_OF_RANGE: 11,
  UNIMPLEMENTED: 12,
  INTERNAL: 13,
  UNAVAILABLE: 14,
  DATA_LOSS: 15,
  UNAUTHENTICATED: 16,
} as const;

/** A gRPC status code by its name. */
export type StatusCode = keyof typeof statusCodes;

const codeNames = new Map<number, StatusCode>(
  Object.entries(statusCodes).map(([name, number]) => [number, name as StatusCode]),
);

/** The name of a code's number; a number that gRPC does not know is UNKNOWN. */
export function codeName(number: number): StatusCode {
  return codeNames.get(number) ?? "UNKNOWN";
}

/** The HTTP status that grpc-gateway answers for a code. Mirrors: grpc-gateway runtime.HTTPStatusFromCode. */
export const httpStatus: { readonly [C in StatusCode]: number } = {
  OK: 200,
  CANCELLED: 499,
  UNKNOWN: 500,
  INVALID_ARGUMENT: 400,
  DEADLINE_EXCEEDED: 504,
  NOT_FOUND: 404,
  ALREADY_EXISTS: 409,
  PERMISSION_DENIED: 403,
  RESOURCE_EXHAUSTED: 429,
  FAILED_PRECONDITION: 400,
  ABORTED: 409,
  OUT_OF_RANGE: 400,
  UNIMPLEMENTED: 501,
  INTERNAL: 500,
  UNAVAILABLE: 503,
  DATA_LOSS: 500,
  UNAUTHENTICATED: 401,
};

/** A refusal as the client sees it: a code and a text. A handler throws one; a client call rejects with one. */
export class RpcError extends Error {
  override readonly name = "RpcError";
  readonly code: StatusCode;

  constructor(code: StatusCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** The refusal of a request message that is larger than its server takes, in grpc-go's words. */
export function messageTooLarge(bytes: number, maxBytes: number): RpcError {
  const text = `grpc: received message larger than max (${bytes} vs. ${maxBytes})`;
  return new RpcError("RESOURCE_EXHAUSTED", text);
}

/**
 * Whatever was thrown, as a refusal. An error that carries a code's name (a product's own error class does) keeps
 * code and text; anything else is a fault of ours: it becomes INTERNAL and its text stays here.
 */
export function toRpcError(thrown: unknown): RpcError {
  if (thrown instanceof RpcError) return thrown;
  if (thrown instanceof Error && "code" in thrown && isStatusCode(thrown.code)) {
    return new RpcError(thrown.code, thrown.message);
  }
  return new RpcError("INTERNAL", "internal error");
}

/** Whether a refusal was meant: false for the INTERNAL that `toRpcError` makes of a fault of ours. */
export function isExpected(thrown: unknown): boolean {
  if (thrown instanceof RpcError) return true;
  return thrown instanceof Error && "code" in thrown && isStatusCode(thrown.code);
}

function isStatusCode(value: unknown): value is StatusCode {
  return typeof value === "string" && Object.hasOwn(statusCodes, value);
}
