import { setMaxListeners } from "node:events";
import type { TrafficContract } from "../check-report.ts";
import type { Shell } from "../file-kind.ts";
import type { ProbeRole } from "../probe.ts";
import type { NodePlace } from "../proxy-contract/proxy-lab.ts";
import type { RunSettings } from "../run/index.ts";

/** What a URL does not say of a proxy that runs. */
export interface RunningProxySettings {
  /** Where the proxy expects its nodes, all of this machine; default 127.0.0.1 with lnd's ports and those above. */
  readonly nodes?: readonly NodePlace[];
  /** Its entrance for gRPC, `host:port`; left out: only REST is looked at. */
  readonly grpc?: { readonly host: string; readonly port: number };
}

/** How something is checked. */
export interface CheckSettings extends RunSettings {
  /** Default: serving. */
  readonly contract?: TrafficContract;
  /** What `sh` is where the probe runs, for the rules; each probe is run in every one of them. Default: dash. */
  readonly shells?: readonly Shell[];
  /** A command's, a URL's or a script's; default readiness, and what a script looks like. Manifests say it themselves. */
  readonly role?: ProbeRole;
  /** What kind of file it is; default: what it looks like. */
  readonly kind?: string;
  /** The limit of a command, a URL or a waiter; default 1000, Kubernetes' own, and 10000 for a waiter. */
  readonly timeoutMs?: number;
  /** Only rules: nothing is run. */
  readonly isLintOnly?: boolean;
  /** Leaves out what happens over time. */
  readonly hasNoScenarios?: boolean;
  /** Of what is drawn over time; default 1. */
  readonly seed?: number;
  /** With a proxy that runs: where its nodes are to listen, and its entrance for gRPC. */
  readonly runningProxy?: RunningProxySettings;
  /** Says what is done now, in a few words. */
  onProgress?(doing: string): void;
}

/** Runs go on side by side, and each listens to the signal: so many are no leak. */
const mostListeners = 1000;

/** The settings with a signal of their own that may have many listeners, and aborts with the one that was given. */
export function withOwnSignal(settings: CheckSettings): CheckSettings {
  if (settings.signal === undefined) return settings;
  const signal = AbortSignal.any([settings.signal]);
  setMaxListeners(mostListeners, signal);
  return { ...settings, signal };
}
