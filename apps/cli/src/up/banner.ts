import { dirname } from "node:path";
import type { ClusterSnapshot, Peer } from "@leaderlab/cluster";
import type { Style } from "./style.ts";

/** What the start-up block tells. */
export interface BannerFacts {
  readonly version: string;
  readonly readyInMs: number;
  readonly snapshot: ClusterSnapshot;
  /** Undefined with `--no-web`. */
  readonly webUrl: string | undefined;
  /** Somebody to pay, with `--peer`. */
  readonly peer: Peer | undefined;
  readonly isOwnEtcd: boolean;
  readonly isOwnPostgres: boolean;
  readonly electionPrefix: string;
}

/** The start-up block: where everything is, and what to try next. */
export function renderBanner(facts: BannerFacts, style: Style): string {
  const { snapshot, webUrl } = facts;
  const arrow = style.good("➜");
  const kind = facts.isOwnEtcd ? "in memory, gone when this stops" : "yours";
  const places = [
    ...(webUrl === undefined
      ? []
      : [`  ${arrow}  ${style.bold("Page")}    ${style.accent(webUrl)}`]),
    ...snapshot.etcdEndpoints.map(
      (endpoint) =>
        `  ${arrow}  ${style.bold("etcd")}    ${style.accent(endpoint)}  ${style.dim(kind)}`,
    ),
    ...postgresLine(snapshot, facts, style),
    ...proxyLines(snapshot, style),
    `  ${arrow}  ${style.bold("TTL")}     ${snapshot.sessionTtlSeconds} s  ${style.dim(
      "of the election session: a killed leader is replaced within that (lnd's default: 90 s)",
    )}`,
    `  ${arrow}  ${style.bold("Time")}    ${timeWords(facts, style)}`,
  ];
  const heading = `  ${style.bold(style.good("leaderlab"))} ${facts.version}  ready in ${style.bold(`${Math.round(facts.readyInMs)} ms`)}`;
  return [
    "",
    heading,
    "",
    ...places,
    "",
    ...nodeTable(facts, style),
    "",
    `  ${style.bold("Try next")}`,
    ...nextCommands(facts).map((command) => `    ${command}`),
    "",
    `  ${style.dim("Ctrl-C stops everything.")}`,
    "",
    "",
  ].join("\n");
}

function timeWords({ snapshot, isOwnEtcd }: BannerFacts, style: Style): string {
  const { speed } = snapshot.time;
  const hint = isOwnEtcd
    ? "leaderlab time pause, step, advance 60s, speed 10"
    : "it cannot be steered: the leases of this etcd run by themselves";
  const words = speed === 0 ? "stands still" : speed === 1 ? "real" : `${speed} × real time`;
  return `${words}  ${style.dim(hint)}`;
}

function postgresLine(
  { postgres }: ClusterSnapshot,
  { isOwnPostgres }: BannerFacts,
  style: Style,
): string[] {
  if (postgres === null) return [];
  const kind = isOwnPostgres ? "the nodes' state, in memory, gone when this stops" : "yours";
  return [
    `  ${style.good("➜")}  ${style.bold("State")}   ${style.accent(postgres)}  ${style.dim(kind)}`,
  ];
}

function proxyLines({ proxy }: ClusterSnapshot, style: Style): string[] {
  if (proxy === null) return [];
  const line = (title: string, address: string, words: string) =>
    `  ${style.good("➜")}  ${style.bold(title.padEnd(7))} ${style.accent(address)}  ${style.dim(words)}`;
  return [
    line(
      "Proxy",
      `https://${proxy.restAddress}`,
      `gRPC ${proxy.grpcAddress}: to the node that leads`,
    ),
    line("", `http://${proxy.adminAddress}`, "/leader /ready /live /metrics, grpc.health.v1"),
  ];
}

function nodeTable({ snapshot: { nodes }, peer }: BannerFacts, style: Style): string[] {
  const rows = [...nodes, ...(peer === undefined ? [] : [peer])].map((node) => [
    node.name,
    `https://${node.restAddress}`,
    node.rpcAddress,
    dirname(node.tlsCertPath),
  ]);
  const head = ["node", "REST", "gRPC", "tls.cert, tls.key"];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd();
  const [first] = nodes;
  const macaroons =
    first === undefined
      ? ""
      : dirname(first.macaroonPath).slice(dirname(first.tlsCertPath).length + 1);
  return [
    style.dim(line(head)),
    ...rows.map(line),
    style.dim(`  Macaroons lie below, in ${macaroons}, once a node has led.`),
    ...(peer === undefined
      ? []
      : [
          style.dim(`  ${peer.name} is no part of the cluster: somebody to pay and to be paid by.`),
        ]),
  ];
}

function nextCommands({ snapshot, webUrl, peer, electionPrefix }: BannerFacts): string[] {
  const [first] = snapshot.nodes;
  const [endpoint = ""] = snapshot.etcdEndpoints;
  if (first === undefined) return [];
  const lncli = ({ tlsCertPath, rpcAddress }: { tlsCertPath: string; rpcAddress: string }) =>
    `npx leaderlab lncli --network=regtest --lnddir=${dirname(tlsCertPath)} --rpcserver=${rpcAddress}`;
  const stop = `${lncli(first)} stop`;
  return [
    `curl -sk https://${first.restAddress}/v1/state`,
    `etcdctl --endpoints=${endpoint} get --prefix ${electionPrefix}/`,
    ...(peer === undefined
      ? []
      : [`${lncli(first)} addinvoice 1000`, `${lncli(peer)} payinvoice --force PAYMENT_REQUEST`]),
    webUrl === undefined ? stop : `curl -X POST ${webUrl}api/nodes/${first.name}/kill`,
  ];
}
