import { lndStates } from "../check-report.ts";

/** The states that a check is judged in without being run: lnd's six, and no lnd. */
export const judgedStates = [...lndStates, "nothing-listening"] as const;

/** A state that a check is judged in. */
export type JudgedState = (typeof judgedStates)[number];

/** What a node is like when a check asks it. */
export interface JudgedNode {
  readonly state: JudgedState;
  /** Between colon and value in what lncli prints: builds of one source differ, in one or two. */
  readonly spaces: 1 | 2;
}

/** What a program writes and ends with; undefined where that cannot be said. */
export interface Ended {
  readonly out: string | undefined;
  readonly err: string;
  readonly status: number | undefined;
}

/** What cannot be said. */
export const unknownEnd: Ended = { out: undefined, err: "", status: undefined };

/** An end without a word, or with this output; undefined for one that cannot be said. */
export function endedWith(status: number | undefined, ...said: [out?: string | undefined]): Ended {
  return { out: said.length === 0 ? "" : said[0], err: "", status };
}

/** The calls of lncli that a check makes, by their verb. */
export function lncliAnswer(verb: string, { state, spaces }: JudgedNode): Ended {
  if (state === "nothing-listening") return failed("[lncli] rpc error: connection refused\n");
  const field = (name: string, value: string) => `    "${name}":${" ".repeat(spaces)}${value}`;
  if (verb === "state") return endedWith(0, `{\n${field("state", `"${state}"`)}\n}\n`);
  if (verb !== "getinfo") return isServing(state) ? unknownEnd : failed("[lncli] rpc error\n");
  if (!isServing(state)) return failed("[lncli] rpc error: not ready to accept calls\n");
  const isSynced = state === "SERVER_ACTIVE";
  const lines = [
    field("block_height", "840000"),
    field("synced_to_chain", String(isSynced)),
    field("synced_to_graph", String(isSynced)),
  ];
  return endedWith(0, `{\n${lines.join(",\n")}\n}\n`);
}

/** Whether lnd answers calls about its wallet and channels. */
function isServing(state: JudgedState): boolean {
  return state === "RPC_ACTIVE" || state === "SERVER_ACTIVE";
}

function failed(err: string): Ended {
  return { out: "", err, status: 1 };
}

/** What lnd's REST port answers. */
export interface RestAnswer {
  readonly status: number;
  readonly body: string;
}

/** A request's answer; undefined where nobody listens, "unknown" for what is not looked at here. */
export function restAnswer(
  method: string,
  path: string,
  hasMacaroon: boolean,
  { state }: JudgedNode,
): RestAnswer | undefined | "unknown" {
  if (state === "nothing-listening") return undefined;
  if (method === "HEAD" || method === "OPTIONS") return { status: 501, body: "" };
  if (path === "/v1/state") return { status: 200, body: `{"state":"${state}"}` };
  if (path === "/v1/state/") return { status: 404, body: '{"code":5,"message":"Not Found"}' };
  if (path.startsWith("/v1/") && path !== "/v1/state/subscribe") {
    if (!isServing(state) || !hasMacaroon) {
      return { status: 500, body: '{"code":2,"message":"not ready to accept calls"}' };
    }
    if (path === "/v1/getinfo") {
      const isSynced = state === "SERVER_ACTIVE";
      return { status: 200, body: `{"block_height":840000,"synced_to_chain":${isSynced}}` };
    }
  }
  return "unknown";
}
