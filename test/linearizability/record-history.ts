import { createSeededRandom, type Random } from "@leaderlab/clock";
import type { Operation } from "./checker.ts";
import type { EtcdClient } from "./etcd-client.ts";
import { type EtcdOp, type EtcdOutput, revisionOf } from "./etcd-model.ts";
import { RandomOperations } from "./random-operations.ts";

/** One call in so many is given up by its client soon after it was made. */
const givenUpOneIn = 30;

export interface RecordingOptions {
  readonly seed: number;
  /** All of them at once. */
  readonly clients: readonly EtcdClient[];
  /** How many each client does, one after the other. */
  readonly operations: number;
}

/** What clients did and saw who worked on one store at the same time. The seed decides what they do, not who is first. */
export async function recordHistory({
  seed,
  clients,
  operations,
}: RecordingOptions): Promise<readonly Operation<EtcdOp, EtcdOutput>[]> {
  const history: Operation<EtcdOp, EtcdOutput>[] = [];
  let moment = 0;
  const work = async (ask: EtcdClient, client: number) => {
    const random = createSeededRandom(seed * 1000 + client);
    const generator = new RandomOperations(random, `${client}`);
    for (let round = 0; round < operations; round++) {
      const op = generator.next();
      const controller = new AbortController();
      const givingUp = giveUpMaybe(controller, random);
      const called = moment++;
      const output = await ask(op, controller.signal);
      const returned = moment++;
      history.push({ client, op, called, ...(output && { result: { returned, output } }) });
      generator.knownRevision = Math.max(
        generator.knownRevision,
        (output && revisionOf(output)) ?? 0,
      );
      await givingUp;
    }
  };
  await Promise.all(clients.map(work));
  return history;
}

async function giveUpMaybe(controller: AbortController, random: Random): Promise<void> {
  const draw = random.nextUint32();
  if (draw % givenUpOneIn !== 0) return;
  const turns = (draw >>> 8) % 8;
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
  controller.abort();
}
