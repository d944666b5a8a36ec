import type { Edit } from "../../finding.ts";
import { entryOf, itemsAt, nodeAt, textAt, type YamlNode } from "../../read/yaml-node.ts";
import {
  type BodyMatch,
  type IdleLimit,
  isGrpcPort,
  type PoolCheck,
  type PooledServer,
  type ProxiedPool,
} from "../proxied-pool.ts";
import { spanMs } from "../time-span.ts";
import { routesTo, tcpProxiesTo } from "./envoy-traffic.ts";

/** The clusters of a static configuration. */
export function envoyPools(root: YamlNode): readonly ProxiedPool[] {
  return itemsAt(root, "static_resources", "clusters").map((cluster) => poolOf(cluster, root));
}

function poolOf(cluster: YamlNode, root: YamlNode): ProxiedPool {
  const name = textAt(cluster, "name") ?? "";
  const position = entryOf(cluster, "name")?.keyPosition ?? cluster.position;
  const servers = serversOf(cluster);
  const check = nodeAt(cluster, "health_checks", 0);
  const panic = textAt(cluster, "common_lb_config", "healthy_panic_threshold", "value");
  const cutsSessions = textAt(cluster, "close_connections_on_host_health_failure") === "true";
  const path = nodeAt(check, "http_health_check", "path");
  const method = nodeAt(check, "http_health_check", "method");
  const limits = idleLimitsOf(
    name,
    servers.some(({ port }) => isGrpcPort(port)),
    root,
  );
  return {
    subject: `cluster ${name}`,
    position,
    servers,
    check: checkOf(cluster, check),
    ...detectionOf(check),
    cutsSessions,
    idleLimits: limits,
    ...(check !== undefined &&
      panic !== "0" && {
        leak: {
          position:
            nodeAt(cluster, "common_lb_config", "healthy_panic_threshold")?.position ?? position,
          message:
            "when fewer than half of the nodes are healthy, and one leads, Envoy sends traffic to all of them: " +
            "healthy_panic_threshold must be 0",
        },
      }),
    mendings: {
      PROXY001: {
        advice:
          'Match the body by `receive` (`"state":"SERVER_ACTIVE"` in hexadecimal: 227374617465223a225345525645525f41435449564522) ' +
          "and set `common_lb_config.healthy_panic_threshold` to 0.",
        edits:
          check !== undefined &&
          panic === undefined &&
          entryOf(cluster, "common_lb_config") === undefined
            ? underName(cluster, "common_lb_config: { healthy_panic_threshold: { value: 0 } }")
            : [],
      },
      PROXY003: {
        advice: "Set `close_connections_on_host_health_failure: true` on the cluster.",
        edits: closingEdits(cluster),
      },
      PROXY004: {
        advice:
          "Set a route's `timeout` to 0s and its `idle_timeout` to 0s or a day; for tcp_proxy `idle_timeout: 86400s`.",
        edits: [],
      },
      PROXY005: { edits: method === undefined ? [] : [{ position: method.position, text: "GET" }] },
      PROXY006: {
        edits: path === undefined ? [] : [{ position: path.position, text: "/v1/state" }],
      },
    },
  };
}

/** A line of its own under the cluster's name; none where it is written on one line. */
function underName(cluster: YamlNode, line: string): readonly Edit[] {
  const name = entryOf(cluster, "name");
  const next =
    cluster.kind === "map" ? cluster.entries.find(({ key }) => key !== "name") : undefined;
  if (name === undefined || next === undefined) return [];
  if (next.keyPosition.line === name.keyPosition.line) return [];
  const { file, endLine, endColumn } = name.value.position;
  const indent = " ".repeat(name.keyPosition.column - 1);
  const place = { file, line: endLine, column: endColumn, endLine, endColumn };
  return [{ position: place, text: `\n${indent}${line}` }];
}

function closingEdits(cluster: YamlNode): readonly Edit[] {
  const key = "close_connections_on_host_health_failure";
  const set = entryOf(cluster, key);
  if (set !== undefined) return [{ position: set.value.position, text: "true" }];
  return underName(cluster, `${key}: true`);
}

