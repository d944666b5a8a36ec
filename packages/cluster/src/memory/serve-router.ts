import { type Call, type Router, type Endpoint as RpcEndpoint, RpcError } from "@leaderlab/rpc";
import type { Endpoint } from "./memory-connection.ts";
import type { RpcReply, RpcRequest } from "./rpc-messages.ts";

/** A client's connection to a router, as the gRPC listener is one over a socket. */
export class ServedConnection {
  readonly #router: Router;
  readonly #endpoint: Endpoint;
  readonly #calls = new Map<number, AbortController>();
  readonly #onOver: (connection: ServedConnection) => void;

  constructor(router: Router, endpoint: Endpoint, onOver: (over: ServedConnection) => void) {
    this.#router = router;
    this.#endpoint = endpoint;
    this.#onOver = onOver;
    endpoint.onMessage = (message) => this.#take(message as RpcRequest);
    endpoint.onClose = () => this.close();
  }

  /** Cuts it: every call on it is cancelled. */
  close(): void {
    this.#endpoint.close();
    for (const call of this.#calls.values()) call.abort(new Error("the client is gone"));
    this.#calls.clear();
    this.#onOver(this);
  }

  #take(request: RpcRequest): void {
    if ("cancel" in request) {
      this.#calls.get(request.call)?.abort(new Error("the client gave up"));
      return;
    }
    void this.#answer(request);
  }

  async #answer(request: Exclude<RpcRequest, { cancel: true }>): Promise<void> {
    const { call: id, path, body } = request;
    const controller = new AbortController();
    this.#calls.set(id, controller);
    try {
      const endpoint = this.#router.endpoints.find(({ method }) => method.path === path);
      if (endpoint === undefined) throw this.#router.refuseUnknown(path);
      const call = this.#callOf(endpoint, request, controller.signal);
      const { method } = endpoint;
      const message = method.decodeRequest(Buffer.from(body));
      if (method.kind === "bidi" || method.kind === "clientStream") {
        throw new RpcError("UNIMPLEMENTED", `${path} is not served over memory`);
      }
      if (method.kind === "serverStream") {
        for await (const one of this.#router.answerServerStream(endpoint, message, call)) {
          this.#send({ call: id, body: method.encodeResponse(one as object) });
        }
      } else {
        const answer = await this.#router.answerUnary(endpoint, message, call);
        this.#send({ call: id, body: method.encodeResponse(answer as object) });
      }
      this.#send({ call: id, end: true });
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      this.#send({ call: id, refused: { code: error.code, text: error.message } });
    } finally {
      this.#calls.delete(id);
    }
  }

  #callOf(
    { method }: RpcEndpoint,
    { metadata }: Exclude<RpcRequest, { cancel: true }>,
    signal: AbortSignal,
  ): Call {
    return {
      method,
      transport: "grpc",
      peer: `${this.#endpoint.peer}:0`,
      signal,
      metadata: (key) => {
        const value = metadata[key];
        return value === undefined ? [] : [value];
      },
    };
  }

  #send(reply: RpcReply): void {
    this.#endpoint.send(reply);
  }
}
