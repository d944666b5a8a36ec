export { parseGoJson } from "./go-json.ts";
export { GoJsonError } from "./go-json-scanner.ts";
export { type Client, clientOf } from "./grpc-connection.ts";
export {
  type BehindHttp,
  createGrpcListener,
  type GrpcListener,
  type GrpcListenerOptions,
} from "./grpc-listener.ts";
export {
  type Bidi,
  type Call,
  type ClientStream,
  type Endpoint,
  type Handler,
  type Handlers,
  type Implementation,
  implement,
  type ServerStream,
  type Unary,
} from "./handler.ts";
export { createHttpListener, type HttpListener, type UpgradeHandler } from "./http-listener.ts";
export {
  createJsonGateway,
  type JsonDialect,
  type JsonGateway,
  sendError,
} from "./json-gateway.ts";
export {
  type Accept,
  type MuxTls,
  NoTlsRecordError,
  type PortMux,
  type PortMuxOptions,
  startPortMux,
} from "./port-mux.ts";
export { type JsonReadOptions, ProtoJsonError, readProtoJson } from "./proto-json-read.ts";
export { type JsonStyle, writeProtoJson } from "./proto-json-write.ts";
export { createRouter, type Gate, type Router, type RouterOptions } from "./router.ts";
export {
  codeName,
  httpStatus,
  isExpected,
  RpcError,
  type StatusCode,
  statusCodes,
  toRpcError,
} from "./status.ts";
export { type OpenTap, type Passage, type Tap, untilAborted } from "./tap.ts";
export { createWebSocketGateway, type WebSocketOptions } from "./web-socket-gateway.ts";
