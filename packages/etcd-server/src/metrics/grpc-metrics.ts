import type { MethodDefinition, MethodKind } from "@leaderlab/proto";
import * as etcd from "@leaderlab/proto/etcd";
import {
  type Call,
  type Implementation,
  type OpenTap,
  type StatusCode,
  statusCodes,
} from "@leaderlab/rpc";
import { Histogram } from "./instruments.ts";
import { type Labels, type MetricFamily, single } from "./metric-family.ts";

const kindNames = {
  unary: "unary",
  clientStream: "client_stream",
  serverStream: "server_stream",
  bidi: "bidi_stream",
} as const satisfies Readonly<Record<MethodKind, string>>;

/** How many versions of clients are told apart: the name is theirs to choose. */
const maxClientVersions = 100;
const unknownVersion = "unknown";

/** Services whose methods etcd shows before anybody has called them; of others only what was called. */
const shownAtOnce = [
  etcd.kv,
  etcd.watch,
  etcd.lease,
  etcd.cluster,
  etcd.maintenance,
  etcd.auth,
  etcd.health,
];

/** What was counted of one method. */
interface MethodCounts {
  readonly labels: Labels;
  /** Whether statuses are shown that no call has had yet. */
  readonly showsAll: boolean;
  started: number;
  received: number;
  sent: number;
  readonly handled: Map<StatusCode, number>;
  /** How many seconds calls took; kept when that is asked for. */
  readonly durations: Histogram | undefined;
}

/** Go's default bounds, in seconds. */
const durationBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * Counts calls, messages and bytes of gRPC; a call that came as JSON counts as the call that it stands for.
 *
 * Mirrors: go-grpc-middleware's prometheus provider as etcd uses it, and etcd's own codec.
 */
export class GrpcMetrics {
  readonly #methods = new Map<string, MethodCounts>();
  /** Calls by version of the client: those that do not stream, and those that do. */
  readonly #requests = { unary: new Map<string, number>(), stream: new Map<string, number>() };
  readonly #isExtensive: boolean;
  #receivedBytes = 0;
  #sentBytes = 0;

  /** `isExtensive`: times are taken, too, as with --metrics=extensive. */
  constructor(isExtensive = false) {
    this.#isExtensive = isExtensive;
    for (const { methods } of shownAtOnce) {
      for (const method of Object.values(methods)) this.#countsOf(method, true);
    }
  }

  /** Sees every call. */
  readonly tap: OpenTap = (call) => {
    const { method } = call;
    const counts = this.#countsOf(method);
    counts.started += 1;
    this.#countRequest(call);
    const startedMs = this.#isExtensive ? performance.now() : 0;
    return {
      request() {
        counts.received += 1;
        return "pass";
      },
      response(message) {
        counts.sent += 1;
        // The gateway writes JSON by itself; etcd's has the message encoded by the server behind it.
        if (call.transport === "json") method.encodeResponse(message);
        return "pass";
      },
      end(refusal) {
        // A refusal counts as the message in its place, the end of a stream of requests as one more.
        if (method.kind === "unary" && refusal !== undefined) counts.sent += 1;
        if (method.kind === "bidi" || method.kind === "clientStream") counts.received += 1;
        const code = refusal?.code ?? "OK";
        counts.handled.set(code, (counts.handled.get(code) ?? 0) + 1);
        counts.durations?.observe((performance.now() - startedMs) / 1000);
      },
    };
  };

  /** The same services, with the bytes of their messages counted wherever they are encoded and decoded. */
  counted(implementations: readonly Implementation[]): readonly Implementation[] {
    return implementations.map(({ service, endpoints }) => ({
      service,
      endpoints: endpoints.map((endpoint) => {
        return { ...endpoint, method: this.#withBytesCounted(endpoint.method) };
      }),
    }));
  }

  families(): readonly MetricFamily[] {
    const methods = [...this.#methods.values()];
    const perMethod = (name: string, help: string, count: (counts: MethodCounts) => number) =>
      ({
        type: "counter",
        name,
        help,
        samples: methods.map((counts) => ({ labels: counts.labels, value: count(counts) })),
      }) as const;
    return [
      perMethod("grpc_server_started_total", "Calls that were begun.", (one) => one.started),
      perMethod(
        "grpc_server_msg_received_total",
        "Messages that came from clients.",
        (one) => one.received,
      ),
      perMethod("grpc_server_msg_sent_total", "Messages that went to clients.", (one) => one.sent),
      {
        type: "histogram",
        name: "grpc_server_handling_seconds",
        help: "How long calls took.",
        distributions: methods.flatMap(
          ({ durations, labels }) => durations?.distribution(labels) ?? [],
        ),
      },
      {
        type: "counter",
        name: "grpc_server_handled_total",
        help: "Calls that have ended, by their status.",
        samples: methods.flatMap(handledSamples),
      },
      {
        type: "counter",
        name: "etcd_server_client_requests_total",
        help: "Calls by the version of the client's API.",
        samples: (["unary", "stream"] as const).flatMap((type) =>
          [...this.#requests[type]].map(([version, value]) => ({
            labels: { type, client_api_version: version },
            value,
          })),
        ),
      },
      single(
        "counter",
        "etcd_network_client_grpc_received_bytes_total",
        "Bytes of messages that came from clients.",
        this.#receivedBytes,
      ),
      single(
        "counter",
        "etcd_network_client_grpc_sent_bytes_total",
        "Bytes of messages that went to clients.",
        this.#sentBytes,
      ),
    ];
  }

  #withBytesCounted(method: MethodDefinition): MethodDefinition {
    return {
      ...method,
      decodeRequest: (bytes) => {
        this.#receivedBytes += bytes.length;
        return method.decodeRequest(bytes);
      },
      encodeResponse: (response) => {
        const bytes = method.encodeResponse(response);
        this.#sentBytes += bytes.length;
        return bytes;
      },
    };
  }

  #countsOf({ path, kind }: Pick<MethodDefinition, "path" | "kind">, showsAll = false) {
    const known = this.#methods.get(path);
    if (known !== undefined) return known;
    const [, service = "", name = ""] = path.split("/");
    const labels = { grpc_service: service, grpc_method: name, grpc_type: kindNames[kind] };
    const durations = this.#isExtensive ? new Histogram(durationBounds) : undefined;
    const numbers = { started: 0, received: 0, sent: 0, handled: new Map() };
    const counts: MethodCounts = { labels, showsAll, durations, ...numbers };
    this.#methods.set(path, counts);
    return counts;
  }

  #countRequest(call: Call): void {
    const counts = this.#requests[call.method.kind === "unary" ? "unary" : "stream"];
    const asked = call.metadata("client-api-version")[0] ?? unknownVersion;
    const version = counts.has(asked) || counts.size < maxClientVersions ? asked : unknownVersion;
    counts.set(version, (counts.get(version) ?? 0) + 1);
  }
}

function handledSamples({ labels, showsAll, handled }: MethodCounts) {
  const codes = showsAll ? (Object.keys(statusCodes) as StatusCode[]) : [...handled.keys()];
  return codes.map((code) => ({
    labels: { ...labels, grpc_code: goCodeName(code) },
    value: handled.get(code) ?? 0,
  }));
}

/** INVALID_ARGUMENT is Go's InvalidArgument. */
function goCodeName(code: StatusCode): string {
  if (code === "OK") return code;
  if (code === "CANCELLED") return "Canceled";
  return code
    .split("_")
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join("");
}
