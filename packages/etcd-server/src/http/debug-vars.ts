import { fileDescriptorLimit } from "../process-facts.ts";
import { raftTerm, type Store } from "../store.ts";
import { type HttpHandler, onGet, send } from "./exchange.ts";

/**
 * /debug/vars. Mirrors: etcd server/etcdserver/api/etcdhttp/debug.go. Deviates: of Go's statistics of memory those alone
 * that are true of Node, too.
 */
export function debugVarsEndpoint(store: Store, commandLine: readonly string[]): HttpHandler {
  return onGet((exchange) => {
    const variables = {
      cmdline: commandLine,
      file_descriptor_limit: fileDescriptorLimit(),
      memstats: memoryStatistics(),
      "raft.status": raftStatus(store),
    };
    const lines = Object.entries(variables).map(
      ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
    );
    const type = { "Content-Type": "application/json; charset=utf-8" };
    send(exchange, 200, type, `{\n${lines.join(",\n")}\n}\n`);
  });
}

function memoryStatistics() {
  const { heapUsed, heapTotal, rss } = process.memoryUsage();
  return {
    Alloc: heapUsed,
    Sys: rss,
    HeapAlloc: heapUsed,
    HeapSys: heapTotal,
    HeapIdle: heapTotal - heapUsed,
    HeapInuse: heapUsed,
  };
}

/** The one member leads itself. */
function raftStatus({ memberId, raftIndex: index }: Store) {
  const id = memberId.toString(16);
  return {
    id,
    term: raftTerm,
    vote: id,
    commit: index,
    lead: id,
    raftState: "StateLeader",
    applied: index,
    progress: { [id]: { match: index, next: index + 1, state: "StateReplicate" } },
    leadtransferee: "0",
  };
}
