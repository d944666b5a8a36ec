import type { NodeAction, WalletState } from "./wire.ts";

/** A graceful stop may take long: lnd waits for its database. */
const timeoutMs = 60_000;

/**
 * Asks the server to kill, stop, start, restart, pause or resume a node. Resolves with why it was refused, in plain
 * words, or with undefined when it was done; what came of it is seen in the events. Never rejects.
 */
export function askNode(node: string, action: NodeAction): Promise<string | undefined> {
  return ask(`api/nodes/${encodeURIComponent(node)}/${action}`, { method: "POST" });
}

/** Holds a node in a state, or lets it go on (null). Resolves as askNode does. */
export function holdNode(node: string, state: WalletState | null): Promise<string | undefined> {
  return ask(`api/nodes/${encodeURIComponent(node)}/knobs`, {
    method: "PATCH",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ holdIn: state }),
  });
}

/** Lets something go wrong. Resolves as askNode does. */
export function injectFault(fault: object): Promise<string | undefined> {
  return send("api/faults", fault);
}

/** Undoes a fault, or all of them. Resolves as askNode does. */
export function undoFault(id?: string): Promise<string | undefined> {
  const path = id === undefined ? "" : `/${encodeURIComponent(id)}`;
  return ask(`api/faults${path}`, { method: "DELETE" });
}

/** Stops or starts the lab's etcd. Resolves as askNode does. */
export function askEtcd(action: "stop" | "start"): Promise<string | undefined> {
  return ask(`api/etcd/${action}`, { method: "POST" });
}

/** What can be done to the lab's time. */
export type TimeAction =
  | { readonly action: "pause" | "resume" | "step" }
  | { readonly action: "advance"; readonly ms: number }
  | { readonly action: "speed"; readonly speed: number };

/** Steers the lab's time. Resolves as askNode does. */
export function steerTime(action: TimeAction): Promise<string | undefined> {
  return send("api/time", action);
}

function send(path: string, body: object): Promise<string | undefined> {
  return ask(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

async function ask(path: string, init: RequestInit): Promise<string | undefined> {
  try {
    const response = await fetch(path, {
      ...init,
      signal: AbortSignal.timeout(timeoutMs),
    });
    return response.ok ? undefined : refusalOf(await response.json(), response.status);
  } catch (error) {
    const isTimeout = error instanceof DOMException && error.name === "TimeoutError";
    if (isTimeout) return `No answer within ${timeoutMs / 1000} s.`;
    return "The lab does not answer. Is it still running?";
  }
}

/** The server's own words as a sentence; its status when it has none. */
function refusalOf(reply: unknown, status: number): string {
  const { error } = (reply ?? {}) as { readonly error?: unknown };
  if (typeof error !== "string" || error === "") return `The server refused with status ${status}.`;
  const sentence = status === 409 ? `Too late: ${error}` : error;
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
