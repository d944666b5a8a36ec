import { createSeededRandom } from "@leaderlab/clock";
import type { Operation } from "./checker.ts";
import type { EtcdClient } from "./etcd-client.ts";
import { type EtcdOp, type EtcdOutput, revisionOf } from "./etcd-model.ts";
import { RandomOperations } from "./random-operations.ts";

/** One call in so many is given up by its client soon after it was made. */
const givenUpOneIn = 30;
/** How many calls of a client are at most: each may have taken effect at any time since, which makes a search long. */
const mostGivenUp = 4;

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
    let givenUp = 0;
    for (let round = 0; round < operations; round++) {
      const op = generator.next();
      const controller = new AbortController();
      if (givenUp < mostGivenUp && random.nextUint32() % givenUpOneIn === 0) {
        givenUp += 1;
        void abortSoon(controller, random.nextUint32() % 8);
      }
      const called = moment++;
      const output = await ask(op, controller.signal);
      const returned = moment++;
      history.push({ client, op, called, ...(output && { result: { returned, output } }) });
      generator.knownRevision = Math.max(
        generator.knownRevision,
        (output && revisionOf(output)) ?? 0,
      );
    }
  };
  await Promise.all(clients.map(work));
  return history;
}

async function abortSoon(controller: AbortController, turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
  controller.abort();
}
