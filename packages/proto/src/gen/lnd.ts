// Written by `npm run gen` from protos/; do not edit.

export type WalletState = "NON_EXISTING" | "LOCKED" | "UNLOCKED" | "RPC_ACTIVE" | "SERVER_ACTIVE" | "WAITING_TO_START";

export type OutputScriptType = "SCRIPT_TYPE_PUBKEY_HASH" | "SCRIPT_TYPE_SCRIPT_HASH" | "SCRIPT_TYPE_WITNESS_V0_PUBKEY_HASH" | "SCRIPT_TYPE_WITNESS_V0_SCRIPT_HASH" | "SCRIPT_TYPE_PUBKEY" | "SCRIPT_TYPE_MULTISIG" | "SCRIPT_TYPE_NULLDATA" | "SCRIPT_TYPE_NON_STANDARD" | "SCRIPT_TYPE_WITNESS_UNKNOWN" | "SCRIPT_TYPE_WITNESS_V1_TAPROOT";

export type CoinSelectionStrategy = "STRATEGY_USE_GLOBAL_CONFIG" | "STRATEGY_LARGEST" | "STRATEGY_RANDOM";

export type AddressType = "WITNESS_PUBKEY_HASH" | "NESTED_PUBKEY_HASH" | "UNUSED_WITNESS_PUBKEY_HASH" | "UNUSED_NESTED_PUBKEY_HASH" | "TAPROOT_PUBKEY" | "UNUSED_TAPROOT_PUBKEY";

export type CommitmentType = "UNKNOWN_COMMITMENT_TYPE" | "LEGACY" | "STATIC_REMOTE_KEY" | "ANCHORS" | "SCRIPT_ENFORCED_LEASE" | "TAPROOT" | "SIMPLE_TAPROOT_FINAL" | "SIMPLE_TAPROOT" | "SIMPLE_TAPROOT_OVERLAY";

export type Initiator = "INITIATOR_UNKNOWN" | "INITIATOR_LOCAL" | "INITIATOR_REMOTE" | "INITIATOR_BOTH";

export type ChannelCloseSummary_ClosureType = "COOPERATIVE_CLOSE" | "LOCAL_FORCE_CLOSE" | "REMOTE_FORCE_CLOSE" | "BREACH_CLOSE" | "FUNDING_CANCELED" | "ABANDONED";

export type ResolutionType = "TYPE_UNKNOWN" | "ANCHOR" | "INCOMING_HTLC" | "OUTGOING_HTLC" | "COMMIT";

export type ResolutionOutcome = "OUTCOME_UNKNOWN" | "CLAIMED" | "UNCLAIMED" | "ABANDONED" | "FIRST_STAGE" | "TIMEOUT";

export type Peer_SyncType = "UNKNOWN_SYNC" | "ACTIVE_SYNC" | "PASSIVE_SYNC" | "PINNED_SYNC";

export type PeerEvent_EventType = "PEER_ONLINE" | "PEER_OFFLINE";

export type GraphCacheStatus = "GRAPH_CACHE_STATUS_DISABLED" | "GRAPH_CACHE_STATUS_LOADING" | "GRAPH_CACHE_STATUS_LOADED" | "GRAPH_CACHE_STATUS_FAILED";

export type PendingChannelsResponse_ForceClosedChannel_AnchorState = "LIMBO" | "RECOVERED" | "LOST";

export type ChannelEventUpdate_UpdateType = "OPEN_CHANNEL" | "CLOSED_CHANNEL" | "ACTIVE_CHANNEL" | "INACTIVE_CHANNEL" | "PENDING_OPEN_CHANNEL" | "FULLY_RESOLVED_CHANNEL" | "CHANNEL_FUNDING_TIMEOUT" | "CHANNEL_UPDATE";

export type NodeMetricType = "UNKNOWN" | "BETWEENNESS_CENTRALITY";

export type Invoice_InvoiceState = "OPEN" | "SETTLED" | "CANCELED" | "ACCEPTED";

export type InvoiceHTLCState = "ACCEPTED" | "SETTLED" | "CANCELED";

export type PaymentFailureReason = "FAILURE_REASON_NONE" | "FAILURE_REASON_TIMEOUT" | "FAILURE_REASON_NO_ROUTE" | "FAILURE_REASON_ERROR" | "FAILURE_REASON_INCORRECT_PAYMENT_DETAILS" | "FAILURE_REASON_INSUFFICIENT_BALANCE" | "FAILURE_REASON_CANCELED";

export type Payment_PaymentStatus = "UNKNOWN" | "IN_FLIGHT" | "SUCCEEDED" | "FAILED" | "INITIATED";

export type HTLCAttempt_HTLCStatus = "IN_FLIGHT" | "SUCCEEDED" | "FAILED";

export type FeatureBit = "DATALOSS_PROTECT_REQ" | "DATALOSS_PROTECT_OPT" | "INITIAL_ROUING_SYNC" | "UPFRONT_SHUTDOWN_SCRIPT_REQ" | "UPFRONT_SHUTDOWN_SCRIPT_OPT" | "GOSSIP_QUERIES_REQ" | "GOSSIP_QUERIES_OPT" | "TLV_ONION_REQ" | "TLV_ONION_OPT" | "EXT_GOSSIP_QUERIES_REQ" | "EXT_GOSSIP_QUERIES_OPT" | "STATIC_REMOTE_KEY_REQ" | "STATIC_REMOTE_KEY_OPT" | "PAYMENT_ADDR_REQ" | "PAYMENT_ADDR_OPT" | "MPP_REQ" | "MPP_OPT" | "WUMBO_CHANNELS_REQ" | "WUMBO_CHANNELS_OPT" | "ANCHORS_REQ" | "ANCHORS_OPT" | "ANCHORS_ZERO_FEE_HTLC_REQ" | "ANCHORS_ZERO_FEE_HTLC_OPT" | "ROUTE_BLINDING_REQUIRED" | "ROUTE_BLINDING_OPTIONAL" | "AMP_REQ" | "AMP_OPT";

export type UpdateFailure = "UPDATE_FAILURE_UNKNOWN" | "UPDATE_FAILURE_PENDING" | "UPDATE_FAILURE_NOT_FOUND" | "UPDATE_FAILURE_INTERNAL_ERR" | "UPDATE_FAILURE_INVALID_PARAMETER";

export type Failure_FailureCode = "RESERVED" | "INCORRECT_OR_UNKNOWN_PAYMENT_DETAILS" | "INCORRECT_PAYMENT_AMOUNT" | "FINAL_INCORRECT_CLTV_EXPIRY" | "FINAL_INCORRECT_HTLC_AMOUNT" | "FINAL_EXPIRY_TOO_SOON" | "INVALID_REALM" | "EXPIRY_TOO_SOON" | "INVALID_ONION_VERSION" | "INVALID_ONION_HMAC" | "INVALID_ONION_KEY" | "AMOUNT_BELOW_MINIMUM" | "FEE_INSUFFICIENT" | "INCORRECT_CLTV_EXPIRY" | "CHANNEL_DISABLED" | "TEMPORARY_CHANNEL_FAILURE" | "REQUIRED_NODE_FEATURE_MISSING" | "REQUIRED_CHANNEL_FEATURE_MISSING" | "UNKNOWN_NEXT_PEER" | "TEMPORARY_NODE_FAILURE" | "PERMANENT_NODE_FAILURE" | "PERMANENT_CHANNEL_FAILURE" | "EXPIRY_TOO_FAR" | "MPP_TIMEOUT" | "INVALID_ONION_PAYLOAD" | "INVALID_ONION_BLINDING" | "INTERNAL_FAILURE" | "UNKNOWN_FAILURE" | "UNREADABLE_FAILURE";

export interface SubscribeStateRequest {

}
export interface SubscribeStateRequestInput {

}

export interface SubscribeStateResponse {
  state: WalletState;
}
export interface SubscribeStateResponseInput {
  state?: WalletState | undefined;
}

export interface GetStateRequest {

}
export interface GetStateRequestInput {

}

export interface GetStateResponse {
  state: WalletState;
}
export interface GetStateResponseInput {
  state?: WalletState | undefined;
}

export interface GenSeedRequest {
  aezeed_passphrase: Buffer;
  seed_entropy: Buffer;
}
export interface GenSeedRequestInput {
  aezeed_passphrase?: Uint8Array | undefined;
  seed_entropy?: Uint8Array | undefined;
}

export interface GenSeedResponse {
  cipher_seed_mnemonic: string[];
  enciphered_seed: Buffer;
}
export interface GenSeedResponseInput {
  cipher_seed_mnemonic?: readonly string[] | undefined;
  enciphered_seed?: Uint8Array | undefined;
}

export interface InitWalletRequest {
  wallet_password: Buffer;
  cipher_seed_mnemonic: string[];
  aezeed_passphrase: Buffer;
  recovery_window: number;
  channel_backups: ChanBackupSnapshot | null;
  stateless_init: boolean;
  extended_master_key: string;
  extended_master_key_birthday_timestamp: string;
  watch_only: WatchOnly | null;
  macaroon_root_key: Buffer;
}
export interface InitWalletRequestInput {
  wallet_password?: Uint8Array | undefined;
  cipher_seed_mnemonic?: readonly string[] | undefined;
  aezeed_passphrase?: Uint8Array | undefined;
  recovery_window?: number | undefined;
  channel_backups?: ChanBackupSnapshotInput | undefined;
  stateless_init?: boolean | undefined;
  extended_master_key?: string | undefined;
  extended_master_key_birthday_timestamp?: string | number | undefined;
  watch_only?: WatchOnlyInput | undefined;
  macaroon_root_key?: Uint8Array | undefined;
}

export interface InitWalletResponse {
  admin_macaroon: Buffer;
}
export interface InitWalletResponseInput {
  admin_macaroon?: Uint8Array | undefined;
}

export interface WatchOnly {
  master_key_birthday_timestamp: string;
  master_key_fingerprint: Buffer;
  accounts: WatchOnlyAccount[];
}
export interface WatchOnlyInput {
  master_key_birthday_timestamp?: string | number | undefined;
  master_key_fingerprint?: Uint8Array | undefined;
  accounts?: readonly WatchOnlyAccountInput[] | undefined;
}

export interface WatchOnlyAccount {
  purpose: number;
  coin_type: number;
  account: number;
  xpub: string;
}
export interface WatchOnlyAccountInput {
  purpose?: number | undefined;
  coin_type?: number | undefined;
  account?: number | undefined;
  xpub?: string | undefined;
}

export interface UnlockWalletRequest {
  wallet_password: Buffer;
  recovery_window: number;
  channel_backups: ChanBackupSnapshot | null;
  stateless_init: boolean;
}
export interface UnlockWalletRequestInput {
  wallet_password?: Uint8Array | undefined;
  recovery_window?: number | undefined;
  channel_backups?: ChanBackupSnapshotInput | undefined;
  stateless_init?: boolean | undefined;
}

export interface UnlockWalletResponse {

}
export interface UnlockWalletResponseInput {

}

export interface ChangePasswordRequest {
  current_password: Buffer;
  new_password: Buffer;
  stateless_init: boolean;
  new_macaroon_root_key: boolean;
}
export interface ChangePasswordRequestInput {
  current_password?: Uint8Array | undefined;
  new_password?: Uint8Array | undefined;
  stateless_init?: boolean | undefined;
  new_macaroon_root_key?: boolean | undefined;
}

export interface ChangePasswordResponse {
  admin_macaroon: Buffer;
}
export interface ChangePasswordResponseInput {
  admin_macaroon?: Uint8Array | undefined;
}

export interface LookupHtlcResolutionRequest {
  chan_id: string;
  htlc_index: string;
}
export interface LookupHtlcResolutionRequestInput {
  chan_id?: string | number | undefined;
  htlc_index?: string | number | undefined;
}

export interface LookupHtlcResolutionResponse {
  settled: boolean;
  offchain: boolean;
}
export interface LookupHtlcResolutionResponseInput {
  settled?: boolean | undefined;
  offchain?: boolean | undefined;
}

export interface SubscribeCustomMessagesRequest {

}
export interface SubscribeCustomMessagesRequestInput {

}

export interface CustomMessage {
  peer: Buffer;
  type: number;
  data: Buffer;
}
export interface CustomMessageInput {
  peer?: Uint8Array | undefined;
  type?: number | undefined;
  data?: Uint8Array | undefined;
}

export interface SendCustomMessageRequest {
  peer: Buffer;
  type: number;
  data: Buffer;
}
export interface SendCustomMessageRequestInput {
  peer?: Uint8Array | undefined;
  type?: number | undefined;
  data?: Uint8Array | undefined;
}

export interface SendCustomMessageResponse {
  status: string;
}
export interface SendCustomMessageResponseInput {
  status?: string | undefined;
}

export interface SubscribeOnionMessagesRequest {

}
export interface SubscribeOnionMessagesRequestInput {

}

export interface OnionMessageUpdate {
  peer: Buffer;
  path_key: Buffer;
  onion: Buffer;
  reply_path: BlindedPath | null;
  encrypted_recipient_data: Buffer;
  custom_records: Record<string, Buffer>;
}
export interface OnionMessageUpdateInput {
  peer?: Uint8Array | undefined;
  path_key?: Uint8Array | undefined;
  onion?: Uint8Array | undefined;
  reply_path?: BlindedPathInput | undefined;
  encrypted_recipient_data?: Uint8Array | undefined;
  custom_records?: Record<string, Uint8Array> | undefined;
}

export interface SendOnionMessageRequest {
  peer: Buffer;
  path_key: Buffer;
  onion: Buffer;
}
export interface SendOnionMessageRequestInput {
  peer?: Uint8Array | undefined;
  path_key?: Uint8Array | undefined;
  onion?: Uint8Array | undefined;
}

export interface SendOnionMessageResponse {
  status: string;
}
export interface SendOnionMessageResponseInput {
  status?: string | undefined;
}

export interface Utxo {
  address_type: AddressType;
  address: string;
  amount_sat: string;
  pk_script: string;
  outpoint: OutPoint | null;
  confirmations: string;
}
export interface UtxoInput {
  address_type?: AddressType | undefined;
  address?: string | undefined;
  amount_sat?: string | number | undefined;
  pk_script?: string | undefined;
  outpoint?: OutPointInput | undefined;
  confirmations?: string | number | undefined;
}

export interface OutputDetail {
  output_type: OutputScriptType;
  address: string;
  pk_script: string;
  output_index: string;
  amount: string;
  is_our_address: boolean;
}
export interface OutputDetailInput {
  output_type?: OutputScriptType | undefined;
  address?: string | undefined;
  pk_script?: string | undefined;
  output_index?: string | number | undefined;
  amount?: string | number | undefined;
  is_our_address?: boolean | undefined;
}

