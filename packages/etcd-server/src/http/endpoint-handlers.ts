import { alarmName } from "../services/alarm-wire.ts";
import type { Store } from "../store.ts";
import { debugVarsEndpoint } from "./debug-vars.ts";
import type { HttpHandler } from "./exchange.ts";
import { type HealthObserver, healthEndpoints } from "./health-endpoints.ts";
import { versionEndpoint } from "./version-endpoint.ts";

export interface EndpointHandlersOptions {
  readonly store: Store;
  /** The program and its arguments, as /debug/vars tells them. */
  readonly commandLine: readonly string[];
  readonly observer: HealthObserver;
}

/** A read of no key in particular. */
const anyKey = { key: "\0", rangeEnd: "", limit: 1, keysOnly: true };

/** The HTTP endpoints of a server beside its gateway, by path. */
export function createEndpointHandlers(
  options: EndpointHandlersOptions,
): ReadonlyMap<string, HttpHandler> {
  const { store, commandLine, observer } = options;
  const health = healthEndpoints(
    {
      alarms: () => store.core.alarms.map(alarmName),
      read: () => void store.apply((core) => core.range(anyKey)),
    },
    observer,
  );
  return new Map<string, HttpHandler>([
    ...health,
    ["/version", versionEndpoint(store)],
    ["/debug/vars", debugVarsEndpoint(store, commandLine)],
  ]);
}
