import type { Edit } from "../../finding.ts";
import { entryOf, itemsAt, nodeAt, textAt, type YamlNode } from "../../read/yaml-node.ts";
import type { PoolCheck, PooledServer, ProxiedPool } from "../proxied-pool.ts";
import { spanMs } from "../time-span.ts";

/** The services of a dynamic configuration that have servers. */
export function traefikPools(root: YamlNode): readonly ProxiedPool[] {
  return (["http", "tcp"] as const).flatMap((protocol) => {
    const services = nodeAt(root, protocol, "services");
    if (services?.kind !== "map") return [];
    return services.entries.flatMap(({ key, keyPosition, value }): readonly ProxiedPool[] => {
      const balancer = entryOf(value, "loadBalancer")?.value;
      return balancer === undefined
        ? []
        : [poolOf(protocol, key, { balancer, position: keyPosition })];
    });
  });
}

interface Service {
  readonly balancer: YamlNode;
  readonly position: ProxiedPool["position"];
}

function poolOf(
  protocol: "http" | "tcp",
  name: string,
  { balancer, position }: Service,
): ProxiedPool {
  const check = entryOf(balancer, "healthCheck") ?? entryOf(balancer, "healthcheck");
  const settings = check?.value;
  const advice =
    "Traefik looks at a status alone and does not end what runs over a server that is out: let it forward to " +
    "`leaderlab proxy`, as `leaderlab generate traefik` writes it.";
  const put = (key: string, text: string): readonly Edit[] => {
    const node = nodeAt(settings, key);
    return node === undefined ? [] : [{ position: node.position, text }];
  };
  return {
    subject: `${protocol} service ${name}`,
    position,
    servers: serversOf(balancer),
    check: checkOf(protocol, check, position),
    ...detectionOf(check),
    cutsSessions: false,
    idleLimits: [],
    mendings: {
      PROXY001: { advice },
      PROXY002: { edits: put("interval", '"2s"') },
      PROXY003: { advice },
      PROBE011: { advice },
      PROXY005: { edits: put("method", '"GET"') },
      PROXY006: { edits: put("path", '"/v1/state"') },
    },
  };
}

function serversOf(balancer: YamlNode): readonly PooledServer[] {
  return itemsAt(balancer, "servers").flatMap((server) => {
    const entry = entryOf(server, "url") ?? entryOf(server, "address");
    if (entry?.value.kind !== "scalar") return [];
    const { text, position } = entry.value;
    const parts = /^(?:\w+:\/\/)?(.*?)(?::(\d+))?(?:\/.*)?$/.exec(text);
    const port = parts?.[2];
    return [
      {
        name: text,
        host: parts?.[1] ?? text,
        ...(port !== undefined && { port: Number(port) }),
        position,
      },
    ];
  });
}

type Check = ReturnType<typeof entryOf>;

function checkOf(
  protocol: "http" | "tcp",
  check: Check,
  position: ProxiedPool["position"],
): PoolCheck {
  if (check === undefined) return { kind: "none", position };
  const place = check.keyPosition;
  if (protocol === "tcp") return { kind: "tcp", position: place };
  const { value } = check;
  if (textAt(value, "mode") === "grpc") return { kind: "grpc", position: place };
  const asked = entryOf(value, "method") ?? entryOf(value, "path");
  const headers = nodeAt(value, "headers");
  const port = Number(textAt(value, "port"));
  return {
    kind: "http",
    position: place,
    requestPosition: asked?.keyPosition ?? place,
    method: textAt(value, "method") ?? "GET",
    path: (textAt(value, "path") ?? "/").replace(/\?.*$/, ""),
    ...(!Number.isNaN(port) && { port }),
    bodies: [],
    hasMacaroon:
      headers?.kind === "map" && headers.entries.some(({ key }) => /macaroon/i.test(key)),
  };
}

/** Traefik's defaults: every 30 s, for 5 s; one failure is enough. */
function detectionOf(check: Check) {
  if (check === undefined) return {};
  const set = entryOf(check.value, "interval");
  const intervalMs = spanMs(textAt(check.value, "interval") ?? "", "s") ?? 30_000;
  const timeoutMs = spanMs(textAt(check.value, "timeout") ?? "", "s") ?? 5000;
  return {
    detectMs: intervalMs + timeoutMs,
    detectFormula: `interval ${intervalMs / 1000} s + timeout ${timeoutMs / 1000} s`,
    detectPosition: (set ?? check).keyPosition,
  };
}