export interface Transaction {
  tx_hash: string;
  amount: string;
  num_confirmations: number;
  block_hash: string;
  block_height: number;
  time_stamp: string;
  total_fees: string;
  dest_addresses: string[];
  output_details: OutputDetail[];
  raw_tx_hex: string;
  label: string;
  previous_outpoints: PreviousOutPoint[];
}
export interface TransactionInput {
  tx_hash?: string | undefined;
  amount?: string | number | undefined;
  num_confirmations?: number | undefined;
  block_hash?: string | undefined;
  block_height?: number | undefined;
  time_stamp?: string | number | undefined;
  total_fees?: string | number | undefined;
  dest_addresses?: readonly string[] | undefined;
  output_details?: readonly OutputDetailInput[] | undefined;
  raw_tx_hex?: string | undefined;
  label?: string | undefined;
  previous_outpoints?: readonly PreviousOutPointInput[] | undefined;
}

export interface GetTransactionsRequest {
  start_height: number;
  end_height: number;
  account: string;
  index_offset: number;
  max_transactions: number;
}
export interface GetTransactionsRequestInput {
  start_height?: number | undefined;
  end_height?: number | undefined;
  account?: string | undefined;
  index_offset?: number | undefined;
  max_transactions?: number | undefined;
}

export interface TransactionDetails {
  transactions: Transaction[];
  last_index: string;
  first_index: string;
}
export interface TransactionDetailsInput {
  transactions?: readonly TransactionInput[] | undefined;
  last_index?: string | number | undefined;
  first_index?: string | number | undefined;
}

export interface FeeLimit {
  fixed?: string;
  fixed_msat?: string;
  percent?: string;
  /** Which of the oneof's fields is set. */
  limit?: "fixed" | "fixed_msat" | "percent";
}
export interface FeeLimitInput {
  fixed?: string | number | undefined;
  fixed_msat?: string | number | undefined;
  percent?: string | number | undefined;
}

export interface ChannelAcceptRequest {
  node_pubkey: Buffer;
  chain_hash: Buffer;
  pending_chan_id: Buffer;
  funding_amt: string;
  push_amt: string;
  dust_limit: string;
  max_value_in_flight: string;
  channel_reserve: string;
  min_htlc: string;
  fee_per_kw: string;
  csv_delay: number;
  max_accepted_htlcs: number;
  channel_flags: number;
  commitment_type: CommitmentType;
  wants_zero_conf: boolean;
  wants_scid_alias: boolean;
}
export interface ChannelAcceptRequestInput {
  node_pubkey?: Uint8Array | undefined;
  chain_hash?: Uint8Array | undefined;
  pending_chan_id?: Uint8Array | undefined;
  funding_amt?: string | number | undefined;
  push_amt?: string | number | undefined;
  dust_limit?: string | number | undefined;
  max_value_in_flight?: string | number | undefined;
  channel_reserve?: string | number | undefined;
  min_htlc?: string | number | undefined;
  fee_per_kw?: string | number | undefined;
  csv_delay?: number | undefined;
  max_accepted_htlcs?: number | undefined;
  channel_flags?: number | undefined;
  commitment_type?: CommitmentType | undefined;
  wants_zero_conf?: boolean | undefined;
  wants_scid_alias?: boolean | undefined;
}

export interface ChannelAcceptResponse {
  accept: boolean;
  pending_chan_id: Buffer;
  error: string;
  upfront_shutdown: string;
  csv_delay: number;
  reserve_sat: string;
  in_flight_max_msat: string;
  max_htlc_count: number;
  min_htlc_in: string;
  min_accept_depth: number;
  zero_conf: boolean;
}
export interface ChannelAcceptResponseInput {
  accept?: boolean | undefined;
  pending_chan_id?: Uint8Array | undefined;
  error?: string | undefined;
  upfront_shutdown?: string | undefined;
  csv_delay?: number | undefined;
  reserve_sat?: string | number | undefined;
  in_flight_max_msat?: string | number | undefined;
  max_htlc_count?: number | undefined;
  min_htlc_in?: string | number | undefined;
  min_accept_depth?: number | undefined;
  zero_conf?: boolean | undefined;
}

export interface ChannelPoint {
  funding_txid_bytes?: Buffer;
  funding_txid_str?: string;
  output_index: number;
  /** Which of the oneof's fields is set. */
  funding_txid?: "funding_txid_bytes" | "funding_txid_str";
}
export interface ChannelPointInput {
  funding_txid_bytes?: Uint8Array | undefined;
  funding_txid_str?: string | undefined;
  output_index?: number | undefined;
}

export interface OutPoint {
  txid_bytes: Buffer;
  txid_str: string;
  output_index: number;
}
export interface OutPointInput {
  txid_bytes?: Uint8Array | undefined;
  txid_str?: string | undefined;
  output_index?: number | undefined;
}

export interface PreviousOutPoint {
  outpoint: string;
  is_our_output: boolean;
}
export interface PreviousOutPointInput {
  outpoint?: string | undefined;
  is_our_output?: boolean | undefined;
}

export interface LightningAddress {
  pubkey: string;
  host: string;
}
export interface LightningAddressInput {
  pubkey?: string | undefined;
  host?: string | undefined;
}

export interface EstimateFeeRequest {
  AddrToAmount: Record<string, string>;
  target_conf: number;
  min_confs: number;
  spend_unconfirmed: boolean;
  coin_selection_strategy: CoinSelectionStrategy;
  inputs: OutPoint[];
}
export interface EstimateFeeRequestInput {
  AddrToAmount?: Record<string, string | number> | undefined;
  target_conf?: number | undefined;
  min_confs?: number | undefined;
  spend_unconfirmed?: boolean | undefined;
  coin_selection_strategy?: CoinSelectionStrategy | undefined;
  inputs?: readonly OutPointInput[] | undefined;
}

export interface EstimateFeeResponse {
  fee_sat: string;
  feerate_sat_per_byte: string;
  sat_per_vbyte: string;
  inputs: OutPoint[];
}
export interface EstimateFeeResponseInput {
  fee_sat?: string | number | undefined;
  feerate_sat_per_byte?: string | number | undefined;
  sat_per_vbyte?: string | number | undefined;
  inputs?: readonly OutPointInput[] | undefined;
}

export interface SendManyRequest {
  AddrToAmount: Record<string, string>;
  target_conf: number;
  sat_per_vbyte: string;
  sat_per_byte: string;
  label: string;
  min_confs: number;
  spend_unconfirmed: boolean;
  coin_selection_strategy: CoinSelectionStrategy;
}
export interface SendManyRequestInput {
  AddrToAmount?: Record<string, string | number> | undefined;
  target_conf?: number | undefined;
  sat_per_vbyte?: string | number | undefined;
  sat_per_byte?: string | number | undefined;
  label?: string | undefined;
  min_confs?: number | undefined;
  spend_unconfirmed?: boolean | undefined;
  coin_selection_strategy?: CoinSelectionStrategy | undefined;
}

export interface SendManyResponse {
  txid: string;
}
export interface SendManyResponseInput {
  txid?: string | undefined;
}

export interface SendCoinsRequest {
  addr: string;
  amount: string;
  target_conf: number;
  sat_per_vbyte: string;
  sat_per_byte: string;
  send_all: boolean;
  label: string;
  min_confs: number;
  spend_unconfirmed: boolean;
  coin_selection_strategy: CoinSelectionStrategy;
  outpoints: OutPoint[];
}
export interface SendCoinsRequestInput {
  addr?: string | undefined;
  amount?: string | number | undefined;
  target_conf?: number | undefined;
  sat_per_vbyte?: string | number | undefined;
  sat_per_byte?: string | number | undefined;
  send_all?: boolean | undefined;
  label?: string | undefined;
  min_confs?: number | undefined;
  spend_unconfirmed?: boolean | undefined;
  coin_selection_strategy?: CoinSelectionStrategy | undefined;
  outpoints?: readonly OutPointInput[] | undefined;
}

export interface SendCoinsResponse {
  txid: string;
}
export interface SendCoinsResponseInput {
  txid?: string | undefined;
}

export interface ListUnspentRequest {
  min_confs: number;
  max_confs: number;
  account: string;
}
export interface ListUnspentRequestInput {
  min_confs?: number | undefined;
  max_confs?: number | undefined;
  account?: string | undefined;
}

export interface ListUnspentResponse {
  utxos: Utxo[];
}
export interface ListUnspentResponseInput {
  utxos?: readonly UtxoInput[] | undefined;
}

export interface NewAddressRequest {
  type: AddressType;
  account: string;
}
export interface NewAddressRequestInput {
  type?: AddressType | undefined;
  account?: string | undefined;
}

export interface NewAddressResponse {
  address: string;
}
export interface NewAddressResponseInput {
  address?: string | undefined;
}

export interface SignMessageRequest {
  msg: Buffer;
  single_hash: boolean;
}
export interface SignMessageRequestInput {
  msg?: Uint8Array | undefined;
  single_hash?: boolean | undefined;
}

export interface SignMessageResponse {
  signature: string;
}
export interface SignMessageResponseInput {
  signature?: string | undefined;
}

export interface VerifyMessageRequest {
  msg: Buffer;
  signature: string;
}
export interface VerifyMessageRequestInput {
  msg?: Uint8Array | undefined;
  signature?: string | undefined;
}

export interface VerifyMessageResponse {
  valid: boolean;
  pubkey: string;
}
export interface VerifyMessageResponseInput {
  valid?: boolean | undefined;
  pubkey?: string | undefined;
}

export interface ConnectPeerRequest {
  addr: LightningAddress | null;
  perm: boolean;
  timeout: string;
}
export interface ConnectPeerRequestInput {
  addr?: LightningAddressInput | undefined;
  perm?: boolean | undefined;
  timeout?: string | number | undefined;
}

export interface ConnectPeerResponse {
  status: string;
}
export interface ConnectPeerResponseInput {
  status?: string | undefined;
}

export interface DisconnectPeerRequest {
  pub_key: string;
}
export interface DisconnectPeerRequestInput {
  pub_key?: string | undefined;
}

export interface DisconnectPeerResponse {
  status: string;
}
export interface DisconnectPeerResponseInput {
  status?: string | undefined;
}

export interface HTLC {
  incoming: boolean;
  amount: string;
  hash_lock: Buffer;
  expiration_height: number;
  htlc_index: string;
  forwarding_channel: string;
  forwarding_htlc_index: string;
  locked_in: boolean;
}
export interface HTLCInput {
  incoming?: boolean | undefined;
  amount?: string | number | undefined;
  hash_lock?: Uint8Array | undefined;
  expiration_height?: number | undefined;
  htlc_index?: string | number | undefined;
  forwarding_channel?: string | number | undefined;
  forwarding_htlc_index?: string | number | undefined;
  locked_in?: boolean | undefined;
}

export interface ChannelConstraints {
  csv_delay: number;
  chan_reserve_sat: string;
  dust_limit_sat: string;
  max_pending_amt_msat: string;
  min_htlc_msat: string;
  max_accepted_htlcs: number;
}
export interface ChannelConstraintsInput {
  csv_delay?: number | undefined;
  chan_reserve_sat?: string | number | undefined;
  dust_limit_sat?: string | number | undefined;
  max_pending_amt_msat?: string | number | undefined;
  min_htlc_msat?: string | number | undefined;
  max_accepted_htlcs?: number | undefined;
}

export interface Channel {
  active: boolean;
  remote_pubkey: string;
  channel_point: string;
  chan_id: string;
  capacity: string;
  local_balance: string;
  remote_balance: string;
  commit_fee: string;
  commit_weight: string;
  fee_per_kw: string;
  unsettled_balance: string;
  total_satoshis_sent: string;
  total_satoshis_received: string;
  num_updates: string;
  pending_htlcs: HTLC[];
  csv_delay: number;
  private: boolean;
  initiator: boolean;
  chan_status_flags: string;
  local_chan_reserve_sat: string;
  remote_chan_reserve_sat: string;
  static_remote_key: boolean;
  commitment_type: CommitmentType;
  lifetime: string;
  uptime: string;
  close_address: string;
  push_amount_sat: string;
  thaw_height: number;
  local_constraints: ChannelConstraints | null;
  remote_constraints: ChannelConstraints | null;
  alias_scids: string[];
  zero_conf: boolean;
  zero_conf_confirmed_scid: string;
  peer_alias: string;
  peer_scid_alias: string;
  memo: string;
  custom_channel_data: Buffer;
}
export interface ChannelInput {
  active?: boolean | undefined;
  remote_pubkey?: string | undefined;
  channel_point?: string | undefined;
  chan_id?: string | number | undefined;
  capacity?: string | number | undefined;
  local_balance?: string | number | undefined;
  remote_balance?: string | number | undefined;
  commit_fee?: string | number | undefined;
  commit_weight?: string | number | undefined;
  fee_per_kw?: string | number | undefined;
  unsettled_balance?: string | number | undefined;
  total_satoshis_sent?: string | number | undefined;
  total_satoshis_received?: string | number | undefined;
  num_updates?: string | number | undefined;
  pending_htlcs?: readonly HTLCInput[] | undefined;
  csv_delay?: number | undefined;
  private?: boolean | undefined;
  initiator?: boolean | undefined;
  chan_status_flags?: string | undefined;
  local_chan_reserve_sat?: string | number | undefined;
  remote_chan_reserve_sat?: string | number | undefined;
  static_remote_key?: boolean | undefined;
  commitment_type?: CommitmentType | undefined;
  lifetime?: string | number | undefined;
  uptime?: string | number | undefined;
  close_address?: string | undefined;
  push_amount_sat?: string | number | undefined;
  thaw_height?: number | undefined;
  local_constraints?: ChannelConstraintsInput | undefined;
  remote_constraints?: ChannelConstraintsInput | undefined;
  alias_scids?: readonly (string | number)[] | undefined;
  zero_conf?: boolean | undefined;
  zero_conf_confirmed_scid?: string | number | undefined;
  peer_alias?: string | undefined;
  peer_scid_alias?: string | number | undefined;
  memo?: string | undefined;
  custom_channel_data?: Uint8Array | undefined;
}

export interface ListChannelsRequest {
  active_only: boolean;
  inactive_only: boolean;
  public_only: boolean;
  private_only: boolean;
  peer: Buffer;
  peer_alias_lookup: boolean;
}
export interface ListChannelsRequestInput {
  active_only?: boolean | undefined;
  inactive_only?: boolean | undefined;
  public_only?: boolean | undefined;
  private_only?: boolean | undefined;
  peer?: Uint8Array | undefined;
  peer_alias_lookup?: boolean | undefined;
}

