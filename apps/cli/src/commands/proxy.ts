import { createEtcd3Client, type Etcd3Client } from "@leaderlab/election/etcd3";
import { type LeaderProxy, startLeaderProxy } from "@leaderlab/leader-proxy";
import { channelOptionsFor } from "@leaderlab/rpc/client";
import {
  type ProxyEtcd,
  type ProxyOptions,
  parseProxyOptions,
  proxyUsage,
} from "../proxy/proxy-options.ts";
import { createProxyReport } from "../proxy/proxy-report.ts";
import { type Ending, firstSignal, type Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

/** `leaderlab proxy`: until it is asked to stop. Ends with 0 then, with 1 when a port cannot be had. */
export async function runProxy(argv: readonly string[], terminal: Terminal): Promise<Ending> {
  let options: ProxyOptions | "help";
  try {
    options = parseProxyOptions(argv);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(`leaderlab proxy: ${error.message}\n\n${proxyUsage}`);
    return { code: 2 };
  }
  if (options === "help") {
    terminal.out(proxyUsage);
    return { code: 0 };
  }
  const stopped = firstSignal(terminal);
  const client = options.etcd && connectEtcd(options.etcd, terminal);
  let proxy: LeaderProxy | undefined;
  try {
    const report = createProxyReport(options, terminal);
    proxy = await start(options, client, terminal);
    report.begin(proxy);
    await stopped;
    report.end();
    return { code: 0 };
  } catch (error) {
    const { code, address, port } = error as NodeJS.ErrnoException & {
      readonly address?: string;
      readonly port?: number;
    };
    if (code === undefined || port === undefined) throw error;
    const place = `${address}:${port}`;
    const what = code === "EADDRINUSE" ? "is in use" : `cannot be listened on (${code})`;
    terminal.err(
      `leaderlab proxy: ${place} ${what}; choose another one with ${flagOf(port, options)}\n`,
    );
    return { code: 1 };
  } finally {
    await proxy?.stop();
    client?.close();
  }
}

function start(
  options: ProxyOptions,
  client: Etcd3Client | undefined,
  terminal: Terminal,
): Promise<LeaderProxy> {
  const { checkIntervalMs, checkTimeoutMs, etcd, isJson: _isJson, ...rest } = options;
  return startLeaderProxy({
    ...rest,
    clock: terminal.clock,
    timings: { checkIntervalMs, checkTimeoutMs, dialTimeoutMs: checkTimeoutMs },
    election: client && etcd && { client, prefix: etcd.prefix },
    onFault: (error) => terminal.err(`leaderlab proxy: unexpected: ${error}\n`),
  });
}

function connectEtcd({ endpoints, tls, user }: ProxyEtcd, { clock }: Terminal): Etcd3Client {
  return createEtcd3Client({
    endpoints,
    clock,
    ...(user && { user }),
    channelOptions: channelOptionsFor(tls),
  });
}

function flagOf(port: number, { grpc, rest }: ProxyOptions): string {
  if (grpc?.port === port) return "--grpc";
  return rest?.port === port ? "--rest" : "--admin";
}
