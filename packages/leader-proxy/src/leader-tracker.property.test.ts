import assert from "node:assert/strict";
import { test } from "node:test";
import { createVirtualClock } from "@leaderlab/clock";
import fc from "fast-check";
import { LeaderTracker } from "./leader-tracker.ts";
import { FakeElection, FakeNode, sourceOf } from "./testing/fake-cluster.ts";

const second = 1000;
const names = ["lnd-1", "lnd-2", "lnd-3"] as const;
const verbs = ["elect", "restart", "hang", "goOn", "cut", "mend", "etcdAway", "etcdBack"] as const;

type Step = { readonly verb: (typeof verbs)[number]; readonly node: 0 | 1 | 2 };

const step = fc.record({
  verb: fc.constantFrom(...verbs),
  node: fc.constantFrom(0, 1, 2),
}) as fc.Arbitrary<Step>;

/** A cluster in which elections follow each other, and the old leader serves on as long as nobody restarts it. */
class World {
  readonly clock = createVirtualClock();
  readonly nodes = names.map((name) => new FakeNode(name, this.clock));
  readonly etcd = new FakeElection();
  readonly tracker: LeaderTracker;
  readonly #looksIntoEtcd: boolean;
  #elections = 0;
  /** By node: the number of the election that it serves by. */
  readonly servesBy = new Map<FakeNode, number>();
  #key: string | undefined;
  /** The newest election that the proxy can have seen. */
  visible = 0;

  constructor(looksIntoEtcd: boolean) {
    this.#looksIntoEtcd = looksIntoEtcd;
    this.tracker = new LeaderTracker({
      backends: this.nodes.map(({ backend }) => backend),
      source: sourceOf(this.nodes),
      clock: this.clock,
      ...(looksIntoEtcd && {
        election: { client: this.etcd.client, prefix: this.etcd.prefix },
      }),
    });
  }

  async take({ verb, node: index }: Step): Promise<void> {
    const node = this.nodes[index];
    if (node === undefined) return;
    if (verb === "elect") await this.#elect(node);
    else if (verb === "restart") {
      node.restart();
      this.servesBy.delete(node);
    } else if (verb === "etcdAway") this.etcd.goAway();
    else if (verb === "etcdBack") this.etcd.isAway = false;
    else node[verb]();
    await this.clock.advance(10 * second);
  }

  async #elect(node: FakeNode): Promise<void> {
    if (this.servesBy.has(node)) return;
    this.#elections += 1;
    const former = this.#key;
    this.#key = this.etcd.join(node.backend.name);
    if (former !== undefined) this.etcd.leave(former);
    if (this.#looksIntoEtcd && !this.etcd.isAway) this.visible = this.#elections;
    node.become("LOCKED", "UNLOCKED", "RPC_ACTIVE");
    await this.clock.advance(second);
    node.become("SERVER_ACTIVE");
    this.servesBy.set(node, this.#elections);
    if (node.isReachable) this.visible = this.#elections;
  }
}

for (const looksIntoEtcd of [false, true]) {
  const how = looksIntoEtcd ? "with a look into etcd" : "by states alone";
  test(`nobody leads whose successor's election is visible, ${how}`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const world = new World(looksIntoEtcd);
        const { tracker, nodes } = world;
        tracker.start();
        await world.clock.advance(5 * second);
        for (const each of steps) {
          await world.take(each);
          const leader = nodes.find(({ backend }) => backend === tracker.leader);
          if (leader === undefined) continue;
          assert.ok(leader.isReachable, "who leads answers");
          assert.equal(leader.state, "SERVER_ACTIVE");
          const by = world.servesBy.get(leader) ?? 0;
          assert.ok(by >= world.visible, `election ${by} leads, ${world.visible} was visible`);
        }
        const newest = Math.max(0, ...world.servesBy.values());
        const [last] = [...world.servesBy].find(([, by]) => by === newest) ?? [];
        const isSeen = newest === world.visible && last?.isReachable === true;
        if (isSeen && !looksIntoEtcd) assert.equal(tracker.leader?.name, last?.backend.name);
        await tracker.stop();
      }),
      { numRuns: 150 },
    );
  });
}
