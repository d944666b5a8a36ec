// Written by `npm run gen` from protos/; do not edit.

import type * as lnd from "./lnd.ts";
import type * as lndSigner from "./lnd-signer.ts";

export type AddressType = "UNKNOWN" | "WITNESS_PUBKEY_HASH" | "NESTED_WITNESS_PUBKEY_HASH" | "HYBRID_NESTED_WITNESS_PUBKEY_HASH" | "TAPROOT_PUBKEY";

export type WitnessType = "UNKNOWN_WITNESS" | "COMMITMENT_TIME_LOCK" | "COMMITMENT_NO_DELAY" | "COMMITMENT_REVOKE" | "HTLC_OFFERED_REVOKE" | "HTLC_ACCEPTED_REVOKE" | "HTLC_OFFERED_TIMEOUT_SECOND_LEVEL" | "HTLC_ACCEPTED_SUCCESS_SECOND_LEVEL" | "HTLC_OFFERED_REMOTE_TIMEOUT" | "HTLC_ACCEPTED_REMOTE_SUCCESS" | "HTLC_SECOND_LEVEL_REVOKE" | "WITNESS_KEY_HASH" | "NESTED_WITNESS_KEY_HASH" | "COMMITMENT_ANCHOR" | "COMMITMENT_NO_DELAY_TWEAKLESS" | "COMMITMENT_TO_REMOTE_CONFIRMED" | "HTLC_OFFERED_TIMEOUT_SECOND_LEVEL_INPUT_CONFIRMED" | "HTLC_ACCEPTED_SUCCESS_SECOND_LEVEL_INPUT_CONFIRMED" | "LEASE_COMMITMENT_TIME_LOCK" | "LEASE_COMMITMENT_TO_REMOTE_CONFIRMED" | "LEASE_HTLC_OFFERED_TIMEOUT_SECOND_LEVEL" | "LEASE_HTLC_ACCEPTED_SUCCESS_SECOND_LEVEL" | "TAPROOT_PUB_KEY_SPEND" | "TAPROOT_LOCAL_COMMIT_SPEND" | "TAPROOT_REMOTE_COMMIT_SPEND" | "TAPROOT_ANCHOR_SWEEP_SPEND" | "TAPROOT_HTLC_OFFERED_TIMEOUT_SECOND_LEVEL" | "TAPROOT_HTLC_ACCEPTED_SUCCESS_SECOND_LEVEL" | "TAPROOT_HTLC_SECOND_LEVEL_REVOKE" | "TAPROOT_HTLC_ACCEPTED_REVOKE" | "TAPROOT_HTLC_OFFERED_REVOKE" | "TAPROOT_HTLC_OFFERED_REMOTE_TIMEOUT" | "TAPROOT_HTLC_LOCAL_OFFERED_TIMEOUT" | "TAPROOT_HTLC_ACCEPTED_REMOTE_SUCCESS" | "TAPROOT_HTLC_ACCEPTED_LOCAL_SUCCESS" | "TAPROOT_COMMITMENT_REVOKE" | "TAPROOT_LOCAL_COMMIT_SPEND_FINAL" | "TAPROOT_REMOTE_COMMIT_SPEND_FINAL" | "TAPROOT_HTLC_OFFERED_TIMEOUT_SECOND_LEVEL_FINAL" | "TAPROOT_HTLC_ACCEPTED_SUCCESS_SECOND_LEVEL_FINAL" | "TAPROOT_HTLC_OFFERED_REMOTE_TIMEOUT_FINAL" | "TAPROOT_HTLC_ACCEPTED_REMOTE_SUCCESS_FINAL" | "TAPROOT_COMMITMENT_REVOKE_FINAL";

export type ChangeAddressType = "CHANGE_ADDRESS_TYPE_UNSPECIFIED" | "CHANGE_ADDRESS_TYPE_P2TR";

export interface ListUnspentRequest {
  min_confs: number;
  max_confs: number;
  account: string;
  unconfirmed_only: boolean;
}
export interface ListUnspentRequestInput {
  min_confs?: number | undefined;
  max_confs?: number | undefined;
  account?: string | undefined;
  unconfirmed_only?: boolean | undefined;
}

