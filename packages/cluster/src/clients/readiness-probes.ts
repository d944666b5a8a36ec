import type { Clock } from "@leaderlab/clock";
import * as lnd from "@leaderlab/proto/lnd";
import { RpcError } from "@leaderlab/rpc";
import type { ClusterNode } from "../cluster-node.ts";
import { defaultProbe, type ProbeSettings } from "../timing/timing-settings.ts";

/** Who is probed, on what clock. */
export interface ReadinessProbesParts {
  readonly nodes: readonly ClusterNode[];
  readonly clock: Clock;
  /** Default: Kubernetes' own. */
  readonly settings?: Partial<ProbeSettings>;
}

/** A node's readiness has turned. */
export interface ReadinessNews {
  readonly node: string;
  readonly isReady: boolean;
  /** On the clock of the probes. */
  readonly atMs: number;
}

/** What the probes have found. */
export interface ReadinessProbes {
  isReady(node: string): boolean;
  /** Those that are ready, in the order of the nodes. */
  readonly ready: readonly string[];
  /** Calls back whenever a node's readiness turns; the returned function ends that. */
  onTurn(listener: (news: ReadinessNews) => void): () => void;
  /** Ends them. Calls under way are given up. */
  stop(): void;
}

/**
 * A readiness probe for each node, as Kubernetes does it: every period a new connection is made and asks for the state,
 * over the link `client:NAME`; SERVER_ACTIVE within the timeout is a success. A node turns ready after so many
 * successes in a row and unready after so many failures in a row. Nodes begin as not ready; their probes begin spread
 * over the first period, so that they do not all come at once.
 */
export function startReadinessProbes(parts: ReadinessProbesParts): ReadinessProbes {
  const { nodes, clock } = parts;
  const settings = { ...defaultProbe, ...parts.settings };
  const stopping = new AbortController();
  const listeners = new Set<(news: ReadinessNews) => void>();
  const probes = nodes.map((node, index) => {
    const probe = new ReadinessProbe(node, clock, settings);
    probe.onTurn = (isReady) => {
      const news = { node: node.name, isReady, atMs: clock.now() };
      for (const listener of listeners) listener(news);
    };
    void probe.run((index * settings.periodMs) / nodes.length, stopping.signal);
    return probe;
  });
  const byName = new Map(probes.map((probe) => [probe.node.name, probe]));
  return {
    isReady: (node) => byName.get(node)?.isReady === true,
    get ready() {
      return probes.flatMap(({ node, isReady }) => (isReady ? [node.name] : []));
    },
    onTurn(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => stopping.abort(),
  };
}

class ReadinessProbe {
  readonly node: ClusterNode;
  isReady = false;
  onTurn: (isReady: boolean) => void = () => {};
  readonly #clock: Clock;
  readonly #settings: ProbeSettings;
  /** How many outcomes in a row were other than the verdict that stands. */
  #contrary = 0;

  constructor(node: ClusterNode, clock: Clock, settings: ProbeSettings) {
    this.node = node;
    this.#clock = clock;
    this.#settings = settings;
  }

  /** Probes until the signal aborts; never rejects. */
  async run(delayMs: number, signal: AbortSignal): Promise<void> {
    const { periodMs } = this.#settings;
    let dueMs = this.#clock.now() + delayMs;
    while (!signal.aborted) {
      await this.#clock.sleep(Math.max(0, dueMs - this.#clock.now()), signal).catch(() => {});
      if (signal.aborted) return;
      this.#take(await this.#succeeds(signal));
      dueMs += periodMs;
    }
  }

  #take(succeeded: boolean): void {
    const { failureThreshold, successThreshold } = this.#settings;
    this.#contrary = succeeded === this.isReady ? 0 : this.#contrary + 1;
    if (this.#contrary < (succeeded ? successThreshold : failureThreshold)) return;
    if (succeeded === this.isReady) return;
    this.isReady = succeeded;
    this.#contrary = 0;
    this.onTurn(succeeded);
  }

  async #succeeds(signal: AbortSignal): Promise<boolean> {
    const late = new AbortController();
    const timer = this.#clock.setTimer(this.#settings.timeoutMs, () => late.abort());
    const onStop = () => late.abort();
    signal.addEventListener("abort", onStop, { once: true });
    const client = this.node.connect();
    try {
      const { GetState } = lnd.state.methods;
      const { state } = await client.unary(GetState, {}, { signal: late.signal });
      return state === "SERVER_ACTIVE";
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      return false;
    } finally {
      timer.cancel();
      signal.removeEventListener("abort", onStop);
      client.close();
    }
  }
}
