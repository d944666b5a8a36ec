import assert from "node:assert/strict";
import { test } from "node:test";
import { createHostClock, createVirtualClock } from "@leaderlab/clock";
import fc from "fast-check";
import type { Toxic } from "../faults/toxic.ts";
import type { Endpoint } from "./memory-connection.ts";
import { MemoryNetwork, type NetworkSpeed } from "./memory-network.ts";

const address = "10.0.0.2:1";

/** Two hosts, of which one listens and keeps what it is told. */
function lab(speed: NetworkSpeed = {}, seed = 1) {
  const clock = createVirtualClock(undefined, { settle: "microtasks" });
  const network = new MemoryNetwork({ clock, seed, speed });
  const [here, there] = ["a", "b"].map((name) => ({ name, clock: createHostClock(clock) }));
  if (here === undefined || there === undefined) throw new Error("two hosts");
  const heard: object[] = [];
  const accepted: Endpoint[] = [];
  const unlisten = network.listen(address, there, (endpoint) => {
    accepted.push(endpoint);
    endpoint.onMessage = (message) => heard.push(message);
    endpoint.onClose = () => heard.push({ closed: true });
  });
  const poison = (toxic: Toxic, direction: "both" | "toServer" | "toClient" = "both") =>
    network.poison({ link: { from: "a", to: "b" }, direction, toxic });
  const dial = () => {
    const outcome: { endpoint?: Endpoint; refused: number; over: number } = { refused: 0, over: 0 };
    network.dial(here, address, {
      onOpen: (endpoint) => {
        outcome.endpoint = endpoint;
        endpoint.onClose = () => {
          outcome.over += 1;
        };
      },
      onRefused: () => {
        outcome.refused += 1;
      },
    });
    return outcome;
  };
  return { clock, network, here, there, heard, accepted, unlisten, poison, dial };
}

test("messages arrive once and in order, whatever jitter, losses and delays do to each of them", async () => {
  const delays = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(delays, fc.nat(1000), async (gaps, seed) => {
      const { clock, heard, poison, dial } = lab({ latencyMs: 20, jitterMs: 20 }, seed);
      poison({ openJudge: (random) => () => ({ delayMs: random.nextFloat() * 100 }) });
      const outcome = dial();
      await clock.advance(1000);
      for (const [number, gap] of gaps.entries()) {
        outcome.endpoint?.send({ number });
        await clock.advance(gap);
      }
      await clock.advance(10_000);
      assert.deepEqual(
        heard,
        gaps.map((_gap, number) => ({ number })),
      );
    }),
    { numRuns: 30 },
  );
});

test("nobody listens: a dial is refused; a listener that goes leaves its connections alone", async () => {
  const { clock, heard, unlisten, dial } = lab();
  const first = dial();
  await clock.advance(10);
  unlisten();
  const second = dial();
  await clock.advance(10);
  assert.deepEqual([first.refused, second.refused], [0, 1]);
  first.endpoint?.send({ still: "there" });
  await clock.advance(10);
  assert.deepEqual(heard, [{ still: "there" }]);
});

test("what a link holds arrives when it is cured, one direction by itself, and a dial is held too", async () => {
  const { clock, heard, accepted, poison, dial } = lab();
  const outcome = dial();
  await clock.advance(10);
  const answers: object[] = [];
  if (outcome.endpoint) outcome.endpoint.onMessage = (message) => answers.push(message);
  const hold: Toxic = { openJudge: () => () => "hold" };
  const cure = poison(hold, "toServer");
  outcome.endpoint?.send({ number: 1 });
  outcome.endpoint?.send({ number: 2 });
  accepted[0]?.send({ answer: 1 });
  const held = dial();
  await clock.advance(1000);
  assert.deepEqual(
    [heard, answers, held.refused, held.endpoint],
    [[], [{ answer: 1 }], 0, undefined],
  );
  cure();
  await clock.advance(10);
  assert.deepEqual(heard, [{ number: 1 }, { number: 2 }]);
  assert.notEqual(held.endpoint, undefined);
});

test("a reset breaks both sides at once, and each new connection while it lasts", async () => {
  const { clock, heard, poison, dial } = lab();
  const outcome = dial();
  await clock.advance(10);
  const cure = poison({ resetsConnections: true });
  const next = dial();
  await clock.advance(10);
  assert.deepEqual([outcome.over, next.refused, heard], [1, 1, [{ closed: true }]]);
  cure();
  const last = dial();
  await clock.advance(10);
  assert.notEqual(last.endpoint, undefined);
});

test("the end of a side reaches the other behind what was sent before, and later where the link is slow to tell", async () => {
  const { clock, heard, poison, dial } = lab();
  poison({ closeDelayMs: 500 });
  const outcome = dial();
  await clock.advance(10);
  outcome.endpoint?.send({ last: "words" });
  outcome.endpoint?.close();
  await clock.advance(400);
  assert.deepEqual(heard, [{ last: "words" }]);
  await clock.advance(200);
  assert.deepEqual(heard, [{ last: "words" }, { closed: true }]);
});

test("a host answers what comes for a closed side with a reset: a peer that was cut off learns of it then", async () => {
  const { clock, accepted, poison, dial } = lab();
  const outcome = dial();
  await clock.advance(10);
  const cure = poison({ openJudge: () => () => "hold" });
  accepted[0]?.close();
  await clock.advance(60_000);
  assert.equal(outcome.over, 0, "the end is held as everything else");
  cure();
  await clock.advance(10);
  assert.equal(outcome.over, 1);
});

test("a frozen host takes what has arrived when it goes on; its kernel has accepted connections meanwhile", async () => {
  const { clock, there, heard, accepted, dial } = lab();
  there.clock.pause();
  const outcome = dial();
  await clock.advance(10);
  assert.notEqual(outcome.endpoint, undefined);
  outcome.endpoint?.send({ number: 1 });
  await clock.advance(1000);
  assert.deepEqual([accepted.length, heard], [0, []]);
  there.clock.resume();
  await clock.advance(0);
  assert.deepEqual([accepted.length, heard], [1, [{ number: 1 }]]);
});