export interface ListUnspentResponse {
  utxos: lnd.Utxo[];
}
export interface ListUnspentResponseInput {
  utxos?: readonly lnd.UtxoInput[] | undefined;
}

export interface LeaseOutputRequest {
  id: Buffer;
  outpoint: lnd.OutPoint | null;
  expiration_seconds: string;
}
export interface LeaseOutputRequestInput {
  id?: Uint8Array | undefined;
  outpoint?: lnd.OutPointInput | undefined;
  expiration_seconds?: string | number | undefined;
}

export interface LeaseOutputResponse {
  expiration: string;
}
export interface LeaseOutputResponseInput {
  expiration?: string | number | undefined;
}

export interface ReleaseOutputRequest {
  id: Buffer;
  outpoint: lnd.OutPoint | null;
}
export interface ReleaseOutputRequestInput {
  id?: Uint8Array | undefined;
  outpoint?: lnd.OutPointInput | undefined;
}

export interface ReleaseOutputResponse {
  status: string;
}
export interface ReleaseOutputResponseInput {
  status?: string | undefined;
}

export interface KeyReq {
  key_finger_print: number;
  key_family: number;
}
export interface KeyReqInput {
  key_finger_print?: number | undefined;
  key_family?: number | undefined;
}

export interface AddrRequest {
  account: string;
  type: AddressType;
  change: boolean;
}
export interface AddrRequestInput {
  account?: string | undefined;
  type?: AddressType | undefined;
  change?: boolean | undefined;
}

export interface AddrResponse {
  addr: string;
}
export interface AddrResponseInput {
  addr?: string | undefined;
}

export interface Account {
  name: string;
  address_type: AddressType;
  extended_public_key: string;
  master_key_fingerprint: Buffer;
  derivation_path: string;
  external_key_count: number;
  internal_key_count: number;
  watch_only: boolean;
}
export interface AccountInput {
  name?: string | undefined;
  address_type?: AddressType | undefined;
  extended_public_key?: string | undefined;
  master_key_fingerprint?: Uint8Array | undefined;
  derivation_path?: string | undefined;
  external_key_count?: number | undefined;
  internal_key_count?: number | undefined;
  watch_only?: boolean | undefined;
}

export interface AddressProperty {
  address: string;
  is_internal: boolean;
  balance: string;
  derivation_path: string;
  public_key: Buffer;
}
export interface AddressPropertyInput {
  address?: string | undefined;
  is_internal?: boolean | undefined;
  balance?: string | number | undefined;
  derivation_path?: string | undefined;
  public_key?: Uint8Array | undefined;
}

export interface AccountWithAddresses {
  name: string;
  address_type: AddressType;
  derivation_path: string;
  addresses: AddressProperty[];
}
export interface AccountWithAddressesInput {
  name?: string | undefined;
  address_type?: AddressType | undefined;
  derivation_path?: string | undefined;
  addresses?: readonly AddressPropertyInput[] | undefined;
}

export interface ListAccountsRequest {
  name: string;
  address_type: AddressType;
}
export interface ListAccountsRequestInput {
  name?: string | undefined;
  address_type?: AddressType | undefined;
}

export interface ListAccountsResponse {
  accounts: Account[];
}
export interface ListAccountsResponseInput {
  accounts?: readonly AccountInput[] | undefined;
}

export interface RequiredReserveRequest {
  additional_public_channels: number;
}
export interface RequiredReserveRequestInput {
  additional_public_channels?: number | undefined;
}

export interface RequiredReserveResponse {
  required_reserve: string;
}
export interface RequiredReserveResponseInput {
  required_reserve?: string | number | undefined;
}

export interface ListAddressesRequest {
  account_name: string;
  show_custom_accounts: boolean;
}
export interface ListAddressesRequestInput {
  account_name?: string | undefined;
  show_custom_accounts?: boolean | undefined;
}

export interface ListAddressesResponse {
  account_with_addresses: AccountWithAddresses[];
}
export interface ListAddressesResponseInput {
  account_with_addresses?: readonly AccountWithAddressesInput[] | undefined;
}

