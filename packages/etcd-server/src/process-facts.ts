import { readdirSync, readFileSync } from "node:fs";

/** What the system says of this process. What it does not say on this platform is undefined. */
export interface ProcessFacts {
  readonly cpuSeconds: number;
  readonly startedSeconds: number;
  readonly residentBytes: number;
  readonly virtualBytes: number | undefined;
  /** Infinity: no bound. */
  readonly maxVirtualBytes: number | undefined;
  readonly openFds: number | undefined;
  readonly maxFds: number | undefined;
  /** Of the whole network namespace, as Go's collector has it. */
  readonly receivedBytes: number | undefined;
  readonly transmittedBytes: number | undefined;
}

/** Reads them; without Linux's /proc only what Node knows. */
export function readProcessFacts(): ProcessFacts {
  const { user, system } = process.cpuUsage();
  const limits = read("/proc/self/limits");
  const network = readNetwork();
  return {
    cpuSeconds: (user + system) / 1e6,
    startedSeconds: performance.timeOrigin / 1000,
    residentBytes: process.memoryUsage.rss(),
    virtualBytes: kilobytes(/^VmSize:\s+(\d+) kB$/m.exec(read("/proc/self/status"))?.[1]),
    maxVirtualBytes: limit(limits, "Max address space"),
    openFds: count("/proc/self/fd"),
    maxFds: limit(limits, "Max open files"),
    receivedBytes: network.get("InOctets"),
    transmittedBytes: network.get("OutOctets"),
  };
}

/** How many files the process may have open; 0 where the system does not say. */
export function fileDescriptorLimit(): number {
  return limit(read("/proc/self/limits"), "Max open files") ?? 0;
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function count(folder: string): number | undefined {
  try {
    return readdirSync(folder).length;
  } catch {
    return undefined;
  }
}

/** The soft limit in a line of /proc/self/limits. */
function limit(limits: string, name: string): number | undefined {
  const [, text] = new RegExp(`^${name}\\s+(\\S+)`, "m").exec(limits) ?? [];
  if (text === undefined) return undefined;
  return text === "unlimited" ? Number.POSITIVE_INFINITY : Number(text);
}

function kilobytes(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits) * 1024;
}

/** Two lines of the same name: the titles, then the numbers. */
function readNetwork(): ReadonlyMap<string, number> {
  const [titles, numbers] = read("/proc/self/net/netstat")
    .split("\n")
    .filter((line) => line.startsWith("IpExt:"))
    .map((line) => line.split(" "));
  return new Map(titles?.map((title, index) => [title, Number(numbers?.[index])]));
}