export interface ListChannelsResponse {
  channels: Channel[];
}
export interface ListChannelsResponseInput {
  channels?: readonly ChannelInput[] | undefined;
}

export interface AliasMap {
  base_scid: string;
  aliases: string[];
}
export interface AliasMapInput {
  base_scid?: string | number | undefined;
  aliases?: readonly (string | number)[] | undefined;
}

export interface ListAliasesRequest {

}
export interface ListAliasesRequestInput {

}

export interface ListAliasesResponse {
  alias_maps: AliasMap[];
}
export interface ListAliasesResponseInput {
  alias_maps?: readonly AliasMapInput[] | undefined;
}

export interface ChannelCloseSummary {
  channel_point: string;
  chan_id: string;
  chain_hash: string;
  closing_tx_hash: string;
  remote_pubkey: string;
  capacity: string;
  close_height: number;
  settled_balance: string;
  time_locked_balance: string;
  close_type: ChannelCloseSummary_ClosureType;
  open_initiator: Initiator;
  close_initiator: Initiator;
  resolutions: Resolution[];
  alias_scids: string[];
  zero_conf_confirmed_scid: string;
  custom_channel_data: Buffer;
}
export interface ChannelCloseSummaryInput {
  channel_point?: string | undefined;
  chan_id?: string | number | undefined;
  chain_hash?: string | undefined;
  closing_tx_hash?: string | undefined;
  remote_pubkey?: string | undefined;
  capacity?: string | number | undefined;
  close_height?: number | undefined;
  settled_balance?: string | number | undefined;
  time_locked_balance?: string | number | undefined;
  close_type?: ChannelCloseSummary_ClosureType | undefined;
  open_initiator?: Initiator | undefined;
  close_initiator?: Initiator | undefined;
  resolutions?: readonly ResolutionInput[] | undefined;
  alias_scids?: readonly (string | number)[] | undefined;
  zero_conf_confirmed_scid?: string | number | undefined;
  custom_channel_data?: Uint8Array | undefined;
}

export interface Resolution {
  resolution_type: ResolutionType;
  outcome: ResolutionOutcome;
  outpoint: OutPoint | null;
  amount_sat: string;
  sweep_txid: string;
}
export interface ResolutionInput {
  resolution_type?: ResolutionType | undefined;
  outcome?: ResolutionOutcome | undefined;
  outpoint?: OutPointInput | undefined;
  amount_sat?: string | number | undefined;
  sweep_txid?: string | undefined;
}

export interface ClosedChannelsRequest {
  cooperative: boolean;
  local_force: boolean;
  remote_force: boolean;
  breach: boolean;
  funding_canceled: boolean;
  abandoned: boolean;
}
export interface ClosedChannelsRequestInput {
  cooperative?: boolean | undefined;
  local_force?: boolean | undefined;
  remote_force?: boolean | undefined;
  breach?: boolean | undefined;
  funding_canceled?: boolean | undefined;
  abandoned?: boolean | undefined;
}

export interface ClosedChannelsResponse {
  channels: ChannelCloseSummary[];
}
export interface ClosedChannelsResponseInput {
  channels?: readonly ChannelCloseSummaryInput[] | undefined;
}

export interface Peer {
  pub_key: string;
  address: string;
  bytes_sent: string;
  bytes_recv: string;
  sat_sent: string;
  sat_recv: string;
  inbound: boolean;
  ping_time: string;
  sync_type: Peer_SyncType;
  features: Record<string, Feature>;
  errors: TimestampedError[];
  flap_count: number;
  last_flap_ns: string;
  last_ping_payload: Buffer;
}
export interface PeerInput {
  pub_key?: string | undefined;
  address?: string | undefined;
  bytes_sent?: string | number | undefined;
  bytes_recv?: string | number | undefined;
  sat_sent?: string | number | undefined;
  sat_recv?: string | number | undefined;
  inbound?: boolean | undefined;
  ping_time?: string | number | undefined;
  sync_type?: Peer_SyncType | undefined;
  features?: Record<string, FeatureInput> | undefined;
  errors?: readonly TimestampedErrorInput[] | undefined;
  flap_count?: number | undefined;
  last_flap_ns?: string | number | undefined;
  last_ping_payload?: Uint8Array | undefined;
}

export interface TimestampedError {
  timestamp: string;
  error: string;
}
export interface TimestampedErrorInput {
  timestamp?: string | number | undefined;
  error?: string | undefined;
}

export interface ListPeersRequest {
  latest_error: boolean;
}
export interface ListPeersRequestInput {
  latest_error?: boolean | undefined;
}

export interface ListPeersResponse {
  peers: Peer[];
}
export interface ListPeersResponseInput {
  peers?: readonly PeerInput[] | undefined;
}

export interface PeerEventSubscription {

}
export interface PeerEventSubscriptionInput {

}

export interface PeerEvent {
  pub_key: string;
  type: PeerEvent_EventType;
}
export interface PeerEventInput {
  pub_key?: string | undefined;
  type?: PeerEvent_EventType | undefined;
}

export interface GetInfoRequest {

}
export interface GetInfoRequestInput {

}

export interface GetInfoResponse {
  version: string;
  commit_hash: string;
  identity_pubkey: string;
  alias: string;
  color: string;
  num_pending_channels: number;
  num_active_channels: number;
  num_inactive_channels: number;
  num_peers: number;
  block_height: number;
  block_hash: string;
  best_header_timestamp: string;
  synced_to_chain: boolean;
  synced_to_graph: boolean;
  testnet: boolean;
  chains: Chain[];
  uris: string[];
  features: Record<string, Feature>;
  require_htlc_interceptor: boolean;
  store_final_htlc_resolutions: boolean;
  wallet_synced: boolean;
  graph_cache_status: GraphCacheStatus;
}
export interface GetInfoResponseInput {
  version?: string | undefined;
  commit_hash?: string | undefined;
  identity_pubkey?: string | undefined;
  alias?: string | undefined;
  color?: string | undefined;
  num_pending_channels?: number | undefined;
  num_active_channels?: number | undefined;
  num_inactive_channels?: number | undefined;
  num_peers?: number | undefined;
  block_height?: number | undefined;
  block_hash?: string | undefined;
  best_header_timestamp?: string | number | undefined;
  synced_to_chain?: boolean | undefined;
  synced_to_graph?: boolean | undefined;
  testnet?: boolean | undefined;
  chains?: readonly ChainInput[] | undefined;
  uris?: readonly string[] | undefined;
  features?: Record<string, FeatureInput> | undefined;
  require_htlc_interceptor?: boolean | undefined;
  store_final_htlc_resolutions?: boolean | undefined;
  wallet_synced?: boolean | undefined;
  graph_cache_status?: GraphCacheStatus | undefined;
}

export interface GetDebugInfoRequest {
  include_log: boolean;
}
export interface GetDebugInfoRequestInput {
  include_log?: boolean | undefined;
}

export interface GetDebugInfoResponse {
  config: Record<string, string>;
  log: string[];
}
export interface GetDebugInfoResponseInput {
  config?: Record<string, string> | undefined;
  log?: readonly string[] | undefined;
}

export interface GetRecoveryInfoRequest {

}
export interface GetRecoveryInfoRequestInput {

}

export interface GetRecoveryInfoResponse {
  recovery_mode: boolean;
  recovery_finished: boolean;
  progress: number;
}
export interface GetRecoveryInfoResponseInput {
  recovery_mode?: boolean | undefined;
  recovery_finished?: boolean | undefined;
  progress?: number | undefined;
}

export interface Chain {
  chain: string;
  network: string;
}
export interface ChainInput {
  chain?: string | undefined;
  network?: string | undefined;
}

export interface ChannelOpenUpdate {
  channel_point: ChannelPoint | null;
}
export interface ChannelOpenUpdateInput {
  channel_point?: ChannelPointInput | undefined;
}

export interface CloseOutput {
  amount_sat: string;
  pk_script: Buffer;
  is_local: boolean;
  custom_channel_data: Buffer;
}
export interface CloseOutputInput {
  amount_sat?: string | number | undefined;
  pk_script?: Uint8Array | undefined;
  is_local?: boolean | undefined;
  custom_channel_data?: Uint8Array | undefined;
}

export interface ChannelCloseUpdate {
  closing_txid: Buffer;
  success: boolean;
  local_close_output: CloseOutput | null;
  remote_close_output: CloseOutput | null;
  additional_outputs: CloseOutput[];
}
export interface ChannelCloseUpdateInput {
  closing_txid?: Uint8Array | undefined;
  success?: boolean | undefined;
  local_close_output?: CloseOutputInput | undefined;
  remote_close_output?: CloseOutputInput | undefined;
  additional_outputs?: readonly CloseOutputInput[] | undefined;
}

export interface CloseChannelRequest {
  channel_point: ChannelPoint | null;
  force: boolean;
  target_conf: number;
  sat_per_byte: string;
  delivery_address: string;
  sat_per_vbyte: string;
  max_fee_per_vbyte: string;
  no_wait: boolean;
}
export interface CloseChannelRequestInput {
  channel_point?: ChannelPointInput | undefined;
  force?: boolean | undefined;
  target_conf?: number | undefined;
  sat_per_byte?: string | number | undefined;
  delivery_address?: string | undefined;
  sat_per_vbyte?: string | number | undefined;
  max_fee_per_vbyte?: string | number | undefined;
  no_wait?: boolean | undefined;
}

export interface CloseStatusUpdate {
  close_pending?: PendingUpdate;
  chan_close?: ChannelCloseUpdate;
  close_instant?: InstantUpdate;
  /** Which of the oneof's fields is set. */
  update?: "close_pending" | "chan_close" | "close_instant";
}
export interface CloseStatusUpdateInput {
  close_pending?: PendingUpdateInput | undefined;
  chan_close?: ChannelCloseUpdateInput | undefined;
  close_instant?: InstantUpdateInput | undefined;
}

export interface PendingUpdate {
  txid: Buffer;
  output_index: number;
  fee_per_vbyte: string;
  local_close_tx: boolean;
}
export interface PendingUpdateInput {
  txid?: Uint8Array | undefined;
  output_index?: number | undefined;
  fee_per_vbyte?: string | number | undefined;
  local_close_tx?: boolean | undefined;
}

export interface InstantUpdate {
  num_pending_htlcs: number;
}
export interface InstantUpdateInput {
  num_pending_htlcs?: number | undefined;
}

export interface ReadyForPsbtFunding {
  funding_address: string;
  funding_amount: string;
  psbt: Buffer;
}
export interface ReadyForPsbtFundingInput {
  funding_address?: string | undefined;
  funding_amount?: string | number | undefined;
  psbt?: Uint8Array | undefined;
}

export interface BatchOpenChannelRequest {
  channels: BatchOpenChannel[];
  target_conf: number;
  sat_per_vbyte: string;
  min_confs: number;
  spend_unconfirmed: boolean;
  label: string;
  coin_selection_strategy: CoinSelectionStrategy;
}
export interface BatchOpenChannelRequestInput {
  channels?: readonly BatchOpenChannelInput[] | undefined;
  target_conf?: number | undefined;
  sat_per_vbyte?: string | number | undefined;
  min_confs?: number | undefined;
  spend_unconfirmed?: boolean | undefined;
  label?: string | undefined;
  coin_selection_strategy?: CoinSelectionStrategy | undefined;
}

export interface BatchOpenChannel {
  node_pubkey: Buffer;
  local_funding_amount: string;
  push_sat: string;
  private: boolean;
  min_htlc_msat: string;
  remote_csv_delay: number;
  close_address: string;
  pending_chan_id: Buffer;
  commitment_type: CommitmentType;
  remote_max_value_in_flight_msat: string;
  remote_max_htlcs: number;
  max_local_csv: number;
  zero_conf: boolean;
  scid_alias: boolean;
  base_fee: string;
  fee_rate: string;
  use_base_fee: boolean;
  use_fee_rate: boolean;
  remote_chan_reserve_sat: string;
  memo: string;
}
export interface BatchOpenChannelInput {
  node_pubkey?: Uint8Array | undefined;
  local_funding_amount?: string | number | undefined;
  push_sat?: string | number | undefined;
  private?: boolean | undefined;
  min_htlc_msat?: string | number | undefined;
  remote_csv_delay?: number | undefined;
  close_address?: string | undefined;
  pending_chan_id?: Uint8Array | undefined;
  commitment_type?: CommitmentType | undefined;
  remote_max_value_in_flight_msat?: string | number | undefined;
  remote_max_htlcs?: number | undefined;
  max_local_csv?: number | undefined;
  zero_conf?: boolean | undefined;
  scid_alias?: boolean | undefined;
  base_fee?: string | number | undefined;
  fee_rate?: string | number | undefined;
  use_base_fee?: boolean | undefined;
  use_fee_rate?: boolean | undefined;
  remote_chan_reserve_sat?: string | number | undefined;
  memo?: string | undefined;
}

export interface BatchOpenChannelResponse {
  pending_channels: PendingUpdate[];
}
export interface BatchOpenChannelResponseInput {
  pending_channels?: readonly PendingUpdateInput[] | undefined;
}

export interface OpenChannelRequest {
  sat_per_vbyte: string;
  node_pubkey: Buffer;
  node_pubkey_string: string;
  local_funding_amount: string;
  push_sat: string;
  target_conf: number;
  sat_per_byte: string;
  private: boolean;
  min_htlc_msat: string;
  remote_csv_delay: number;
  min_confs: number;
  spend_unconfirmed: boolean;
  close_address: string;
  funding_shim: FundingShim | null;
  remote_max_value_in_flight_msat: string;
  remote_max_htlcs: number;
  max_local_csv: number;
  commitment_type: CommitmentType;
  zero_conf: boolean;
  scid_alias: boolean;
  base_fee: string;
  fee_rate: string;
  use_base_fee: boolean;
  use_fee_rate: boolean;
  remote_chan_reserve_sat: string;
  fund_max: boolean;
  memo: string;
  outpoints: OutPoint[];
}
export interface OpenChannelRequestInput {
  sat_per_vbyte?: string | number | undefined;
  node_pubkey?: Uint8Array | undefined;
  node_pubkey_string?: string | undefined;
  local_funding_amount?: string | number | undefined;
  push_sat?: string | number | undefined;
  target_conf?: number | undefined;
  sat_per_byte?: string | number | undefined;
  private?: boolean | undefined;
  min_htlc_msat?: string | number | undefined;
  remote_csv_delay?: number | undefined;
  min_confs?: number | undefined;
  spend_unconfirmed?: boolean | undefined;
  close_address?: string | undefined;
  funding_shim?: FundingShimInput | undefined;
  remote_max_value_in_flight_msat?: string | number | undefined;
  remote_max_htlcs?: number | undefined;
  max_local_csv?: number | undefined;
  commitment_type?: CommitmentType | undefined;
  zero_conf?: boolean | undefined;
  scid_alias?: boolean | undefined;
  base_fee?: string | number | undefined;
  fee_rate?: string | number | undefined;
  use_base_fee?: boolean | undefined;
  use_fee_rate?: boolean | undefined;
  remote_chan_reserve_sat?: string | number | undefined;
  fund_max?: boolean | undefined;
  memo?: string | undefined;
  outpoints?: readonly OutPointInput[] | undefined;
}

