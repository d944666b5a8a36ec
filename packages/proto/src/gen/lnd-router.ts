// Written by `npm run gen` from protos/; do not edit.

import type * as lnd from "./lnd.ts";

export type MissionControlConfig_ProbabilityModel = "APRIORI" | "BIMODAL";

export type HtlcEvent_EventType = "UNKNOWN" | "SEND" | "RECEIVE" | "FORWARD";

export type FailureDetail = "UNKNOWN" | "NO_DETAIL" | "ONION_DECODE" | "LINK_NOT_ELIGIBLE" | "ON_CHAIN_TIMEOUT" | "HTLC_EXCEEDS_MAX" | "INSUFFICIENT_BALANCE" | "INCOMPLETE_FORWARD" | "HTLC_ADD_FAILED" | "FORWARDS_DISABLED" | "INVOICE_CANCELED" | "INVOICE_UNDERPAID" | "INVOICE_EXPIRY_TOO_SOON" | "INVOICE_NOT_OPEN" | "MPP_INVOICE_TIMEOUT" | "ADDRESS_MISMATCH" | "SET_TOTAL_MISMATCH" | "SET_TOTAL_TOO_LOW" | "SET_OVERPAID" | "UNKNOWN_INVOICE" | "INVALID_KEYSEND" | "MPP_IN_PROGRESS" | "CIRCULAR_ROUTE" | "INVOICE_ALREADY_SETTLED" | "HTLC_INVOICE_TYPE_MISMATCH" | "AMP_ERROR" | "AMP_RECONSTRUCTION" | "EXTERNAL_VALIDATION_FAILED";

export type ResolveHoldForwardAction = "SETTLE" | "FAIL" | "RESUME" | "RESUME_MODIFIED";

export type ChanStatusAction = "ENABLE" | "DISABLE" | "AUTO";

export interface SendPaymentRequest {
  dest: Buffer;
  amt: string;
  payment_hash: Buffer;
  final_cltv_delta: number;
  payment_request: string;
  timeout_seconds: number;
  fee_limit_sat: string;
  cltv_limit: number;
  route_hints: lnd.RouteHint[];
  dest_custom_records: Record<string, Buffer>;
  amt_msat: string;
  fee_limit_msat: string;
  last_hop_pubkey: Buffer;
  allow_self_payment: boolean;
  dest_features: lnd.FeatureBit[];
  max_parts: number;
  no_inflight_updates: boolean;
  outgoing_chan_ids: string[];
  payment_addr: Buffer;
  max_shard_size_msat: string;
  amp: boolean;
  time_pref: number;
  cancelable: boolean;
  first_hop_custom_records: Record<string, Buffer>;
}
export interface SendPaymentRequestInput {
  dest?: Uint8Array | undefined;
  amt?: string | number | undefined;
  payment_hash?: Uint8Array | undefined;
  final_cltv_delta?: number | undefined;
  payment_request?: string | undefined;
  timeout_seconds?: number | undefined;
  fee_limit_sat?: string | number | undefined;
  cltv_limit?: number | undefined;
  route_hints?: readonly lnd.RouteHintInput[] | undefined;
  dest_custom_records?: Record<string, Uint8Array> | undefined;
  amt_msat?: string | number | undefined;
  fee_limit_msat?: string | number | undefined;
  last_hop_pubkey?: Uint8Array | undefined;
  allow_self_payment?: boolean | undefined;
  dest_features?: readonly lnd.FeatureBit[] | undefined;
  max_parts?: number | undefined;
  no_inflight_updates?: boolean | undefined;
  outgoing_chan_ids?: readonly (string | number)[] | undefined;
  payment_addr?: Uint8Array | undefined;
  max_shard_size_msat?: string | number | undefined;
  amp?: boolean | undefined;
  time_pref?: number | undefined;
  cancelable?: boolean | undefined;
  first_hop_custom_records?: Record<string, Uint8Array> | undefined;
}

export interface TrackPaymentRequest {
  payment_hash: Buffer;
  no_inflight_updates: boolean;
}
export interface TrackPaymentRequestInput {
  payment_hash?: Uint8Array | undefined;
  no_inflight_updates?: boolean | undefined;
}

export interface TrackPaymentsRequest {
  no_inflight_updates: boolean;
}
export interface TrackPaymentsRequestInput {
  no_inflight_updates?: boolean | undefined;
}

export interface RouteFeeRequest {
  dest: Buffer;
  amt_sat: string;
  payment_request: string;
  timeout: number;
}
export interface RouteFeeRequestInput {
  dest?: Uint8Array | undefined;
  amt_sat?: string | number | undefined;
  payment_request?: string | undefined;
  timeout?: number | undefined;
}

