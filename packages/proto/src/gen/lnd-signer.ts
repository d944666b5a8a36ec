// Written by `npm run gen` from protos/; do not edit.

export type SignMethod = "SIGN_METHOD_WITNESS_V0" | "SIGN_METHOD_TAPROOT_KEY_SPEND_BIP0086" | "SIGN_METHOD_TAPROOT_KEY_SPEND" | "SIGN_METHOD_TAPROOT_SCRIPT_SPEND";

export type MuSig2Version = "MUSIG2_VERSION_UNDEFINED" | "MUSIG2_VERSION_V040" | "MUSIG2_VERSION_V100RC2";

export interface KeyLocator {
  key_family: number;
  key_index: number;
}
export interface KeyLocatorInput {
  key_family?: number | undefined;
  key_index?: number | undefined;
}

export interface KeyDescriptor {
  raw_key_bytes: Buffer;
  key_loc: KeyLocator | null;
}
export interface KeyDescriptorInput {
  raw_key_bytes?: Uint8Array | undefined;
  key_loc?: KeyLocatorInput | undefined;
}

export interface TxOut {
  value: string;
  pk_script: Buffer;
}
export interface TxOutInput {
  value?: string | number | undefined;
  pk_script?: Uint8Array | undefined;
}

export interface SignDescriptor {
  key_desc: KeyDescriptor | null;
  single_tweak: Buffer;
  double_tweak: Buffer;
  tap_tweak: Buffer;
  witness_script: Buffer;
  output: TxOut | null;
  sighash: number;
  input_index: number;
  sign_method: SignMethod;
}
export interface SignDescriptorInput {
  key_desc?: KeyDescriptorInput | undefined;
  single_tweak?: Uint8Array | undefined;
  double_tweak?: Uint8Array | undefined;
  tap_tweak?: Uint8Array | undefined;
  witness_script?: Uint8Array | undefined;
  output?: TxOutInput | undefined;
  sighash?: number | undefined;
  input_index?: number | undefined;
  sign_method?: SignMethod | undefined;
}

export interface SignReq {
  raw_tx_bytes: Buffer;
  sign_descs: SignDescriptor[];
  prev_outputs: TxOut[];
}
export interface SignReqInput {
  raw_tx_bytes?: Uint8Array | undefined;
  sign_descs?: readonly SignDescriptorInput[] | undefined;
  prev_outputs?: readonly TxOutInput[] | undefined;
}

export interface SignResp {
  raw_sigs: Buffer[];
}
export interface SignRespInput {
  raw_sigs?: readonly Uint8Array[] | undefined;
}

export interface InputScript {
  witness: Buffer[];
  sig_script: Buffer;
}
export interface InputScriptInput {
  witness?: readonly Uint8Array[] | undefined;
  sig_script?: Uint8Array | undefined;
}

export interface InputScriptResp {
  input_scripts: InputScript[];
}
export interface InputScriptRespInput {
  input_scripts?: readonly InputScriptInput[] | undefined;
}

export interface SignMessageReq {
  msg: Buffer;
  key_loc: KeyLocator | null;
  double_hash: boolean;
  compact_sig: boolean;
  schnorr_sig: boolean;
  schnorr_sig_tap_tweak: Buffer;
  tag: Buffer;
}
export interface SignMessageReqInput {
  msg?: Uint8Array | undefined;
  key_loc?: KeyLocatorInput | undefined;
  double_hash?: boolean | undefined;
  compact_sig?: boolean | undefined;
  schnorr_sig?: boolean | undefined;
  schnorr_sig_tap_tweak?: Uint8Array | undefined;
  tag?: Uint8Array | undefined;
}

export interface SignMessageResp {
  signature: Buffer;
}
export interface SignMessageRespInput {
  signature?: Uint8Array | undefined;
}

export interface VerifyMessageReq {
  msg: Buffer;
  signature: Buffer;
  pubkey: Buffer;
  is_schnorr_sig: boolean;
  tag: Buffer;
}
export interface VerifyMessageReqInput {
  msg?: Uint8Array | undefined;
  signature?: Uint8Array | undefined;
  pubkey?: Uint8Array | undefined;
  is_schnorr_sig?: boolean | undefined;
  tag?: Uint8Array | undefined;
}

export interface VerifyMessageResp {
  valid: boolean;
}
export interface VerifyMessageRespInput {
  valid?: boolean | undefined;
}

export interface SharedKeyRequest {
  ephemeral_pubkey: Buffer;
  key_loc: KeyLocator | null;
  key_desc: KeyDescriptor | null;
}
export interface SharedKeyRequestInput {
  ephemeral_pubkey?: Uint8Array | undefined;
  key_loc?: KeyLocatorInput | undefined;
  key_desc?: KeyDescriptorInput | undefined;
}

