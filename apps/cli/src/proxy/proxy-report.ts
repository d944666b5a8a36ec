import type { LeaderProxy, LeaderTracker, LeaderTurn } from "@leaderlab/leader-proxy";
import type { Terminal } from "../terminal.ts";
import { createStyle } from "../up/style.ts";
import { version } from "../version.ts";
import type { ProxyOptions } from "./proxy-options.ts";

/** What a proxy tells whoever started it: where it is, then a line for each change. */
export interface ProxyReport {
  begin(proxy: LeaderProxy): void;
  end(): void;
}

/** A report as lines to read, or with `--json` as an object a line. */
export function createProxyReport(options: ProxyOptions, terminal: Terminal): ProxyReport {
  const { isJson } = options;
  const style = createStyle(terminal.hasColor);
  let isOver = false;
  const tell = (json: object, words: string) =>
    !isOver &&
    terminal.out(isJson ? `${JSON.stringify({ ...json, ...times(terminal) })}\n` : `${words}\n`);
  return {
    begin(proxy) {
      tell(readyOf(proxy, options), banner(proxy, options, terminal));
      const time = () => style.dim(timeOfDay(terminal.clock.unixNow()));
      proxy.tracker.onTurn(({ from, to, why }: LeaderTurn) => {
        const json = { kind: "turn", from: from?.name ?? null, to: to?.name ?? null, why };
        const who = to === undefined ? style.bad("nobody leads") : style.good(`${to.name} leads`);
        tell(
          json,
          `  ${time()}  ${style.bold(who)}${from ? `, no more ${from.name}` : ""}: ${why}`,
        );
      });
      followStates(proxy.tracker, ({ backend, state, was }) => {
        const json = { kind: "backend", backend, state: state ?? null, was: was ?? null };
        tell(json, `  ${time()}  ${backend}: ${state ?? "out of reach"}`);
      });
    },
    end() {
      isOver = true;
      if (!isJson) terminal.out("\n  stopping …\n");
    },
  };
}

interface StateNews {
  readonly backend: string;
  readonly state: string | undefined;
  readonly was: string | undefined;
}

function followStates(tracker: LeaderTracker, tell: (news: StateNews) => void): void {
  const told = new Map<string, string | undefined>();
  tracker.onNews(() => {
    for (const { backend, state, isHeard } of tracker.standings) {
      const { name } = backend;
      if (!isHeard || (told.has(name) && told.get(name) === state)) continue;
      const was = told.get(name);
      told.set(name, state);
      tell({ backend: name, state, was });
    }
  });
}

function readyOf(proxy: LeaderProxy, { backends, contract, etcd }: ProxyOptions): object {
  const { grpcAddress = null, restAddress = null, adminAddress = null } = proxy;
  const looksInto = etcd === undefined ? null : etcd.endpoints;
  const places = { grpc: grpcAddress, rest: restAddress, admin: adminAddress };
  return { kind: "ready", version, ...places, contract, backends, etcd: looksInto };
}

function banner(proxy: LeaderProxy, options: ProxyOptions, terminal: Terminal): string {
  const style = createStyle(terminal.hasColor);
  const arrow = style.good("➜");
  const place = (title: string, text: string | undefined, words: string) =>
    text === undefined
      ? []
      : [`  ${arrow}  ${style.bold(title.padEnd(8))}${style.accent(text)}  ${style.dim(words)}`];
  const { grpcAddress, restAddress, adminAddress } = proxy;
  const admin = adminAddress && `http://${adminAddress}`;
  const wanted = options.contract === "serving" ? "is SERVER_ACTIVE" : "is past WAITING_TO_START";
  const etcd = options.etcd?.endpoints.join(", ");
  return [
    "",
    `  ${style.bold(style.good("leaderlab proxy"))} ${version}`,
    "",
    ...place("gRPC", grpcAddress, `to the node that leads and ${wanted}`),
    ...place("REST", restAddress && `https://${restAddress}`, "the same; TLS is the node's own"),
    ...place("Admin", admin, "/leader /ready /live /metrics, grpc.health.v1"),
    ...place("etcd", etcd, `the election under ${options.etcd?.prefix}/`),
    "",
    ...options.backends.map(
      ({ name, grpcAddress: grpc, restAddress: rest }) =>
        `  ${name}  ${style.dim([grpc, rest].filter((text) => text !== undefined).join("  "))}`,
    ),
    "",
    `  ${style.dim("Ctrl-C stops it.")}`,
    "",
  ].join("\n");
}

function times({ clock }: Terminal) {
  return { unixMs: Math.round(clock.unixNow()) };
}

function timeOfDay(unixMs: number): string {
  const local = new Date(unixMs);
  const two = (value: number) => String(value).padStart(2, "0");
  const time = [local.getHours(), local.getMinutes(), local.getSeconds()].map(two).join(":");
  return `${time}.${String(local.getMilliseconds()).padStart(3, "0")}`;
}
