import assert from "node:assert/strict";
import type { MethodDefinition } from "@leaderlab/proto";
import type { RpcClient } from "@leaderlab/rpc/client";
import { LeaseIds } from "./lease-ids.ts";
import type { RecordedStep } from "./recorded-traffic.ts";

/** A method whose messages are bytes: nothing of ours encodes what is sent or decodes what comes. */
type RawMethod<Kind extends "unary" | "bidi"> = MethodDefinition<{
  kind: Kind;
  request: unknown;
  requestInput: Buffer;
  response: Buffer;
  responseInput: unknown;
}>;

type Message = Record<string, unknown>;

export interface ReplayOptions {
  readonly client: RpcClient;
  /** Resolves when the target's time has moved on to so long after the start, or further. */
  readonly reachMs: (atMs: number) => Promise<void>;
  /** Holds, at each point of the replay, the leases that lived at that point of the recording, as decimal digits. */
  readonly living: Set<string>;
  /** Names of header fields that are the server's own: the recorded value stands for whatever comes. */
  readonly maskedHeaderFields: readonly string[];
}

/**
 * Does anew what was recorded, each step not before its time. A reply must be the recorded one, byte for byte, but for
 * the masked fields of its header and for lease ids, which the requests after it carry as they were granted. Resolves
 * with the number of replies compared by method; rejects with an AssertionError that shows both, decoded.
 */
export async function replay(
  steps: readonly RecordedStep[],
  options: ReplayOptions,
): Promise<ReadonlyMap<string, number>> {
  const replayer = new Replayer(options);
  for (const step of steps) await replayer.do(step);
  return replayer.compared;
}

class Replayer {
  readonly compared = new Map<string, number>();
  readonly #options: ReplayOptions;
  readonly #streams = new Map<number, Stream>();
  readonly #toActual = new LeaseIds();
  readonly #toRecorded = new LeaseIds();
  /** Which lease a stream keeps alive. */
  readonly #keptBy = new Map<number, string>();

  constructor(options: ReplayOptions) {
    this.#options = options;
  }

  async do(step: RecordedStep): Promise<void> {
    const { client, reachMs } = this.#options;
    await reachMs(step.atMs);
    switch (step.kind) {
      case "exchange": {
        const request = this.#actualRequest(step.method, step.request);
        this.#compare(step, step.response, await unary(client, step, request));
        return;
      }
      case "send": {
        const request = this.#actualRequest(step.method, step.request);
        const { ID: lease } = step.method.decodeRequest(request) as Message;
        if (typeof lease === "string") this.#keptBy.set(step.call, lease);
        return this.#streamOf(step).send(request);
      }
      case "receive":
        return this.#compare(step, step.response, await this.#streamOf(step).receive());
      case "cancel":
        this.#options.living.delete(this.#keptBy.get(step.call) ?? "");
        return this.#streamOf(step).cancel();
    }
  }

  #streamOf(step: RecordedStep): Stream {
    const open = this.#streams.get(step.call);
    if (open !== undefined) return open;
    const stream = openStream(this.#options.client, step);
    this.#streams.set(step.call, stream);
    return stream;
  }

  #actualRequest({ decodeRequest, encodeRequest, path }: MethodDefinition, bytes: Buffer): Buffer {
    const request = decodeRequest(bytes) as Message;
    assert.deepEqual(encodeRequest(request), bytes, `${path}: lnd's bytes are read and written`);
    return encodeRequest(this.#toActual.in(request));
  }

  #compare({ call, method }: RecordedStep, recordedBytes: Buffer, actualBytes: Buffer): void {
    const { decodeResponse, encodeResponse, path } = method;
    const recorded = decodeResponse(recordedBytes) as Message;
    const actual = decodeResponse(actualBytes) as Message;
    if (method.name === "LeaseGrant") this.#learnLease(recorded, actual);
    const masked = this.#masked(actual, recorded);
    const place = `call ${call}, ${path}`;
    assert.deepEqual(masked, recorded, place);
    // What a decoder does not tell: bytes of unknown fields, their order, defaults that stand there all the same.
    assert.deepEqual(encodeResponse(actual), actualBytes, place);
    assert.deepEqual(encodeResponse(masked), recordedBytes, place);
    this.compared.set(path, (this.compared.get(path) ?? 0) + 1);
  }

  /** A grant's reply pairs the recorded id with the one that was drawn now. */
  #learnLease(recorded: Message, actual: Message): void {
    const [from, to] = [String(recorded["ID"]), String(actual["ID"])];
    this.#toActual.replace(from, to);
    this.#toRecorded.replace(to, from);
    this.#options.living.add(to);
  }

  #masked(actual: Message, recorded: Message): Message {
    const [actualHeader, recordedHeader] = [actual["header"], recorded["header"]] as [
      Message,
      Message,
    ];
    const own = this.#options.maskedHeaderFields.map((name) => [name, recordedHeader[name]]);
    return {
      ...this.#toRecorded.in(actual),
      header: { ...actualHeader, ...Object.fromEntries(own) },
    };
  }
}

/** A stream of lnd's, as far as it is replayed. */
interface Stream {
  send(request: Buffer): void;
  receive(): Promise<Buffer>;
  cancel(): void;
}

function openStream(client: RpcClient, { method, metadata }: RecordedStep): Stream {
  const call = client.bidi(raw<"bidi">(method), { metadata });
  const responses = call[Symbol.asyncIterator]();
  return {
    send: (request) => call.send(request),
    receive: async () => {
      const next = await responses.next();
      if (next.done === true) throw new Error("the stream ended before its last recorded reply");
      return next.value;
    },
    cancel: () => call.cancel(),
  };
}

function unary(client: RpcClient, { method, metadata }: RecordedStep, request: Buffer) {
  return client.unary(raw<"unary">(method), request, { metadata });
}

function raw<Kind extends "unary" | "bidi">(method: MethodDefinition): RawMethod<Kind> {
  const asItIs = (bytes: Buffer) => bytes;
  return { ...method, encodeRequest: asItIs, decodeResponse: asItIs } as unknown as RawMethod<Kind>;
}
