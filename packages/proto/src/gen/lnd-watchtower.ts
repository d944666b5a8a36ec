// Written by `npm run gen` from protos/; do not edit.

export interface GetInfoRequest {

}
export interface GetInfoRequestInput {

}

export interface GetInfoResponse {
  pubkey: Buffer;
  listeners: string[];
  uris: string[];
}
export interface GetInfoResponseInput {
  pubkey?: Uint8Array | undefined;
  listeners?: readonly string[] | undefined;
  uris?: readonly string[] | undefined;
}

/** watchtowerrpc.Watchtower */
export interface WatchtowerService {
  GetInfo: {
    kind: "unary";
    request: GetInfoRequest;
    requestInput: GetInfoRequestInput;
    response: GetInfoResponse;
    responseInput: GetInfoResponseInput;
  };
}