export interface GetTransactionRequest {
  txid: string;
}
export interface GetTransactionRequestInput {
  txid?: string | undefined;
}

export interface SignMessageWithAddrRequest {
  msg: Buffer;
  addr: string;
}
export interface SignMessageWithAddrRequestInput {
  msg?: Uint8Array | undefined;
  addr?: string | undefined;
}

export interface SignMessageWithAddrResponse {
  signature: string;
}
export interface SignMessageWithAddrResponseInput {
  signature?: string | undefined;
}

export interface VerifyMessageWithAddrRequest {
  msg: Buffer;
  signature: string;
  addr: string;
}
export interface VerifyMessageWithAddrRequestInput {
  msg?: Uint8Array | undefined;
  signature?: string | undefined;
  addr?: string | undefined;
}

export interface VerifyMessageWithAddrResponse {
  valid: boolean;
  pubkey: Buffer;
}
export interface VerifyMessageWithAddrResponseInput {
  valid?: boolean | undefined;
  pubkey?: Uint8Array | undefined;
}

export interface ImportAccountRequest {
  name: string;
  extended_public_key: string;
  master_key_fingerprint: Buffer;
  address_type: AddressType;
  dry_run: boolean;
}
export interface ImportAccountRequestInput {
  name?: string | undefined;
  extended_public_key?: string | undefined;
  master_key_fingerprint?: Uint8Array | undefined;
  address_type?: AddressType | undefined;
  dry_run?: boolean | undefined;
}

export interface ImportAccountResponse {
  account: Account | null;
  dry_run_external_addrs: string[];
  dry_run_internal_addrs: string[];
}
export interface ImportAccountResponseInput {
  account?: AccountInput | undefined;
  dry_run_external_addrs?: readonly string[] | undefined;
  dry_run_internal_addrs?: readonly string[] | undefined;
}

export interface ImportPublicKeyRequest {
  public_key: Buffer;
  address_type: AddressType;
}
export interface ImportPublicKeyRequestInput {
  public_key?: Uint8Array | undefined;
  address_type?: AddressType | undefined;
}

export interface ImportPublicKeyResponse {
  status: string;
}
export interface ImportPublicKeyResponseInput {
  status?: string | undefined;
}

export interface ImportTapscriptRequest {
  internal_public_key: Buffer;
  full_tree?: TapscriptFullTree;
  partial_reveal?: TapscriptPartialReveal;
  root_hash_only?: Buffer;
  full_key_only?: boolean;
  /** Which of the oneof's fields is set. */
  script?: "full_tree" | "partial_reveal" | "root_hash_only" | "full_key_only";
}
export interface ImportTapscriptRequestInput {
  internal_public_key?: Uint8Array | undefined;
  full_tree?: TapscriptFullTreeInput | undefined;
  partial_reveal?: TapscriptPartialRevealInput | undefined;
  root_hash_only?: Uint8Array | undefined;
  full_key_only?: boolean | undefined;
}

export interface TapscriptFullTree {
  all_leaves: TapLeaf[];
}
export interface TapscriptFullTreeInput {
  all_leaves?: readonly TapLeafInput[] | undefined;
}

export interface TapLeaf {
  leaf_version: number;
  script: Buffer;
}
export interface TapLeafInput {
  leaf_version?: number | undefined;
  script?: Uint8Array | undefined;
}

export interface TapscriptPartialReveal {
  revealed_leaf: TapLeaf | null;
  full_inclusion_proof: Buffer;
}
export interface TapscriptPartialRevealInput {
  revealed_leaf?: TapLeafInput | undefined;
  full_inclusion_proof?: Uint8Array | undefined;
}

export interface ImportTapscriptResponse {
  p2tr_address: string;
}
export interface ImportTapscriptResponseInput {
  p2tr_address?: string | undefined;
}

export interface Transaction {
  tx_hex: Buffer;
  label: string;
}
export interface TransactionInput {
  tx_hex?: Uint8Array | undefined;
  label?: string | undefined;
}

export interface PublishResponse {
  publish_error: string;
}
export interface PublishResponseInput {
  publish_error?: string | undefined;
}

