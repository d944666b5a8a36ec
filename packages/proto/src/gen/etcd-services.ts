// Written by `npm run gen` from protos/; do not edit.

import type { ServiceDefinition } from "../service-definition.ts";
import { describeMethod, standardCodec, wireCodec } from "../wire-codec.ts";
import type * as gen from "./etcd.ts";
import * as codecs from "./etcd-codecs.ts";

export const KV: ServiceDefinition<gen.KVService> = {
  name: "etcdserverpb.KV",
  methods: {
    Range: describeMethod<gen.KVService["Range"]>(
      {
        name: "Range",
        path: "/etcdserverpb.KV/Range",
        kind: "unary",
        requestType: "etcdserverpb.RangeRequest",
        responseType: "etcdserverpb.RangeResponse",
        bindings: [{"verb":"POST","path":"/v3/kv/range","hasBody":true}],
      },
      wireCodec(codecs.readRangeRequest, codecs.writeRangeRequest),
      wireCodec(codecs.readRangeResponse, codecs.writeRangeResponse),
    ),
    Put: describeMethod<gen.KVService["Put"]>(
      {
        name: "Put",
        path: "/etcdserverpb.KV/Put",
        kind: "unary",
        requestType: "etcdserverpb.PutRequest",
        responseType: "etcdserverpb.PutResponse",
        bindings: [{"verb":"POST","path":"/v3/kv/put","hasBody":true}],
      },
      wireCodec(codecs.readPutRequest, codecs.writePutRequest),
      wireCodec(codecs.readPutResponse, codecs.writePutResponse),
    ),
    DeleteRange: describeMethod<gen.KVService["DeleteRange"]>(
      {
        name: "DeleteRange",
        path: "/etcdserverpb.KV/DeleteRange",
        kind: "unary",
        requestType: "etcdserverpb.DeleteRangeRequest",
        responseType: "etcdserverpb.DeleteRangeResponse",
        bindings: [{"verb":"POST","path":"/v3/kv/deleterange","hasBody":true}],
      },
      wireCodec(codecs.readDeleteRangeRequest, codecs.writeDeleteRangeRequest),
      wireCodec(codecs.readDeleteRangeResponse, codecs.writeDeleteRangeResponse),
    ),
    Txn: describeMethod<gen.KVService["Txn"]>(
      {
        name: "Txn",
        path: "/etcdserverpb.KV/Txn",
        kind: "unary",
        requestType: "etcdserverpb.TxnRequest",
        responseType: "etcdserverpb.TxnResponse",
        bindings: [{"verb":"POST","path":"/v3/kv/txn","hasBody":true}],
      },
      wireCodec(codecs.readTxnRequest, codecs.writeTxnRequest),
      wireCodec(codecs.readTxnResponse, codecs.writeTxnResponse),
    ),
    Compact: describeMethod<gen.KVService["Compact"]>(
      {
        name: "Compact",
        path: "/etcdserverpb.KV/Compact",
        kind: "unary",
        requestType: "etcdserverpb.CompactionRequest",
        responseType: "etcdserverpb.CompactionResponse",
        bindings: [{"verb":"POST","path":"/v3/kv/compaction","hasBody":true}],
      },
      wireCodec(codecs.readCompactionRequest, codecs.writeCompactionRequest),
      wireCodec(codecs.readCompactionResponse, codecs.writeCompactionResponse),
    ),
  },
};

export const Watch: ServiceDefinition<gen.WatchService> = {
  name: "etcdserverpb.Watch",
  methods: {
    Watch: describeMethod<gen.WatchService["Watch"]>(
      {
        name: "Watch",
        path: "/etcdserverpb.Watch/Watch",
        kind: "bidi",
        requestType: "etcdserverpb.WatchRequest",
        responseType: "etcdserverpb.WatchResponse",
        bindings: [{"verb":"POST","path":"/v3/watch","hasBody":true}],
      },
      wireCodec(codecs.readWatchRequest, codecs.writeWatchRequest),
      wireCodec(codecs.readWatchResponse, codecs.writeWatchResponse),
    ),
  },
};

