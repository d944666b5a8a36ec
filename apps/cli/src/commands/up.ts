import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createScaledClock } from "@leaderlab/clock";
import {
  type Cluster,
  type EtcdEndpoint,
  type Peer,
  startCluster,
  startPeer,
} from "@leaderlab/cluster";
import { createFolderNetwork, createLightningNetwork } from "@leaderlab/lnd-sim";
import { type Playground, startPlayground } from "@leaderlab/playground";
import { type Ending, firstSignal, type Terminal } from "../terminal.ts";
import { renderBanner } from "../up/banner.ts";
import { checkEtcd } from "../up/check-etcd.ts";
import { renderEvent } from "../up/event-line.ts";
import { explainTakenPort } from "../up/explain-taken-port.ts";
import { beginTimelineFile, recordTimeline } from "../up/record-timeline.ts";
import { createStyle } from "../up/style.ts";
import { parseUpOptions, type UpOptions, upUsage } from "../up/up-options.ts";
import { UsageError } from "../usage-error.ts";
import { version } from "../version.ts";

const electionPrefix = "cluster-leader";

/** `leaderlab up`: the playground, until it is asked to stop. Ends with 0 then, and leaves nothing behind. */
export async function runUp(argv: readonly string[], terminal: Terminal): Promise<Ending> {
  let options: UpOptions | "help";
  try {
    options = parseUpOptions(argv);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(`leaderlab up: ${error.message}\n\n${upUsage}`);
    return { code: 2 };
  }
  if (options === "help") {
    terminal.out(upUsage);
    return { code: 0 };
  }
  const stopped = firstSignal(terminal);
  const folder = mkdtempSync(join(tmpdir(), "leaderlab-"));
  const clean = () => rmSync(folder, { recursive: true, force: true });
  terminal.onExit(clean);
  try {
    return await run(options, folder, stopped, terminal);
  } finally {
    clean();
  }
}

async function run(
  options: UpOptions,
  folder: string,
  stopped: Promise<unknown>,
  terminal: Terminal,
): Promise<Ending> {
  const complain = (problem: string) => terminal.err(`leaderlab up: ${problem}\n`);
  const { timelinePath } = options;
  const problem =
    (timelinePath === undefined ? undefined : beginTimelineFile(timelinePath)) ??
    (await checkEtcd(options.etcd, terminal.clock));
  if (problem !== undefined) {
    complain(problem);
    return { code: 1 };
  }
  let cluster: Cluster | undefined;
  let peer: Peer | undefined;
  let playground: Playground | undefined;
  try {
    ({ cluster, peer } = await start(options, folder, terminal));
    if (options.hasWeb) {
      playground = await startPlayground({ cluster, clock: terminal.clock, port: options.webPort });
    }
    if (timelinePath !== undefined) recordTimeline(cluster.timeline, timelinePath, complain);
    show({ cluster, peer, playground }, options, terminal);
    await stopped;
    if (!options.isJson) terminal.out("\n  stopping …\n");
    return { code: 0 };
  } catch (error) {
    const text = explainTakenPort(error, options);
    if (text === undefined) throw error;
    complain(text);
    return { code: 1 };
  } finally {
    await playground?.stop();
    await peer?.stop();
    await cluster?.stop();
  }
}

interface Started {
  readonly cluster: Cluster;
  readonly peer: Peer | undefined;
}

/** The cluster, and with `--peer` somebody to pay; when one of them does not start, neither is left. */
async function start(options: UpOptions, folder: string, terminal: Terminal): Promise<Started> {
  const { random } = terminal;
  const clock = createScaledClock(terminal.clock);
  const { nodes, rpcPort, restPort, lightningNetworkDir } = options;
  const etcd: readonly EtcdEndpoint[] = options.etcd;
  const lightning =
    lightningNetworkDir === ""
      ? createLightningNetwork()
      : createFolderNetwork(lightningNetworkDir, clock);
  const cluster = await startCluster({
    clock,
    random,
    folder,
    nodes,
    sessionTtlSeconds: options.ttlSeconds,
    ...(etcd.length > 0 && { etcd }),
    etcdPort: options.etcdPort,
    rpcPort,
    restPort,
    namespace: options.namespace,
    ...(options.postgres !== undefined && { postgres: options.postgres }),
    electionPrefix,
    ...(options.proxy && { proxy: options.proxy }),
    lightning,
  });
  if (options.speed !== 1) cluster.time.setSpeed(options.speed);
  if (!options.hasPeer) return { cluster, peer: undefined };
  const behind = (first: number) => (first === 0 ? 0 : first + nodes);
  const ports = { rpcPort: behind(rpcPort), restPort: behind(restPort) };
  try {
    return { cluster, peer: await startPeer({ clock, random, folder, lightning, ...ports }) };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

interface Shown extends Started {
  readonly playground: Playground | undefined;
}

/** The start-up block, then every event, those that came before it included. */
function show({ cluster, peer, playground }: Shown, options: UpOptions, terminal: Terminal): void {
  const snapshot = cluster.snapshot();
  const readyInMs = terminal.clock.now() - terminal.startedMs;
  const webUrl = playground?.url;
  if (options.isJson) {
    const times = { version, readyInMs: Math.round(readyInMs) };
    const ready = { kind: "ready", ...times, webUrl, ...snapshot, peer: describePeer(peer) };
    terminal.out(`${JSON.stringify(ready)}\n`);
    for (const event of cluster.timeline.events) terminal.out(`${JSON.stringify(event)}\n`);
    cluster.timeline.onEvent((event) => terminal.out(`${JSON.stringify(event)}\n`));
    return;
  }
  const style = createStyle(terminal.hasColor);
  const isOwnEtcd = options.etcd.length === 0;
  const isOwnPostgres = options.postgres?.dsn === undefined;
  const facts = {
    version,
    readyInMs,
    snapshot,
    webUrl,
    peer,
    isOwnEtcd,
    isOwnPostgres,
    electionPrefix,
  };
  terminal.out(renderBanner(facts, style));
  for (const event of cluster.timeline.events) terminal.out(renderEvent(event, style));
  cluster.timeline.onEvent((event) => terminal.out(renderEvent(event, style)));
}

/** Where the peer is, as plain JSON; left out when there is none. */
function describePeer(peer: Peer | undefined) {
  if (peer === undefined) return undefined;
  const { name, rpcAddress, restAddress, tlsCertPath, macaroonPath } = peer;
  return { name, rpcAddress, restAddress, tlsCertPath, macaroonPath };
}