export interface RemoveTransactionResponse {
  status: string;
}
export interface RemoveTransactionResponseInput {
  status?: string | undefined;
}

export interface SendOutputsRequest {
  sat_per_kw: string;
  outputs: lndSigner.TxOut[];
  label: string;
  min_confs: number;
  spend_unconfirmed: boolean;
  coin_selection_strategy: lnd.CoinSelectionStrategy;
}
export interface SendOutputsRequestInput {
  sat_per_kw?: string | number | undefined;
  outputs?: readonly lndSigner.TxOutInput[] | undefined;
  label?: string | undefined;
  min_confs?: number | undefined;
  spend_unconfirmed?: boolean | undefined;
  coin_selection_strategy?: lnd.CoinSelectionStrategy | undefined;
}

export interface SendOutputsResponse {
  raw_tx: Buffer;
}
export interface SendOutputsResponseInput {
  raw_tx?: Uint8Array | undefined;
}

export interface EstimateFeeRequest {
  conf_target: number;
}
export interface EstimateFeeRequestInput {
  conf_target?: number | undefined;
}

export interface EstimateFeeResponse {
  sat_per_kw: string;
  min_relay_fee_sat_per_kw: string;
}
export interface EstimateFeeResponseInput {
  sat_per_kw?: string | number | undefined;
  min_relay_fee_sat_per_kw?: string | number | undefined;
}

export interface PendingSweep {
  outpoint: lnd.OutPoint | null;
  witness_type: WitnessType;
  amount_sat: number;
  sat_per_byte: number;
  broadcast_attempts: number;
  next_broadcast_height: number;
  force: boolean;
  requested_conf_target: number;
  requested_sat_per_byte: number;
  sat_per_vbyte: string;
  requested_sat_per_vbyte: string;
  immediate: boolean;
  budget: string;
  deadline_height: number;
  maturity_height: number;
}
export interface PendingSweepInput {
  outpoint?: lnd.OutPointInput | undefined;
  witness_type?: WitnessType | undefined;
  amount_sat?: number | undefined;
  sat_per_byte?: number | undefined;
  broadcast_attempts?: number | undefined;
  next_broadcast_height?: number | undefined;
  force?: boolean | undefined;
  requested_conf_target?: number | undefined;
  requested_sat_per_byte?: number | undefined;
  sat_per_vbyte?: string | number | undefined;
  requested_sat_per_vbyte?: string | number | undefined;
  immediate?: boolean | undefined;
  budget?: string | number | undefined;
  deadline_height?: number | undefined;
  maturity_height?: number | undefined;
}

export interface PendingSweepsRequest {

}
export interface PendingSweepsRequestInput {

}

export interface PendingSweepsResponse {
  pending_sweeps: PendingSweep[];
}
export interface PendingSweepsResponseInput {
  pending_sweeps?: readonly PendingSweepInput[] | undefined;
}

export interface BumpFeeRequest {
  outpoint: lnd.OutPoint | null;
  target_conf: number;
  sat_per_byte: number;
  force: boolean;
  sat_per_vbyte: string;
  immediate: boolean;
  budget: string;
  deadline_delta: number;
}
export interface BumpFeeRequestInput {
  outpoint?: lnd.OutPointInput | undefined;
  target_conf?: number | undefined;
  sat_per_byte?: number | undefined;
  force?: boolean | undefined;
  sat_per_vbyte?: string | number | undefined;
  immediate?: boolean | undefined;
  budget?: string | number | undefined;
  deadline_delta?: number | undefined;
}

export interface BumpFeeResponse {
  status: string;
}
export interface BumpFeeResponseInput {
  status?: string | undefined;
}

export interface BumpForceCloseFeeRequest {
  chan_point: lnd.ChannelPoint | null;
  deadline_delta: number;
  starting_feerate: string;
  immediate: boolean;
  budget: string;
  target_conf: number;
}
export interface BumpForceCloseFeeRequestInput {
  chan_point?: lnd.ChannelPointInput | undefined;
  deadline_delta?: number | undefined;
  starting_feerate?: string | number | undefined;
  immediate?: boolean | undefined;
  budget?: string | number | undefined;
  target_conf?: number | undefined;
}