export const Lease: ServiceDefinition<gen.LeaseService> = {
  name: "etcdserverpb.Lease",
  methods: {
    LeaseGrant: describeMethod<gen.LeaseService["LeaseGrant"]>(
      {
        name: "LeaseGrant",
        path: "/etcdserverpb.Lease/LeaseGrant",
        kind: "unary",
        requestType: "etcdserverpb.LeaseGrantRequest",
        responseType: "etcdserverpb.LeaseGrantResponse",
        bindings: [{"verb":"POST","path":"/v3/lease/grant","hasBody":true}],
      },
      wireCodec(codecs.readLeaseGrantRequest, codecs.writeLeaseGrantRequest),
      wireCodec(codecs.readLeaseGrantResponse, codecs.writeLeaseGrantResponse),
    ),
    LeaseRevoke: describeMethod<gen.LeaseService["LeaseRevoke"]>(
      {
        name: "LeaseRevoke",
        path: "/etcdserverpb.Lease/LeaseRevoke",
        kind: "unary",
        requestType: "etcdserverpb.LeaseRevokeRequest",
        responseType: "etcdserverpb.LeaseRevokeResponse",
        bindings: [{"verb":"POST","path":"/v3/lease/revoke","hasBody":true},{"verb":"POST","path":"/v3/kv/lease/revoke","hasBody":true}],
      },
      wireCodec(codecs.readLeaseRevokeRequest, codecs.writeLeaseRevokeRequest),
      wireCodec(codecs.readLeaseRevokeResponse, codecs.writeLeaseRevokeResponse),
    ),
    LeaseKeepAlive: describeMethod<gen.LeaseService["LeaseKeepAlive"]>(
      {
        name: "LeaseKeepAlive",
        path: "/etcdserverpb.Lease/LeaseKeepAlive",
        kind: "bidi",
        requestType: "etcdserverpb.LeaseKeepAliveRequest",
        responseType: "etcdserverpb.LeaseKeepAliveResponse",
        bindings: [{"verb":"POST","path":"/v3/lease/keepalive","hasBody":true}],
      },
      wireCodec(codecs.readLeaseKeepAliveRequest, codecs.writeLeaseKeepAliveRequest),
      wireCodec(codecs.readLeaseKeepAliveResponse, codecs.writeLeaseKeepAliveResponse),
    ),
    LeaseTimeToLive: describeMethod<gen.LeaseService["LeaseTimeToLive"]>(
      {
        name: "LeaseTimeToLive",
        path: "/etcdserverpb.Lease/LeaseTimeToLive",
        kind: "unary",
        requestType: "etcdserverpb.LeaseTimeToLiveRequest",
        responseType: "etcdserverpb.LeaseTimeToLiveResponse",
        bindings: [{"verb":"POST","path":"/v3/lease/timetolive","hasBody":true},{"verb":"POST","path":"/v3/kv/lease/timetolive","hasBody":true}],
      },
      wireCodec(codecs.readLeaseTimeToLiveRequest, codecs.writeLeaseTimeToLiveRequest),
      wireCodec(codecs.readLeaseTimeToLiveResponse, codecs.writeLeaseTimeToLiveResponse),
    ),
    LeaseLeases: describeMethod<gen.LeaseService["LeaseLeases"]>(
      {
        name: "LeaseLeases",
        path: "/etcdserverpb.Lease/LeaseLeases",
        kind: "unary",
        requestType: "etcdserverpb.LeaseLeasesRequest",
        responseType: "etcdserverpb.LeaseLeasesResponse",
        bindings: [{"verb":"POST","path":"/v3/lease/leases","hasBody":true},{"verb":"POST","path":"/v3/kv/lease/leases","hasBody":true}],
      },
      wireCodec(codecs.readLeaseLeasesRequest, codecs.writeLeaseLeasesRequest),
      wireCodec(codecs.readLeaseLeasesResponse, codecs.writeLeaseLeasesResponse),
    ),
  },
};

