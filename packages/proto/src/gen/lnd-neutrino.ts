// Written by `npm run gen` from protos/; do not edit.

export interface StatusRequest {

}
export interface StatusRequestInput {

}

export interface StatusResponse {
  active: boolean;
  synced: boolean;
  block_height: number;
  block_hash: string;
  peers: string[];
}
export interface StatusResponseInput {
  active?: boolean | undefined;
  synced?: boolean | undefined;
  block_height?: number | undefined;
  block_hash?: string | undefined;
  peers?: readonly string[] | undefined;
}

export interface AddPeerRequest {
  peer_addrs: string;
}
export interface AddPeerRequestInput {
  peer_addrs?: string | undefined;
}

export interface AddPeerResponse {

}
export interface AddPeerResponseInput {

}

export interface DisconnectPeerRequest {
  peer_addrs: string;
}
export interface DisconnectPeerRequestInput {
  peer_addrs?: string | undefined;
}

export interface DisconnectPeerResponse {

}
export interface DisconnectPeerResponseInput {

}

export interface IsBannedRequest {
  peer_addrs: string;
}
export interface IsBannedRequestInput {
  peer_addrs?: string | undefined;
}

export interface IsBannedResponse {
  banned: boolean;
}
export interface IsBannedResponseInput {
  banned?: boolean | undefined;
}

export interface GetBlockHeaderRequest {
  hash: string;
}
export interface GetBlockHeaderRequestInput {
  hash?: string | undefined;
}

export interface GetBlockHeaderResponse {
  hash: string;
  confirmations: string;
  stripped_size: string;
  size: string;
  weight: string;
  height: number;
  version: number;
  version_hex: string;
  merkleroot: string;
  time: string;
  nonce: number;
  bits: string;
  ntx: number;
  previous_block_hash: string;
  raw_hex: Buffer;
}
export interface GetBlockHeaderResponseInput {
  hash?: string | undefined;
  confirmations?: string | number | undefined;
  stripped_size?: string | number | undefined;
  size?: string | number | undefined;
  weight?: string | number | undefined;
  height?: number | undefined;
  version?: number | undefined;
  version_hex?: string | undefined;
  merkleroot?: string | undefined;
  time?: string | number | undefined;
  nonce?: number | undefined;
  bits?: string | undefined;
  ntx?: number | undefined;
  previous_block_hash?: string | undefined;
  raw_hex?: Uint8Array | undefined;
}

export interface GetBlockRequest {
  hash: string;
}
export interface GetBlockRequestInput {
  hash?: string | undefined;
}

export interface GetBlockResponse {
  hash: string;
  confirmations: string;
  stripped_size: string;
  size: string;
  weight: string;
  height: number;
  version: number;
  version_hex: string;
  merkleroot: string;
  tx: string[];
  time: string;
  nonce: number;
  bits: string;
  ntx: number;
  previous_block_hash: string;
  raw_hex: Buffer;
}
export interface GetBlockResponseInput {
  hash?: string | undefined;
  confirmations?: string | number | undefined;
  stripped_size?: string | number | undefined;
  size?: string | number | undefined;
  weight?: string | number | undefined;
  height?: number | undefined;
  version?: number | undefined;
  version_hex?: string | undefined;
  merkleroot?: string | undefined;
  tx?: readonly string[] | undefined;
  time?: string | number | undefined;
  nonce?: number | undefined;
  bits?: string | undefined;
  ntx?: number | undefined;
  previous_block_hash?: string | undefined;
  raw_hex?: Uint8Array | undefined;
}

export interface GetCFilterRequest {
  hash: string;
}
export interface GetCFilterRequestInput {
  hash?: string | undefined;
}

export interface GetCFilterResponse {
  filter: Buffer;
}
export interface GetCFilterResponseInput {
  filter?: Uint8Array | undefined;
}

export interface GetBlockHashRequest {
  height: number;
}
export interface GetBlockHashRequestInput {
  height?: number | undefined;
}

export interface GetBlockHashResponse {
  hash: string;
}
export interface GetBlockHashResponseInput {
  hash?: string | undefined;
}

/** neutrinorpc.NeutrinoKit */
export interface NeutrinoKitService {
  Status: {
    kind: "unary";
    request: StatusRequest;
    requestInput: StatusRequestInput;
    response: StatusResponse;
    responseInput: StatusResponseInput;
  };
  AddPeer: {
    kind: "unary";
    request: AddPeerRequest;
    requestInput: AddPeerRequestInput;
    response: AddPeerResponse;
    responseInput: AddPeerResponseInput;
  };
  DisconnectPeer: {
    kind: "unary";
    request: DisconnectPeerRequest;
    requestInput: DisconnectPeerRequestInput;
    response: DisconnectPeerResponse;
    responseInput: DisconnectPeerResponseInput;
  };
  IsBanned: {
    kind: "unary";
    request: IsBannedRequest;
    requestInput: IsBannedRequestInput;
    response: IsBannedResponse;
    responseInput: IsBannedResponseInput;
  };
  GetBlockHeader: {
    kind: "unary";
    request: GetBlockHeaderRequest;
    requestInput: GetBlockHeaderRequestInput;
    response: GetBlockHeaderResponse;
    responseInput: GetBlockHeaderResponseInput;
  };
  GetBlock: {
    kind: "unary";
    request: GetBlockRequest;
    requestInput: GetBlockRequestInput;
    response: GetBlockResponse;
    responseInput: GetBlockResponseInput;
  };
  GetCFilter: {
    kind: "unary";
    request: GetCFilterRequest;
    requestInput: GetCFilterRequestInput;
    response: GetCFilterResponse;
    responseInput: GetCFilterResponseInput;
  };
  GetBlockHash: {
    kind: "unary";
    request: GetBlockHashRequest;
    requestInput: GetBlockHashRequestInput;
    response: GetBlockHashResponse;
    responseInput: GetBlockHashResponseInput;
  };
}