export interface RouteFeeResponse {
  routing_fee_msat: string;
  time_lock_delay: string;
  failure_reason: lnd.PaymentFailureReason;
}
export interface RouteFeeResponseInput {
  routing_fee_msat?: string | number | undefined;
  time_lock_delay?: string | number | undefined;
  failure_reason?: lnd.PaymentFailureReason | undefined;
}

export interface SendToRouteRequest {
  payment_hash: Buffer;
  route: lnd.Route | null;
  skip_temp_err: boolean;
  first_hop_custom_records: Record<string, Buffer>;
}
export interface SendToRouteRequestInput {
  payment_hash?: Uint8Array | undefined;
  route?: lnd.RouteInput | undefined;
  skip_temp_err?: boolean | undefined;
  first_hop_custom_records?: Record<string, Uint8Array> | undefined;
}

export interface ResetMissionControlRequest {

}
export interface ResetMissionControlRequestInput {

}

export interface ResetMissionControlResponse {

}
export interface ResetMissionControlResponseInput {

}

export interface QueryMissionControlRequest {

}
export interface QueryMissionControlRequestInput {

}

export interface QueryMissionControlResponse {
  pairs: PairHistory[];
}
export interface QueryMissionControlResponseInput {
  pairs?: readonly PairHistoryInput[] | undefined;
}

export interface XImportMissionControlRequest {
  pairs: PairHistory[];
  force: boolean;
}
export interface XImportMissionControlRequestInput {
  pairs?: readonly PairHistoryInput[] | undefined;
  force?: boolean | undefined;
}

export interface XImportMissionControlResponse {

}
export interface XImportMissionControlResponseInput {

}

export interface PairHistory {
  node_from: Buffer;
  node_to: Buffer;
  history: PairData | null;
}
export interface PairHistoryInput {
  node_from?: Uint8Array | undefined;
  node_to?: Uint8Array | undefined;
  history?: PairDataInput | undefined;
}

export interface PairData {
  fail_time: string;
  fail_amt_sat: string;
  fail_amt_msat: string;
  success_time: string;
  success_amt_sat: string;
  success_amt_msat: string;
}
export interface PairDataInput {
  fail_time?: string | number | undefined;
  fail_amt_sat?: string | number | undefined;
  fail_amt_msat?: string | number | undefined;
  success_time?: string | number | undefined;
  success_amt_sat?: string | number | undefined;
  success_amt_msat?: string | number | undefined;
}

export interface GetMissionControlConfigRequest {

}
export interface GetMissionControlConfigRequestInput {

}

export interface GetMissionControlConfigResponse {
  config: MissionControlConfig | null;
}
export interface GetMissionControlConfigResponseInput {
  config?: MissionControlConfigInput | undefined;
}

export interface SetMissionControlConfigRequest {
  config: MissionControlConfig | null;
}
export interface SetMissionControlConfigRequestInput {
  config?: MissionControlConfigInput | undefined;
}

export interface SetMissionControlConfigResponse {

}
export interface SetMissionControlConfigResponseInput {

}

export interface MissionControlConfig {
  half_life_seconds: string;
  hop_probability: number;
  weight: number;
  maximum_payment_results: number;
  minimum_failure_relax_interval: string;
  model: MissionControlConfig_ProbabilityModel;
  apriori?: AprioriParameters;
  bimodal?: BimodalParameters;
  /** Which of the oneof's fields is set. */
  EstimatorConfig?: "apriori" | "bimodal";
}
export interface MissionControlConfigInput {
  half_life_seconds?: string | number | undefined;
  hop_probability?: number | undefined;
  weight?: number | undefined;
  maximum_payment_results?: number | undefined;
  minimum_failure_relax_interval?: string | number | undefined;
  model?: MissionControlConfig_ProbabilityModel | undefined;
  apriori?: AprioriParametersInput | undefined;
  bimodal?: BimodalParametersInput | undefined;
}

export interface BimodalParameters {
  node_weight: number;
  scale_msat: string;
  decay_time: string;
}
export interface BimodalParametersInput {
  node_weight?: number | undefined;
  scale_msat?: string | number | undefined;
  decay_time?: string | number | undefined;
}

export interface AprioriParameters {
  half_life_seconds: string;
  hop_probability: number;
  weight: number;
  capacity_fraction: number;
}
export interface AprioriParametersInput {
  half_life_seconds?: string | number | undefined;
  hop_probability?: number | undefined;
  weight?: number | undefined;
  capacity_fraction?: number | undefined;
}