export interface SharedKeyResponse {
  shared_key: Buffer;
}
export interface SharedKeyResponseInput {
  shared_key?: Uint8Array | undefined;
}

export interface TweakDesc {
  tweak: Buffer;
  is_x_only: boolean;
}
export interface TweakDescInput {
  tweak?: Uint8Array | undefined;
  is_x_only?: boolean | undefined;
}

export interface TaprootTweakDesc {
  script_root: Buffer;
  key_spend_only: boolean;
}
export interface TaprootTweakDescInput {
  script_root?: Uint8Array | undefined;
  key_spend_only?: boolean | undefined;
}

export interface MuSig2CombineKeysRequest {
  all_signer_pubkeys: Buffer[];
  tweaks: TweakDesc[];
  taproot_tweak: TaprootTweakDesc | null;
  version: MuSig2Version;
}
export interface MuSig2CombineKeysRequestInput {
  all_signer_pubkeys?: readonly Uint8Array[] | undefined;
  tweaks?: readonly TweakDescInput[] | undefined;
  taproot_tweak?: TaprootTweakDescInput | undefined;
  version?: MuSig2Version | undefined;
}

export interface MuSig2CombineKeysResponse {
  combined_key: Buffer;
  taproot_internal_key: Buffer;
  version: MuSig2Version;
}
export interface MuSig2CombineKeysResponseInput {
  combined_key?: Uint8Array | undefined;
  taproot_internal_key?: Uint8Array | undefined;
  version?: MuSig2Version | undefined;
}

export interface MuSig2SessionRequest {
  key_loc: KeyLocator | null;
  all_signer_pubkeys: Buffer[];
  other_signer_public_nonces: Buffer[];
  tweaks: TweakDesc[];
  taproot_tweak: TaprootTweakDesc | null;
  version: MuSig2Version;
  pregenerated_local_nonce: Buffer;
}
export interface MuSig2SessionRequestInput {
  key_loc?: KeyLocatorInput | undefined;
  all_signer_pubkeys?: readonly Uint8Array[] | undefined;
  other_signer_public_nonces?: readonly Uint8Array[] | undefined;
  tweaks?: readonly TweakDescInput[] | undefined;
  taproot_tweak?: TaprootTweakDescInput | undefined;
  version?: MuSig2Version | undefined;
  pregenerated_local_nonce?: Uint8Array | undefined;
}

export interface MuSig2SessionResponse {
  session_id: Buffer;
  combined_key: Buffer;
  taproot_internal_key: Buffer;
  local_public_nonces: Buffer;
  have_all_nonces: boolean;
  version: MuSig2Version;
}
export interface MuSig2SessionResponseInput {
  session_id?: Uint8Array | undefined;
  combined_key?: Uint8Array | undefined;
  taproot_internal_key?: Uint8Array | undefined;
  local_public_nonces?: Uint8Array | undefined;
  have_all_nonces?: boolean | undefined;
  version?: MuSig2Version | undefined;
}

export interface MuSig2RegisterNoncesRequest {
  session_id: Buffer;
  other_signer_public_nonces: Buffer[];
}
export interface MuSig2RegisterNoncesRequestInput {
  session_id?: Uint8Array | undefined;
  other_signer_public_nonces?: readonly Uint8Array[] | undefined;
}

export interface MuSig2RegisterNoncesResponse {
  have_all_nonces: boolean;
}
export interface MuSig2RegisterNoncesResponseInput {
  have_all_nonces?: boolean | undefined;
}

export interface MuSig2RegisterCombinedNonceRequest {
  session_id: Buffer;
  combined_public_nonce: Buffer;
}
export interface MuSig2RegisterCombinedNonceRequestInput {
  session_id?: Uint8Array | undefined;
  combined_public_nonce?: Uint8Array | undefined;
}

export interface MuSig2RegisterCombinedNonceResponse {

}
export interface MuSig2RegisterCombinedNonceResponseInput {

}

export interface MuSig2GetCombinedNonceRequest {
  session_id: Buffer;
}
export interface MuSig2GetCombinedNonceRequestInput {
  session_id?: Uint8Array | undefined;
}

export interface MuSig2GetCombinedNonceResponse {
  combined_public_nonce: Buffer;
}
export interface MuSig2GetCombinedNonceResponseInput {
  combined_public_nonce?: Uint8Array | undefined;
}

