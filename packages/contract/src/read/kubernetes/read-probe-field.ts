import type { Notice, Position } from "../../finding.ts";
import {
  kubernetesTimings,
  type ProbeAction,
  type ProbeRole,
  type ProbeTimings,
} from "../../probe.ts";
import { SourceError } from "../../source-error.ts";
import { entryOf, itemsAt, nodeAt, textAt, type YamlNode } from "../yaml-node.ts";

/** The handlers of which a probe has one. */
export const handlers = ["exec", "httpGet", "tcpSocket", "grpc"] as const;

/** When a probe asks, with what is left out as Kubernetes has it. Throws a SourceError for what Kubernetes refuses. */
export function timingsOf(field: YamlNode, role: ProbeRole): ProbeTimings {
  const number = (name: string, otherwise: number, least: number): number => {
    const found = nodeAt(field, name);
    if (found?.kind !== "scalar" || found.value === null) return otherwise;
    const value = Number(found.value);
    // Kubernetes takes 0 for what is left out.
    if (value === 0 && least > 0) return otherwise;
    if (value >= least) return value;
    throw new SourceError(`${name} must be ${least} or more, not ${value}`, found.position);
  };
  const { periodMs, timeoutMs, successThreshold, failureThreshold } = kubernetesTimings;
  const timings = {
    initialDelayMs: number("initialDelaySeconds", 0, 0) * 1000,
    periodMs: number("periodSeconds", periodMs / 1000, 1) * 1000,
    timeoutMs: number("timeoutSeconds", timeoutMs / 1000, 1) * 1000,
    successThreshold: number("successThreshold", successThreshold, 1),
    failureThreshold: number("failureThreshold", failureThreshold, 1),
  };
  if (timings.successThreshold !== 1 && role !== "readiness") {
    throw new SourceError(
      `successThreshold must be 1 for a ${role} probe, not ${timings.successThreshold}`,
      nodeAt(field, "successThreshold")?.position ?? field.position,
    );
  }
  if (role === "readiness" && nodeAt(field, "terminationGracePeriodSeconds") !== undefined) {
    throw new SourceError(
      "a readiness probe restarts nothing: terminationGracePeriodSeconds must not be set",
      nodeAt(field, "terminationGracePeriodSeconds")?.position,
    );
  }
  return timings;
}

/** How a probe asks. Undefined, with a notice, when it has no handler. Throws a SourceError for what cannot be. */
export function actionOf(
  field: YamlNode,
  ports: ReadonlyMap<string, number>,
  notices: Notice[],
): ProbeAction | undefined {
  const given = handlers.filter((name) => nodeAt(field, name)?.kind === "map");
  const [handler, second] = given;
  if (second !== undefined) {
    throw new SourceError(
      `a probe has one of ${handlers.join(", ")}; this one has ${given.join(" and ")}`,
      entryOf(field, second)?.keyPosition,
    );
  }
  if (handler === undefined) {
    notices.push({
      message: `this probe asks nothing: it has none of ${handlers.join(", ")}`,
      position: field.position,
    });
    return undefined;
  }
  const at = nodeAt(field, handler) ?? field;
  if (handler === "exec") {
    const command = itemsAt(at, "command").map((word) => (word.kind === "scalar" ? word.text : ""));
    if (command.length > 0) return { kind: "exec", command };
    throw new SourceError("exec has no command", at.position);
  }
  const port = portOf(at, ports);
  if (handler === "tcpSocket") return { kind: "tcp", port };
  if (handler === "grpc") return { kind: "grpc", port, service: textAt(at, "service") ?? "" };
  return httpOf(at, port);
}

function httpOf(at: YamlNode, port: number): ProbeAction {
  const scheme = (textAt(at, "scheme") ?? "HTTP").toLowerCase();
  if (scheme !== "http" && scheme !== "https") {
    throw new SourceError(`scheme must be HTTP or HTTPS`, nodeAt(at, "scheme")?.position);
  }
  const host = textAt(at, "host");
  const path = textAt(at, "path") ?? "/";
  return {
    kind: "http",
    scheme,
    ...(host !== undefined && host !== "" && { host }),
    port,
    path: path.startsWith("/") ? path : `/${path}`,
    headers: itemsAt(at, "httpHeaders").map(
      (header) => [textAt(header, "name") ?? "", textAt(header, "value") ?? ""] as const,
    ),
  };
}

function portOf(at: YamlNode, ports: ReadonlyMap<string, number>): number {
  const found = nodeAt(at, "port");
  if (found?.kind !== "scalar" || found.value === null) {
    throw new SourceError("port is missing", found?.position ?? at.position);
  }
  const port = typeof found.value === "number" ? found.value : ports.get(found.text);
  if (port === undefined) {
    const names = [...ports.keys()].join(", ") || "none";
    throw new SourceError(
      `the container has no port named "${found.text}"; named ports: ${names}`,
      found.position,
    );
  }
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new SourceError(`port must be from 1 to 65535, not ${port}`, found.position);
}

/** A container's ports by their names. */
export function namedPorts(container: YamlNode): ReadonlyMap<string, number> {
  return new Map(
    itemsAt(container, "ports").flatMap((port) => {
      const name = textAt(port, "name");
      const number = Number(textAt(port, "containerPort"));
      return name === undefined || !Number.isInteger(number) ? [] : [[name, number] as const];
    }),
  );
}

/** Where the fields of a probe and of its handler are written; handlers' as `exec.command`. */
export function fieldPositions(field: YamlNode): ReadonlyMap<string, Position> {
  const positions = new Map<string, Position>();
  for (const { key, value } of field.kind === "map" ? field.entries : []) {
    positions.set(key, value.position);
    for (const inner of value.kind === "map" ? value.entries : []) {
      positions.set(`${key}.${inner.key}`, inner.value.position);
    }
  }
  return positions;
}
