import { createRealClock } from "@leaderlab/clock/real";
import { type JsonDialect, type JsonGateway, RpcError, sendError } from "@leaderlab/rpc";
import type { Exchange } from "./exchange.ts";

/** A client waits in real time, whatever the time of the store is. */
const realClock = createRealClock();

/** Headers that are metadata, behind this. */
const metadataPrefix = "grpc-metadata-";

/** How etcd 3.6's gateway speaks JSON. */
export const etcdDialect: JsonDialect = {
  unary: { emitUnset: false, separator: "," },
  stream: { emitUnset: false, separator: "," },
  ignoreUnknown: true,
  errorSpace: " ",
  errorDetails: false,
  maxBodyBytes: 128 * 1024 * 1024,
  metadataKey(header) {
    if (header === "authorization") return header;
    return header.startsWith(metadataPrefix) ? header.slice(metadataPrefix.length) : undefined;
  },
  setTimer: (delayMs, callback) => realClock.setTimer(delayMs, callback),
};

/** /v3beta is an alias of /v3, kept by etcd for old clients. */
export function answerGateway(
  gateway: JsonGateway,
  { request, response }: Pick<Exchange, "request" | "response">,
): void {
  request.url = (request.url ?? "").replace(/^\/v3beta\//, "/v3/");
  if (!gateway(request, response))
    sendError(response, new RpcError("NOT_FOUND", "Not Found"), etcdDialect);
}
