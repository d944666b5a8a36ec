/** An event as the rules see it: what a kind does not have is undefined. */
interface Told {
  readonly kind: string;
  readonly seq: number;
  readonly node?: string;
  readonly lease?: string;
  readonly state?: string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly fault?: string;
  readonly spec?: FaultFacts;
}

/** What a fault is about: a node, or a link from one. */
interface FaultFacts {
  readonly kind: string;
  readonly node?: string;
  readonly link?: string;
}

/** What the rules remember of one life of a node. Each is the latest event of its sort. */
interface NodeMemory {
  started?: Told;
  /** Its way through lnd's states: start, election, states. */
  step?: Told;
  campaigning?: Told;
  /** What keeps it from renewing its lease, or ends it: a kill, a stop, a pause, a fault on its link. */
  trouble?: Told;
  /** Its key went. */
  keyGone?: Told;
  ending?: Told;
  paused?: Told;
}

type Rule = (event: Told, memory: Memory) => Told | undefined;

/** What the rules remember. All of it is bounded by the number of nodes and of faults that last. */
interface Memory {
  readonly nodes: Map<string, NodeMemory>;
  /** The life that each lease belongs to, for as long as its key is there: a restarted node has a new one. */
  readonly leases: Map<string, NodeMemory>;
  readonly faults: Map<string, Told>;
  /** The last key that went, of whichever node. */
  keyGone?: Told | undefined;
  /** What happened to the one who led last. */
  leaderTrouble?: Told | undefined;
  leader?: string | undefined;
  etcdStopped?: Told | undefined;
  /** What went wrong, or was mended, on a link of the proxy's. */
  proxyTrouble?: Told | undefined;
  /** A fault that was injected a moment ago: what it does is told right after it. */
  injected?: Told | undefined;
  last?: Told | undefined;
}

const step: Rule = ({ node }, memory) => of(memory, node).step;

/** Which event leads to one of a kind. A kind that stands by itself, such as a kill that somebody asked for, has no row. */
const rules: { readonly [kind: string]: Rule } = {
  campaigning: ({ node }, memory) => of(memory, node).started,
  state: step,
  walletCreated: step,
  elected: ({ node }, memory) => {
    const { campaigning } = of(memory, node);
    const { keyGone, leaderTrouble } = memory;
    // A key that went before this node stood in the queue did not let it through.
    return latest(after(keyGone, campaigning), after(leaderTrouble, campaigning)) ?? campaigning;
  },
  paused: ({ node }, { injected }) => (injected?.spec?.node === node ? injected : undefined),
  resumed: ({ node }, memory) => of(memory, node).paused,
  killed: ({ node }, { injected }) => (injected?.spec?.node === node ? injected : undefined),
  etcdStopped: (_event, { injected }) =>
    injected?.spec?.kind === "etcdDown" ? injected : undefined,
  etcdStarted: (_event, { etcdStopped }) => etcdStopped,
  faultUndone: ({ fault = "" }, { faults }) => faults.get(fault),
  leaseExpired: (event, memory) => latest(lifeOf(event, memory).trouble, memory.etcdStopped),
  leadershipLost: ({ node }, memory) => {
    const { keyGone, trouble } = of(memory, node);
    return keyGone ?? latest(trouble, memory.etcdStopped);
  },
  deposedWrite: ({ node }, memory) => of(memory, node).keyGone,
  resigned: ({ node }, memory) => of(memory, node).ending ?? of(memory, node).step,
  exited: ({ node }, memory) => of(memory, node).ending ?? of(memory, node).step,
  failover: ({ to }, memory) => of(memory, to ?? "").step,
  proxyTurned: ({ from, to }, memory) => {
    if (typeof to === "string") return latest(of(memory, to).step, memory.proxyTrouble);
    const { step: last, trouble: why, keyGone, ending } = of(memory, from ?? "");
    return latest(why, keyGone, ending, memory.keyGone, memory.proxyTrouble) ?? last;
  },
  windowOpened: (_event, { last }) => last,
  windowClosed: (_event, { last }) => last,
  violation: (_event, { last }) => last,
};

/**
 * Finds out which earlier event led to the next one, by rules alone, so that whoever reads a timeline finds the same:
 *
 *     killed ──► leaseExpired ──► elected ──► state LOCKED … SERVER_ACTIVE ──► failover
 *     paused ──► leaseExpired ──► leadershipLost ──► exited
 *     stopping ──► resigned ──► elected
 */
