import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Cluster, type EtcdEndpoint, startCluster } from "@leaderlab/cluster";
import { type Playground, startPlayground } from "@leaderlab/playground";
import { type Ending, firstSignal, type Terminal } from "../terminal.ts";
import { renderBanner } from "../up/banner.ts";
import { checkEtcd } from "../up/check-etcd.ts";
import { renderEvent } from "../up/event-line.ts";
import { explainTakenPort } from "../up/explain-taken-port.ts";
import { createStyle } from "../up/style.ts";
import { parseUpOptions, type UpOptions, UsageError, upUsage } from "../up/up-options.ts";
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
  const problem = await checkEtcd(options.etcd, terminal.clock);
  if (problem !== undefined) {
    terminal.err(`leaderlab up: ${problem}\n`);
    return { code: 1 };
  }
  let cluster: Cluster | undefined;
  let playground: Playground | undefined;
  try {
    cluster = await start(options, folder, terminal);
    if (options.hasWeb) {
      playground = await startPlayground({ cluster, clock: terminal.clock, port: options.webPort });
    }
    show(cluster, playground, options, terminal);
    await stopped;
    if (!options.isJson) terminal.out("\n  stopping …\n");
    return { code: 0 };
  } catch (error) {
    const text = explainTakenPort(error, options);
    if (text === undefined) throw error;
    terminal.err(`leaderlab up: ${text}\n`);
    return { code: 1 };
  } finally {
    await playground?.stop();
    await cluster?.stop();
  }
}

function start(options: UpOptions, folder: string, terminal: Terminal): Promise<Cluster> {
  const { clock, random } = terminal;
  const etcd: readonly EtcdEndpoint[] = options.etcd;
  return startCluster({
    clock,
    random,
    folder,
    nodes: options.nodes,
    sessionTtlSeconds: options.ttlSeconds,
    ...(etcd.length > 0 && { etcd }),
    etcdPort: options.etcdPort,
    rpcPort: options.rpcPort,
    restPort: options.restPort,
    namespace: options.namespace,
    ...(options.postgres !== undefined && { postgres: options.postgres }),
    electionPrefix,
  });
}

/** The start-up block, then every event, those that came before it included. */
function show(
  cluster: Cluster,
  playground: Playground | undefined,
  options: UpOptions,
  terminal: Terminal,
): void {
  const snapshot = cluster.snapshot();
  const readyInMs = terminal.clock.now() - terminal.startedMs;
  const webUrl = playground?.url;
  if (options.isJson) {
    const ready = { kind: "ready", version, readyInMs: Math.round(readyInMs), webUrl, ...snapshot };
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
    isOwnEtcd,
    isOwnPostgres,
    electionPrefix,
  };
  terminal.out(renderBanner(facts, style));
  for (const event of cluster.timeline.events) terminal.out(renderEvent(event, style));
  cluster.timeline.onEvent((event) => terminal.out(renderEvent(event, style)));
}
