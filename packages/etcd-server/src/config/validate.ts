import { formatGoDuration, GoValueError, goQuote } from "@leaderlab/golang";
import type { Log } from "../log.ts";
import { configTexts } from "./config-texts.ts";
import { renamedFlags } from "./deprecations.ts";
import { checkBindUrls, checkHostUrls } from "./etcd-url.ts";
import { gateFlags, isGateOn, parseFeatureGates } from "./feature-gates.ts";
import { FlagError } from "./go-flags.ts";
import type { Settings } from "./settings.ts";

/** etcd's longest election timeout. */
const longestElectionMs = 50_000;
const mostSamplesPerMillion = 1_000_000;

/** What a check needs besides the settings. */
interface Checked {
  readonly settings: Settings;
  readonly log: Log;
  /** A configuration file may listen without advertising. */
  readonly isFile: boolean;
}

/** Refuses a flag of old beside the gate that took its place. Mirrors: etcd SetFeatureGatesFromExperimentalFlags. */
export function checkGateFlags(settings: Settings): void {
  const text = settings.text("feature-gates");
  const set = parseFeatureGates(text);
  for (const [flag, gate] of gateFlags) {
    if (!settings.has(flag) || !text.includes(gate)) continue;
    const isOn = isGateOn(set, gate);
    throw new FlagError(configTexts.bothFlagAndGate(flag, settings.flag(flag), gate, isOn));
  }
}

/** Refuses a flag under its old and its new name at once. */
export function checkRenamedFlags({ explicit }: Settings): void {
  for (const [old, now] of renamedFlags) {
    if (explicit.has(old) && explicit.has(now)) {
      throw new FlagError(configTexts.bothOldAndNew(old, now));
    }
  }
}

/**
 * Refuses settings that do not fit together, in the order in which etcd finds it; warns of some others. Throws
 * FlagError. Mirrors: etcd embed Config.Validate.
 */
export function validateSettings(checked: Checked): void {
  try {
    checkUrls(checked);
    checkBootstrap(checked.settings);
    checkTimes(checked);
    checkCompaction(checked.settings);
    checkTracing(checked.settings);
    checkFeatures(checked);
    checkTls(checked.settings);
  } catch (error) {
    if (!(error instanceof GoValueError)) throw error;
    throw new FlagError(error.message);
  }
}

function checkUrls({ settings, log }: Checked): void {
  checkBindUrls(settings.urls("listen-peer-urls"));
  checkBindUrls(settings.urls("listen-client-urls"));
  const httpUrls = settings.urls("listen-client-http-urls");
  checkBindUrls(httpUrls);
  if (httpUrls.length === 0) log("warn", configTexts.singlePort);
  checkBindUrls(settings.urls("listen-metrics-urls"));
  for (const flag of ["initial-advertise-peer-urls", "advertise-client-urls"]) {
    const urls = settings.urls(flag);
    try {
      checkHostUrls(urls);
    } catch (error) {
      const quoted = goQuote(urls.map((url) => url.text).join(","));
      throw new FlagError(configTexts.notHostPort(flag, quoted, (error as Error).message));
    }
  }
}

/** Flags of etcd's own discovery service; ours refuses them later, by name. */
const discoveryFlags = ["cert", "key", "cacert", "user", "password"].map(
  (name) => `discovery-${name}`,
);

function checkBootstrap(settings: Settings): void {
  const state = settings.text("initial-cluster-state");
  if (state !== "new" && state !== "existing") {
    throw new FlagError(configTexts.clusterState(goQuote(state)));
  }
  const endpoints = settings.list("discovery-endpoints");
  const ways = [
    settings.text("discovery") !== "",
    settings.has("initial-cluster") && settings.text("initial-cluster") !== "",
    settings.text("discovery-srv") !== "",
    endpoints.length > 0,
  ];
  if (ways.filter((isGiven) => isGiven).length > 1) {
    throw new FlagError(configTexts.severalBootstraps);
  }
  const hasToken = settings.text("discovery-token") !== "";
  const hasV3 =
    endpoints.length > 0 || hasToken || discoveryFlags.some((name) => settings.text(name) !== "");
  if (settings.text("discovery-proxy") !== "" && hasV3) {
    throw new FlagError(configTexts.bothDiscoveries);
  }
  if (hasToken !== endpoints.length > 0) throw new FlagError(configTexts.halfDiscovery);
  if (endpoints.some((endpoint) => endpoint.trim() === "")) {
    throw new FlagError(configTexts.emptyDiscoveryEndpoint);
  }
}

function checkTimes({ settings, isFile }: Checked): void {
  const heartbeatMs = settings.number("heartbeat-interval");
  const electionMs = settings.number("election-timeout");
  if (heartbeatMs === 0) throw new FlagError(configTexts.heartbeat(heartbeatMs));
  if (electionMs === 0) throw new FlagError(configTexts.election(electionMs));
  if (5 * heartbeatMs > electionMs) {
    throw new FlagError(configTexts.electionTooShort(electionMs, heartbeatMs));
  }
  if (electionMs > longestElectionMs) {
    throw new FlagError(configTexts.electionTooLong(electionMs, longestElectionMs));
  }
  if (isFile || !settings.has("listen-client-urls") || settings.has("advertise-client-urls"))
    return;
  throw new FlagError(configTexts.advertiseMissing);
}

function checkCompaction(settings: Settings): void {
  const mode = settings.text("auto-compaction-mode");
  if (mode === "") throw new FlagError(configTexts.noCompactionMode);
  if (mode === "periodic" || mode === "revision") return;
  throw new FlagError(configTexts.compactionMode(goQuote(mode)));
}

function checkTracing(settings: Settings): void {
  if (!settings.flag(settings.current("enable-distributed-tracing"))) return;
  const rate = settings.number(settings.current("distributed-tracing-sampling-rate"));
  if (rate < 0) throw new FlagError(configTexts.tracing(configTexts.negativeSampling));
  if (rate <= mostSamplesPerMillion) return;
  throw new FlagError(configTexts.tracing(configTexts.samplingTooHigh(mostSamplesPerMillion)));
}

function checkFeatures({ settings, log }: Checked): void {
  const isOn = settings.isGateOn("LeaseCheckpoint");
  const isPersisted = settings.isGateOn("LeaseCheckpointPersist");
  if (isOn && !isPersisted) log("warn", configTexts.checkpointWithoutPersist);
  if (isPersisted && !isOn) throw new FlagError(configTexts.persistWithoutCheckpoint);
  for (const flag of ["experimental-compact-hash-check-time", "compact-hash-check-time"]) {
    const ms = settings.number(flag);
    if (ms > 0) continue;
    const said = formatGoDuration(BigInt(Math.round(ms * 1e6)));
    throw new FlagError(configTexts.mustBePositive(flag, said));
  }
  const name = settings.text("name");
  if (name === "default") log("warn", configTexts.defaultName, { name });
}

function checkTls(settings: Settings): void {
  const [least, most] = [settings.text("tls-min-version"), settings.text("tls-max-version")];
  for (const version of [least, most]) {
    if (version === "" || version === "TLS1.2" || version === "TLS1.3") continue;
    throw new FlagError(configTexts.tlsVersion(goQuote(version)));
  }
  if (most !== "" && least > most) throw new FlagError(configTexts.tlsVersionOrder(least, most));
  if (least === "TLS1.3" && settings.list("cipher-suites").length > 0) {
    throw new FlagError(configTexts.suitesWithTls13);
  }
}
