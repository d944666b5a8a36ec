import type { FaultSnapshot } from "./wire.ts";

/** The faults that have to do with a node: on its links and on itself. */
export function faultsOf(node: string, faults: readonly FaultSnapshot[]): readonly FaultSnapshot[] {
  return faults.filter(({ spec }) => {
    if ("node" in spec) return spec.node === node;
    if (!("link" in spec)) return false;
    const [from, to] = spec.link.split(":");
    return to === node || from === node || (from === "*" && to === "etcd");
  });
}

/** The fault that cuts a node from etcd, if there is one that is about this node alone. */
export function cutOf(node: string, faults: readonly FaultSnapshot[]): FaultSnapshot | undefined {
  return faults.find(({ spec }) => spec.kind === "blackhole" && spec.link === `${node}:etcd`);
}

/** What can be broken from the page, in the words of its menu. */
export interface Trouble {
  readonly kind: string;
  readonly label: string;
  readonly on: "link" | "etcdLink" | "node" | "etcd";
  /** The number that it takes besides, and what to begin with. */
  readonly number?: { readonly field: string; readonly label: string; readonly value: number };
  /** Fields that the page does not ask for. */
  readonly fixed?: object;
}

/** The kinds that the page offers; all kinds are there for the command line. */
export const troubles: readonly Trouble[] = [
  { kind: "blackhole", label: "Blackhole: nothing passes", on: "link" },
  { kind: "reset", label: "Reset: connections are cut", on: "link" },
  {
    kind: "latency",
    label: "Latency: everything is late",
    on: "link",
    number: { field: "latencyMs", label: "ms", value: 500 },
  },
  {
    kind: "bandwidth",
    label: "Bandwidth: a thin pipe",
    on: "link",
    number: { field: "bytesPerSecond", label: "bytes/s", value: 1000 },
  },
  { kind: "dropKeepAlives", label: "Keep-alives get lost", on: "etcdLink" },
  { kind: "dropWatchEvents", label: "Watch events get lost", on: "etcdLink" },
  { kind: "pause", label: "Pause the process (SIGSTOP)", on: "node" },
  { kind: "etcdDown", label: "etcd is down", on: "etcd" },
  {
    kind: "rpcDelay",
    label: "etcd is slow",
    on: "etcd",
    number: { field: "delayMs", label: "ms", value: 1000 },
    fixed: { method: "*" },
  },
  {
    kind: "rpcError",
    label: "etcd refuses writes",
    on: "etcd",
    fixed: { method: "Txn", code: "UNAVAILABLE" },
  },
];

/** What a trouble can be on, in a cluster of these nodes and links. */
export function targetsOf(
  { on }: Trouble,
  links: readonly string[],
  nodes: readonly string[],
): readonly string[] {
  const toEtcd = links.filter((link) => link.endsWith(":etcd"));
  switch (on) {
    case "link":
      return ["*:etcd", ...toEtcd, ...links.filter((link) => !toEtcd.includes(link))];
    case "etcdLink":
      return [...toEtcd, "*:etcd"];
    case "node":
      return nodes;
    case "etcd":
      return [];
  }
}

/** The body of the request that lets it go wrong. `forSeconds` 0: until it is undone. */
export function faultBody(
  trouble: Trouble,
  target: string,
  { amount, forSeconds }: { readonly amount: number; readonly forSeconds: number },
): object {
  const { kind, on, number, fixed = {} } = trouble;
  const place = on === "node" ? { node: target } : on === "etcd" ? {} : { link: target };
  return {
    kind,
    ...place,
    ...fixed,
    ...(number !== undefined && { [number.field]: amount }),
    ...(forSeconds > 0 && { forMs: forSeconds * 1000 }),
  };
}