export const Cluster: ServiceDefinition<gen.ClusterService> = {
  name: "etcdserverpb.Cluster",
  methods: {
    MemberAdd: describeMethod<gen.ClusterService["MemberAdd"]>(
      {
        name: "MemberAdd",
        path: "/etcdserverpb.Cluster/MemberAdd",
        kind: "unary",
        requestType: "etcdserverpb.MemberAddRequest",
        responseType: "etcdserverpb.MemberAddResponse",
        bindings: [{"verb":"POST","path":"/v3/cluster/member/add","hasBody":true}],
      },
      wireCodec(codecs.readMemberAddRequest, codecs.writeMemberAddRequest),
      wireCodec(codecs.readMemberAddResponse, codecs.writeMemberAddResponse),
    ),
    MemberRemove: describeMethod<gen.ClusterService["MemberRemove"]>(
      {
        name: "MemberRemove",
        path: "/etcdserverpb.Cluster/MemberRemove",
        kind: "unary",
        requestType: "etcdserverpb.MemberRemoveRequest",
        responseType: "etcdserverpb.MemberRemoveResponse",
        bindings: [{"verb":"POST","path":"/v3/cluster/member/remove","hasBody":true}],
      },
      wireCodec(codecs.readMemberRemoveRequest, codecs.writeMemberRemoveRequest),
      wireCodec(codecs.readMemberRemoveResponse, codecs.writeMemberRemoveResponse),
    ),
    MemberUpdate: describeMethod<gen.ClusterService["MemberUpdate"]>(
      {
        name: "MemberUpdate",
        path: "/etcdserverpb.Cluster/MemberUpdate",
        kind: "unary",
        requestType: "etcdserverpb.MemberUpdateRequest",
        responseType: "etcdserverpb.MemberUpdateResponse",
        bindings: [{"verb":"POST","path":"/v3/cluster/member/update","hasBody":true}],
      },
      wireCodec(codecs.readMemberUpdateRequest, codecs.writeMemberUpdateRequest),
      wireCodec(codecs.readMemberUpdateResponse, codecs.writeMemberUpdateResponse),
    ),
    MemberList: describeMethod<gen.ClusterService["MemberList"]>(
      {
        name: "MemberList",
        path: "/etcdserverpb.Cluster/MemberList",
        kind: "unary",
        requestType: "etcdserverpb.MemberListRequest",
        responseType: "etcdserverpb.MemberListResponse",
        bindings: [{"verb":"POST","path":"/v3/cluster/member/list","hasBody":true}],
      },
      wireCodec(codecs.readMemberListRequest, codecs.writeMemberListRequest),
      wireCodec(codecs.readMemberListResponse, codecs.writeMemberListResponse),
    ),
    MemberPromote: describeMethod<gen.ClusterService["MemberPromote"]>(
      {
        name: "MemberPromote",
        path: "/etcdserverpb.Cluster/MemberPromote",
        kind: "unary",
        requestType: "etcdserverpb.MemberPromoteRequest",
        responseType: "etcdserverpb.MemberPromoteResponse",
        bindings: [{"verb":"POST","path":"/v3/cluster/member/promote","hasBody":true}],
      },
      wireCodec(codecs.readMemberPromoteRequest, codecs.writeMemberPromoteRequest),
      wireCodec(codecs.readMemberPromoteResponse, codecs.writeMemberPromoteResponse),
    ),
  },
};

