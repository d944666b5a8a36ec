import type {
  DeleteRangeResult,
  KeyRange,
  Lease,
  LeaseId,
  RangeRequest,
  RangeResult,
  StatusCode,
  TxnRequest,
  TxnResult,
  WatchResult,
} from "@leaderlab/election";

/*
 * What travels between a client and the simulated etcd: the calls of gRPC without its bytes. `call` counts a client's
 * calls, as HTTP/2 counts its streams.
 */

/** What a unary call asks. */
export type EtcdQuestion =
  | { readonly method: "Range"; readonly request: RangeRequest }
  | { readonly method: "Txn"; readonly request: TxnRequest }
  | { readonly method: "DeleteRange"; readonly request: KeyRange }
  | { readonly method: "LeaseGrant"; readonly request: { readonly ttlSeconds: number } }
  | { readonly method: "LeaseRevoke"; readonly request: { readonly lease: LeaseId } };

/** A request to etcd. */
export type EtcdRequest = { readonly call: number } & (
  | EtcdQuestion
  | {
      readonly method: "Watch";
      readonly request: { readonly range: KeyRange; readonly startRevision: number };
    }
  | { readonly method: "LeaseKeepAlive"; readonly request: { readonly lease: LeaseId } }
  /** The client is not interested any more. */
  | { readonly method: "cancel" }
);

/** What etcd answers a unary call with. */
export type EtcdAnswer =
  | RangeResult
  | TxnResult
  | DeleteRangeResult
  | Lease
  | Record<string, never>;

/** What comes back: an answer, a message of a stream, or a refusal, with which the call is over. */
export type EtcdReply = { readonly call: number } & (
  | { readonly answer: EtcdAnswer }
  | { readonly watched: WatchResult }
  | { readonly ttlSeconds: number }
  | { readonly refused: { readonly code: StatusCode; readonly text: string } }
);
