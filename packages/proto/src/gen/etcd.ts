// Written by `npm run gen` from protos/; do not edit.

export type Event_EventType = "PUT" | "DELETE";

export type Permission_Type = "READ" | "WRITE" | "READWRITE";

export type RangeRequest_SortOrder = "NONE" | "ASCEND" | "DESCEND";

export type RangeRequest_SortTarget = "KEY" | "VERSION" | "CREATE" | "MOD" | "VALUE";

export type Compare_CompareResult = "EQUAL" | "GREATER" | "LESS" | "NOT_EQUAL";

export type Compare_CompareTarget = "VERSION" | "CREATE" | "MOD" | "VALUE" | "LEASE";

export type WatchCreateRequest_FilterType = "NOPUT" | "NODELETE";

export type AlarmType = "NONE" | "NOSPACE" | "CORRUPT";

export type AlarmRequest_AlarmAction = "GET" | "ACTIVATE" | "DEACTIVATE";

export type DowngradeRequest_DowngradeAction = "VALIDATE" | "ENABLE" | "CANCEL";

export type HealthCheckResponse_ServingStatus = "UNKNOWN" | "SERVING" | "NOT_SERVING" | "SERVICE_UNKNOWN";

export interface KeyValue {
  key: Buffer;
  create_revision: string;
  mod_revision: string;
  version: string;
  value: Buffer;
  lease: string;
}
export interface KeyValueInput {
  key?: Uint8Array | undefined;
  create_revision?: string | number | undefined;
  mod_revision?: string | number | undefined;
  version?: string | number | undefined;
  value?: Uint8Array | undefined;
  lease?: string | number | undefined;
}

export interface Event {
  type: Event_EventType;
  kv: KeyValue | null;
  prev_kv: KeyValue | null;
}
export interface EventInput {
  type?: Event_EventType | undefined;
  kv?: KeyValueInput | undefined;
  prev_kv?: KeyValueInput | undefined;
}

export interface UserAddOptions {
  no_password: boolean;
}
export interface UserAddOptionsInput {
  no_password?: boolean | undefined;
}

export interface User {
  name: Buffer;
  password: Buffer;
  roles: string[];
  options: UserAddOptions | null;
}
export interface UserInput {
  name?: Uint8Array | undefined;
  password?: Uint8Array | undefined;
  roles?: readonly string[] | undefined;
  options?: UserAddOptionsInput | undefined;
}

export interface Permission {
  permType: Permission_Type;
  key: Buffer;
  range_end: Buffer;
}
export interface PermissionInput {
  permType?: Permission_Type | undefined;
  key?: Uint8Array | undefined;
  range_end?: Uint8Array | undefined;
}

export interface Role {
  name: Buffer;
  keyPermission: Permission[];
}
export interface RoleInput {
  name?: Uint8Array | undefined;
  keyPermission?: readonly PermissionInput[] | undefined;
}

export interface ResponseHeader {
  cluster_id: string;
  member_id: string;
  revision: string;
  raft_term: string;
}
export interface ResponseHeaderInput {
  cluster_id?: string | number | undefined;
  member_id?: string | number | undefined;
  revision?: string | number | undefined;
  raft_term?: string | number | undefined;
}

export interface RangeRequest {
  key: Buffer;
  range_end: Buffer;
  limit: string;
  revision: string;
  sort_order: RangeRequest_SortOrder;
  sort_target: RangeRequest_SortTarget;
  serializable: boolean;
  keys_only: boolean;
  count_only: boolean;
  min_mod_revision: string;
  max_mod_revision: string;
  min_create_revision: string;
  max_create_revision: string;
}
export interface RangeRequestInput {
  key?: Uint8Array | undefined;
  range_end?: Uint8Array | undefined;
  limit?: string | number | undefined;
  revision?: string | number | undefined;
  sort_order?: RangeRequest_SortOrder | undefined;
  sort_target?: RangeRequest_SortTarget | undefined;
  serializable?: boolean | undefined;
  keys_only?: boolean | undefined;
  count_only?: boolean | undefined;
  min_mod_revision?: string | number | undefined;
  max_mod_revision?: string | number | undefined;
  min_create_revision?: string | number | undefined;
  max_create_revision?: string | number | undefined;
}

export interface RangeResponse {
  header: ResponseHeader | null;
  kvs: KeyValue[];
  more: boolean;
  count: string;
}
export interface RangeResponseInput {
  header?: ResponseHeaderInput | undefined;
  kvs?: readonly KeyValueInput[] | undefined;
  more?: boolean | undefined;
  count?: string | number | undefined;
}

export interface PutRequest {
  key: Buffer;
  value: Buffer;
  lease: string;
  prev_kv: boolean;
  ignore_value: boolean;
  ignore_lease: boolean;
}
export interface PutRequestInput {
  key?: Uint8Array | undefined;
  value?: Uint8Array | undefined;
  lease?: string | number | undefined;
  prev_kv?: boolean | undefined;
  ignore_value?: boolean | undefined;
  ignore_lease?: boolean | undefined;
}

export interface PutResponse {
  header: ResponseHeader | null;
  prev_kv: KeyValue | null;
}
export interface PutResponseInput {
  header?: ResponseHeaderInput | undefined;
  prev_kv?: KeyValueInput | undefined;
}