export const Maintenance: ServiceDefinition<gen.MaintenanceService> = {
  name: "etcdserverpb.Maintenance",
  methods: {
    Alarm: describeMethod<gen.MaintenanceService["Alarm"]>(
      {
        name: "Alarm",
        path: "/etcdserverpb.Maintenance/Alarm",
        kind: "unary",
        requestType: "etcdserverpb.AlarmRequest",
        responseType: "etcdserverpb.AlarmResponse",
        bindings: [{"verb":"POST","path":"/v3/maintenance/alarm","hasBody":true}],
      },
      wireCodec(codecs.readAlarmRequest, codecs.writeAlarmRequest),
      wireCodec(codecs.readAlarmResponse, codecs.writeAlarmResponse),
    ),
    Status: describeMethod<gen.MaintenanceService["Status"]>(
      {
        name: "Status",
        path: "/etcdserverpb.Maintenance/Status",
        kind: "unary",
        requestType: "etcdserverpb.StatusRequest",
        responseType: "etcdserverpb.StatusResponse",
        bindings: [{"verb":"POST","path":"/v3/maintenance/status","hasBody":true}],
      },
      wireCodec(codecs.readStatusRequest, codecs.writeStatusRequest),
      wireCodec(codecs.readStatusResponse, codecs.writeStatusResponse),
    ),
    Defragment: describeMethod<gen.MaintenanceService["Defragment"]>(
      {
        name: "Defragment",
        path: "/etcdserverpb.Maintenance/Defragment",
        kind: "unary",
        requestType: "etcdserverpb.DefragmentRequest",
        responseType: "etcdserverpb.DefragmentResponse",
        bindings: [{"verb":"POST","path":"/v3/maintenance/defragment","hasBody":true}],
      },
      wireCodec(codecs.readDefragmentRequest, codecs.writeDefragmentRequest),
      wireCodec(codecs.readDefragmentResponse, codecs.writeDefragmentResponse),
    ),
    Hash: describeMethod<gen.MaintenanceService["Hash"]>(
      {
        name: "Hash",
        path: "/etcdserverpb.Maintenance/Hash",
        kind: "unary",
        requestType: "etcdserverpb.HashRequest",
        responseType: "etcdserverpb.HashResponse",
        bindings: [{"verb":"POST","path":"/v3/maintenance/hash","hasBody":true}],
      },
      wireCodec(codecs.readHashRequest, codecs.writeHashRequest),
      wireCodec(codecs.readHashResponse, codecs.writeHashResponse),
    ),
    HashKV: describeMethod<gen.MaintenanceService["HashKV"]>(
      {
        name: "HashKV",
        path: "/etcdserverpb.Maintenance/HashKV",
        kind: "unary",
        requestType: "etcdserverpb.HashKVRequest",
        responseType: "etcdserverpb.HashKVResponse",
        bindings: [{"verb":"POST","path":"/v3/maintenance/hashkv","hasBody":true}],
      },
      wireCodec(codecs.readHashKVRequest, codecs.writeHashKVRequest),
      wireCodec(codecs.readHashKVResponse, codecs.writeHashKVResponse),
    ),
    Snapshot: describeMethod<gen.MaintenanceService["Snapshot"]>(
      {
        name: "Snapshot",
        path: "/etcdserverpb.Maintenance/Snapshot",
        kind: "serverStream",
        requestType: "etcdserverpb.SnapshotRequest",
        responseType: "etcdserverpb.SnapshotResponse",
        bindings: [{"verb":"POST","path":"/v3/maintenance/snapshot","hasBody":true}],
      },
      wireCodec(codecs.readSnapshotRequest, codecs.writeSnapshotRequest),
      wireCodec(codecs.readSnapshotResponse, codecs.writeSnapshotResponse),
    ),
    MoveLeader: describeMethod<gen.MaintenanceService["MoveLeader"]>(
      {
        name: "MoveLeader",
        path: "/etcdserverpb.Maintenance/MoveLeader",
        kind: "unary",
        requestType: "etcdserverpb.MoveLeaderRequest",
        responseType: "etcdserverpb.MoveLeaderResponse",
        bindings: [{"verb":"POST","path":"/v3/maintenance/transfer-leadership","hasBody":true}],
      },
      wireCodec(codecs.readMoveLeaderRequest, codecs.writeMoveLeaderRequest),
      wireCodec(codecs.readMoveLeaderResponse, codecs.writeMoveLeaderResponse),
    ),
    Downgrade: describeMethod<gen.MaintenanceService["Downgrade"]>(
      {
        name: "Downgrade",
        path: "/etcdserverpb.Maintenance/Downgrade",
        kind: "unary",
        requestType: "etcdserverpb.DowngradeRequest",
        responseType: "etcdserverpb.DowngradeResponse",
        bindings: [{"verb":"POST","path":"/v3/maintenance/downgrade","hasBody":true}],
      },
      wireCodec(codecs.readDowngradeRequest, codecs.writeDowngradeRequest),
      wireCodec(codecs.readDowngradeResponse, codecs.writeDowngradeResponse),
    ),
  },
};

