import { formatGoDuration, formatGoFloat } from "@leaderlab/golang";
import { acceptedFlagTexts as texts } from "../errors/config-texts.ts";
import type { FlagValues } from "./flag-values.ts";

/** What is wrong with a configuration, in lnd's words, or undefined. */
export type ConfigCheck = (values: FlagValues) => string | undefined;

const minutes = (count: bigint) => count * 60_000_000_000n;
const largestChannel = 16_777_215;
const largestWumboChannel = 1_000_000_000;

/** What lnd checks of settings that mean nothing here before it asks for a network, in its order. */
export const checksBeforeNetwork: readonly ConfigCheck[] = [
  (values) => notNegative(values, "autopilot.maxchannels"),
  (values) => notNegative(values, "autopilot.allocation"),
  (values) => notNegative(values, "autopilot.minchansize"),
  (values) => notNegative(values, "autopilot.maxchansize"),
  (values) => notNegative(values, "autopilot.minconfs"),
  (values) =>
    values.get("autopilot.conftarget") < 1 ? texts.notPositive("autopilot.conftarget") : undefined,
  checkChannelSizes,
  (values) =>
    values.get("db.no-rev-log-amt-data") && values.get("wtclient.active")
      ? texts.revocationLog
      : undefined,
  (values) => {
    const share = values.get("max-channel-fee-allocation");
    return share <= 0 || share > 1 ? texts.feeAllocation(formatGoFloat(share)) : undefined;
  },
  (values) => {
    const rate = values.get("max-commit-fee-rate-anchors");
    return rate < 1 ? texts.anchorFeeRate(rate) : undefined;
  },
  (values) => (values.get("tor.v2") && values.get("tor.v3") ? texts.torVersions : undefined),
  (values) =>
    values.get("nolisten") && (values.get("tor.v2") || values.get("tor.v3"))
      ? texts.torListening
      : undefined,
  (values) => (values.get("nolisten") && values.get("nat") ? texts.natListening : undefined),
  (values) =>
    values.get("nat") && values.get("externalhosts").length > 0 ? texts.natHosts : undefined,
];

/** What lnd checks of such settings after its listeners and before its database, in its order. */
export const checksBeforeDatabase: readonly ConfigCheck[] = [
  (values) => (values.get("minbackoff") > values.get("maxbackoff") ? texts.backoffs : undefined),
  (values) => {
    const most = values.get("default-remote-max-htlcs");
    return most > 483 ? texts.remoteHtlcs(most) : undefined;
  },
  (values) => commitInterval(values, "channel-commit-interval", minutes(60n)),
  (values) => commitInterval(values, "pending-commit-interval", minutes(5n)),
  (values) => oldAndNew(values, "cpuprofile", "pprof.cpuprofile"),
  (values) => oldAndNew(values, "profile", "pprof.profile"),
  (values) => oldAndNew(values, "blockingprofile", "pprof.blockingprofile"),
  (values) => oldAndNew(values, "mutexprofile", "pprof.mutexprofile"),
  (values) =>
    values.get("dust-threshold") !== 0 && values.get("channel-max-fee-exposure") !== 0
      ? texts.feeExposure
      : undefined,
  (values) => worker(values, "read"),
  (values) => worker(values, "write"),
  (values) => worker(values, "sig"),
  (values) => cacheSize("reject", values.get("caches.reject-cache-size"), 5000),
  (values) => cacheSize("channel", values.get("caches.channel-cache-size"), 1000),
  (values) => towerSetting(values, "sweep-fee-rate"),
  (values) => towerSetting(values, "max-updates"),
  (values) => towerSetting(values, "max-tasks-in-mem-queue"),
  (values) => towerSetting(values, "session-close-range"),
];