export interface MuSig2SignRequest {
  session_id: Buffer;
  message_digest: Buffer;
  cleanup: boolean;
}
export interface MuSig2SignRequestInput {
  session_id?: Uint8Array | undefined;
  message_digest?: Uint8Array | undefined;
  cleanup?: boolean | undefined;
}

export interface MuSig2SignResponse {
  local_partial_signature: Buffer;
}
export interface MuSig2SignResponseInput {
  local_partial_signature?: Uint8Array | undefined;
}

export interface MuSig2CombineSigRequest {
  session_id: Buffer;
  other_partial_signatures: Buffer[];
}
export interface MuSig2CombineSigRequestInput {
  session_id?: Uint8Array | undefined;
  other_partial_signatures?: readonly Uint8Array[] | undefined;
}

export interface MuSig2CombineSigResponse {
  have_all_signatures: boolean;
  final_signature: Buffer;
}
export interface MuSig2CombineSigResponseInput {
  have_all_signatures?: boolean | undefined;
  final_signature?: Uint8Array | undefined;
}

export interface MuSig2CleanupRequest {
  session_id: Buffer;
}
export interface MuSig2CleanupRequestInput {
  session_id?: Uint8Array | undefined;
}

export interface MuSig2CleanupResponse {

}
export interface MuSig2CleanupResponseInput {

}

/** signrpc.Signer */
export interface SignerService {
  SignOutputRaw: {
    kind: "unary";
    request: SignReq;
    requestInput: SignReqInput;
    response: SignResp;
    responseInput: SignRespInput;
  };
  ComputeInputScript: {
    kind: "unary";
    request: SignReq;
    requestInput: SignReqInput;
    response: InputScriptResp;
    responseInput: InputScriptRespInput;
  };
  SignMessage: {
    kind: "unary";
    request: SignMessageReq;
    requestInput: SignMessageReqInput;
    response: SignMessageResp;
    responseInput: SignMessageRespInput;
  };
  VerifyMessage: {
    kind: "unary";
    request: VerifyMessageReq;
    requestInput: VerifyMessageReqInput;
    response: VerifyMessageResp;
    responseInput: VerifyMessageRespInput;
  };
  DeriveSharedKey: {
    kind: "unary";
    request: SharedKeyRequest;
    requestInput: SharedKeyRequestInput;
    response: SharedKeyResponse;
    responseInput: SharedKeyResponseInput;
  };
  MuSig2CombineKeys: {
    kind: "unary";
    request: MuSig2CombineKeysRequest;
    requestInput: MuSig2CombineKeysRequestInput;
    response: MuSig2CombineKeysResponse;
    responseInput: MuSig2CombineKeysResponseInput;
  };
  MuSig2CreateSession: {
    kind: "unary";
    request: MuSig2SessionRequest;
    requestInput: MuSig2SessionRequestInput;
    response: MuSig2SessionResponse;
    responseInput: MuSig2SessionResponseInput;
  };
  MuSig2RegisterNonces: {
    kind: "unary";
    request: MuSig2RegisterNoncesRequest;
    requestInput: MuSig2RegisterNoncesRequestInput;
    response: MuSig2RegisterNoncesResponse;
    responseInput: MuSig2RegisterNoncesResponseInput;
  };
  MuSig2RegisterCombinedNonce: {
    kind: "unary";
    request: MuSig2RegisterCombinedNonceRequest;
    requestInput: MuSig2RegisterCombinedNonceRequestInput;
    response: MuSig2RegisterCombinedNonceResponse;
    responseInput: MuSig2RegisterCombinedNonceResponseInput;
  };
  MuSig2GetCombinedNonce: {
    kind: "unary";
    request: MuSig2GetCombinedNonceRequest;
    requestInput: MuSig2GetCombinedNonceRequestInput;
    response: MuSig2GetCombinedNonceResponse;
    responseInput: MuSig2GetCombinedNonceResponseInput;
  };
  MuSig2Sign: {
    kind: "unary";
    request: MuSig2SignRequest;
    requestInput: MuSig2SignRequestInput;
    response: MuSig2SignResponse;
    responseInput: MuSig2SignResponseInput;
  };
  MuSig2CombineSig: {
    kind: "unary";
    request: MuSig2CombineSigRequest;
    requestInput: MuSig2CombineSigRequestInput;
    response: MuSig2CombineSigResponse;
    responseInput: MuSig2CombineSigResponseInput;
  };
  MuSig2Cleanup: {
    kind: "unary";
    request: MuSig2CleanupRequest;
    requestInput: MuSig2CleanupRequestInput;
    response: MuSig2CleanupResponse;
    responseInput: MuSig2CleanupResponseInput;
  };
}