export interface QueryProbabilityRequest {
  from_node: Buffer;
  to_node: Buffer;
  amt_msat: string;
}
export interface QueryProbabilityRequestInput {
  from_node?: Uint8Array | undefined;
  to_node?: Uint8Array | undefined;
  amt_msat?: string | number | undefined;
}

export interface QueryProbabilityResponse {
  probability: number;
  history: PairData | null;
}
export interface QueryProbabilityResponseInput {
  probability?: number | undefined;
  history?: PairDataInput | undefined;
}

export interface BuildRouteRequest {
  amt_msat: string;
  final_cltv_delta: number;
  outgoing_chan_id: string;
  hop_pubkeys: Buffer[];
  payment_addr: Buffer;
  first_hop_custom_records: Record<string, Buffer>;
}
export interface BuildRouteRequestInput {
  amt_msat?: string | number | undefined;
  final_cltv_delta?: number | undefined;
  outgoing_chan_id?: string | number | undefined;
  hop_pubkeys?: readonly Uint8Array[] | undefined;
  payment_addr?: Uint8Array | undefined;
  first_hop_custom_records?: Record<string, Uint8Array> | undefined;
}

export interface BuildRouteResponse {
  route: lnd.Route | null;
}
export interface BuildRouteResponseInput {
  route?: lnd.RouteInput | undefined;
}

export interface SubscribeHtlcEventsRequest {

}
export interface SubscribeHtlcEventsRequestInput {

}

export interface HtlcEvent {
  incoming_channel_id: string;
  outgoing_channel_id: string;
  incoming_htlc_id: string;
  outgoing_htlc_id: string;
  timestamp_ns: string;
  event_type: HtlcEvent_EventType;
  forward_event?: ForwardEvent;
  forward_fail_event?: ForwardFailEvent;
  settle_event?: SettleEvent;
  link_fail_event?: LinkFailEvent;
  subscribed_event?: SubscribedEvent;
  final_htlc_event?: FinalHtlcEvent;
  /** Which of the oneof's fields is set. */
  event?: "forward_event" | "forward_fail_event" | "settle_event" | "link_fail_event" | "subscribed_event" | "final_htlc_event";
}
export interface HtlcEventInput {
  incoming_channel_id?: string | number | undefined;
  outgoing_channel_id?: string | number | undefined;
  incoming_htlc_id?: string | number | undefined;
  outgoing_htlc_id?: string | number | undefined;
  timestamp_ns?: string | number | undefined;
  event_type?: HtlcEvent_EventType | undefined;
  forward_event?: ForwardEventInput | undefined;
  forward_fail_event?: ForwardFailEventInput | undefined;
  settle_event?: SettleEventInput | undefined;
  link_fail_event?: LinkFailEventInput | undefined;
  subscribed_event?: SubscribedEventInput | undefined;
  final_htlc_event?: FinalHtlcEventInput | undefined;
}

export interface HtlcInfo {
  incoming_timelock: number;
  outgoing_timelock: number;
  incoming_amt_msat: string;
  outgoing_amt_msat: string;
}
export interface HtlcInfoInput {
  incoming_timelock?: number | undefined;
  outgoing_timelock?: number | undefined;
  incoming_amt_msat?: string | number | undefined;
  outgoing_amt_msat?: string | number | undefined;
}

export interface ForwardEvent {
  info: HtlcInfo | null;
}
export interface ForwardEventInput {
  info?: HtlcInfoInput | undefined;
}

export interface ForwardFailEvent {

}
export interface ForwardFailEventInput {

}

export interface SettleEvent {
  preimage: Buffer;
}
export interface SettleEventInput {
  preimage?: Uint8Array | undefined;
}

export interface FinalHtlcEvent {
  settled: boolean;
  offchain: boolean;
}
export interface FinalHtlcEventInput {
  settled?: boolean | undefined;
  offchain?: boolean | undefined;
}

export interface SubscribedEvent {

}
export interface SubscribedEventInput {

}

export interface LinkFailEvent {
  info: HtlcInfo | null;
  wire_failure: lnd.Failure_FailureCode;
  failure_detail: FailureDetail;
  failure_string: string;
}
export interface LinkFailEventInput {
  info?: HtlcInfoInput | undefined;
  wire_failure?: lnd.Failure_FailureCode | undefined;
  failure_detail?: FailureDetail | undefined;
  failure_string?: string | undefined;
}

export interface CircuitKey {
  chan_id: string;
  htlc_id: string;
}
export interface CircuitKeyInput {
  chan_id?: string | number | undefined;
  htlc_id?: string | number | undefined;
}

