// Written by `npm run gen` from protos/; do not edit.

export type WalletState = "NON_EXISTING" | "LOCKED" | "UNLOCKED" | "RPC_ACTIVE" | "SERVER_ACTIVE" | "WAITING_TO_START";

export type GraphCacheStatus = "GRAPH_CACHE_STATUS_DISABLED" | "GRAPH_CACHE_STATUS_LOADING" | "GRAPH_CACHE_STATUS_LOADED" | "GRAPH_CACHE_STATUS_FAILED";

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

export interface Chain {
  chain: string;
  network: string;
}
export interface ChainInput {
  chain?: string | undefined;
  network?: string | undefined;
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

export interface ChannelBackup {
  chan_point: ChannelPoint | null;
  chan_backup: Buffer;
}
export interface ChannelBackupInput {
  chan_point?: ChannelPointInput | undefined;
  chan_backup?: Uint8Array | undefined;
}

export interface ChannelBackups {
  chan_backups: ChannelBackup[];
}
export interface ChannelBackupsInput {
  chan_backups?: readonly ChannelBackupInput[] | undefined;
}

export interface MultiChanBackup {
  chan_points: ChannelPoint[];
  multi_chan_backup: Buffer;
}
export interface MultiChanBackupInput {
  chan_points?: readonly ChannelPointInput[] | undefined;
  multi_chan_backup?: Uint8Array | undefined;
}

export interface ChanBackupSnapshot {
  single_chan_backups: ChannelBackups | null;
  multi_chan_backup: MultiChanBackup | null;
}
export interface ChanBackupSnapshotInput {
  single_chan_backups?: ChannelBackupsInput | undefined;
  multi_chan_backup?: MultiChanBackupInput | undefined;
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
  GetInfo: {
    kind: "unary";
    request: GetInfoRequest;
    requestInput: GetInfoRequestInput;
    response: GetInfoResponse;
    responseInput: GetInfoResponseInput;
  };
  StopDaemon: {
    kind: "unary";
    request: StopRequest;
    requestInput: StopRequestInput;
    response: StopResponse;
    responseInput: StopResponseInput;
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
