// Written by `npm run gen` from protos/; do not edit.
import type { Schema } from "../schema.ts";

export const schema: Schema = {
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
    "lnrpc.WalletState": {"NON_EXISTING":0,"LOCKED":1,"UNLOCKED":2,"RPC_ACTIVE":3,"SERVER_ACTIVE":4,"WAITING_TO_START":255},
    "lnrpc.OutputScriptType": {"SCRIPT_TYPE_PUBKEY_HASH":0,"SCRIPT_TYPE_SCRIPT_HASH":1,"SCRIPT_TYPE_WITNESS_V0_PUBKEY_HASH":2,"SCRIPT_TYPE_WITNESS_V0_SCRIPT_HASH":3,"SCRIPT_TYPE_PUBKEY":4,"SCRIPT_TYPE_MULTISIG":5,"SCRIPT_TYPE_NULLDATA":6,"SCRIPT_TYPE_NON_STANDARD":7,"SCRIPT_TYPE_WITNESS_UNKNOWN":8,"SCRIPT_TYPE_WITNESS_V1_TAPROOT":9},
    "lnrpc.CoinSelectionStrategy": {"STRATEGY_USE_GLOBAL_CONFIG":0,"STRATEGY_LARGEST":1,"STRATEGY_RANDOM":2},
    "lnrpc.AddressType": {"WITNESS_PUBKEY_HASH":0,"NESTED_PUBKEY_HASH":1,"UNUSED_WITNESS_PUBKEY_HASH":2,"UNUSED_NESTED_PUBKEY_HASH":3,"TAPROOT_PUBKEY":4,"UNUSED_TAPROOT_PUBKEY":5},
    "lnrpc.CommitmentType": {"UNKNOWN_COMMITMENT_TYPE":0,"LEGACY":1,"STATIC_REMOTE_KEY":2,"ANCHORS":3,"SCRIPT_ENFORCED_LEASE":4,"TAPROOT":7,"SIMPLE_TAPROOT_FINAL":7,"SIMPLE_TAPROOT":5,"SIMPLE_TAPROOT_OVERLAY":6},
    "lnrpc.Initiator": {"INITIATOR_UNKNOWN":0,"INITIATOR_LOCAL":1,"INITIATOR_REMOTE":2,"INITIATOR_BOTH":3},
    "lnrpc.ChannelCloseSummary.ClosureType": {"COOPERATIVE_CLOSE":0,"LOCAL_FORCE_CLOSE":1,"REMOTE_FORCE_CLOSE":2,"BREACH_CLOSE":3,"FUNDING_CANCELED":4,"ABANDONED":5},
    "lnrpc.ResolutionType": {"TYPE_UNKNOWN":0,"ANCHOR":1,"INCOMING_HTLC":2,"OUTGOING_HTLC":3,"COMMIT":4},
    "lnrpc.ResolutionOutcome": {"OUTCOME_UNKNOWN":0,"CLAIMED":1,"UNCLAIMED":2,"ABANDONED":3,"FIRST_STAGE":4,"TIMEOUT":5},
    "lnrpc.Peer.SyncType": {"UNKNOWN_SYNC":0,"ACTIVE_SYNC":1,"PASSIVE_SYNC":2,"PINNED_SYNC":3},
    "lnrpc.PeerEvent.EventType": {"PEER_ONLINE":0,"PEER_OFFLINE":1},
    "lnrpc.GraphCacheStatus": {"GRAPH_CACHE_STATUS_DISABLED":0,"GRAPH_CACHE_STATUS_LOADING":1,"GRAPH_CACHE_STATUS_LOADED":2,"GRAPH_CACHE_STATUS_FAILED":3},
    "lnrpc.PendingChannelsResponse.ForceClosedChannel.AnchorState": {"LIMBO":0,"RECOVERED":1,"LOST":2},
    "lnrpc.ChannelEventUpdate.UpdateType": {"OPEN_CHANNEL":0,"CLOSED_CHANNEL":1,"ACTIVE_CHANNEL":2,"INACTIVE_CHANNEL":3,"PENDING_OPEN_CHANNEL":4,"FULLY_RESOLVED_CHANNEL":5,"CHANNEL_FUNDING_TIMEOUT":6,"CHANNEL_UPDATE":7},
    "lnrpc.NodeMetricType": {"UNKNOWN":0,"BETWEENNESS_CENTRALITY":1},
    "lnrpc.Invoice.InvoiceState": {"OPEN":0,"SETTLED":1,"CANCELED":2,"ACCEPTED":3},
    "lnrpc.InvoiceHTLCState": {"ACCEPTED":0,"SETTLED":1,"CANCELED":2},
    "lnrpc.PaymentFailureReason": {"FAILURE_REASON_NONE":0,"FAILURE_REASON_TIMEOUT":1,"FAILURE_REASON_NO_ROUTE":2,"FAILURE_REASON_ERROR":3,"FAILURE_REASON_INCORRECT_PAYMENT_DETAILS":4,"FAILURE_REASON_INSUFFICIENT_BALANCE":5,"FAILURE_REASON_CANCELED":6},
    "lnrpc.Payment.PaymentStatus": {"UNKNOWN":0,"IN_FLIGHT":1,"SUCCEEDED":2,"FAILED":3,"INITIATED":4},
    "lnrpc.HTLCAttempt.HTLCStatus": {"IN_FLIGHT":0,"SUCCEEDED":1,"FAILED":2},
    "lnrpc.FeatureBit": {"DATALOSS_PROTECT_REQ":0,"DATALOSS_PROTECT_OPT":1,"INITIAL_ROUING_SYNC":3,"UPFRONT_SHUTDOWN_SCRIPT_REQ":4,"UPFRONT_SHUTDOWN_SCRIPT_OPT":5,"GOSSIP_QUERIES_REQ":6,"GOSSIP_QUERIES_OPT":7,"TLV_ONION_REQ":8,"TLV_ONION_OPT":9,"EXT_GOSSIP_QUERIES_REQ":10,"EXT_GOSSIP_QUERIES_OPT":11,"STATIC_REMOTE_KEY_REQ":12,"STATIC_REMOTE_KEY_OPT":13,"PAYMENT_ADDR_REQ":14,"PAYMENT_ADDR_OPT":15,"MPP_REQ":16,"MPP_OPT":17,"WUMBO_CHANNELS_REQ":18,"WUMBO_CHANNELS_OPT":19,"ANCHORS_REQ":20,"ANCHORS_OPT":21,"ANCHORS_ZERO_FEE_HTLC_REQ":22,"ANCHORS_ZERO_FEE_HTLC_OPT":23,"ROUTE_BLINDING_REQUIRED":24,"ROUTE_BLINDING_OPTIONAL":25,"AMP_REQ":30,"AMP_OPT":31},
    "lnrpc.UpdateFailure": {"UPDATE_FAILURE_UNKNOWN":0,"UPDATE_FAILURE_PENDING":1,"UPDATE_FAILURE_NOT_FOUND":2,"UPDATE_FAILURE_INTERNAL_ERR":3,"UPDATE_FAILURE_INVALID_PARAMETER":4},
    "lnrpc.Failure.FailureCode": {"RESERVED":0,"INCORRECT_OR_UNKNOWN_PAYMENT_DETAILS":1,"INCORRECT_PAYMENT_AMOUNT":2,"FINAL_INCORRECT_CLTV_EXPIRY":3,"FINAL_INCORRECT_HTLC_AMOUNT":4,"FINAL_EXPIRY_TOO_SOON":5,"INVALID_REALM":6,"EXPIRY_TOO_SOON":7,"INVALID_ONION_VERSION":8,"INVALID_ONION_HMAC":9,"INVALID_ONION_KEY":10,"AMOUNT_BELOW_MINIMUM":11,"FEE_INSUFFICIENT":12,"INCORRECT_CLTV_EXPIRY":13,"CHANNEL_DISABLED":14,"TEMPORARY_CHANNEL_FAILURE":15,"REQUIRED_NODE_FEATURE_MISSING":16,"REQUIRED_CHANNEL_FEATURE_MISSING":17,"UNKNOWN_NEXT_PEER":18,"TEMPORARY_NODE_FAILURE":19,"PERMANENT_NODE_FAILURE":20,"PERMANENT_CHANNEL_FAILURE":21,"EXPIRY_TOO_FAR":22,"MPP_TIMEOUT":23,"INVALID_ONION_PAYLOAD":24,"INVALID_ONION_BLINDING":25,"INTERNAL_FAILURE":997,"UNKNOWN_FAILURE":998,"UNREADABLE_FAILURE":999},
    "invoicesrpc.LookupModifier": {"DEFAULT":0,"HTLC_SET_ONLY":1,"HTLC_SET_BLANK":2},
    "peersrpc.UpdateAction": {"ADD":0,"REMOVE":1},
    "peersrpc.FeatureSet": {"SET_INIT":0,"SET_LEGACY_GLOBAL":1,"SET_NODE_ANN":2,"SET_INVOICE":3,"SET_INVOICE_AMP":4},
    "routerrpc.MissionControlConfig.ProbabilityModel": {"APRIORI":0,"BIMODAL":1},
    "routerrpc.HtlcEvent.EventType": {"UNKNOWN":0,"SEND":1,"RECEIVE":2,"FORWARD":3},
    "routerrpc.FailureDetail": {"UNKNOWN":0,"NO_DETAIL":1,"ONION_DECODE":2,"LINK_NOT_ELIGIBLE":3,"ON_CHAIN_TIMEOUT":4,"HTLC_EXCEEDS_MAX":5,"INSUFFICIENT_BALANCE":6,"INCOMPLETE_FORWARD":7,"HTLC_ADD_FAILED":8,"FORWARDS_DISABLED":9,"INVOICE_CANCELED":10,"INVOICE_UNDERPAID":11,"INVOICE_EXPIRY_TOO_SOON":12,"INVOICE_NOT_OPEN":13,"MPP_INVOICE_TIMEOUT":14,"ADDRESS_MISMATCH":15,"SET_TOTAL_MISMATCH":16,"SET_TOTAL_TOO_LOW":17,"SET_OVERPAID":18,"UNKNOWN_INVOICE":19,"INVALID_KEYSEND":20,"MPP_IN_PROGRESS":21,"CIRCULAR_ROUTE":22,"INVOICE_ALREADY_SETTLED":23,"HTLC_INVOICE_TYPE_MISMATCH":24,"AMP_ERROR":25,"AMP_RECONSTRUCTION":26,"EXTERNAL_VALIDATION_FAILED":27},
    "routerrpc.ResolveHoldForwardAction": {"SETTLE":0,"FAIL":1,"RESUME":2,"RESUME_MODIFIED":3},
    "routerrpc.ChanStatusAction": {"ENABLE":0,"DISABLE":1,"AUTO":2},
    "signrpc.SignMethod": {"SIGN_METHOD_WITNESS_V0":0,"SIGN_METHOD_TAPROOT_KEY_SPEND_BIP0086":1,"SIGN_METHOD_TAPROOT_KEY_SPEND":2,"SIGN_METHOD_TAPROOT_SCRIPT_SPEND":3},
    "signrpc.MuSig2Version": {"MUSIG2_VERSION_UNDEFINED":0,"MUSIG2_VERSION_V040":1,"MUSIG2_VERSION_V100RC2":2},
    "walletrpc.AddressType": {"UNKNOWN":0,"WITNESS_PUBKEY_HASH":1,"NESTED_WITNESS_PUBKEY_HASH":2,"HYBRID_NESTED_WITNESS_PUBKEY_HASH":3,"TAPROOT_PUBKEY":4},
    "walletrpc.WitnessType": {"UNKNOWN_WITNESS":0,"COMMITMENT_TIME_LOCK":1,"COMMITMENT_NO_DELAY":2,"COMMITMENT_REVOKE":3,"HTLC_OFFERED_REVOKE":4,"HTLC_ACCEPTED_REVOKE":5,"HTLC_OFFERED_TIMEOUT_SECOND_LEVEL":6,"HTLC_ACCEPTED_SUCCESS_SECOND_LEVEL":7,"HTLC_OFFERED_REMOTE_TIMEOUT":8,"HTLC_ACCEPTED_REMOTE_SUCCESS":9,"HTLC_SECOND_LEVEL_REVOKE":10,"WITNESS_KEY_HASH":11,"NESTED_WITNESS_KEY_HASH":12,"COMMITMENT_ANCHOR":13,"COMMITMENT_NO_DELAY_TWEAKLESS":14,"COMMITMENT_TO_REMOTE_CONFIRMED":15,"HTLC_OFFERED_TIMEOUT_SECOND_LEVEL_INPUT_CONFIRMED":16,"HTLC_ACCEPTED_SUCCESS_SECOND_LEVEL_INPUT_CONFIRMED":17,"LEASE_COMMITMENT_TIME_LOCK":18,"LEASE_COMMITMENT_TO_REMOTE_CONFIRMED":19,"LEASE_HTLC_OFFERED_TIMEOUT_SECOND_LEVEL":20,"LEASE_HTLC_ACCEPTED_SUCCESS_SECOND_LEVEL":21,"TAPROOT_PUB_KEY_SPEND":22,"TAPROOT_LOCAL_COMMIT_SPEND":23,"TAPROOT_REMOTE_COMMIT_SPEND":24,"TAPROOT_ANCHOR_SWEEP_SPEND":25,"TAPROOT_HTLC_OFFERED_TIMEOUT_SECOND_LEVEL":26,"TAPROOT_HTLC_ACCEPTED_SUCCESS_SECOND_LEVEL":27,"TAPROOT_HTLC_SECOND_LEVEL_REVOKE":28,"TAPROOT_HTLC_ACCEPTED_REVOKE":29,"TAPROOT_HTLC_OFFERED_REVOKE":30,"TAPROOT_HTLC_OFFERED_REMOTE_TIMEOUT":31,"TAPROOT_HTLC_LOCAL_OFFERED_TIMEOUT":32,"TAPROOT_HTLC_ACCEPTED_REMOTE_SUCCESS":33,"TAPROOT_HTLC_ACCEPTED_LOCAL_SUCCESS":34,"TAPROOT_COMMITMENT_REVOKE":35,"TAPROOT_LOCAL_COMMIT_SPEND_FINAL":36,"TAPROOT_REMOTE_COMMIT_SPEND_FINAL":37,"TAPROOT_HTLC_OFFERED_TIMEOUT_SECOND_LEVEL_FINAL":38,"TAPROOT_HTLC_ACCEPTED_SUCCESS_SECOND_LEVEL_FINAL":39,"TAPROOT_HTLC_OFFERED_REMOTE_TIMEOUT_FINAL":40,"TAPROOT_HTLC_ACCEPTED_REMOTE_SUCCESS_FINAL":41,"TAPROOT_COMMITMENT_REVOKE_FINAL":42},
    "walletrpc.ChangeAddressType": {"CHANGE_ADDRESS_TYPE_UNSPECIFIED":0,"CHANGE_ADDRESS_TYPE_P2TR":1},
    "wtclientrpc.PolicyType": {"LEGACY":0,"ANCHOR":1,"TAPROOT":2},
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
    "lnrpc.SubscribeStateRequest": [

    ],
    "lnrpc.SubscribeStateResponse": [
      {"name":"state","kind":"enum","type":"lnrpc.WalletState"},
    ],
    "lnrpc.GetStateRequest": [

    ],
    "lnrpc.GetStateResponse": [
      {"name":"state","kind":"enum","type":"lnrpc.WalletState"},
    ],
    "lnrpc.GenSeedRequest": [
      {"name":"aezeed_passphrase","kind":"scalar","type":"bytes"},
      {"name":"seed_entropy","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.GenSeedResponse": [
      {"name":"cipher_seed_mnemonic","kind":"scalar","type":"string","label":"repeated"},
      {"name":"enciphered_seed","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.InitWalletRequest": [
      {"name":"wallet_password","kind":"scalar","type":"bytes"},
      {"name":"cipher_seed_mnemonic","kind":"scalar","type":"string","label":"repeated"},
      {"name":"aezeed_passphrase","kind":"scalar","type":"bytes"},
      {"name":"recovery_window","kind":"scalar","type":"int32"},
      {"name":"channel_backups","kind":"message","type":"lnrpc.ChanBackupSnapshot"},
      {"name":"stateless_init","kind":"scalar","type":"bool"},
      {"name":"extended_master_key","kind":"scalar","type":"string"},
      {"name":"extended_master_key_birthday_timestamp","kind":"scalar","type":"uint64"},
      {"name":"watch_only","kind":"message","type":"lnrpc.WatchOnly"},
      {"name":"macaroon_root_key","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.InitWalletResponse": [
      {"name":"admin_macaroon","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.WatchOnly": [
      {"name":"master_key_birthday_timestamp","kind":"scalar","type":"uint64"},
      {"name":"master_key_fingerprint","kind":"scalar","type":"bytes"},
      {"name":"accounts","kind":"message","type":"lnrpc.WatchOnlyAccount","label":"repeated"},
    ],
    "lnrpc.WatchOnlyAccount": [
      {"name":"purpose","kind":"scalar","type":"uint32"},
      {"name":"coin_type","kind":"scalar","type":"uint32"},
      {"name":"account","kind":"scalar","type":"uint32"},
      {"name":"xpub","kind":"scalar","type":"string"},
    ],
    "lnrpc.UnlockWalletRequest": [
      {"name":"wallet_password","kind":"scalar","type":"bytes"},
      {"name":"recovery_window","kind":"scalar","type":"int32"},
      {"name":"channel_backups","kind":"message","type":"lnrpc.ChanBackupSnapshot"},
      {"name":"stateless_init","kind":"scalar","type":"bool"},
    ],
    "lnrpc.UnlockWalletResponse": [

    ],
    "lnrpc.ChangePasswordRequest": [
      {"name":"current_password","kind":"scalar","type":"bytes"},
      {"name":"new_password","kind":"scalar","type":"bytes"},
      {"name":"stateless_init","kind":"scalar","type":"bool"},
      {"name":"new_macaroon_root_key","kind":"scalar","type":"bool"},
    ],
    "lnrpc.ChangePasswordResponse": [
      {"name":"admin_macaroon","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.LookupHtlcResolutionRequest": [
      {"name":"chan_id","kind":"scalar","type":"uint64"},
      {"name":"htlc_index","kind":"scalar","type":"uint64"},
    ],
    "lnrpc.LookupHtlcResolutionResponse": [
      {"name":"settled","kind":"scalar","type":"bool"},
      {"name":"offchain","kind":"scalar","type":"bool"},
    ],
    "lnrpc.SubscribeCustomMessagesRequest": [

    ],
    "lnrpc.CustomMessage": [
      {"name":"peer","kind":"scalar","type":"bytes"},
      {"name":"type","kind":"scalar","type":"uint32"},
      {"name":"data","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.SendCustomMessageRequest": [
      {"name":"peer","kind":"scalar","type":"bytes"},
      {"name":"type","kind":"scalar","type":"uint32"},
      {"name":"data","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.SendCustomMessageResponse": [
      {"name":"status","kind":"scalar","type":"string"},
    ],
    "lnrpc.SubscribeOnionMessagesRequest": [

    ],
    "lnrpc.OnionMessageUpdate": [
      {"name":"peer","kind":"scalar","type":"bytes"},
      {"name":"path_key","kind":"scalar","type":"bytes"},
      {"name":"onion","kind":"scalar","type":"bytes"},
      {"name":"reply_path","kind":"message","type":"lnrpc.BlindedPath"},
      {"name":"encrypted_recipient_data","kind":"scalar","type":"bytes"},
      {"name":"custom_records","kind":"scalar","type":"bytes","label":"map"},
    ],
    "lnrpc.SendOnionMessageRequest": [
      {"name":"peer","kind":"scalar","type":"bytes"},
      {"name":"path_key","kind":"scalar","type":"bytes"},
      {"name":"onion","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.SendOnionMessageResponse": [
      {"name":"status","kind":"scalar","type":"string"},
    ],
    "lnrpc.Utxo": [
      {"name":"address_type","kind":"enum","type":"lnrpc.AddressType"},
      {"name":"address","kind":"scalar","type":"string"},
      {"name":"amount_sat","kind":"scalar","type":"int64"},
      {"name":"pk_script","kind":"scalar","type":"string"},
      {"name":"outpoint","kind":"message","type":"lnrpc.OutPoint"},
      {"name":"confirmations","kind":"scalar","type":"int64"},
    ],
    "lnrpc.OutputDetail": [
      {"name":"output_type","kind":"enum","type":"lnrpc.OutputScriptType"},
      {"name":"address","kind":"scalar","type":"string"},
      {"name":"pk_script","kind":"scalar","type":"string"},
      {"name":"output_index","kind":"scalar","type":"int64"},
      {"name":"amount","kind":"scalar","type":"int64"},
      {"name":"is_our_address","kind":"scalar","type":"bool"},
    ],
    "lnrpc.Transaction": [
      {"name":"tx_hash","kind":"scalar","type":"string"},
      {"name":"amount","kind":"scalar","type":"int64"},
      {"name":"num_confirmations","kind":"scalar","type":"int32"},
      {"name":"block_hash","kind":"scalar","type":"string"},
      {"name":"block_height","kind":"scalar","type":"int32"},
      {"name":"time_stamp","kind":"scalar","type":"int64"},
      {"name":"total_fees","kind":"scalar","type":"int64"},
      {"name":"dest_addresses","kind":"scalar","type":"string","label":"repeated"},
      {"name":"output_details","kind":"message","type":"lnrpc.OutputDetail","label":"repeated"},
      {"name":"raw_tx_hex","kind":"scalar","type":"string"},
      {"name":"label","kind":"scalar","type":"string"},
      {"name":"previous_outpoints","kind":"message","type":"lnrpc.PreviousOutPoint","label":"repeated"},
    ],
    "lnrpc.GetTransactionsRequest": [
      {"name":"start_height","kind":"scalar","type":"int32"},
      {"name":"end_height","kind":"scalar","type":"int32"},
      {"name":"account","kind":"scalar","type":"string"},
      {"name":"index_offset","kind":"scalar","type":"uint32"},
      {"name":"max_transactions","kind":"scalar","type":"uint32"},
    ],
    "lnrpc.TransactionDetails": [
      {"name":"transactions","kind":"message","type":"lnrpc.Transaction","label":"repeated"},
      {"name":"last_index","kind":"scalar","type":"uint64"},
      {"name":"first_index","kind":"scalar","type":"uint64"},
    ],
    "lnrpc.FeeLimit": [
      {"name":"fixed","kind":"scalar","type":"int64","oneof":"limit"},
      {"name":"fixed_msat","kind":"scalar","type":"int64","oneof":"limit"},
      {"name":"percent","kind":"scalar","type":"int64","oneof":"limit"},
    ],
    "lnrpc.ChannelAcceptRequest": [
      {"name":"node_pubkey","kind":"scalar","type":"bytes"},
      {"name":"chain_hash","kind":"scalar","type":"bytes"},
      {"name":"pending_chan_id","kind":"scalar","type":"bytes"},
      {"name":"funding_amt","kind":"scalar","type":"uint64"},
      {"name":"push_amt","kind":"scalar","type":"uint64"},
      {"name":"dust_limit","kind":"scalar","type":"uint64"},
      {"name":"max_value_in_flight","kind":"scalar","type":"uint64"},
      {"name":"channel_reserve","kind":"scalar","type":"uint64"},
      {"name":"min_htlc","kind":"scalar","type":"uint64"},
      {"name":"fee_per_kw","kind":"scalar","type":"uint64"},
      {"name":"csv_delay","kind":"scalar","type":"uint32"},
      {"name":"max_accepted_htlcs","kind":"scalar","type":"uint32"},
      {"name":"channel_flags","kind":"scalar","type":"uint32"},
      {"name":"commitment_type","kind":"enum","type":"lnrpc.CommitmentType"},
      {"name":"wants_zero_conf","kind":"scalar","type":"bool"},
      {"name":"wants_scid_alias","kind":"scalar","type":"bool"},
    ],
    "lnrpc.ChannelAcceptResponse": [
      {"name":"accept","kind":"scalar","type":"bool"},
      {"name":"pending_chan_id","kind":"scalar","type":"bytes"},
      {"name":"error","kind":"scalar","type":"string"},
      {"name":"upfront_shutdown","kind":"scalar","type":"string"},
      {"name":"csv_delay","kind":"scalar","type":"uint32"},
      {"name":"reserve_sat","kind":"scalar","type":"uint64"},
      {"name":"in_flight_max_msat","kind":"scalar","type":"uint64"},
      {"name":"max_htlc_count","kind":"scalar","type":"uint32"},
      {"name":"min_htlc_in","kind":"scalar","type":"uint64"},
      {"name":"min_accept_depth","kind":"scalar","type":"uint32"},
      {"name":"zero_conf","kind":"scalar","type":"bool"},
    ],
    "lnrpc.ChannelPoint": [
      {"name":"funding_txid_bytes","kind":"scalar","type":"bytes","oneof":"funding_txid"},
      {"name":"funding_txid_str","kind":"scalar","type":"string","oneof":"funding_txid"},
      {"name":"output_index","kind":"scalar","type":"uint32"},
    ],
    "lnrpc.OutPoint": [
      {"name":"txid_bytes","kind":"scalar","type":"bytes"},
      {"name":"txid_str","kind":"scalar","type":"string"},
      {"name":"output_index","kind":"scalar","type":"uint32"},
    ],
    "lnrpc.PreviousOutPoint": [
      {"name":"outpoint","kind":"scalar","type":"string"},
      {"name":"is_our_output","kind":"scalar","type":"bool"},
    ],
    "lnrpc.LightningAddress": [
      {"name":"pubkey","kind":"scalar","type":"string"},
      {"name":"host","kind":"scalar","type":"string"},
    ],
    "lnrpc.EstimateFeeRequest": [
      {"name":"AddrToAmount","kind":"scalar","type":"int64","label":"map"},
      {"name":"target_conf","kind":"scalar","type":"int32"},
      {"name":"min_confs","kind":"scalar","type":"int32"},
      {"name":"spend_unconfirmed","kind":"scalar","type":"bool"},
      {"name":"coin_selection_strategy","kind":"enum","type":"lnrpc.CoinSelectionStrategy"},
      {"name":"inputs","kind":"message","type":"lnrpc.OutPoint","label":"repeated"},
    ],
    "lnrpc.EstimateFeeResponse": [
      {"name":"fee_sat","kind":"scalar","type":"int64"},
      {"name":"feerate_sat_per_byte","kind":"scalar","type":"int64"},
      {"name":"sat_per_vbyte","kind":"scalar","type":"uint64"},
      {"name":"inputs","kind":"message","type":"lnrpc.OutPoint","label":"repeated"},
    ],
    "lnrpc.SendManyRequest": [
      {"name":"AddrToAmount","kind":"scalar","type":"int64","label":"map"},
      {"name":"target_conf","kind":"scalar","type":"int32"},
      {"name":"sat_per_vbyte","kind":"scalar","type":"uint64"},
      {"name":"sat_per_byte","kind":"scalar","type":"int64"},
      {"name":"label","kind":"scalar","type":"string"},
      {"name":"min_confs","kind":"scalar","type":"int32"},
      {"name":"spend_unconfirmed","kind":"scalar","type":"bool"},
      {"name":"coin_selection_strategy","kind":"enum","type":"lnrpc.CoinSelectionStrategy"},
    ],
    "lnrpc.SendManyResponse": [
      {"name":"txid","kind":"scalar","type":"string"},
    ],
    "lnrpc.SendCoinsRequest": [
      {"name":"addr","kind":"scalar","type":"string"},
      {"name":"amount","kind":"scalar","type":"int64"},
      {"name":"target_conf","kind":"scalar","type":"int32"},
      {"name":"sat_per_vbyte","kind":"scalar","type":"uint64"},
      {"name":"sat_per_byte","kind":"scalar","type":"int64"},
      {"name":"send_all","kind":"scalar","type":"bool"},
      {"name":"label","kind":"scalar","type":"string"},
      {"name":"min_confs","kind":"scalar","type":"int32"},
      {"name":"spend_unconfirmed","kind":"scalar","type":"bool"},
      {"name":"coin_selection_strategy","kind":"enum","type":"lnrpc.CoinSelectionStrategy"},
      {"name":"outpoints","kind":"message","type":"lnrpc.OutPoint","label":"repeated"},
    ],
    "lnrpc.SendCoinsResponse": [
      {"name":"txid","kind":"scalar","type":"string"},
    ],
    "lnrpc.ListUnspentRequest": [
      {"name":"min_confs","kind":"scalar","type":"int32"},
      {"name":"max_confs","kind":"scalar","type":"int32"},
      {"name":"account","kind":"scalar","type":"string"},
    ],
    "lnrpc.ListUnspentResponse": [
      {"name":"utxos","kind":"message","type":"lnrpc.Utxo","label":"repeated"},
    ],
    "lnrpc.NewAddressRequest": [
      {"name":"type","kind":"enum","type":"lnrpc.AddressType"},
      {"name":"account","kind":"scalar","type":"string"},
    ],
    "lnrpc.NewAddressResponse": [
      {"name":"address","kind":"scalar","type":"string"},
    ],
    "lnrpc.SignMessageRequest": [
      {"name":"msg","kind":"scalar","type":"bytes"},
      {"name":"single_hash","kind":"scalar","type":"bool"},
    ],
    "lnrpc.SignMessageResponse": [
      {"name":"signature","kind":"scalar","type":"string"},
    ],
    "lnrpc.VerifyMessageRequest": [
      {"name":"msg","kind":"scalar","type":"bytes"},
      {"name":"signature","kind":"scalar","type":"string"},
    ],
    "lnrpc.VerifyMessageResponse": [
      {"name":"valid","kind":"scalar","type":"bool"},
      {"name":"pubkey","kind":"scalar","type":"string"},
    ],
    "lnrpc.ConnectPeerRequest": [
      {"name":"addr","kind":"message","type":"lnrpc.LightningAddress"},
      {"name":"perm","kind":"scalar","type":"bool"},
      {"name":"timeout","kind":"scalar","type":"uint64"},
    ],
    "lnrpc.ConnectPeerResponse": [
      {"name":"status","kind":"scalar","type":"string"},
    ],
    "lnrpc.DisconnectPeerRequest": [
      {"name":"pub_key","kind":"scalar","type":"string"},
    ],
    "lnrpc.DisconnectPeerResponse": [
      {"name":"status","kind":"scalar","type":"string"},
    ],
    "lnrpc.HTLC": [
      {"name":"incoming","kind":"scalar","type":"bool"},
      {"name":"amount","kind":"scalar","type":"int64"},
      {"name":"hash_lock","kind":"scalar","type":"bytes"},
      {"name":"expiration_height","kind":"scalar","type":"uint32"},
      {"name":"htlc_index","kind":"scalar","type":"uint64"},
      {"name":"forwarding_channel","kind":"scalar","type":"uint64"},
      {"name":"forwarding_htlc_index","kind":"scalar","type":"uint64"},
      {"name":"locked_in","kind":"scalar","type":"bool"},
    ],
    "lnrpc.ChannelConstraints": [
      {"name":"csv_delay","kind":"scalar","type":"uint32"},
      {"name":"chan_reserve_sat","kind":"scalar","type":"uint64"},
      {"name":"dust_limit_sat","kind":"scalar","type":"uint64"},
      {"name":"max_pending_amt_msat","kind":"scalar","type":"uint64"},
      {"name":"min_htlc_msat","kind":"scalar","type":"uint64"},
      {"name":"max_accepted_htlcs","kind":"scalar","type":"uint32"},
    ],
    "lnrpc.Channel": [
      {"name":"active","kind":"scalar","type":"bool"},
      {"name":"remote_pubkey","kind":"scalar","type":"string"},
      {"name":"channel_point","kind":"scalar","type":"string"},
      {"name":"chan_id","kind":"scalar","type":"uint64"},
      {"name":"capacity","kind":"scalar","type":"int64"},
      {"name":"local_balance","kind":"scalar","type":"int64"},
      {"name":"remote_balance","kind":"scalar","type":"int64"},
      {"name":"commit_fee","kind":"scalar","type":"int64"},
      {"name":"commit_weight","kind":"scalar","type":"int64"},
      {"name":"fee_per_kw","kind":"scalar","type":"int64"},
      {"name":"unsettled_balance","kind":"scalar","type":"int64"},
      {"name":"total_satoshis_sent","kind":"scalar","type":"int64"},
      {"name":"total_satoshis_received","kind":"scalar","type":"int64"},
      {"name":"num_updates","kind":"scalar","type":"uint64"},
      {"name":"pending_htlcs","kind":"message","type":"lnrpc.HTLC","label":"repeated"},
      {"name":"csv_delay","kind":"scalar","type":"uint32"},
      {"name":"private","kind":"scalar","type":"bool"},
      {"name":"initiator","kind":"scalar","type":"bool"},
      {"name":"chan_status_flags","kind":"scalar","type":"string"},
      {"name":"local_chan_reserve_sat","kind":"scalar","type":"int64"},
      {"name":"remote_chan_reserve_sat","kind":"scalar","type":"int64"},
      {"name":"static_remote_key","kind":"scalar","type":"bool"},
      {"name":"commitment_type","kind":"enum","type":"lnrpc.CommitmentType"},
      {"name":"lifetime","kind":"scalar","type":"int64"},
      {"name":"uptime","kind":"scalar","type":"int64"},
      {"name":"close_address","kind":"scalar","type":"string"},
      {"name":"push_amount_sat","kind":"scalar","type":"uint64"},
      {"name":"thaw_height","kind":"scalar","type":"uint32"},
      {"name":"local_constraints","kind":"message","type":"lnrpc.ChannelConstraints"},
      {"name":"remote_constraints","kind":"message","type":"lnrpc.ChannelConstraints"},
      {"name":"alias_scids","kind":"scalar","type":"uint64","label":"repeated"},
      {"name":"zero_conf","kind":"scalar","type":"bool"},
      {"name":"zero_conf_confirmed_scid","kind":"scalar","type":"uint64"},
      {"name":"peer_alias","kind":"scalar","type":"string"},
      {"name":"peer_scid_alias","kind":"scalar","type":"uint64"},
      {"name":"memo","kind":"scalar","type":"string"},
      {"name":"custom_channel_data","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.ListChannelsRequest": [
      {"name":"active_only","kind":"scalar","type":"bool"},
      {"name":"inactive_only","kind":"scalar","type":"bool"},
      {"name":"public_only","kind":"scalar","type":"bool"},
      {"name":"private_only","kind":"scalar","type":"bool"},
      {"name":"peer","kind":"scalar","type":"bytes"},
      {"name":"peer_alias_lookup","kind":"scalar","type":"bool"},
    ],
    "lnrpc.ListChannelsResponse": [
      {"name":"channels","kind":"message","type":"lnrpc.Channel","label":"repeated"},
    ],
    "lnrpc.AliasMap": [
      {"name":"base_scid","kind":"scalar","type":"uint64"},
      {"name":"aliases","kind":"scalar","type":"uint64","label":"repeated"},
    ],
    "lnrpc.ListAliasesRequest": [

    ],
    "lnrpc.ListAliasesResponse": [
      {"name":"alias_maps","kind":"message","type":"lnrpc.AliasMap","label":"repeated"},
    ],
    "lnrpc.ChannelCloseSummary": [
      {"name":"channel_point","kind":"scalar","type":"string"},
      {"name":"chan_id","kind":"scalar","type":"uint64"},
      {"name":"chain_hash","kind":"scalar","type":"string"},
      {"name":"closing_tx_hash","kind":"scalar","type":"string"},
      {"name":"remote_pubkey","kind":"scalar","type":"string"},
      {"name":"capacity","kind":"scalar","type":"int64"},
      {"name":"close_height","kind":"scalar","type":"uint32"},
      {"name":"settled_balance","kind":"scalar","type":"int64"},
      {"name":"time_locked_balance","kind":"scalar","type":"int64"},
      {"name":"close_type","kind":"enum","type":"lnrpc.ChannelCloseSummary.ClosureType"},
      {"name":"open_initiator","kind":"enum","type":"lnrpc.Initiator"},
      {"name":"close_initiator","kind":"enum","type":"lnrpc.Initiator"},
      {"name":"resolutions","kind":"message","type":"lnrpc.Resolution","label":"repeated"},
      {"name":"alias_scids","kind":"scalar","type":"uint64","label":"repeated"},
      {"name":"zero_conf_confirmed_scid","kind":"scalar","type":"uint64"},
      {"name":"custom_channel_data","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.Resolution": [
      {"name":"resolution_type","kind":"enum","type":"lnrpc.ResolutionType"},
      {"name":"outcome","kind":"enum","type":"lnrpc.ResolutionOutcome"},
      {"name":"outpoint","kind":"message","type":"lnrpc.OutPoint"},
      {"name":"amount_sat","kind":"scalar","type":"uint64"},
      {"name":"sweep_txid","kind":"scalar","type":"string"},
    ],
    "lnrpc.ClosedChannelsRequest": [
      {"name":"cooperative","kind":"scalar","type":"bool"},
      {"name":"local_force","kind":"scalar","type":"bool"},
      {"name":"remote_force","kind":"scalar","type":"bool"},
      {"name":"breach","kind":"scalar","type":"bool"},
      {"name":"funding_canceled","kind":"scalar","type":"bool"},
      {"name":"abandoned","kind":"scalar","type":"bool"},
    ],
    "lnrpc.ClosedChannelsResponse": [
      {"name":"channels","kind":"message","type":"lnrpc.ChannelCloseSummary","label":"repeated"},
    ],
    "lnrpc.Peer": [
      {"name":"pub_key","kind":"scalar","type":"string"},
      {"name":"address","kind":"scalar","type":"string"},
      {"name":"bytes_sent","kind":"scalar","type":"uint64"},
      {"name":"bytes_recv","kind":"scalar","type":"uint64"},
      {"name":"sat_sent","kind":"scalar","type":"int64"},
      {"name":"sat_recv","kind":"scalar","type":"int64"},
      {"name":"inbound","kind":"scalar","type":"bool"},
      {"name":"ping_time","kind":"scalar","type":"int64"},
      {"name":"sync_type","kind":"enum","type":"lnrpc.Peer.SyncType"},
      {"name":"features","kind":"message","type":"lnrpc.Feature","label":"map"},
      {"name":"errors","kind":"message","type":"lnrpc.TimestampedError","label":"repeated"},
      {"name":"flap_count","kind":"scalar","type":"int32"},
      {"name":"last_flap_ns","kind":"scalar","type":"int64"},
      {"name":"last_ping_payload","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.TimestampedError": [
      {"name":"timestamp","kind":"scalar","type":"uint64"},
      {"name":"error","kind":"scalar","type":"string"},
    ],
    "lnrpc.ListPeersRequest": [
      {"name":"latest_error","kind":"scalar","type":"bool"},
    ],
    "lnrpc.ListPeersResponse": [
      {"name":"peers","kind":"message","type":"lnrpc.Peer","label":"repeated"},
    ],
    "lnrpc.PeerEventSubscription": [

    ],
    "lnrpc.PeerEvent": [
      {"name":"pub_key","kind":"scalar","type":"string"},
      {"name":"type","kind":"enum","type":"lnrpc.PeerEvent.EventType"},
    ],
    "lnrpc.GetInfoRequest": [

    ],
    "lnrpc.GetInfoResponse": [
      {"name":"version","kind":"scalar","type":"string"},
      {"name":"commit_hash","kind":"scalar","type":"string"},
      {"name":"identity_pubkey","kind":"scalar","type":"string"},
      {"name":"alias","kind":"scalar","type":"string"},
      {"name":"color","kind":"scalar","type":"string"},
      {"name":"num_pending_channels","kind":"scalar","type":"uint32"},
      {"name":"num_active_channels","kind":"scalar","type":"uint32"},
      {"name":"num_inactive_channels","kind":"scalar","type":"uint32"},
      {"name":"num_peers","kind":"scalar","type":"uint32"},
      {"name":"block_height","kind":"scalar","type":"uint32"},
      {"name":"block_hash","kind":"scalar","type":"string"},
      {"name":"best_header_timestamp","kind":"scalar","type":"int64"},
      {"name":"synced_to_chain","kind":"scalar","type":"bool"},
      {"name":"synced_to_graph","kind":"scalar","type":"bool"},
      {"name":"testnet","kind":"scalar","type":"bool"},
      {"name":"chains","kind":"message","type":"lnrpc.Chain","label":"repeated"},
      {"name":"uris","kind":"scalar","type":"string","label":"repeated"},
      {"name":"features","kind":"message","type":"lnrpc.Feature","label":"map"},
      {"name":"require_htlc_interceptor","kind":"scalar","type":"bool"},
      {"name":"store_final_htlc_resolutions","kind":"scalar","type":"bool"},
      {"name":"wallet_synced","kind":"scalar","type":"bool"},
      {"name":"graph_cache_status","kind":"enum","type":"lnrpc.GraphCacheStatus"},
    ],
    "lnrpc.GetDebugInfoRequest": [
      {"name":"include_log","kind":"scalar","type":"bool"},
    ],
    "lnrpc.GetDebugInfoResponse": [
      {"name":"config","kind":"scalar","type":"string","label":"map"},
      {"name":"log","kind":"scalar","type":"string","label":"repeated"},
    ],
    "lnrpc.GetRecoveryInfoRequest": [

    ],
    "lnrpc.GetRecoveryInfoResponse": [
      {"name":"recovery_mode","kind":"scalar","type":"bool"},
      {"name":"recovery_finished","kind":"scalar","type":"bool"},
      {"name":"progress","kind":"scalar","type":"double"},
    ],
    "lnrpc.Chain": [
      {"name":"chain","kind":"scalar","type":"string"},
      {"name":"network","kind":"scalar","type":"string"},
    ],
    "lnrpc.ChannelOpenUpdate": [
      {"name":"channel_point","kind":"message","type":"lnrpc.ChannelPoint"},
    ],
    "lnrpc.CloseOutput": [
      {"name":"amount_sat","kind":"scalar","type":"int64"},
      {"name":"pk_script","kind":"scalar","type":"bytes"},
      {"name":"is_local","kind":"scalar","type":"bool"},
      {"name":"custom_channel_data","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.ChannelCloseUpdate": [
      {"name":"closing_txid","kind":"scalar","type":"bytes"},
      {"name":"success","kind":"scalar","type":"bool"},
      {"name":"local_close_output","kind":"message","type":"lnrpc.CloseOutput"},
      {"name":"remote_close_output","kind":"message","type":"lnrpc.CloseOutput"},
      {"name":"additional_outputs","kind":"message","type":"lnrpc.CloseOutput","label":"repeated"},
    ],
    "lnrpc.CloseChannelRequest": [
      {"name":"channel_point","kind":"message","type":"lnrpc.ChannelPoint"},
      {"name":"force","kind":"scalar","type":"bool"},
      {"name":"target_conf","kind":"scalar","type":"int32"},
      {"name":"sat_per_byte","kind":"scalar","type":"int64"},
      {"name":"delivery_address","kind":"scalar","type":"string"},
      {"name":"sat_per_vbyte","kind":"scalar","type":"uint64"},
      {"name":"max_fee_per_vbyte","kind":"scalar","type":"uint64"},
      {"name":"no_wait","kind":"scalar","type":"bool"},
    ],
    "lnrpc.CloseStatusUpdate": [
      {"name":"close_pending","kind":"message","type":"lnrpc.PendingUpdate","oneof":"update"},
      {"name":"chan_close","kind":"message","type":"lnrpc.ChannelCloseUpdate","oneof":"update"},
      {"name":"close_instant","kind":"message","type":"lnrpc.InstantUpdate","oneof":"update"},
    ],
    "lnrpc.PendingUpdate": [
      {"name":"txid","kind":"scalar","type":"bytes"},
      {"name":"output_index","kind":"scalar","type":"uint32"},
      {"name":"fee_per_vbyte","kind":"scalar","type":"int64"},
      {"name":"local_close_tx","kind":"scalar","type":"bool"},
    ],
    "lnrpc.InstantUpdate": [
      {"name":"num_pending_htlcs","kind":"scalar","type":"int32"},
    ],
    "lnrpc.ReadyForPsbtFunding": [
      {"name":"funding_address","kind":"scalar","type":"string"},
      {"name":"funding_amount","kind":"scalar","type":"int64"},
      {"name":"psbt","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.BatchOpenChannelRequest": [
      {"name":"channels","kind":"message","type":"lnrpc.BatchOpenChannel","label":"repeated"},
      {"name":"target_conf","kind":"scalar","type":"int32"},
      {"name":"sat_per_vbyte","kind":"scalar","type":"int64"},
      {"name":"min_confs","kind":"scalar","type":"int32"},
      {"name":"spend_unconfirmed","kind":"scalar","type":"bool"},
      {"name":"label","kind":"scalar","type":"string"},
      {"name":"coin_selection_strategy","kind":"enum","type":"lnrpc.CoinSelectionStrategy"},
    ],
    "lnrpc.BatchOpenChannel": [
      {"name":"node_pubkey","kind":"scalar","type":"bytes"},
      {"name":"local_funding_amount","kind":"scalar","type":"int64"},
      {"name":"push_sat","kind":"scalar","type":"int64"},
      {"name":"private","kind":"scalar","type":"bool"},
      {"name":"min_htlc_msat","kind":"scalar","type":"int64"},
      {"name":"remote_csv_delay","kind":"scalar","type":"uint32"},
      {"name":"close_address","kind":"scalar","type":"string"},
      {"name":"pending_chan_id","kind":"scalar","type":"bytes"},
      {"name":"commitment_type","kind":"enum","type":"lnrpc.CommitmentType"},
      {"name":"remote_max_value_in_flight_msat","kind":"scalar","type":"uint64"},
      {"name":"remote_max_htlcs","kind":"scalar","type":"uint32"},
      {"name":"max_local_csv","kind":"scalar","type":"uint32"},
      {"name":"zero_conf","kind":"scalar","type":"bool"},
      {"name":"scid_alias","kind":"scalar","type":"bool"},
      {"name":"base_fee","kind":"scalar","type":"uint64"},
      {"name":"fee_rate","kind":"scalar","type":"uint64"},
      {"name":"use_base_fee","kind":"scalar","type":"bool"},
      {"name":"use_fee_rate","kind":"scalar","type":"bool"},
      {"name":"remote_chan_reserve_sat","kind":"scalar","type":"uint64"},
      {"name":"memo","kind":"scalar","type":"string"},
    ],
    "lnrpc.BatchOpenChannelResponse": [
      {"name":"pending_channels","kind":"message","type":"lnrpc.PendingUpdate","label":"repeated"},
    ],
    "lnrpc.OpenChannelRequest": [
      {"name":"sat_per_vbyte","kind":"scalar","type":"uint64"},
      {"name":"node_pubkey","kind":"scalar","type":"bytes"},
      {"name":"node_pubkey_string","kind":"scalar","type":"string"},
      {"name":"local_funding_amount","kind":"scalar","type":"int64"},
      {"name":"push_sat","kind":"scalar","type":"int64"},
      {"name":"target_conf","kind":"scalar","type":"int32"},
      {"name":"sat_per_byte","kind":"scalar","type":"int64"},
      {"name":"private","kind":"scalar","type":"bool"},
      {"name":"min_htlc_msat","kind":"scalar","type":"int64"},
      {"name":"remote_csv_delay","kind":"scalar","type":"uint32"},
      {"name":"min_confs","kind":"scalar","type":"int32"},
      {"name":"spend_unconfirmed","kind":"scalar","type":"bool"},
      {"name":"close_address","kind":"scalar","type":"string"},
      {"name":"funding_shim","kind":"message","type":"lnrpc.FundingShim"},
      {"name":"remote_max_value_in_flight_msat","kind":"scalar","type":"uint64"},
      {"name":"remote_max_htlcs","kind":"scalar","type":"uint32"},
      {"name":"max_local_csv","kind":"scalar","type":"uint32"},
      {"name":"commitment_type","kind":"enum","type":"lnrpc.CommitmentType"},
      {"name":"zero_conf","kind":"scalar","type":"bool"},
      {"name":"scid_alias","kind":"scalar","type":"bool"},
      {"name":"base_fee","kind":"scalar","type":"uint64"},
      {"name":"fee_rate","kind":"scalar","type":"uint64"},
      {"name":"use_base_fee","kind":"scalar","type":"bool"},
      {"name":"use_fee_rate","kind":"scalar","type":"bool"},
      {"name":"remote_chan_reserve_sat","kind":"scalar","type":"uint64"},
      {"name":"fund_max","kind":"scalar","type":"bool"},
      {"name":"memo","kind":"scalar","type":"string"},
      {"name":"outpoints","kind":"message","type":"lnrpc.OutPoint","label":"repeated"},
    ],
    "lnrpc.OpenStatusUpdate": [
      {"name":"chan_pending","kind":"message","type":"lnrpc.PendingUpdate","oneof":"update"},
      {"name":"chan_open","kind":"message","type":"lnrpc.ChannelOpenUpdate","oneof":"update"},
      {"name":"psbt_fund","kind":"message","type":"lnrpc.ReadyForPsbtFunding","oneof":"update"},
      {"name":"pending_chan_id","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.KeyLocator": [
      {"name":"key_family","kind":"scalar","type":"int32"},
      {"name":"key_index","kind":"scalar","type":"int32"},
    ],
    "lnrpc.KeyDescriptor": [
      {"name":"raw_key_bytes","kind":"scalar","type":"bytes"},
      {"name":"key_loc","kind":"message","type":"lnrpc.KeyLocator"},
    ],
    "lnrpc.ChanPointShim": [
      {"name":"amt","kind":"scalar","type":"int64"},
      {"name":"chan_point","kind":"message","type":"lnrpc.ChannelPoint"},
      {"name":"local_key","kind":"message","type":"lnrpc.KeyDescriptor"},
      {"name":"remote_key","kind":"scalar","type":"bytes"},
      {"name":"pending_chan_id","kind":"scalar","type":"bytes"},
      {"name":"thaw_height","kind":"scalar","type":"uint32"},
      {"name":"musig2","kind":"scalar","type":"bool"},
    ],
    "lnrpc.PsbtShim": [
      {"name":"pending_chan_id","kind":"scalar","type":"bytes"},
      {"name":"base_psbt","kind":"scalar","type":"bytes"},
      {"name":"no_publish","kind":"scalar","type":"bool"},
    ],
    "lnrpc.FundingShim": [
      {"name":"chan_point_shim","kind":"message","type":"lnrpc.ChanPointShim","oneof":"shim"},
      {"name":"psbt_shim","kind":"message","type":"lnrpc.PsbtShim","oneof":"shim"},
    ],
    "lnrpc.FundingShimCancel": [
      {"name":"pending_chan_id","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.FundingPsbtVerify": [
      {"name":"funded_psbt","kind":"scalar","type":"bytes"},
      {"name":"pending_chan_id","kind":"scalar","type":"bytes"},
      {"name":"skip_finalize","kind":"scalar","type":"bool"},
    ],
    "lnrpc.FundingPsbtFinalize": [
      {"name":"signed_psbt","kind":"scalar","type":"bytes"},
      {"name":"pending_chan_id","kind":"scalar","type":"bytes"},
      {"name":"final_raw_tx","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.FundingTransitionMsg": [
      {"name":"shim_register","kind":"message","type":"lnrpc.FundingShim","oneof":"trigger"},
      {"name":"shim_cancel","kind":"message","type":"lnrpc.FundingShimCancel","oneof":"trigger"},
      {"name":"psbt_verify","kind":"message","type":"lnrpc.FundingPsbtVerify","oneof":"trigger"},
      {"name":"psbt_finalize","kind":"message","type":"lnrpc.FundingPsbtFinalize","oneof":"trigger"},
    ],
    "lnrpc.FundingStateStepResp": [

    ],
    "lnrpc.PendingHTLC": [
      {"name":"incoming","kind":"scalar","type":"bool"},
      {"name":"amount","kind":"scalar","type":"int64"},
      {"name":"outpoint","kind":"scalar","type":"string"},
      {"name":"maturity_height","kind":"scalar","type":"uint32"},
      {"name":"blocks_til_maturity","kind":"scalar","type":"int32"},
      {"name":"stage","kind":"scalar","type":"uint32"},
    ],
    "lnrpc.PendingChannelsRequest": [
      {"name":"include_raw_tx","kind":"scalar","type":"bool"},
    ],
    "lnrpc.PendingChannelsResponse": [
      {"name":"total_limbo_balance","kind":"scalar","type":"int64"},
      {"name":"pending_open_channels","kind":"message","type":"lnrpc.PendingChannelsResponse.PendingOpenChannel","label":"repeated"},
      {"name":"pending_closing_channels","kind":"message","type":"lnrpc.PendingChannelsResponse.ClosedChannel","label":"repeated"},
      {"name":"pending_force_closing_channels","kind":"message","type":"lnrpc.PendingChannelsResponse.ForceClosedChannel","label":"repeated"},
      {"name":"waiting_close_channels","kind":"message","type":"lnrpc.PendingChannelsResponse.WaitingCloseChannel","label":"repeated"},
    ],
    "lnrpc.PendingChannelsResponse.PendingChannel": [
      {"name":"remote_node_pub","kind":"scalar","type":"string"},
      {"name":"channel_point","kind":"scalar","type":"string"},
      {"name":"capacity","kind":"scalar","type":"int64"},
      {"name":"local_balance","kind":"scalar","type":"int64"},
      {"name":"remote_balance","kind":"scalar","type":"int64"},
      {"name":"local_chan_reserve_sat","kind":"scalar","type":"int64"},
      {"name":"remote_chan_reserve_sat","kind":"scalar","type":"int64"},
      {"name":"initiator","kind":"enum","type":"lnrpc.Initiator"},
      {"name":"commitment_type","kind":"enum","type":"lnrpc.CommitmentType"},
      {"name":"num_forwarding_packages","kind":"scalar","type":"int64"},
      {"name":"chan_status_flags","kind":"scalar","type":"string"},
      {"name":"private","kind":"scalar","type":"bool"},
      {"name":"memo","kind":"scalar","type":"string"},
      {"name":"custom_channel_data","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.PendingChannelsResponse.PendingOpenChannel": [
      {"name":"channel","kind":"message","type":"lnrpc.PendingChannelsResponse.PendingChannel"},
      {"name":"commit_fee","kind":"scalar","type":"int64"},
      {"name":"commit_weight","kind":"scalar","type":"int64"},
      {"name":"fee_per_kw","kind":"scalar","type":"int64"},
      {"name":"funding_expiry_blocks","kind":"scalar","type":"int32"},
      {"name":"confirmations_until_active","kind":"scalar","type":"uint32"},
      {"name":"confirmation_height","kind":"scalar","type":"uint32"},
    ],
    "lnrpc.PendingChannelsResponse.WaitingCloseChannel": [
      {"name":"channel","kind":"message","type":"lnrpc.PendingChannelsResponse.PendingChannel"},
      {"name":"limbo_balance","kind":"scalar","type":"int64"},
      {"name":"commitments","kind":"message","type":"lnrpc.PendingChannelsResponse.Commitments"},
      {"name":"closing_txid","kind":"scalar","type":"string"},
      {"name":"closing_tx_hex","kind":"scalar","type":"string"},
      {"name":"blocks_til_close_confirmed","kind":"scalar","type":"uint32"},
      {"name":"close_height","kind":"scalar","type":"uint32"},
    ],
    "lnrpc.PendingChannelsResponse.Commitments": [
      {"name":"local_txid","kind":"scalar","type":"string"},
      {"name":"remote_txid","kind":"scalar","type":"string"},
      {"name":"remote_pending_txid","kind":"scalar","type":"string"},
      {"name":"local_commit_fee_sat","kind":"scalar","type":"uint64"},
      {"name":"remote_commit_fee_sat","kind":"scalar","type":"uint64"},
      {"name":"remote_pending_commit_fee_sat","kind":"scalar","type":"uint64"},
    ],
    "lnrpc.PendingChannelsResponse.ClosedChannel": [
      {"name":"channel","kind":"message","type":"lnrpc.PendingChannelsResponse.PendingChannel"},
      {"name":"closing_txid","kind":"scalar","type":"string"},
    ],
    "lnrpc.PendingChannelsResponse.ForceClosedChannel": [
      {"name":"channel","kind":"message","type":"lnrpc.PendingChannelsResponse.PendingChannel"},
      {"name":"closing_txid","kind":"scalar","type":"string"},
      {"name":"limbo_balance","kind":"scalar","type":"int64"},
      {"name":"maturity_height","kind":"scalar","type":"uint32"},
      {"name":"blocks_til_maturity","kind":"scalar","type":"int32"},
      {"name":"recovered_balance","kind":"scalar","type":"int64"},
      {"name":"pending_htlcs","kind":"message","type":"lnrpc.PendingHTLC","label":"repeated"},
      {"name":"anchor","kind":"enum","type":"lnrpc.PendingChannelsResponse.ForceClosedChannel.AnchorState"},
    ],
    "lnrpc.ChannelEventSubscription": [

    ],
    "lnrpc.ChannelCommitUpdate": [
      {"name":"channel","kind":"message","type":"lnrpc.Channel"},
    ],
    "lnrpc.ChannelEventUpdate": [
      {"name":"open_channel","kind":"message","type":"lnrpc.Channel","oneof":"channel"},
      {"name":"closed_channel","kind":"message","type":"lnrpc.ChannelCloseSummary","oneof":"channel"},
      {"name":"active_channel","kind":"message","type":"lnrpc.ChannelPoint","oneof":"channel"},
      {"name":"inactive_channel","kind":"message","type":"lnrpc.ChannelPoint","oneof":"channel"},
      {"name":"pending_open_channel","kind":"message","type":"lnrpc.PendingUpdate","oneof":"channel"},
      {"name":"fully_resolved_channel","kind":"message","type":"lnrpc.ChannelPoint","oneof":"channel"},
      {"name":"channel_funding_timeout","kind":"message","type":"lnrpc.ChannelPoint","oneof":"channel"},
      {"name":"updated_channel","kind":"message","type":"lnrpc.ChannelCommitUpdate","oneof":"channel"},
      {"name":"type","kind":"enum","type":"lnrpc.ChannelEventUpdate.UpdateType"},
    ],
    "lnrpc.WalletAccountBalance": [
      {"name":"confirmed_balance","kind":"scalar","type":"int64"},
      {"name":"unconfirmed_balance","kind":"scalar","type":"int64"},
    ],
    "lnrpc.WalletBalanceRequest": [
      {"name":"account","kind":"scalar","type":"string"},
      {"name":"min_confs","kind":"scalar","type":"int32"},
    ],
    "lnrpc.WalletBalanceResponse": [
      {"name":"total_balance","kind":"scalar","type":"int64"},
      {"name":"confirmed_balance","kind":"scalar","type":"int64"},
      {"name":"unconfirmed_balance","kind":"scalar","type":"int64"},
      {"name":"locked_balance","kind":"scalar","type":"int64"},
      {"name":"reserved_balance_anchor_chan","kind":"scalar","type":"int64"},
      {"name":"account_balance","kind":"message","type":"lnrpc.WalletAccountBalance","label":"map"},
    ],
    "lnrpc.Amount": [
      {"name":"sat","kind":"scalar","type":"uint64"},
      {"name":"msat","kind":"scalar","type":"uint64"},
    ],
    "lnrpc.ChannelBalanceRequest": [

    ],
    "lnrpc.ChannelBalanceResponse": [
      {"name":"balance","kind":"scalar","type":"int64"},
      {"name":"pending_open_balance","kind":"scalar","type":"int64"},
      {"name":"local_balance","kind":"message","type":"lnrpc.Amount"},
      {"name":"remote_balance","kind":"message","type":"lnrpc.Amount"},
      {"name":"unsettled_local_balance","kind":"message","type":"lnrpc.Amount"},
      {"name":"unsettled_remote_balance","kind":"message","type":"lnrpc.Amount"},
      {"name":"pending_open_local_balance","kind":"message","type":"lnrpc.Amount"},
      {"name":"pending_open_remote_balance","kind":"message","type":"lnrpc.Amount"},
      {"name":"custom_channel_data","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.QueryRoutesRequest": [
      {"name":"pub_key","kind":"scalar","type":"string"},
      {"name":"amt","kind":"scalar","type":"int64"},
      {"name":"amt_msat","kind":"scalar","type":"int64"},
      {"name":"final_cltv_delta","kind":"scalar","type":"int32"},
      {"name":"fee_limit","kind":"message","type":"lnrpc.FeeLimit"},
      {"name":"ignored_nodes","kind":"scalar","type":"bytes","label":"repeated"},
      {"name":"ignored_edges","kind":"message","type":"lnrpc.EdgeLocator","label":"repeated"},
      {"name":"source_pub_key","kind":"scalar","type":"string"},
      {"name":"use_mission_control","kind":"scalar","type":"bool"},
      {"name":"ignored_pairs","kind":"message","type":"lnrpc.NodePair","label":"repeated"},
      {"name":"cltv_limit","kind":"scalar","type":"uint32"},
      {"name":"dest_custom_records","kind":"scalar","type":"bytes","label":"map"},
      {"name":"last_hop_pubkey","kind":"scalar","type":"bytes"},
      {"name":"route_hints","kind":"message","type":"lnrpc.RouteHint","label":"repeated"},
      {"name":"blinded_payment_paths","kind":"message","type":"lnrpc.BlindedPaymentPath","label":"repeated"},
      {"name":"dest_features","kind":"enum","type":"lnrpc.FeatureBit","label":"repeated"},
      {"name":"time_pref","kind":"scalar","type":"double"},
      {"name":"outgoing_chan_ids","kind":"scalar","type":"uint64","label":"repeated"},
    ],
    "lnrpc.NodePair": [
      {"name":"from","kind":"scalar","type":"bytes"},
      {"name":"to","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.EdgeLocator": [
      {"name":"channel_id","kind":"scalar","type":"uint64"},
      {"name":"direction_reverse","kind":"scalar","type":"bool"},
    ],
    "lnrpc.QueryRoutesResponse": [
      {"name":"routes","kind":"message","type":"lnrpc.Route","label":"repeated"},
      {"name":"success_prob","kind":"scalar","type":"double"},
    ],
    "lnrpc.Hop": [
      {"name":"chan_id","kind":"scalar","type":"uint64"},
      {"name":"chan_capacity","kind":"scalar","type":"int64"},
      {"name":"amt_to_forward","kind":"scalar","type":"int64"},
      {"name":"fee","kind":"scalar","type":"int64"},
      {"name":"expiry","kind":"scalar","type":"uint32"},
      {"name":"amt_to_forward_msat","kind":"scalar","type":"int64"},
      {"name":"fee_msat","kind":"scalar","type":"int64"},
      {"name":"pub_key","kind":"scalar","type":"string"},
      {"name":"tlv_payload","kind":"scalar","type":"bool"},
      {"name":"mpp_record","kind":"message","type":"lnrpc.MPPRecord"},
      {"name":"amp_record","kind":"message","type":"lnrpc.AMPRecord"},
      {"name":"custom_records","kind":"scalar","type":"bytes","label":"map"},
      {"name":"metadata","kind":"scalar","type":"bytes"},
      {"name":"blinding_point","kind":"scalar","type":"bytes"},
      {"name":"encrypted_data","kind":"scalar","type":"bytes"},
      {"name":"total_amt_msat","kind":"scalar","type":"uint64"},
    ],
    "lnrpc.MPPRecord": [
      {"name":"payment_addr","kind":"scalar","type":"bytes"},
      {"name":"total_amt_msat","kind":"scalar","type":"int64"},
    ],
    "lnrpc.AMPRecord": [
      {"name":"root_share","kind":"scalar","type":"bytes"},
      {"name":"set_id","kind":"scalar","type":"bytes"},
      {"name":"child_index","kind":"scalar","type":"uint32"},
    ],
    "lnrpc.Route": [
      {"name":"total_time_lock","kind":"scalar","type":"uint32"},
      {"name":"total_fees","kind":"scalar","type":"int64"},
      {"name":"total_amt","kind":"scalar","type":"int64"},
      {"name":"hops","kind":"message","type":"lnrpc.Hop","label":"repeated"},
      {"name":"total_fees_msat","kind":"scalar","type":"int64"},
      {"name":"total_amt_msat","kind":"scalar","type":"int64"},
      {"name":"first_hop_amount_msat","kind":"scalar","type":"int64"},
      {"name":"custom_channel_data","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.NodeInfoRequest": [
      {"name":"pub_key","kind":"scalar","type":"string"},
      {"name":"include_channels","kind":"scalar","type":"bool"},
      {"name":"include_auth_proof","kind":"scalar","type":"bool"},
    ],
    "lnrpc.NodeInfo": [
      {"name":"node","kind":"message","type":"lnrpc.LightningNode"},
      {"name":"num_channels","kind":"scalar","type":"uint32"},
      {"name":"total_capacity","kind":"scalar","type":"int64"},
      {"name":"channels","kind":"message","type":"lnrpc.ChannelEdge","label":"repeated"},
    ],
    "lnrpc.LightningNode": [
      {"name":"last_update","kind":"scalar","type":"uint32"},
      {"name":"pub_key","kind":"scalar","type":"string"},
      {"name":"alias","kind":"scalar","type":"string"},
      {"name":"addresses","kind":"message","type":"lnrpc.NodeAddress","label":"repeated"},
      {"name":"color","kind":"scalar","type":"string"},
      {"name":"features","kind":"message","type":"lnrpc.Feature","label":"map"},
      {"name":"custom_records","kind":"scalar","type":"bytes","label":"map"},
    ],
    "lnrpc.NodeAddress": [
      {"name":"network","kind":"scalar","type":"string"},
      {"name":"addr","kind":"scalar","type":"string"},
    ],
    "lnrpc.RoutingPolicy": [
      {"name":"time_lock_delta","kind":"scalar","type":"uint32"},
      {"name":"min_htlc","kind":"scalar","type":"int64"},
      {"name":"fee_base_msat","kind":"scalar","type":"int64"},
      {"name":"fee_rate_milli_msat","kind":"scalar","type":"int64"},
      {"name":"disabled","kind":"scalar","type":"bool"},
      {"name":"max_htlc_msat","kind":"scalar","type":"uint64"},
      {"name":"last_update","kind":"scalar","type":"uint32"},
      {"name":"custom_records","kind":"scalar","type":"bytes","label":"map"},
      {"name":"inbound_fee_base_msat","kind":"scalar","type":"int32"},
      {"name":"inbound_fee_rate_milli_msat","kind":"scalar","type":"int32"},
    ],
    "lnrpc.ChannelAuthProof": [
      {"name":"node_sig1","kind":"scalar","type":"bytes"},
      {"name":"bitcoin_sig1","kind":"scalar","type":"bytes"},
      {"name":"node_sig2","kind":"scalar","type":"bytes"},
      {"name":"bitcoin_sig2","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.ChannelEdge": [
      {"name":"channel_id","kind":"scalar","type":"uint64"},
      {"name":"chan_point","kind":"scalar","type":"string"},
      {"name":"last_update","kind":"scalar","type":"uint32"},
      {"name":"node1_pub","kind":"scalar","type":"string"},
      {"name":"node2_pub","kind":"scalar","type":"string"},
      {"name":"capacity","kind":"scalar","type":"int64"},
      {"name":"node1_policy","kind":"message","type":"lnrpc.RoutingPolicy"},
      {"name":"node2_policy","kind":"message","type":"lnrpc.RoutingPolicy"},
      {"name":"custom_records","kind":"scalar","type":"bytes","label":"map"},
      {"name":"auth_proof","kind":"message","type":"lnrpc.ChannelAuthProof"},
    ],
    "lnrpc.ChannelGraphRequest": [
      {"name":"include_unannounced","kind":"scalar","type":"bool"},
      {"name":"include_auth_proof","kind":"scalar","type":"bool"},
    ],
    "lnrpc.ChannelGraph": [
      {"name":"nodes","kind":"message","type":"lnrpc.LightningNode","label":"repeated"},
      {"name":"edges","kind":"message","type":"lnrpc.ChannelEdge","label":"repeated"},
    ],
    "lnrpc.NodeMetricsRequest": [
      {"name":"types","kind":"enum","type":"lnrpc.NodeMetricType","label":"repeated"},
    ],
    "lnrpc.NodeMetricsResponse": [
      {"name":"betweenness_centrality","kind":"message","type":"lnrpc.FloatMetric","label":"map"},
    ],
    "lnrpc.FloatMetric": [
      {"name":"value","kind":"scalar","type":"double"},
      {"name":"normalized_value","kind":"scalar","type":"double"},
    ],
    "lnrpc.ChanInfoRequest": [
      {"name":"chan_id","kind":"scalar","type":"uint64"},
      {"name":"chan_point","kind":"scalar","type":"string"},
      {"name":"include_auth_proof","kind":"scalar","type":"bool"},
    ],
    "lnrpc.NetworkInfoRequest": [

    ],
    "lnrpc.NetworkInfo": [
      {"name":"graph_diameter","kind":"scalar","type":"uint32"},
      {"name":"avg_out_degree","kind":"scalar","type":"double"},
      {"name":"max_out_degree","kind":"scalar","type":"uint32"},
      {"name":"num_nodes","kind":"scalar","type":"uint32"},
      {"name":"num_channels","kind":"scalar","type":"uint32"},
      {"name":"total_network_capacity","kind":"scalar","type":"int64"},
      {"name":"avg_channel_size","kind":"scalar","type":"double"},
      {"name":"min_channel_size","kind":"scalar","type":"int64"},
      {"name":"max_channel_size","kind":"scalar","type":"int64"},
      {"name":"median_channel_size_sat","kind":"scalar","type":"int64"},
      {"name":"num_zombie_chans","kind":"scalar","type":"uint64"},
    ],
    "lnrpc.StopRequest": [

    ],
    "lnrpc.StopResponse": [
      {"name":"status","kind":"scalar","type":"string"},
    ],
    "lnrpc.GraphTopologySubscription": [

    ],
    "lnrpc.GraphTopologyUpdate": [
      {"name":"node_updates","kind":"message","type":"lnrpc.NodeUpdate","label":"repeated"},
      {"name":"channel_updates","kind":"message","type":"lnrpc.ChannelEdgeUpdate","label":"repeated"},
      {"name":"closed_chans","kind":"message","type":"lnrpc.ClosedChannelUpdate","label":"repeated"},
    ],
    "lnrpc.NodeUpdate": [
      {"name":"addresses","kind":"scalar","type":"string","label":"repeated"},
      {"name":"identity_key","kind":"scalar","type":"string"},
      {"name":"global_features","kind":"scalar","type":"bytes"},
      {"name":"alias","kind":"scalar","type":"string"},
      {"name":"color","kind":"scalar","type":"string"},
      {"name":"node_addresses","kind":"message","type":"lnrpc.NodeAddress","label":"repeated"},
      {"name":"features","kind":"message","type":"lnrpc.Feature","label":"map"},
    ],
    "lnrpc.ChannelEdgeUpdate": [
      {"name":"chan_id","kind":"scalar","type":"uint64"},
      {"name":"chan_point","kind":"message","type":"lnrpc.ChannelPoint"},
      {"name":"capacity","kind":"scalar","type":"int64"},
      {"name":"routing_policy","kind":"message","type":"lnrpc.RoutingPolicy"},
      {"name":"advertising_node","kind":"scalar","type":"string"},
      {"name":"connecting_node","kind":"scalar","type":"string"},
    ],
    "lnrpc.ClosedChannelUpdate": [
      {"name":"chan_id","kind":"scalar","type":"uint64"},
      {"name":"capacity","kind":"scalar","type":"int64"},
      {"name":"closed_height","kind":"scalar","type":"uint32"},
      {"name":"chan_point","kind":"message","type":"lnrpc.ChannelPoint"},
    ],
    "lnrpc.HopHint": [
      {"name":"node_id","kind":"scalar","type":"string"},
      {"name":"chan_id","kind":"scalar","type":"uint64"},
      {"name":"fee_base_msat","kind":"scalar","type":"uint32"},
      {"name":"fee_proportional_millionths","kind":"scalar","type":"uint32"},
      {"name":"cltv_expiry_delta","kind":"scalar","type":"uint32"},
    ],
    "lnrpc.SetID": [
      {"name":"set_id","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.RouteHint": [
      {"name":"hop_hints","kind":"message","type":"lnrpc.HopHint","label":"repeated"},
    ],
    "lnrpc.BlindedPaymentPath": [
      {"name":"blinded_path","kind":"message","type":"lnrpc.BlindedPath"},
      {"name":"base_fee_msat","kind":"scalar","type":"uint64"},
      {"name":"proportional_fee_rate","kind":"scalar","type":"uint32"},
      {"name":"total_cltv_delta","kind":"scalar","type":"uint32"},
      {"name":"htlc_min_msat","kind":"scalar","type":"uint64"},
      {"name":"htlc_max_msat","kind":"scalar","type":"uint64"},
      {"name":"features","kind":"enum","type":"lnrpc.FeatureBit","label":"repeated"},
    ],
    "lnrpc.BlindedPath": [
      {"name":"introduction_node","kind":"scalar","type":"bytes"},
      {"name":"blinding_point","kind":"scalar","type":"bytes"},
      {"name":"blinded_hops","kind":"message","type":"lnrpc.BlindedHop","label":"repeated"},
    ],
    "lnrpc.BlindedHop": [
      {"name":"blinded_node","kind":"scalar","type":"bytes"},
      {"name":"encrypted_data","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.AMPInvoiceState": [
      {"name":"state","kind":"enum","type":"lnrpc.InvoiceHTLCState"},
      {"name":"settle_index","kind":"scalar","type":"uint64"},
      {"name":"settle_time","kind":"scalar","type":"int64"},
      {"name":"amt_paid_msat","kind":"scalar","type":"int64"},
    ],
    "lnrpc.Invoice": [
      {"name":"memo","kind":"scalar","type":"string"},
      {"name":"r_preimage","kind":"scalar","type":"bytes"},
      {"name":"r_hash","kind":"scalar","type":"bytes"},
      {"name":"value","kind":"scalar","type":"int64"},
      {"name":"value_msat","kind":"scalar","type":"int64"},
      {"name":"settled","kind":"scalar","type":"bool"},
      {"name":"creation_date","kind":"scalar","type":"int64"},
      {"name":"settle_date","kind":"scalar","type":"int64"},
      {"name":"payment_request","kind":"scalar","type":"string"},
      {"name":"description_hash","kind":"scalar","type":"bytes"},
      {"name":"expiry","kind":"scalar","type":"int64"},
      {"name":"fallback_addr","kind":"scalar","type":"string"},
      {"name":"cltv_expiry","kind":"scalar","type":"uint64"},
      {"name":"route_hints","kind":"message","type":"lnrpc.RouteHint","label":"repeated"},
      {"name":"private","kind":"scalar","type":"bool"},
      {"name":"add_index","kind":"scalar","type":"uint64"},
      {"name":"settle_index","kind":"scalar","type":"uint64"},
      {"name":"amt_paid","kind":"scalar","type":"int64"},
      {"name":"amt_paid_sat","kind":"scalar","type":"int64"},
      {"name":"amt_paid_msat","kind":"scalar","type":"int64"},
      {"name":"state","kind":"enum","type":"lnrpc.Invoice.InvoiceState"},
      {"name":"htlcs","kind":"message","type":"lnrpc.InvoiceHTLC","label":"repeated"},
      {"name":"features","kind":"message","type":"lnrpc.Feature","label":"map"},
      {"name":"is_keysend","kind":"scalar","type":"bool"},
      {"name":"payment_addr","kind":"scalar","type":"bytes"},
      {"name":"is_amp","kind":"scalar","type":"bool"},
      {"name":"amp_invoice_state","kind":"message","type":"lnrpc.AMPInvoiceState","label":"map"},
      {"name":"is_blinded","kind":"scalar","type":"bool"},
      {"name":"blinded_path_config","kind":"message","type":"lnrpc.BlindedPathConfig"},
    ],
    "lnrpc.BlindedPathConfig": [
      {"name":"min_num_real_hops","kind":"scalar","type":"uint32","oneof":"_min_num_real_hops"},
      {"name":"num_hops","kind":"scalar","type":"uint32","oneof":"_num_hops"},
      {"name":"max_num_paths","kind":"scalar","type":"uint32","oneof":"_max_num_paths"},
      {"name":"node_omission_list","kind":"scalar","type":"bytes","label":"repeated"},
      {"name":"incoming_channel_list","kind":"scalar","type":"uint64","label":"repeated"},
    ],
    "lnrpc.InvoiceHTLC": [
      {"name":"chan_id","kind":"scalar","type":"uint64"},
      {"name":"htlc_index","kind":"scalar","type":"uint64"},
      {"name":"amt_msat","kind":"scalar","type":"uint64"},
      {"name":"accept_height","kind":"scalar","type":"int32"},
      {"name":"accept_time","kind":"scalar","type":"int64"},
      {"name":"resolve_time","kind":"scalar","type":"int64"},
      {"name":"expiry_height","kind":"scalar","type":"int32"},
      {"name":"state","kind":"enum","type":"lnrpc.InvoiceHTLCState"},
      {"name":"custom_records","kind":"scalar","type":"bytes","label":"map"},
      {"name":"mpp_total_amt_msat","kind":"scalar","type":"uint64"},
      {"name":"amp","kind":"message","type":"lnrpc.AMP"},
      {"name":"custom_channel_data","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.AMP": [
      {"name":"root_share","kind":"scalar","type":"bytes"},
      {"name":"set_id","kind":"scalar","type":"bytes"},
      {"name":"child_index","kind":"scalar","type":"uint32"},
      {"name":"hash","kind":"scalar","type":"bytes"},
      {"name":"preimage","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.AddInvoiceResponse": [
      {"name":"r_hash","kind":"scalar","type":"bytes"},
      {"name":"payment_request","kind":"scalar","type":"string"},
      {"name":"add_index","kind":"scalar","type":"uint64"},
      {"name":"payment_addr","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.PaymentHash": [
      {"name":"r_hash_str","kind":"scalar","type":"string"},
      {"name":"r_hash","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.ListInvoiceRequest": [
      {"name":"pending_only","kind":"scalar","type":"bool"},
      {"name":"index_offset","kind":"scalar","type":"uint64"},
      {"name":"num_max_invoices","kind":"scalar","type":"uint64"},
      {"name":"reversed","kind":"scalar","type":"bool"},
      {"name":"creation_date_start","kind":"scalar","type":"uint64"},
      {"name":"creation_date_end","kind":"scalar","type":"uint64"},
    ],
    "lnrpc.ListInvoiceResponse": [
      {"name":"invoices","kind":"message","type":"lnrpc.Invoice","label":"repeated"},
      {"name":"last_index_offset","kind":"scalar","type":"uint64"},
      {"name":"first_index_offset","kind":"scalar","type":"uint64"},
    ],
    "lnrpc.InvoiceSubscription": [
      {"name":"add_index","kind":"scalar","type":"uint64"},
      {"name":"settle_index","kind":"scalar","type":"uint64"},
    ],
    "lnrpc.DelCanceledInvoiceReq": [
      {"name":"invoice_hash","kind":"scalar","type":"string"},
    ],
    "lnrpc.DelCanceledInvoiceResp": [
      {"name":"status","kind":"scalar","type":"string"},
    ],
    "lnrpc.Payment": [
      {"name":"payment_hash","kind":"scalar","type":"string"},
      {"name":"value","kind":"scalar","type":"int64"},
      {"name":"creation_date","kind":"scalar","type":"int64"},
      {"name":"fee","kind":"scalar","type":"int64"},
      {"name":"payment_preimage","kind":"scalar","type":"string"},
      {"name":"value_sat","kind":"scalar","type":"int64"},
      {"name":"value_msat","kind":"scalar","type":"int64"},
      {"name":"payment_request","kind":"scalar","type":"string"},
      {"name":"status","kind":"enum","type":"lnrpc.Payment.PaymentStatus"},
      {"name":"fee_sat","kind":"scalar","type":"int64"},
      {"name":"fee_msat","kind":"scalar","type":"int64"},
      {"name":"creation_time_ns","kind":"scalar","type":"int64"},
      {"name":"htlcs","kind":"message","type":"lnrpc.HTLCAttempt","label":"repeated"},
      {"name":"payment_index","kind":"scalar","type":"uint64"},
      {"name":"failure_reason","kind":"enum","type":"lnrpc.PaymentFailureReason"},
      {"name":"first_hop_custom_records","kind":"scalar","type":"bytes","label":"map"},
    ],
    "lnrpc.HTLCAttempt": [
      {"name":"attempt_id","kind":"scalar","type":"uint64"},
      {"name":"status","kind":"enum","type":"lnrpc.HTLCAttempt.HTLCStatus"},
      {"name":"route","kind":"message","type":"lnrpc.Route"},
      {"name":"attempt_time_ns","kind":"scalar","type":"int64"},
      {"name":"resolve_time_ns","kind":"scalar","type":"int64"},
      {"name":"failure","kind":"message","type":"lnrpc.Failure"},
      {"name":"preimage","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.ListPaymentsRequest": [
      {"name":"include_incomplete","kind":"scalar","type":"bool"},
      {"name":"index_offset","kind":"scalar","type":"uint64"},
      {"name":"max_payments","kind":"scalar","type":"uint64"},
      {"name":"reversed","kind":"scalar","type":"bool"},
      {"name":"count_total_payments","kind":"scalar","type":"bool"},
      {"name":"creation_date_start","kind":"scalar","type":"uint64"},
      {"name":"creation_date_end","kind":"scalar","type":"uint64"},
      {"name":"omit_hops","kind":"scalar","type":"bool"},
    ],
    "lnrpc.ListPaymentsResponse": [
      {"name":"payments","kind":"message","type":"lnrpc.Payment","label":"repeated"},
      {"name":"first_index_offset","kind":"scalar","type":"uint64"},
      {"name":"last_index_offset","kind":"scalar","type":"uint64"},
      {"name":"total_num_payments","kind":"scalar","type":"uint64"},
    ],
    "lnrpc.DeletePaymentRequest": [
      {"name":"payment_hash","kind":"scalar","type":"bytes"},
      {"name":"failed_htlcs_only","kind":"scalar","type":"bool"},
    ],
    "lnrpc.DeleteAllPaymentsRequest": [
      {"name":"failed_payments_only","kind":"scalar","type":"bool"},
      {"name":"failed_htlcs_only","kind":"scalar","type":"bool"},
      {"name":"all_payments","kind":"scalar","type":"bool"},
    ],
    "lnrpc.DeletePaymentResponse": [
      {"name":"status","kind":"scalar","type":"string"},
    ],
    "lnrpc.DeleteAllPaymentsResponse": [
      {"name":"status","kind":"scalar","type":"string"},
    ],
    "lnrpc.AbandonChannelRequest": [
      {"name":"channel_point","kind":"message","type":"lnrpc.ChannelPoint"},
      {"name":"pending_funding_shim_only","kind":"scalar","type":"bool"},
      {"name":"i_know_what_i_am_doing","kind":"scalar","type":"bool"},
    ],
    "lnrpc.AbandonChannelResponse": [
      {"name":"status","kind":"scalar","type":"string"},
    ],
    "lnrpc.DebugLevelRequest": [
      {"name":"show","kind":"scalar","type":"bool"},
      {"name":"level_spec","kind":"scalar","type":"string"},
    ],
    "lnrpc.DebugLevelResponse": [
      {"name":"sub_systems","kind":"scalar","type":"string"},
    ],
    "lnrpc.PayReqString": [
      {"name":"pay_req","kind":"scalar","type":"string"},
    ],
    "lnrpc.PayReq": [
      {"name":"destination","kind":"scalar","type":"string"},
      {"name":"payment_hash","kind":"scalar","type":"string"},
      {"name":"num_satoshis","kind":"scalar","type":"int64"},
      {"name":"timestamp","kind":"scalar","type":"int64"},
      {"name":"expiry","kind":"scalar","type":"int64"},
      {"name":"description","kind":"scalar","type":"string"},
      {"name":"description_hash","kind":"scalar","type":"string"},
      {"name":"fallback_addr","kind":"scalar","type":"string"},
      {"name":"cltv_expiry","kind":"scalar","type":"int64"},
      {"name":"route_hints","kind":"message","type":"lnrpc.RouteHint","label":"repeated"},
      {"name":"payment_addr","kind":"scalar","type":"bytes"},
      {"name":"num_msat","kind":"scalar","type":"int64"},
      {"name":"features","kind":"message","type":"lnrpc.Feature","label":"map"},
      {"name":"blinded_paths","kind":"message","type":"lnrpc.BlindedPaymentPath","label":"repeated"},
    ],
    "lnrpc.Feature": [
      {"name":"name","kind":"scalar","type":"string"},
      {"name":"is_required","kind":"scalar","type":"bool"},
      {"name":"is_known","kind":"scalar","type":"bool"},
    ],
    "lnrpc.FeeReportRequest": [

    ],
    "lnrpc.ChannelFeeReport": [
      {"name":"chan_id","kind":"scalar","type":"uint64"},
      {"name":"channel_point","kind":"scalar","type":"string"},
      {"name":"base_fee_msat","kind":"scalar","type":"int64"},
      {"name":"fee_per_mil","kind":"scalar","type":"int64"},
      {"name":"fee_rate","kind":"scalar","type":"double"},
      {"name":"inbound_base_fee_msat","kind":"scalar","type":"int32"},
      {"name":"inbound_fee_per_mil","kind":"scalar","type":"int32"},
    ],
    "lnrpc.FeeReportResponse": [
      {"name":"channel_fees","kind":"message","type":"lnrpc.ChannelFeeReport","label":"repeated"},
      {"name":"day_fee_sum","kind":"scalar","type":"uint64"},
      {"name":"week_fee_sum","kind":"scalar","type":"uint64"},
      {"name":"month_fee_sum","kind":"scalar","type":"uint64"},
    ],
    "lnrpc.InboundFee": [
      {"name":"base_fee_msat","kind":"scalar","type":"int32"},
      {"name":"fee_rate_ppm","kind":"scalar","type":"int32"},
    ],
    "lnrpc.PolicyUpdateRequest": [
      {"name":"global","kind":"scalar","type":"bool","oneof":"scope"},
      {"name":"chan_point","kind":"message","type":"lnrpc.ChannelPoint","oneof":"scope"},
      {"name":"base_fee_msat","kind":"scalar","type":"int64"},
      {"name":"fee_rate","kind":"scalar","type":"double"},
      {"name":"fee_rate_ppm","kind":"scalar","type":"uint32"},
      {"name":"time_lock_delta","kind":"scalar","type":"uint32"},
      {"name":"max_htlc_msat","kind":"scalar","type":"uint64"},
      {"name":"min_htlc_msat","kind":"scalar","type":"uint64"},
      {"name":"min_htlc_msat_specified","kind":"scalar","type":"bool"},
      {"name":"inbound_fee","kind":"message","type":"lnrpc.InboundFee"},
      {"name":"create_missing_edge","kind":"scalar","type":"bool"},
    ],
    "lnrpc.FailedUpdate": [
      {"name":"outpoint","kind":"message","type":"lnrpc.OutPoint"},
      {"name":"reason","kind":"enum","type":"lnrpc.UpdateFailure"},
      {"name":"update_error","kind":"scalar","type":"string"},
    ],
    "lnrpc.PolicyUpdateResponse": [
      {"name":"failed_updates","kind":"message","type":"lnrpc.FailedUpdate","label":"repeated"},
    ],
    "lnrpc.ForwardingHistoryRequest": [
      {"name":"start_time","kind":"scalar","type":"uint64"},
      {"name":"end_time","kind":"scalar","type":"uint64"},
      {"name":"index_offset","kind":"scalar","type":"uint32"},
      {"name":"num_max_events","kind":"scalar","type":"uint32"},
      {"name":"peer_alias_lookup","kind":"scalar","type":"bool"},
      {"name":"incoming_chan_ids","kind":"scalar","type":"uint64","label":"repeated"},
      {"name":"outgoing_chan_ids","kind":"scalar","type":"uint64","label":"repeated"},
    ],
    "lnrpc.ForwardingEvent": [
      {"name":"timestamp","kind":"scalar","type":"uint64"},
      {"name":"chan_id_in","kind":"scalar","type":"uint64"},
      {"name":"chan_id_out","kind":"scalar","type":"uint64"},
      {"name":"amt_in","kind":"scalar","type":"uint64"},
      {"name":"amt_out","kind":"scalar","type":"uint64"},
      {"name":"fee","kind":"scalar","type":"uint64"},
      {"name":"fee_msat","kind":"scalar","type":"uint64"},
      {"name":"amt_in_msat","kind":"scalar","type":"uint64"},
      {"name":"amt_out_msat","kind":"scalar","type":"uint64"},
      {"name":"timestamp_ns","kind":"scalar","type":"uint64"},
      {"name":"peer_alias_in","kind":"scalar","type":"string"},
      {"name":"peer_alias_out","kind":"scalar","type":"string"},
      {"name":"incoming_htlc_id","kind":"scalar","type":"uint64","oneof":"_incoming_htlc_id"},
      {"name":"outgoing_htlc_id","kind":"scalar","type":"uint64","oneof":"_outgoing_htlc_id"},
    ],
    "lnrpc.ForwardingHistoryResponse": [
      {"name":"forwarding_events","kind":"message","type":"lnrpc.ForwardingEvent","label":"repeated"},
      {"name":"last_offset_index","kind":"scalar","type":"uint32"},
    ],
    "lnrpc.ExportChannelBackupRequest": [
      {"name":"chan_point","kind":"message","type":"lnrpc.ChannelPoint"},
    ],
    "lnrpc.ChannelBackup": [
      {"name":"chan_point","kind":"message","type":"lnrpc.ChannelPoint"},
      {"name":"chan_backup","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.MultiChanBackup": [
      {"name":"chan_points","kind":"message","type":"lnrpc.ChannelPoint","label":"repeated"},
      {"name":"multi_chan_backup","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.ChanBackupExportRequest": [

    ],
    "lnrpc.ChanBackupSnapshot": [
      {"name":"single_chan_backups","kind":"message","type":"lnrpc.ChannelBackups"},
      {"name":"multi_chan_backup","kind":"message","type":"lnrpc.MultiChanBackup"},
    ],
    "lnrpc.ChannelBackups": [
      {"name":"chan_backups","kind":"message","type":"lnrpc.ChannelBackup","label":"repeated"},
    ],
    "lnrpc.RestoreChanBackupRequest": [
      {"name":"chan_backups","kind":"message","type":"lnrpc.ChannelBackups","oneof":"backup"},
      {"name":"multi_chan_backup","kind":"scalar","type":"bytes","oneof":"backup"},
    ],
    "lnrpc.RestoreBackupResponse": [
      {"name":"num_restored","kind":"scalar","type":"uint32"},
    ],
    "lnrpc.ChannelBackupSubscription": [

    ],
    "lnrpc.VerifyChanBackupResponse": [
      {"name":"chan_points","kind":"scalar","type":"string","label":"repeated"},
    ],
    "lnrpc.MacaroonPermission": [
      {"name":"entity","kind":"scalar","type":"string"},
      {"name":"action","kind":"scalar","type":"string"},
    ],
    "lnrpc.BakeMacaroonRequest": [
      {"name":"permissions","kind":"message","type":"lnrpc.MacaroonPermission","label":"repeated"},
      {"name":"root_key_id","kind":"scalar","type":"uint64"},
      {"name":"allow_external_permissions","kind":"scalar","type":"bool"},
    ],
    "lnrpc.BakeMacaroonResponse": [
      {"name":"macaroon","kind":"scalar","type":"string"},
    ],
    "lnrpc.ListMacaroonIDsRequest": [

    ],
    "lnrpc.ListMacaroonIDsResponse": [
      {"name":"root_key_ids","kind":"scalar","type":"uint64","label":"repeated"},
    ],
    "lnrpc.DeleteMacaroonIDRequest": [
      {"name":"root_key_id","kind":"scalar","type":"uint64"},
    ],
    "lnrpc.DeleteMacaroonIDResponse": [
      {"name":"deleted","kind":"scalar","type":"bool"},
    ],
    "lnrpc.MacaroonPermissionList": [
      {"name":"permissions","kind":"message","type":"lnrpc.MacaroonPermission","label":"repeated"},
    ],
    "lnrpc.ListPermissionsRequest": [

    ],
    "lnrpc.ListPermissionsResponse": [
      {"name":"method_permissions","kind":"message","type":"lnrpc.MacaroonPermissionList","label":"map"},
    ],
    "lnrpc.Failure": [
      {"name":"code","kind":"enum","type":"lnrpc.Failure.FailureCode"},
      {"name":"channel_update","kind":"message","type":"lnrpc.ChannelUpdate"},
      {"name":"htlc_msat","kind":"scalar","type":"uint64"},
      {"name":"onion_sha_256","kind":"scalar","type":"bytes"},
      {"name":"cltv_expiry","kind":"scalar","type":"uint32"},
      {"name":"flags","kind":"scalar","type":"uint32"},
      {"name":"failure_source_index","kind":"scalar","type":"uint32"},
      {"name":"height","kind":"scalar","type":"uint32"},
    ],
    "lnrpc.ChannelUpdate": [
      {"name":"signature","kind":"scalar","type":"bytes"},
      {"name":"chain_hash","kind":"scalar","type":"bytes"},
      {"name":"chan_id","kind":"scalar","type":"uint64"},
      {"name":"timestamp","kind":"scalar","type":"uint32"},
      {"name":"message_flags","kind":"scalar","type":"uint32"},
      {"name":"channel_flags","kind":"scalar","type":"uint32"},
      {"name":"time_lock_delta","kind":"scalar","type":"uint32"},
      {"name":"htlc_minimum_msat","kind":"scalar","type":"uint64"},
      {"name":"base_fee","kind":"scalar","type":"uint32"},
      {"name":"fee_rate","kind":"scalar","type":"uint32"},
      {"name":"htlc_maximum_msat","kind":"scalar","type":"uint64"},
      {"name":"extra_opaque_data","kind":"scalar","type":"bytes"},
    ],
    "lnrpc.MacaroonId": [
      {"name":"nonce","kind":"scalar","type":"bytes"},
      {"name":"storageId","kind":"scalar","type":"bytes"},
      {"name":"ops","kind":"message","type":"lnrpc.Op","label":"repeated"},
    ],
    "lnrpc.Op": [
      {"name":"entity","kind":"scalar","type":"string"},
      {"name":"actions","kind":"scalar","type":"string","label":"repeated"},
    ],
    "lnrpc.CheckMacPermRequest": [
      {"name":"macaroon","kind":"scalar","type":"bytes"},
      {"name":"permissions","kind":"message","type":"lnrpc.MacaroonPermission","label":"repeated"},
      {"name":"fullMethod","kind":"scalar","type":"string"},
      {"name":"check_default_perms_from_full_method","kind":"scalar","type":"bool"},
    ],
    "lnrpc.CheckMacPermResponse": [
      {"name":"valid","kind":"scalar","type":"bool"},
    ],
    "lnrpc.RPCMiddlewareRequest": [
      {"name":"request_id","kind":"scalar","type":"uint64"},
      {"name":"raw_macaroon","kind":"scalar","type":"bytes"},
      {"name":"custom_caveat_condition","kind":"scalar","type":"string"},
      {"name":"stream_auth","kind":"message","type":"lnrpc.StreamAuth","oneof":"intercept_type"},
      {"name":"request","kind":"message","type":"lnrpc.RPCMessage","oneof":"intercept_type"},
      {"name":"response","kind":"message","type":"lnrpc.RPCMessage","oneof":"intercept_type"},
      {"name":"reg_complete","kind":"scalar","type":"bool","oneof":"intercept_type"},
      {"name":"msg_id","kind":"scalar","type":"uint64"},
      {"name":"metadata_pairs","kind":"message","type":"lnrpc.MetadataValues","label":"map"},
    ],
    "lnrpc.MetadataValues": [
      {"name":"values","kind":"scalar","type":"string","label":"repeated"},
    ],
    "lnrpc.StreamAuth": [
      {"name":"method_full_uri","kind":"scalar","type":"string"},
    ],
    "lnrpc.RPCMessage": [
      {"name":"method_full_uri","kind":"scalar","type":"string"},
      {"name":"stream_rpc","kind":"scalar","type":"bool"},
      {"name":"type_name","kind":"scalar","type":"string"},
      {"name":"serialized","kind":"scalar","type":"bytes"},
      {"name":"is_error","kind":"scalar","type":"bool"},
    ],
    "lnrpc.RPCMiddlewareResponse": [
      {"name":"ref_msg_id","kind":"scalar","type":"uint64"},
      {"name":"register","kind":"message","type":"lnrpc.MiddlewareRegistration","oneof":"middleware_message"},
      {"name":"feedback","kind":"message","type":"lnrpc.InterceptFeedback","oneof":"middleware_message"},
    ],
    "lnrpc.MiddlewareRegistration": [
      {"name":"middleware_name","kind":"scalar","type":"string"},
      {"name":"custom_macaroon_caveat_name","kind":"scalar","type":"string"},
      {"name":"read_only_mode","kind":"scalar","type":"bool"},
    ],
    "lnrpc.InterceptFeedback": [
      {"name":"error","kind":"scalar","type":"string"},
      {"name":"replace_response","kind":"scalar","type":"bool"},
      {"name":"replacement_serialized","kind":"scalar","type":"bytes"},
    ],
    "verrpc.VersionRequest": [

    ],
    "verrpc.Version": [
      {"name":"commit","kind":"scalar","type":"string"},
      {"name":"commit_hash","kind":"scalar","type":"string"},
      {"name":"version","kind":"scalar","type":"string"},
      {"name":"app_major","kind":"scalar","type":"uint32"},
      {"name":"app_minor","kind":"scalar","type":"uint32"},
      {"name":"app_patch","kind":"scalar","type":"uint32"},
      {"name":"app_pre_release","kind":"scalar","type":"string"},
      {"name":"build_tags","kind":"scalar","type":"string","label":"repeated"},
      {"name":"go_version","kind":"scalar","type":"string"},
    ],
    "lnclipb.VersionResponse": [
      {"name":"lncli","kind":"message","type":"verrpc.Version"},
      {"name":"lnd","kind":"message","type":"verrpc.Version"},
    ],
    "autopilotrpc.StatusRequest": [

    ],
    "autopilotrpc.StatusResponse": [
      {"name":"active","kind":"scalar","type":"bool"},
    ],
    "autopilotrpc.ModifyStatusRequest": [
      {"name":"enable","kind":"scalar","type":"bool"},
    ],
    "autopilotrpc.ModifyStatusResponse": [

    ],
    "autopilotrpc.QueryScoresRequest": [
      {"name":"pubkeys","kind":"scalar","type":"string","label":"repeated"},
      {"name":"ignore_local_state","kind":"scalar","type":"bool"},
    ],
    "autopilotrpc.QueryScoresResponse": [
      {"name":"results","kind":"message","type":"autopilotrpc.QueryScoresResponse.HeuristicResult","label":"repeated"},
    ],
    "autopilotrpc.QueryScoresResponse.HeuristicResult": [
      {"name":"heuristic","kind":"scalar","type":"string"},
      {"name":"scores","kind":"scalar","type":"double","label":"map"},
    ],
    "autopilotrpc.SetScoresRequest": [
      {"name":"heuristic","kind":"scalar","type":"string"},
      {"name":"scores","kind":"scalar","type":"double","label":"map"},
    ],
    "autopilotrpc.SetScoresResponse": [

    ],
    "chainrpc.GetBlockRequest": [
      {"name":"block_hash","kind":"scalar","type":"bytes"},
    ],
    "chainrpc.GetBlockResponse": [
      {"name":"raw_block","kind":"scalar","type":"bytes"},
    ],
    "chainrpc.GetBlockHeaderRequest": [
      {"name":"block_hash","kind":"scalar","type":"bytes"},
    ],
    "chainrpc.GetBlockHeaderResponse": [
      {"name":"raw_block_header","kind":"scalar","type":"bytes"},
    ],
    "chainrpc.GetBestBlockRequest": [

    ],
    "chainrpc.GetBestBlockResponse": [
      {"name":"block_hash","kind":"scalar","type":"bytes"},
      {"name":"block_height","kind":"scalar","type":"int32"},
    ],
    "chainrpc.GetBlockHashRequest": [
      {"name":"block_height","kind":"scalar","type":"int64"},
    ],
    "chainrpc.GetBlockHashResponse": [
      {"name":"block_hash","kind":"scalar","type":"bytes"},
    ],
    "chainrpc.ConfRequest": [
      {"name":"txid","kind":"scalar","type":"bytes"},
      {"name":"script","kind":"scalar","type":"bytes"},
      {"name":"num_confs","kind":"scalar","type":"uint32"},
      {"name":"height_hint","kind":"scalar","type":"uint32"},
      {"name":"include_block","kind":"scalar","type":"bool"},
    ],
    "chainrpc.ConfDetails": [
      {"name":"raw_tx","kind":"scalar","type":"bytes"},
      {"name":"block_hash","kind":"scalar","type":"bytes"},
      {"name":"block_height","kind":"scalar","type":"uint32"},
      {"name":"tx_index","kind":"scalar","type":"uint32"},
      {"name":"raw_block","kind":"scalar","type":"bytes"},
    ],
    "chainrpc.Reorg": [

    ],
    "chainrpc.ConfEvent": [
      {"name":"conf","kind":"message","type":"chainrpc.ConfDetails","oneof":"event"},
      {"name":"reorg","kind":"message","type":"chainrpc.Reorg","oneof":"event"},
    ],
    "chainrpc.Outpoint": [
      {"name":"hash","kind":"scalar","type":"bytes"},
      {"name":"index","kind":"scalar","type":"uint32"},
    ],
    "chainrpc.SpendRequest": [
      {"name":"outpoint","kind":"message","type":"chainrpc.Outpoint"},
      {"name":"script","kind":"scalar","type":"bytes"},
      {"name":"height_hint","kind":"scalar","type":"uint32"},
    ],
    "chainrpc.SpendDetails": [
      {"name":"spending_outpoint","kind":"message","type":"chainrpc.Outpoint"},
      {"name":"raw_spending_tx","kind":"scalar","type":"bytes"},
      {"name":"spending_tx_hash","kind":"scalar","type":"bytes"},
      {"name":"spending_input_index","kind":"scalar","type":"uint32"},
      {"name":"spending_height","kind":"scalar","type":"uint32"},
    ],
    "chainrpc.SpendEvent": [
      {"name":"spend","kind":"message","type":"chainrpc.SpendDetails","oneof":"event"},
      {"name":"reorg","kind":"message","type":"chainrpc.Reorg","oneof":"event"},
    ],
    "chainrpc.BlockEpoch": [
      {"name":"hash","kind":"scalar","type":"bytes"},
      {"name":"height","kind":"scalar","type":"uint32"},
    ],
    "invoicesrpc.CancelInvoiceMsg": [
      {"name":"payment_hash","kind":"scalar","type":"bytes"},
    ],
    "invoicesrpc.CancelInvoiceResp": [

    ],
    "invoicesrpc.AddHoldInvoiceRequest": [
      {"name":"memo","kind":"scalar","type":"string"},
      {"name":"hash","kind":"scalar","type":"bytes"},
      {"name":"value","kind":"scalar","type":"int64"},
      {"name":"value_msat","kind":"scalar","type":"int64"},
      {"name":"description_hash","kind":"scalar","type":"bytes"},
      {"name":"expiry","kind":"scalar","type":"int64"},
      {"name":"fallback_addr","kind":"scalar","type":"string"},
      {"name":"cltv_expiry","kind":"scalar","type":"uint64"},
      {"name":"route_hints","kind":"message","type":"lnrpc.RouteHint","label":"repeated"},
      {"name":"private","kind":"scalar","type":"bool"},
    ],
    "invoicesrpc.AddHoldInvoiceResp": [
      {"name":"payment_request","kind":"scalar","type":"string"},
      {"name":"add_index","kind":"scalar","type":"uint64"},
      {"name":"payment_addr","kind":"scalar","type":"bytes"},
    ],
    "invoicesrpc.SettleInvoiceMsg": [
      {"name":"preimage","kind":"scalar","type":"bytes"},
    ],
    "invoicesrpc.SettleInvoiceResp": [

    ],
    "invoicesrpc.SubscribeSingleInvoiceRequest": [
      {"name":"r_hash","kind":"scalar","type":"bytes"},
    ],
    "invoicesrpc.LookupInvoiceMsg": [
      {"name":"payment_hash","kind":"scalar","type":"bytes","oneof":"invoice_ref"},
      {"name":"payment_addr","kind":"scalar","type":"bytes","oneof":"invoice_ref"},
      {"name":"set_id","kind":"scalar","type":"bytes","oneof":"invoice_ref"},
      {"name":"lookup_modifier","kind":"enum","type":"invoicesrpc.LookupModifier"},
    ],
    "invoicesrpc.CircuitKey": [
      {"name":"chan_id","kind":"scalar","type":"uint64"},
      {"name":"htlc_id","kind":"scalar","type":"uint64"},
    ],
    "invoicesrpc.HtlcModifyRequest": [
      {"name":"invoice","kind":"message","type":"lnrpc.Invoice"},
      {"name":"exit_htlc_circuit_key","kind":"message","type":"invoicesrpc.CircuitKey"},
      {"name":"exit_htlc_amt","kind":"scalar","type":"uint64"},
      {"name":"exit_htlc_expiry","kind":"scalar","type":"uint32"},
      {"name":"current_height","kind":"scalar","type":"uint32"},
      {"name":"exit_htlc_wire_custom_records","kind":"scalar","type":"bytes","label":"map"},
    ],
    "invoicesrpc.HtlcModifyResponse": [
      {"name":"circuit_key","kind":"message","type":"invoicesrpc.CircuitKey"},
      {"name":"amt_paid","kind":"scalar","type":"uint64","oneof":"_amt_paid"},
      {"name":"cancel_set","kind":"scalar","type":"bool"},
    ],
    "neutrinorpc.StatusRequest": [

    ],
    "neutrinorpc.StatusResponse": [
      {"name":"active","kind":"scalar","type":"bool"},
      {"name":"synced","kind":"scalar","type":"bool"},
      {"name":"block_height","kind":"scalar","type":"int32"},
      {"name":"block_hash","kind":"scalar","type":"string"},
      {"name":"peers","kind":"scalar","type":"string","label":"repeated"},
    ],
    "neutrinorpc.AddPeerRequest": [
      {"name":"peer_addrs","kind":"scalar","type":"string"},
    ],
    "neutrinorpc.AddPeerResponse": [

    ],
    "neutrinorpc.DisconnectPeerRequest": [
      {"name":"peer_addrs","kind":"scalar","type":"string"},
    ],
    "neutrinorpc.DisconnectPeerResponse": [

    ],
    "neutrinorpc.IsBannedRequest": [
      {"name":"peer_addrs","kind":"scalar","type":"string"},
    ],
    "neutrinorpc.IsBannedResponse": [
      {"name":"banned","kind":"scalar","type":"bool"},
    ],
    "neutrinorpc.GetBlockHeaderRequest": [
      {"name":"hash","kind":"scalar","type":"string"},
    ],
    "neutrinorpc.GetBlockHeaderResponse": [
      {"name":"hash","kind":"scalar","type":"string"},
      {"name":"confirmations","kind":"scalar","type":"int64"},
      {"name":"stripped_size","kind":"scalar","type":"int64"},
      {"name":"size","kind":"scalar","type":"int64"},
      {"name":"weight","kind":"scalar","type":"int64"},
      {"name":"height","kind":"scalar","type":"int32"},
      {"name":"version","kind":"scalar","type":"int32"},
      {"name":"version_hex","kind":"scalar","type":"string"},
      {"name":"merkleroot","kind":"scalar","type":"string"},
      {"name":"time","kind":"scalar","type":"int64"},
      {"name":"nonce","kind":"scalar","type":"uint32"},
      {"name":"bits","kind":"scalar","type":"string"},
      {"name":"ntx","kind":"scalar","type":"int32"},
      {"name":"previous_block_hash","kind":"scalar","type":"string"},
      {"name":"raw_hex","kind":"scalar","type":"bytes"},
    ],
    "neutrinorpc.GetBlockRequest": [
      {"name":"hash","kind":"scalar","type":"string"},
    ],
    "neutrinorpc.GetBlockResponse": [
      {"name":"hash","kind":"scalar","type":"string"},
      {"name":"confirmations","kind":"scalar","type":"int64"},
      {"name":"stripped_size","kind":"scalar","type":"int64"},
      {"name":"size","kind":"scalar","type":"int64"},
      {"name":"weight","kind":"scalar","type":"int64"},
      {"name":"height","kind":"scalar","type":"int32"},
      {"name":"version","kind":"scalar","type":"int32"},
      {"name":"version_hex","kind":"scalar","type":"string"},
      {"name":"merkleroot","kind":"scalar","type":"string"},
      {"name":"tx","kind":"scalar","type":"string","label":"repeated"},
      {"name":"time","kind":"scalar","type":"int64"},
      {"name":"nonce","kind":"scalar","type":"uint32"},
      {"name":"bits","kind":"scalar","type":"string"},
      {"name":"ntx","kind":"scalar","type":"int32"},
      {"name":"previous_block_hash","kind":"scalar","type":"string"},
      {"name":"raw_hex","kind":"scalar","type":"bytes"},
    ],
    "neutrinorpc.GetCFilterRequest": [
      {"name":"hash","kind":"scalar","type":"string"},
    ],
    "neutrinorpc.GetCFilterResponse": [
      {"name":"filter","kind":"scalar","type":"bytes"},
    ],
    "neutrinorpc.GetBlockHashRequest": [
      {"name":"height","kind":"scalar","type":"int32"},
    ],
    "neutrinorpc.GetBlockHashResponse": [
      {"name":"hash","kind":"scalar","type":"string"},
    ],
    "peersrpc.UpdateAddressAction": [
      {"name":"action","kind":"enum","type":"peersrpc.UpdateAction"},
      {"name":"address","kind":"scalar","type":"string"},
    ],
    "peersrpc.UpdateFeatureAction": [
      {"name":"action","kind":"enum","type":"peersrpc.UpdateAction"},
      {"name":"feature_bit","kind":"enum","type":"lnrpc.FeatureBit"},
    ],
    "peersrpc.NodeAnnouncementUpdateRequest": [
      {"name":"feature_updates","kind":"message","type":"peersrpc.UpdateFeatureAction","label":"repeated"},
      {"name":"color","kind":"scalar","type":"string"},
      {"name":"alias","kind":"scalar","type":"string"},
      {"name":"address_updates","kind":"message","type":"peersrpc.UpdateAddressAction","label":"repeated"},
    ],
    "peersrpc.NodeAnnouncementUpdateResponse": [
      {"name":"ops","kind":"message","type":"lnrpc.Op","label":"repeated"},
    ],
    "routerrpc.SendPaymentRequest": [
      {"name":"dest","kind":"scalar","type":"bytes"},
      {"name":"amt","kind":"scalar","type":"int64"},
      {"name":"payment_hash","kind":"scalar","type":"bytes"},
      {"name":"final_cltv_delta","kind":"scalar","type":"int32"},
      {"name":"payment_request","kind":"scalar","type":"string"},
      {"name":"timeout_seconds","kind":"scalar","type":"int32"},
      {"name":"fee_limit_sat","kind":"scalar","type":"int64"},
      {"name":"cltv_limit","kind":"scalar","type":"int32"},
      {"name":"route_hints","kind":"message","type":"lnrpc.RouteHint","label":"repeated"},
      {"name":"dest_custom_records","kind":"scalar","type":"bytes","label":"map"},
      {"name":"amt_msat","kind":"scalar","type":"int64"},
      {"name":"fee_limit_msat","kind":"scalar","type":"int64"},
      {"name":"last_hop_pubkey","kind":"scalar","type":"bytes"},
      {"name":"allow_self_payment","kind":"scalar","type":"bool"},
      {"name":"dest_features","kind":"enum","type":"lnrpc.FeatureBit","label":"repeated"},
      {"name":"max_parts","kind":"scalar","type":"uint32"},
      {"name":"no_inflight_updates","kind":"scalar","type":"bool"},
      {"name":"outgoing_chan_ids","kind":"scalar","type":"uint64","label":"repeated"},
      {"name":"payment_addr","kind":"scalar","type":"bytes"},
      {"name":"max_shard_size_msat","kind":"scalar","type":"uint64"},
      {"name":"amp","kind":"scalar","type":"bool"},
      {"name":"time_pref","kind":"scalar","type":"double"},
      {"name":"cancelable","kind":"scalar","type":"bool"},
      {"name":"first_hop_custom_records","kind":"scalar","type":"bytes","label":"map"},
    ],
    "routerrpc.TrackPaymentRequest": [
      {"name":"payment_hash","kind":"scalar","type":"bytes"},
      {"name":"no_inflight_updates","kind":"scalar","type":"bool"},
    ],
    "routerrpc.TrackPaymentsRequest": [
      {"name":"no_inflight_updates","kind":"scalar","type":"bool"},
    ],
    "routerrpc.RouteFeeRequest": [
      {"name":"dest","kind":"scalar","type":"bytes"},
      {"name":"amt_sat","kind":"scalar","type":"int64"},
      {"name":"payment_request","kind":"scalar","type":"string"},
      {"name":"timeout","kind":"scalar","type":"uint32"},
    ],
    "routerrpc.RouteFeeResponse": [
      {"name":"routing_fee_msat","kind":"scalar","type":"int64"},
      {"name":"time_lock_delay","kind":"scalar","type":"int64"},
      {"name":"failure_reason","kind":"enum","type":"lnrpc.PaymentFailureReason"},
    ],
    "routerrpc.SendToRouteRequest": [
      {"name":"payment_hash","kind":"scalar","type":"bytes"},
      {"name":"route","kind":"message","type":"lnrpc.Route"},
      {"name":"skip_temp_err","kind":"scalar","type":"bool"},
      {"name":"first_hop_custom_records","kind":"scalar","type":"bytes","label":"map"},
    ],
    "routerrpc.ResetMissionControlRequest": [

    ],
    "routerrpc.ResetMissionControlResponse": [

    ],
    "routerrpc.QueryMissionControlRequest": [

    ],
    "routerrpc.QueryMissionControlResponse": [
      {"name":"pairs","kind":"message","type":"routerrpc.PairHistory","label":"repeated"},
    ],
    "routerrpc.XImportMissionControlRequest": [
      {"name":"pairs","kind":"message","type":"routerrpc.PairHistory","label":"repeated"},
      {"name":"force","kind":"scalar","type":"bool"},
    ],
    "routerrpc.XImportMissionControlResponse": [

    ],
    "routerrpc.PairHistory": [
      {"name":"node_from","kind":"scalar","type":"bytes"},
      {"name":"node_to","kind":"scalar","type":"bytes"},
      {"name":"history","kind":"message","type":"routerrpc.PairData"},
    ],
    "routerrpc.PairData": [
      {"name":"fail_time","kind":"scalar","type":"int64"},
      {"name":"fail_amt_sat","kind":"scalar","type":"int64"},
      {"name":"fail_amt_msat","kind":"scalar","type":"int64"},
      {"name":"success_time","kind":"scalar","type":"int64"},
      {"name":"success_amt_sat","kind":"scalar","type":"int64"},
      {"name":"success_amt_msat","kind":"scalar","type":"int64"},
    ],
    "routerrpc.GetMissionControlConfigRequest": [

    ],
    "routerrpc.GetMissionControlConfigResponse": [
      {"name":"config","kind":"message","type":"routerrpc.MissionControlConfig"},
    ],
    "routerrpc.SetMissionControlConfigRequest": [
      {"name":"config","kind":"message","type":"routerrpc.MissionControlConfig"},
    ],
    "routerrpc.SetMissionControlConfigResponse": [

    ],
    "routerrpc.MissionControlConfig": [
      {"name":"half_life_seconds","kind":"scalar","type":"uint64"},
      {"name":"hop_probability","kind":"scalar","type":"float"},
      {"name":"weight","kind":"scalar","type":"float"},
      {"name":"maximum_payment_results","kind":"scalar","type":"uint32"},
      {"name":"minimum_failure_relax_interval","kind":"scalar","type":"uint64"},
      {"name":"model","kind":"enum","type":"routerrpc.MissionControlConfig.ProbabilityModel"},
      {"name":"apriori","kind":"message","type":"routerrpc.AprioriParameters","oneof":"EstimatorConfig"},
      {"name":"bimodal","kind":"message","type":"routerrpc.BimodalParameters","oneof":"EstimatorConfig"},
    ],
    "routerrpc.BimodalParameters": [
      {"name":"node_weight","kind":"scalar","type":"double"},
      {"name":"scale_msat","kind":"scalar","type":"uint64"},
      {"name":"decay_time","kind":"scalar","type":"uint64"},
    ],
    "routerrpc.AprioriParameters": [
      {"name":"half_life_seconds","kind":"scalar","type":"uint64"},
      {"name":"hop_probability","kind":"scalar","type":"double"},
      {"name":"weight","kind":"scalar","type":"double"},
      {"name":"capacity_fraction","kind":"scalar","type":"double"},
    ],
    "routerrpc.QueryProbabilityRequest": [
      {"name":"from_node","kind":"scalar","type":"bytes"},
      {"name":"to_node","kind":"scalar","type":"bytes"},
      {"name":"amt_msat","kind":"scalar","type":"int64"},
    ],
    "routerrpc.QueryProbabilityResponse": [
      {"name":"probability","kind":"scalar","type":"double"},
      {"name":"history","kind":"message","type":"routerrpc.PairData"},
    ],
    "routerrpc.BuildRouteRequest": [
      {"name":"amt_msat","kind":"scalar","type":"int64"},
      {"name":"final_cltv_delta","kind":"scalar","type":"int32"},
      {"name":"outgoing_chan_id","kind":"scalar","type":"uint64"},
      {"name":"hop_pubkeys","kind":"scalar","type":"bytes","label":"repeated"},
      {"name":"payment_addr","kind":"scalar","type":"bytes"},
      {"name":"first_hop_custom_records","kind":"scalar","type":"bytes","label":"map"},
    ],
    "routerrpc.BuildRouteResponse": [
      {"name":"route","kind":"message","type":"lnrpc.Route"},
    ],
    "routerrpc.SubscribeHtlcEventsRequest": [

    ],
    "routerrpc.HtlcEvent": [
      {"name":"incoming_channel_id","kind":"scalar","type":"uint64"},
      {"name":"outgoing_channel_id","kind":"scalar","type":"uint64"},
      {"name":"incoming_htlc_id","kind":"scalar","type":"uint64"},
      {"name":"outgoing_htlc_id","kind":"scalar","type":"uint64"},
      {"name":"timestamp_ns","kind":"scalar","type":"uint64"},
      {"name":"event_type","kind":"enum","type":"routerrpc.HtlcEvent.EventType"},
      {"name":"forward_event","kind":"message","type":"routerrpc.ForwardEvent","oneof":"event"},
      {"name":"forward_fail_event","kind":"message","type":"routerrpc.ForwardFailEvent","oneof":"event"},
      {"name":"settle_event","kind":"message","type":"routerrpc.SettleEvent","oneof":"event"},
      {"name":"link_fail_event","kind":"message","type":"routerrpc.LinkFailEvent","oneof":"event"},
      {"name":"subscribed_event","kind":"message","type":"routerrpc.SubscribedEvent","oneof":"event"},
      {"name":"final_htlc_event","kind":"message","type":"routerrpc.FinalHtlcEvent","oneof":"event"},
    ],
    "routerrpc.HtlcInfo": [
      {"name":"incoming_timelock","kind":"scalar","type":"uint32"},
      {"name":"outgoing_timelock","kind":"scalar","type":"uint32"},
      {"name":"incoming_amt_msat","kind":"scalar","type":"uint64"},
      {"name":"outgoing_amt_msat","kind":"scalar","type":"uint64"},
    ],
    "routerrpc.ForwardEvent": [
      {"name":"info","kind":"message","type":"routerrpc.HtlcInfo"},
    ],
    "routerrpc.ForwardFailEvent": [

    ],
    "routerrpc.SettleEvent": [
      {"name":"preimage","kind":"scalar","type":"bytes"},
    ],
    "routerrpc.FinalHtlcEvent": [
      {"name":"settled","kind":"scalar","type":"bool"},
      {"name":"offchain","kind":"scalar","type":"bool"},
    ],
    "routerrpc.SubscribedEvent": [

    ],
    "routerrpc.LinkFailEvent": [
      {"name":"info","kind":"message","type":"routerrpc.HtlcInfo"},
      {"name":"wire_failure","kind":"enum","type":"lnrpc.Failure.FailureCode"},
      {"name":"failure_detail","kind":"enum","type":"routerrpc.FailureDetail"},
      {"name":"failure_string","kind":"scalar","type":"string"},
    ],
    "routerrpc.CircuitKey": [
      {"name":"chan_id","kind":"scalar","type":"uint64"},
      {"name":"htlc_id","kind":"scalar","type":"uint64"},
    ],
    "routerrpc.ForwardHtlcInterceptRequest": [
      {"name":"incoming_circuit_key","kind":"message","type":"routerrpc.CircuitKey"},
      {"name":"incoming_amount_msat","kind":"scalar","type":"uint64"},
      {"name":"incoming_expiry","kind":"scalar","type":"uint32"},
      {"name":"payment_hash","kind":"scalar","type":"bytes"},
      {"name":"outgoing_requested_chan_id","kind":"scalar","type":"uint64"},
      {"name":"outgoing_amount_msat","kind":"scalar","type":"uint64"},
      {"name":"outgoing_expiry","kind":"scalar","type":"uint32"},
      {"name":"custom_records","kind":"scalar","type":"bytes","label":"map"},
      {"name":"onion_blob","kind":"scalar","type":"bytes"},
      {"name":"auto_fail_height","kind":"scalar","type":"int32"},
      {"name":"in_wire_custom_records","kind":"scalar","type":"bytes","label":"map"},
    ],
    "routerrpc.ForwardHtlcInterceptResponse": [
      {"name":"incoming_circuit_key","kind":"message","type":"routerrpc.CircuitKey"},
      {"name":"action","kind":"enum","type":"routerrpc.ResolveHoldForwardAction"},
      {"name":"preimage","kind":"scalar","type":"bytes"},
      {"name":"failure_message","kind":"scalar","type":"bytes"},
      {"name":"failure_code","kind":"enum","type":"lnrpc.Failure.FailureCode"},
      {"name":"in_amount_msat","kind":"scalar","type":"uint64"},
      {"name":"out_amount_msat","kind":"scalar","type":"uint64"},
      {"name":"out_wire_custom_records","kind":"scalar","type":"bytes","label":"map"},
    ],
    "routerrpc.UpdateChanStatusRequest": [
      {"name":"chan_point","kind":"message","type":"lnrpc.ChannelPoint"},
      {"name":"action","kind":"enum","type":"routerrpc.ChanStatusAction"},
    ],
    "routerrpc.UpdateChanStatusResponse": [

    ],
    "routerrpc.AddAliasesRequest": [
      {"name":"alias_maps","kind":"message","type":"lnrpc.AliasMap","label":"repeated"},
    ],
    "routerrpc.AddAliasesResponse": [
      {"name":"alias_maps","kind":"message","type":"lnrpc.AliasMap","label":"repeated"},
    ],
    "routerrpc.DeleteAliasesRequest": [
      {"name":"alias_maps","kind":"message","type":"lnrpc.AliasMap","label":"repeated"},
    ],
    "routerrpc.DeleteAliasesResponse": [
      {"name":"alias_maps","kind":"message","type":"lnrpc.AliasMap","label":"repeated"},
    ],
    "routerrpc.FindBaseAliasRequest": [
      {"name":"alias","kind":"scalar","type":"uint64"},
    ],
    "routerrpc.FindBaseAliasResponse": [
      {"name":"base","kind":"scalar","type":"uint64"},
    ],
    "routerrpc.DeleteForwardingHistoryRequest": [
      {"name":"delete_before_time","kind":"scalar","type":"uint64","oneof":"time_spec"},
      {"name":"delete_before_duration","kind":"scalar","type":"string","oneof":"time_spec"},
    ],
    "routerrpc.DeleteForwardingHistoryResponse": [
      {"name":"events_deleted","kind":"scalar","type":"uint64"},
      {"name":"total_fee_msat","kind":"scalar","type":"int64"},
      {"name":"status","kind":"scalar","type":"string"},
    ],
    "signrpc.KeyLocator": [
      {"name":"key_family","kind":"scalar","type":"int32"},
      {"name":"key_index","kind":"scalar","type":"int32"},
    ],
    "signrpc.KeyDescriptor": [
      {"name":"raw_key_bytes","kind":"scalar","type":"bytes"},
      {"name":"key_loc","kind":"message","type":"signrpc.KeyLocator"},
    ],
    "signrpc.TxOut": [
      {"name":"value","kind":"scalar","type":"int64"},
      {"name":"pk_script","kind":"scalar","type":"bytes"},
    ],
    "signrpc.SignDescriptor": [
      {"name":"key_desc","kind":"message","type":"signrpc.KeyDescriptor"},
      {"name":"single_tweak","kind":"scalar","type":"bytes"},
      {"name":"double_tweak","kind":"scalar","type":"bytes"},
      {"name":"tap_tweak","kind":"scalar","type":"bytes"},
      {"name":"witness_script","kind":"scalar","type":"bytes"},
      {"name":"output","kind":"message","type":"signrpc.TxOut"},
      {"name":"sighash","kind":"scalar","type":"uint32"},
      {"name":"input_index","kind":"scalar","type":"int32"},
      {"name":"sign_method","kind":"enum","type":"signrpc.SignMethod"},
    ],
    "signrpc.SignReq": [
      {"name":"raw_tx_bytes","kind":"scalar","type":"bytes"},
      {"name":"sign_descs","kind":"message","type":"signrpc.SignDescriptor","label":"repeated"},
      {"name":"prev_outputs","kind":"message","type":"signrpc.TxOut","label":"repeated"},
    ],
    "signrpc.SignResp": [
      {"name":"raw_sigs","kind":"scalar","type":"bytes","label":"repeated"},
    ],
    "signrpc.InputScript": [
      {"name":"witness","kind":"scalar","type":"bytes","label":"repeated"},
      {"name":"sig_script","kind":"scalar","type":"bytes"},
    ],
    "signrpc.InputScriptResp": [
      {"name":"input_scripts","kind":"message","type":"signrpc.InputScript","label":"repeated"},
    ],
    "signrpc.SignMessageReq": [
      {"name":"msg","kind":"scalar","type":"bytes"},
      {"name":"key_loc","kind":"message","type":"signrpc.KeyLocator"},
      {"name":"double_hash","kind":"scalar","type":"bool"},
      {"name":"compact_sig","kind":"scalar","type":"bool"},
      {"name":"schnorr_sig","kind":"scalar","type":"bool"},
      {"name":"schnorr_sig_tap_tweak","kind":"scalar","type":"bytes"},
      {"name":"tag","kind":"scalar","type":"bytes"},
    ],
    "signrpc.SignMessageResp": [
      {"name":"signature","kind":"scalar","type":"bytes"},
    ],
    "signrpc.VerifyMessageReq": [
      {"name":"msg","kind":"scalar","type":"bytes"},
      {"name":"signature","kind":"scalar","type":"bytes"},
      {"name":"pubkey","kind":"scalar","type":"bytes"},
      {"name":"is_schnorr_sig","kind":"scalar","type":"bool"},
      {"name":"tag","kind":"scalar","type":"bytes"},
    ],
    "signrpc.VerifyMessageResp": [
      {"name":"valid","kind":"scalar","type":"bool"},
    ],
    "signrpc.SharedKeyRequest": [
      {"name":"ephemeral_pubkey","kind":"scalar","type":"bytes"},
      {"name":"key_loc","kind":"message","type":"signrpc.KeyLocator"},
      {"name":"key_desc","kind":"message","type":"signrpc.KeyDescriptor"},
    ],
    "signrpc.SharedKeyResponse": [
      {"name":"shared_key","kind":"scalar","type":"bytes"},
    ],
    "signrpc.TweakDesc": [
      {"name":"tweak","kind":"scalar","type":"bytes"},
      {"name":"is_x_only","kind":"scalar","type":"bool"},
    ],
    "signrpc.TaprootTweakDesc": [
      {"name":"script_root","kind":"scalar","type":"bytes"},
      {"name":"key_spend_only","kind":"scalar","type":"bool"},
    ],
    "signrpc.MuSig2CombineKeysRequest": [
      {"name":"all_signer_pubkeys","kind":"scalar","type":"bytes","label":"repeated"},
      {"name":"tweaks","kind":"message","type":"signrpc.TweakDesc","label":"repeated"},
      {"name":"taproot_tweak","kind":"message","type":"signrpc.TaprootTweakDesc"},
      {"name":"version","kind":"enum","type":"signrpc.MuSig2Version"},
    ],
    "signrpc.MuSig2CombineKeysResponse": [
      {"name":"combined_key","kind":"scalar","type":"bytes"},
      {"name":"taproot_internal_key","kind":"scalar","type":"bytes"},
      {"name":"version","kind":"enum","type":"signrpc.MuSig2Version"},
    ],
    "signrpc.MuSig2SessionRequest": [
      {"name":"key_loc","kind":"message","type":"signrpc.KeyLocator"},
      {"name":"all_signer_pubkeys","kind":"scalar","type":"bytes","label":"repeated"},
      {"name":"other_signer_public_nonces","kind":"scalar","type":"bytes","label":"repeated"},
      {"name":"tweaks","kind":"message","type":"signrpc.TweakDesc","label":"repeated"},
      {"name":"taproot_tweak","kind":"message","type":"signrpc.TaprootTweakDesc"},
      {"name":"version","kind":"enum","type":"signrpc.MuSig2Version"},
      {"name":"pregenerated_local_nonce","kind":"scalar","type":"bytes"},
    ],
    "signrpc.MuSig2SessionResponse": [
      {"name":"session_id","kind":"scalar","type":"bytes"},
      {"name":"combined_key","kind":"scalar","type":"bytes"},
      {"name":"taproot_internal_key","kind":"scalar","type":"bytes"},
      {"name":"local_public_nonces","kind":"scalar","type":"bytes"},
      {"name":"have_all_nonces","kind":"scalar","type":"bool"},
      {"name":"version","kind":"enum","type":"signrpc.MuSig2Version"},
    ],
    "signrpc.MuSig2RegisterNoncesRequest": [
      {"name":"session_id","kind":"scalar","type":"bytes"},
      {"name":"other_signer_public_nonces","kind":"scalar","type":"bytes","label":"repeated"},
    ],
    "signrpc.MuSig2RegisterNoncesResponse": [
      {"name":"have_all_nonces","kind":"scalar","type":"bool"},
    ],
    "signrpc.MuSig2RegisterCombinedNonceRequest": [
      {"name":"session_id","kind":"scalar","type":"bytes"},
      {"name":"combined_public_nonce","kind":"scalar","type":"bytes"},
    ],
    "signrpc.MuSig2RegisterCombinedNonceResponse": [

    ],
    "signrpc.MuSig2GetCombinedNonceRequest": [
      {"name":"session_id","kind":"scalar","type":"bytes"},
    ],
    "signrpc.MuSig2GetCombinedNonceResponse": [
      {"name":"combined_public_nonce","kind":"scalar","type":"bytes"},
    ],
    "signrpc.MuSig2SignRequest": [
      {"name":"session_id","kind":"scalar","type":"bytes"},
      {"name":"message_digest","kind":"scalar","type":"bytes"},
      {"name":"cleanup","kind":"scalar","type":"bool"},
    ],
    "signrpc.MuSig2SignResponse": [
      {"name":"local_partial_signature","kind":"scalar","type":"bytes"},
    ],
    "signrpc.MuSig2CombineSigRequest": [
      {"name":"session_id","kind":"scalar","type":"bytes"},
      {"name":"other_partial_signatures","kind":"scalar","type":"bytes","label":"repeated"},
    ],
    "signrpc.MuSig2CombineSigResponse": [
      {"name":"have_all_signatures","kind":"scalar","type":"bool"},
      {"name":"final_signature","kind":"scalar","type":"bytes"},
    ],
    "signrpc.MuSig2CleanupRequest": [
      {"name":"session_id","kind":"scalar","type":"bytes"},
    ],
    "signrpc.MuSig2CleanupResponse": [

    ],
    "walletrpc.ListUnspentRequest": [
      {"name":"min_confs","kind":"scalar","type":"int32"},
      {"name":"max_confs","kind":"scalar","type":"int32"},
      {"name":"account","kind":"scalar","type":"string"},
      {"name":"unconfirmed_only","kind":"scalar","type":"bool"},
    ],
    "walletrpc.ListUnspentResponse": [
      {"name":"utxos","kind":"message","type":"lnrpc.Utxo","label":"repeated"},
    ],
    "walletrpc.LeaseOutputRequest": [
      {"name":"id","kind":"scalar","type":"bytes"},
      {"name":"outpoint","kind":"message","type":"lnrpc.OutPoint"},
      {"name":"expiration_seconds","kind":"scalar","type":"uint64"},
    ],
    "walletrpc.LeaseOutputResponse": [
      {"name":"expiration","kind":"scalar","type":"uint64"},
    ],
    "walletrpc.ReleaseOutputRequest": [
      {"name":"id","kind":"scalar","type":"bytes"},
      {"name":"outpoint","kind":"message","type":"lnrpc.OutPoint"},
    ],
    "walletrpc.ReleaseOutputResponse": [
      {"name":"status","kind":"scalar","type":"string"},
    ],
    "walletrpc.KeyReq": [
      {"name":"key_finger_print","kind":"scalar","type":"int32"},
      {"name":"key_family","kind":"scalar","type":"int32"},
    ],
    "walletrpc.AddrRequest": [
      {"name":"account","kind":"scalar","type":"string"},
      {"name":"type","kind":"enum","type":"walletrpc.AddressType"},
      {"name":"change","kind":"scalar","type":"bool"},
    ],
    "walletrpc.AddrResponse": [
      {"name":"addr","kind":"scalar","type":"string"},
    ],
    "walletrpc.Account": [
      {"name":"name","kind":"scalar","type":"string"},
      {"name":"address_type","kind":"enum","type":"walletrpc.AddressType"},
      {"name":"extended_public_key","kind":"scalar","type":"string"},
      {"name":"master_key_fingerprint","kind":"scalar","type":"bytes"},
      {"name":"derivation_path","kind":"scalar","type":"string"},
      {"name":"external_key_count","kind":"scalar","type":"uint32"},
      {"name":"internal_key_count","kind":"scalar","type":"uint32"},
      {"name":"watch_only","kind":"scalar","type":"bool"},
    ],
    "walletrpc.AddressProperty": [
      {"name":"address","kind":"scalar","type":"string"},
      {"name":"is_internal","kind":"scalar","type":"bool"},
      {"name":"balance","kind":"scalar","type":"int64"},
      {"name":"derivation_path","kind":"scalar","type":"string"},
      {"name":"public_key","kind":"scalar","type":"bytes"},
    ],
    "walletrpc.AccountWithAddresses": [
      {"name":"name","kind":"scalar","type":"string"},
      {"name":"address_type","kind":"enum","type":"walletrpc.AddressType"},
      {"name":"derivation_path","kind":"scalar","type":"string"},
      {"name":"addresses","kind":"message","type":"walletrpc.AddressProperty","label":"repeated"},
    ],
    "walletrpc.ListAccountsRequest": [
      {"name":"name","kind":"scalar","type":"string"},
      {"name":"address_type","kind":"enum","type":"walletrpc.AddressType"},
    ],
    "walletrpc.ListAccountsResponse": [
      {"name":"accounts","kind":"message","type":"walletrpc.Account","label":"repeated"},
    ],
    "walletrpc.RequiredReserveRequest": [
      {"name":"additional_public_channels","kind":"scalar","type":"uint32"},
    ],
    "walletrpc.RequiredReserveResponse": [
      {"name":"required_reserve","kind":"scalar","type":"int64"},
    ],
    "walletrpc.ListAddressesRequest": [
      {"name":"account_name","kind":"scalar","type":"string"},
      {"name":"show_custom_accounts","kind":"scalar","type":"bool"},
    ],
    "walletrpc.ListAddressesResponse": [
      {"name":"account_with_addresses","kind":"message","type":"walletrpc.AccountWithAddresses","label":"repeated"},
    ],
    "walletrpc.GetTransactionRequest": [
      {"name":"txid","kind":"scalar","type":"string"},
    ],
    "walletrpc.SignMessageWithAddrRequest": [
      {"name":"msg","kind":"scalar","type":"bytes"},
      {"name":"addr","kind":"scalar","type":"string"},
    ],
    "walletrpc.SignMessageWithAddrResponse": [
      {"name":"signature","kind":"scalar","type":"string"},
    ],
    "walletrpc.VerifyMessageWithAddrRequest": [
      {"name":"msg","kind":"scalar","type":"bytes"},
      {"name":"signature","kind":"scalar","type":"string"},
      {"name":"addr","kind":"scalar","type":"string"},
    ],
    "walletrpc.VerifyMessageWithAddrResponse": [
      {"name":"valid","kind":"scalar","type":"bool"},
      {"name":"pubkey","kind":"scalar","type":"bytes"},
    ],
    "walletrpc.ImportAccountRequest": [
      {"name":"name","kind":"scalar","type":"string"},
      {"name":"extended_public_key","kind":"scalar","type":"string"},
      {"name":"master_key_fingerprint","kind":"scalar","type":"bytes"},
      {"name":"address_type","kind":"enum","type":"walletrpc.AddressType"},
      {"name":"dry_run","kind":"scalar","type":"bool"},
    ],
    "walletrpc.ImportAccountResponse": [
      {"name":"account","kind":"message","type":"walletrpc.Account"},
      {"name":"dry_run_external_addrs","kind":"scalar","type":"string","label":"repeated"},
      {"name":"dry_run_internal_addrs","kind":"scalar","type":"string","label":"repeated"},
    ],
    "walletrpc.ImportPublicKeyRequest": [
      {"name":"public_key","kind":"scalar","type":"bytes"},
      {"name":"address_type","kind":"enum","type":"walletrpc.AddressType"},
    ],
    "walletrpc.ImportPublicKeyResponse": [
      {"name":"status","kind":"scalar","type":"string"},
    ],
    "walletrpc.ImportTapscriptRequest": [
      {"name":"internal_public_key","kind":"scalar","type":"bytes"},
      {"name":"full_tree","kind":"message","type":"walletrpc.TapscriptFullTree","oneof":"script"},
      {"name":"partial_reveal","kind":"message","type":"walletrpc.TapscriptPartialReveal","oneof":"script"},
      {"name":"root_hash_only","kind":"scalar","type":"bytes","oneof":"script"},
      {"name":"full_key_only","kind":"scalar","type":"bool","oneof":"script"},
    ],
    "walletrpc.TapscriptFullTree": [
      {"name":"all_leaves","kind":"message","type":"walletrpc.TapLeaf","label":"repeated"},
    ],
    "walletrpc.TapLeaf": [
      {"name":"leaf_version","kind":"scalar","type":"uint32"},
      {"name":"script","kind":"scalar","type":"bytes"},
    ],
    "walletrpc.TapscriptPartialReveal": [
      {"name":"revealed_leaf","kind":"message","type":"walletrpc.TapLeaf"},
      {"name":"full_inclusion_proof","kind":"scalar","type":"bytes"},
    ],
    "walletrpc.ImportTapscriptResponse": [
      {"name":"p2tr_address","kind":"scalar","type":"string"},
    ],
    "walletrpc.Transaction": [
      {"name":"tx_hex","kind":"scalar","type":"bytes"},
      {"name":"label","kind":"scalar","type":"string"},
    ],
    "walletrpc.PublishResponse": [
      {"name":"publish_error","kind":"scalar","type":"string"},
    ],
    "walletrpc.RemoveTransactionResponse": [
      {"name":"status","kind":"scalar","type":"string"},
    ],
    "walletrpc.SendOutputsRequest": [
      {"name":"sat_per_kw","kind":"scalar","type":"int64"},
      {"name":"outputs","kind":"message","type":"signrpc.TxOut","label":"repeated"},
      {"name":"label","kind":"scalar","type":"string"},
      {"name":"min_confs","kind":"scalar","type":"int32"},
      {"name":"spend_unconfirmed","kind":"scalar","type":"bool"},
      {"name":"coin_selection_strategy","kind":"enum","type":"lnrpc.CoinSelectionStrategy"},
    ],
    "walletrpc.SendOutputsResponse": [
      {"name":"raw_tx","kind":"scalar","type":"bytes"},
    ],
    "walletrpc.EstimateFeeRequest": [
      {"name":"conf_target","kind":"scalar","type":"int32"},
    ],
    "walletrpc.EstimateFeeResponse": [
      {"name":"sat_per_kw","kind":"scalar","type":"int64"},
      {"name":"min_relay_fee_sat_per_kw","kind":"scalar","type":"int64"},
    ],
    "walletrpc.PendingSweep": [
      {"name":"outpoint","kind":"message","type":"lnrpc.OutPoint"},
      {"name":"witness_type","kind":"enum","type":"walletrpc.WitnessType"},
      {"name":"amount_sat","kind":"scalar","type":"uint32"},
      {"name":"sat_per_byte","kind":"scalar","type":"uint32"},
      {"name":"broadcast_attempts","kind":"scalar","type":"uint32"},
      {"name":"next_broadcast_height","kind":"scalar","type":"uint32"},
      {"name":"force","kind":"scalar","type":"bool"},
      {"name":"requested_conf_target","kind":"scalar","type":"uint32"},
      {"name":"requested_sat_per_byte","kind":"scalar","type":"uint32"},
      {"name":"sat_per_vbyte","kind":"scalar","type":"uint64"},
      {"name":"requested_sat_per_vbyte","kind":"scalar","type":"uint64"},
      {"name":"immediate","kind":"scalar","type":"bool"},
      {"name":"budget","kind":"scalar","type":"uint64"},
      {"name":"deadline_height","kind":"scalar","type":"uint32"},
      {"name":"maturity_height","kind":"scalar","type":"uint32"},
    ],
    "walletrpc.PendingSweepsRequest": [

    ],
    "walletrpc.PendingSweepsResponse": [
      {"name":"pending_sweeps","kind":"message","type":"walletrpc.PendingSweep","label":"repeated"},
    ],
    "walletrpc.BumpFeeRequest": [
      {"name":"outpoint","kind":"message","type":"lnrpc.OutPoint"},
      {"name":"target_conf","kind":"scalar","type":"uint32"},
      {"name":"sat_per_byte","kind":"scalar","type":"uint32"},
      {"name":"force","kind":"scalar","type":"bool"},
      {"name":"sat_per_vbyte","kind":"scalar","type":"uint64"},
      {"name":"immediate","kind":"scalar","type":"bool"},
      {"name":"budget","kind":"scalar","type":"uint64"},
      {"name":"deadline_delta","kind":"scalar","type":"uint32"},
    ],
    "walletrpc.BumpFeeResponse": [
      {"name":"status","kind":"scalar","type":"string"},
    ],
    "walletrpc.BumpForceCloseFeeRequest": [
      {"name":"chan_point","kind":"message","type":"lnrpc.ChannelPoint"},
      {"name":"deadline_delta","kind":"scalar","type":"uint32"},
      {"name":"starting_feerate","kind":"scalar","type":"uint64"},
      {"name":"immediate","kind":"scalar","type":"bool"},
      {"name":"budget","kind":"scalar","type":"uint64"},
      {"name":"target_conf","kind":"scalar","type":"uint32"},
    ],
    "walletrpc.BumpForceCloseFeeResponse": [
      {"name":"status","kind":"scalar","type":"string"},
    ],
    "walletrpc.ListSweepsRequest": [
      {"name":"verbose","kind":"scalar","type":"bool"},
      {"name":"start_height","kind":"scalar","type":"int32"},
    ],
    "walletrpc.ListSweepsResponse": [
      {"name":"transaction_details","kind":"message","type":"lnrpc.TransactionDetails","oneof":"sweeps"},
      {"name":"transaction_ids","kind":"message","type":"walletrpc.ListSweepsResponse.TransactionIDs","oneof":"sweeps"},
    ],
    "walletrpc.ListSweepsResponse.TransactionIDs": [
      {"name":"transaction_ids","kind":"scalar","type":"string","label":"repeated"},
    ],
    "walletrpc.LabelTransactionRequest": [
      {"name":"txid","kind":"scalar","type":"bytes"},
      {"name":"label","kind":"scalar","type":"string"},
      {"name":"overwrite","kind":"scalar","type":"bool"},
    ],
    "walletrpc.LabelTransactionResponse": [
      {"name":"status","kind":"scalar","type":"string"},
    ],
    "walletrpc.FundPsbtRequest": [
      {"name":"psbt","kind":"scalar","type":"bytes","oneof":"template"},
      {"name":"raw","kind":"message","type":"walletrpc.TxTemplate","oneof":"template"},
      {"name":"coin_select","kind":"message","type":"walletrpc.PsbtCoinSelect","oneof":"template"},
      {"name":"target_conf","kind":"scalar","type":"uint32","oneof":"fees"},
      {"name":"sat_per_vbyte","kind":"scalar","type":"uint64","oneof":"fees"},
      {"name":"sat_per_kw","kind":"scalar","type":"uint64","oneof":"fees"},
      {"name":"account","kind":"scalar","type":"string"},
      {"name":"min_confs","kind":"scalar","type":"int32"},
      {"name":"spend_unconfirmed","kind":"scalar","type":"bool"},
      {"name":"change_type","kind":"enum","type":"walletrpc.ChangeAddressType"},
      {"name":"coin_selection_strategy","kind":"enum","type":"lnrpc.CoinSelectionStrategy"},
      {"name":"max_fee_ratio","kind":"scalar","type":"double"},
      {"name":"custom_lock_id","kind":"scalar","type":"bytes"},
      {"name":"lock_expiration_seconds","kind":"scalar","type":"uint64"},
    ],
    "walletrpc.FundPsbtResponse": [
      {"name":"funded_psbt","kind":"scalar","type":"bytes"},
      {"name":"change_output_index","kind":"scalar","type":"int32"},
      {"name":"locked_utxos","kind":"message","type":"walletrpc.UtxoLease","label":"repeated"},
    ],
    "walletrpc.TxTemplate": [
      {"name":"inputs","kind":"message","type":"lnrpc.OutPoint","label":"repeated"},
      {"name":"outputs","kind":"scalar","type":"uint64","label":"map"},
    ],
    "walletrpc.PsbtCoinSelect": [
      {"name":"psbt","kind":"scalar","type":"bytes"},
      {"name":"existing_output_index","kind":"scalar","type":"int32","oneof":"change_output"},
      {"name":"add","kind":"scalar","type":"bool","oneof":"change_output"},
    ],
    "walletrpc.UtxoLease": [
      {"name":"id","kind":"scalar","type":"bytes"},
      {"name":"outpoint","kind":"message","type":"lnrpc.OutPoint"},
      {"name":"expiration","kind":"scalar","type":"uint64"},
      {"name":"pk_script","kind":"scalar","type":"bytes"},
      {"name":"value","kind":"scalar","type":"uint64"},
    ],
    "walletrpc.SignPsbtRequest": [
      {"name":"funded_psbt","kind":"scalar","type":"bytes"},
    ],
    "walletrpc.SignPsbtResponse": [
      {"name":"signed_psbt","kind":"scalar","type":"bytes"},
      {"name":"signed_inputs","kind":"scalar","type":"uint32","label":"repeated"},
    ],
    "walletrpc.FinalizePsbtRequest": [
      {"name":"funded_psbt","kind":"scalar","type":"bytes"},
      {"name":"account","kind":"scalar","type":"string"},
    ],
    "walletrpc.FinalizePsbtResponse": [
      {"name":"signed_psbt","kind":"scalar","type":"bytes"},
      {"name":"raw_final_tx","kind":"scalar","type":"bytes"},
    ],
    "walletrpc.ListLeasesRequest": [

    ],
    "walletrpc.ListLeasesResponse": [
      {"name":"locked_utxos","kind":"message","type":"walletrpc.UtxoLease","label":"repeated"},
    ],
    "watchtowerrpc.GetInfoRequest": [

    ],
    "watchtowerrpc.GetInfoResponse": [
      {"name":"pubkey","kind":"scalar","type":"bytes"},
      {"name":"listeners","kind":"scalar","type":"string","label":"repeated"},
      {"name":"uris","kind":"scalar","type":"string","label":"repeated"},
    ],
    "wtclientrpc.AddTowerRequest": [
      {"name":"pubkey","kind":"scalar","type":"bytes"},
      {"name":"address","kind":"scalar","type":"string"},
    ],
    "wtclientrpc.AddTowerResponse": [

    ],
    "wtclientrpc.RemoveTowerRequest": [
      {"name":"pubkey","kind":"scalar","type":"bytes"},
      {"name":"address","kind":"scalar","type":"string"},
    ],
    "wtclientrpc.RemoveTowerResponse": [

    ],
    "wtclientrpc.DeactivateTowerRequest": [
      {"name":"pubkey","kind":"scalar","type":"bytes"},
    ],
    "wtclientrpc.DeactivateTowerResponse": [
      {"name":"status","kind":"scalar","type":"string"},
    ],
    "wtclientrpc.TerminateSessionRequest": [
      {"name":"session_id","kind":"scalar","type":"bytes"},
    ],
    "wtclientrpc.TerminateSessionResponse": [
      {"name":"status","kind":"scalar","type":"string"},
    ],
    "wtclientrpc.GetTowerInfoRequest": [
      {"name":"pubkey","kind":"scalar","type":"bytes"},
      {"name":"include_sessions","kind":"scalar","type":"bool"},
      {"name":"exclude_exhausted_sessions","kind":"scalar","type":"bool"},
    ],
    "wtclientrpc.TowerSession": [
      {"name":"num_backups","kind":"scalar","type":"uint32"},
      {"name":"num_pending_backups","kind":"scalar","type":"uint32"},
      {"name":"max_backups","kind":"scalar","type":"uint32"},
      {"name":"sweep_sat_per_byte","kind":"scalar","type":"uint32"},
      {"name":"sweep_sat_per_vbyte","kind":"scalar","type":"uint32"},
      {"name":"id","kind":"scalar","type":"bytes"},
    ],
    "wtclientrpc.Tower": [
      {"name":"pubkey","kind":"scalar","type":"bytes"},
      {"name":"addresses","kind":"scalar","type":"string","label":"repeated"},
      {"name":"active_session_candidate","kind":"scalar","type":"bool"},
      {"name":"num_sessions","kind":"scalar","type":"uint32"},
      {"name":"sessions","kind":"message","type":"wtclientrpc.TowerSession","label":"repeated"},
      {"name":"session_info","kind":"message","type":"wtclientrpc.TowerSessionInfo","label":"repeated"},
    ],
    "wtclientrpc.TowerSessionInfo": [
      {"name":"active_session_candidate","kind":"scalar","type":"bool"},
      {"name":"num_sessions","kind":"scalar","type":"uint32"},
      {"name":"sessions","kind":"message","type":"wtclientrpc.TowerSession","label":"repeated"},
      {"name":"policy_type","kind":"enum","type":"wtclientrpc.PolicyType"},
    ],
    "wtclientrpc.ListTowersRequest": [
      {"name":"include_sessions","kind":"scalar","type":"bool"},
      {"name":"exclude_exhausted_sessions","kind":"scalar","type":"bool"},
    ],
    "wtclientrpc.ListTowersResponse": [
      {"name":"towers","kind":"message","type":"wtclientrpc.Tower","label":"repeated"},
    ],
    "wtclientrpc.StatsRequest": [

    ],
    "wtclientrpc.StatsResponse": [
      {"name":"num_backups","kind":"scalar","type":"uint32"},
      {"name":"num_pending_backups","kind":"scalar","type":"uint32"},
      {"name":"num_failed_backups","kind":"scalar","type":"uint32"},
      {"name":"num_sessions_acquired","kind":"scalar","type":"uint32"},
      {"name":"num_sessions_exhausted","kind":"scalar","type":"uint32"},
    ],
    "wtclientrpc.PolicyRequest": [
      {"name":"policy_type","kind":"enum","type":"wtclientrpc.PolicyType"},
    ],
    "wtclientrpc.PolicyResponse": [
      {"name":"max_updates","kind":"scalar","type":"uint32"},
      {"name":"sweep_sat_per_byte","kind":"scalar","type":"uint32"},
      {"name":"sweep_sat_per_vbyte","kind":"scalar","type":"uint32"},
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
    "lnrpc.State": {
      SubscribeState: ["lnrpc.SubscribeStateRequest", "lnrpc.SubscribeStateResponse"],
      GetState: ["lnrpc.GetStateRequest", "lnrpc.GetStateResponse"],
    },
    "lnrpc.WalletUnlocker": {
      GenSeed: ["lnrpc.GenSeedRequest", "lnrpc.GenSeedResponse"],
      InitWallet: ["lnrpc.InitWalletRequest", "lnrpc.InitWalletResponse"],
      UnlockWallet: ["lnrpc.UnlockWalletRequest", "lnrpc.UnlockWalletResponse"],
      ChangePassword: ["lnrpc.ChangePasswordRequest", "lnrpc.ChangePasswordResponse"],
    },
    "lnrpc.Lightning": {
      WalletBalance: ["lnrpc.WalletBalanceRequest", "lnrpc.WalletBalanceResponse"],
      ChannelBalance: ["lnrpc.ChannelBalanceRequest", "lnrpc.ChannelBalanceResponse"],
      GetTransactions: ["lnrpc.GetTransactionsRequest", "lnrpc.TransactionDetails"],
      EstimateFee: ["lnrpc.EstimateFeeRequest", "lnrpc.EstimateFeeResponse"],
      SendCoins: ["lnrpc.SendCoinsRequest", "lnrpc.SendCoinsResponse"],
      ListUnspent: ["lnrpc.ListUnspentRequest", "lnrpc.ListUnspentResponse"],
      SubscribeTransactions: ["lnrpc.GetTransactionsRequest", "lnrpc.Transaction"],
      SendMany: ["lnrpc.SendManyRequest", "lnrpc.SendManyResponse"],
      NewAddress: ["lnrpc.NewAddressRequest", "lnrpc.NewAddressResponse"],
      SignMessage: ["lnrpc.SignMessageRequest", "lnrpc.SignMessageResponse"],
      VerifyMessage: ["lnrpc.VerifyMessageRequest", "lnrpc.VerifyMessageResponse"],
      ConnectPeer: ["lnrpc.ConnectPeerRequest", "lnrpc.ConnectPeerResponse"],
      DisconnectPeer: ["lnrpc.DisconnectPeerRequest", "lnrpc.DisconnectPeerResponse"],
      ListPeers: ["lnrpc.ListPeersRequest", "lnrpc.ListPeersResponse"],
      SubscribePeerEvents: ["lnrpc.PeerEventSubscription", "lnrpc.PeerEvent"],
      GetInfo: ["lnrpc.GetInfoRequest", "lnrpc.GetInfoResponse"],
      GetDebugInfo: ["lnrpc.GetDebugInfoRequest", "lnrpc.GetDebugInfoResponse"],
      GetRecoveryInfo: ["lnrpc.GetRecoveryInfoRequest", "lnrpc.GetRecoveryInfoResponse"],
      PendingChannels: ["lnrpc.PendingChannelsRequest", "lnrpc.PendingChannelsResponse"],
      ListChannels: ["lnrpc.ListChannelsRequest", "lnrpc.ListChannelsResponse"],
      SubscribeChannelEvents: ["lnrpc.ChannelEventSubscription", "lnrpc.ChannelEventUpdate"],
      ClosedChannels: ["lnrpc.ClosedChannelsRequest", "lnrpc.ClosedChannelsResponse"],
      OpenChannelSync: ["lnrpc.OpenChannelRequest", "lnrpc.ChannelPoint"],
      OpenChannel: ["lnrpc.OpenChannelRequest", "lnrpc.OpenStatusUpdate"],
      BatchOpenChannel: ["lnrpc.BatchOpenChannelRequest", "lnrpc.BatchOpenChannelResponse"],
      FundingStateStep: ["lnrpc.FundingTransitionMsg", "lnrpc.FundingStateStepResp"],
      ChannelAcceptor: ["lnrpc.ChannelAcceptResponse", "lnrpc.ChannelAcceptRequest"],
      CloseChannel: ["lnrpc.CloseChannelRequest", "lnrpc.CloseStatusUpdate"],
      AbandonChannel: ["lnrpc.AbandonChannelRequest", "lnrpc.AbandonChannelResponse"],
      AddInvoice: ["lnrpc.Invoice", "lnrpc.AddInvoiceResponse"],
      ListInvoices: ["lnrpc.ListInvoiceRequest", "lnrpc.ListInvoiceResponse"],
      LookupInvoice: ["lnrpc.PaymentHash", "lnrpc.Invoice"],
      SubscribeInvoices: ["lnrpc.InvoiceSubscription", "lnrpc.Invoice"],
      DeleteCanceledInvoice: ["lnrpc.DelCanceledInvoiceReq", "lnrpc.DelCanceledInvoiceResp"],
      DecodePayReq: ["lnrpc.PayReqString", "lnrpc.PayReq"],
      ListPayments: ["lnrpc.ListPaymentsRequest", "lnrpc.ListPaymentsResponse"],
      DeletePayment: ["lnrpc.DeletePaymentRequest", "lnrpc.DeletePaymentResponse"],
      DeleteAllPayments: ["lnrpc.DeleteAllPaymentsRequest", "lnrpc.DeleteAllPaymentsResponse"],
      DescribeGraph: ["lnrpc.ChannelGraphRequest", "lnrpc.ChannelGraph"],
      GetNodeMetrics: ["lnrpc.NodeMetricsRequest", "lnrpc.NodeMetricsResponse"],
      GetChanInfo: ["lnrpc.ChanInfoRequest", "lnrpc.ChannelEdge"],
      GetNodeInfo: ["lnrpc.NodeInfoRequest", "lnrpc.NodeInfo"],
      QueryRoutes: ["lnrpc.QueryRoutesRequest", "lnrpc.QueryRoutesResponse"],
      GetNetworkInfo: ["lnrpc.NetworkInfoRequest", "lnrpc.NetworkInfo"],
      StopDaemon: ["lnrpc.StopRequest", "lnrpc.StopResponse"],
      SubscribeChannelGraph: ["lnrpc.GraphTopologySubscription", "lnrpc.GraphTopologyUpdate"],
      DebugLevel: ["lnrpc.DebugLevelRequest", "lnrpc.DebugLevelResponse"],
      FeeReport: ["lnrpc.FeeReportRequest", "lnrpc.FeeReportResponse"],
      UpdateChannelPolicy: ["lnrpc.PolicyUpdateRequest", "lnrpc.PolicyUpdateResponse"],
      ForwardingHistory: ["lnrpc.ForwardingHistoryRequest", "lnrpc.ForwardingHistoryResponse"],
      ExportChannelBackup: ["lnrpc.ExportChannelBackupRequest", "lnrpc.ChannelBackup"],
      ExportAllChannelBackups: ["lnrpc.ChanBackupExportRequest", "lnrpc.ChanBackupSnapshot"],
      VerifyChanBackup: ["lnrpc.ChanBackupSnapshot", "lnrpc.VerifyChanBackupResponse"],
      RestoreChannelBackups: ["lnrpc.RestoreChanBackupRequest", "lnrpc.RestoreBackupResponse"],
      SubscribeChannelBackups: ["lnrpc.ChannelBackupSubscription", "lnrpc.ChanBackupSnapshot"],
      BakeMacaroon: ["lnrpc.BakeMacaroonRequest", "lnrpc.BakeMacaroonResponse"],
      ListMacaroonIDs: ["lnrpc.ListMacaroonIDsRequest", "lnrpc.ListMacaroonIDsResponse"],
      DeleteMacaroonID: ["lnrpc.DeleteMacaroonIDRequest", "lnrpc.DeleteMacaroonIDResponse"],
      ListPermissions: ["lnrpc.ListPermissionsRequest", "lnrpc.ListPermissionsResponse"],
      CheckMacaroonPermissions: ["lnrpc.CheckMacPermRequest", "lnrpc.CheckMacPermResponse"],
      RegisterRPCMiddleware: ["lnrpc.RPCMiddlewareResponse", "lnrpc.RPCMiddlewareRequest"],
      SendCustomMessage: ["lnrpc.SendCustomMessageRequest", "lnrpc.SendCustomMessageResponse"],
      SubscribeCustomMessages: ["lnrpc.SubscribeCustomMessagesRequest", "lnrpc.CustomMessage"],
      SendOnionMessage: ["lnrpc.SendOnionMessageRequest", "lnrpc.SendOnionMessageResponse"],
      SubscribeOnionMessages: ["lnrpc.SubscribeOnionMessagesRequest", "lnrpc.OnionMessageUpdate"],
      ListAliases: ["lnrpc.ListAliasesRequest", "lnrpc.ListAliasesResponse"],
      LookupHtlcResolution: ["lnrpc.LookupHtlcResolutionRequest", "lnrpc.LookupHtlcResolutionResponse"],
    },
    "verrpc.Versioner": {
      GetVersion: ["verrpc.VersionRequest", "verrpc.Version"],
    },
    "autopilotrpc.Autopilot": {
      Status: ["autopilotrpc.StatusRequest", "autopilotrpc.StatusResponse"],
      ModifyStatus: ["autopilotrpc.ModifyStatusRequest", "autopilotrpc.ModifyStatusResponse"],
      QueryScores: ["autopilotrpc.QueryScoresRequest", "autopilotrpc.QueryScoresResponse"],
      SetScores: ["autopilotrpc.SetScoresRequest", "autopilotrpc.SetScoresResponse"],
    },
    "chainrpc.ChainKit": {
      GetBlock: ["chainrpc.GetBlockRequest", "chainrpc.GetBlockResponse"],
      GetBlockHeader: ["chainrpc.GetBlockHeaderRequest", "chainrpc.GetBlockHeaderResponse"],
      GetBestBlock: ["chainrpc.GetBestBlockRequest", "chainrpc.GetBestBlockResponse"],
      GetBlockHash: ["chainrpc.GetBlockHashRequest", "chainrpc.GetBlockHashResponse"],
    },
    "chainrpc.ChainNotifier": {
      RegisterConfirmationsNtfn: ["chainrpc.ConfRequest", "chainrpc.ConfEvent"],
      RegisterSpendNtfn: ["chainrpc.SpendRequest", "chainrpc.SpendEvent"],
      RegisterBlockEpochNtfn: ["chainrpc.BlockEpoch", "chainrpc.BlockEpoch"],
    },
    "invoicesrpc.Invoices": {
      SubscribeSingleInvoice: ["invoicesrpc.SubscribeSingleInvoiceRequest", "lnrpc.Invoice"],
      CancelInvoice: ["invoicesrpc.CancelInvoiceMsg", "invoicesrpc.CancelInvoiceResp"],
      AddHoldInvoice: ["invoicesrpc.AddHoldInvoiceRequest", "invoicesrpc.AddHoldInvoiceResp"],
      SettleInvoice: ["invoicesrpc.SettleInvoiceMsg", "invoicesrpc.SettleInvoiceResp"],
      LookupInvoiceV2: ["invoicesrpc.LookupInvoiceMsg", "lnrpc.Invoice"],
      HtlcModifier: ["invoicesrpc.HtlcModifyResponse", "invoicesrpc.HtlcModifyRequest"],
    },
    "neutrinorpc.NeutrinoKit": {
      Status: ["neutrinorpc.StatusRequest", "neutrinorpc.StatusResponse"],
      AddPeer: ["neutrinorpc.AddPeerRequest", "neutrinorpc.AddPeerResponse"],
      DisconnectPeer: ["neutrinorpc.DisconnectPeerRequest", "neutrinorpc.DisconnectPeerResponse"],
      IsBanned: ["neutrinorpc.IsBannedRequest", "neutrinorpc.IsBannedResponse"],
      GetBlockHeader: ["neutrinorpc.GetBlockHeaderRequest", "neutrinorpc.GetBlockHeaderResponse"],
      GetBlock: ["neutrinorpc.GetBlockRequest", "neutrinorpc.GetBlockResponse"],
      GetCFilter: ["neutrinorpc.GetCFilterRequest", "neutrinorpc.GetCFilterResponse"],
      GetBlockHash: ["neutrinorpc.GetBlockHashRequest", "neutrinorpc.GetBlockHashResponse"],
    },
    "peersrpc.Peers": {
      UpdateNodeAnnouncement: ["peersrpc.NodeAnnouncementUpdateRequest", "peersrpc.NodeAnnouncementUpdateResponse"],
    },
    "routerrpc.Router": {
      SendPaymentV2: ["routerrpc.SendPaymentRequest", "lnrpc.Payment"],
      TrackPaymentV2: ["routerrpc.TrackPaymentRequest", "lnrpc.Payment"],
      TrackPayments: ["routerrpc.TrackPaymentsRequest", "lnrpc.Payment"],
      EstimateRouteFee: ["routerrpc.RouteFeeRequest", "routerrpc.RouteFeeResponse"],
      SendToRouteV2: ["routerrpc.SendToRouteRequest", "lnrpc.HTLCAttempt"],
      ResetMissionControl: ["routerrpc.ResetMissionControlRequest", "routerrpc.ResetMissionControlResponse"],
      QueryMissionControl: ["routerrpc.QueryMissionControlRequest", "routerrpc.QueryMissionControlResponse"],
      XImportMissionControl: ["routerrpc.XImportMissionControlRequest", "routerrpc.XImportMissionControlResponse"],
      GetMissionControlConfig: ["routerrpc.GetMissionControlConfigRequest", "routerrpc.GetMissionControlConfigResponse"],
      SetMissionControlConfig: ["routerrpc.SetMissionControlConfigRequest", "routerrpc.SetMissionControlConfigResponse"],
      QueryProbability: ["routerrpc.QueryProbabilityRequest", "routerrpc.QueryProbabilityResponse"],
      BuildRoute: ["routerrpc.BuildRouteRequest", "routerrpc.BuildRouteResponse"],
      SubscribeHtlcEvents: ["routerrpc.SubscribeHtlcEventsRequest", "routerrpc.HtlcEvent"],
      HtlcInterceptor: ["routerrpc.ForwardHtlcInterceptResponse", "routerrpc.ForwardHtlcInterceptRequest"],
      UpdateChanStatus: ["routerrpc.UpdateChanStatusRequest", "routerrpc.UpdateChanStatusResponse"],
      XAddLocalChanAliases: ["routerrpc.AddAliasesRequest", "routerrpc.AddAliasesResponse"],
      XDeleteLocalChanAliases: ["routerrpc.DeleteAliasesRequest", "routerrpc.DeleteAliasesResponse"],
      XFindBaseLocalChanAlias: ["routerrpc.FindBaseAliasRequest", "routerrpc.FindBaseAliasResponse"],
      DeleteForwardingHistory: ["routerrpc.DeleteForwardingHistoryRequest", "routerrpc.DeleteForwardingHistoryResponse"],
    },
    "signrpc.Signer": {
      SignOutputRaw: ["signrpc.SignReq", "signrpc.SignResp"],
      ComputeInputScript: ["signrpc.SignReq", "signrpc.InputScriptResp"],
      SignMessage: ["signrpc.SignMessageReq", "signrpc.SignMessageResp"],
      VerifyMessage: ["signrpc.VerifyMessageReq", "signrpc.VerifyMessageResp"],
      DeriveSharedKey: ["signrpc.SharedKeyRequest", "signrpc.SharedKeyResponse"],
      MuSig2CombineKeys: ["signrpc.MuSig2CombineKeysRequest", "signrpc.MuSig2CombineKeysResponse"],
      MuSig2CreateSession: ["signrpc.MuSig2SessionRequest", "signrpc.MuSig2SessionResponse"],
      MuSig2RegisterNonces: ["signrpc.MuSig2RegisterNoncesRequest", "signrpc.MuSig2RegisterNoncesResponse"],
      MuSig2RegisterCombinedNonce: ["signrpc.MuSig2RegisterCombinedNonceRequest", "signrpc.MuSig2RegisterCombinedNonceResponse"],
      MuSig2GetCombinedNonce: ["signrpc.MuSig2GetCombinedNonceRequest", "signrpc.MuSig2GetCombinedNonceResponse"],
      MuSig2Sign: ["signrpc.MuSig2SignRequest", "signrpc.MuSig2SignResponse"],
      MuSig2CombineSig: ["signrpc.MuSig2CombineSigRequest", "signrpc.MuSig2CombineSigResponse"],
      MuSig2Cleanup: ["signrpc.MuSig2CleanupRequest", "signrpc.MuSig2CleanupResponse"],
    },
    "walletrpc.WalletKit": {
      ListUnspent: ["walletrpc.ListUnspentRequest", "walletrpc.ListUnspentResponse"],
      LeaseOutput: ["walletrpc.LeaseOutputRequest", "walletrpc.LeaseOutputResponse"],
      ReleaseOutput: ["walletrpc.ReleaseOutputRequest", "walletrpc.ReleaseOutputResponse"],
      ListLeases: ["walletrpc.ListLeasesRequest", "walletrpc.ListLeasesResponse"],
      DeriveNextKey: ["walletrpc.KeyReq", "signrpc.KeyDescriptor"],
      DeriveKey: ["signrpc.KeyLocator", "signrpc.KeyDescriptor"],
      NextAddr: ["walletrpc.AddrRequest", "walletrpc.AddrResponse"],
      GetTransaction: ["walletrpc.GetTransactionRequest", "lnrpc.Transaction"],
      ListAccounts: ["walletrpc.ListAccountsRequest", "walletrpc.ListAccountsResponse"],
      RequiredReserve: ["walletrpc.RequiredReserveRequest", "walletrpc.RequiredReserveResponse"],
      ListAddresses: ["walletrpc.ListAddressesRequest", "walletrpc.ListAddressesResponse"],
      SignMessageWithAddr: ["walletrpc.SignMessageWithAddrRequest", "walletrpc.SignMessageWithAddrResponse"],
      VerifyMessageWithAddr: ["walletrpc.VerifyMessageWithAddrRequest", "walletrpc.VerifyMessageWithAddrResponse"],
      ImportAccount: ["walletrpc.ImportAccountRequest", "walletrpc.ImportAccountResponse"],
      ImportPublicKey: ["walletrpc.ImportPublicKeyRequest", "walletrpc.ImportPublicKeyResponse"],
      ImportTapscript: ["walletrpc.ImportTapscriptRequest", "walletrpc.ImportTapscriptResponse"],
      PublishTransaction: ["walletrpc.Transaction", "walletrpc.PublishResponse"],
      RemoveTransaction: ["walletrpc.GetTransactionRequest", "walletrpc.RemoveTransactionResponse"],
      SendOutputs: ["walletrpc.SendOutputsRequest", "walletrpc.SendOutputsResponse"],
      EstimateFee: ["walletrpc.EstimateFeeRequest", "walletrpc.EstimateFeeResponse"],
      PendingSweeps: ["walletrpc.PendingSweepsRequest", "walletrpc.PendingSweepsResponse"],
      BumpFee: ["walletrpc.BumpFeeRequest", "walletrpc.BumpFeeResponse"],
      BumpForceCloseFee: ["walletrpc.BumpForceCloseFeeRequest", "walletrpc.BumpForceCloseFeeResponse"],
      ListSweeps: ["walletrpc.ListSweepsRequest", "walletrpc.ListSweepsResponse"],
      LabelTransaction: ["walletrpc.LabelTransactionRequest", "walletrpc.LabelTransactionResponse"],
      FundPsbt: ["walletrpc.FundPsbtRequest", "walletrpc.FundPsbtResponse"],
      SignPsbt: ["walletrpc.SignPsbtRequest", "walletrpc.SignPsbtResponse"],
      FinalizePsbt: ["walletrpc.FinalizePsbtRequest", "walletrpc.FinalizePsbtResponse"],
    },
    "watchtowerrpc.Watchtower": {
      GetInfo: ["watchtowerrpc.GetInfoRequest", "watchtowerrpc.GetInfoResponse"],
    },
    "wtclientrpc.WatchtowerClient": {
      AddTower: ["wtclientrpc.AddTowerRequest", "wtclientrpc.AddTowerResponse"],
      RemoveTower: ["wtclientrpc.RemoveTowerRequest", "wtclientrpc.RemoveTowerResponse"],
      DeactivateTower: ["wtclientrpc.DeactivateTowerRequest", "wtclientrpc.DeactivateTowerResponse"],
      TerminateSession: ["wtclientrpc.TerminateSessionRequest", "wtclientrpc.TerminateSessionResponse"],
      ListTowers: ["wtclientrpc.ListTowersRequest", "wtclientrpc.ListTowersResponse"],
      GetTowerInfo: ["wtclientrpc.GetTowerInfoRequest", "wtclientrpc.Tower"],
      Stats: ["wtclientrpc.StatsRequest", "wtclientrpc.StatsResponse"],
      Policy: ["wtclientrpc.PolicyRequest", "wtclientrpc.PolicyResponse"],
    },
  },
};
