import type { LeaderTracker } from "./leader-tracker.ts";
import type { Gate } from "./sockets/gate.ts";

/** `/leader` as JSON: who leads, since when, why, and what is known of everybody. */
export function describeLeader(tracker: LeaderTracker): object {
  const { leader, why, sinceUnixMs } = tracker.leadership;
  return {
    leader: leader?.name ?? null,
    grpc: leader?.grpcAddress ?? null,
    rest: leader?.restAddress ?? null,
    since: new Date(sinceUnixMs).toISOString(),
    why,
    backends: tracker.standings.map(({ backend, state }) => ({
      name: backend.name,
      state: state ?? null,
      isLeader: backend === leader,
    })),
    etcd:
      tracker.election === undefined
        ? null
        : { isReachable: tracker.election.isLive, holder: tracker.election.holder ?? null },
  };
}

/** `/metrics`, in the text format of Prometheus. */
export function renderMetrics(tracker: LeaderTracker, gates: readonly Gate[]): string {
  const lines: string[] = [];
  const metric = (name: string, type: "gauge" | "counter", help: string) => {
    const full = `leaderlab_proxy_${name}`;
    lines.push(`# HELP ${full} ${help}`, `# TYPE ${full} ${type}`);
    return (labels: Readonly<Record<string, string>>, value: number) => {
      const pairs = Object.entries(labels).map(([key, text]) => `${key}="${escapeLabel(text)}"`);
      lines.push(`${full}${pairs.length > 0 ? `{${pairs.join(",")}}` : ""} ${value}`);
    };
  };
  const { leader, sinceUnixMs } = tracker.leadership;
  metric("has_leader", "gauge", "Whether requests have somewhere to go.")({}, leader ? 1 : 0);
  const leads = metric("leader", "gauge", "Whether a backend leads.");
  for (const backend of tracker.backends) {
    leads({ backend: backend.name }, backend === leader ? 1 : 0);
  }
  const up = metric("backend_up", "gauge", "Whether a backend answers.");
  for (const { backend, state } of tracker.standings) {
    up({ backend: backend.name }, state === undefined ? 0 : 1);
  }
  metric("turns_total", "counter", "How often another one led, or nobody.")({}, tracker.turns);
  metric(
    "leadership_timestamp_seconds",
    "gauge",
    "Since when it is so, in Unix time.",
  )({}, sinceUnixMs / 1000);
  if (tracker.election !== undefined) {
    metric("etcd_up", "gauge", "Whether etcd answers.")({}, tracker.election.isLive ? 1 : 0);
  }
  const open = metric("connections", "gauge", "Open connections of clients.");
  for (const gate of gates) open({ gate: gate.name }, gate.connections);
  const total = metric("connections_total", "counter", "Connections by what became of them.");
  for (const { name: gate, counters } of gates) {
    total({ gate, outcome: "routed" }, counters.routed);
    total({ gate, outcome: "cut" }, counters.cut);
    total({ gate, outcome: "refused_no_leader" }, counters.refused.noLeader);
    total({ gate, outcome: "refused_unreachable" }, counters.refused.unreachable);
    total({ gate, outcome: "refused_too_many" }, counters.refused.tooMany);
  }
  const bytes = metric("bytes_total", "counter", "Bytes passed, by direction.");
  for (const { name: gate, counters } of gates) {
    bytes({ gate, direction: "to_leader" }, counters.bytesToLeader);
    bytes({ gate, direction: "to_client" }, counters.bytesToClients);
  }
  return `${lines.join("\n")}\n`;
}

function escapeLabel(text: string): string {
  return text.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\n/g, "\\n");
}
