// Written by `npm run gen` from protos/; do not edit.

export interface GetBlockRequest {
  block_hash: Buffer;
}
export interface GetBlockRequestInput {
  block_hash?: Uint8Array | undefined;
}

export interface GetBlockResponse {
  raw_block: Buffer;
}
export interface GetBlockResponseInput {
  raw_block?: Uint8Array | undefined;
}

export interface GetBlockHeaderRequest {
  block_hash: Buffer;
}
export interface GetBlockHeaderRequestInput {
  block_hash?: Uint8Array | undefined;
}

export interface GetBlockHeaderResponse {
  raw_block_header: Buffer;
}
export interface GetBlockHeaderResponseInput {
  raw_block_header?: Uint8Array | undefined;
}

export interface GetBestBlockRequest {

}
export interface GetBestBlockRequestInput {

}

export interface GetBestBlockResponse {
  block_hash: Buffer;
  block_height: number;
}
export interface GetBestBlockResponseInput {
  block_hash?: Uint8Array | undefined;
  block_height?: number | undefined;
}

export interface GetBlockHashRequest {
  block_height: string;
}
export interface GetBlockHashRequestInput {
  block_height?: string | number | undefined;
}

export interface GetBlockHashResponse {
  block_hash: Buffer;
}
export interface GetBlockHashResponseInput {
  block_hash?: Uint8Array | undefined;
}

export interface ConfRequest {
  txid: Buffer;
  script: Buffer;
  num_confs: number;
  height_hint: number;
  include_block: boolean;
}
export interface ConfRequestInput {
  txid?: Uint8Array | undefined;
  script?: Uint8Array | undefined;
  num_confs?: number | undefined;
  height_hint?: number | undefined;
  include_block?: boolean | undefined;
}

export interface ConfDetails {
  raw_tx: Buffer;
  block_hash: Buffer;
  block_height: number;
  tx_index: number;
  raw_block: Buffer;
}
export interface ConfDetailsInput {
  raw_tx?: Uint8Array | undefined;
  block_hash?: Uint8Array | undefined;
  block_height?: number | undefined;
  tx_index?: number | undefined;
  raw_block?: Uint8Array | undefined;
}

export interface Reorg {

}
export interface ReorgInput {

}

export interface ConfEvent {
  conf?: ConfDetails;
  reorg?: Reorg;
  /** Which of the oneof's fields is set. */
  event?: "conf" | "reorg";
}
export interface ConfEventInput {
  conf?: ConfDetailsInput | undefined;
  reorg?: ReorgInput | undefined;
}

export interface Outpoint {
  hash: Buffer;
  index: number;
}
export interface OutpointInput {
  hash?: Uint8Array | undefined;
  index?: number | undefined;
}

export interface SpendRequest {
  outpoint: Outpoint | null;
  script: Buffer;
  height_hint: number;
}
export interface SpendRequestInput {
  outpoint?: OutpointInput | undefined;
  script?: Uint8Array | undefined;
  height_hint?: number | undefined;
}

export interface SpendDetails {
  spending_outpoint: Outpoint | null;
  raw_spending_tx: Buffer;
  spending_tx_hash: Buffer;
  spending_input_index: number;
  spending_height: number;
}
export interface SpendDetailsInput {
  spending_outpoint?: OutpointInput | undefined;
  raw_spending_tx?: Uint8Array | undefined;
  spending_tx_hash?: Uint8Array | undefined;
  spending_input_index?: number | undefined;
  spending_height?: number | undefined;
}

export interface SpendEvent {
  spend?: SpendDetails;
  reorg?: Reorg;
  /** Which of the oneof's fields is set. */
  event?: "spend" | "reorg";
}
export interface SpendEventInput {
  spend?: SpendDetailsInput | undefined;
  reorg?: ReorgInput | undefined;
}

export interface BlockEpoch {
  hash: Buffer;
  height: number;
}
export interface BlockEpochInput {
  hash?: Uint8Array | undefined;
  height?: number | undefined;
}

/** chainrpc.ChainKit */
export interface ChainKitService {
  GetBlock: {
    kind: "unary";
    request: GetBlockRequest;
    requestInput: GetBlockRequestInput;
    response: GetBlockResponse;
    responseInput: GetBlockResponseInput;
  };
  GetBlockHeader: {
    kind: "unary";
    request: GetBlockHeaderRequest;
    requestInput: GetBlockHeaderRequestInput;
    response: GetBlockHeaderResponse;
    responseInput: GetBlockHeaderResponseInput;
  };
  GetBestBlock: {
    kind: "unary";
    request: GetBestBlockRequest;
    requestInput: GetBestBlockRequestInput;
    response: GetBestBlockResponse;
    responseInput: GetBestBlockResponseInput;
  };
  GetBlockHash: {
    kind: "unary";
    request: GetBlockHashRequest;
    requestInput: GetBlockHashRequestInput;
    response: GetBlockHashResponse;
    responseInput: GetBlockHashResponseInput;
  };
}

/** chainrpc.ChainNotifier */
export interface ChainNotifierService {
  RegisterConfirmationsNtfn: {
    kind: "serverStream";
    request: ConfRequest;
    requestInput: ConfRequestInput;
    response: ConfEvent;
    responseInput: ConfEventInput;
  };
  RegisterSpendNtfn: {
    kind: "serverStream";
    request: SpendRequest;
    requestInput: SpendRequestInput;
    response: SpendEvent;
    responseInput: SpendEventInput;
  };
  RegisterBlockEpochNtfn: {
    kind: "serverStream";
    request: BlockEpoch;
    requestInput: BlockEpochInput;
    response: BlockEpoch;
    responseInput: BlockEpochInput;
  };
}