/** What lnd checks of such settings after its health checks, in its order. */
export const checksAfterHealth: readonly ConfigCheck[] = [
  (values) =>
    values.get("rpcmiddleware.intercepttimeout") < 0n ? texts.interceptTimeout : undefined,
  (values) => (values.get("sweeper.maxfeerate") < 100 ? texts.sweeperFeeRateLow : undefined),
  (values) => (values.get("sweeper.maxfeerate") > 10_000 ? texts.sweeperFeeRateHigh : undefined),
  (values) => (values.get("sweeper.nodeadlineconftarget") < 144 ? texts.sweeperTarget : undefined),
  (values) => {
    const timeout = values.get("htlcswitch.mailboxdeliverytimeout");
    if (timeout <= 0n) return texts.mailboxTimeout;
    return timeout > minutes(2n) ? texts.mailboxTimeoutLong(formatGoDuration(timeout)) : undefined;
  },
  (values) => {
    const timeout = values.get("htlcswitch.quiescencetimeout");
    return timeout < minutes(1n) / 2n
      ? texts.quiescenceTimeout(formatGoDuration(timeout))
      : undefined;
  },
  (values) =>
    values.get("routing.blinding.min-num-real-hops") > values.get("routing.blinding.num-hops")
      ? texts.realHops
      : undefined,
  (values) => (values.get("routing.blinding.max-num-paths") === 0 ? texts.blindedPaths : undefined),
  (values) =>
    values.get("routing.blinding.policy-increase-multiplier") < 1
      ? texts.policyIncrease
      : undefined,
  (values) => {
    const factor = values.get("routing.blinding.policy-decrease-multiplier");
    return factor > 1 || factor < 0 ? texts.policyDecrease : undefined;
  },
  (values) => {
    const confirmations = values.get("gossip.announcement-conf");
    return confirmations < 3 ? texts.announcementConf(confirmations) : undefined;
  },
];

type AutopilotNumber = "maxchannels" | "allocation" | "minchansize" | "maxchansize" | "minconfs";

function notNegative(values: FlagValues, name: `autopilot.${AutopilotNumber}`) {
  return values.get(name) < 0 ? texts.negative(name) : undefined;
}

function checkChannelSizes(values: FlagValues): string | undefined {
  const isWumbo = values.get("protocol.wumbo-channels");
  const smallest = values.get("minchansize");
  const set = values.get("maxchansize");
  const largest = set === 0 ? (isWumbo ? largestWumboChannel : largestChannel) : set;
  if (largest < smallest) return texts.channelSizes(largest, smallest);
  return !isWumbo && largest > largestChannel ? texts.channelTooLarge(largest) : undefined;
}

function commitInterval(
  values: FlagValues,
  name: "channel-commit-interval" | "pending-commit-interval",
  most: bigint,
) {
  const interval = values.get(name);
  if (interval <= most) return undefined;
  return texts.commitInterval(name, formatGoDuration(interval), formatGoDuration(most));
}

type ProfileFlag = "cpuprofile" | "profile" | "blockingprofile" | "mutexprofile";

/** A text or a number that is not the zero of its type has been set. */
function oldAndNew(values: FlagValues, old: ProfileFlag, current: `pprof.${ProfileFlag}`) {
  const isSet = (value: string | number) => value !== "" && value !== 0;
  return isSet(values.get(old)) && isSet(values.get(current))
    ? texts.oldAndNew(old, current)
    : undefined;
}

function worker(values: FlagValues, kind: "read" | "write" | "sig") {
  const count = values.get(`workers.${kind}`);
  return count <= 0 ? texts.workers(kind, count) : undefined;
}

function cacheSize(kind: string, size: number, least: number) {
  return size < least ? texts.cacheSize(kind, size, least) : undefined;
}

type TowerNumber =
  | "sweep-fee-rate"
  | "max-updates"
  | "max-tasks-in-mem-queue"
  | "session-close-range";

function towerSetting(values: FlagValues, name: TowerNumber) {
  return values.get(`wtclient.${name}`) === 0 ? texts.zero(name) : undefined;
}