export interface DeleteRangeRequest {
  key: Buffer;
  range_end: Buffer;
  prev_kv: boolean;
}
export interface DeleteRangeRequestInput {
  key?: Uint8Array | undefined;
  range_end?: Uint8Array | undefined;
  prev_kv?: boolean | undefined;
}

export interface DeleteRangeResponse {
  header: ResponseHeader | null;
  deleted: string;
  prev_kvs: KeyValue[];
}
export interface DeleteRangeResponseInput {
  header?: ResponseHeaderInput | undefined;
  deleted?: string | number | undefined;
  prev_kvs?: readonly KeyValueInput[] | undefined;
}

export interface RequestOp {
  request_range?: RangeRequest;
  request_put?: PutRequest;
  request_delete_range?: DeleteRangeRequest;
  request_txn?: TxnRequest;
  /** Which of the oneof's fields is set. */
  request?: "request_range" | "request_put" | "request_delete_range" | "request_txn";
}
export interface RequestOpInput {
  request_range?: RangeRequestInput | undefined;
  request_put?: PutRequestInput | undefined;
  request_delete_range?: DeleteRangeRequestInput | undefined;
  request_txn?: TxnRequestInput | undefined;
}

export interface ResponseOp {
  response_range?: RangeResponse;
  response_put?: PutResponse;
  response_delete_range?: DeleteRangeResponse;
  response_txn?: TxnResponse;
  /** Which of the oneof's fields is set. */
  response?: "response_range" | "response_put" | "response_delete_range" | "response_txn";
}
export interface ResponseOpInput {
  response_range?: RangeResponseInput | undefined;
  response_put?: PutResponseInput | undefined;
  response_delete_range?: DeleteRangeResponseInput | undefined;
  response_txn?: TxnResponseInput | undefined;
}

export interface Compare {
  result: Compare_CompareResult;
  target: Compare_CompareTarget;
  key: Buffer;
  version?: string;
  create_revision?: string;
  mod_revision?: string;
  value?: Buffer;
  lease?: string;
  range_end: Buffer;
  /** Which of the oneof's fields is set. */
  target_union?: "version" | "create_revision" | "mod_revision" | "value" | "lease";
}
export interface CompareInput {
  result?: Compare_CompareResult | undefined;
  target?: Compare_CompareTarget | undefined;
  key?: Uint8Array | undefined;
  version?: string | number | undefined;
  create_revision?: string | number | undefined;
  mod_revision?: string | number | undefined;
  value?: Uint8Array | undefined;
  lease?: string | number | undefined;
  range_end?: Uint8Array | undefined;
}

export interface TxnRequest {
  compare: Compare[];
  success: RequestOp[];
  failure: RequestOp[];
}
export interface TxnRequestInput {
  compare?: readonly CompareInput[] | undefined;
  success?: readonly RequestOpInput[] | undefined;
  failure?: readonly RequestOpInput[] | undefined;
}

export interface TxnResponse {
  header: ResponseHeader | null;
  succeeded: boolean;
  responses: ResponseOp[];
}
export interface TxnResponseInput {
  header?: ResponseHeaderInput | undefined;
  succeeded?: boolean | undefined;
  responses?: readonly ResponseOpInput[] | undefined;
}

export interface CompactionRequest {
  revision: string;
  physical: boolean;
}
export interface CompactionRequestInput {
  revision?: string | number | undefined;
  physical?: boolean | undefined;
}

export interface CompactionResponse {
  header: ResponseHeader | null;
}
export interface CompactionResponseInput {
  header?: ResponseHeaderInput | undefined;
}

export interface WatchRequest {
  create_request?: WatchCreateRequest;
  cancel_request?: WatchCancelRequest;
  progress_request?: WatchProgressRequest;
  /** Which of the oneof's fields is set. */
  request_union?: "create_request" | "cancel_request" | "progress_request";
}
export interface WatchRequestInput {
  create_request?: WatchCreateRequestInput | undefined;
  cancel_request?: WatchCancelRequestInput | undefined;
  progress_request?: WatchProgressRequestInput | undefined;
}

export interface WatchCreateRequest {
  key: Buffer;
  range_end: Buffer;
  start_revision: string;
  progress_notify: boolean;
  filters: WatchCreateRequest_FilterType[];
  prev_kv: boolean;
  watch_id: string;
  fragment: boolean;
}
export interface WatchCreateRequestInput {
  key?: Uint8Array | undefined;
  range_end?: Uint8Array | undefined;
  start_revision?: string | number | undefined;
  progress_notify?: boolean | undefined;
  filters?: readonly WatchCreateRequest_FilterType[] | undefined;
  prev_kv?: boolean | undefined;
  watch_id?: string | number | undefined;
  fragment?: boolean | undefined;
}

export interface WatchCancelRequest {
  watch_id: string;
}
export interface WatchCancelRequestInput {
  watch_id?: string | number | undefined;
}

export interface WatchProgressRequest {

}
export interface WatchProgressRequestInput {

}

