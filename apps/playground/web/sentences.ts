import { formatMeasured } from "./durations.ts";
import type { TimelineEvent } from "./wire.ts";

/** A piece of a sentence; a node's name and what matters most are set apart. */
export type Part =
  | string
  | { readonly node: string }
  | { readonly lease: string }
  | { readonly strong: string };

/** How an event is painted: by its weight for the cluster, not by its kind. */
export type Tone = "leader" | "bad" | "warn" | "good" | "calm";

/** One of the drawings in index.html. */
export type Icon =
  | "server"
  | "power"
  | "queue"
  | "crown"
  | "step"
  | "wallet"
  | "bolt"
  | "door"
  | "clock"
  | "swap";

/** An event as it is told to people. */
export interface Sentence {
  readonly tone: Tone;
  readonly icon: Icon;
  readonly parts: readonly Part[];
}

type Kind = TimelineEvent["kind"];

/** One row per kind of event: a kind that is added to the timeline and not here does not compile. */
const tellers: {
  readonly [K in Kind]: (event: Extract<TimelineEvent, { readonly kind: K }>) => Sentence;
} = {
  etcdStarted: ({ endpoint }) => say("calm", "server", `etcd answers at ${endpoint}`),
  etcdStopped: ({ endpoint }) => say("bad", "bolt", `etcd at ${endpoint} is down`),
  faultInjected: ({ fault, spec }) =>
    say("bad", "bolt", `${fault}: `, { strong: spec.kind }, ` on ${strickenBy(spec)}`),
  faultUndone: ({ fault }) => say("good", "step", `${fault} is undone`),
  timeChanged: ({ speed }) =>
    say("calm", "clock", speed === 0 ? "Time stands still" : `Time goes at ${speed} × real time`),
  timeAdvanced: ({ ms }) => say("calm", "clock", `Time was moved on by ${ms / 1000} s`),
  proxyStarted: ({ endpoint }) => say("calm", "server", `The proxy answers at ${endpoint}`),
  proxyTurned: ({ to, why }) =>
    to === null
      ? say("warn", "swap", `The proxy refuses clients: ${why}`)
      : say("leader", "swap", "The proxy leads to ", { node: to }, `: ${why}`),
  postgresStarted: ({ dsn }) => say("calm", "server", `Postgres answers at ${dsn}`),
  nodeStarted: ({ node }) => say("good", "power", { node }, " started"),
  campaigning: ({ node, lease }) => say("calm", "queue", { node }, " queued up as ", { lease }),
  elected: ({ node }) => say("leader", "crown", { node }, " was elected"),
  state: ({ node, state }) =>
    state === "SERVER_ACTIVE"
      ? say("good", "step", { node }, " serves: SERVER_ACTIVE")
      : say("calm", "step", { node }, ` is ${state}`),
  knobsTurned: ({ node, changes }) => {
    const { holdIn } = changes;
    if (holdIn === undefined)
      return say("warn", "step", { node }, ` was told ${JSON.stringify(changes)}`);
    if (holdIn === null) return say("calm", "step", { node }, " may go on");
    return say("warn", "step", { node }, ` is to go no further than ${holdIn}`);
  },
  walletCreated: ({ node }) => say("calm", "wallet", "Wallet created on ", { node }),
  killed: ({ node }) => say("bad", "bolt", { node }, " was killed and could not resign"),
  paused: ({ node }) => say("bad", "clock", { node }, " is paused: its process stands still"),
  resumed: ({ node }) => say("good", "power", { node }, " goes on, as if no time had passed"),
  stopping: ({ node }) => say("warn", "door", { node }, " was asked to stop"),
  resigned: ({ node }) => say("warn", "door", { node }, " resigned, its key is gone at once"),
  leadershipLost: ({ node }) =>
    say("bad", "bolt", { node }, " cannot show that it still leads, so it stops"),
  leaseExpired: ({ node, lease }) =>
    say("bad", "clock", { node }, "'s lease ", { lease }, " ran out, its key is gone"),
  deposedWrite: ({ node }) =>
    say("bad", "bolt", { node }, " wrote to the database without its election key"),
  exited: ({ node, code, message }) => {
    const reason = message === undefined ? "" : `: ${message}`;
    return say(
      code === 0 ? "calm" : "warn",
      "power",
      { node },
      ` exited with code ${code}${reason}`,
    );
  },
  failover: ({ from, to, durationMs }) => {
    const taken = { strong: formatMeasured(durationMs) };
    return from === to
      ? say("leader", "swap", { node: to }, " was back in ", taken)
      : say("leader", "swap", "Failover ", { node: from }, " → ", { node: to }, " in ", taken);
  },
  windowOpened: ({ window, nodes }) => say("warn", "clock", windowWords[window](namesOf(nodes))),
  windowClosed: ({ window, nodes, durationMs }) => {
    const lasted = { strong: formatMeasured(durationMs) };
    return say("calm", "clock", `Over: ${windowWords[window](namesOf(nodes))}, for `, lasted);
  },
  violation: ({ invariant, message }) =>
    say("bad", "bolt", `${invariant} does not hold: ${message}`),
};

/** What a fault is on: a link, a node, or etcd. */
function strickenBy(
  spec: Extract<TimelineEvent, { readonly kind: "faultInjected" }>["spec"],
): string {
  if ("link" in spec) return spec.link;
  if ("node" in spec) return spec.node;
  return "method" in spec ? `etcd's ${spec.method}` : "etcd";
}

const namesOf = (nodes: readonly string[]) => nodes.join(" and ");

const windowWords: {
  readonly [W in Extract<TimelineEvent, { readonly kind: "windowOpened" }>["window"]]: (
    nodes: string,
  ) => string;
} = {
  overlap: (nodes) => `${nodes} serve at once`,
  noLeader: () => "nobody serves",
  leaderWithoutKey: (nodes) => `${nodes} leads without a key in etcd`,
};

function say(tone: Tone, icon: Icon, ...parts: readonly Part[]): Sentence {
  return { tone, icon, parts };
}

/** Tells an event in one sentence. A kind that only a newer server knows is told by its name. */
export function tellEvent(event: TimelineEvent): Sentence {
  const tell = Object.hasOwn(tellers, event.kind)
    ? (tellers[event.kind] as (event: TimelineEvent) => Sentence)
    : undefined;
  return tell?.(event) ?? say("calm", "step", event.kind);
}

/** A part as plain text. A lease goes by the end of its id, as its key does in the queue. */
export function textOf(part: Part): string {
  if (typeof part === "string") return part;
  if ("node" in part) return part.node;
  return "lease" in part ? shortLease(part.lease) : part.strong;
}

/** The end of a lease's id, by which it is known on the page. */
export function shortLease(lease: string): string {
  return `…${lease.slice(-6)}`;
}

/** Whether an event has to do with a node; a failover has to do with both. */
export function isAbout(event: TimelineEvent, node: string): boolean {
  if (event.kind === "failover") return event.from === node || event.to === node;
  return "node" in event && event.node === node;
}
