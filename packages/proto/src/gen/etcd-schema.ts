// Written by `npm run gen` from protos/; do not edit.
import type { Schema } from "../schema.ts";

export const etcdSchema: Schema = {
  enums: {
    "mvccpb.Event.EventType": {"PUT":0,"DELETE":1},
    "authpb.Permission.Type": {"READ":0,"WRITE":1,"READWRITE":2},
    "etcdserverpb.RangeRequest.SortOrder": {"NONE":0,"ASCEND":1,"DESCEND":2},
    "etcdserverpb.RangeRequest.SortTarget": {"KEY":0,"VERSION":1,"CREATE":2,"MOD":3,"VALUE":4},
    "etcdserverpb.Compare.CompareResult": {"EQUAL":0,"GREATER":1,"LESS":2,"NOT_EQUAL":3},
    "etcdserverpb.Compare.CompareTarget": {"VERSION":0,"CREATE":1,"MOD":2,"VALUE":3,"LEASE":4},
    "etcdserverpb.WatchCreateRequest.FilterType": {"NOPUT":0,"NODELETE":1},
    "etcdserverpb.AlarmType": {"NONE":0,"NOSPACE":1,"CORRUPT":2},
    "etcdserverpb.AlarmRequest.AlarmAction": {"GET":0,"ACTIVATE":1,"DEACTIVATE":2},
    "etcdserverpb.DowngradeRequest.DowngradeAction": {"VALIDATE":0,"ENABLE":1,"CANCEL":2},
    "grpc.health.v1.HealthCheckResponse.ServingStatus": {"UNKNOWN":0,"SERVING":1,"NOT_SERVING":2,"SERVICE_UNKNOWN":3},
  },
  messages: {
    "mvccpb.KeyValue": [
      {"name":"key","kind":"scalar","type":"bytes"},
      {"name":"create_revision","kind":"scalar","type":"int64"},
      {"name":"mod_revision","kind":"scalar","type":"int64"},
      {"name":"version","kind":"scalar","type":"int64"},
      {"name":"value","kind":"scalar","type":"bytes"},
      {"name":"lease","kind":"scalar","type":"int64"},
    ],
    "mvccpb.Event": [
      {"name":"type","kind":"enum","type":"mvccpb.Event.EventType"},
      {"name":"kv","kind":"message","type":"mvccpb.KeyValue"},
      {"name":"prev_kv","kind":"message","type":"mvccpb.KeyValue"},
    ],
    "authpb.UserAddOptions": [
      {"name":"no_password","kind":"scalar","type":"bool"},
    ],
    "authpb.User": [
      {"name":"name","kind":"scalar","type":"bytes"},
      {"name":"password","kind":"scalar","type":"bytes"},
      {"name":"roles","kind":"scalar","type":"string","label":"repeated"},
      {"name":"options","kind":"message","type":"authpb.UserAddOptions"},
    ],
    "authpb.Permission": [
      {"name":"permType","kind":"enum","type":"authpb.Permission.Type"},
      {"name":"key","kind":"scalar","type":"bytes"},
      {"name":"range_end","kind":"scalar","type":"bytes"},
    ],
    "authpb.Role": [
      {"name":"name","kind":"scalar","type":"bytes"},
      {"name":"keyPermission","kind":"message","type":"authpb.Permission","label":"repeated"},
    ],
    "etcdserverpb.ResponseHeader": [
      {"name":"cluster_id","kind":"scalar","type":"uint64"},
      {"name":"member_id","kind":"scalar","type":"uint64"},
      {"name":"revision","kind":"scalar","type":"int64"},
      {"name":"raft_term","kind":"scalar","type":"uint64"},
    ],
    "etcdserverpb.RangeRequest": [
      {"name":"key","kind":"scalar","type":"bytes"},
      {"name":"range_end","kind":"scalar","type":"bytes"},
      {"name":"limit","kind":"scalar","type":"int64"},
      {"name":"revision","kind":"scalar","type":"int64"},
      {"name":"sort_order","kind":"enum","type":"etcdserverpb.RangeRequest.SortOrder"},
      {"name":"sort_target","kind":"enum","type":"etcdserverpb.RangeRequest.SortTarget"},
      {"name":"serializable","kind":"scalar","type":"bool"},
      {"name":"keys_only","kind":"scalar","type":"bool"},
      {"name":"count_only","kind":"scalar","type":"bool"},
      {"name":"min_mod_revision","kind":"scalar","type":"int64"},
      {"name":"max_mod_revision","kind":"scalar","type":"int64"},
      {"name":"min_create_revision","kind":"scalar","type":"int64"},
      {"name":"max_create_revision","kind":"scalar","type":"int64"},
    ],
    "etcdserverpb.RangeResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
      {"name":"kvs","kind":"message","type":"mvccpb.KeyValue","label":"repeated"},
      {"name":"more","kind":"scalar","type":"bool"},
      {"name":"count","kind":"scalar","type":"int64"},
    ],
    "etcdserverpb.PutRequest": [
      {"name":"key","kind":"scalar","type":"bytes"},
      {"name":"value","kind":"scalar","type":"bytes"},
      {"name":"lease","kind":"scalar","type":"int64"},
      {"name":"prev_kv","kind":"scalar","type":"bool"},
      {"name":"ignore_value","kind":"scalar","type":"bool"},
      {"name":"ignore_lease","kind":"scalar","type":"bool"},
    ],
    "etcdserverpb.PutResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
      {"name":"prev_kv","kind":"message","type":"mvccpb.KeyValue"},
    ],
    "etcdserverpb.DeleteRangeRequest": [
      {"name":"key","kind":"scalar","type":"bytes"},
      {"name":"range_end","kind":"scalar","type":"bytes"},
      {"name":"prev_kv","kind":"scalar","type":"bool"},
    ],
    "etcdserverpb.DeleteRangeResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
      {"name":"deleted","kind":"scalar","type":"int64"},
      {"name":"prev_kvs","kind":"message","type":"mvccpb.KeyValue","label":"repeated"},
    ],
    "etcdserverpb.RequestOp": [
      {"name":"request_range","kind":"message","type":"etcdserverpb.RangeRequest","oneof":"request"},
      {"name":"request_put","kind":"message","type":"etcdserverpb.PutRequest","oneof":"request"},
      {"name":"request_delete_range","kind":"message","type":"etcdserverpb.DeleteRangeRequest","oneof":"request"},
      {"name":"request_txn","kind":"message","type":"etcdserverpb.TxnRequest","oneof":"request"},
    ],
    "etcdserverpb.ResponseOp": [
      {"name":"response_range","kind":"message","type":"etcdserverpb.RangeResponse","oneof":"response"},
      {"name":"response_put","kind":"message","type":"etcdserverpb.PutResponse","oneof":"response"},
      {"name":"response_delete_range","kind":"message","type":"etcdserverpb.DeleteRangeResponse","oneof":"response"},
      {"name":"response_txn","kind":"message","type":"etcdserverpb.TxnResponse","oneof":"response"},
    ],
    "etcdserverpb.Compare": [
      {"name":"result","kind":"enum","type":"etcdserverpb.Compare.CompareResult"},
      {"name":"target","kind":"enum","type":"etcdserverpb.Compare.CompareTarget"},
      {"name":"key","kind":"scalar","type":"bytes"},
      {"name":"version","kind":"scalar","type":"int64","oneof":"target_union"},
      {"name":"create_revision","kind":"scalar","type":"int64","oneof":"target_union"},
      {"name":"mod_revision","kind":"scalar","type":"int64","oneof":"target_union"},
      {"name":"value","kind":"scalar","type":"bytes","oneof":"target_union"},
      {"name":"lease","kind":"scalar","type":"int64","oneof":"target_union"},
      {"name":"range_end","kind":"scalar","type":"bytes"},
    ],
    "etcdserverpb.TxnRequest": [
      {"name":"compare","kind":"message","type":"etcdserverpb.Compare","label":"repeated"},
      {"name":"success","kind":"message","type":"etcdserverpb.RequestOp","label":"repeated"},
      {"name":"failure","kind":"message","type":"etcdserverpb.RequestOp","label":"repeated"},
    ],
    "etcdserverpb.TxnResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
      {"name":"succeeded","kind":"scalar","type":"bool"},
      {"name":"responses","kind":"message","type":"etcdserverpb.ResponseOp","label":"repeated"},
    ],
    "etcdserverpb.CompactionRequest": [
      {"name":"revision","kind":"scalar","type":"int64"},
      {"name":"physical","kind":"scalar","type":"bool"},
    ],
    "etcdserverpb.CompactionResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
    ],
    "etcdserverpb.WatchRequest": [
      {"name":"create_request","kind":"message","type":"etcdserverpb.WatchCreateRequest","oneof":"request_union"},
      {"name":"cancel_request","kind":"message","type":"etcdserverpb.WatchCancelRequest","oneof":"request_union"},
      {"name":"progress_request","kind":"message","type":"etcdserverpb.WatchProgressRequest","oneof":"request_union"},
    ],
    "etcdserverpb.WatchCreateRequest": [
      {"name":"key","kind":"scalar","type":"bytes"},
      {"name":"range_end","kind":"scalar","type":"bytes"},
      {"name":"start_revision","kind":"scalar","type":"int64"},
      {"name":"progress_notify","kind":"scalar","type":"bool"},
      {"name":"filters","kind":"enum","type":"etcdserverpb.WatchCreateRequest.FilterType","label":"repeated"},
      {"name":"prev_kv","kind":"scalar","type":"bool"},
      {"name":"watch_id","kind":"scalar","type":"int64"},
      {"name":"fragment","kind":"scalar","type":"bool"},
    ],
    "etcdserverpb.WatchCancelRequest": [
      {"name":"watch_id","kind":"scalar","type":"int64"},
    ],
    "etcdserverpb.WatchProgressRequest": [

    ],
    "etcdserverpb.WatchResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
      {"name":"watch_id","kind":"scalar","type":"int64"},
      {"name":"created","kind":"scalar","type":"bool"},
      {"name":"canceled","kind":"scalar","type":"bool"},
      {"name":"compact_revision","kind":"scalar","type":"int64"},
      {"name":"cancel_reason","kind":"scalar","type":"string"},
      {"name":"fragment","kind":"scalar","type":"bool"},
      {"name":"events","kind":"message","type":"mvccpb.Event","label":"repeated"},
    ],
    "etcdserverpb.LeaseGrantRequest": [
      {"name":"TTL","kind":"scalar","type":"int64"},
      {"name":"ID","kind":"scalar","type":"int64"},
    ],
    "etcdserverpb.LeaseGrantResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
      {"name":"ID","kind":"scalar","type":"int64"},
      {"name":"TTL","kind":"scalar","type":"int64"},
      {"name":"error","kind":"scalar","type":"string"},
    ],
    "etcdserverpb.LeaseRevokeRequest": [
      {"name":"ID","kind":"scalar","type":"int64"},
    ],
    "etcdserverpb.LeaseRevokeResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
    ],
    "etcdserverpb.LeaseCheckpoint": [
      {"name":"ID","kind":"scalar","type":"int64"},
      {"name":"remaining_TTL","kind":"scalar","type":"int64"},
    ],
    "etcdserverpb.LeaseCheckpointRequest": [
      {"name":"checkpoints","kind":"message","type":"etcdserverpb.LeaseCheckpoint","label":"repeated"},
    ],
    "etcdserverpb.LeaseCheckpointResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
    ],
    "etcdserverpb.LeaseKeepAliveRequest": [
      {"name":"ID","kind":"scalar","type":"int64"},
    ],
    "etcdserverpb.LeaseKeepAliveResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
      {"name":"ID","kind":"scalar","type":"int64"},
      {"name":"TTL","kind":"scalar","type":"int64"},
    ],
    "etcdserverpb.LeaseTimeToLiveRequest": [
      {"name":"ID","kind":"scalar","type":"int64"},
      {"name":"keys","kind":"scalar","type":"bool"},
    ],
    "etcdserverpb.LeaseTimeToLiveResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
      {"name":"ID","kind":"scalar","type":"int64"},
      {"name":"TTL","kind":"scalar","type":"int64"},
      {"name":"grantedTTL","kind":"scalar","type":"int64"},
      {"name":"keys","kind":"scalar","type":"bytes","label":"repeated"},
    ],
    "etcdserverpb.LeaseLeasesRequest": [

    ],
    "etcdserverpb.LeaseStatus": [
      {"name":"ID","kind":"scalar","type":"int64"},
    ],
    "etcdserverpb.LeaseLeasesResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
      {"name":"leases","kind":"message","type":"etcdserverpb.LeaseStatus","label":"repeated"},
    ],
    "etcdserverpb.Member": [
      {"name":"ID","kind":"scalar","type":"uint64"},
      {"name":"name","kind":"scalar","type":"string"},
      {"name":"peerURLs","kind":"scalar","type":"string","label":"repeated"},
      {"name":"clientURLs","kind":"scalar","type":"string","label":"repeated"},
      {"name":"isLearner","kind":"scalar","type":"bool"},
    ],
    "etcdserverpb.MemberAddRequest": [
      {"name":"peerURLs","kind":"scalar","type":"string","label":"repeated"},
      {"name":"isLearner","kind":"scalar","type":"bool"},
    ],
    "etcdserverpb.MemberAddResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
      {"name":"member","kind":"message","type":"etcdserverpb.Member"},
      {"name":"members","kind":"message","type":"etcdserverpb.Member","label":"repeated"},
    ],
    "etcdserverpb.MemberRemoveRequest": [
      {"name":"ID","kind":"scalar","type":"uint64"},
    ],
    "etcdserverpb.MemberRemoveResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
      {"name":"members","kind":"message","type":"etcdserverpb.Member","label":"repeated"},
    ],
    "etcdserverpb.MemberUpdateRequest": [
      {"name":"ID","kind":"scalar","type":"uint64"},
      {"name":"peerURLs","kind":"scalar","type":"string","label":"repeated"},
    ],
    "etcdserverpb.MemberUpdateResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
      {"name":"members","kind":"message","type":"etcdserverpb.Member","label":"repeated"},
    ],
    "etcdserverpb.MemberListRequest": [
      {"name":"linearizable","kind":"scalar","type":"bool"},
    ],
    "etcdserverpb.MemberListResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
      {"name":"members","kind":"message","type":"etcdserverpb.Member","label":"repeated"},
    ],
    "etcdserverpb.MemberPromoteRequest": [
      {"name":"ID","kind":"scalar","type":"uint64"},
    ],
    "etcdserverpb.MemberPromoteResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
      {"name":"members","kind":"message","type":"etcdserverpb.Member","label":"repeated"},
    ],
    "etcdserverpb.AlarmRequest": [
      {"name":"action","kind":"enum","type":"etcdserverpb.AlarmRequest.AlarmAction"},
      {"name":"memberID","kind":"scalar","type":"uint64"},
      {"name":"alarm","kind":"enum","type":"etcdserverpb.AlarmType"},
    ],
    "etcdserverpb.AlarmMember": [
      {"name":"memberID","kind":"scalar","type":"uint64"},
      {"name":"alarm","kind":"enum","type":"etcdserverpb.AlarmType"},
    ],
    "etcdserverpb.AlarmResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
      {"name":"alarms","kind":"message","type":"etcdserverpb.AlarmMember","label":"repeated"},
    ],
    "etcdserverpb.StatusRequest": [

    ],
    "etcdserverpb.StatusResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
      {"name":"version","kind":"scalar","type":"string"},
      {"name":"dbSize","kind":"scalar","type":"int64"},
      {"name":"leader","kind":"scalar","type":"uint64"},
      {"name":"raftIndex","kind":"scalar","type":"uint64"},
      {"name":"raftTerm","kind":"scalar","type":"uint64"},
      {"name":"raftAppliedIndex","kind":"scalar","type":"uint64"},
      {"name":"errors","kind":"scalar","type":"string","label":"repeated"},
      {"name":"dbSizeInUse","kind":"scalar","type":"int64"},
      {"name":"isLearner","kind":"scalar","type":"bool"},
      {"name":"storageVersion","kind":"scalar","type":"string"},
      {"name":"dbSizeQuota","kind":"scalar","type":"int64"},
      {"name":"downgradeInfo","kind":"message","type":"etcdserverpb.DowngradeInfo"},
    ],
    "etcdserverpb.DowngradeInfo": [
      {"name":"enabled","kind":"scalar","type":"bool"},
      {"name":"targetVersion","kind":"scalar","type":"string"},
    ],
    "etcdserverpb.DefragmentRequest": [

    ],
    "etcdserverpb.DefragmentResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
    ],
    "etcdserverpb.MoveLeaderRequest": [
      {"name":"targetID","kind":"scalar","type":"uint64"},
    ],
    "etcdserverpb.MoveLeaderResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
    ],
    "etcdserverpb.HashRequest": [

    ],
    "etcdserverpb.HashKVRequest": [
      {"name":"revision","kind":"scalar","type":"int64"},
    ],
    "etcdserverpb.HashKVResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
      {"name":"hash","kind":"scalar","type":"uint32"},
      {"name":"compact_revision","kind":"scalar","type":"int64"},
      {"name":"hash_revision","kind":"scalar","type":"int64"},
    ],
    "etcdserverpb.HashResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
      {"name":"hash","kind":"scalar","type":"uint32"},
    ],
    "etcdserverpb.SnapshotRequest": [

    ],
    "etcdserverpb.SnapshotResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
      {"name":"remaining_bytes","kind":"scalar","type":"uint64"},
      {"name":"blob","kind":"scalar","type":"bytes"},
      {"name":"version","kind":"scalar","type":"string"},
    ],
    "etcdserverpb.DowngradeRequest": [
      {"name":"action","kind":"enum","type":"etcdserverpb.DowngradeRequest.DowngradeAction"},
      {"name":"version","kind":"scalar","type":"string"},
    ],
    "etcdserverpb.DowngradeResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
      {"name":"version","kind":"scalar","type":"string"},
    ],
    "etcdserverpb.AuthEnableRequest": [

    ],
    "etcdserverpb.AuthDisableRequest": [

    ],
    "etcdserverpb.AuthStatusRequest": [

    ],
    "etcdserverpb.AuthenticateRequest": [
      {"name":"name","kind":"scalar","type":"string"},
      {"name":"password","kind":"scalar","type":"string"},
    ],
    "etcdserverpb.AuthUserAddRequest": [
      {"name":"name","kind":"scalar","type":"string"},
      {"name":"password","kind":"scalar","type":"string"},
      {"name":"options","kind":"message","type":"authpb.UserAddOptions"},
      {"name":"hashedPassword","kind":"scalar","type":"string"},
    ],
    "etcdserverpb.AuthUserGetRequest": [
      {"name":"name","kind":"scalar","type":"string"},
    ],
    "etcdserverpb.AuthUserDeleteRequest": [
      {"name":"name","kind":"scalar","type":"string"},
    ],
    "etcdserverpb.AuthUserChangePasswordRequest": [
      {"name":"name","kind":"scalar","type":"string"},
      {"name":"password","kind":"scalar","type":"string"},
      {"name":"hashedPassword","kind":"scalar","type":"string"},
    ],
    "etcdserverpb.AuthUserGrantRoleRequest": [
      {"name":"user","kind":"scalar","type":"string"},
      {"name":"role","kind":"scalar","type":"string"},
    ],
    "etcdserverpb.AuthUserRevokeRoleRequest": [
      {"name":"name","kind":"scalar","type":"string"},
      {"name":"role","kind":"scalar","type":"string"},
    ],
    "etcdserverpb.AuthRoleAddRequest": [
      {"name":"name","kind":"scalar","type":"string"},
    ],
    "etcdserverpb.AuthRoleGetRequest": [
      {"name":"role","kind":"scalar","type":"string"},
    ],
    "etcdserverpb.AuthUserListRequest": [

    ],
    "etcdserverpb.AuthRoleListRequest": [

    ],
    "etcdserverpb.AuthRoleDeleteRequest": [
      {"name":"role","kind":"scalar","type":"string"},
    ],
    "etcdserverpb.AuthRoleGrantPermissionRequest": [
      {"name":"name","kind":"scalar","type":"string"},
      {"name":"perm","kind":"message","type":"authpb.Permission"},
    ],
    "etcdserverpb.AuthRoleRevokePermissionRequest": [
      {"name":"role","kind":"scalar","type":"string"},
      {"name":"key","kind":"scalar","type":"bytes"},
      {"name":"range_end","kind":"scalar","type":"bytes"},
    ],
    "etcdserverpb.AuthEnableResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
    ],
    "etcdserverpb.AuthDisableResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
    ],
    "etcdserverpb.AuthStatusResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
      {"name":"enabled","kind":"scalar","type":"bool"},
      {"name":"authRevision","kind":"scalar","type":"uint64"},
    ],
    "etcdserverpb.AuthenticateResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
      {"name":"token","kind":"scalar","type":"string"},
    ],
    "etcdserverpb.AuthUserAddResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
    ],
    "etcdserverpb.AuthUserGetResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
      {"name":"roles","kind":"scalar","type":"string","label":"repeated"},
    ],
    "etcdserverpb.AuthUserDeleteResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
    ],
    "etcdserverpb.AuthUserChangePasswordResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
    ],
    "etcdserverpb.AuthUserGrantRoleResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
    ],
    "etcdserverpb.AuthUserRevokeRoleResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
    ],
    "etcdserverpb.AuthRoleAddResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
    ],
    "etcdserverpb.AuthRoleGetResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
      {"name":"perm","kind":"message","type":"authpb.Permission","label":"repeated"},
    ],
    "etcdserverpb.AuthRoleListResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
      {"name":"roles","kind":"scalar","type":"string","label":"repeated"},
    ],
    "etcdserverpb.AuthUserListResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
      {"name":"users","kind":"scalar","type":"string","label":"repeated"},
    ],
    "etcdserverpb.AuthRoleDeleteResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
    ],
    "etcdserverpb.AuthRoleGrantPermissionResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
    ],
    "etcdserverpb.AuthRoleRevokePermissionResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
    ],
    "v3electionpb.CampaignRequest": [
      {"name":"name","kind":"scalar","type":"bytes"},
      {"name":"lease","kind":"scalar","type":"int64"},
      {"name":"value","kind":"scalar","type":"bytes"},
    ],
    "v3electionpb.CampaignResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
      {"name":"leader","kind":"message","type":"v3electionpb.LeaderKey"},
    ],
    "v3electionpb.LeaderKey": [
      {"name":"name","kind":"scalar","type":"bytes"},
      {"name":"key","kind":"scalar","type":"bytes"},
      {"name":"rev","kind":"scalar","type":"int64"},
      {"name":"lease","kind":"scalar","type":"int64"},
    ],
    "v3electionpb.LeaderRequest": [
      {"name":"name","kind":"scalar","type":"bytes"},
    ],
    "v3electionpb.LeaderResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
      {"name":"kv","kind":"message","type":"mvccpb.KeyValue"},
    ],
    "v3electionpb.ResignRequest": [
      {"name":"leader","kind":"message","type":"v3electionpb.LeaderKey"},
    ],
    "v3electionpb.ResignResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
    ],
    "v3electionpb.ProclaimRequest": [
      {"name":"leader","kind":"message","type":"v3electionpb.LeaderKey"},
      {"name":"value","kind":"scalar","type":"bytes"},
    ],
    "v3electionpb.ProclaimResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
    ],
    "v3lockpb.LockRequest": [
      {"name":"name","kind":"scalar","type":"bytes"},
      {"name":"lease","kind":"scalar","type":"int64"},
    ],
    "v3lockpb.LockResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
      {"name":"key","kind":"scalar","type":"bytes"},
    ],
    "v3lockpb.UnlockRequest": [
      {"name":"key","kind":"scalar","type":"bytes"},
    ],
    "v3lockpb.UnlockResponse": [
      {"name":"header","kind":"message","type":"etcdserverpb.ResponseHeader"},
    ],
    "grpc.health.v1.HealthCheckRequest": [
      {"name":"service","kind":"scalar","type":"string"},
    ],
    "grpc.health.v1.HealthCheckResponse": [
      {"name":"status","kind":"enum","type":"grpc.health.v1.HealthCheckResponse.ServingStatus"},
    ],
    "grpc.health.v1.HealthListRequest": [

    ],
    "grpc.health.v1.HealthListResponse": [
      {"name":"statuses","kind":"message","type":"grpc.health.v1.HealthCheckResponse","label":"map"},
    ],
  },
  services: {
    "etcdserverpb.KV": {
      Range: ["etcdserverpb.RangeRequest", "etcdserverpb.RangeResponse"],
      Put: ["etcdserverpb.PutRequest", "etcdserverpb.PutResponse"],
      DeleteRange: ["etcdserverpb.DeleteRangeRequest", "etcdserverpb.DeleteRangeResponse"],
      Txn: ["etcdserverpb.TxnRequest", "etcdserverpb.TxnResponse"],
      Compact: ["etcdserverpb.CompactionRequest", "etcdserverpb.CompactionResponse"],
    },
    "etcdserverpb.Watch": {
      Watch: ["etcdserverpb.WatchRequest", "etcdserverpb.WatchResponse"],
    },
    "etcdserverpb.Lease": {
      LeaseGrant: ["etcdserverpb.LeaseGrantRequest", "etcdserverpb.LeaseGrantResponse"],
      LeaseRevoke: ["etcdserverpb.LeaseRevokeRequest", "etcdserverpb.LeaseRevokeResponse"],
      LeaseKeepAlive: ["etcdserverpb.LeaseKeepAliveRequest", "etcdserverpb.LeaseKeepAliveResponse"],
      LeaseTimeToLive: ["etcdserverpb.LeaseTimeToLiveRequest", "etcdserverpb.LeaseTimeToLiveResponse"],
      LeaseLeases: ["etcdserverpb.LeaseLeasesRequest", "etcdserverpb.LeaseLeasesResponse"],
    },
    "etcdserverpb.Cluster": {
      MemberAdd: ["etcdserverpb.MemberAddRequest", "etcdserverpb.MemberAddResponse"],
      MemberRemove: ["etcdserverpb.MemberRemoveRequest", "etcdserverpb.MemberRemoveResponse"],
      MemberUpdate: ["etcdserverpb.MemberUpdateRequest", "etcdserverpb.MemberUpdateResponse"],
      MemberList: ["etcdserverpb.MemberListRequest", "etcdserverpb.MemberListResponse"],
      MemberPromote: ["etcdserverpb.MemberPromoteRequest", "etcdserverpb.MemberPromoteResponse"],
    },
    "etcdserverpb.Maintenance": {
      Alarm: ["etcdserverpb.AlarmRequest", "etcdserverpb.AlarmResponse"],
      Status: ["etcdserverpb.StatusRequest", "etcdserverpb.StatusResponse"],
      Defragment: ["etcdserverpb.DefragmentRequest", "etcdserverpb.DefragmentResponse"],
      Hash: ["etcdserverpb.HashRequest", "etcdserverpb.HashResponse"],
      HashKV: ["etcdserverpb.HashKVRequest", "etcdserverpb.HashKVResponse"],
      Snapshot: ["etcdserverpb.SnapshotRequest", "etcdserverpb.SnapshotResponse"],
      MoveLeader: ["etcdserverpb.MoveLeaderRequest", "etcdserverpb.MoveLeaderResponse"],
      Downgrade: ["etcdserverpb.DowngradeRequest", "etcdserverpb.DowngradeResponse"],
    },
    "etcdserverpb.Auth": {
      AuthEnable: ["etcdserverpb.AuthEnableRequest", "etcdserverpb.AuthEnableResponse"],
      AuthDisable: ["etcdserverpb.AuthDisableRequest", "etcdserverpb.AuthDisableResponse"],
      AuthStatus: ["etcdserverpb.AuthStatusRequest", "etcdserverpb.AuthStatusResponse"],
      Authenticate: ["etcdserverpb.AuthenticateRequest", "etcdserverpb.AuthenticateResponse"],
      UserAdd: ["etcdserverpb.AuthUserAddRequest", "etcdserverpb.AuthUserAddResponse"],
      UserGet: ["etcdserverpb.AuthUserGetRequest", "etcdserverpb.AuthUserGetResponse"],
      UserList: ["etcdserverpb.AuthUserListRequest", "etcdserverpb.AuthUserListResponse"],
      UserDelete: ["etcdserverpb.AuthUserDeleteRequest", "etcdserverpb.AuthUserDeleteResponse"],
      UserChangePassword: ["etcdserverpb.AuthUserChangePasswordRequest", "etcdserverpb.AuthUserChangePasswordResponse"],
      UserGrantRole: ["etcdserverpb.AuthUserGrantRoleRequest", "etcdserverpb.AuthUserGrantRoleResponse"],
      UserRevokeRole: ["etcdserverpb.AuthUserRevokeRoleRequest", "etcdserverpb.AuthUserRevokeRoleResponse"],
      RoleAdd: ["etcdserverpb.AuthRoleAddRequest", "etcdserverpb.AuthRoleAddResponse"],
      RoleGet: ["etcdserverpb.AuthRoleGetRequest", "etcdserverpb.AuthRoleGetResponse"],
      RoleList: ["etcdserverpb.AuthRoleListRequest", "etcdserverpb.AuthRoleListResponse"],
      RoleDelete: ["etcdserverpb.AuthRoleDeleteRequest", "etcdserverpb.AuthRoleDeleteResponse"],
      RoleGrantPermission: ["etcdserverpb.AuthRoleGrantPermissionRequest", "etcdserverpb.AuthRoleGrantPermissionResponse"],
      RoleRevokePermission: ["etcdserverpb.AuthRoleRevokePermissionRequest", "etcdserverpb.AuthRoleRevokePermissionResponse"],
    },
    "v3electionpb.Election": {
      Campaign: ["v3electionpb.CampaignRequest", "v3electionpb.CampaignResponse"],
      Proclaim: ["v3electionpb.ProclaimRequest", "v3electionpb.ProclaimResponse"],
      Leader: ["v3electionpb.LeaderRequest", "v3electionpb.LeaderResponse"],
      Observe: ["v3electionpb.LeaderRequest", "v3electionpb.LeaderResponse"],
      Resign: ["v3electionpb.ResignRequest", "v3electionpb.ResignResponse"],
    },
    "v3lockpb.Lock": {
      Lock: ["v3lockpb.LockRequest", "v3lockpb.LockResponse"],
      Unlock: ["v3lockpb.UnlockRequest", "v3lockpb.UnlockResponse"],
    },
    "grpc.health.v1.Health": {
      Check: ["grpc.health.v1.HealthCheckRequest", "grpc.health.v1.HealthCheckResponse"],
      List: ["grpc.health.v1.HealthListRequest", "grpc.health.v1.HealthListResponse"],
      Watch: ["grpc.health.v1.HealthCheckRequest", "grpc.health.v1.HealthCheckResponse"],
    },
  },
};