export class Causes {
  readonly #memory: Memory = { nodes: new Map(), leases: new Map(), faults: new Map() };

  /** The seq of the event that led to this one; undefined when none did. To be asked once for each event, in order. */
  next(happening: { readonly kind: string }, seq: number): number | undefined {
    const event = { ...happening, seq } as Told;
    const cause = Object.hasOwn(rules, event.kind)
      ? rules[event.kind]?.(event, this.#memory)
      : undefined;
    remember(event, this.#memory);
    return cause?.seq;
  }
}

/** An event that knows what led to it. */
interface Linked {
  readonly seq: number;
  readonly cause?: number;
}

/** From an event back to where it began, the event itself first. Ends where the timeline no longer holds the cause. */
export function causesOf<Event extends Linked>(events: readonly Event[], event: Event): Event[] {
  const chain = [event];
  const first = events[0]?.seq ?? 1;
  for (let { cause } = event; cause !== undefined; ) {
    const found = events[cause - first];
    if (found === undefined) break;
    chain.push(found);
    cause = found.cause;
  }
  return chain;
}

function remember(event: Told, memory: Memory): void {
  if (event.kind === "faultInjected") injected(event, memory);
  else if (event.kind === "faultUndone") undone(event, memory);
  else if (event.kind === "etcdStopped") memory.etcdStopped = event;
  else if (event.node !== undefined) rememberNode(event, event.node, memory);
  if (event.kind !== "faultInjected") memory.injected = undefined;
  if (!["windowOpened", "windowClosed", "violation"].includes(event.kind)) memory.last = event;
}

function injected(event: Told, memory: Memory): void {
  memory.faults.set(event.fault ?? "", event);
  memory.injected = event;
  const { node, link } = event.spec ?? {};
  const from = node ?? link?.split(":")[0];
  if (link !== undefined && isOfProxy(link)) memory.proxyTrouble = event;
  if (from === "proxy") return;
  const troubled = from === "*" ? [...memory.nodes.keys()] : from === undefined ? [] : [from];
  for (const name of troubled) trouble(event, name, memory);
}

function undone(event: Told, memory: Memory): void {
  const { link } = memory.faults.get(event.fault ?? "")?.spec ?? {};
  if (link !== undefined && isOfProxy(link)) memory.proxyTrouble = event;
  memory.faults.delete(event.fault ?? "");
}

function isOfProxy(link: string): boolean {
  return link.startsWith("proxy:") || link.startsWith("*:");
}

function trouble(event: Told, name: string, memory: Memory): void {
  of(memory, name).trouble = event;
  if (memory.leader === name) memory.leaderTrouble = event;
}

function rememberNode(event: Told, name: string, memory: Memory): void {
  const node = of(memory, name);
  switch (event.kind) {
    case "nodeStarted":
      memory.nodes.set(name, { started: event, step: event });
      return;
    case "campaigning":
      node.campaigning = event;
      memory.leases.set(event.lease ?? "", node);
      return;
    case "elected":
      node.step = event;
      memory.leader = name;
      memory.leaderTrouble = undefined;
      return;
    case "state":
      node.step = event;
      return;
    case "leaseExpired":
    case "resigned": {
      const life = lifeOf(event, memory);
      memory.keyGone = event;
      life.keyGone = event;
      memory.leases.delete(event.lease ?? life.campaigning?.lease ?? "");
      return;
    }
    case "stopping":
    case "leadershipLost":
      node.ending = event;
      trouble(event, name, memory);
      return;
    case "paused":
    case "killed":
    case "exited":
      if (event.kind === "paused") node.paused = event;
      trouble(event, name, memory);
      return;
    default:
  }
}

function of({ nodes }: Memory, name = ""): NodeMemory {
  const known = nodes.get(name);
  if (known !== undefined) return known;
  const fresh: NodeMemory = {};
  nodes.set(name, fresh);
  return fresh;
}

function lifeOf({ node, lease = "" }: Told, memory: Memory): NodeMemory {
  return memory.leases.get(lease) ?? of(memory, node);
}

function after(event: Told | undefined, other: Told | undefined): Told | undefined {
  return event !== undefined && event.seq > (other?.seq ?? 0) ? event : undefined;
}

function latest(...events: readonly (Told | undefined)[]): Told | undefined {
  return events.reduce(
    (found, event) => ((event?.seq ?? 0) > (found?.seq ?? 0) ? event : found),
    undefined,
  );
}
