// Written by `npm run gen` from protos/; do not edit.

import type * as lnd from "./lnd.ts";

export type UpdateAction = "ADD" | "REMOVE";

export type FeatureSet = "SET_INIT" | "SET_LEGACY_GLOBAL" | "SET_NODE_ANN" | "SET_INVOICE" | "SET_INVOICE_AMP";

export interface UpdateAddressAction {
  action: UpdateAction;
  address: string;
}
export interface UpdateAddressActionInput {
  action?: UpdateAction | undefined;
  address?: string | undefined;
}

export interface UpdateFeatureAction {
  action: UpdateAction;
  feature_bit: lnd.FeatureBit;
}
export interface UpdateFeatureActionInput {
  action?: UpdateAction | undefined;
  feature_bit?: lnd.FeatureBit | undefined;
}

export interface NodeAnnouncementUpdateRequest {
  feature_updates: UpdateFeatureAction[];
  color: string;
  alias: string;
  address_updates: UpdateAddressAction[];
}
export interface NodeAnnouncementUpdateRequestInput {
  feature_updates?: readonly UpdateFeatureActionInput[] | undefined;
  color?: string | undefined;
  alias?: string | undefined;
  address_updates?: readonly UpdateAddressActionInput[] | undefined;
}

export interface NodeAnnouncementUpdateResponse {
  ops: lnd.Op[];
}
export interface NodeAnnouncementUpdateResponseInput {
  ops?: readonly lnd.OpInput[] | undefined;
}

/** peersrpc.Peers */
export interface PeersService {
  UpdateNodeAnnouncement: {
    kind: "unary";
    request: NodeAnnouncementUpdateRequest;
    requestInput: NodeAnnouncementUpdateRequestInput;
    response: NodeAnnouncementUpdateResponse;
    responseInput: NodeAnnouncementUpdateResponseInput;
  };
}