export interface WatchResponse {
  header: ResponseHeader | null;
  watch_id: string;
  created: boolean;
  canceled: boolean;
  compact_revision: string;
  cancel_reason: string;
  fragment: boolean;
  events: Event[];
}
export interface WatchResponseInput {
  header?: ResponseHeaderInput | undefined;
  watch_id?: string | number | undefined;
  created?: boolean | undefined;
  canceled?: boolean | undefined;
  compact_revision?: string | number | undefined;
  cancel_reason?: string | undefined;
  fragment?: boolean | undefined;
  events?: readonly EventInput[] | undefined;
}

export interface LeaseGrantRequest {
  TTL: string;
  ID: string;
}
export interface LeaseGrantRequestInput {
  TTL?: string | number | undefined;
  ID?: string | number | undefined;
}

export interface LeaseGrantResponse {
  header: ResponseHeader | null;
  ID: string;
  TTL: string;
  error: string;
}
export interface LeaseGrantResponseInput {
  header?: ResponseHeaderInput | undefined;
  ID?: string | number | undefined;
  TTL?: string | number | undefined;
  error?: string | undefined;
}

export interface LeaseRevokeRequest {
  ID: string;
}
export interface LeaseRevokeRequestInput {
  ID?: string | number | undefined;
}

export interface LeaseRevokeResponse {
  header: ResponseHeader | null;
}
export interface LeaseRevokeResponseInput {
  header?: ResponseHeaderInput | undefined;
}

export interface LeaseCheckpoint {
  ID: string;
  remaining_TTL: string;
}
export interface LeaseCheckpointInput {
  ID?: string | number | undefined;
  remaining_TTL?: string | number | undefined;
}

export interface LeaseCheckpointRequest {
  checkpoints: LeaseCheckpoint[];
}
export interface LeaseCheckpointRequestInput {
  checkpoints?: readonly LeaseCheckpointInput[] | undefined;
}

export interface LeaseCheckpointResponse {
  header: ResponseHeader | null;
}
export interface LeaseCheckpointResponseInput {
  header?: ResponseHeaderInput | undefined;
}

export interface LeaseKeepAliveRequest {
  ID: string;
}
export interface LeaseKeepAliveRequestInput {
  ID?: string | number | undefined;
}

export interface LeaseKeepAliveResponse {
  header: ResponseHeader | null;
  ID: string;
  TTL: string;
}
export interface LeaseKeepAliveResponseInput {
  header?: ResponseHeaderInput | undefined;
  ID?: string | number | undefined;
  TTL?: string | number | undefined;
}

export interface LeaseTimeToLiveRequest {
  ID: string;
  keys: boolean;
}
export interface LeaseTimeToLiveRequestInput {
  ID?: string | number | undefined;
  keys?: boolean | undefined;
}

export interface LeaseTimeToLiveResponse {
  header: ResponseHeader | null;
  ID: string;
  TTL: string;
  grantedTTL: string;
  keys: Buffer[];
}
export interface LeaseTimeToLiveResponseInput {
  header?: ResponseHeaderInput | undefined;
  ID?: string | number | undefined;
  TTL?: string | number | undefined;
  grantedTTL?: string | number | undefined;
  keys?: readonly Uint8Array[] | undefined;
}

export interface LeaseLeasesRequest {

}
export interface LeaseLeasesRequestInput {

}

export interface LeaseStatus {
  ID: string;
}
export interface LeaseStatusInput {
  ID?: string | number | undefined;
}

export interface LeaseLeasesResponse {
  header: ResponseHeader | null;
  leases: LeaseStatus[];
}
export interface LeaseLeasesResponseInput {
  header?: ResponseHeaderInput | undefined;
  leases?: readonly LeaseStatusInput[] | undefined;
}

export interface Member {
  ID: string;
  name: string;
  peerURLs: string[];
  clientURLs: string[];
  isLearner: boolean;
}
export interface MemberInput {
  ID?: string | number | undefined;
  name?: string | undefined;
  peerURLs?: readonly string[] | undefined;
  clientURLs?: readonly string[] | undefined;
  isLearner?: boolean | undefined;
}

export interface MemberAddRequest {
  peerURLs: string[];
  isLearner: boolean;
}
export interface MemberAddRequestInput {
  peerURLs?: readonly string[] | undefined;
  isLearner?: boolean | undefined;
}

export interface MemberAddResponse {
  header: ResponseHeader | null;
  member: Member | null;
  members: Member[];
}
export interface MemberAddResponseInput {
  header?: ResponseHeaderInput | undefined;
  member?: MemberInput | undefined;
  members?: readonly MemberInput[] | undefined;
}

export interface MemberRemoveRequest {
  ID: string;
}
export interface MemberRemoveRequestInput {
  ID?: string | number | undefined;
}

export interface MemberRemoveResponse {
  header: ResponseHeader | null;
  members: Member[];
}
export interface MemberRemoveResponseInput {
  header?: ResponseHeaderInput | undefined;
  members?: readonly MemberInput[] | undefined;
}

export interface MemberUpdateRequest {
  ID: string;
  peerURLs: string[];
}
export interface MemberUpdateRequestInput {
  ID?: string | number | undefined;
  peerURLs?: readonly string[] | undefined;
}

export interface MemberUpdateResponse {
  header: ResponseHeader | null;
  members: Member[];
}
export interface MemberUpdateResponseInput {
  header?: ResponseHeaderInput | undefined;
  members?: readonly MemberInput[] | undefined;
}

export interface MemberListRequest {
  linearizable: boolean;
}
export interface MemberListRequestInput {
  linearizable?: boolean | undefined;
}

