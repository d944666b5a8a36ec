// Written by `npm run gen` from protos/; do not edit.

import type * as lnd from "./lnd.ts";

export type LookupModifier = "DEFAULT" | "HTLC_SET_ONLY" | "HTLC_SET_BLANK";

export interface CancelInvoiceMsg {
  payment_hash: Buffer;
}
export interface CancelInvoiceMsgInput {
  payment_hash?: Uint8Array | undefined;
}

export interface CancelInvoiceResp {

}
export interface CancelInvoiceRespInput {

}

export interface AddHoldInvoiceRequest {
  memo: string;
  hash: Buffer;
  value: string;
  value_msat: string;
  description_hash: Buffer;
  expiry: string;
  fallback_addr: string;
  cltv_expiry: string;
  route_hints: lnd.RouteHint[];
  private: boolean;
}
export interface AddHoldInvoiceRequestInput {
  memo?: string | undefined;
  hash?: Uint8Array | undefined;
  value?: string | number | undefined;
  value_msat?: string | number | undefined;
  description_hash?: Uint8Array | undefined;
  expiry?: string | number | undefined;
  fallback_addr?: string | undefined;
  cltv_expiry?: string | number | undefined;
  route_hints?: readonly lnd.RouteHintInput[] | undefined;
  private?: boolean | undefined;
}

export interface AddHoldInvoiceResp {
  payment_request: string;
  add_index: string;
  payment_addr: Buffer;
}
export interface AddHoldInvoiceRespInput {
  payment_request?: string | undefined;
  add_index?: string | number | undefined;
  payment_addr?: Uint8Array | undefined;
}

export interface SettleInvoiceMsg {
  preimage: Buffer;
}
export interface SettleInvoiceMsgInput {
  preimage?: Uint8Array | undefined;
}

export interface SettleInvoiceResp {

}
export interface SettleInvoiceRespInput {

}

export interface SubscribeSingleInvoiceRequest {
  r_hash: Buffer;
}
export interface SubscribeSingleInvoiceRequestInput {
  r_hash?: Uint8Array | undefined;
}

export interface LookupInvoiceMsg {
  payment_hash?: Buffer;
  payment_addr?: Buffer;
  set_id?: Buffer;
  lookup_modifier: LookupModifier;
  /** Which of the oneof's fields is set. */
  invoice_ref?: "payment_hash" | "payment_addr" | "set_id";
}
export interface LookupInvoiceMsgInput {
  payment_hash?: Uint8Array | undefined;
  payment_addr?: Uint8Array | undefined;
  set_id?: Uint8Array | undefined;
  lookup_modifier?: LookupModifier | undefined;
}

export interface CircuitKey {
  chan_id: string;
  htlc_id: string;
}
export interface CircuitKeyInput {
  chan_id?: string | number | undefined;
  htlc_id?: string | number | undefined;
}

export interface HtlcModifyRequest {
  invoice: lnd.Invoice | null;
  exit_htlc_circuit_key: CircuitKey | null;
  exit_htlc_amt: string;
  exit_htlc_expiry: number;
  current_height: number;
  exit_htlc_wire_custom_records: Record<string, Buffer>;
}
export interface HtlcModifyRequestInput {
  invoice?: lnd.InvoiceInput | undefined;
  exit_htlc_circuit_key?: CircuitKeyInput | undefined;
  exit_htlc_amt?: string | number | undefined;
  exit_htlc_expiry?: number | undefined;
  current_height?: number | undefined;
  exit_htlc_wire_custom_records?: Record<string, Uint8Array> | undefined;
}

export interface HtlcModifyResponse {
  circuit_key: CircuitKey | null;
  amt_paid?: string;
  cancel_set: boolean;
  /** Which of the oneof's fields is set. */
  _amt_paid?: "amt_paid";
}
export interface HtlcModifyResponseInput {
  circuit_key?: CircuitKeyInput | undefined;
  amt_paid?: string | number | undefined;
  cancel_set?: boolean | undefined;
}

/** invoicesrpc.Invoices */
export interface InvoicesService {
  SubscribeSingleInvoice: {
    kind: "serverStream";
    request: SubscribeSingleInvoiceRequest;
    requestInput: SubscribeSingleInvoiceRequestInput;
    response: lnd.Invoice;
    responseInput: lnd.InvoiceInput;
  };
  CancelInvoice: {
    kind: "unary";
    request: CancelInvoiceMsg;
    requestInput: CancelInvoiceMsgInput;
    response: CancelInvoiceResp;
    responseInput: CancelInvoiceRespInput;
  };
  AddHoldInvoice: {
    kind: "unary";
    request: AddHoldInvoiceRequest;
    requestInput: AddHoldInvoiceRequestInput;
    response: AddHoldInvoiceResp;
    responseInput: AddHoldInvoiceRespInput;
  };
  SettleInvoice: {
    kind: "unary";
    request: SettleInvoiceMsg;
    requestInput: SettleInvoiceMsgInput;
    response: SettleInvoiceResp;
    responseInput: SettleInvoiceRespInput;
  };
  LookupInvoiceV2: {
    kind: "unary";
    request: LookupInvoiceMsg;
    requestInput: LookupInvoiceMsgInput;
    response: lnd.Invoice;
    responseInput: lnd.InvoiceInput;
  };
  HtlcModifier: {
    kind: "bidi";
    request: HtlcModifyResponse;
    requestInput: HtlcModifyResponseInput;
    response: HtlcModifyRequest;
    responseInput: HtlcModifyRequestInput;
  };
}