export const Auth: ServiceDefinition<gen.AuthService> = {
  name: "etcdserverpb.Auth",
  methods: {
    AuthEnable: describeMethod<gen.AuthService["AuthEnable"]>(
      {
        name: "AuthEnable",
        path: "/etcdserverpb.Auth/AuthEnable",
        kind: "unary",
        requestType: "etcdserverpb.AuthEnableRequest",
        responseType: "etcdserverpb.AuthEnableResponse",
        bindings: [{"verb":"POST","path":"/v3/auth/enable","hasBody":true}],
      },
      wireCodec(codecs.readAuthEnableRequest, codecs.writeAuthEnableRequest),
      wireCodec(codecs.readAuthEnableResponse, codecs.writeAuthEnableResponse),
    ),
    AuthDisable: describeMethod<gen.AuthService["AuthDisable"]>(
      {
        name: "AuthDisable",
        path: "/etcdserverpb.Auth/AuthDisable",
        kind: "unary",
        requestType: "etcdserverpb.AuthDisableRequest",
        responseType: "etcdserverpb.AuthDisableResponse",
        bindings: [{"verb":"POST","path":"/v3/auth/disable","hasBody":true}],
      },
      wireCodec(codecs.readAuthDisableRequest, codecs.writeAuthDisableRequest),
      wireCodec(codecs.readAuthDisableResponse, codecs.writeAuthDisableResponse),
    ),
    AuthStatus: describeMethod<gen.AuthService["AuthStatus"]>(
      {
        name: "AuthStatus",
        path: "/etcdserverpb.Auth/AuthStatus",
        kind: "unary",
        requestType: "etcdserverpb.AuthStatusRequest",
        responseType: "etcdserverpb.AuthStatusResponse",
        bindings: [{"verb":"POST","path":"/v3/auth/status","hasBody":true}],
      },
      wireCodec(codecs.readAuthStatusRequest, codecs.writeAuthStatusRequest),
      wireCodec(codecs.readAuthStatusResponse, codecs.writeAuthStatusResponse),
    ),
    Authenticate: describeMethod<gen.AuthService["Authenticate"]>(
      {
        name: "Authenticate",
        path: "/etcdserverpb.Auth/Authenticate",
        kind: "unary",
        requestType: "etcdserverpb.AuthenticateRequest",
        responseType: "etcdserverpb.AuthenticateResponse",
        bindings: [{"verb":"POST","path":"/v3/auth/authenticate","hasBody":true}],
      },
      wireCodec(codecs.readAuthenticateRequest, codecs.writeAuthenticateRequest),
      wireCodec(codecs.readAuthenticateResponse, codecs.writeAuthenticateResponse),
    ),
    UserAdd: describeMethod<gen.AuthService["UserAdd"]>(
      {
        name: "UserAdd",
        path: "/etcdserverpb.Auth/UserAdd",
        kind: "unary",
        requestType: "etcdserverpb.AuthUserAddRequest",
        responseType: "etcdserverpb.AuthUserAddResponse",
        bindings: [{"verb":"POST","path":"/v3/auth/user/add","hasBody":true}],
      },
      wireCodec(codecs.readAuthUserAddRequest, codecs.writeAuthUserAddRequest),
      wireCodec(codecs.readAuthUserAddResponse, codecs.writeAuthUserAddResponse),
    ),
    UserGet: describeMethod<gen.AuthService["UserGet"]>(
      {
        name: "UserGet",
        path: "/etcdserverpb.Auth/UserGet",
        kind: "unary",
        requestType: "etcdserverpb.AuthUserGetRequest",
        responseType: "etcdserverpb.AuthUserGetResponse",
        bindings: [{"verb":"POST","path":"/v3/auth/user/get","hasBody":true}],
      },
      wireCodec(codecs.readAuthUserGetRequest, codecs.writeAuthUserGetRequest),
      wireCodec(codecs.readAuthUserGetResponse, codecs.writeAuthUserGetResponse),
    ),
    UserList: describeMethod<gen.AuthService["UserList"]>(
      {
        name: "UserList",
        path: "/etcdserverpb.Auth/UserList",
        kind: "unary",
        requestType: "etcdserverpb.AuthUserListRequest",
        responseType: "etcdserverpb.AuthUserListResponse",
        bindings: [{"verb":"POST","path":"/v3/auth/user/list","hasBody":true}],
      },
      wireCodec(codecs.readAuthUserListRequest, codecs.writeAuthUserListRequest),
      wireCodec(codecs.readAuthUserListResponse, codecs.writeAuthUserListResponse),
    ),
    UserDelete: describeMethod<gen.AuthService["UserDelete"]>(
      {
        name: "UserDelete",
        path: "/etcdserverpb.Auth/UserDelete",
        kind: "unary",
        requestType: "etcdserverpb.AuthUserDeleteRequest",
        responseType: "etcdserverpb.AuthUserDeleteResponse",
        bindings: [{"verb":"POST","path":"/v3/auth/user/delete","hasBody":true}],
      },
      wireCodec(codecs.readAuthUserDeleteRequest, codecs.writeAuthUserDeleteRequest),
      wireCodec(codecs.readAuthUserDeleteResponse, codecs.writeAuthUserDeleteResponse),
    ),
    UserChangePassword: describeMethod<gen.AuthService["UserChangePassword"]>(
      {
        name: "UserChangePassword",
        path: "/etcdserverpb.Auth/UserChangePassword",
        kind: "unary",
        requestType: "etcdserverpb.AuthUserChangePasswordRequest",
        responseType: "etcdserverpb.AuthUserChangePasswordResponse",
        bindings: [{"verb":"POST","path":"/v3/auth/user/changepw","hasBody":true}],
      },
      wireCodec(codecs.readAuthUserChangePasswordRequest, codecs.writeAuthUserChangePasswordRequest),
      wireCodec(codecs.readAuthUserChangePasswordResponse, codecs.writeAuthUserChangePasswordResponse),
    ),
    UserGrantRole: describeMethod<gen.AuthService["UserGrantRole"]>(
      {
        name: "UserGrantRole",
        path: "/etcdserverpb.Auth/UserGrantRole",
        kind: "unary",
        requestType: "etcdserverpb.AuthUserGrantRoleRequest",
        responseType: "etcdserverpb.AuthUserGrantRoleResponse",
        bindings: [{"verb":"POST","path":"/v3/auth/user/grant","hasBody":true}],
      },
      wireCodec(codecs.readAuthUserGrantRoleRequest, codecs.writeAuthUserGrantRoleRequest),
      wireCodec(codecs.readAuthUserGrantRoleResponse, codecs.writeAuthUserGrantRoleResponse),
    ),
    UserRevokeRole: describeMethod<gen.AuthService["UserRevokeRole"]>(
      {
        name: "UserRevokeRole",
        path: "/etcdserverpb.Auth/UserRevokeRole",
        kind: "unary",
        requestType: "etcdserverpb.AuthUserRevokeRoleRequest",
        responseType: "etcdserverpb.AuthUserRevokeRoleResponse",
        bindings: [{"verb":"POST","path":"/v3/auth/user/revoke","hasBody":true}],
      },
      wireCodec(codecs.readAuthUserRevokeRoleRequest, codecs.writeAuthUserRevokeRoleRequest),
      wireCodec(codecs.readAuthUserRevokeRoleResponse, codecs.writeAuthUserRevokeRoleResponse),
    ),
    RoleAdd: describeMethod<gen.AuthService["RoleAdd"]>(
      {
        name: "RoleAdd",
        path: "/etcdserverpb.Auth/RoleAdd",
        kind: "unary",
        requestType: "etcdserverpb.AuthRoleAddRequest",
        responseType: "etcdserverpb.AuthRoleAddResponse",
        bindings: [{"verb":"POST","path":"/v3/auth/role/add","hasBody":true}],
      },
      wireCodec(codecs.readAuthRoleAddRequest, codecs.writeAuthRoleAddRequest),
      wireCodec(codecs.readAuthRoleAddResponse, codecs.writeAuthRoleAddResponse),
    ),
    RoleGet: describeMethod<gen.AuthService["RoleGet"]>(
      {
        name: "RoleGet",
        path: "/etcdserverpb.Auth/RoleGet",
        kind: "unary",
        requestType: "etcdserverpb.AuthRoleGetRequest",
        responseType: "etcdserverpb.AuthRoleGetResponse",
        bindings: [{"verb":"POST","path":"/v3/auth/role/get","hasBody":true}],
      },
      wireCodec(codecs.readAuthRoleGetRequest, codecs.writeAuthRoleGetRequest),
      wireCodec(codecs.readAuthRoleGetResponse, codecs.writeAuthRoleGetResponse),
    ),
    RoleList: describeMethod<gen.AuthService["RoleList"]>(
      {
        name: "RoleList",
        path: "/etcdserverpb.Auth/RoleList",
        kind: "unary",
        requestType: "etcdserverpb.AuthRoleListRequest",
        responseType: "etcdserverpb.AuthRoleListResponse",
        bindings: [{"verb":"POST","path":"/v3/auth/role/list","hasBody":true}],
      },
      wireCodec(codecs.readAuthRoleListRequest, codecs.writeAuthRoleListRequest),
      wireCodec(codecs.readAuthRoleListResponse, codecs.writeAuthRoleListResponse),
    ),
    RoleDelete: describeMethod<gen.AuthService["RoleDelete"]>(
      {
        name: "RoleDelete",
        path: "/etcdserverpb.Auth/RoleDelete",
        kind: "unary",
        requestType: "etcdserverpb.AuthRoleDeleteRequest",
        responseType: "etcdserverpb.AuthRoleDeleteResponse",
        bindings: [{"verb":"POST","path":"/v3/auth/role/delete","hasBody":true}],
      },
      wireCodec(codecs.readAuthRoleDeleteRequest, codecs.writeAuthRoleDeleteRequest),
      wireCodec(codecs.readAuthRoleDeleteResponse, codecs.writeAuthRoleDeleteResponse),
    ),
    RoleGrantPermission: describeMethod<gen.AuthService["RoleGrantPermission"]>(
      {
        name: "RoleGrantPermission",
        path: "/etcdserverpb.Auth/RoleGrantPermission",
        kind: "unary",
        requestType: "etcdserverpb.AuthRoleGrantPermissionRequest",
        responseType: "etcdserverpb.AuthRoleGrantPermissionResponse",
        bindings: [{"verb":"POST","path":"/v3/auth/role/grant","hasBody":true}],
      },
      wireCodec(codecs.readAuthRoleGrantPermissionRequest, codecs.writeAuthRoleGrantPermissionRequest),
      wireCodec(codecs.readAuthRoleGrantPermissionResponse, codecs.writeAuthRoleGrantPermissionResponse),
    ),
    RoleRevokePermission: describeMethod<gen.AuthService["RoleRevokePermission"]>(
      {
        name: "RoleRevokePermission",
        path: "/etcdserverpb.Auth/RoleRevokePermission",
        kind: "unary",
        requestType: "etcdserverpb.AuthRoleRevokePermissionRequest",
        responseType: "etcdserverpb.AuthRoleRevokePermissionResponse",
        bindings: [{"verb":"POST","path":"/v3/auth/role/revoke","hasBody":true}],
      },
      wireCodec(codecs.readAuthRoleRevokePermissionRequest, codecs.writeAuthRoleRevokePermissionRequest),
      wireCodec(codecs.readAuthRoleRevokePermissionResponse, codecs.writeAuthRoleRevokePermissionResponse),
    ),
  },
};