export interface BumpForceCloseFeeResponse {
  status: string;
}
export interface BumpForceCloseFeeResponseInput {
  status?: string | undefined;
}

export interface ListSweepsRequest {
  verbose: boolean;
  start_height: number;
}
export interface ListSweepsRequestInput {
  verbose?: boolean | undefined;
  start_height?: number | undefined;
}

export interface ListSweepsResponse {
  transaction_details?: lnd.TransactionDetails;
  transaction_ids?: ListSweepsResponse_TransactionIDs;
  /** Which of the oneof's fields is set. */
  sweeps?: "transaction_details" | "transaction_ids";
}
export interface ListSweepsResponseInput {
  transaction_details?: lnd.TransactionDetailsInput | undefined;
  transaction_ids?: ListSweepsResponse_TransactionIDsInput | undefined;
}

export interface ListSweepsResponse_TransactionIDs {
  transaction_ids: string[];
}
export interface ListSweepsResponse_TransactionIDsInput {
  transaction_ids?: readonly string[] | undefined;
}

export interface LabelTransactionRequest {
  txid: Buffer;
  label: string;
  overwrite: boolean;
}
export interface LabelTransactionRequestInput {
  txid?: Uint8Array | undefined;
  label?: string | undefined;
  overwrite?: boolean | undefined;
}

export interface LabelTransactionResponse {
  status: string;
}
export interface LabelTransactionResponseInput {
  status?: string | undefined;
}

export interface FundPsbtRequest {
  psbt?: Buffer;
  raw?: TxTemplate;
  coin_select?: PsbtCoinSelect;
  target_conf?: number;
  sat_per_vbyte?: string;
  sat_per_kw?: string;
  account: string;
  min_confs: number;
  spend_unconfirmed: boolean;
  change_type: ChangeAddressType;
  coin_selection_strategy: lnd.CoinSelectionStrategy;
  max_fee_ratio: number;
  custom_lock_id: Buffer;
  lock_expiration_seconds: string;
  /** Which of the oneof's fields is set. */
  template?: "psbt" | "raw" | "coin_select";
  /** Which of the oneof's fields is set. */
  fees?: "target_conf" | "sat_per_vbyte" | "sat_per_kw";
}
export interface FundPsbtRequestInput {
  psbt?: Uint8Array | undefined;
  raw?: TxTemplateInput | undefined;
  coin_select?: PsbtCoinSelectInput | undefined;
  target_conf?: number | undefined;
  sat_per_vbyte?: string | number | undefined;
  sat_per_kw?: string | number | undefined;
  account?: string | undefined;
  min_confs?: number | undefined;
  spend_unconfirmed?: boolean | undefined;
  change_type?: ChangeAddressType | undefined;
  coin_selection_strategy?: lnd.CoinSelectionStrategy | undefined;
  max_fee_ratio?: number | undefined;
  custom_lock_id?: Uint8Array | undefined;
  lock_expiration_seconds?: string | number | undefined;
}

export interface FundPsbtResponse {
  funded_psbt: Buffer;
  change_output_index: number;
  locked_utxos: UtxoLease[];
}
export interface FundPsbtResponseInput {
  funded_psbt?: Uint8Array | undefined;
  change_output_index?: number | undefined;
  locked_utxos?: readonly UtxoLeaseInput[] | undefined;
}

export interface TxTemplate {
  inputs: lnd.OutPoint[];
  outputs: Record<string, string>;
}
export interface TxTemplateInput {
  inputs?: readonly lnd.OutPointInput[] | undefined;
  outputs?: Record<string, string | number> | undefined;
}

export interface PsbtCoinSelect {
  psbt: Buffer;
  existing_output_index?: number;
  add?: boolean;
  /** Which of the oneof's fields is set. */
  change_output?: "existing_output_index" | "add";
}
export interface PsbtCoinSelectInput {
  psbt?: Uint8Array | undefined;
  existing_output_index?: number | undefined;
  add?: boolean | undefined;
}