export interface MemberListResponse {
  header: ResponseHeader | null;
  members: Member[];
}
export interface MemberListResponseInput {
  header?: ResponseHeaderInput | undefined;
  members?: readonly MemberInput[] | undefined;
}

export interface MemberPromoteRequest {
  ID: string;
}
export interface MemberPromoteRequestInput {
  ID?: string | number | undefined;
}

export interface MemberPromoteResponse {
  header: ResponseHeader | null;
  members: Member[];
}
export interface MemberPromoteResponseInput {
  header?: ResponseHeaderInput | undefined;
  members?: readonly MemberInput[] | undefined;
}

export interface AlarmRequest {
  action: AlarmRequest_AlarmAction;
  memberID: string;
  alarm: AlarmType;
}
export interface AlarmRequestInput {
  action?: AlarmRequest_AlarmAction | undefined;
  memberID?: string | number | undefined;
  alarm?: AlarmType | undefined;
}

export interface AlarmMember {
  memberID: string;
  alarm: AlarmType;
}
export interface AlarmMemberInput {
  memberID?: string | number | undefined;
  alarm?: AlarmType | undefined;
}

export interface AlarmResponse {
  header: ResponseHeader | null;
  alarms: AlarmMember[];
}
export interface AlarmResponseInput {
  header?: ResponseHeaderInput | undefined;
  alarms?: readonly AlarmMemberInput[] | undefined;
}

export interface StatusRequest {

}
export interface StatusRequestInput {

}

export interface StatusResponse {
  header: ResponseHeader | null;
  version: string;
  dbSize: string;
  leader: string;
  raftIndex: string;
  raftTerm: string;
  raftAppliedIndex: string;
  errors: string[];
  dbSizeInUse: string;
  isLearner: boolean;
  storageVersion: string;
  dbSizeQuota: string;
  downgradeInfo: DowngradeInfo | null;
}
export interface StatusResponseInput {
  header?: ResponseHeaderInput | undefined;
  version?: string | undefined;
  dbSize?: string | number | undefined;
  leader?: string | number | undefined;
  raftIndex?: string | number | undefined;
  raftTerm?: string | number | undefined;
  raftAppliedIndex?: string | number | undefined;
  errors?: readonly string[] | undefined;
  dbSizeInUse?: string | number | undefined;
  isLearner?: boolean | undefined;
  storageVersion?: string | undefined;
  dbSizeQuota?: string | number | undefined;
  downgradeInfo?: DowngradeInfoInput | undefined;
}

export interface DowngradeInfo {
  enabled: boolean;
  targetVersion: string;
}
export interface DowngradeInfoInput {
  enabled?: boolean | undefined;
  targetVersion?: string | undefined;
}

export interface DefragmentRequest {

}
export interface DefragmentRequestInput {

}

export interface DefragmentResponse {
  header: ResponseHeader | null;
}
export interface DefragmentResponseInput {
  header?: ResponseHeaderInput | undefined;
}

export interface MoveLeaderRequest {
  targetID: string;
}
export interface MoveLeaderRequestInput {
  targetID?: string | number | undefined;
}

export interface MoveLeaderResponse {
  header: ResponseHeader | null;
}
export interface MoveLeaderResponseInput {
  header?: ResponseHeaderInput | undefined;
}

export interface HashRequest {

}
export interface HashRequestInput {

}

export interface HashKVRequest {
  revision: string;
}
export interface HashKVRequestInput {
  revision?: string | number | undefined;
}

export interface HashKVResponse {
  header: ResponseHeader | null;
  hash: number;
  compact_revision: string;
  hash_revision: string;
}
export interface HashKVResponseInput {
  header?: ResponseHeaderInput | undefined;
  hash?: number | undefined;
  compact_revision?: string | number | undefined;
  hash_revision?: string | number | undefined;
}

export interface HashResponse {
  header: ResponseHeader | null;
  hash: number;
}
export interface HashResponseInput {
  header?: ResponseHeaderInput | undefined;
  hash?: number | undefined;
}

export interface SnapshotRequest {

}
export interface SnapshotRequestInput {

}

export interface SnapshotResponse {
  header: ResponseHeader | null;
  remaining_bytes: string;
  blob: Buffer;
  version: string;
}
export interface SnapshotResponseInput {
  header?: ResponseHeaderInput | undefined;
  remaining_bytes?: string | number | undefined;
  blob?: Uint8Array | undefined;
  version?: string | undefined;
}

export interface DowngradeRequest {
  action: DowngradeRequest_DowngradeAction;
  version: string;
}
export interface DowngradeRequestInput {
  action?: DowngradeRequest_DowngradeAction | undefined;
  version?: string | undefined;
}

export interface DowngradeResponse {
  header: ResponseHeader | null;
  version: string;
}
export interface DowngradeResponseInput {
  header?: ResponseHeaderInput | undefined;
  version?: string | undefined;
}

export interface AuthEnableRequest {

}
export interface AuthEnableRequestInput {

}

export interface AuthDisableRequest {

}
export interface AuthDisableRequestInput {

}

export interface AuthStatusRequest {

}
export interface AuthStatusRequestInput {

}

export interface AuthenticateRequest {
  name: string;
  password: string;
}
export interface AuthenticateRequestInput {
  name?: string | undefined;
  password?: string | undefined;
}