export interface OpenStatusUpdate {
  chan_pending?: PendingUpdate;
  chan_open?: ChannelOpenUpdate;
  psbt_fund?: ReadyForPsbtFunding;
  pending_chan_id: Buffer;
  /** Which of the oneof's fields is set. */
  update?: "chan_pending" | "chan_open" | "psbt_fund";
}
export interface OpenStatusUpdateInput {
  chan_pending?: PendingUpdateInput | undefined;
  chan_open?: ChannelOpenUpdateInput | undefined;
  psbt_fund?: ReadyForPsbtFundingInput | undefined;
  pending_chan_id?: Uint8Array | undefined;
}

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

export interface ChanPointShim {
  amt: string;
  chan_point: ChannelPoint | null;
  local_key: KeyDescriptor | null;
  remote_key: Buffer;
  pending_chan_id: Buffer;
  thaw_height: number;
  musig2: boolean;
}
export interface ChanPointShimInput {
  amt?: string | number | undefined;
  chan_point?: ChannelPointInput | undefined;
  local_key?: KeyDescriptorInput | undefined;
  remote_key?: Uint8Array | undefined;
  pending_chan_id?: Uint8Array | undefined;
  thaw_height?: number | undefined;
  musig2?: boolean | undefined;
}

export interface PsbtShim {
  pending_chan_id: Buffer;
  base_psbt: Buffer;
  no_publish: boolean;
}
export interface PsbtShimInput {
  pending_chan_id?: Uint8Array | undefined;
  base_psbt?: Uint8Array | undefined;
  no_publish?: boolean | undefined;
}

export interface FundingShim {
  chan_point_shim?: ChanPointShim;
  psbt_shim?: PsbtShim;
  /** Which of the oneof's fields is set. */
  shim?: "chan_point_shim" | "psbt_shim";
}
export interface FundingShimInput {
  chan_point_shim?: ChanPointShimInput | undefined;
  psbt_shim?: PsbtShimInput | undefined;
}

export interface FundingShimCancel {
  pending_chan_id: Buffer;
}
export interface FundingShimCancelInput {
  pending_chan_id?: Uint8Array | undefined;
}

export interface FundingPsbtVerify {
  funded_psbt: Buffer;
  pending_chan_id: Buffer;
  skip_finalize: boolean;
}
export interface FundingPsbtVerifyInput {
  funded_psbt?: Uint8Array | undefined;
  pending_chan_id?: Uint8Array | undefined;
  skip_finalize?: boolean | undefined;
}

export interface FundingPsbtFinalize {
  signed_psbt: Buffer;
  pending_chan_id: Buffer;
  final_raw_tx: Buffer;
}
export interface FundingPsbtFinalizeInput {
  signed_psbt?: Uint8Array | undefined;
  pending_chan_id?: Uint8Array | undefined;
  final_raw_tx?: Uint8Array | undefined;
}

export interface FundingTransitionMsg {
  shim_register?: FundingShim;
  shim_cancel?: FundingShimCancel;
  psbt_verify?: FundingPsbtVerify;
  psbt_finalize?: FundingPsbtFinalize;
  /** Which of the oneof's fields is set. */
  trigger?: "shim_register" | "shim_cancel" | "psbt_verify" | "psbt_finalize";
}
export interface FundingTransitionMsgInput {
  shim_register?: FundingShimInput | undefined;
  shim_cancel?: FundingShimCancelInput | undefined;
  psbt_verify?: FundingPsbtVerifyInput | undefined;
  psbt_finalize?: FundingPsbtFinalizeInput | undefined;
}

export interface FundingStateStepResp {

}
export interface FundingStateStepRespInput {

}

export interface PendingHTLC {
  incoming: boolean;
  amount: string;
  outpoint: string;
  maturity_height: number;
  blocks_til_maturity: number;
  stage: number;
}
export interface PendingHTLCInput {
  incoming?: boolean | undefined;
  amount?: string | number | undefined;
  outpoint?: string | undefined;
  maturity_height?: number | undefined;
  blocks_til_maturity?: number | undefined;
  stage?: number | undefined;
}

export interface PendingChannelsRequest {
  include_raw_tx: boolean;
}
export interface PendingChannelsRequestInput {
  include_raw_tx?: boolean | undefined;
}

export interface PendingChannelsResponse {
  total_limbo_balance: string;
  pending_open_channels: PendingChannelsResponse_PendingOpenChannel[];
  pending_closing_channels: PendingChannelsResponse_ClosedChannel[];
  pending_force_closing_channels: PendingChannelsResponse_ForceClosedChannel[];
  waiting_close_channels: PendingChannelsResponse_WaitingCloseChannel[];
}
export interface PendingChannelsResponseInput {
  total_limbo_balance?: string | number | undefined;
  pending_open_channels?: readonly PendingChannelsResponse_PendingOpenChannelInput[] | undefined;
  pending_closing_channels?: readonly PendingChannelsResponse_ClosedChannelInput[] | undefined;
  pending_force_closing_channels?: readonly PendingChannelsResponse_ForceClosedChannelInput[] | undefined;
  waiting_close_channels?: readonly PendingChannelsResponse_WaitingCloseChannelInput[] | undefined;
}

export interface PendingChannelsResponse_PendingChannel {
  remote_node_pub: string;
  channel_point: string;
  capacity: string;
  local_balance: string;
  remote_balance: string;
  local_chan_reserve_sat: string;
  remote_chan_reserve_sat: string;
  initiator: Initiator;
  commitment_type: CommitmentType;
  num_forwarding_packages: string;
  chan_status_flags: string;
  private: boolean;
  memo: string;
  custom_channel_data: Buffer;
}
export interface PendingChannelsResponse_PendingChannelInput {
  remote_node_pub?: string | undefined;
  channel_point?: string | undefined;
  capacity?: string | number | undefined;
  local_balance?: string | number | undefined;
  remote_balance?: string | number | undefined;
  local_chan_reserve_sat?: string | number | undefined;
  remote_chan_reserve_sat?: string | number | undefined;
  initiator?: Initiator | undefined;
  commitment_type?: CommitmentType | undefined;
  num_forwarding_packages?: string | number | undefined;
  chan_status_flags?: string | undefined;
  private?: boolean | undefined;
  memo?: string | undefined;
  custom_channel_data?: Uint8Array | undefined;
}

export interface PendingChannelsResponse_PendingOpenChannel {
  channel: PendingChannelsResponse_PendingChannel | null;
  commit_fee: string;
  commit_weight: string;
  fee_per_kw: string;
  funding_expiry_blocks: number;
  confirmations_until_active: number;
  confirmation_height: number;
}
export interface PendingChannelsResponse_PendingOpenChannelInput {
  channel?: PendingChannelsResponse_PendingChannelInput | undefined;
  commit_fee?: string | number | undefined;
  commit_weight?: string | number | undefined;
  fee_per_kw?: string | number | undefined;
  funding_expiry_blocks?: number | undefined;
  confirmations_until_active?: number | undefined;
  confirmation_height?: number | undefined;
}

export interface PendingChannelsResponse_WaitingCloseChannel {
  channel: PendingChannelsResponse_PendingChannel | null;
  limbo_balance: string;
  commitments: PendingChannelsResponse_Commitments | null;
  closing_txid: string;
  closing_tx_hex: string;
  blocks_til_close_confirmed: number;
  close_height: number;
}
export interface PendingChannelsResponse_WaitingCloseChannelInput {
  channel?: PendingChannelsResponse_PendingChannelInput | undefined;
  limbo_balance?: string | number | undefined;
  commitments?: PendingChannelsResponse_CommitmentsInput | undefined;
  closing_txid?: string | undefined;
  closing_tx_hex?: string | undefined;
  blocks_til_close_confirmed?: number | undefined;
  close_height?: number | undefined;
}

export interface PendingChannelsResponse_Commitments {
  local_txid: string;
  remote_txid: string;
  remote_pending_txid: string;
  local_commit_fee_sat: string;
  remote_commit_fee_sat: string;
  remote_pending_commit_fee_sat: string;
}
export interface PendingChannelsResponse_CommitmentsInput {
  local_txid?: string | undefined;
  remote_txid?: string | undefined;
  remote_pending_txid?: string | undefined;
  local_commit_fee_sat?: string | number | undefined;
  remote_commit_fee_sat?: string | number | undefined;
  remote_pending_commit_fee_sat?: string | number | undefined;
}

export interface PendingChannelsResponse_ClosedChannel {
  channel: PendingChannelsResponse_PendingChannel | null;
  closing_txid: string;
}
export interface PendingChannelsResponse_ClosedChannelInput {
  channel?: PendingChannelsResponse_PendingChannelInput | undefined;
  closing_txid?: string | undefined;
}

export interface PendingChannelsResponse_ForceClosedChannel {
  channel: PendingChannelsResponse_PendingChannel | null;
  closing_txid: string;
  limbo_balance: string;
  maturity_height: number;
  blocks_til_maturity: number;
  recovered_balance: string;
  pending_htlcs: PendingHTLC[];
  anchor: PendingChannelsResponse_ForceClosedChannel_AnchorState;
}
export interface PendingChannelsResponse_ForceClosedChannelInput {
  channel?: PendingChannelsResponse_PendingChannelInput | undefined;
  closing_txid?: string | undefined;
  limbo_balance?: string | number | undefined;
  maturity_height?: number | undefined;
  blocks_til_maturity?: number | undefined;
  recovered_balance?: string | number | undefined;
  pending_htlcs?: readonly PendingHTLCInput[] | undefined;
  anchor?: PendingChannelsResponse_ForceClosedChannel_AnchorState | undefined;
}

export interface ChannelEventSubscription {

}
export interface ChannelEventSubscriptionInput {

}

export interface ChannelCommitUpdate {
  channel: Channel | null;
}
export interface ChannelCommitUpdateInput {
  channel?: ChannelInput | undefined;
}

export interface ChannelEventUpdate {
  open_channel?: Channel;
  closed_channel?: ChannelCloseSummary;
  active_channel?: ChannelPoint;
  inactive_channel?: ChannelPoint;
  pending_open_channel?: PendingUpdate;
  fully_resolved_channel?: ChannelPoint;
  channel_funding_timeout?: ChannelPoint;
  updated_channel?: ChannelCommitUpdate;
  type: ChannelEventUpdate_UpdateType;
  /** Which of the oneof's fields is set. */
  channel?: "open_channel" | "closed_channel" | "active_channel" | "inactive_channel" | "pending_open_channel" | "fully_resolved_channel" | "channel_funding_timeout" | "updated_channel";
}
export interface ChannelEventUpdateInput {
  open_channel?: ChannelInput | undefined;
  closed_channel?: ChannelCloseSummaryInput | undefined;
  active_channel?: ChannelPointInput | undefined;
  inactive_channel?: ChannelPointInput | undefined;
  pending_open_channel?: PendingUpdateInput | undefined;
  fully_resolved_channel?: ChannelPointInput | undefined;
  channel_funding_timeout?: ChannelPointInput | undefined;
  updated_channel?: ChannelCommitUpdateInput | undefined;
  type?: ChannelEventUpdate_UpdateType | undefined;
}

export interface WalletAccountBalance {
  confirmed_balance: string;
  unconfirmed_balance: string;
}
export interface WalletAccountBalanceInput {
  confirmed_balance?: string | number | undefined;
  unconfirmed_balance?: string | number | undefined;
}

export interface WalletBalanceRequest {
  account: string;
  min_confs: number;
}
export interface WalletBalanceRequestInput {
  account?: string | undefined;
  min_confs?: number | undefined;
}

export interface WalletBalanceResponse {
  total_balance: string;
  confirmed_balance: string;
  unconfirmed_balance: string;
  locked_balance: string;
  reserved_balance_anchor_chan: string;
  account_balance: Record<string, WalletAccountBalance>;
}
export interface WalletBalanceResponseInput {
  total_balance?: string | number | undefined;
  confirmed_balance?: string | number | undefined;
  unconfirmed_balance?: string | number | undefined;
  locked_balance?: string | number | undefined;
  reserved_balance_anchor_chan?: string | number | undefined;
  account_balance?: Record<string, WalletAccountBalanceInput> | undefined;
}

export interface Amount {
  sat: string;
  msat: string;
}
export interface AmountInput {
  sat?: string | number | undefined;
  msat?: string | number | undefined;
}

export interface ChannelBalanceRequest {

}
export interface ChannelBalanceRequestInput {

}

export interface ChannelBalanceResponse {
  balance: string;
  pending_open_balance: string;
  local_balance: Amount | null;
  remote_balance: Amount | null;
  unsettled_local_balance: Amount | null;
  unsettled_remote_balance: Amount | null;
  pending_open_local_balance: Amount | null;
  pending_open_remote_balance: Amount | null;
  custom_channel_data: Buffer;
}
export interface ChannelBalanceResponseInput {
  balance?: string | number | undefined;
  pending_open_balance?: string | number | undefined;
  local_balance?: AmountInput | undefined;
  remote_balance?: AmountInput | undefined;
  unsettled_local_balance?: AmountInput | undefined;
  unsettled_remote_balance?: AmountInput | undefined;
  pending_open_local_balance?: AmountInput | undefined;
  pending_open_remote_balance?: AmountInput | undefined;
  custom_channel_data?: Uint8Array | undefined;
}

export interface QueryRoutesRequest {
  pub_key: string;
  amt: string;
  amt_msat: string;
  final_cltv_delta: number;
  fee_limit: FeeLimit | null;
  ignored_nodes: Buffer[];
  ignored_edges: EdgeLocator[];
  source_pub_key: string;
  use_mission_control: boolean;
  ignored_pairs: NodePair[];
  cltv_limit: number;
  dest_custom_records: Record<string, Buffer>;
  last_hop_pubkey: Buffer;
  route_hints: RouteHint[];
  blinded_payment_paths: BlindedPaymentPath[];
  dest_features: FeatureBit[];
  time_pref: number;
  outgoing_chan_ids: string[];
}
export interface QueryRoutesRequestInput {
  pub_key?: string | undefined;
  amt?: string | number | undefined;
  amt_msat?: string | number | undefined;
  final_cltv_delta?: number | undefined;
  fee_limit?: FeeLimitInput | undefined;
  ignored_nodes?: readonly Uint8Array[] | undefined;
  ignored_edges?: readonly EdgeLocatorInput[] | undefined;
  source_pub_key?: string | undefined;
  use_mission_control?: boolean | undefined;
  ignored_pairs?: readonly NodePairInput[] | undefined;
  cltv_limit?: number | undefined;
  dest_custom_records?: Record<string, Uint8Array> | undefined;
  last_hop_pubkey?: Uint8Array | undefined;
  route_hints?: readonly RouteHintInput[] | undefined;
  blinded_payment_paths?: readonly BlindedPaymentPathInput[] | undefined;
  dest_features?: readonly FeatureBit[] | undefined;
  time_pref?: number | undefined;
  outgoing_chan_ids?: readonly (string | number)[] | undefined;
}