export interface UtxoLease {
  id: Buffer;
  outpoint: lnd.OutPoint | null;
  expiration: string;
  pk_script: Buffer;
  value: string;
}
export interface UtxoLeaseInput {
  id?: Uint8Array | undefined;
  outpoint?: lnd.OutPointInput | undefined;
  expiration?: string | number | undefined;
  pk_script?: Uint8Array | undefined;
  value?: string | number | undefined;
}

export interface SignPsbtRequest {
  funded_psbt: Buffer;
}
export interface SignPsbtRequestInput {
  funded_psbt?: Uint8Array | undefined;
}

export interface SignPsbtResponse {
  signed_psbt: Buffer;
  signed_inputs: number[];
}
export interface SignPsbtResponseInput {
  signed_psbt?: Uint8Array | undefined;
  signed_inputs?: readonly number[] | undefined;
}

export interface FinalizePsbtRequest {
  funded_psbt: Buffer;
  account: string;
}
export interface FinalizePsbtRequestInput {
  funded_psbt?: Uint8Array | undefined;
  account?: string | undefined;
}

export interface FinalizePsbtResponse {
  signed_psbt: Buffer;
  raw_final_tx: Buffer;
}
export interface FinalizePsbtResponseInput {
  signed_psbt?: Uint8Array | undefined;
  raw_final_tx?: Uint8Array | undefined;
}

export interface ListLeasesRequest {

}
export interface ListLeasesRequestInput {

}

export interface ListLeasesResponse {
  locked_utxos: UtxoLease[];
}
export interface ListLeasesResponseInput {
  locked_utxos?: readonly UtxoLeaseInput[] | undefined;
}