export interface AuthUserAddRequest {
  name: string;
  password: string;
  options: UserAddOptions | null;
  hashedPassword: string;
}
export interface AuthUserAddRequestInput {
  name?: string | undefined;
  password?: string | undefined;
  options?: UserAddOptionsInput | undefined;
  hashedPassword?: string | undefined;
}

export interface AuthUserGetRequest {
  name: string;
}
export interface AuthUserGetRequestInput {
  name?: string | undefined;
}

export interface AuthUserDeleteRequest {
  name: string;
}
export interface AuthUserDeleteRequestInput {
  name?: string | undefined;
}

export interface AuthUserChangePasswordRequest {
  name: string;
  password: string;
  hashedPassword: string;
}
export interface AuthUserChangePasswordRequestInput {
  name?: string | undefined;
  password?: string | undefined;
  hashedPassword?: string | undefined;
}

export interface AuthUserGrantRoleRequest {
  user: string;
  role: string;
}
export interface AuthUserGrantRoleRequestInput {
  user?: string | undefined;
  role?: string | undefined;
}

export interface AuthUserRevokeRoleRequest {
  name: string;
  role: string;
}
export interface AuthUserRevokeRoleRequestInput {
  name?: string | undefined;
  role?: string | undefined;
}

export interface AuthRoleAddRequest {
  name: string;
}
export interface AuthRoleAddRequestInput {
  name?: string | undefined;
}

export interface AuthRoleGetRequest {
  role: string;
}
export interface AuthRoleGetRequestInput {
  role?: string | undefined;
}

export interface AuthUserListRequest {

}
export interface AuthUserListRequestInput {

}

export interface AuthRoleListRequest {

}
export interface AuthRoleListRequestInput {

}

export interface AuthRoleDeleteRequest {
  role: string;
}
export interface AuthRoleDeleteRequestInput {
  role?: string | undefined;
}

export interface AuthRoleGrantPermissionRequest {
  name: string;
  perm: Permission | null;
}
export interface AuthRoleGrantPermissionRequestInput {
  name?: string | undefined;
  perm?: PermissionInput | undefined;
}

export interface AuthRoleRevokePermissionRequest {
  role: string;
  key: Buffer;
  range_end: Buffer;
}
export interface AuthRoleRevokePermissionRequestInput {
  role?: string | undefined;
  key?: Uint8Array | undefined;
  range_end?: Uint8Array | undefined;
}

export interface AuthEnableResponse {
  header: ResponseHeader | null;
}
export interface AuthEnableResponseInput {
  header?: ResponseHeaderInput | undefined;
}

export interface AuthDisableResponse {
  header: ResponseHeader | null;
}
export interface AuthDisableResponseInput {
  header?: ResponseHeaderInput | undefined;
}

export interface AuthStatusResponse {
  header: ResponseHeader | null;
  enabled: boolean;
  authRevision: string;
}
export interface AuthStatusResponseInput {
  header?: ResponseHeaderInput | undefined;
  enabled?: boolean | undefined;
  authRevision?: string | number | undefined;
}

export interface AuthenticateResponse {
  header: ResponseHeader | null;
  token: string;
}
export interface AuthenticateResponseInput {
  header?: ResponseHeaderInput | undefined;
  token?: string | undefined;
}

export interface AuthUserAddResponse {
  header: ResponseHeader | null;
}
export interface AuthUserAddResponseInput {
  header?: ResponseHeaderInput | undefined;
}

export interface AuthUserGetResponse {
  header: ResponseHeader | null;
  roles: string[];
}
export interface AuthUserGetResponseInput {
  header?: ResponseHeaderInput | undefined;
  roles?: readonly string[] | undefined;
}

export interface AuthUserDeleteResponse {
  header: ResponseHeader | null;
}
export interface AuthUserDeleteResponseInput {
  header?: ResponseHeaderInput | undefined;
}

export interface AuthUserChangePasswordResponse {
  header: ResponseHeader | null;
}
export interface AuthUserChangePasswordResponseInput {
  header?: ResponseHeaderInput | undefined;
}

export interface AuthUserGrantRoleResponse {
  header: ResponseHeader | null;
}
export interface AuthUserGrantRoleResponseInput {
  header?: ResponseHeaderInput | undefined;
}

export interface AuthUserRevokeRoleResponse {
  header: ResponseHeader | null;
}
export interface AuthUserRevokeRoleResponseInput {
  header?: ResponseHeaderInput | undefined;
}

export interface AuthRoleAddResponse {
  header: ResponseHeader | null;
}
export interface AuthRoleAddResponseInput {
  header?: ResponseHeaderInput | undefined;
}

export interface AuthRoleGetResponse {
  header: ResponseHeader | null;
  perm: Permission[];
}
export interface AuthRoleGetResponseInput {
  header?: ResponseHeaderInput | undefined;
  perm?: readonly PermissionInput[] | undefined;
}

export interface AuthRoleListResponse {
  header: ResponseHeader | null;
  roles: string[];
}
export interface AuthRoleListResponseInput {
  header?: ResponseHeaderInput | undefined;
  roles?: readonly string[] | undefined;
}