export interface NodePair {
  from: Buffer;
  to: Buffer;
}
export interface NodePairInput {
  from?: Uint8Array | undefined;
  to?: Uint8Array | undefined;
}

export interface EdgeLocator {
  channel_id: string;
  direction_reverse: boolean;
}
export interface EdgeLocatorInput {
  channel_id?: string | number | undefined;
  direction_reverse?: boolean | undefined;
}

export interface QueryRoutesResponse {
  routes: Route[];
  success_prob: number;
}
export interface QueryRoutesResponseInput {
  routes?: readonly RouteInput[] | undefined;
  success_prob?: number | undefined;
}

export interface Hop {
  chan_id: string;
  chan_capacity: string;
  amt_to_forward: string;
  fee: string;
  expiry: number;
  amt_to_forward_msat: string;
  fee_msat: string;
  pub_key: string;
  tlv_payload: boolean;
  mpp_record: MPPRecord | null;
  amp_record: AMPRecord | null;
  custom_records: Record<string, Buffer>;
  metadata: Buffer;
  blinding_point: Buffer;
  encrypted_data: Buffer;
  total_amt_msat: string;
}
export interface HopInput {
  chan_id?: string | number | undefined;
  chan_capacity?: string | number | undefined;
  amt_to_forward?: string | number | undefined;
  fee?: string | number | undefined;
  expiry?: number | undefined;
  amt_to_forward_msat?: string | number | undefined;
  fee_msat?: string | number | undefined;
  pub_key?: string | undefined;
  tlv_payload?: boolean | undefined;
  mpp_record?: MPPRecordInput | undefined;
  amp_record?: AMPRecordInput | undefined;
  custom_records?: Record<string, Uint8Array> | undefined;
  metadata?: Uint8Array | undefined;
  blinding_point?: Uint8Array | undefined;
  encrypted_data?: Uint8Array | undefined;
  total_amt_msat?: string | number | undefined;
}

export interface MPPRecord {
  payment_addr: Buffer;
  total_amt_msat: string;
}
export interface MPPRecordInput {
  payment_addr?: Uint8Array | undefined;
  total_amt_msat?: string | number | undefined;
}

export interface AMPRecord {
  root_share: Buffer;
  set_id: Buffer;
  child_index: number;
}
export interface AMPRecordInput {
  root_share?: Uint8Array | undefined;
  set_id?: Uint8Array | undefined;
  child_index?: number | undefined;
}

export interface Route {
  total_time_lock: number;
  total_fees: string;
  total_amt: string;
  hops: Hop[];
  total_fees_msat: string;
  total_amt_msat: string;
  first_hop_amount_msat: string;
  custom_channel_data: Buffer;
}
export interface RouteInput {
  total_time_lock?: number | undefined;
  total_fees?: string | number | undefined;
  total_amt?: string | number | undefined;
  hops?: readonly HopInput[] | undefined;
  total_fees_msat?: string | number | undefined;
  total_amt_msat?: string | number | undefined;
  first_hop_amount_msat?: string | number | undefined;
  custom_channel_data?: Uint8Array | undefined;
}

export interface NodeInfoRequest {
  pub_key: string;
  include_channels: boolean;
  include_auth_proof: boolean;
}
export interface NodeInfoRequestInput {
  pub_key?: string | undefined;
  include_channels?: boolean | undefined;
  include_auth_proof?: boolean | undefined;
}

export interface NodeInfo {
  node: LightningNode | null;
  num_channels: number;
  total_capacity: string;
  channels: ChannelEdge[];
}
export interface NodeInfoInput {
  node?: LightningNodeInput | undefined;
  num_channels?: number | undefined;
  total_capacity?: string | number | undefined;
  channels?: readonly ChannelEdgeInput[] | undefined;
}

export interface LightningNode {
  last_update: number;
  pub_key: string;
  alias: string;
  addresses: NodeAddress[];
  color: string;
  features: Record<string, Feature>;
  custom_records: Record<string, Buffer>;
}
export interface LightningNodeInput {
  last_update?: number | undefined;
  pub_key?: string | undefined;
  alias?: string | undefined;
  addresses?: readonly NodeAddressInput[] | undefined;
  color?: string | undefined;
  features?: Record<string, FeatureInput> | undefined;
  custom_records?: Record<string, Uint8Array> | undefined;
}

export interface NodeAddress {
  network: string;
  addr: string;
}
export interface NodeAddressInput {
  network?: string | undefined;
  addr?: string | undefined;
}

export interface RoutingPolicy {
  time_lock_delta: number;
  min_htlc: string;
  fee_base_msat: string;
  fee_rate_milli_msat: string;
  disabled: boolean;
  max_htlc_msat: string;
  last_update: number;
  custom_records: Record<string, Buffer>;
  inbound_fee_base_msat: number;
  inbound_fee_rate_milli_msat: number;
}
export interface RoutingPolicyInput {
  time_lock_delta?: number | undefined;
  min_htlc?: string | number | undefined;
  fee_base_msat?: string | number | undefined;
  fee_rate_milli_msat?: string | number | undefined;
  disabled?: boolean | undefined;
  max_htlc_msat?: string | number | undefined;
  last_update?: number | undefined;
  custom_records?: Record<string, Uint8Array> | undefined;
  inbound_fee_base_msat?: number | undefined;
  inbound_fee_rate_milli_msat?: number | undefined;
}

export interface ChannelAuthProof {
  node_sig1: Buffer;
  bitcoin_sig1: Buffer;
  node_sig2: Buffer;
  bitcoin_sig2: Buffer;
}
export interface ChannelAuthProofInput {
  node_sig1?: Uint8Array | undefined;
  bitcoin_sig1?: Uint8Array | undefined;
  node_sig2?: Uint8Array | undefined;
  bitcoin_sig2?: Uint8Array | undefined;
}

export interface ChannelEdge {
  channel_id: string;
  chan_point: string;
  last_update: number;
  node1_pub: string;
  node2_pub: string;
  capacity: string;
  node1_policy: RoutingPolicy | null;
  node2_policy: RoutingPolicy | null;
  custom_records: Record<string, Buffer>;
  auth_proof: ChannelAuthProof | null;
}
export interface ChannelEdgeInput {
  channel_id?: string | number | undefined;
  chan_point?: string | undefined;
  last_update?: number | undefined;
  node1_pub?: string | undefined;
  node2_pub?: string | undefined;
  capacity?: string | number | undefined;
  node1_policy?: RoutingPolicyInput | undefined;
  node2_policy?: RoutingPolicyInput | undefined;
  custom_records?: Record<string, Uint8Array> | undefined;
  auth_proof?: ChannelAuthProofInput | undefined;
}

export interface ChannelGraphRequest {
  include_unannounced: boolean;
  include_auth_proof: boolean;
}
export interface ChannelGraphRequestInput {
  include_unannounced?: boolean | undefined;
  include_auth_proof?: boolean | undefined;
}

export interface ChannelGraph {
  nodes: LightningNode[];
  edges: ChannelEdge[];
}
export interface ChannelGraphInput {
  nodes?: readonly LightningNodeInput[] | undefined;
  edges?: readonly ChannelEdgeInput[] | undefined;
}

export interface NodeMetricsRequest {
  types: NodeMetricType[];
}
export interface NodeMetricsRequestInput {
  types?: readonly NodeMetricType[] | undefined;
}

export interface NodeMetricsResponse {
  betweenness_centrality: Record<string, FloatMetric>;
}
export interface NodeMetricsResponseInput {
  betweenness_centrality?: Record<string, FloatMetricInput> | undefined;
}

export interface FloatMetric {
  value: number;
  normalized_value: number;
}
export interface FloatMetricInput {
  value?: number | undefined;
  normalized_value?: number | undefined;
}

export interface ChanInfoRequest {
  chan_id: string;
  chan_point: string;
  include_auth_proof: boolean;
}
export interface ChanInfoRequestInput {
  chan_id?: string | number | undefined;
  chan_point?: string | undefined;
  include_auth_proof?: boolean | undefined;
}

export interface NetworkInfoRequest {

}
export interface NetworkInfoRequestInput {

}

export interface NetworkInfo {
  graph_diameter: number;
  avg_out_degree: number;
  max_out_degree: number;
  num_nodes: number;
  num_channels: number;
  total_network_capacity: string;
  avg_channel_size: number;
  min_channel_size: string;
  max_channel_size: string;
  median_channel_size_sat: string;
  num_zombie_chans: string;
}
export interface NetworkInfoInput {
  graph_diameter?: number | undefined;
  avg_out_degree?: number | undefined;
  max_out_degree?: number | undefined;
  num_nodes?: number | undefined;
  num_channels?: number | undefined;
  total_network_capacity?: string | number | undefined;
  avg_channel_size?: number | undefined;
  min_channel_size?: string | number | undefined;
  max_channel_size?: string | number | undefined;
  median_channel_size_sat?: string | number | undefined;
  num_zombie_chans?: string | number | undefined;
}

export interface StopRequest {

}
export interface StopRequestInput {

}

export interface StopResponse {
  status: string;
}
export interface StopResponseInput {
  status?: string | undefined;
}

export interface GraphTopologySubscription {

}
export interface GraphTopologySubscriptionInput {

}

export interface GraphTopologyUpdate {
  node_updates: NodeUpdate[];
  channel_updates: ChannelEdgeUpdate[];
  closed_chans: ClosedChannelUpdate[];
}
export interface GraphTopologyUpdateInput {
  node_updates?: readonly NodeUpdateInput[] | undefined;
  channel_updates?: readonly ChannelEdgeUpdateInput[] | undefined;
  closed_chans?: readonly ClosedChannelUpdateInput[] | undefined;
}

export interface NodeUpdate {
  addresses: string[];
  identity_key: string;
  global_features: Buffer;
  alias: string;
  color: string;
  node_addresses: NodeAddress[];
  features: Record<string, Feature>;
}
export interface NodeUpdateInput {
  addresses?: readonly string[] | undefined;
  identity_key?: string | undefined;
  global_features?: Uint8Array | undefined;
  alias?: string | undefined;
  color?: string | undefined;
  node_addresses?: readonly NodeAddressInput[] | undefined;
  features?: Record<string, FeatureInput> | undefined;
}

export interface ChannelEdgeUpdate {
  chan_id: string;
  chan_point: ChannelPoint | null;
  capacity: string;
  routing_policy: RoutingPolicy | null;
  advertising_node: string;
  connecting_node: string;
}
export interface ChannelEdgeUpdateInput {
  chan_id?: string | number | undefined;
  chan_point?: ChannelPointInput | undefined;
  capacity?: string | number | undefined;
  routing_policy?: RoutingPolicyInput | undefined;
  advertising_node?: string | undefined;
  connecting_node?: string | undefined;
}

export interface ClosedChannelUpdate {
  chan_id: string;
  capacity: string;
  closed_height: number;
  chan_point: ChannelPoint | null;
}
export interface ClosedChannelUpdateInput {
  chan_id?: string | number | undefined;
  capacity?: string | number | undefined;
  closed_height?: number | undefined;
  chan_point?: ChannelPointInput | undefined;
}

export interface HopHint {
  node_id: string;
  chan_id: string;
  fee_base_msat: number;
  fee_proportional_millionths: number;
  cltv_expiry_delta: number;
}
export interface HopHintInput {
  node_id?: string | undefined;
  chan_id?: string | number | undefined;
  fee_base_msat?: number | undefined;
  fee_proportional_millionths?: number | undefined;
  cltv_expiry_delta?: number | undefined;
}

export interface SetID {
  set_id: Buffer;
}
export interface SetIDInput {
  set_id?: Uint8Array | undefined;
}

export interface RouteHint {
  hop_hints: HopHint[];
}
export interface RouteHintInput {
  hop_hints?: readonly HopHintInput[] | undefined;
}

export interface BlindedPaymentPath {
  blinded_path: BlindedPath | null;
  base_fee_msat: string;
  proportional_fee_rate: number;
  total_cltv_delta: number;
  htlc_min_msat: string;
  htlc_max_msat: string;
  features: FeatureBit[];
}
export interface BlindedPaymentPathInput {
  blinded_path?: BlindedPathInput | undefined;
  base_fee_msat?: string | number | undefined;
  proportional_fee_rate?: number | undefined;
  total_cltv_delta?: number | undefined;
  htlc_min_msat?: string | number | undefined;
  htlc_max_msat?: string | number | undefined;
  features?: readonly FeatureBit[] | undefined;
}

export interface BlindedPath {
  introduction_node: Buffer;
  blinding_point: Buffer;
  blinded_hops: BlindedHop[];
}
export interface BlindedPathInput {
  introduction_node?: Uint8Array | undefined;
  blinding_point?: Uint8Array | undefined;
  blinded_hops?: readonly BlindedHopInput[] | undefined;
}

export interface BlindedHop {
  blinded_node: Buffer;
  encrypted_data: Buffer;
}
export interface BlindedHopInput {
  blinded_node?: Uint8Array | undefined;
  encrypted_data?: Uint8Array | undefined;
}

export interface AMPInvoiceState {
  state: InvoiceHTLCState;
  settle_index: string;
  settle_time: string;
  amt_paid_msat: string;
}
export interface AMPInvoiceStateInput {
  state?: InvoiceHTLCState | undefined;
  settle_index?: string | number | undefined;
  settle_time?: string | number | undefined;
  amt_paid_msat?: string | number | undefined;
}