export interface ForwardHtlcInterceptRequest {
  incoming_circuit_key: CircuitKey | null;
  incoming_amount_msat: string;
  incoming_expiry: number;
  payment_hash: Buffer;
  outgoing_requested_chan_id: string;
  outgoing_amount_msat: string;
  outgoing_expiry: number;
  custom_records: Record<string, Buffer>;
  onion_blob: Buffer;
  auto_fail_height: number;
  in_wire_custom_records: Record<string, Buffer>;
}
export interface ForwardHtlcInterceptRequestInput {
  incoming_circuit_key?: CircuitKeyInput | undefined;
  incoming_amount_msat?: string | number | undefined;
  incoming_expiry?: number | undefined;
  payment_hash?: Uint8Array | undefined;
  outgoing_requested_chan_id?: string | number | undefined;
  outgoing_amount_msat?: string | number | undefined;
  outgoing_expiry?: number | undefined;
  custom_records?: Record<string, Uint8Array> | undefined;
  onion_blob?: Uint8Array | undefined;
  auto_fail_height?: number | undefined;
  in_wire_custom_records?: Record<string, Uint8Array> | undefined;
}

export interface ForwardHtlcInterceptResponse {
  incoming_circuit_key: CircuitKey | null;
  action: ResolveHoldForwardAction;
  preimage: Buffer;
  failure_message: Buffer;
  failure_code: lnd.Failure_FailureCode;
  in_amount_msat: string;
  out_amount_msat: string;
  out_wire_custom_records: Record<string, Buffer>;
}
export interface ForwardHtlcInterceptResponseInput {
  incoming_circuit_key?: CircuitKeyInput | undefined;
  action?: ResolveHoldForwardAction | undefined;
  preimage?: Uint8Array | undefined;
  failure_message?: Uint8Array | undefined;
  failure_code?: lnd.Failure_FailureCode | undefined;
  in_amount_msat?: string | number | undefined;
  out_amount_msat?: string | number | undefined;
  out_wire_custom_records?: Record<string, Uint8Array> | undefined;
}

export interface UpdateChanStatusRequest {
  chan_point: lnd.ChannelPoint | null;
  action: ChanStatusAction;
}
export interface UpdateChanStatusRequestInput {
  chan_point?: lnd.ChannelPointInput | undefined;
  action?: ChanStatusAction | undefined;
}

export interface UpdateChanStatusResponse {

}
export interface UpdateChanStatusResponseInput {

}

export interface AddAliasesRequest {
  alias_maps: lnd.AliasMap[];
}
export interface AddAliasesRequestInput {
  alias_maps?: readonly lnd.AliasMapInput[] | undefined;
}

export interface AddAliasesResponse {
  alias_maps: lnd.AliasMap[];
}
export interface AddAliasesResponseInput {
  alias_maps?: readonly lnd.AliasMapInput[] | undefined;
}

export interface DeleteAliasesRequest {
  alias_maps: lnd.AliasMap[];
}
export interface DeleteAliasesRequestInput {
  alias_maps?: readonly lnd.AliasMapInput[] | undefined;
}

export interface DeleteAliasesResponse {
  alias_maps: lnd.AliasMap[];
}
export interface DeleteAliasesResponseInput {
  alias_maps?: readonly lnd.AliasMapInput[] | undefined;
}

export interface FindBaseAliasRequest {
  alias: string;
}
export interface FindBaseAliasRequestInput {
  alias?: string | number | undefined;
}

export interface FindBaseAliasResponse {
  base: string;
}
export interface FindBaseAliasResponseInput {
  base?: string | number | undefined;
}

export interface DeleteForwardingHistoryRequest {
  delete_before_time?: string;
  delete_before_duration?: string;
  /** Which of the oneof's fields is set. */
  time_spec?: "delete_before_time" | "delete_before_duration";
}
export interface DeleteForwardingHistoryRequestInput {
  delete_before_time?: string | number | undefined;
  delete_before_duration?: string | undefined;
}

export interface DeleteForwardingHistoryResponse {
  events_deleted: string;
  total_fee_msat: string;
  status: string;
}
export interface DeleteForwardingHistoryResponseInput {
  events_deleted?: string | number | undefined;
  total_fee_msat?: string | number | undefined;
  status?: string | undefined;
}

