import { describeFault, type TimelineEvent, type WindowName } from "@leaderlab/cluster";
import type { Style } from "./style.ts";

/** One event as one line: the time of day, the node, what happened. */
export function renderEvent(event: TimelineEvent, style: Style): string {
  const node = "node" in event ? event.node : "";
  return `  ${style.dim(timeOfDay(event.unixMs))}  ${node.padEnd(7)} ${describe(event, style)}\n`;
}

function describe(event: TimelineEvent, style: Style): string {
  switch (event.kind) {
    case "etcdStarted":
      return `etcd at ${event.endpoint}`;
    case "etcdStopped":
      return style.bad(`etcd at ${event.endpoint} is down`);
    case "faultInjected":
      return style.bad(`${event.fault}: ${describeFault(event.spec)}`);
    case "faultUndone":
      return `${event.fault} is undone`;
    case "timeChanged":
      return event.speed === 0 ? "time stands still" : `time goes at ${event.speed} × real time`;
    case "timeAdvanced":
      return `time was moved on by ${event.ms / 1000} s`;
    case "proxyStarted":
      return `proxy at ${event.endpoint}`;
    case "proxyTurned":
      return event.to === null
        ? style.bad(`the proxy leads to nobody: ${event.why}`)
        : style.bold(`the proxy leads to ${event.to}: ${event.why}`);
    case "postgresStarted":
      return `Postgres at ${event.dsn}`;
    case "nodeStarted":
      return "started";
    case "campaigning":
      return `waits for its turn ${style.dim(`(lease ${event.lease})`)}`;
    case "elected":
      return style.good(style.bold("elected leader"));
    case "state":
      return event.state === "SERVER_ACTIVE" ? style.good(event.state) : event.state;
    case "knobsTurned":
      return `knobs turned ${style.dim(JSON.stringify(event.changes))}`;
    case "walletCreated":
      return "wallet created";
    case "killed":
      return style.bad("killed: it could not resign, so its lease must run out");
    case "paused":
      return style.bad("frozen (SIGSTOP)");
    case "resumed":
      return "goes on (SIGCONT)";
    case "stopping":
      return "stopping";
    case "resigned":
      return "resigned, so the next one takes over at once";
    case "leadershipLost":
      return style.bad("could not show that it still leads: it stops");
    case "leaseExpired":
      return style.bad("lease expired");
    case "deposedWrite":
      return style.bad("wrote to the database without its election key: nothing stops it");
    case "exited":
      return event.message === undefined
        ? `exited with code ${event.code}`
        : `exited with code ${event.code}: ${event.message}`;
    case "windowOpened":
      return style.bad(windowWords[event.window](event.nodes.join(" and ")));
    case "windowClosed": {
      const span = `${(event.durationMs / 1000).toFixed(2)} s`;
      return `over after ${span}: ${windowWords[event.window](event.nodes.join(" and "))}`;
    }
    case "violation":
      return style.bad(style.bold(`${event.invariant} does not hold: ${event.message}`));
    case "failover":
      return style.bold(
        `failover ${event.from} → ${event.to} in ${(event.durationMs / 1000).toFixed(2)} s`,
      );
  }
}

const windowWords: { readonly [W in WindowName]: (nodes: string) => string } = {
  overlap: (nodes) => `${nodes} serve at once`,
  noLeader: () => "nobody serves",
  leaderWithoutKey: (nodes) => `${nodes} leads without a key in etcd`,
};

function timeOfDay(unixMs: number): string {
  const local = new Date(unixMs);
  const two = (value: number) => String(value).padStart(2, "0");
  const time = [local.getHours(), local.getMinutes(), local.getSeconds()].map(two).join(":");
  return `${time}.${String(local.getMilliseconds()).padStart(3, "0")}`;
}
