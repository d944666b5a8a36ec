import type { MethodTypes } from "@leaderlab/proto";
import type { Call, StatusCode } from "@leaderlab/rpc";

/** A message as it was decoded. Passwords and tokens of the Auth service are not kept. */
export type RecordedMessage<T extends MethodTypes = MethodTypes> =
  | { readonly direction: "request"; readonly time: number; readonly message: T["request"] }
  | { readonly direction: "response"; readonly time: number; readonly message: T["response"] };

/** A call as it was seen from the outside: with what faults and refusals made of it. */
export interface CallRecord<T extends MethodTypes = MethodTypes> {
  /** 1 for the first call since the start. */
  readonly seq: number;
  /** When it began and ended, by the server's clock, in milliseconds since 1970; it has no end while it is open. */
  readonly time: number;
  readonly endTime: number | undefined;
  /** `Put` */
  readonly method: string;
  /** `/etcdserverpb.KV/Put` */
  readonly path: string;
  readonly transport: Call["transport"];
  /** `127.0.0.1:50000` */
  readonly peer: string;
  /** The first request and the first response; undefined when there was none, or it is gone. */
  readonly request: T["request"] | undefined;
  readonly response: T["response"] | undefined;
  /** The refusal, if it ended with one. A client that left a stream ended it with CANCELLED. */
  readonly error: { readonly code: StatusCode; readonly text: string } | undefined;
  /** Every message that is kept, both ways, in their order. */
  readonly messages: readonly RecordedMessage<T>[];
  /** How many messages were kept once and are gone. */
  readonly droppedMessages: number;
}
