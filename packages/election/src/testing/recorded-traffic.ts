import { readFileSync } from "node:fs";
import type { GrpcAnswer, GrpcRequest } from "./grpc-server.ts";

/** One call as it was recorded: the messages that went to etcd and those that came back, as base64. */
export interface RecordedCall {
  readonly method: string;
  readonly requests: readonly string[];
  readonly responses: readonly string[];
}

/**
 * What real programs said to a real etcd, and it to them; each recording under a name that says what they did:
 * "lnd: …" lnd 0.21 with etcd's Go client 3.5.12, "go: …" a program on Go's clientv3/concurrency 3.6.16.
 * Where Go puts several watches on one stream, they stand apart here, and the cancellation of one is left out.
 */
export function recordedTraffic(name: string): readonly RecordedCall[] {
  const file = new URL("./recorded-traffic.json", import.meta.url);
  const recordings = JSON.parse(readFileSync(file, "utf8")) as { [name: string]: RecordedCall[] };
  const found = recordings[name];
  if (found === undefined) throw new Error(`no recording is named ${name}`);
  return found;
}

/** Answers each request as it was answered when recorded, once; `unexpected` holds those that were never recorded. */
export class Replay {
  readonly unexpected: string[] = [];
  readonly #left: RecordedCall[];

  constructor(name: string) {
    this.#left = [...recordedTraffic(name)];
  }

  /** Recorded calls that nobody has made yet. */
  get left(): readonly string[] {
    return this.#left.map((call) => `${call.method} ${call.requests}`);
  }

  readonly answer = ({ method, body }: GrpcRequest): GrpcAnswer => {
    const sent = body.toString("base64");
    const place = this.#left.findIndex(
      (call) => call.method === method && call.requests[0] === sent,
    );
    const [call] = place < 0 ? [] : this.#left.splice(place, 1);
    if (call === undefined) {
      this.unexpected.push(`${method} ${sent}`);
      return { status: 2, text: "never recorded" };
    }
    const messages = call.responses.map((response) => Buffer.from(response, "base64"));
    const stays = method === "Watch/Watch" || method === "Lease/LeaseKeepAlive";
    return stays ? { messages } : { messages, status: 0 };
  };
}