export interface Invoice {
  memo: string;
  r_preimage: Buffer;
  r_hash: Buffer;
  value: string;
  value_msat: string;
  settled: boolean;
  creation_date: string;
  settle_date: string;
  payment_request: string;
  description_hash: Buffer;
  expiry: string;
  fallback_addr: string;
  cltv_expiry: string;
  route_hints: RouteHint[];
  private: boolean;
  add_index: string;
  settle_index: string;
  amt_paid: string;
  amt_paid_sat: string;
  amt_paid_msat: string;
  state: Invoice_InvoiceState;
  htlcs: InvoiceHTLC[];
  features: Record<string, Feature>;
  is_keysend: boolean;
  payment_addr: Buffer;
  is_amp: boolean;
  amp_invoice_state: Record<string, AMPInvoiceState>;
  is_blinded: boolean;
  blinded_path_config: BlindedPathConfig | null;
}
export interface InvoiceInput {
  memo?: string | undefined;
  r_preimage?: Uint8Array | undefined;
  r_hash?: Uint8Array | undefined;
  value?: string | number | undefined;
  value_msat?: string | number | undefined;
  settled?: boolean | undefined;
  creation_date?: string | number | undefined;
  settle_date?: string | number | undefined;
  payment_request?: string | undefined;
  description_hash?: Uint8Array | undefined;
  expiry?: string | number | undefined;
  fallback_addr?: string | undefined;
  cltv_expiry?: string | number | undefined;
  route_hints?: readonly RouteHintInput[] | undefined;
  private?: boolean | undefined;
  add_index?: string | number | undefined;
  settle_index?: string | number | undefined;
  amt_paid?: string | number | undefined;
  amt_paid_sat?: string | number | undefined;
  amt_paid_msat?: string | number | undefined;
  state?: Invoice_InvoiceState | undefined;
  htlcs?: readonly InvoiceHTLCInput[] | undefined;
  features?: Record<string, FeatureInput> | undefined;
  is_keysend?: boolean | undefined;
  payment_addr?: Uint8Array | undefined;
  is_amp?: boolean | undefined;
  amp_invoice_state?: Record<string, AMPInvoiceStateInput> | undefined;
  is_blinded?: boolean | undefined;
  blinded_path_config?: BlindedPathConfigInput | undefined;
}

export interface BlindedPathConfig {
  min_num_real_hops?: number;
  num_hops?: number;
  max_num_paths?: number;
  node_omission_list: Buffer[];
  incoming_channel_list: string[];
  /** Which of the oneof's fields is set. */
  _min_num_real_hops?: "min_num_real_hops";
  /** Which of the oneof's fields is set. */
  _num_hops?: "num_hops";
  /** Which of the oneof's fields is set. */
  _max_num_paths?: "max_num_paths";
}
export interface BlindedPathConfigInput {
  min_num_real_hops?: number | undefined;
  num_hops?: number | undefined;
  max_num_paths?: number | undefined;
  node_omission_list?: readonly Uint8Array[] | undefined;
  incoming_channel_list?: readonly (string | number)[] | undefined;
}

export interface InvoiceHTLC {
  chan_id: string;
  htlc_index: string;
  amt_msat: string;
  accept_height: number;
  accept_time: string;
  resolve_time: string;
  expiry_height: number;
  state: InvoiceHTLCState;
  custom_records: Record<string, Buffer>;
  mpp_total_amt_msat: string;
  amp: AMP | null;
  custom_channel_data: Buffer;
}
export interface InvoiceHTLCInput {
  chan_id?: string | number | undefined;
  htlc_index?: string | number | undefined;
  amt_msat?: string | number | undefined;
  accept_height?: number | undefined;
  accept_time?: string | number | undefined;
  resolve_time?: string | number | undefined;
  expiry_height?: number | undefined;
  state?: InvoiceHTLCState | undefined;
  custom_records?: Record<string, Uint8Array> | undefined;
  mpp_total_amt_msat?: string | number | undefined;
  amp?: AMPInput | undefined;
  custom_channel_data?: Uint8Array | undefined;
}

export interface AMP {
  root_share: Buffer;
  set_id: Buffer;
  child_index: number;
  hash: Buffer;
  preimage: Buffer;
}
export interface AMPInput {
  root_share?: Uint8Array | undefined;
  set_id?: Uint8Array | undefined;
  child_index?: number | undefined;
  hash?: Uint8Array | undefined;
  preimage?: Uint8Array | undefined;
}

export interface AddInvoiceResponse {
  r_hash: Buffer;
  payment_request: string;
  add_index: string;
  payment_addr: Buffer;
}
export interface AddInvoiceResponseInput {
  r_hash?: Uint8Array | undefined;
  payment_request?: string | undefined;
  add_index?: string | number | undefined;
  payment_addr?: Uint8Array | undefined;
}

export interface PaymentHash {
  r_hash_str: string;
  r_hash: Buffer;
}
export interface PaymentHashInput {
  r_hash_str?: string | undefined;
  r_hash?: Uint8Array | undefined;
}

export interface ListInvoiceRequest {
  pending_only: boolean;
  index_offset: string;
  num_max_invoices: string;
  reversed: boolean;
  creation_date_start: string;
  creation_date_end: string;
}
export interface ListInvoiceRequestInput {
  pending_only?: boolean | undefined;
  index_offset?: string | number | undefined;
  num_max_invoices?: string | number | undefined;
  reversed?: boolean | undefined;
  creation_date_start?: string | number | undefined;
  creation_date_end?: string | number | undefined;
}

export interface ListInvoiceResponse {
  invoices: Invoice[];
  last_index_offset: string;
  first_index_offset: string;
}
export interface ListInvoiceResponseInput {
  invoices?: readonly InvoiceInput[] | undefined;
  last_index_offset?: string | number | undefined;
  first_index_offset?: string | number | undefined;
}

export interface InvoiceSubscription {
  add_index: string;
  settle_index: string;
}
export interface InvoiceSubscriptionInput {
  add_index?: string | number | undefined;
  settle_index?: string | number | undefined;
}

export interface DelCanceledInvoiceReq {
  invoice_hash: string;
}
export interface DelCanceledInvoiceReqInput {
  invoice_hash?: string | undefined;
}

export interface DelCanceledInvoiceResp {
  status: string;
}
export interface DelCanceledInvoiceRespInput {
  status?: string | undefined;
}

export interface Payment {
  payment_hash: string;
  value: string;
  creation_date: string;
  fee: string;
  payment_preimage: string;
  value_sat: string;
  value_msat: string;
  payment_request: string;
  status: Payment_PaymentStatus;
  fee_sat: string;
  fee_msat: string;
  creation_time_ns: string;
  htlcs: HTLCAttempt[];
  payment_index: string;
  failure_reason: PaymentFailureReason;
  first_hop_custom_records: Record<string, Buffer>;
}
export interface PaymentInput {
  payment_hash?: string | undefined;
  value?: string | number | undefined;
  creation_date?: string | number | undefined;
  fee?: string | number | undefined;
  payment_preimage?: string | undefined;
  value_sat?: string | number | undefined;
  value_msat?: string | number | undefined;
  payment_request?: string | undefined;
  status?: Payment_PaymentStatus | undefined;
  fee_sat?: string | number | undefined;
  fee_msat?: string | number | undefined;
  creation_time_ns?: string | number | undefined;
  htlcs?: readonly HTLCAttemptInput[] | undefined;
  payment_index?: string | number | undefined;
  failure_reason?: PaymentFailureReason | undefined;
  first_hop_custom_records?: Record<string, Uint8Array> | undefined;
}

export interface HTLCAttempt {
  attempt_id: string;
  status: HTLCAttempt_HTLCStatus;
  route: Route | null;
  attempt_time_ns: string;
  resolve_time_ns: string;
  failure: Failure | null;
  preimage: Buffer;
}
export interface HTLCAttemptInput {
  attempt_id?: string | number | undefined;
  status?: HTLCAttempt_HTLCStatus | undefined;
  route?: RouteInput | undefined;
  attempt_time_ns?: string | number | undefined;
  resolve_time_ns?: string | number | undefined;
  failure?: FailureInput | undefined;
  preimage?: Uint8Array | undefined;
}

export interface ListPaymentsRequest {
  include_incomplete: boolean;
  index_offset: string;
  max_payments: string;
  reversed: boolean;
  count_total_payments: boolean;
  creation_date_start: string;
  creation_date_end: string;
  omit_hops: boolean;
}
export interface ListPaymentsRequestInput {
  include_incomplete?: boolean | undefined;
  index_offset?: string | number | undefined;
  max_payments?: string | number | undefined;
  reversed?: boolean | undefined;
  count_total_payments?: boolean | undefined;
  creation_date_start?: string | number | undefined;
  creation_date_end?: string | number | undefined;
  omit_hops?: boolean | undefined;
}

export interface ListPaymentsResponse {
  payments: Payment[];
  first_index_offset: string;
  last_index_offset: string;
  total_num_payments: string;
}
export interface ListPaymentsResponseInput {
  payments?: readonly PaymentInput[] | undefined;
  first_index_offset?: string | number | undefined;
  last_index_offset?: string | number | undefined;
  total_num_payments?: string | number | undefined;
}

export interface DeletePaymentRequest {
  payment_hash: Buffer;
  failed_htlcs_only: boolean;
}
export interface DeletePaymentRequestInput {
  payment_hash?: Uint8Array | undefined;
  failed_htlcs_only?: boolean | undefined;
}

export interface DeleteAllPaymentsRequest {
  failed_payments_only: boolean;
  failed_htlcs_only: boolean;
  all_payments: boolean;
}
export interface DeleteAllPaymentsRequestInput {
  failed_payments_only?: boolean | undefined;
  failed_htlcs_only?: boolean | undefined;
  all_payments?: boolean | undefined;
}

export interface DeletePaymentResponse {
  status: string;
}
export interface DeletePaymentResponseInput {
  status?: string | undefined;
}

export interface DeleteAllPaymentsResponse {
  status: string;
}
export interface DeleteAllPaymentsResponseInput {
  status?: string | undefined;
}

export interface AbandonChannelRequest {
  channel_point: ChannelPoint | null;
  pending_funding_shim_only: boolean;
  i_know_what_i_am_doing: boolean;
}
export interface AbandonChannelRequestInput {
  channel_point?: ChannelPointInput | undefined;
  pending_funding_shim_only?: boolean | undefined;
  i_know_what_i_am_doing?: boolean | undefined;
}

export interface AbandonChannelResponse {
  status: string;
}
export interface AbandonChannelResponseInput {
  status?: string | undefined;
}

export interface DebugLevelRequest {
  show: boolean;
  level_spec: string;
}
export interface DebugLevelRequestInput {
  show?: boolean | undefined;
  level_spec?: string | undefined;
}

export interface DebugLevelResponse {
  sub_systems: string;
}
export interface DebugLevelResponseInput {
  sub_systems?: string | undefined;
}

export interface PayReqString {
  pay_req: string;
}
export interface PayReqStringInput {
  pay_req?: string | undefined;
}

export interface PayReq {
  destination: string;
  payment_hash: string;
  num_satoshis: string;
  timestamp: string;
  expiry: string;
  description: string;
  description_hash: string;
  fallback_addr: string;
  cltv_expiry: string;
  route_hints: RouteHint[];
  payment_addr: Buffer;
  num_msat: string;
  features: Record<string, Feature>;
  blinded_paths: BlindedPaymentPath[];
}
export interface PayReqInput {
  destination?: string | undefined;
  payment_hash?: string | undefined;
  num_satoshis?: string | number | undefined;
  timestamp?: string | number | undefined;
  expiry?: string | number | undefined;
  description?: string | undefined;
  description_hash?: string | undefined;
  fallback_addr?: string | undefined;
  cltv_expiry?: string | number | undefined;
  route_hints?: readonly RouteHintInput[] | undefined;
  payment_addr?: Uint8Array | undefined;
  num_msat?: string | number | undefined;
  features?: Record<string, FeatureInput> | undefined;
  blinded_paths?: readonly BlindedPaymentPathInput[] | undefined;
}

export interface Feature {
  name: string;
  is_required: boolean;
  is_known: boolean;
}
export interface FeatureInput {
  name?: string | undefined;
  is_required?: boolean | undefined;
  is_known?: boolean | undefined;
}

export interface FeeReportRequest {

}
export interface FeeReportRequestInput {

}

export interface ChannelFeeReport {
  chan_id: string;
  channel_point: string;
  base_fee_msat: string;
  fee_per_mil: string;
  fee_rate: number;
  inbound_base_fee_msat: number;
  inbound_fee_per_mil: number;
}
export interface ChannelFeeReportInput {
  chan_id?: string | number | undefined;
  channel_point?: string | undefined;
  base_fee_msat?: string | number | undefined;
  fee_per_mil?: string | number | undefined;
  fee_rate?: number | undefined;
  inbound_base_fee_msat?: number | undefined;
  inbound_fee_per_mil?: number | undefined;
}

export interface FeeReportResponse {
  channel_fees: ChannelFeeReport[];
  day_fee_sum: string;
  week_fee_sum: string;
  month_fee_sum: string;
}
export interface FeeReportResponseInput {
  channel_fees?: readonly ChannelFeeReportInput[] | undefined;
  day_fee_sum?: string | number | undefined;
  week_fee_sum?: string | number | undefined;
  month_fee_sum?: string | number | undefined;
}

export interface InboundFee {
  base_fee_msat: number;
  fee_rate_ppm: number;
}
export interface InboundFeeInput {
  base_fee_msat?: number | undefined;
  fee_rate_ppm?: number | undefined;
}

export interface PolicyUpdateRequest {
  global?: boolean;
  chan_point?: ChannelPoint;
  base_fee_msat: string;
  fee_rate: number;
  fee_rate_ppm: number;
  time_lock_delta: number;
  max_htlc_msat: string;
  min_htlc_msat: string;
  min_htlc_msat_specified: boolean;
  inbound_fee: InboundFee | null;
  create_missing_edge: boolean;
  /** Which of the oneof's fields is set. */
  scope?: "global" | "chan_point";
}
export interface PolicyUpdateRequestInput {
  global?: boolean | undefined;
  chan_point?: ChannelPointInput | undefined;
  base_fee_msat?: string | number | undefined;
  fee_rate?: number | undefined;
  fee_rate_ppm?: number | undefined;
  time_lock_delta?: number | undefined;
  max_htlc_msat?: string | number | undefined;
  min_htlc_msat?: string | number | undefined;
  min_htlc_msat_specified?: boolean | undefined;
  inbound_fee?: InboundFeeInput | undefined;
  create_missing_edge?: boolean | undefined;
}

export interface FailedUpdate {
  outpoint: OutPoint | null;
  reason: UpdateFailure;
  update_error: string;
}
export interface FailedUpdateInput {
  outpoint?: OutPointInput | undefined;
  reason?: UpdateFailure | undefined;
  update_error?: string | undefined;
}

export interface PolicyUpdateResponse {
  failed_updates: FailedUpdate[];
}
export interface PolicyUpdateResponseInput {
  failed_updates?: readonly FailedUpdateInput[] | undefined;
}

