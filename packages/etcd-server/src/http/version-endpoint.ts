import type { Store } from "../store.ts";
import { version } from "../version.ts";
import { type HttpHandler, onGet, send } from "./exchange.ts";

/** Tells the versions of the server, of its cluster and of its storage; a downgrade lowers the last two. */
export function versionEndpoint(store: Store): HttpHandler {
  return onGet((exchange) => {
    const cluster = store.applyAsServer((core) => core.clusterVersion.version);
    const versions = { etcdserver: version, etcdcluster: cluster, storage: cluster };
    send(exchange, 200, { "Content-Type": "application/json" }, JSON.stringify(versions));
  });
}