/** walletrpc.WalletKit */
export interface WalletKitService {
  ListUnspent: {
    kind: "unary";
    request: ListUnspentRequest;
    requestInput: ListUnspentRequestInput;
    response: ListUnspentResponse;
    responseInput: ListUnspentResponseInput;
  };
  LeaseOutput: {
    kind: "unary";
    request: LeaseOutputRequest;
    requestInput: LeaseOutputRequestInput;
    response: LeaseOutputResponse;
    responseInput: LeaseOutputResponseInput;
  };
  ReleaseOutput: {
    kind: "unary";
    request: ReleaseOutputRequest;
    requestInput: ReleaseOutputRequestInput;
    response: ReleaseOutputResponse;
    responseInput: ReleaseOutputResponseInput;
  };
  ListLeases: {
    kind: "unary";
    request: ListLeasesRequest;
    requestInput: ListLeasesRequestInput;
    response: ListLeasesResponse;
    responseInput: ListLeasesResponseInput;
  };
  DeriveNextKey: {
    kind: "unary";
    request: KeyReq;
    requestInput: KeyReqInput;
    response: lndSigner.KeyDescriptor;
    responseInput: lndSigner.KeyDescriptorInput;
  };
  DeriveKey: {
    kind: "unary";
    request: lndSigner.KeyLocator;
    requestInput: lndSigner.KeyLocatorInput;
    response: lndSigner.KeyDescriptor;
    responseInput: lndSigner.KeyDescriptorInput;
  };
  NextAddr: {
    kind: "unary";
    request: AddrRequest;
    requestInput: AddrRequestInput;
    response: AddrResponse;
    responseInput: AddrResponseInput;
  };
  GetTransaction: {
    kind: "unary";
    request: GetTransactionRequest;
    requestInput: GetTransactionRequestInput;
    response: lnd.Transaction;
    responseInput: lnd.TransactionInput;
  };
  ListAccounts: {
    kind: "unary";
    request: ListAccountsRequest;
    requestInput: ListAccountsRequestInput;
    response: ListAccountsResponse;
    responseInput: ListAccountsResponseInput;
  };
  RequiredReserve: {
    kind: "unary";
    request: RequiredReserveRequest;
    requestInput: RequiredReserveRequestInput;
    response: RequiredReserveResponse;
    responseInput: RequiredReserveResponseInput;
  };
  ListAddresses: {
    kind: "unary";
    request: ListAddressesRequest;
    requestInput: ListAddressesRequestInput;
    response: ListAddressesResponse;
    responseInput: ListAddressesResponseInput;
  };
  SignMessageWithAddr: {
    kind: "unary";
    request: SignMessageWithAddrRequest;
    requestInput: SignMessageWithAddrRequestInput;
    response: SignMessageWithAddrResponse;
    responseInput: SignMessageWithAddrResponseInput;
  };
  VerifyMessageWithAddr: {
    kind: "unary";
    request: VerifyMessageWithAddrRequest;
    requestInput: VerifyMessageWithAddrRequestInput;
    response: VerifyMessageWithAddrResponse;
    responseInput: VerifyMessageWithAddrResponseInput;
  };
  ImportAccount: {
    kind: "unary";
    request: ImportAccountRequest;
    requestInput: ImportAccountRequestInput;
    response: ImportAccountResponse;
    responseInput: ImportAccountResponseInput;
  };
  ImportPublicKey: {
    kind: "unary";
    request: ImportPublicKeyRequest;
    requestInput: ImportPublicKeyRequestInput;
    response: ImportPublicKeyResponse;
    responseInput: ImportPublicKeyResponseInput;
  };
  ImportTapscript: {
    kind: "unary";
    request: ImportTapscriptRequest;
    requestInput: ImportTapscriptRequestInput;
    response: ImportTapscriptResponse;
    responseInput: ImportTapscriptResponseInput;
  };
  PublishTransaction: {
    kind: "unary";
    request: Transaction;
    requestInput: TransactionInput;
    response: PublishResponse;
    responseInput: PublishResponseInput;
  };
  RemoveTransaction: {
    kind: "unary";
    request: GetTransactionRequest;
    requestInput: GetTransactionRequestInput;
    response: RemoveTransactionResponse;
    responseInput: RemoveTransactionResponseInput;
  };
  SendOutputs: {
    kind: "unary";
    request: SendOutputsRequest;
    requestInput: SendOutputsRequestInput;
    response: SendOutputsResponse;
    responseInput: SendOutputsResponseInput;
  };
  EstimateFee: {
    kind: "unary";
    request: EstimateFeeRequest;
    requestInput: EstimateFeeRequestInput;
    response: EstimateFeeResponse;
    responseInput: EstimateFeeResponseInput;
  };
  PendingSweeps: {
    kind: "unary";
    request: PendingSweepsRequest;
    requestInput: PendingSweepsRequestInput;
    response: PendingSweepsResponse;
    responseInput: PendingSweepsResponseInput;
  };
  BumpFee: {
    kind: "unary";
    request: BumpFeeRequest;
    requestInput: BumpFeeRequestInput;
    response: BumpFeeResponse;
    responseInput: BumpFeeResponseInput;
  };
  BumpForceCloseFee: {
    kind: "unary";
    request: BumpForceCloseFeeRequest;
    requestInput: BumpForceCloseFeeRequestInput;
    response: BumpForceCloseFeeResponse;
    responseInput: BumpForceCloseFeeResponseInput;
  };
  ListSweeps: {
    kind: "unary";
    request: ListSweepsRequest;
    requestInput: ListSweepsRequestInput;
    response: ListSweepsResponse;
    responseInput: ListSweepsResponseInput;
  };
  LabelTransaction: {
    kind: "unary";
    request: LabelTransactionRequest;
    requestInput: LabelTransactionRequestInput;
    response: LabelTransactionResponse;
    responseInput: LabelTransactionResponseInput;
  };
  FundPsbt: {
    kind: "unary";
    request: FundPsbtRequest;
    requestInput: FundPsbtRequestInput;
    response: FundPsbtResponse;
    responseInput: FundPsbtResponseInput;
  };
  SignPsbt: {
    kind: "unary";
    request: SignPsbtRequest;
    requestInput: SignPsbtRequestInput;
    response: SignPsbtResponse;
    responseInput: SignPsbtResponseInput;
  };
  FinalizePsbt: {
    kind: "unary";
    request: FinalizePsbtRequest;
    requestInput: FinalizePsbtRequestInput;
    response: FinalizePsbtResponse;
    responseInput: FinalizePsbtResponseInput;
  };
}
