// Written by `npm run gen` from protos/; do not edit.

export type PolicyType = "LEGACY" | "ANCHOR" | "TAPROOT";

export interface AddTowerRequest {
  pubkey: Buffer;
  address: string;
}
export interface AddTowerRequestInput {
  pubkey?: Uint8Array | undefined;
  address?: string | undefined;
}

export interface AddTowerResponse {

}
export interface AddTowerResponseInput {

}

export interface RemoveTowerRequest {
  pubkey: Buffer;
  address: string;
}
export interface RemoveTowerRequestInput {
  pubkey?: Uint8Array | undefined;
  address?: string | undefined;
}

export interface RemoveTowerResponse {

}
export interface RemoveTowerResponseInput {

}

export interface DeactivateTowerRequest {
  pubkey: Buffer;
}
export interface DeactivateTowerRequestInput {
  pubkey?: Uint8Array | undefined;
}

export interface DeactivateTowerResponse {
  status: string;
}
export interface DeactivateTowerResponseInput {
  status?: string | undefined;
}

export interface TerminateSessionRequest {
  session_id: Buffer;
}
export interface TerminateSessionRequestInput {
  session_id?: Uint8Array | undefined;
}

export interface TerminateSessionResponse {
  status: string;
}
export interface TerminateSessionResponseInput {
  status?: string | undefined;
}

export interface GetTowerInfoRequest {
  pubkey: Buffer;
  include_sessions: boolean;
  exclude_exhausted_sessions: boolean;
}
export interface GetTowerInfoRequestInput {
  pubkey?: Uint8Array | undefined;
  include_sessions?: boolean | undefined;
  exclude_exhausted_sessions?: boolean | undefined;
}

export interface TowerSession {
  num_backups: number;
  num_pending_backups: number;
  max_backups: number;
  sweep_sat_per_byte: number;
  sweep_sat_per_vbyte: number;
  id: Buffer;
}
export interface TowerSessionInput {
  num_backups?: number | undefined;
  num_pending_backups?: number | undefined;
  max_backups?: number | undefined;
  sweep_sat_per_byte?: number | undefined;
  sweep_sat_per_vbyte?: number | undefined;
  id?: Uint8Array | undefined;
}

export interface Tower {
  pubkey: Buffer;
  addresses: string[];
  active_session_candidate: boolean;
  num_sessions: number;
  sessions: TowerSession[];
  session_info: TowerSessionInfo[];
}
export interface TowerInput {
  pubkey?: Uint8Array | undefined;
  addresses?: readonly string[] | undefined;
  active_session_candidate?: boolean | undefined;
  num_sessions?: number | undefined;
  sessions?: readonly TowerSessionInput[] | undefined;
  session_info?: readonly TowerSessionInfoInput[] | undefined;
}

export interface TowerSessionInfo {
  active_session_candidate: boolean;
  num_sessions: number;
  sessions: TowerSession[];
  policy_type: PolicyType;
}
export interface TowerSessionInfoInput {
  active_session_candidate?: boolean | undefined;
  num_sessions?: number | undefined;
  sessions?: readonly TowerSessionInput[] | undefined;
  policy_type?: PolicyType | undefined;
}

export interface ListTowersRequest {
  include_sessions: boolean;
  exclude_exhausted_sessions: boolean;
}
export interface ListTowersRequestInput {
  include_sessions?: boolean | undefined;
  exclude_exhausted_sessions?: boolean | undefined;
}

export interface ListTowersResponse {
  towers: Tower[];
}
export interface ListTowersResponseInput {
  towers?: readonly TowerInput[] | undefined;
}

export interface StatsRequest {

}
export interface StatsRequestInput {

}

export interface StatsResponse {
  num_backups: number;
  num_pending_backups: number;
  num_failed_backups: number;
  num_sessions_acquired: number;
  num_sessions_exhausted: number;
}
export interface StatsResponseInput {
  num_backups?: number | undefined;
  num_pending_backups?: number | undefined;
  num_failed_backups?: number | undefined;
  num_sessions_acquired?: number | undefined;
  num_sessions_exhausted?: number | undefined;
}

export interface PolicyRequest {
  policy_type: PolicyType;
}
export interface PolicyRequestInput {
  policy_type?: PolicyType | undefined;
}

export interface PolicyResponse {
  max_updates: number;
  sweep_sat_per_byte: number;
  sweep_sat_per_vbyte: number;
}
export interface PolicyResponseInput {
  max_updates?: number | undefined;
  sweep_sat_per_byte?: number | undefined;
  sweep_sat_per_vbyte?: number | undefined;
}

/** wtclientrpc.WatchtowerClient */
export interface WatchtowerClientService {
  AddTower: {
    kind: "unary";
    request: AddTowerRequest;
    requestInput: AddTowerRequestInput;
    response: AddTowerResponse;
    responseInput: AddTowerResponseInput;
  };
  RemoveTower: {
    kind: "unary";
    request: RemoveTowerRequest;
    requestInput: RemoveTowerRequestInput;
    response: RemoveTowerResponse;
    responseInput: RemoveTowerResponseInput;
  };
  DeactivateTower: {
    kind: "unary";
    request: DeactivateTowerRequest;
    requestInput: DeactivateTowerRequestInput;
    response: DeactivateTowerResponse;
    responseInput: DeactivateTowerResponseInput;
  };
  TerminateSession: {
    kind: "unary";
    request: TerminateSessionRequest;
    requestInput: TerminateSessionRequestInput;
    response: TerminateSessionResponse;
    responseInput: TerminateSessionResponseInput;
  };
  ListTowers: {
    kind: "unary";
    request: ListTowersRequest;
    requestInput: ListTowersRequestInput;
    response: ListTowersResponse;
    responseInput: ListTowersResponseInput;
  };
  GetTowerInfo: {
    kind: "unary";
    request: GetTowerInfoRequest;
    requestInput: GetTowerInfoRequestInput;
    response: Tower;
    responseInput: TowerInput;
  };
  Stats: {
    kind: "unary";
    request: StatsRequest;
    requestInput: StatsRequestInput;
    response: StatsResponse;
    responseInput: StatsResponseInput;
  };
  Policy: {
    kind: "unary";
    request: PolicyRequest;
    requestInput: PolicyRequestInput;
    response: PolicyResponse;
    responseInput: PolicyResponseInput;
  };
}