export interface ForwardingHistoryRequest {
  start_time: string;
  end_time: string;
  index_offset: number;
  num_max_events: number;
  peer_alias_lookup: boolean;
  incoming_chan_ids: string[];
  outgoing_chan_ids: string[];
}
export interface ForwardingHistoryRequestInput {
  start_time?: string | number | undefined;
  end_time?: string | number | undefined;
  index_offset?: number | undefined;
  num_max_events?: number | undefined;
  peer_alias_lookup?: boolean | undefined;
  incoming_chan_ids?: readonly (string | number)[] | undefined;
  outgoing_chan_ids?: readonly (string | number)[] | undefined;
}

export interface ForwardingEvent {
  timestamp: string;
  chan_id_in: string;
  chan_id_out: string;
  amt_in: string;
  amt_out: string;
  fee: string;
  fee_msat: string;
  amt_in_msat: string;
  amt_out_msat: string;
  timestamp_ns: string;
  peer_alias_in: string;
  peer_alias_out: string;
  incoming_htlc_id?: string;
  outgoing_htlc_id?: string;
  /** Which of the oneof's fields is set. */
  _incoming_htlc_id?: "incoming_htlc_id";
  /** Which of the oneof's fields is set. */
  _outgoing_htlc_id?: "outgoing_htlc_id";
}
export interface ForwardingEventInput {
  timestamp?: string | number | undefined;
  chan_id_in?: string | number | undefined;
  chan_id_out?: string | number | undefined;
  amt_in?: string | number | undefined;
  amt_out?: string | number | undefined;
  fee?: string | number | undefined;
  fee_msat?: string | number | undefined;
  amt_in_msat?: string | number | undefined;
  amt_out_msat?: string | number | undefined;
  timestamp_ns?: string | number | undefined;
  peer_alias_in?: string | undefined;
  peer_alias_out?: string | undefined;
  incoming_htlc_id?: string | number | undefined;
  outgoing_htlc_id?: string | number | undefined;
}

export interface ForwardingHistoryResponse {
  forwarding_events: ForwardingEvent[];
  last_offset_index: number;
}
export interface ForwardingHistoryResponseInput {
  forwarding_events?: readonly ForwardingEventInput[] | undefined;
  last_offset_index?: number | undefined;
}

export interface ExportChannelBackupRequest {
  chan_point: ChannelPoint | null;
}
export interface ExportChannelBackupRequestInput {
  chan_point?: ChannelPointInput | undefined;
}

export interface ChannelBackup {
  chan_point: ChannelPoint | null;
  chan_backup: Buffer;
}
export interface ChannelBackupInput {
  chan_point?: ChannelPointInput | undefined;
  chan_backup?: Uint8Array | undefined;
}

export interface MultiChanBackup {
  chan_points: ChannelPoint[];
  multi_chan_backup: Buffer;
}
export interface MultiChanBackupInput {
  chan_points?: readonly ChannelPointInput[] | undefined;
  multi_chan_backup?: Uint8Array | undefined;
}

export interface ChanBackupExportRequest {

}
export interface ChanBackupExportRequestInput {

}

export interface ChanBackupSnapshot {
  single_chan_backups: ChannelBackups | null;
  multi_chan_backup: MultiChanBackup | null;
}
export interface ChanBackupSnapshotInput {
  single_chan_backups?: ChannelBackupsInput | undefined;
  multi_chan_backup?: MultiChanBackupInput | undefined;
}

export interface ChannelBackups {
  chan_backups: ChannelBackup[];
}
export interface ChannelBackupsInput {
  chan_backups?: readonly ChannelBackupInput[] | undefined;
}

export interface RestoreChanBackupRequest {
  chan_backups?: ChannelBackups;
  multi_chan_backup?: Buffer;
  /** Which of the oneof's fields is set. */
  backup?: "chan_backups" | "multi_chan_backup";
}
export interface RestoreChanBackupRequestInput {
  chan_backups?: ChannelBackupsInput | undefined;
  multi_chan_backup?: Uint8Array | undefined;
}

export interface RestoreBackupResponse {
  num_restored: number;
}
export interface RestoreBackupResponseInput {
  num_restored?: number | undefined;
}

export interface ChannelBackupSubscription {

}
export interface ChannelBackupSubscriptionInput {

}

export interface VerifyChanBackupResponse {
  chan_points: string[];
}
export interface VerifyChanBackupResponseInput {
  chan_points?: readonly string[] | undefined;
}

export interface MacaroonPermission {
  entity: string;
  action: string;
}
export interface MacaroonPermissionInput {
  entity?: string | undefined;
  action?: string | undefined;
}

export interface BakeMacaroonRequest {
  permissions: MacaroonPermission[];
  root_key_id: string;
  allow_external_permissions: boolean;
}
export interface BakeMacaroonRequestInput {
  permissions?: readonly MacaroonPermissionInput[] | undefined;
  root_key_id?: string | number | undefined;
  allow_external_permissions?: boolean | undefined;
}

export interface BakeMacaroonResponse {
  macaroon: string;
}
export interface BakeMacaroonResponseInput {
  macaroon?: string | undefined;
}

export interface ListMacaroonIDsRequest {

}
export interface ListMacaroonIDsRequestInput {

}

export interface ListMacaroonIDsResponse {
  root_key_ids: string[];
}
export interface ListMacaroonIDsResponseInput {
  root_key_ids?: readonly (string | number)[] | undefined;
}

export interface DeleteMacaroonIDRequest {
  root_key_id: string;
}
export interface DeleteMacaroonIDRequestInput {
  root_key_id?: string | number | undefined;
}

export interface DeleteMacaroonIDResponse {
  deleted: boolean;
}
export interface DeleteMacaroonIDResponseInput {
  deleted?: boolean | undefined;
}

export interface MacaroonPermissionList {
  permissions: MacaroonPermission[];
}
export interface MacaroonPermissionListInput {
  permissions?: readonly MacaroonPermissionInput[] | undefined;
}

export interface ListPermissionsRequest {

}
export interface ListPermissionsRequestInput {

}

export interface ListPermissionsResponse {
  method_permissions: Record<string, MacaroonPermissionList>;
}
export interface ListPermissionsResponseInput {
  method_permissions?: Record<string, MacaroonPermissionListInput> | undefined;
}

export interface Failure {
  code: Failure_FailureCode;
  channel_update: ChannelUpdate | null;
  htlc_msat: string;
  onion_sha_256: Buffer;
  cltv_expiry: number;
  flags: number;
  failure_source_index: number;
  height: number;
}
export interface FailureInput {
  code?: Failure_FailureCode | undefined;
  channel_update?: ChannelUpdateInput | undefined;
  htlc_msat?: string | number | undefined;
  onion_sha_256?: Uint8Array | undefined;
  cltv_expiry?: number | undefined;
  flags?: number | undefined;
  failure_source_index?: number | undefined;
  height?: number | undefined;
}

export interface ChannelUpdate {
  signature: Buffer;
  chain_hash: Buffer;
  chan_id: string;
  timestamp: number;
  message_flags: number;
  channel_flags: number;
  time_lock_delta: number;
  htlc_minimum_msat: string;
  base_fee: number;
  fee_rate: number;
  htlc_maximum_msat: string;
  extra_opaque_data: Buffer;
}
export interface ChannelUpdateInput {
  signature?: Uint8Array | undefined;
  chain_hash?: Uint8Array | undefined;
  chan_id?: string | number | undefined;
  timestamp?: number | undefined;
  message_flags?: number | undefined;
  channel_flags?: number | undefined;
  time_lock_delta?: number | undefined;
  htlc_minimum_msat?: string | number | undefined;
  base_fee?: number | undefined;
  fee_rate?: number | undefined;
  htlc_maximum_msat?: string | number | undefined;
  extra_opaque_data?: Uint8Array | undefined;
}

export interface MacaroonId {
  nonce: Buffer;
  storageId: Buffer;
  ops: Op[];
}
export interface MacaroonIdInput {
  nonce?: Uint8Array | undefined;
  storageId?: Uint8Array | undefined;
  ops?: readonly OpInput[] | undefined;
}

export interface Op {
  entity: string;
  actions: string[];
}
export interface OpInput {
  entity?: string | undefined;
  actions?: readonly string[] | undefined;
}

export interface CheckMacPermRequest {
  macaroon: Buffer;
  permissions: MacaroonPermission[];
  fullMethod: string;
  check_default_perms_from_full_method: boolean;
}
export interface CheckMacPermRequestInput {
  macaroon?: Uint8Array | undefined;
  permissions?: readonly MacaroonPermissionInput[] | undefined;
  fullMethod?: string | undefined;
  check_default_perms_from_full_method?: boolean | undefined;
}

export interface CheckMacPermResponse {
  valid: boolean;
}
export interface CheckMacPermResponseInput {
  valid?: boolean | undefined;
}

export interface RPCMiddlewareRequest {
  request_id: string;
  raw_macaroon: Buffer;
  custom_caveat_condition: string;
  stream_auth?: StreamAuth;
  request?: RPCMessage;
  response?: RPCMessage;
  reg_complete?: boolean;
  msg_id: string;
  metadata_pairs: Record<string, MetadataValues>;
  /** Which of the oneof's fields is set. */
  intercept_type?: "stream_auth" | "request" | "response" | "reg_complete";
}
export interface RPCMiddlewareRequestInput {
  request_id?: string | number | undefined;
  raw_macaroon?: Uint8Array | undefined;
  custom_caveat_condition?: string | undefined;
  stream_auth?: StreamAuthInput | undefined;
  request?: RPCMessageInput | undefined;
  response?: RPCMessageInput | undefined;
  reg_complete?: boolean | undefined;
  msg_id?: string | number | undefined;
  metadata_pairs?: Record<string, MetadataValuesInput> | undefined;
}

export interface MetadataValues {
  values: string[];
}
export interface MetadataValuesInput {
  values?: readonly string[] | undefined;
}

export interface StreamAuth {
  method_full_uri: string;
}
export interface StreamAuthInput {
  method_full_uri?: string | undefined;
}

export interface RPCMessage {
  method_full_uri: string;
  stream_rpc: boolean;
  type_name: string;
  serialized: Buffer;
  is_error: boolean;
}
export interface RPCMessageInput {
  method_full_uri?: string | undefined;
  stream_rpc?: boolean | undefined;
  type_name?: string | undefined;
  serialized?: Uint8Array | undefined;
  is_error?: boolean | undefined;
}

export interface RPCMiddlewareResponse {
  ref_msg_id: string;
  register?: MiddlewareRegistration;
  feedback?: InterceptFeedback;
  /** Which of the oneof's fields is set. */
  middleware_message?: "register" | "feedback";
}
export interface RPCMiddlewareResponseInput {
  ref_msg_id?: string | number | undefined;
  register?: MiddlewareRegistrationInput | undefined;
  feedback?: InterceptFeedbackInput | undefined;
}

export interface MiddlewareRegistration {
  middleware_name: string;
  custom_macaroon_caveat_name: string;
  read_only_mode: boolean;
}
export interface MiddlewareRegistrationInput {
  middleware_name?: string | undefined;
  custom_macaroon_caveat_name?: string | undefined;
  read_only_mode?: boolean | undefined;
}

export interface InterceptFeedback {
  error: string;
  replace_response: boolean;
  replacement_serialized: Buffer;
}
export interface InterceptFeedbackInput {
  error?: string | undefined;
  replace_response?: boolean | undefined;
  replacement_serialized?: Uint8Array | undefined;
}

export interface VersionRequest {

}
export interface VersionRequestInput {

}

export interface Version {
  commit: string;
  commit_hash: string;
  version: string;
  app_major: number;
  app_minor: number;
  app_patch: number;
  app_pre_release: string;
  build_tags: string[];
  go_version: string;
}
export interface VersionInput {
  commit?: string | undefined;
  commit_hash?: string | undefined;
  version?: string | undefined;
  app_major?: number | undefined;
  app_minor?: number | undefined;
  app_patch?: number | undefined;
  app_pre_release?: string | undefined;
  build_tags?: readonly string[] | undefined;
  go_version?: string | undefined;
}

export interface VersionResponse {
  lncli: Version | null;
  lnd: Version | null;
}
export interface VersionResponseInput {
  lncli?: VersionInput | undefined;
  lnd?: VersionInput | undefined;
}

/** lnrpc.State */
export interface StateService {
  SubscribeState: {
    kind: "serverStream";
    request: SubscribeStateRequest;
    requestInput: SubscribeStateRequestInput;
    response: SubscribeStateResponse;
    responseInput: SubscribeStateResponseInput;
  };
  GetState: {
    kind: "unary";
    request: GetStateRequest;
    requestInput: GetStateRequestInput;
    response: GetStateResponse;
    responseInput: GetStateResponseInput;
  };
}

/** lnrpc.WalletUnlocker */
export interface WalletUnlockerService {
  GenSeed: {
    kind: "unary";
    request: GenSeedRequest;
    requestInput: GenSeedRequestInput;
    response: GenSeedResponse;
    responseInput: GenSeedResponseInput;
  };
  InitWallet: {
    kind: "unary";
    request: InitWalletRequest;
    requestInput: InitWalletRequestInput;
    response: InitWalletResponse;
    responseInput: InitWalletResponseInput;
  };
  UnlockWallet: {
    kind: "unary";
    request: UnlockWalletRequest;
    requestInput: UnlockWalletRequestInput;
    response: UnlockWalletResponse;
    responseInput: UnlockWalletResponseInput;
  };
  ChangePassword: {
    kind: "unary";
    request: ChangePasswordRequest;
    requestInput: ChangePasswordRequestInput;
    response: ChangePasswordResponse;
    responseInput: ChangePasswordResponseInput;
  };
}

