import { type JsonDialect, type JsonGateway, RpcError, sendError } from "@leaderlab/rpc";
import type { Exchange } from "./exchange.ts";

/** How etcd 3.6's gateway speaks JSON. */
export const etcdDialect: JsonDialect = {
  unary: { emitUnset: false, separator: "," },
  stream: { emitUnset: false, separator: "," },
  ignoreUnknown: true,
  errorSpace: " ",
  errorDetails: false,
  maxBodyBytes: 128 * 1024 * 1024,
  metadataKey: (header) => (header === "authorization" ? "authorization" : undefined),
};

/** /v3beta is an alias of /v3, kept by etcd for old clients. */
export function answerGateway(gateway: JsonGateway, { request, response }: Exchange): void {
  request.url = (request.url ?? "").replace(/^\/v3beta\//, "/v3/");
  if (!gateway(request, response))
    sendError(response, new RpcError("NOT_FOUND", "Not Found"), etcdDialect);
}
