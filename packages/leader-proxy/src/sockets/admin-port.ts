import type { IncomingMessage, ServerResponse } from "node:http";
import type { Clock } from "@leaderlab/clock";
import { createGrpcListener, createHttpListener, createRouter, startPortMux } from "@leaderlab/rpc";
import { describeLeader, renderMetrics } from "../admin-words.ts";
import { serveGrpcHealth } from "../grpc-health.ts";
import type { LeaderTracker } from "../leader-tracker.ts";
import type { Gate } from "./gate.ts";
import type { SocketAddress } from "./parse-address.ts";

export interface AdminPortOptions {
  readonly listen: SocketAddress;
  readonly tracker: LeaderTracker;
  readonly gates: readonly Gate[];
  readonly clock: Clock;
  /** Told of what is a fault of ours. */
  readonly onFault: (error: unknown) => void;
}

/** The port at which probes and people ask: HTTP and gRPC alike, without TLS. */
export interface AdminPort {
  /** `127.0.0.1:9110` */
  readonly address: string;
  stop(): Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly type: "application/json" | "text/plain; version=0.0.4; charset=utf-8";
  readonly body: string;
}

const json = (status: number, body: object): Reply => ({
  status,
  type: "application/json",
  body: `${JSON.stringify(body)}\n`,
});

/**
 * Serves `/leader`, `/ready`, `/live` and `/metrics` over HTTP/1.1, and grpc.health.v1 over gRPC. `/ready` is 200 while
 * a backend leads, else 503: of a sidecar, whose one backend is its own node, while that node leads. `/live` is 200 for
 * as long as the proxy runs: a node that waits for its turn must not be restarted for it. Rejects with Node's error
 * (EADDRINUSE …) when the port cannot be had.
 */
export async function startAdminPort(options: AdminPortOptions): Promise<AdminPort> {
  const { tracker, clock, onFault } = options;
  const router = createRouter({ implementations: [serveGrpcHealth(tracker)], onFault });
  const grpc = createGrpcListener(router, { clock, maxConcurrentStreams: 100 });
  const http = createHttpListener((request, response) => {
    send(request, response, answer(request, options));
  }, onFault);
  const mux = await startPortMux({ ...options.listen, grpc: grpc.accept, http: http.accept });
  return {
    address: mux.address,
    async stop() {
      grpc.destroy();
      await mux.stop();
    },
  };
}

function answer(
  { method, url = "" }: IncomingMessage,
  { tracker, gates }: AdminPortOptions,
): Reply {
  const path = url.split("?", 1)[0];
  const answers: { readonly [path: string]: () => Reply } = {
    "/leader": () => json(tracker.leader === undefined ? 503 : 200, describeLeader(tracker)),
    "/ready": () => {
      const { leader, why } = tracker.leadership;
      const isReady = leader !== undefined;
      return json(isReady ? 200 : 503, { ready: isReady, leader: leader?.name ?? null, why });
    },
    "/live": () => json(200, { live: true }),
    "/metrics": () => ({
      status: 200,
      type: "text/plain; version=0.0.4; charset=utf-8",
      body: renderMetrics(tracker, gates),
    }),
  };
  const found = path !== undefined && Object.hasOwn(answers, path) ? answers[path] : undefined;
  if (found === undefined) {
    return json(404, {
      error: `there is no ${path}; there are ${Object.keys(answers).join(", ")}`,
    });
  }
  if (method === "GET" || method === "HEAD" || method === "OPTIONS") return found();
  return json(405, { error: "only GET, HEAD and OPTIONS are answered" });
}

function send(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  const { status, type, body } = reply;
  const headers = {
    "content-type": type,
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
    ...(status === 405 && { allow: "GET, HEAD, OPTIONS" }),
  };
  response.writeHead(status, headers);
  response.end(request.method === "HEAD" ? undefined : body);
}
