import type { MethodDefinition } from "@leaderlab/proto";
import { type StatusCode, statusCodes } from "@leaderlab/rpc";

/**
 * Something to go wrong with messages between clients and the server, over gRPC and JSON. It strikes requests (which
 * then have had no effect) or, with `at: "response"`, answers (of requests that were carried out). In a stream each
 * message is struck or spared by itself.
 *
 *     { method: "Put", code: "UNAVAILABLE", text: "etcdserver: leader changed", count: 1 }   refuses the next put
 *     { method: "Put", at: "response", drop: true }                  puts are done, but their clients never learn of it
 *     { method: "LeaseKeepAlive", drop: true }                       keep-alives do not arrive: leases run out
 *     { method: "Watch", at: "response", hang: true }                events come no more, until the fault is undone
 *     { delayMs: 200, rate: 0.1 }                                    one request in ten is slow
 */
export interface Fault {
  /** `Put`, `KV/Put`, `etcdserverpb.KV/Put` or `KV/*`; left out: every method. */
  readonly method?: string;
  /** Default "request". */
  readonly at?: "request" | "response";
  /** Waits so long, on the server's clock, before what follows. */
  readonly delayMs?: number;
  /** Refuses with this code; a stream ends with it. */
  readonly code?: StatusCode;
  /** The words of the refusal; default "injected fault". */
  readonly text?: string;
  /** Holds messages until the fault is undone. A client that gives up before takes its message back. */
  readonly hang?: boolean;
  /** Loses messages. A call that does not stream is then never answered: its client waits until its own deadline. */
  readonly drop?: boolean;
  /** The chance of each message, over 0 and up to 1; default 1. */
  readonly rate?: number;
  /** How many messages are struck at most; default: all until the fault is undone. */
  readonly count?: number;
}

/** What is wrong with a fault; undefined when nothing is. */
export function faultProblem(fault: Fault): string | undefined {
  const { delayMs, code, text, hang = false, drop = false, rate = 1, count = 1 } = fault;
  const endings = [code !== undefined, hang, drop].filter(Boolean).length;
  if (endings === 0 && delayMs === undefined) return "name one of code, delayMs, hang and drop";
  if (endings > 1) return "code, hang and drop exclude each other";
  if (delayMs !== undefined && !(delayMs >= 0)) return `delayMs is ${delayMs}`;
  if (code !== undefined && (code === "OK" || !Object.hasOwn(statusCodes, code))) {
    return `code ${code} is none of gRPC's`;
  }
  if (text !== undefined && code === undefined) return "text needs a code";
  if (!(rate > 0 && rate <= 1)) return `rate ${rate} is not in (0, 1]`;
  if (!Number.isInteger(count) || count < 1) return `count ${count} is no whole number from 1 on`;
  return undefined;
}

/** The paths of the methods that a fault is about. */
export function methodsOf(
  { method = "*" }: Fault,
  served: readonly MethodDefinition[],
): ReadonlySet<string> {
  const wanted = method.replace(/^\//, "");
  const matches = (path: string) => {
    const [, packageName = "", service = "", name = ""] =
      /^\/(.*\.)?(\w+)\/(\w+)$/.exec(path) ?? [];
    const names = [name, "*"].flatMap((last) => [
      `${service}/${last}`,
      `${packageName}${service}/${last}`,
    ]);
    return ["*", name, ...names].includes(wanted);
  };
  return new Set(served.map(({ path }) => path).filter(matches));
}
