import type { DefaultEtcd } from "../harness/default-etcd.ts";
import { type Caller, grpcCaller, jsonCaller } from "./caller.ts";
import {
  grpcStream,
  jsonStream,
  type MessageStream,
  type StreamOptions,
} from "./message-stream.ts";

/** A way to reach an etcd. */
export interface Transport {
  readonly name: "gRPC" | "JSON";
  readonly caller: Caller;
  open(options: StreamOptions): MessageStream;
  /** Whether all requests of a stream go in one body, before the first message comes. */
  readonly isOneBody: boolean;
  /** For requests that are made over HTTP whatever the transport. */
  readonly baseUrl: string;
}

/** HTTP statuses that the gateway of etcd 3.4 (grpc-gateway 1) gives other codes than later ones do. */
const statusesOf34 = { FAILED_PRECONDITION: 412 } as const;

/** The ways to reach an etcd of a version. */
export function transportsOf(
  { rpc, baseUrl }: Pick<DefaultEtcd, "rpc" | "baseUrl">,
  version: string,
): { readonly grpc: Transport; readonly json: Transport } {
  return {
    grpc: {
      name: "gRPC",
      caller: grpcCaller(rpc),
      open: (options) => grpcStream(rpc, options),
      isOneBody: false,
      baseUrl,
    },
    json: {
      name: "JSON",
      caller: jsonCaller(baseUrl, version === "3.4" ? statusesOf34 : {}),
      open: (options) => jsonStream(baseUrl, options),
      isOneBody: true,
      baseUrl,
    },
  };
}
