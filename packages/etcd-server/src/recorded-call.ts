import type { MethodTypes } from "@leaderlab/proto";
import type { Call, RpcError } from "@leaderlab/rpc";
import type { CallRecord, RecordedMessage } from "./call-record.ts";

interface Recorded {
  readonly direction: "request" | "response";
  readonly time: number;
  readonly message: object;
}

/** A call that is being recorded. */
export class RecordedCall {
  readonly call: Call;
  readonly #seq: number;
  readonly #time: number;
  readonly #peer: string;
  readonly #messages: Recorded[] = [];
  #droppedMessages = 0;
  #endTime: number | undefined;
  #error: CallRecord["error"];

  constructor(seq: number, call: Call, time: number) {
    this.#seq = seq;
    this.#time = time;
    this.call = call;
    this.#peer = call.peer; // asked for now: it is lost with the connection
  }

  get isOver(): boolean {
    return this.#endTime !== undefined;
  }

  get isEmpty(): boolean {
    return this.#messages.length === 0;
  }

  /** Keeps a message and returns how many bytes that takes, about. */
  add(direction: Recorded["direction"], message: unknown, time: number): number {
    const kept = withoutSecrets(message as object, this.call.method.path);
    this.#messages.push({ direction, time, message: kept });
    return sizeOf(kept);
  }

  forgetOldest(): void {
    this.#messages.shift();
    this.#droppedMessages += 1;
  }

  end(time: number, refusal: RpcError | undefined): void {
    this.#endTime = time;
    if (refusal !== undefined) this.#error = { code: refusal.code, text: refusal.message };
  }

  /** The call as it is now. */
  record<T extends MethodTypes>(): CallRecord<T> {
    const { method, transport } = this.call;
    const messages = this.#messages.map((recorded) => this.#decoded<T>(recorded));
    const first = (direction: "request" | "response") =>
      messages.find((message) => message.direction === direction)?.message;
    return {
      seq: this.#seq,
      time: this.#time,
      endTime: this.#endTime,
      method: method.name,
      path: method.path,
      transport,
      peer: this.#peer,
      request: this.#droppedMessages === 0 ? first("request") : undefined,
      response: this.#droppedMessages === 0 ? first("response") : undefined,
      error: this.#error,
      messages,
      droppedMessages: this.#droppedMessages,
    };
  }

  /** Handlers answer with what encoders take; who asserts wants what a client gets. */
  #decoded<T extends MethodTypes>({ direction, time, message }: Recorded): RecordedMessage<T> {
    if (direction === "request") return { direction, time, message };
    const { encodeResponse, decodeResponse } = this.call.method;
    return { direction, time, message: decodeResponse(encodeResponse(message)) };
  }
}

const secrets: readonly string[] = ["password", "hashedPassword", "token"];

function withoutSecrets(message: object, path: string): object {
  if (!path.startsWith("/etcdserverpb.Auth/")) return message;
  const isSecret = ([name, value]: [string, unknown]) => secrets.includes(name) && value !== "";
  return Object.fromEntries(
    Object.entries(message).map((field) => (isSecret(field) ? [field[0], "(not kept)"] : field)),
  );
}

/** What a field takes besides its bytes. */
const fieldBytes = 16;

function sizeOf(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (value instanceof Uint8Array) return value.length;
  if (typeof value !== "object" || value === null) return 0;
  let bytes = 0;
  for (const part of Object.values(value)) bytes += fieldBytes + sizeOf(part);
  return bytes;
}