export interface AuthUserListResponse {
  header: ResponseHeader | null;
  users: string[];
}
export interface AuthUserListResponseInput {
  header?: ResponseHeaderInput | undefined;
  users?: readonly string[] | undefined;
}

export interface AuthRoleDeleteResponse {
  header: ResponseHeader | null;
}
export interface AuthRoleDeleteResponseInput {
  header?: ResponseHeaderInput | undefined;
}

export interface AuthRoleGrantPermissionResponse {
  header: ResponseHeader | null;
}
export interface AuthRoleGrantPermissionResponseInput {
  header?: ResponseHeaderInput | undefined;
}

export interface AuthRoleRevokePermissionResponse {
  header: ResponseHeader | null;
}
export interface AuthRoleRevokePermissionResponseInput {
  header?: ResponseHeaderInput | undefined;
}

export interface CampaignRequest {
  name: Buffer;
  lease: string;
  value: Buffer;
}
export interface CampaignRequestInput {
  name?: Uint8Array | undefined;
  lease?: string | number | undefined;
  value?: Uint8Array | undefined;
}

export interface CampaignResponse {
  header: ResponseHeader | null;
  leader: LeaderKey | null;
}
export interface CampaignResponseInput {
  header?: ResponseHeaderInput | undefined;
  leader?: LeaderKeyInput | undefined;
}

export interface LeaderKey {
  name: Buffer;
  key: Buffer;
  rev: string;
  lease: string;
}
export interface LeaderKeyInput {
  name?: Uint8Array | undefined;
  key?: Uint8Array | undefined;
  rev?: string | number | undefined;
  lease?: string | number | undefined;
}

export interface LeaderRequest {
  name: Buffer;
}
export interface LeaderRequestInput {
  name?: Uint8Array | undefined;
}

export interface LeaderResponse {
  header: ResponseHeader | null;
  kv: KeyValue | null;
}
export interface LeaderResponseInput {
  header?: ResponseHeaderInput | undefined;
  kv?: KeyValueInput | undefined;
}

export interface ResignRequest {
  leader: LeaderKey | null;
}
export interface ResignRequestInput {
  leader?: LeaderKeyInput | undefined;
}

export interface ResignResponse {
  header: ResponseHeader | null;
}
export interface ResignResponseInput {
  header?: ResponseHeaderInput | undefined;
}

export interface ProclaimRequest {
  leader: LeaderKey | null;
  value: Buffer;
}
export interface ProclaimRequestInput {
  leader?: LeaderKeyInput | undefined;
  value?: Uint8Array | undefined;
}

export interface ProclaimResponse {
  header: ResponseHeader | null;
}
export interface ProclaimResponseInput {
  header?: ResponseHeaderInput | undefined;
}

export interface LockRequest {
  name: Buffer;
  lease: string;
}
export interface LockRequestInput {
  name?: Uint8Array | undefined;
  lease?: string | number | undefined;
}

export interface LockResponse {
  header: ResponseHeader | null;
  key: Buffer;
}
export interface LockResponseInput {
  header?: ResponseHeaderInput | undefined;
  key?: Uint8Array | undefined;
}

export interface UnlockRequest {
  key: Buffer;
}
export interface UnlockRequestInput {
  key?: Uint8Array | undefined;
}

export interface UnlockResponse {
  header: ResponseHeader | null;
}
export interface UnlockResponseInput {
  header?: ResponseHeaderInput | undefined;
}

export interface HealthCheckRequest {
  service: string;
}
export interface HealthCheckRequestInput {
  service?: string | undefined;
}

export interface HealthCheckResponse {
  status: HealthCheckResponse_ServingStatus;
}
export interface HealthCheckResponseInput {
  status?: HealthCheckResponse_ServingStatus | undefined;
}

export interface HealthListRequest {

}
export interface HealthListRequestInput {

}

export interface HealthListResponse {
  statuses: Record<string, HealthCheckResponse>;
}
export interface HealthListResponseInput {
  statuses?: Record<string, HealthCheckResponseInput> | undefined;
}

/** etcdserverpb.KV */
export interface KVService {
  Range: {
    kind: "unary";
    request: RangeRequest;
    requestInput: RangeRequestInput;
    response: RangeResponse;
    responseInput: RangeResponseInput;
  };
  Put: {
    kind: "unary";
    request: PutRequest;
    requestInput: PutRequestInput;
    response: PutResponse;
    responseInput: PutResponseInput;
  };
  DeleteRange: {
    kind: "unary";
    request: DeleteRangeRequest;
    requestInput: DeleteRangeRequestInput;
    response: DeleteRangeResponse;
    responseInput: DeleteRangeResponseInput;
  };
  Txn: {
    kind: "unary";
    request: TxnRequest;
    requestInput: TxnRequestInput;
    response: TxnResponse;
    responseInput: TxnResponseInput;
  };
  Compact: {
    kind: "unary";
    request: CompactionRequest;
    requestInput: CompactionRequestInput;
    response: CompactionResponse;
    responseInput: CompactionResponseInput;
  };
}

/** etcdserverpb.Watch */
export interface WatchService {
  Watch: {
    kind: "bidi";
    request: WatchRequest;
    requestInput: WatchRequestInput;
    response: WatchResponse;
    responseInput: WatchResponseInput;
  };
}