/** lnrpc.Lightning */
export interface LightningService {
  WalletBalance: {
    kind: "unary";
    request: WalletBalanceRequest;
    requestInput: WalletBalanceRequestInput;
    response: WalletBalanceResponse;
    responseInput: WalletBalanceResponseInput;
  };
  ChannelBalance: {
    kind: "unary";
    request: ChannelBalanceRequest;
    requestInput: ChannelBalanceRequestInput;
    response: ChannelBalanceResponse;
    responseInput: ChannelBalanceResponseInput;
  };
  GetTransactions: {
    kind: "unary";
    request: GetTransactionsRequest;
    requestInput: GetTransactionsRequestInput;
    response: TransactionDetails;
    responseInput: TransactionDetailsInput;
  };
  EstimateFee: {
    kind: "unary";
    request: EstimateFeeRequest;
    requestInput: EstimateFeeRequestInput;
    response: EstimateFeeResponse;
    responseInput: EstimateFeeResponseInput;
  };
  SendCoins: {
    kind: "unary";
    request: SendCoinsRequest;
    requestInput: SendCoinsRequestInput;
    response: SendCoinsResponse;
    responseInput: SendCoinsResponseInput;
  };
  ListUnspent: {
    kind: "unary";
    request: ListUnspentRequest;
    requestInput: ListUnspentRequestInput;
    response: ListUnspentResponse;
    responseInput: ListUnspentResponseInput;
  };
  SubscribeTransactions: {
    kind: "serverStream";
    request: GetTransactionsRequest;
    requestInput: GetTransactionsRequestInput;
    response: Transaction;
    responseInput: TransactionInput;
  };
  SendMany: {
    kind: "unary";
    request: SendManyRequest;
    requestInput: SendManyRequestInput;
    response: SendManyResponse;
    responseInput: SendManyResponseInput;
  };
  NewAddress: {
    kind: "unary";
    request: NewAddressRequest;
    requestInput: NewAddressRequestInput;
    response: NewAddressResponse;
    responseInput: NewAddressResponseInput;
  };
  SignMessage: {
    kind: "unary";
    request: SignMessageRequest;
    requestInput: SignMessageRequestInput;
    response: SignMessageResponse;
    responseInput: SignMessageResponseInput;
  };
  VerifyMessage: {
    kind: "unary";
    request: VerifyMessageRequest;
    requestInput: VerifyMessageRequestInput;
    response: VerifyMessageResponse;
    responseInput: VerifyMessageResponseInput;
  };
  ConnectPeer: {
    kind: "unary";
    request: ConnectPeerRequest;
    requestInput: ConnectPeerRequestInput;
    response: ConnectPeerResponse;
    responseInput: ConnectPeerResponseInput;
  };
  DisconnectPeer: {
    kind: "unary";
    request: DisconnectPeerRequest;
    requestInput: DisconnectPeerRequestInput;
    response: DisconnectPeerResponse;
    responseInput: DisconnectPeerResponseInput;
  };
  ListPeers: {
    kind: "unary";
    request: ListPeersRequest;
    requestInput: ListPeersRequestInput;
    response: ListPeersResponse;
    responseInput: ListPeersResponseInput;
  };
  SubscribePeerEvents: {
    kind: "serverStream";
    request: PeerEventSubscription;
    requestInput: PeerEventSubscriptionInput;
    response: PeerEvent;
    responseInput: PeerEventInput;
  };
  GetInfo: {
    kind: "unary";
    request: GetInfoRequest;
    requestInput: GetInfoRequestInput;
    response: GetInfoResponse;
    responseInput: GetInfoResponseInput;
  };
  GetDebugInfo: {
    kind: "unary";
    request: GetDebugInfoRequest;
    requestInput: GetDebugInfoRequestInput;
    response: GetDebugInfoResponse;
    responseInput: GetDebugInfoResponseInput;
  };
  GetRecoveryInfo: {
    kind: "unary";
    request: GetRecoveryInfoRequest;
    requestInput: GetRecoveryInfoRequestInput;
    response: GetRecoveryInfoResponse;
    responseInput: GetRecoveryInfoResponseInput;
  };
  PendingChannels: {
    kind: "unary";
    request: PendingChannelsRequest;
    requestInput: PendingChannelsRequestInput;
    response: PendingChannelsResponse;
    responseInput: PendingChannelsResponseInput;
  };
  ListChannels: {
    kind: "unary";
    request: ListChannelsRequest;
    requestInput: ListChannelsRequestInput;
    response: ListChannelsResponse;
    responseInput: ListChannelsResponseInput;
  };
  SubscribeChannelEvents: {
    kind: "serverStream";
    request: ChannelEventSubscription;
    requestInput: ChannelEventSubscriptionInput;
    response: ChannelEventUpdate;
    responseInput: ChannelEventUpdateInput;
  };
  ClosedChannels: {
    kind: "unary";
    request: ClosedChannelsRequest;
    requestInput: ClosedChannelsRequestInput;
    response: ClosedChannelsResponse;
    responseInput: ClosedChannelsResponseInput;
  };
  OpenChannelSync: {
    kind: "unary";
    request: OpenChannelRequest;
    requestInput: OpenChannelRequestInput;
    response: ChannelPoint;
    responseInput: ChannelPointInput;
  };
  OpenChannel: {
    kind: "serverStream";
    request: OpenChannelRequest;
    requestInput: OpenChannelRequestInput;
    response: OpenStatusUpdate;
    responseInput: OpenStatusUpdateInput;
  };
  BatchOpenChannel: {
    kind: "unary";
    request: BatchOpenChannelRequest;
    requestInput: BatchOpenChannelRequestInput;
    response: BatchOpenChannelResponse;
    responseInput: BatchOpenChannelResponseInput;
  };
  FundingStateStep: {
    kind: "unary";
    request: FundingTransitionMsg;
    requestInput: FundingTransitionMsgInput;
    response: FundingStateStepResp;
    responseInput: FundingStateStepRespInput;
  };
  ChannelAcceptor: {
    kind: "bidi";
    request: ChannelAcceptResponse;
    requestInput: ChannelAcceptResponseInput;
    response: ChannelAcceptRequest;
    responseInput: ChannelAcceptRequestInput;
  };
  CloseChannel: {
    kind: "serverStream";
    request: CloseChannelRequest;
    requestInput: CloseChannelRequestInput;
    response: CloseStatusUpdate;
    responseInput: CloseStatusUpdateInput;
  };
  AbandonChannel: {
    kind: "unary";
    request: AbandonChannelRequest;
    requestInput: AbandonChannelRequestInput;
    response: AbandonChannelResponse;
    responseInput: AbandonChannelResponseInput;
  };
  AddInvoice: {
    kind: "unary";
    request: Invoice;
    requestInput: InvoiceInput;
    response: AddInvoiceResponse;
    responseInput: AddInvoiceResponseInput;
  };
  ListInvoices: {
    kind: "unary";
    request: ListInvoiceRequest;
    requestInput: ListInvoiceRequestInput;
    response: ListInvoiceResponse;
    responseInput: ListInvoiceResponseInput;
  };
  LookupInvoice: {
    kind: "unary";
    request: PaymentHash;
    requestInput: PaymentHashInput;
    response: Invoice;
    responseInput: InvoiceInput;
  };
  SubscribeInvoices: {
    kind: "serverStream";
    request: InvoiceSubscription;
    requestInput: InvoiceSubscriptionInput;
    response: Invoice;
    responseInput: InvoiceInput;
  };
  DeleteCanceledInvoice: {
    kind: "unary";
    request: DelCanceledInvoiceReq;
    requestInput: DelCanceledInvoiceReqInput;
    response: DelCanceledInvoiceResp;
    responseInput: DelCanceledInvoiceRespInput;
  };
  DecodePayReq: {
    kind: "unary";
    request: PayReqString;
    requestInput: PayReqStringInput;
    response: PayReq;
    responseInput: PayReqInput;
  };
  ListPayments: {
    kind: "unary";
    request: ListPaymentsRequest;
    requestInput: ListPaymentsRequestInput;
    response: ListPaymentsResponse;
    responseInput: ListPaymentsResponseInput;
  };
  DeletePayment: {
    kind: "unary";
    request: DeletePaymentRequest;
    requestInput: DeletePaymentRequestInput;
    response: DeletePaymentResponse;
    responseInput: DeletePaymentResponseInput;
  };
  DeleteAllPayments: {
    kind: "unary";
    request: DeleteAllPaymentsRequest;
    requestInput: DeleteAllPaymentsRequestInput;
    response: DeleteAllPaymentsResponse;
    responseInput: DeleteAllPaymentsResponseInput;
  };
  DescribeGraph: {
    kind: "unary";
    request: ChannelGraphRequest;
    requestInput: ChannelGraphRequestInput;
    response: ChannelGraph;
    responseInput: ChannelGraphInput;
  };
  GetNodeMetrics: {
    kind: "unary";
    request: NodeMetricsRequest;
    requestInput: NodeMetricsRequestInput;
    response: NodeMetricsResponse;
    responseInput: NodeMetricsResponseInput;
  };
  GetChanInfo: {
    kind: "unary";
    request: ChanInfoRequest;
    requestInput: ChanInfoRequestInput;
    response: ChannelEdge;
    responseInput: ChannelEdgeInput;
  };
  GetNodeInfo: {
    kind: "unary";
    request: NodeInfoRequest;
    requestInput: NodeInfoRequestInput;
    response: NodeInfo;
    responseInput: NodeInfoInput;
  };
  QueryRoutes: {
    kind: "unary";
    request: QueryRoutesRequest;
    requestInput: QueryRoutesRequestInput;
    response: QueryRoutesResponse;
    responseInput: QueryRoutesResponseInput;
  };
  GetNetworkInfo: {
    kind: "unary";
    request: NetworkInfoRequest;
    requestInput: NetworkInfoRequestInput;
    response: NetworkInfo;
    responseInput: NetworkInfoInput;
  };
  StopDaemon: {
    kind: "unary";
    request: StopRequest;
    requestInput: StopRequestInput;
    response: StopResponse;
    responseInput: StopResponseInput;
  };
  SubscribeChannelGraph: {
    kind: "serverStream";
    request: GraphTopologySubscription;
    requestInput: GraphTopologySubscriptionInput;
    response: GraphTopologyUpdate;
    responseInput: GraphTopologyUpdateInput;
  };
  DebugLevel: {
    kind: "unary";
    request: DebugLevelRequest;
    requestInput: DebugLevelRequestInput;
    response: DebugLevelResponse;
    responseInput: DebugLevelResponseInput;
  };
  FeeReport: {
    kind: "unary";
    request: FeeReportRequest;
    requestInput: FeeReportRequestInput;
    response: FeeReportResponse;
    responseInput: FeeReportResponseInput;
  };
  UpdateChannelPolicy: {
    kind: "unary";
    request: PolicyUpdateRequest;
    requestInput: PolicyUpdateRequestInput;
    response: PolicyUpdateResponse;
    responseInput: PolicyUpdateResponseInput;
  };
  ForwardingHistory: {
    kind: "unary";
    request: ForwardingHistoryRequest;
    requestInput: ForwardingHistoryRequestInput;
    response: ForwardingHistoryResponse;
    responseInput: ForwardingHistoryResponseInput;
  };
  ExportChannelBackup: {
    kind: "unary";
    request: ExportChannelBackupRequest;
    requestInput: ExportChannelBackupRequestInput;
    response: ChannelBackup;
    responseInput: ChannelBackupInput;
  };
  ExportAllChannelBackups: {
    kind: "unary";
    request: ChanBackupExportRequest;
    requestInput: ChanBackupExportRequestInput;
    response: ChanBackupSnapshot;
    responseInput: ChanBackupSnapshotInput;
  };
  VerifyChanBackup: {
    kind: "unary";
    request: ChanBackupSnapshot;
    requestInput: ChanBackupSnapshotInput;
    response: VerifyChanBackupResponse;
    responseInput: VerifyChanBackupResponseInput;
  };
  RestoreChannelBackups: {
    kind: "unary";
    request: RestoreChanBackupRequest;
    requestInput: RestoreChanBackupRequestInput;
    response: RestoreBackupResponse;
    responseInput: RestoreBackupResponseInput;
  };
  SubscribeChannelBackups: {
    kind: "serverStream";
    request: ChannelBackupSubscription;
    requestInput: ChannelBackupSubscriptionInput;
    response: ChanBackupSnapshot;
    responseInput: ChanBackupSnapshotInput;
  };
  BakeMacaroon: {
    kind: "unary";
    request: BakeMacaroonRequest;
    requestInput: BakeMacaroonRequestInput;
    response: BakeMacaroonResponse;
    responseInput: BakeMacaroonResponseInput;
  };
  ListMacaroonIDs: {
    kind: "unary";
    request: ListMacaroonIDsRequest;
    requestInput: ListMacaroonIDsRequestInput;
    response: ListMacaroonIDsResponse;
    responseInput: ListMacaroonIDsResponseInput;
  };
  DeleteMacaroonID: {
    kind: "unary";
    request: DeleteMacaroonIDRequest;
    requestInput: DeleteMacaroonIDRequestInput;
    response: DeleteMacaroonIDResponse;
    responseInput: DeleteMacaroonIDResponseInput;
  };
  ListPermissions: {
    kind: "unary";
    request: ListPermissionsRequest;
    requestInput: ListPermissionsRequestInput;
    response: ListPermissionsResponse;
    responseInput: ListPermissionsResponseInput;
  };
  CheckMacaroonPermissions: {
    kind: "unary";
    request: CheckMacPermRequest;
    requestInput: CheckMacPermRequestInput;
    response: CheckMacPermResponse;
    responseInput: CheckMacPermResponseInput;
  };
  RegisterRPCMiddleware: {
    kind: "bidi";
    request: RPCMiddlewareResponse;
    requestInput: RPCMiddlewareResponseInput;
    response: RPCMiddlewareRequest;
    responseInput: RPCMiddlewareRequestInput;
  };
  SendCustomMessage: {
    kind: "unary";
    request: SendCustomMessageRequest;
    requestInput: SendCustomMessageRequestInput;
    response: SendCustomMessageResponse;
    responseInput: SendCustomMessageResponseInput;
  };
  SubscribeCustomMessages: {
    kind: "serverStream";
    request: SubscribeCustomMessagesRequest;
    requestInput: SubscribeCustomMessagesRequestInput;
    response: CustomMessage;
    responseInput: CustomMessageInput;
  };
  SendOnionMessage: {
    kind: "unary";
    request: SendOnionMessageRequest;
    requestInput: SendOnionMessageRequestInput;
    response: SendOnionMessageResponse;
    responseInput: SendOnionMessageResponseInput;
  };
  SubscribeOnionMessages: {
    kind: "serverStream";
    request: SubscribeOnionMessagesRequest;
    requestInput: SubscribeOnionMessagesRequestInput;
    response: OnionMessageUpdate;
    responseInput: OnionMessageUpdateInput;
  };
  ListAliases: {
    kind: "unary";
    request: ListAliasesRequest;
    requestInput: ListAliasesRequestInput;
    response: ListAliasesResponse;
    responseInput: ListAliasesResponseInput;
  };
  LookupHtlcResolution: {
    kind: "unary";
    request: LookupHtlcResolutionRequest;
    requestInput: LookupHtlcResolutionRequestInput;
    response: LookupHtlcResolutionResponse;
    responseInput: LookupHtlcResolutionResponseInput;
  };
}

/** verrpc.Versioner */
export interface VersionerService {
  GetVersion: {
    kind: "unary";
    request: VersionRequest;
    requestInput: VersionRequestInput;
    response: Version;
    responseInput: VersionInput;
  };
}
