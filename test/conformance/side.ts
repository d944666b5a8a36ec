import { etcd } from "@leaderlab/proto";
import type { RpcClient } from "@leaderlab/rpc/client";
import { type Ask, answerOf, type Caller, grpcCaller, type Outcome, revisionOf } from "./caller.ts";
import { withOwnIdsRemoved } from "./masks.ts";
import { grpcStream } from "./message-stream.ts";
import type { Plain } from "./plain-message.ts";
import { endKey, WatchTape } from "./watch-tape.ts";

const streams = 2;

/** One of two etcds that are given the same to do: its store by way of gRPC, and its watch streams. */
export class Side implements Disposable {
  readonly #client: RpcClient;
  readonly #caller: Caller;
  readonly #tapes: readonly WatchTape[];
  #revision = 0;

  private constructor(client: RpcClient) {
    this.#client = client;
    this.#caller = grpcCaller(client);
    this.#tapes = Array.from(
      { length: streams },
      () => new WatchTape(grpcStream(client, { rpc: "Watch" })),
    );
  }

  /** Opens the streams. */
  static async open(client: RpcClient): Promise<Side> {
    const side = new Side(client);
    await side.#putEnd();
    for (const tape of side.#tapes) await tape.untilAnswered();
    return side;
  }

  /** What comes of a request, without what each server has of its own. */
  async ask(request: Ask): Promise<Outcome> {
    const outcome = await this.#caller(request);
    return "answer" in outcome ? { answer: withOwnIdsRemoved(outcome.answer) } : outcome;
  }

  /** Sends on a watch stream; resolves when it has been answered and the past has been told. */
  async watch(stream: number, request: Plain): Promise<void> {
    const tape = this.#tapes[stream];
    if (tape === undefined) throw new Error(`no stream ${stream}`);
    tape.send(request);
    const create = request["create_request"] as Plain | undefined;
    if (Number(create?.["start_revision"] ?? 0) > 0) await tape.untilWatching(this.#revision);
    else await tape.untilAnswered();
  }

  /**
   * Everything that the streams have told since the last call, by stream and watcher: the order between watchers is
   * free, that of one watcher's messages is not. Makes one revision.
   */
  async told(): Promise<Readonly<Record<string, readonly Plain[]>>> {
    await this.#putEnd();
    const told: Record<string, Plain[]> = {};
    for (const [stream, tape] of this.#tapes.entries()) {
      await tape.untilTold(this.#revision);
      for (const message of tape.take()) {
        const watcher = `stream ${stream}, watcher ${message["watch_id"] ?? 0}`;
        told[watcher] = [...(told[watcher] ?? []), withOwnIdsRemoved(message)];
      }
    }
    return Object.fromEntries(Object.entries(told).toSorted());
  }

  /** That of the newest write that `told` made: the store's own unless something was written since. */
  get revision(): number {
    return this.#revision;
  }

  /** How many entries the log has. */
  async raftIndex(): Promise<string> {
    return (await this.#client.unary(etcd.maintenance.methods.Status, {})).raftIndex;
  }

  /** The checksum of the history up to a revision, and what was compacted; or why there is none. */
  async hashKv(revision: number): Promise<Outcome> {
    return this.ask({ rpc: "HashKV", request: { revision } });
  }

  [Symbol.dispose](): void {
    for (const tape of this.#tapes) tape.close();
  }

  async #putEnd(): Promise<void> {
    const end = { rpc: "Put", request: { key: endKey } } as const;
    this.#revision = revisionOf(await answerOf(this.#caller, end));
  }
}