/** routerrpc.Router */
export interface RouterService {
  SendPaymentV2: {
    kind: "serverStream";
    request: SendPaymentRequest;
    requestInput: SendPaymentRequestInput;
    response: lnd.Payment;
    responseInput: lnd.PaymentInput;
  };
  TrackPaymentV2: {
    kind: "serverStream";
    request: TrackPaymentRequest;
    requestInput: TrackPaymentRequestInput;
    response: lnd.Payment;
    responseInput: lnd.PaymentInput;
  };
  TrackPayments: {
    kind: "serverStream";
    request: TrackPaymentsRequest;
    requestInput: TrackPaymentsRequestInput;
    response: lnd.Payment;
    responseInput: lnd.PaymentInput;
  };
  EstimateRouteFee: {
    kind: "unary";
    request: RouteFeeRequest;
    requestInput: RouteFeeRequestInput;
    response: RouteFeeResponse;
    responseInput: RouteFeeResponseInput;
  };
  SendToRouteV2: {
    kind: "unary";
    request: SendToRouteRequest;
    requestInput: SendToRouteRequestInput;
    response: lnd.HTLCAttempt;
    responseInput: lnd.HTLCAttemptInput;
  };
  ResetMissionControl: {
    kind: "unary";
    request: ResetMissionControlRequest;
    requestInput: ResetMissionControlRequestInput;
    response: ResetMissionControlResponse;
    responseInput: ResetMissionControlResponseInput;
  };
  QueryMissionControl: {
    kind: "unary";
    request: QueryMissionControlRequest;
    requestInput: QueryMissionControlRequestInput;
    response: QueryMissionControlResponse;
    responseInput: QueryMissionControlResponseInput;
  };
  XImportMissionControl: {
    kind: "unary";
    request: XImportMissionControlRequest;
    requestInput: XImportMissionControlRequestInput;
    response: XImportMissionControlResponse;
    responseInput: XImportMissionControlResponseInput;
  };
  GetMissionControlConfig: {
    kind: "unary";
    request: GetMissionControlConfigRequest;
    requestInput: GetMissionControlConfigRequestInput;
    response: GetMissionControlConfigResponse;
    responseInput: GetMissionControlConfigResponseInput;
  };
  SetMissionControlConfig: {
    kind: "unary";
    request: SetMissionControlConfigRequest;
    requestInput: SetMissionControlConfigRequestInput;
    response: SetMissionControlConfigResponse;
    responseInput: SetMissionControlConfigResponseInput;
  };
  QueryProbability: {
    kind: "unary";
    request: QueryProbabilityRequest;
    requestInput: QueryProbabilityRequestInput;
    response: QueryProbabilityResponse;
    responseInput: QueryProbabilityResponseInput;
  };
  BuildRoute: {
    kind: "unary";
    request: BuildRouteRequest;
    requestInput: BuildRouteRequestInput;
    response: BuildRouteResponse;
    responseInput: BuildRouteResponseInput;
  };
  SubscribeHtlcEvents: {
    kind: "serverStream";
    request: SubscribeHtlcEventsRequest;
    requestInput: SubscribeHtlcEventsRequestInput;
    response: HtlcEvent;
    responseInput: HtlcEventInput;
  };
  HtlcInterceptor: {
    kind: "bidi";
    request: ForwardHtlcInterceptResponse;
    requestInput: ForwardHtlcInterceptResponseInput;
    response: ForwardHtlcInterceptRequest;
    responseInput: ForwardHtlcInterceptRequestInput;
  };
  UpdateChanStatus: {
    kind: "unary";
    request: UpdateChanStatusRequest;
    requestInput: UpdateChanStatusRequestInput;
    response: UpdateChanStatusResponse;
    responseInput: UpdateChanStatusResponseInput;
  };
  XAddLocalChanAliases: {
    kind: "unary";
    request: AddAliasesRequest;
    requestInput: AddAliasesRequestInput;
    response: AddAliasesResponse;
    responseInput: AddAliasesResponseInput;
  };
  XDeleteLocalChanAliases: {
    kind: "unary";
    request: DeleteAliasesRequest;
    requestInput: DeleteAliasesRequestInput;
    response: DeleteAliasesResponse;
    responseInput: DeleteAliasesResponseInput;
  };
  XFindBaseLocalChanAlias: {
    kind: "unary";
    request: FindBaseAliasRequest;
    requestInput: FindBaseAliasRequestInput;
    response: FindBaseAliasResponse;
    responseInput: FindBaseAliasResponseInput;
  };
  DeleteForwardingHistory: {
    kind: "unary";
    request: DeleteForwardingHistoryRequest;
    requestInput: DeleteForwardingHistoryRequestInput;
    response: DeleteForwardingHistoryResponse;
    responseInput: DeleteForwardingHistoryResponseInput;
  };
}