export const Election: ServiceDefinition<gen.ElectionService> = {
  name: "v3electionpb.Election",
  methods: {
    Campaign: describeMethod<gen.ElectionService["Campaign"]>(
      {
        name: "Campaign",
        path: "/v3electionpb.Election/Campaign",
        kind: "unary",
        requestType: "v3electionpb.CampaignRequest",
        responseType: "v3electionpb.CampaignResponse",
        bindings: [{"verb":"POST","path":"/v3/election/campaign","hasBody":true}],
      },
      wireCodec(codecs.readCampaignRequest, codecs.writeCampaignRequest),
      wireCodec(codecs.readCampaignResponse, codecs.writeCampaignResponse),
    ),
    Proclaim: describeMethod<gen.ElectionService["Proclaim"]>(
      {
        name: "Proclaim",
        path: "/v3electionpb.Election/Proclaim",
        kind: "unary",
        requestType: "v3electionpb.ProclaimRequest",
        responseType: "v3electionpb.ProclaimResponse",
        bindings: [{"verb":"POST","path":"/v3/election/proclaim","hasBody":true}],
      },
      wireCodec(codecs.readProclaimRequest, codecs.writeProclaimRequest),
      wireCodec(codecs.readProclaimResponse, codecs.writeProclaimResponse),
    ),
    Leader: describeMethod<gen.ElectionService["Leader"]>(
      {
        name: "Leader",
        path: "/v3electionpb.Election/Leader",
        kind: "unary",
        requestType: "v3electionpb.LeaderRequest",
        responseType: "v3electionpb.LeaderResponse",
        bindings: [{"verb":"POST","path":"/v3/election/leader","hasBody":true}],
      },
      wireCodec(codecs.readLeaderRequest, codecs.writeLeaderRequest),
      wireCodec(codecs.readLeaderResponse, codecs.writeLeaderResponse),
    ),
    Observe: describeMethod<gen.ElectionService["Observe"]>(
      {
        name: "Observe",
        path: "/v3electionpb.Election/Observe",
        kind: "serverStream",
        requestType: "v3electionpb.LeaderRequest",
        responseType: "v3electionpb.LeaderResponse",
        bindings: [{"verb":"POST","path":"/v3/election/observe","hasBody":true}],
      },
      wireCodec(codecs.readLeaderRequest, codecs.writeLeaderRequest),
      wireCodec(codecs.readLeaderResponse, codecs.writeLeaderResponse),
    ),
    Resign: describeMethod<gen.ElectionService["Resign"]>(
      {
        name: "Resign",
        path: "/v3electionpb.Election/Resign",
        kind: "unary",
        requestType: "v3electionpb.ResignRequest",
        responseType: "v3electionpb.ResignResponse",
        bindings: [{"verb":"POST","path":"/v3/election/resign","hasBody":true}],
      },
      wireCodec(codecs.readResignRequest, codecs.writeResignRequest),
      wireCodec(codecs.readResignResponse, codecs.writeResignResponse),
    ),
  },
};