/** etcdserverpb.Lease */
export interface LeaseService {
  LeaseGrant: {
    kind: "unary";
    request: LeaseGrantRequest;
    requestInput: LeaseGrantRequestInput;
    response: LeaseGrantResponse;
    responseInput: LeaseGrantResponseInput;
  };
  LeaseRevoke: {
    kind: "unary";
    request: LeaseRevokeRequest;
    requestInput: LeaseRevokeRequestInput;
    response: LeaseRevokeResponse;
    responseInput: LeaseRevokeResponseInput;
  };
  LeaseKeepAlive: {
    kind: "bidi";
    request: LeaseKeepAliveRequest;
    requestInput: LeaseKeepAliveRequestInput;
    response: LeaseKeepAliveResponse;
    responseInput: LeaseKeepAliveResponseInput;
  };
  LeaseTimeToLive: {
    kind: "unary";
    request: LeaseTimeToLiveRequest;
    requestInput: LeaseTimeToLiveRequestInput;
    response: LeaseTimeToLiveResponse;
    responseInput: LeaseTimeToLiveResponseInput;
  };
  LeaseLeases: {
    kind: "unary";
    request: LeaseLeasesRequest;
    requestInput: LeaseLeasesRequestInput;
    response: LeaseLeasesResponse;
    responseInput: LeaseLeasesResponseInput;
  };
}

/** etcdserverpb.Cluster */
export interface ClusterService {
  MemberAdd: {
    kind: "unary";
    request: MemberAddRequest;
    requestInput: MemberAddRequestInput;
    response: MemberAddResponse;
    responseInput: MemberAddResponseInput;
  };
  MemberRemove: {
    kind: "unary";
    request: MemberRemoveRequest;
    requestInput: MemberRemoveRequestInput;
    response: MemberRemoveResponse;
    responseInput: MemberRemoveResponseInput;
  };
  MemberUpdate: {
    kind: "unary";
    request: MemberUpdateRequest;
    requestInput: MemberUpdateRequestInput;
    response: MemberUpdateResponse;
    responseInput: MemberUpdateResponseInput;
  };
  MemberList: {
    kind: "unary";
    request: MemberListRequest;
    requestInput: MemberListRequestInput;
    response: MemberListResponse;
    responseInput: MemberListResponseInput;
  };
  MemberPromote: {
    kind: "unary";
    request: MemberPromoteRequest;
    requestInput: MemberPromoteRequestInput;
    response: MemberPromoteResponse;
    responseInput: MemberPromoteResponseInput;
  };
}

/** etcdserverpb.Maintenance */
export interface MaintenanceService {
  Alarm: {
    kind: "unary";
    request: AlarmRequest;
    requestInput: AlarmRequestInput;
    response: AlarmResponse;
    responseInput: AlarmResponseInput;
  };
  Status: {
    kind: "unary";
    request: StatusRequest;
    requestInput: StatusRequestInput;
    response: StatusResponse;
    responseInput: StatusResponseInput;
  };
  Defragment: {
    kind: "unary";
    request: DefragmentRequest;
    requestInput: DefragmentRequestInput;
    response: DefragmentResponse;
    responseInput: DefragmentResponseInput;
  };
  Hash: {
    kind: "unary";
    request: HashRequest;
    requestInput: HashRequestInput;
    response: HashResponse;
    responseInput: HashResponseInput;
  };
  HashKV: {
    kind: "unary";
    request: HashKVRequest;
    requestInput: HashKVRequestInput;
    response: HashKVResponse;
    responseInput: HashKVResponseInput;
  };
  Snapshot: {
    kind: "serverStream";
    request: SnapshotRequest;
    requestInput: SnapshotRequestInput;
    response: SnapshotResponse;
    responseInput: SnapshotResponseInput;
  };
  MoveLeader: {
    kind: "unary";
    request: MoveLeaderRequest;
    requestInput: MoveLeaderRequestInput;
    response: MoveLeaderResponse;
    responseInput: MoveLeaderResponseInput;
  };
  Downgrade: {
    kind: "unary";
    request: DowngradeRequest;
    requestInput: DowngradeRequestInput;
    response: DowngradeResponse;
    responseInput: DowngradeResponseInput;
  };
}