function serversOf(cluster: YamlNode): readonly PooledServer[] {
  const groups = itemsAt(cluster, "load_assignment", "endpoints");
  return groups.flatMap((group) =>
    itemsAt(group, "lb_endpoints").flatMap((one) => {
      const address = nodeAt(one, "endpoint", "address", "socket_address");
      const host = textAt(address, "address");
      if (address === undefined || host === undefined) return [];
      const port = Number(textAt(address, "port_value"));
      return [
        {
          name: `${host}:${port}`,
          host,
          ...(!Number.isNaN(port) && { port }),
          position: address.position,
        },
      ];
    }),
  );
}

function checkOf(cluster: YamlNode, check: YamlNode | undefined): PoolCheck {
  const place = entryOf(cluster, "name")?.keyPosition ?? cluster.position;
  if (check === undefined) {
    const isPassive = entryOf(cluster, "outlier_detection") !== undefined;
    return { kind: isPassive ? "passive" : "none", position: place };
  }
  const grpc = entryOf(check, "grpc_health_check");
  if (grpc !== undefined) return { kind: "grpc", position: grpc.keyPosition };
  const http = entryOf(check, "http_health_check");
  if (http === undefined) return { kind: "tcp", position: check.position };
  const path = textAt(http.value, "path") ?? "/";
  const asked = entryOf(http.value, "method") ?? entryOf(http.value, "path");
  const receive = entryOf(http.value, "receive");
  return {
    kind: "http",
    position: (receive ?? http).keyPosition,
    requestPosition: (asked ?? http).keyPosition,
    method: textAt(http.value, "method") ?? "GET",
    path: path.replace(/\?.*$/, ""),
    bodies: itemsAt(http.value, "receive").map(bodyOf),
    hasMacaroon: itemsAt(http.value, "request_headers_to_add").some((header) =>
      /macaroon/i.test(textAt(header, "header", "key") ?? ""),
    ),
  };
}

/** A payload is hexadecimal as `text`, base64 as `binary`. */
function bodyOf(payload: YamlNode): BodyMatch {
  const hex = textAt(payload, "text");
  const pattern =
    hex === undefined
      ? Buffer.from(textAt(payload, "binary") ?? "", "base64").toString()
      : Buffer.from(hex, "hex").toString();
  return { pattern, isRegex: false, isNegated: false };
}

function detectionOf(check: YamlNode | undefined) {
  const interval = entryOf(check, "interval");
  const intervalMs = spanMs(textAt(check, "interval") ?? "", "s");
  const timeoutMs = spanMs(textAt(check, "timeout") ?? "", "s");
  if (interval === undefined || intervalMs === undefined || timeoutMs === undefined) return {};
  const threshold = Number(textAt(check, "unhealthy_threshold") ?? 2) || 2;
  return {
    detectMs: intervalMs * threshold + timeoutMs,
    detectFormula: `interval ${intervalMs / 1000} s × ${threshold} + timeout ${timeoutMs / 1000} s`,
    detectPosition: interval.keyPosition,
  };
}

/** Defaults of Envoy's, in milliseconds. */
const defaults = { route: 15_000, stream: 300_000, tcp: 3_600_000 };

function idleLimitsOf(cluster: string, isGrpc: boolean, root: YamlNode): readonly IdleLimit[] {
  const tcp = tcpProxiesTo(cluster, root).map((config): IdleLimit => {
    const set = entryOf(config, "idle_timeout");
    const ms = spanMs(textAt(config, "idle_timeout") ?? "", "s") ?? defaults.tcp;
    const position = set?.keyPosition ?? config.position;
    return { name: "idle_timeout", ms, position, passesPings: isGrpc };
  });
  const http = routesTo(cluster, root).flatMap(({ route, manager }): readonly IdleLimit[] => {
    const limit = (name: string, nodes: readonly YamlNode[], otherwiseMs: number): IdleLimit => {
      const at = nodes.find((node) => entryOf(node, name) !== undefined);
      const ms = spanMs(textAt(at, name) ?? "", "s") ?? otherwiseMs;
      const position = entryOf(at, name)?.keyPosition ?? route.position;
      const said = at === undefined ? `, which is ${otherwiseMs / 1000} s when it is not set,` : "";
      return { name: `${name}${said}`, ms, position, passesPings: false };
    };
    const idle = entryOf(route, "idle_timeout");
    return [
      limit("timeout", [route], defaults.route),
      idle === undefined
        ? limit("stream_idle_timeout", [manager], defaults.stream)
        : limit("idle_timeout", [route], defaults.stream),
    ];
  });
  return [...tcp, ...http];
}
