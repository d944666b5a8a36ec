import type { Metrics } from "../metrics/metrics.ts";
import { alarmName } from "../services/alarm-wire.ts";
import type { Store } from "../store.ts";
import { debugVarsEndpoint } from "./debug-vars.ts";
import type { HttpHandler } from "./exchange.ts";
import { healthEndpoints } from "./health-endpoints.ts";
import { metricsEndpoint } from "./metrics-endpoint.ts";
import { versionEndpoint } from "./version-endpoint.ts";

export interface EndpointHandlersOptions {
  readonly store: Store;
  /** The program and its arguments, as /debug/vars tells them. */
  readonly commandLine: readonly string[];
  readonly metrics: Metrics;
}

/** A read of no key in particular. */
const anyKey = { key: "\0", rangeEnd: "", limit: 1, keysOnly: true };

/** The HTTP endpoints of a server beside its gateway, by path. */
export function createEndpointHandlers(
  options: EndpointHandlersOptions,
): ReadonlyMap<string, HttpHandler> {
  const { store, commandLine, metrics } = options;
  const health = healthEndpoints(
    {
      alarms: () => store.core.alarms.map(alarmName),
      read: () => void store.applyAsServer((core) => core.range(anyKey)),
    },
    metrics.health,
  );
  return new Map<string, HttpHandler>([
    ...health,
    ["/version", versionEndpoint(store)],
    ["/metrics", metricsEndpoint(() => metrics.families(store))],
    ["/debug/vars", debugVarsEndpoint(store, commandLine)],
  ]);
}