export const Lock: ServiceDefinition<gen.LockService> = {
  name: "v3lockpb.Lock",
  methods: {
    Lock: describeMethod<gen.LockService["Lock"]>(
      {
        name: "Lock",
        path: "/v3lockpb.Lock/Lock",
        kind: "unary",
        requestType: "v3lockpb.LockRequest",
        responseType: "v3lockpb.LockResponse",
        bindings: [{"verb":"POST","path":"/v3/lock/lock","hasBody":true}],
      },
      wireCodec(codecs.readLockRequest, codecs.writeLockRequest),
      wireCodec(codecs.readLockResponse, codecs.writeLockResponse),
    ),
    Unlock: describeMethod<gen.LockService["Unlock"]>(
      {
        name: "Unlock",
        path: "/v3lockpb.Lock/Unlock",
        kind: "unary",
        requestType: "v3lockpb.UnlockRequest",
        responseType: "v3lockpb.UnlockResponse",
        bindings: [{"verb":"POST","path":"/v3/lock/unlock","hasBody":true}],
      },
      wireCodec(codecs.readUnlockRequest, codecs.writeUnlockRequest),
      wireCodec(codecs.readUnlockResponse, codecs.writeUnlockResponse),
    ),
  },
};

export const Health: ServiceDefinition<gen.HealthService> = {
  name: "grpc.health.v1.Health",
  methods: {
    Check: describeMethod<gen.HealthService["Check"]>(
      {
        name: "Check",
        path: "/grpc.health.v1.Health/Check",
        kind: "unary",
        requestType: "grpc.health.v1.HealthCheckRequest",
        responseType: "grpc.health.v1.HealthCheckResponse",
        bindings: [],
      },
      standardCodec(codecs.readHealthCheckRequest, codecs.writeHealthCheckRequest),
      standardCodec(codecs.readHealthCheckResponse, codecs.writeHealthCheckResponse),
    ),
    List: describeMethod<gen.HealthService["List"]>(
      {
        name: "List",
        path: "/grpc.health.v1.Health/List",
        kind: "unary",
        requestType: "grpc.health.v1.HealthListRequest",
        responseType: "grpc.health.v1.HealthListResponse",
        bindings: [],
      },
      standardCodec(codecs.readHealthListRequest, codecs.writeHealthListRequest),
      standardCodec(codecs.readHealthListResponse, codecs.writeHealthListResponse),
    ),
    Watch: describeMethod<gen.HealthService["Watch"]>(
      {
        name: "Watch",
        path: "/grpc.health.v1.Health/Watch",
        kind: "serverStream",
        requestType: "grpc.health.v1.HealthCheckRequest",
        responseType: "grpc.health.v1.HealthCheckResponse",
        bindings: [],
      },
      standardCodec(codecs.readHealthCheckRequest, codecs.writeHealthCheckRequest),
      standardCodec(codecs.readHealthCheckResponse, codecs.writeHealthCheckResponse),
    ),
  },
};
