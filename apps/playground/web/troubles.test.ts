import assert from "node:assert/strict";
import { test } from "node:test";
import { faultNames, parseFaultSpec } from "@leaderlab/cluster/faults";
import { cutOf, faultBody, faultsOf, targetsOf, troubles } from "./troubles.ts";
import type { FaultSnapshot } from "./wire.ts";

const links = ["lnd-1:etcd", "client:lnd-1", "lnd-2:etcd", "client:lnd-2"];
const nodes = ["lnd-1", "lnd-2"];

test("what the page offers to break is a fault that the lab knows", () => {
  for (const trouble of troubles) {
    const [target = ""] = targetsOf(trouble, links, nodes);
    const amount = trouble.number?.value ?? 0;
    const { forMs, ...spec } = faultBody(trouble, target, { amount, forSeconds: 10 }) as {
      forMs?: number;
    };
    assert.equal(forMs, 10_000);
    assert.equal(parseFaultSpec(spec).kind, trouble.kind);
    assert.ok((faultNames as readonly string[]).includes(trouble.kind));
  }
});

test("a node is troubled by faults on its links, on every link to etcd, and on itself", () => {
  const fault = (id: string, spec: object) =>
    ({ id, spec, words: id, remainingMs: null }) as FaultSnapshot;
  const faults = [
    fault("a", { kind: "blackhole", link: "lnd-1:etcd" }),
    fault("b", { kind: "latency", link: "*:etcd", latencyMs: 1 }),
    fault("c", { kind: "reset", link: "client:lnd-2" }),
    fault("d", { kind: "pause", node: "lnd-2" }),
    fault("e", { kind: "etcdDown" }),
  ];
  assert.deepEqual(
    faultsOf("lnd-1", faults).map(({ id }) => id),
    ["a", "b"],
  );
  assert.deepEqual(
    faultsOf("lnd-2", faults).map(({ id }) => id),
    ["b", "c", "d"],
  );
  assert.deepEqual([cutOf("lnd-1", faults)?.id, cutOf("lnd-2", faults)], ["a", undefined]);
});