/** etcdserverpb.Auth */
export interface AuthService {
  AuthEnable: {
    kind: "unary";
    request: AuthEnableRequest;
    requestInput: AuthEnableRequestInput;
    response: AuthEnableResponse;
    responseInput: AuthEnableResponseInput;
  };
  AuthDisable: {
    kind: "unary";
    request: AuthDisableRequest;
    requestInput: AuthDisableRequestInput;
    response: AuthDisableResponse;
    responseInput: AuthDisableResponseInput;
  };
  AuthStatus: {
    kind: "unary";
    request: AuthStatusRequest;
    requestInput: AuthStatusRequestInput;
    response: AuthStatusResponse;
    responseInput: AuthStatusResponseInput;
  };
  Authenticate: {
    kind: "unary";
    request: AuthenticateRequest;
    requestInput: AuthenticateRequestInput;
    response: AuthenticateResponse;
    responseInput: AuthenticateResponseInput;
  };
  UserAdd: {
    kind: "unary";
    request: AuthUserAddRequest;
    requestInput: AuthUserAddRequestInput;
    response: AuthUserAddResponse;
    responseInput: AuthUserAddResponseInput;
  };
  UserGet: {
    kind: "unary";
    request: AuthUserGetRequest;
    requestInput: AuthUserGetRequestInput;
    response: AuthUserGetResponse;
    responseInput: AuthUserGetResponseInput;
  };
  UserList: {
    kind: "unary";
    request: AuthUserListRequest;
    requestInput: AuthUserListRequestInput;
    response: AuthUserListResponse;
    responseInput: AuthUserListResponseInput;
  };
  UserDelete: {
    kind: "unary";
    request: AuthUserDeleteRequest;
    requestInput: AuthUserDeleteRequestInput;
    response: AuthUserDeleteResponse;
    responseInput: AuthUserDeleteResponseInput;
  };
  UserChangePassword: {
    kind: "unary";
    request: AuthUserChangePasswordRequest;
    requestInput: AuthUserChangePasswordRequestInput;
    response: AuthUserChangePasswordResponse;
    responseInput: AuthUserChangePasswordResponseInput;
  };
  UserGrantRole: {
    kind: "unary";
    request: AuthUserGrantRoleRequest;
    requestInput: AuthUserGrantRoleRequestInput;
    response: AuthUserGrantRoleResponse;
    responseInput: AuthUserGrantRoleResponseInput;
  };
  UserRevokeRole: {
    kind: "unary";
    request: AuthUserRevokeRoleRequest;
    requestInput: AuthUserRevokeRoleRequestInput;
    response: AuthUserRevokeRoleResponse;
    responseInput: AuthUserRevokeRoleResponseInput;
  };
  RoleAdd: {
    kind: "unary";
    request: AuthRoleAddRequest;
    requestInput: AuthRoleAddRequestInput;
    response: AuthRoleAddResponse;
    responseInput: AuthRoleAddResponseInput;
  };
  RoleGet: {
    kind: "unary";
    request: AuthRoleGetRequest;
    requestInput: AuthRoleGetRequestInput;
    response: AuthRoleGetResponse;
    responseInput: AuthRoleGetResponseInput;
  };
  RoleList: {
    kind: "unary";
    request: AuthRoleListRequest;
    requestInput: AuthRoleListRequestInput;
    response: AuthRoleListResponse;
    responseInput: AuthRoleListResponseInput;
  };
  RoleDelete: {
    kind: "unary";
    request: AuthRoleDeleteRequest;
    requestInput: AuthRoleDeleteRequestInput;
    response: AuthRoleDeleteResponse;
    responseInput: AuthRoleDeleteResponseInput;
  };
  RoleGrantPermission: {
    kind: "unary";
    request: AuthRoleGrantPermissionRequest;
    requestInput: AuthRoleGrantPermissionRequestInput;
    response: AuthRoleGrantPermissionResponse;
    responseInput: AuthRoleGrantPermissionResponseInput;
  };
  RoleRevokePermission: {
    kind: "unary";
    request: AuthRoleRevokePermissionRequest;
    requestInput: AuthRoleRevokePermissionRequestInput;
    response: AuthRoleRevokePermissionResponse;
    responseInput: AuthRoleRevokePermissionResponseInput;
  };
}

/** v3electionpb.Election */
export interface ElectionService {
  Campaign: {
    kind: "unary";
    request: CampaignRequest;
    requestInput: CampaignRequestInput;
    response: CampaignResponse;
    responseInput: CampaignResponseInput;
  };
  Proclaim: {
    kind: "unary";
    request: ProclaimRequest;
    requestInput: ProclaimRequestInput;
    response: ProclaimResponse;
    responseInput: ProclaimResponseInput;
  };
  Leader: {
    kind: "unary";
    request: LeaderRequest;
    requestInput: LeaderRequestInput;
    response: LeaderResponse;
    responseInput: LeaderResponseInput;
  };
  Observe: {
    kind: "serverStream";
    request: LeaderRequest;
    requestInput: LeaderRequestInput;
    response: LeaderResponse;
    responseInput: LeaderResponseInput;
  };
  Resign: {
    kind: "unary";
    request: ResignRequest;
    requestInput: ResignRequestInput;
    response: ResignResponse;
    responseInput: ResignResponseInput;
  };
}

/** v3lockpb.Lock */
export interface LockService {
  Lock: {
    kind: "unary";
    request: LockRequest;
    requestInput: LockRequestInput;
    response: LockResponse;
    responseInput: LockResponseInput;
  };
  Unlock: {
    kind: "unary";
    request: UnlockRequest;
    requestInput: UnlockRequestInput;
    response: UnlockResponse;
    responseInput: UnlockResponseInput;
  };
}

/** grpc.health.v1.Health */
export interface HealthService {
  Check: {
    kind: "unary";
    request: HealthCheckRequest;
    requestInput: HealthCheckRequestInput;
    response: HealthCheckResponse;
    responseInput: HealthCheckResponseInput;
  };
  List: {
    kind: "unary";
    request: HealthListRequest;
    requestInput: HealthListRequestInput;
    response: HealthListResponse;
    responseInput: HealthListResponseInput;
  };
  Watch: {
    kind: "serverStream";
    request: HealthCheckRequest;
    requestInput: HealthCheckRequestInput;
    response: HealthCheckResponse;
    responseInput: HealthCheckResponseInput;
  };
}
