import type { StatusCode } from "@leaderlab/rpc";

/*
 * What travels between a client and a simulated lnd: the calls of gRPC, each message in its bytes. `call` counts a
 * client's calls, as HTTP/2 counts its streams.
 */

/** What a client sends. */
export type RpcRequest =
  | {
      readonly call: number;
      readonly path: string;
      readonly body: Uint8Array;
      readonly metadata: Readonly<Record<string, string>>;
    }
  | { readonly call: number; readonly cancel: true };

/** What comes back: messages, then an end or a refusal. */
export type RpcReply =
  | { readonly call: number; readonly body: Uint8Array }
  | { readonly call: number; readonly end: true }
  | {
      readonly call: number;
      readonly refused: { readonly code: StatusCode; readonly text: string };
    };
