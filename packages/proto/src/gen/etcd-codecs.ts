// Written by `npm run gen` from protos/; do not edit.

import type { GoNames, WireReader } from "../wire-reader.ts";
import type { WireWriter } from "../wire-writer.ts";
import type * as gen from "./etcd.ts";

const none: Buffer = Buffer.alloc(0);

const Event_EventTypeNames: { readonly [value: number]: gen.Event_EventType } = { 0: "PUT", 1: "DELETE" };
const Event_EventTypeNumbers: { readonly [name: string]: number } = { PUT: 0, DELETE: 1 };

const Permission_TypeNames: { readonly [value: number]: gen.Permission_Type } = { 0: "READ", 1: "WRITE", 2: "READWRITE" };
const Permission_TypeNumbers: { readonly [name: string]: number } = { READ: 0, WRITE: 1, READWRITE: 2 };

const RangeRequest_SortOrderNames: { readonly [value: number]: gen.RangeRequest_SortOrder } = { 0: "NONE", 1: "ASCEND", 2: "DESCEND" };
const RangeRequest_SortOrderNumbers: { readonly [name: string]: number } = { NONE: 0, ASCEND: 1, DESCEND: 2 };

const RangeRequest_SortTargetNames: { readonly [value: number]: gen.RangeRequest_SortTarget } = { 0: "KEY", 1: "VERSION", 2: "CREATE", 3: "MOD", 4: "VALUE" };
const RangeRequest_SortTargetNumbers: { readonly [name: string]: number } = { KEY: 0, VERSION: 1, CREATE: 2, MOD: 3, VALUE: 4 };

const Compare_CompareResultNames: { readonly [value: number]: gen.Compare_CompareResult } = { 0: "EQUAL", 1: "GREATER", 2: "LESS", 3: "NOT_EQUAL" };
const Compare_CompareResultNumbers: { readonly [name: string]: number } = { EQUAL: 0, GREATER: 1, LESS: 2, NOT_EQUAL: 3 };

const Compare_CompareTargetNames: { readonly [value: number]: gen.Compare_CompareTarget } = { 0: "VERSION", 1: "CREATE", 2: "MOD", 3: "VALUE", 4: "LEASE" };
const Compare_CompareTargetNumbers: { readonly [name: string]: number } = { VERSION: 0, CREATE: 1, MOD: 2, VALUE: 3, LEASE: 4 };

const WatchCreateRequest_FilterTypeNames: { readonly [value: number]: gen.WatchCreateRequest_FilterType } = { 0: "NOPUT", 1: "NODELETE" };
const WatchCreateRequest_FilterTypeNumbers: { readonly [name: string]: number } = { NOPUT: 0, NODELETE: 1 };

const AlarmTypeNames: { readonly [value: number]: gen.AlarmType } = { 0: "NONE", 1: "NOSPACE", 2: "CORRUPT" };
const AlarmTypeNumbers: { readonly [name: string]: number } = { NONE: 0, NOSPACE: 1, CORRUPT: 2 };

const AlarmRequest_AlarmActionNames: { readonly [value: number]: gen.AlarmRequest_AlarmAction } = { 0: "GET", 1: "ACTIVATE", 2: "DEACTIVATE" };
const AlarmRequest_AlarmActionNumbers: { readonly [name: string]: number } = { GET: 0, ACTIVATE: 1, DEACTIVATE: 2 };

const DowngradeRequest_DowngradeActionNames: { readonly [value: number]: gen.DowngradeRequest_DowngradeAction } = { 0: "VALIDATE", 1: "ENABLE", 2: "CANCEL" };
const DowngradeRequest_DowngradeActionNumbers: { readonly [name: string]: number } = { VALIDATE: 0, ENABLE: 1, CANCEL: 2 };

const HealthCheckResponse_ServingStatusNames: { readonly [value: number]: gen.HealthCheckResponse_ServingStatus } = { 0: "UNKNOWN", 1: "SERVING", 2: "NOT_SERVING", 3: "SERVICE_UNKNOWN" };
const HealthCheckResponse_ServingStatusNumbers: { readonly [name: string]: number } = { UNKNOWN: 0, SERVING: 1, NOT_SERVING: 2, SERVICE_UNKNOWN: 3 };

const KeyValueGo: GoNames = {
  message: "KeyValue",
  fields: { 1: "Key", 2: "CreateRevision", 3: "ModRevision", 4: "Version", 5: "Value", 6: "Lease" },
};

export function readKeyValue(
  r: WireReader,
  m: gen.KeyValue = { key: none, create_revision: "0", mod_revision: "0", version: "0", value: none, lease: "0" },
): gen.KeyValue {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10:
        m.key = r.bytes();
        break;
      case 16:
        m.create_revision = r.int64();
        break;
      case 24:
        m.mod_revision = r.int64();
        break;
      case 32:
        m.version = r.int64();
        break;
      case 42:
        m.value = r.bytes();
        break;
      case 48:
        m.lease = r.int64();
        break;
      default:
        r.skip(start, KeyValueGo);
    }
  }
  return m;
}

export function writeKeyValue(w: WireWriter, m: gen.KeyValueInput): void {
  w.integer(m.lease, 48);
  w.bytes(m.value, 42);
  w.integer(m.version, 32);
  w.integer(m.mod_revision, 24);
  w.integer(m.create_revision, 16);
  w.bytes(m.key, 10);
}

const EventGo: GoNames = {
  message: "Event",
  fields: { 1: "Type", 2: "Kv", 3: "PrevKv" },
};

export function readEvent(
  r: WireReader,
  m: gen.Event = { type: "PUT", kv: null, prev_kv: null },
): gen.Event {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 8:
        m.type = r.choice(Event_EventTypeNames);
        break;
      case 18: {
        const outer = r.open();
        m.kv = readKeyValue(r, m.kv ?? undefined);
        r.close(outer);
        break;
      }
      case 26: {
        const outer = r.open();
        m.prev_kv = readKeyValue(r, m.prev_kv ?? undefined);
        r.close(outer);
        break;
      }
      default:
        r.skip(start, EventGo);
    }
  }
  return m;
}

export function writeEvent(w: WireWriter, m: gen.EventInput): void {
  if (m.prev_kv !== undefined && m.prev_kv !== null) {
    const before = w.written;
    writeKeyValue(w, m.prev_kv);
    w.open(before, 26);
  }
  if (m.kv !== undefined && m.kv !== null) {
    const before = w.written;
    writeKeyValue(w, m.kv);
    w.open(before, 18);
  }
  w.choice(m.type, Event_EventTypeNumbers, 8);
}

const UserAddOptionsGo: GoNames = {
  message: "UserAddOptions",
  fields: { 1: "NoPassword" },
};

export function readUserAddOptions(
  r: WireReader,
  m: gen.UserAddOptions = { no_password: false },
): gen.UserAddOptions {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 8:
        m.no_password = r.bool();
        break;
      default:
        r.skip(start, UserAddOptionsGo);
    }
  }
  return m;
}

export function writeUserAddOptions(w: WireWriter, m: gen.UserAddOptionsInput): void {
  w.bool(m.no_password, 8);
}

const UserGo: GoNames = {
  message: "User",
  fields: { 1: "Name", 2: "Password", 3: "Roles", 4: "Options" },
};

export function readUser(
  r: WireReader,
  m: gen.User = { name: none, password: none, roles: [], options: null },
): gen.User {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10:
        m.name = r.bytes();
        break;
      case 18:
        m.password = r.bytes();
        break;
      case 26:
        m.roles.push(r.text());
        break;
      case 34: {
        const outer = r.open();
        m.options = readUserAddOptions(r, m.options ?? undefined);
        r.close(outer);
        break;
      }
      default:
        r.skip(start, UserGo);
    }
  }
  return m;
}

export function writeUser(w: WireWriter, m: gen.UserInput): void {
  if (m.options !== undefined && m.options !== null) {
    const before = w.written;
    writeUserAddOptions(w, m.options);
    w.open(before, 34);
  }
  for (let at = (m.roles?.length ?? 0) - 1; at >= 0; at -= 1) {
    w.text(m.roles?.[at], 26, true);
  }
  w.bytes(m.password, 18);
  w.bytes(m.name, 10);
}

const PermissionGo: GoNames = {
  message: "Permission",
  fields: { 1: "PermType", 2: "Key", 3: "RangeEnd" },
};

export function readPermission(
  r: WireReader,
  m: gen.Permission = { permType: "READ", key: none, range_end: none },
): gen.Permission {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 8:
        m.permType = r.choice(Permission_TypeNames);
        break;
      case 18:
        m.key = r.bytes();
        break;
      case 26:
        m.range_end = r.bytes();
        break;
      default:
        r.skip(start, PermissionGo);
    }
  }
  return m;
}

export function writePermission(w: WireWriter, m: gen.PermissionInput): void {
  w.bytes(m.range_end, 26);
  w.bytes(m.key, 18);
  w.choice(m.permType, Permission_TypeNumbers, 8);
}

const RoleGo: GoNames = {
  message: "Role",
  fields: { 1: "Name", 2: "KeyPermission" },
};

export function readRole(
  r: WireReader,
  m: gen.Role = { name: none, keyPermission: [] },
): gen.Role {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10:
        m.name = r.bytes();
        break;
      case 18: {
        const outer = r.open();
        m.keyPermission.push(readPermission(r));
        r.close(outer);
        break;
      }
      default:
        r.skip(start, RoleGo);
    }
  }
  return m;
}

export function writeRole(w: WireWriter, m: gen.RoleInput): void {
  for (let at = (m.keyPermission?.length ?? 0) - 1; at >= 0; at -= 1) {
    const before = w.written;
    writePermission(w, m.keyPermission?.[at] ?? {});
    w.open(before, 18);
  }
  w.bytes(m.name, 10);
}

const ResponseHeaderGo: GoNames = {
  message: "ResponseHeader",
  fields: { 1: "ClusterId", 2: "MemberId", 3: "Revision", 4: "RaftTerm" },
};

export function readResponseHeader(
  r: WireReader,
  m: gen.ResponseHeader = { cluster_id: "0", member_id: "0", revision: "0", raft_term: "0" },
): gen.ResponseHeader {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 8:
        m.cluster_id = r.uint64();
        break;
      case 16:
        m.member_id = r.uint64();
        break;
      case 24:
        m.revision = r.int64();
        break;
      case 32:
        m.raft_term = r.uint64();
        break;
      default:
        r.skip(start, ResponseHeaderGo);
    }
  }
  return m;
}

export function writeResponseHeader(w: WireWriter, m: gen.ResponseHeaderInput): void {
  w.integer(m.raft_term, 32);
  w.integer(m.revision, 24);
  w.integer(m.member_id, 16);
  w.integer(m.cluster_id, 8);
}

const RangeRequestGo: GoNames = {
  message: "RangeRequest",
  fields: { 1: "Key", 2: "RangeEnd", 3: "Limit", 4: "Revision", 5: "SortOrder", 6: "SortTarget", 7: "Serializable", 8: "KeysOnly", 9: "CountOnly", 10: "MinModRevision", 11: "MaxModRevision", 12: "MinCreateRevision", 13: "MaxCreateRevision" },
};

export function readRangeRequest(
  r: WireReader,
  m: gen.RangeRequest = { key: none, range_end: none, limit: "0", revision: "0", sort_order: "NONE", sort_target: "KEY", serializable: false, keys_only: false, count_only: false, min_mod_revision: "0", max_mod_revision: "0", min_create_revision: "0", max_create_revision: "0" },
): gen.RangeRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10:
        m.key = r.bytes();
        break;
      case 18:
        m.range_end = r.bytes();
        break;
      case 24:
        m.limit = r.int64();
        break;
      case 32:
        m.revision = r.int64();
        break;
      case 40:
        m.sort_order = r.choice(RangeRequest_SortOrderNames);
        break;
      case 48:
        m.sort_target = r.choice(RangeRequest_SortTargetNames);
        break;
      case 56:
        m.serializable = r.bool();
        break;
      case 64:
        m.keys_only = r.bool();
        break;
      case 72:
        m.count_only = r.bool();
        break;
      case 80:
        m.min_mod_revision = r.int64();
        break;
      case 88:
        m.max_mod_revision = r.int64();
        break;
      case 96:
        m.min_create_revision = r.int64();
        break;
      case 104:
        m.max_create_revision = r.int64();
        break;
      default:
        r.skip(start, RangeRequestGo);
    }
  }
  return m;
}

export function writeRangeRequest(w: WireWriter, m: gen.RangeRequestInput): void {
  w.integer(m.max_create_revision, 104);
  w.integer(m.min_create_revision, 96);
  w.integer(m.max_mod_revision, 88);
  w.integer(m.min_mod_revision, 80);
  w.bool(m.count_only, 72);
  w.bool(m.keys_only, 64);
  w.bool(m.serializable, 56);
  w.choice(m.sort_target, RangeRequest_SortTargetNumbers, 48);
  w.choice(m.sort_order, RangeRequest_SortOrderNumbers, 40);
  w.integer(m.revision, 32);
  w.integer(m.limit, 24);
  w.bytes(m.range_end, 18);
  w.bytes(m.key, 10);
}

const RangeResponseGo: GoNames = {
  message: "RangeResponse",
  fields: { 1: "Header", 2: "Kvs", 3: "More", 4: "Count" },
};

export function readRangeResponse(
  r: WireReader,
  m: gen.RangeResponse = { header: null, kvs: [], more: false, count: "0" },
): gen.RangeResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      case 18: {
        const outer = r.open();
        m.kvs.push(readKeyValue(r));
        r.close(outer);
        break;
      }
      case 24:
        m.more = r.bool();
        break;
      case 32:
        m.count = r.int64();
        break;
      default:
        r.skip(start, RangeResponseGo);
    }
  }
  return m;
}

export function writeRangeResponse(w: WireWriter, m: gen.RangeResponseInput): void {
  w.integer(m.count, 32);
  w.bool(m.more, 24);
  for (let at = (m.kvs?.length ?? 0) - 1; at >= 0; at -= 1) {
    const before = w.written;
    writeKeyValue(w, m.kvs?.[at] ?? {});
    w.open(before, 18);
  }
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const PutRequestGo: GoNames = {
  message: "PutRequest",
  fields: { 1: "Key", 2: "Value", 3: "Lease", 4: "PrevKv", 5: "IgnoreValue", 6: "IgnoreLease" },
};

export function readPutRequest(
  r: WireReader,
  m: gen.PutRequest = { key: none, value: none, lease: "0", prev_kv: false, ignore_value: false, ignore_lease: false },
): gen.PutRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10:
        m.key = r.bytes();
        break;
      case 18:
        m.value = r.bytes();
        break;
      case 24:
        m.lease = r.int64();
        break;
      case 32:
        m.prev_kv = r.bool();
        break;
      case 40:
        m.ignore_value = r.bool();
        break;
      case 48:
        m.ignore_lease = r.bool();
        break;
      default:
        r.skip(start, PutRequestGo);
    }
  }
  return m;
}

export function writePutRequest(w: WireWriter, m: gen.PutRequestInput): void {
  w.bool(m.ignore_lease, 48);
  w.bool(m.ignore_value, 40);
  w.bool(m.prev_kv, 32);
  w.integer(m.lease, 24);
  w.bytes(m.value, 18);
  w.bytes(m.key, 10);
}

const PutResponseGo: GoNames = {
  message: "PutResponse",
  fields: { 1: "Header", 2: "PrevKv" },
};

export function readPutResponse(
  r: WireReader,
  m: gen.PutResponse = { header: null, prev_kv: null },
): gen.PutResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      case 18: {
        const outer = r.open();
        m.prev_kv = readKeyValue(r, m.prev_kv ?? undefined);
        r.close(outer);
        break;
      }
      default:
        r.skip(start, PutResponseGo);
    }
  }
  return m;
}

export function writePutResponse(w: WireWriter, m: gen.PutResponseInput): void {
  if (m.prev_kv !== undefined && m.prev_kv !== null) {
    const before = w.written;
    writeKeyValue(w, m.prev_kv);
    w.open(before, 18);
  }
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const DeleteRangeRequestGo: GoNames = {
  message: "DeleteRangeRequest",
  fields: { 1: "Key", 2: "RangeEnd", 3: "PrevKv" },
};

export function readDeleteRangeRequest(
  r: WireReader,
  m: gen.DeleteRangeRequest = { key: none, range_end: none, prev_kv: false },
): gen.DeleteRangeRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10:
        m.key = r.bytes();
        break;
      case 18:
        m.range_end = r.bytes();
        break;
      case 24:
        m.prev_kv = r.bool();
        break;
      default:
        r.skip(start, DeleteRangeRequestGo);
    }
  }
  return m;
}

export function writeDeleteRangeRequest(w: WireWriter, m: gen.DeleteRangeRequestInput): void {
  w.bool(m.prev_kv, 24);
  w.bytes(m.range_end, 18);
  w.bytes(m.key, 10);
}

const DeleteRangeResponseGo: GoNames = {
  message: "DeleteRangeResponse",
  fields: { 1: "Header", 2: "Deleted", 3: "PrevKvs" },
};

export function readDeleteRangeResponse(
  r: WireReader,
  m: gen.DeleteRangeResponse = { header: null, deleted: "0", prev_kvs: [] },
): gen.DeleteRangeResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      case 16:
        m.deleted = r.int64();
        break;
      case 26: {
        const outer = r.open();
        m.prev_kvs.push(readKeyValue(r));
        r.close(outer);
        break;
      }
      default:
        r.skip(start, DeleteRangeResponseGo);
    }
  }
  return m;
}

export function writeDeleteRangeResponse(w: WireWriter, m: gen.DeleteRangeResponseInput): void {
  for (let at = (m.prev_kvs?.length ?? 0) - 1; at >= 0; at -= 1) {
    const before = w.written;
    writeKeyValue(w, m.prev_kvs?.[at] ?? {});
    w.open(before, 26);
  }
  w.integer(m.deleted, 16);
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const RequestOpGo: GoNames = {
  message: "RequestOp",
  fields: { 1: "RequestRange", 2: "RequestPut", 3: "RequestDeleteRange", 4: "RequestTxn" },
};

function setRequestOp_request(m: gen.RequestOp, field: NonNullable<gen.RequestOp["request"]>): void {
  if (m.request !== undefined && m.request !== field) delete m[m.request];
  m.request = field;
}

export function readRequestOp(
  r: WireReader,
  m: gen.RequestOp = {  },
): gen.RequestOp {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        setRequestOp_request(m, "request_range");
        const outer = r.open();
        m.request_range = readRangeRequest(r);
        r.close(outer);
        break;
      }
      case 18: {
        setRequestOp_request(m, "request_put");
        const outer = r.open();
        m.request_put = readPutRequest(r);
        r.close(outer);
        break;
      }
      case 26: {
        setRequestOp_request(m, "request_delete_range");
        const outer = r.open();
        m.request_delete_range = readDeleteRangeRequest(r);
        r.close(outer);
        break;
      }
      case 34: {
        setRequestOp_request(m, "request_txn");
        const outer = r.open();
        m.request_txn = readTxnRequest(r);
        r.close(outer);
        break;
      }
      default:
        r.skip(start, RequestOpGo);
    }
  }
  return m;
}

export function writeRequestOp(w: WireWriter, m: gen.RequestOpInput): void {
  if (m.request_txn !== undefined && m.request_txn !== null) {
    const before = w.written;
    writeTxnRequest(w, m.request_txn);
    w.open(before, 34);
  }
  if (m.request_delete_range !== undefined && m.request_delete_range !== null) {
    const before = w.written;
    writeDeleteRangeRequest(w, m.request_delete_range);
    w.open(before, 26);
  }
  if (m.request_put !== undefined && m.request_put !== null) {
    const before = w.written;
    writePutRequest(w, m.request_put);
    w.open(before, 18);
  }
  if (m.request_range !== undefined && m.request_range !== null) {
    const before = w.written;
    writeRangeRequest(w, m.request_range);
    w.open(before, 10);
  }
}

const ResponseOpGo: GoNames = {
  message: "ResponseOp",
  fields: { 1: "ResponseRange", 2: "ResponsePut", 3: "ResponseDeleteRange", 4: "ResponseTxn" },
};

function setResponseOp_response(m: gen.ResponseOp, field: NonNullable<gen.ResponseOp["response"]>): void {
  if (m.response !== undefined && m.response !== field) delete m[m.response];
  m.response = field;
}

export function readResponseOp(
  r: WireReader,
  m: gen.ResponseOp = {  },
): gen.ResponseOp {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        setResponseOp_response(m, "response_range");
        const outer = r.open();
        m.response_range = readRangeResponse(r);
        r.close(outer);
        break;
      }
      case 18: {
        setResponseOp_response(m, "response_put");
        const outer = r.open();
        m.response_put = readPutResponse(r);
        r.close(outer);
        break;
      }
      case 26: {
        setResponseOp_response(m, "response_delete_range");
        const outer = r.open();
        m.response_delete_range = readDeleteRangeResponse(r);
        r.close(outer);
        break;
      }
      case 34: {
        setResponseOp_response(m, "response_txn");
        const outer = r.open();
        m.response_txn = readTxnResponse(r);
        r.close(outer);
        break;
      }
      default:
        r.skip(start, ResponseOpGo);
    }
  }
  return m;
}

export function writeResponseOp(w: WireWriter, m: gen.ResponseOpInput): void {
  if (m.response_txn !== undefined && m.response_txn !== null) {
    const before = w.written;
    writeTxnResponse(w, m.response_txn);
    w.open(before, 34);
  }
  if (m.response_delete_range !== undefined && m.response_delete_range !== null) {
    const before = w.written;
    writeDeleteRangeResponse(w, m.response_delete_range);
    w.open(before, 26);
  }
  if (m.response_put !== undefined && m.response_put !== null) {
    const before = w.written;
    writePutResponse(w, m.response_put);
    w.open(before, 18);
  }
  if (m.response_range !== undefined && m.response_range !== null) {
    const before = w.written;
    writeRangeResponse(w, m.response_range);
    w.open(before, 10);
  }
}

const CompareGo: GoNames = {
  message: "Compare",
  fields: { 1: "Result", 2: "Target", 3: "Key", 4: "Version", 5: "CreateRevision", 6: "ModRevision", 7: "Value", 8: "Lease", 64: "RangeEnd" },
};

function setCompare_target_union(m: gen.Compare, field: NonNullable<gen.Compare["target_union"]>): void {
  if (m.target_union !== undefined && m.target_union !== field) delete m[m.target_union];
  m.target_union = field;
}

export function readCompare(
  r: WireReader,
  m: gen.Compare = { result: "EQUAL", target: "VERSION", key: none, range_end: none },
): gen.Compare {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 8:
        m.result = r.choice(Compare_CompareResultNames);
        break;
      case 16:
        m.target = r.choice(Compare_CompareTargetNames);
        break;
      case 26:
        m.key = r.bytes();
        break;
      case 32:
        setCompare_target_union(m, "version");
        m.version = r.int64();
        break;
      case 40:
        setCompare_target_union(m, "create_revision");
        m.create_revision = r.int64();
        break;
      case 48:
        setCompare_target_union(m, "mod_revision");
        m.mod_revision = r.int64();
        break;
      case 58:
        setCompare_target_union(m, "value");
        m.value = r.bytes();
        break;
      case 64:
        setCompare_target_union(m, "lease");
        m.lease = r.int64();
        break;
      case 514:
        m.range_end = r.bytes();
        break;
      default:
        r.skip(start, CompareGo);
    }
  }
  return m;
}

export function writeCompare(w: WireWriter, m: gen.CompareInput): void {
  w.bytes(m.range_end, 514);
  w.integer(m.lease, 64, true);
  w.bytes(m.value, 58, true);
  w.integer(m.mod_revision, 48, true);
  w.integer(m.create_revision, 40, true);
  w.integer(m.version, 32, true);
  w.bytes(m.key, 26);
  w.choice(m.target, Compare_CompareTargetNumbers, 16);
  w.choice(m.result, Compare_CompareResultNumbers, 8);
}

const TxnRequestGo: GoNames = {
  message: "TxnRequest",
  fields: { 1: "Compare", 2: "Success", 3: "Failure" },
};

export function readTxnRequest(
  r: WireReader,
  m: gen.TxnRequest = { compare: [], success: [], failure: [] },
): gen.TxnRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.compare.push(readCompare(r));
        r.close(outer);
        break;
      }
      case 18: {
        const outer = r.open();
        m.success.push(readRequestOp(r));
        r.close(outer);
        break;
      }
      case 26: {
        const outer = r.open();
        m.failure.push(readRequestOp(r));
        r.close(outer);
        break;
      }
      default:
        r.skip(start, TxnRequestGo);
    }
  }
  return m;
}

export function writeTxnRequest(w: WireWriter, m: gen.TxnRequestInput): void {
  for (let at = (m.failure?.length ?? 0) - 1; at >= 0; at -= 1) {
    const before = w.written;
    writeRequestOp(w, m.failure?.[at] ?? {});
    w.open(before, 26);
  }
  for (let at = (m.success?.length ?? 0) - 1; at >= 0; at -= 1) {
    const before = w.written;
    writeRequestOp(w, m.success?.[at] ?? {});
    w.open(before, 18);
  }
  for (let at = (m.compare?.length ?? 0) - 1; at >= 0; at -= 1) {
    const before = w.written;
    writeCompare(w, m.compare?.[at] ?? {});
    w.open(before, 10);
  }
}

const TxnResponseGo: GoNames = {
  message: "TxnResponse",
  fields: { 1: "Header", 2: "Succeeded", 3: "Responses" },
};

export function readTxnResponse(
  r: WireReader,
  m: gen.TxnResponse = { header: null, succeeded: false, responses: [] },
): gen.TxnResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      case 16:
        m.succeeded = r.bool();
        break;
      case 26: {
        const outer = r.open();
        m.responses.push(readResponseOp(r));
        r.close(outer);
        break;
      }
      default:
        r.skip(start, TxnResponseGo);
    }
  }
  return m;
}

export function writeTxnResponse(w: WireWriter, m: gen.TxnResponseInput): void {
  for (let at = (m.responses?.length ?? 0) - 1; at >= 0; at -= 1) {
    const before = w.written;
    writeResponseOp(w, m.responses?.[at] ?? {});
    w.open(before, 26);
  }
  w.bool(m.succeeded, 16);
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const CompactionRequestGo: GoNames = {
  message: "CompactionRequest",
  fields: { 1: "Revision", 2: "Physical" },
};

export function readCompactionRequest(
  r: WireReader,
  m: gen.CompactionRequest = { revision: "0", physical: false },
): gen.CompactionRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 8:
        m.revision = r.int64();
        break;
      case 16:
        m.physical = r.bool();
        break;
      default:
        r.skip(start, CompactionRequestGo);
    }
  }
  return m;
}

export function writeCompactionRequest(w: WireWriter, m: gen.CompactionRequestInput): void {
  w.bool(m.physical, 16);
  w.integer(m.revision, 8);
}

const CompactionResponseGo: GoNames = {
  message: "CompactionResponse",
  fields: { 1: "Header" },
};

export function readCompactionResponse(
  r: WireReader,
  m: gen.CompactionResponse = { header: null },
): gen.CompactionResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      default:
        r.skip(start, CompactionResponseGo);
    }
  }
  return m;
}

export function writeCompactionResponse(w: WireWriter, m: gen.CompactionResponseInput): void {
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const WatchRequestGo: GoNames = {
  message: "WatchRequest",
  fields: { 1: "CreateRequest", 2: "CancelRequest", 3: "ProgressRequest" },
};

function setWatchRequest_request_union(m: gen.WatchRequest, field: NonNullable<gen.WatchRequest["request_union"]>): void {
  if (m.request_union !== undefined && m.request_union !== field) delete m[m.request_union];
  m.request_union = field;
}

export function readWatchRequest(
  r: WireReader,
  m: gen.WatchRequest = {  },
): gen.WatchRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        setWatchRequest_request_union(m, "create_request");
        const outer = r.open();
        m.create_request = readWatchCreateRequest(r);
        r.close(outer);
        break;
      }
      case 18: {
        setWatchRequest_request_union(m, "cancel_request");
        const outer = r.open();
        m.cancel_request = readWatchCancelRequest(r);
        r.close(outer);
        break;
      }
      case 26: {
        setWatchRequest_request_union(m, "progress_request");
        const outer = r.open();
        m.progress_request = readWatchProgressRequest(r);
        r.close(outer);
        break;
      }
      default:
        r.skip(start, WatchRequestGo);
    }
  }
  return m;
}

export function writeWatchRequest(w: WireWriter, m: gen.WatchRequestInput): void {
  if (m.progress_request !== undefined && m.progress_request !== null) {
    const before = w.written;
    writeWatchProgressRequest(w, m.progress_request);
    w.open(before, 26);
  }
  if (m.cancel_request !== undefined && m.cancel_request !== null) {
    const before = w.written;
    writeWatchCancelRequest(w, m.cancel_request);
    w.open(before, 18);
  }
  if (m.create_request !== undefined && m.create_request !== null) {
    const before = w.written;
    writeWatchCreateRequest(w, m.create_request);
    w.open(before, 10);
  }
}

const WatchCreateRequestGo: GoNames = {
  message: "WatchCreateRequest",
  fields: { 1: "Key", 2: "RangeEnd", 3: "StartRevision", 4: "ProgressNotify", 5: "Filters", 6: "PrevKv", 7: "WatchId", 8: "Fragment" },
};

export function readWatchCreateRequest(
  r: WireReader,
  m: gen.WatchCreateRequest = { key: none, range_end: none, start_revision: "0", progress_notify: false, filters: [], prev_kv: false, watch_id: "0", fragment: false },
): gen.WatchCreateRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10:
        m.key = r.bytes();
        break;
      case 18:
        m.range_end = r.bytes();
        break;
      case 24:
        m.start_revision = r.int64();
        break;
      case 32:
        m.progress_notify = r.bool();
        break;
      case 40:
        m.filters.push(r.choice(WatchCreateRequest_FilterTypeNames));
        break;
      case 42:
        r.packed(() => r.choice(WatchCreateRequest_FilterTypeNames), m.filters);
        break;
      case 48:
        m.prev_kv = r.bool();
        break;
      case 56:
        m.watch_id = r.int64();
        break;
      case 64:
        m.fragment = r.bool();
        break;
      default:
        r.skip(start, WatchCreateRequestGo);
    }
  }
  return m;
}

export function writeWatchCreateRequest(w: WireWriter, m: gen.WatchCreateRequestInput): void {
  w.bool(m.fragment, 64);
  w.integer(m.watch_id, 56);
  w.bool(m.prev_kv, 48);
  w.packed(m.filters?.map((one) => (typeof one === "number" ? one : (WatchCreateRequest_FilterTypeNumbers[one] ?? 0))), 42);
  w.bool(m.progress_notify, 32);
  w.integer(m.start_revision, 24);
  w.bytes(m.range_end, 18);
  w.bytes(m.key, 10);
}

const WatchCancelRequestGo: GoNames = {
  message: "WatchCancelRequest",
  fields: { 1: "WatchId" },
};

export function readWatchCancelRequest(
  r: WireReader,
  m: gen.WatchCancelRequest = { watch_id: "0" },
): gen.WatchCancelRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 8:
        m.watch_id = r.int64();
        break;
      default:
        r.skip(start, WatchCancelRequestGo);
    }
  }
  return m;
}

export function writeWatchCancelRequest(w: WireWriter, m: gen.WatchCancelRequestInput): void {
  w.integer(m.watch_id, 8);
}

const WatchProgressRequestGo: GoNames = {
  message: "WatchProgressRequest",
  fields: {  },
};

export function readWatchProgressRequest(
  r: WireReader,
  m: gen.WatchProgressRequest = {  },
): gen.WatchProgressRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {

      default:
        r.skip(start, WatchProgressRequestGo);
    }
  }
  return m;
}

export function writeWatchProgressRequest(_w: WireWriter, _m: gen.WatchProgressRequestInput): void {

}

const WatchResponseGo: GoNames = {
  message: "WatchResponse",
  fields: { 1: "Header", 2: "WatchId", 3: "Created", 4: "Canceled", 5: "CompactRevision", 6: "CancelReason", 7: "Fragment", 11: "Events" },
};

export function readWatchResponse(
  r: WireReader,
  m: gen.WatchResponse = { header: null, watch_id: "0", created: false, canceled: false, compact_revision: "0", cancel_reason: "", fragment: false, events: [] },
): gen.WatchResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      case 16:
        m.watch_id = r.int64();
        break;
      case 24:
        m.created = r.bool();
        break;
      case 32:
        m.canceled = r.bool();
        break;
      case 40:
        m.compact_revision = r.int64();
        break;
      case 50:
        m.cancel_reason = r.text();
        break;
      case 56:
        m.fragment = r.bool();
        break;
      case 90: {
        const outer = r.open();
        m.events.push(readEvent(r));
        r.close(outer);
        break;
      }
      default:
        r.skip(start, WatchResponseGo);
    }
  }
  return m;
}

export function writeWatchResponse(w: WireWriter, m: gen.WatchResponseInput): void {
  for (let at = (m.events?.length ?? 0) - 1; at >= 0; at -= 1) {
    const before = w.written;
    writeEvent(w, m.events?.[at] ?? {});
    w.open(before, 90);
  }
  w.bool(m.fragment, 56);
  w.text(m.cancel_reason, 50);
  w.integer(m.compact_revision, 40);
  w.bool(m.canceled, 32);
  w.bool(m.created, 24);
  w.integer(m.watch_id, 16);
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const LeaseGrantRequestGo: GoNames = {
  message: "LeaseGrantRequest",
  fields: { 1: "TTL", 2: "ID" },
};

export function readLeaseGrantRequest(
  r: WireReader,
  m: gen.LeaseGrantRequest = { TTL: "0", ID: "0" },
): gen.LeaseGrantRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 8:
        m.TTL = r.int64();
        break;
      case 16:
        m.ID = r.int64();
        break;
      default:
        r.skip(start, LeaseGrantRequestGo);
    }
  }
  return m;
}

export function writeLeaseGrantRequest(w: WireWriter, m: gen.LeaseGrantRequestInput): void {
  w.integer(m.ID, 16);
  w.integer(m.TTL, 8);
}

const LeaseGrantResponseGo: GoNames = {
  message: "LeaseGrantResponse",
  fields: { 1: "Header", 2: "ID", 3: "TTL", 4: "Error" },
};

export function readLeaseGrantResponse(
  r: WireReader,
  m: gen.LeaseGrantResponse = { header: null, ID: "0", TTL: "0", error: "" },
): gen.LeaseGrantResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      case 16:
        m.ID = r.int64();
        break;
      case 24:
        m.TTL = r.int64();
        break;
      case 34:
        m.error = r.text();
        break;
      default:
        r.skip(start, LeaseGrantResponseGo);
    }
  }
  return m;
}

export function writeLeaseGrantResponse(w: WireWriter, m: gen.LeaseGrantResponseInput): void {
  w.text(m.error, 34);
  w.integer(m.TTL, 24);
  w.integer(m.ID, 16);
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const LeaseRevokeRequestGo: GoNames = {
  message: "LeaseRevokeRequest",
  fields: { 1: "ID" },
};

export function readLeaseRevokeRequest(
  r: WireReader,
  m: gen.LeaseRevokeRequest = { ID: "0" },
): gen.LeaseRevokeRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 8:
        m.ID = r.int64();
        break;
      default:
        r.skip(start, LeaseRevokeRequestGo);
    }
  }
  return m;
}

export function writeLeaseRevokeRequest(w: WireWriter, m: gen.LeaseRevokeRequestInput): void {
  w.integer(m.ID, 8);
}

const LeaseRevokeResponseGo: GoNames = {
  message: "LeaseRevokeResponse",
  fields: { 1: "Header" },
};

export function readLeaseRevokeResponse(
  r: WireReader,
  m: gen.LeaseRevokeResponse = { header: null },
): gen.LeaseRevokeResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      default:
        r.skip(start, LeaseRevokeResponseGo);
    }
  }
  return m;
}

export function writeLeaseRevokeResponse(w: WireWriter, m: gen.LeaseRevokeResponseInput): void {
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const LeaseCheckpointGo: GoNames = {
  message: "LeaseCheckpoint",
  fields: { 1: "ID", 2: "Remaining_TTL" },
};

export function readLeaseCheckpoint(
  r: WireReader,
  m: gen.LeaseCheckpoint = { ID: "0", remaining_TTL: "0" },
): gen.LeaseCheckpoint {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 8:
        m.ID = r.int64();
        break;
      case 16:
        m.remaining_TTL = r.int64();
        break;
      default:
        r.skip(start, LeaseCheckpointGo);
    }
  }
  return m;
}

export function writeLeaseCheckpoint(w: WireWriter, m: gen.LeaseCheckpointInput): void {
  w.integer(m.remaining_TTL, 16);
  w.integer(m.ID, 8);
}

const LeaseCheckpointRequestGo: GoNames = {
  message: "LeaseCheckpointRequest",
  fields: { 1: "Checkpoints" },
};

export function readLeaseCheckpointRequest(
  r: WireReader,
  m: gen.LeaseCheckpointRequest = { checkpoints: [] },
): gen.LeaseCheckpointRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.checkpoints.push(readLeaseCheckpoint(r));
        r.close(outer);
        break;
      }
      default:
        r.skip(start, LeaseCheckpointRequestGo);
    }
  }
  return m;
}

export function writeLeaseCheckpointRequest(w: WireWriter, m: gen.LeaseCheckpointRequestInput): void {
  for (let at = (m.checkpoints?.length ?? 0) - 1; at >= 0; at -= 1) {
    const before = w.written;
    writeLeaseCheckpoint(w, m.checkpoints?.[at] ?? {});
    w.open(before, 10);
  }
}

const LeaseCheckpointResponseGo: GoNames = {
  message: "LeaseCheckpointResponse",
  fields: { 1: "Header" },
};

export function readLeaseCheckpointResponse(
  r: WireReader,
  m: gen.LeaseCheckpointResponse = { header: null },
): gen.LeaseCheckpointResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      default:
        r.skip(start, LeaseCheckpointResponseGo);
    }
  }
  return m;
}

export function writeLeaseCheckpointResponse(w: WireWriter, m: gen.LeaseCheckpointResponseInput): void {
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const LeaseKeepAliveRequestGo: GoNames = {
  message: "LeaseKeepAliveRequest",
  fields: { 1: "ID" },
};

export function readLeaseKeepAliveRequest(
  r: WireReader,
  m: gen.LeaseKeepAliveRequest = { ID: "0" },
): gen.LeaseKeepAliveRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 8:
        m.ID = r.int64();
        break;
      default:
        r.skip(start, LeaseKeepAliveRequestGo);
    }
  }
  return m;
}

export function writeLeaseKeepAliveRequest(w: WireWriter, m: gen.LeaseKeepAliveRequestInput): void {
  w.integer(m.ID, 8);
}

const LeaseKeepAliveResponseGo: GoNames = {
  message: "LeaseKeepAliveResponse",
  fields: { 1: "Header", 2: "ID", 3: "TTL" },
};

export function readLeaseKeepAliveResponse(
  r: WireReader,
  m: gen.LeaseKeepAliveResponse = { header: null, ID: "0", TTL: "0" },
): gen.LeaseKeepAliveResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      case 16:
        m.ID = r.int64();
        break;
      case 24:
        m.TTL = r.int64();
        break;
      default:
        r.skip(start, LeaseKeepAliveResponseGo);
    }
  }
  return m;
}

export function writeLeaseKeepAliveResponse(w: WireWriter, m: gen.LeaseKeepAliveResponseInput): void {
  w.integer(m.TTL, 24);
  w.integer(m.ID, 16);
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const LeaseTimeToLiveRequestGo: GoNames = {
  message: "LeaseTimeToLiveRequest",
  fields: { 1: "ID", 2: "Keys" },
};

export function readLeaseTimeToLiveRequest(
  r: WireReader,
  m: gen.LeaseTimeToLiveRequest = { ID: "0", keys: false },
): gen.LeaseTimeToLiveRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 8:
        m.ID = r.int64();
        break;
      case 16:
        m.keys = r.bool();
        break;
      default:
        r.skip(start, LeaseTimeToLiveRequestGo);
    }
  }
  return m;
}

export function writeLeaseTimeToLiveRequest(w: WireWriter, m: gen.LeaseTimeToLiveRequestInput): void {
  w.bool(m.keys, 16);
  w.integer(m.ID, 8);
}

const LeaseTimeToLiveResponseGo: GoNames = {
  message: "LeaseTimeToLiveResponse",
  fields: { 1: "Header", 2: "ID", 3: "TTL", 4: "GrantedTTL", 5: "Keys" },
};

export function readLeaseTimeToLiveResponse(
  r: WireReader,
  m: gen.LeaseTimeToLiveResponse = { header: null, ID: "0", TTL: "0", grantedTTL: "0", keys: [] },
): gen.LeaseTimeToLiveResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      case 16:
        m.ID = r.int64();
        break;
      case 24:
        m.TTL = r.int64();
        break;
      case 32:
        m.grantedTTL = r.int64();
        break;
      case 42:
        m.keys.push(r.bytes());
        break;
      default:
        r.skip(start, LeaseTimeToLiveResponseGo);
    }
  }
  return m;
}

export function writeLeaseTimeToLiveResponse(w: WireWriter, m: gen.LeaseTimeToLiveResponseInput): void {
  for (let at = (m.keys?.length ?? 0) - 1; at >= 0; at -= 1) {
    w.bytes(m.keys?.[at], 42, true);
  }
  w.integer(m.grantedTTL, 32);
  w.integer(m.TTL, 24);
  w.integer(m.ID, 16);
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const LeaseLeasesRequestGo: GoNames = {
  message: "LeaseLeasesRequest",
  fields: {  },
};

export function readLeaseLeasesRequest(
  r: WireReader,
  m: gen.LeaseLeasesRequest = {  },
): gen.LeaseLeasesRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {

      default:
        r.skip(start, LeaseLeasesRequestGo);
    }
  }
  return m;
}

export function writeLeaseLeasesRequest(_w: WireWriter, _m: gen.LeaseLeasesRequestInput): void {

}

const LeaseStatusGo: GoNames = {
  message: "LeaseStatus",
  fields: { 1: "ID" },
};

export function readLeaseStatus(
  r: WireReader,
  m: gen.LeaseStatus = { ID: "0" },
): gen.LeaseStatus {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 8:
        m.ID = r.int64();
        break;
      default:
        r.skip(start, LeaseStatusGo);
    }
  }
  return m;
}

export function writeLeaseStatus(w: WireWriter, m: gen.LeaseStatusInput): void {
  w.integer(m.ID, 8);
}

const LeaseLeasesResponseGo: GoNames = {
  message: "LeaseLeasesResponse",
  fields: { 1: "Header", 2: "Leases" },
};

export function readLeaseLeasesResponse(
  r: WireReader,
  m: gen.LeaseLeasesResponse = { header: null, leases: [] },
): gen.LeaseLeasesResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      case 18: {
        const outer = r.open();
        m.leases.push(readLeaseStatus(r));
        r.close(outer);
        break;
      }
      default:
        r.skip(start, LeaseLeasesResponseGo);
    }
  }
  return m;
}

export function writeLeaseLeasesResponse(w: WireWriter, m: gen.LeaseLeasesResponseInput): void {
  for (let at = (m.leases?.length ?? 0) - 1; at >= 0; at -= 1) {
    const before = w.written;
    writeLeaseStatus(w, m.leases?.[at] ?? {});
    w.open(before, 18);
  }
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const MemberGo: GoNames = {
  message: "Member",
  fields: { 1: "ID", 2: "Name", 3: "PeerURLs", 4: "ClientURLs", 5: "IsLearner" },
};

export function readMember(
  r: WireReader,
  m: gen.Member = { ID: "0", name: "", peerURLs: [], clientURLs: [], isLearner: false },
): gen.Member {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 8:
        m.ID = r.uint64();
        break;
      case 18:
        m.name = r.text();
        break;
      case 26:
        m.peerURLs.push(r.text());
        break;
      case 34:
        m.clientURLs.push(r.text());
        break;
      case 40:
        m.isLearner = r.bool();
        break;
      default:
        r.skip(start, MemberGo);
    }
  }
  return m;
}

export function writeMember(w: WireWriter, m: gen.MemberInput): void {
  w.bool(m.isLearner, 40);
  for (let at = (m.clientURLs?.length ?? 0) - 1; at >= 0; at -= 1) {
    w.text(m.clientURLs?.[at], 34, true);
  }
  for (let at = (m.peerURLs?.length ?? 0) - 1; at >= 0; at -= 1) {
    w.text(m.peerURLs?.[at], 26, true);
  }
  w.text(m.name, 18);
  w.integer(m.ID, 8);
}

const MemberAddRequestGo: GoNames = {
  message: "MemberAddRequest",
  fields: { 1: "PeerURLs", 2: "IsLearner" },
};

export function readMemberAddRequest(
  r: WireReader,
  m: gen.MemberAddRequest = { peerURLs: [], isLearner: false },
): gen.MemberAddRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10:
        m.peerURLs.push(r.text());
        break;
      case 16:
        m.isLearner = r.bool();
        break;
      default:
        r.skip(start, MemberAddRequestGo);
    }
  }
  return m;
}

export function writeMemberAddRequest(w: WireWriter, m: gen.MemberAddRequestInput): void {
  w.bool(m.isLearner, 16);
  for (let at = (m.peerURLs?.length ?? 0) - 1; at >= 0; at -= 1) {
    w.text(m.peerURLs?.[at], 10, true);
  }
}

const MemberAddResponseGo: GoNames = {
  message: "MemberAddResponse",
  fields: { 1: "Header", 2: "Member", 3: "Members" },
};

export function readMemberAddResponse(
  r: WireReader,
  m: gen.MemberAddResponse = { header: null, member: null, members: [] },
): gen.MemberAddResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      case 18: {
        const outer = r.open();
        m.member = readMember(r, m.member ?? undefined);
        r.close(outer);
        break;
      }
      case 26: {
        const outer = r.open();
        m.members.push(readMember(r));
        r.close(outer);
        break;
      }
      default:
        r.skip(start, MemberAddResponseGo);
    }
  }
  return m;
}

export function writeMemberAddResponse(w: WireWriter, m: gen.MemberAddResponseInput): void {
  for (let at = (m.members?.length ?? 0) - 1; at >= 0; at -= 1) {
    const before = w.written;
    writeMember(w, m.members?.[at] ?? {});
    w.open(before, 26);
  }
  if (m.member !== undefined && m.member !== null) {
    const before = w.written;
    writeMember(w, m.member);
    w.open(before, 18);
  }
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const MemberRemoveRequestGo: GoNames = {
  message: "MemberRemoveRequest",
  fields: { 1: "ID" },
};

export function readMemberRemoveRequest(
  r: WireReader,
  m: gen.MemberRemoveRequest = { ID: "0" },
): gen.MemberRemoveRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 8:
        m.ID = r.uint64();
        break;
      default:
        r.skip(start, MemberRemoveRequestGo);
    }
  }
  return m;
}

export function writeMemberRemoveRequest(w: WireWriter, m: gen.MemberRemoveRequestInput): void {
  w.integer(m.ID, 8);
}

const MemberRemoveResponseGo: GoNames = {
  message: "MemberRemoveResponse",
  fields: { 1: "Header", 2: "Members" },
};

export function readMemberRemoveResponse(
  r: WireReader,
  m: gen.MemberRemoveResponse = { header: null, members: [] },
): gen.MemberRemoveResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      case 18: {
        const outer = r.open();
        m.members.push(readMember(r));
        r.close(outer);
        break;
      }
      default:
        r.skip(start, MemberRemoveResponseGo);
    }
  }
  return m;
}

export function writeMemberRemoveResponse(w: WireWriter, m: gen.MemberRemoveResponseInput): void {
  for (let at = (m.members?.length ?? 0) - 1; at >= 0; at -= 1) {
    const before = w.written;
    writeMember(w, m.members?.[at] ?? {});
    w.open(before, 18);
  }
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const MemberUpdateRequestGo: GoNames = {
  message: "MemberUpdateRequest",
  fields: { 1: "ID", 2: "PeerURLs" },
};

export function readMemberUpdateRequest(
  r: WireReader,
  m: gen.MemberUpdateRequest = { ID: "0", peerURLs: [] },
): gen.MemberUpdateRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 8:
        m.ID = r.uint64();
        break;
      case 18:
        m.peerURLs.push(r.text());
        break;
      default:
        r.skip(start, MemberUpdateRequestGo);
    }
  }
  return m;
}

export function writeMemberUpdateRequest(w: WireWriter, m: gen.MemberUpdateRequestInput): void {
  for (let at = (m.peerURLs?.length ?? 0) - 1; at >= 0; at -= 1) {
    w.text(m.peerURLs?.[at], 18, true);
  }
  w.integer(m.ID, 8);
}

const MemberUpdateResponseGo: GoNames = {
  message: "MemberUpdateResponse",
  fields: { 1: "Header", 2: "Members" },
};

export function readMemberUpdateResponse(
  r: WireReader,
  m: gen.MemberUpdateResponse = { header: null, members: [] },
): gen.MemberUpdateResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      case 18: {
        const outer = r.open();
        m.members.push(readMember(r));
        r.close(outer);
        break;
      }
      default:
        r.skip(start, MemberUpdateResponseGo);
    }
  }
  return m;
}

export function writeMemberUpdateResponse(w: WireWriter, m: gen.MemberUpdateResponseInput): void {
  for (let at = (m.members?.length ?? 0) - 1; at >= 0; at -= 1) {
    const before = w.written;
    writeMember(w, m.members?.[at] ?? {});
    w.open(before, 18);
  }
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const MemberListRequestGo: GoNames = {
  message: "MemberListRequest",
  fields: { 1: "Linearizable" },
};

export function readMemberListRequest(
  r: WireReader,
  m: gen.MemberListRequest = { linearizable: false },
): gen.MemberListRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 8:
        m.linearizable = r.bool();
        break;
      default:
        r.skip(start, MemberListRequestGo);
    }
  }
  return m;
}

export function writeMemberListRequest(w: WireWriter, m: gen.MemberListRequestInput): void {
  w.bool(m.linearizable, 8);
}

const MemberListResponseGo: GoNames = {
  message: "MemberListResponse",
  fields: { 1: "Header", 2: "Members" },
};

export function readMemberListResponse(
  r: WireReader,
  m: gen.MemberListResponse = { header: null, members: [] },
): gen.MemberListResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      case 18: {
        const outer = r.open();
        m.members.push(readMember(r));
        r.close(outer);
        break;
      }
      default:
        r.skip(start, MemberListResponseGo);
    }
  }
  return m;
}

export function writeMemberListResponse(w: WireWriter, m: gen.MemberListResponseInput): void {
  for (let at = (m.members?.length ?? 0) - 1; at >= 0; at -= 1) {
    const before = w.written;
    writeMember(w, m.members?.[at] ?? {});
    w.open(before, 18);
  }
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const MemberPromoteRequestGo: GoNames = {
  message: "MemberPromoteRequest",
  fields: { 1: "ID" },
};

export function readMemberPromoteRequest(
  r: WireReader,
  m: gen.MemberPromoteRequest = { ID: "0" },
): gen.MemberPromoteRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 8:
        m.ID = r.uint64();
        break;
      default:
        r.skip(start, MemberPromoteRequestGo);
    }
  }
  return m;
}

export function writeMemberPromoteRequest(w: WireWriter, m: gen.MemberPromoteRequestInput): void {
  w.integer(m.ID, 8);
}

const MemberPromoteResponseGo: GoNames = {
  message: "MemberPromoteResponse",
  fields: { 1: "Header", 2: "Members" },
};

export function readMemberPromoteResponse(
  r: WireReader,
  m: gen.MemberPromoteResponse = { header: null, members: [] },
): gen.MemberPromoteResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      case 18: {
        const outer = r.open();
        m.members.push(readMember(r));
        r.close(outer);
        break;
      }
      default:
        r.skip(start, MemberPromoteResponseGo);
    }
  }
  return m;
}

export function writeMemberPromoteResponse(w: WireWriter, m: gen.MemberPromoteResponseInput): void {
  for (let at = (m.members?.length ?? 0) - 1; at >= 0; at -= 1) {
    const before = w.written;
    writeMember(w, m.members?.[at] ?? {});
    w.open(before, 18);
  }
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const AlarmRequestGo: GoNames = {
  message: "AlarmRequest",
  fields: { 1: "Action", 2: "MemberID", 3: "Alarm" },
};

export function readAlarmRequest(
  r: WireReader,
  m: gen.AlarmRequest = { action: "GET", memberID: "0", alarm: "NONE" },
): gen.AlarmRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 8:
        m.action = r.choice(AlarmRequest_AlarmActionNames);
        break;
      case 16:
        m.memberID = r.uint64();
        break;
      case 24:
        m.alarm = r.choice(AlarmTypeNames);
        break;
      default:
        r.skip(start, AlarmRequestGo);
    }
  }
  return m;
}

export function writeAlarmRequest(w: WireWriter, m: gen.AlarmRequestInput): void {
  w.choice(m.alarm, AlarmTypeNumbers, 24);
  w.integer(m.memberID, 16);
  w.choice(m.action, AlarmRequest_AlarmActionNumbers, 8);
}

const AlarmMemberGo: GoNames = {
  message: "AlarmMember",
  fields: { 1: "MemberID", 2: "Alarm" },
};

export function readAlarmMember(
  r: WireReader,
  m: gen.AlarmMember = { memberID: "0", alarm: "NONE" },
): gen.AlarmMember {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 8:
        m.memberID = r.uint64();
        break;
      case 16:
        m.alarm = r.choice(AlarmTypeNames);
        break;
      default:
        r.skip(start, AlarmMemberGo);
    }
  }
  return m;
}

export function writeAlarmMember(w: WireWriter, m: gen.AlarmMemberInput): void {
  w.choice(m.alarm, AlarmTypeNumbers, 16);
  w.integer(m.memberID, 8);
}

const AlarmResponseGo: GoNames = {
  message: "AlarmResponse",
  fields: { 1: "Header", 2: "Alarms" },
};

export function readAlarmResponse(
  r: WireReader,
  m: gen.AlarmResponse = { header: null, alarms: [] },
): gen.AlarmResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      case 18: {
        const outer = r.open();
        m.alarms.push(readAlarmMember(r));
        r.close(outer);
        break;
      }
      default:
        r.skip(start, AlarmResponseGo);
    }
  }
  return m;
}

export function writeAlarmResponse(w: WireWriter, m: gen.AlarmResponseInput): void {
  for (let at = (m.alarms?.length ?? 0) - 1; at >= 0; at -= 1) {
    const before = w.written;
    writeAlarmMember(w, m.alarms?.[at] ?? {});
    w.open(before, 18);
  }
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const StatusRequestGo: GoNames = {
  message: "StatusRequest",
  fields: {  },
};

export function readStatusRequest(
  r: WireReader,
  m: gen.StatusRequest = {  },
): gen.StatusRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {

      default:
        r.skip(start, StatusRequestGo);
    }
  }
  return m;
}

export function writeStatusRequest(_w: WireWriter, _m: gen.StatusRequestInput): void {

}

const StatusResponseGo: GoNames = {
  message: "StatusResponse",
  fields: { 1: "Header", 2: "Version", 3: "DbSize", 4: "Leader", 5: "RaftIndex", 6: "RaftTerm", 7: "RaftAppliedIndex", 8: "Errors", 9: "DbSizeInUse", 10: "IsLearner", 11: "StorageVersion", 12: "DbSizeQuota", 13: "DowngradeInfo" },
};

export function readStatusResponse(
  r: WireReader,
  m: gen.StatusResponse = { header: null, version: "", dbSize: "0", leader: "0", raftIndex: "0", raftTerm: "0", raftAppliedIndex: "0", errors: [], dbSizeInUse: "0", isLearner: false, storageVersion: "", dbSizeQuota: "0", downgradeInfo: null },
): gen.StatusResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      case 18:
        m.version = r.text();
        break;
      case 24:
        m.dbSize = r.int64();
        break;
      case 32:
        m.leader = r.uint64();
        break;
      case 40:
        m.raftIndex = r.uint64();
        break;
      case 48:
        m.raftTerm = r.uint64();
        break;
      case 56:
        m.raftAppliedIndex = r.uint64();
        break;
      case 66:
        m.errors.push(r.text());
        break;
      case 72:
        m.dbSizeInUse = r.int64();
        break;
      case 80:
        m.isLearner = r.bool();
        break;
      case 90:
        m.storageVersion = r.text();
        break;
      case 96:
        m.dbSizeQuota = r.int64();
        break;
      case 106: {
        const outer = r.open();
        m.downgradeInfo = readDowngradeInfo(r, m.downgradeInfo ?? undefined);
        r.close(outer);
        break;
      }
      default:
        r.skip(start, StatusResponseGo);
    }
  }
  return m;
}

export function writeStatusResponse(w: WireWriter, m: gen.StatusResponseInput): void {
  if (m.downgradeInfo !== undefined && m.downgradeInfo !== null) {
    const before = w.written;
    writeDowngradeInfo(w, m.downgradeInfo);
    w.open(before, 106);
  }
  w.integer(m.dbSizeQuota, 96);
  w.text(m.storageVersion, 90);
  w.bool(m.isLearner, 80);
  w.integer(m.dbSizeInUse, 72);
  for (let at = (m.errors?.length ?? 0) - 1; at >= 0; at -= 1) {
    w.text(m.errors?.[at], 66, true);
  }
  w.integer(m.raftAppliedIndex, 56);
  w.integer(m.raftTerm, 48);
  w.integer(m.raftIndex, 40);
  w.integer(m.leader, 32);
  w.integer(m.dbSize, 24);
  w.text(m.version, 18);
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const DowngradeInfoGo: GoNames = {
  message: "DowngradeInfo",
  fields: { 1: "Enabled", 2: "TargetVersion" },
};

export function readDowngradeInfo(
  r: WireReader,
  m: gen.DowngradeInfo = { enabled: false, targetVersion: "" },
): gen.DowngradeInfo {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 8:
        m.enabled = r.bool();
        break;
      case 18:
        m.targetVersion = r.text();
        break;
      default:
        r.skip(start, DowngradeInfoGo);
    }
  }
  return m;
}

export function writeDowngradeInfo(w: WireWriter, m: gen.DowngradeInfoInput): void {
  w.text(m.targetVersion, 18);
  w.bool(m.enabled, 8);
}

const DefragmentRequestGo: GoNames = {
  message: "DefragmentRequest",
  fields: {  },
};

export function readDefragmentRequest(
  r: WireReader,
  m: gen.DefragmentRequest = {  },
): gen.DefragmentRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {

      default:
        r.skip(start, DefragmentRequestGo);
    }
  }
  return m;
}

export function writeDefragmentRequest(_w: WireWriter, _m: gen.DefragmentRequestInput): void {

}

const DefragmentResponseGo: GoNames = {
  message: "DefragmentResponse",
  fields: { 1: "Header" },
};

export function readDefragmentResponse(
  r: WireReader,
  m: gen.DefragmentResponse = { header: null },
): gen.DefragmentResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      default:
        r.skip(start, DefragmentResponseGo);
    }
  }
  return m;
}

export function writeDefragmentResponse(w: WireWriter, m: gen.DefragmentResponseInput): void {
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const MoveLeaderRequestGo: GoNames = {
  message: "MoveLeaderRequest",
  fields: { 1: "TargetID" },
};

export function readMoveLeaderRequest(
  r: WireReader,
  m: gen.MoveLeaderRequest = { targetID: "0" },
): gen.MoveLeaderRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 8:
        m.targetID = r.uint64();
        break;
      default:
        r.skip(start, MoveLeaderRequestGo);
    }
  }
  return m;
}

export function writeMoveLeaderRequest(w: WireWriter, m: gen.MoveLeaderRequestInput): void {
  w.integer(m.targetID, 8);
}

const MoveLeaderResponseGo: GoNames = {
  message: "MoveLeaderResponse",
  fields: { 1: "Header" },
};

export function readMoveLeaderResponse(
  r: WireReader,
  m: gen.MoveLeaderResponse = { header: null },
): gen.MoveLeaderResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      default:
        r.skip(start, MoveLeaderResponseGo);
    }
  }
  return m;
}

export function writeMoveLeaderResponse(w: WireWriter, m: gen.MoveLeaderResponseInput): void {
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const HashRequestGo: GoNames = {
  message: "HashRequest",
  fields: {  },
};

export function readHashRequest(
  r: WireReader,
  m: gen.HashRequest = {  },
): gen.HashRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {

      default:
        r.skip(start, HashRequestGo);
    }
  }
  return m;
}

export function writeHashRequest(_w: WireWriter, _m: gen.HashRequestInput): void {

}

const HashKVRequestGo: GoNames = {
  message: "HashKVRequest",
  fields: { 1: "Revision" },
};

export function readHashKVRequest(
  r: WireReader,
  m: gen.HashKVRequest = { revision: "0" },
): gen.HashKVRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 8:
        m.revision = r.int64();
        break;
      default:
        r.skip(start, HashKVRequestGo);
    }
  }
  return m;
}

export function writeHashKVRequest(w: WireWriter, m: gen.HashKVRequestInput): void {
  w.integer(m.revision, 8);
}

const HashKVResponseGo: GoNames = {
  message: "HashKVResponse",
  fields: { 1: "Header", 2: "Hash", 3: "CompactRevision", 4: "HashRevision" },
};

export function readHashKVResponse(
  r: WireReader,
  m: gen.HashKVResponse = { header: null, hash: 0, compact_revision: "0", hash_revision: "0" },
): gen.HashKVResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      case 16:
        m.hash = r.uint32();
        break;
      case 24:
        m.compact_revision = r.int64();
        break;
      case 32:
        m.hash_revision = r.int64();
        break;
      default:
        r.skip(start, HashKVResponseGo);
    }
  }
  return m;
}

export function writeHashKVResponse(w: WireWriter, m: gen.HashKVResponseInput): void {
  w.integer(m.hash_revision, 32);
  w.integer(m.compact_revision, 24);
  w.integer(m.hash, 16);
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const HashResponseGo: GoNames = {
  message: "HashResponse",
  fields: { 1: "Header", 2: "Hash" },
};

export function readHashResponse(
  r: WireReader,
  m: gen.HashResponse = { header: null, hash: 0 },
): gen.HashResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      case 16:
        m.hash = r.uint32();
        break;
      default:
        r.skip(start, HashResponseGo);
    }
  }
  return m;
}

export function writeHashResponse(w: WireWriter, m: gen.HashResponseInput): void {
  w.integer(m.hash, 16);
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const SnapshotRequestGo: GoNames = {
  message: "SnapshotRequest",
  fields: {  },
};

export function readSnapshotRequest(
  r: WireReader,
  m: gen.SnapshotRequest = {  },
): gen.SnapshotRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {

      default:
        r.skip(start, SnapshotRequestGo);
    }
  }
  return m;
}

export function writeSnapshotRequest(_w: WireWriter, _m: gen.SnapshotRequestInput): void {

}

const SnapshotResponseGo: GoNames = {
  message: "SnapshotResponse",
  fields: { 1: "Header", 2: "RemainingBytes", 3: "Blob", 4: "Version" },
};

export function readSnapshotResponse(
  r: WireReader,
  m: gen.SnapshotResponse = { header: null, remaining_bytes: "0", blob: none, version: "" },
): gen.SnapshotResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      case 16:
        m.remaining_bytes = r.uint64();
        break;
      case 26:
        m.blob = r.bytes();
        break;
      case 34:
        m.version = r.text();
        break;
      default:
        r.skip(start, SnapshotResponseGo);
    }
  }
  return m;
}

export function writeSnapshotResponse(w: WireWriter, m: gen.SnapshotResponseInput): void {
  w.text(m.version, 34);
  w.bytes(m.blob, 26);
  w.integer(m.remaining_bytes, 16);
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const DowngradeRequestGo: GoNames = {
  message: "DowngradeRequest",
  fields: { 1: "Action", 2: "Version" },
};

export function readDowngradeRequest(
  r: WireReader,
  m: gen.DowngradeRequest = { action: "VALIDATE", version: "" },
): gen.DowngradeRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 8:
        m.action = r.choice(DowngradeRequest_DowngradeActionNames);
        break;
      case 18:
        m.version = r.text();
        break;
      default:
        r.skip(start, DowngradeRequestGo);
    }
  }
  return m;
}

export function writeDowngradeRequest(w: WireWriter, m: gen.DowngradeRequestInput): void {
  w.text(m.version, 18);
  w.choice(m.action, DowngradeRequest_DowngradeActionNumbers, 8);
}

const DowngradeResponseGo: GoNames = {
  message: "DowngradeResponse",
  fields: { 1: "Header", 2: "Version" },
};

export function readDowngradeResponse(
  r: WireReader,
  m: gen.DowngradeResponse = { header: null, version: "" },
): gen.DowngradeResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      case 18:
        m.version = r.text();
        break;
      default:
        r.skip(start, DowngradeResponseGo);
    }
  }
  return m;
}

export function writeDowngradeResponse(w: WireWriter, m: gen.DowngradeResponseInput): void {
  w.text(m.version, 18);
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const AuthEnableRequestGo: GoNames = {
  message: "AuthEnableRequest",
  fields: {  },
};

export function readAuthEnableRequest(
  r: WireReader,
  m: gen.AuthEnableRequest = {  },
): gen.AuthEnableRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {

      default:
        r.skip(start, AuthEnableRequestGo);
    }
  }
  return m;
}

export function writeAuthEnableRequest(_w: WireWriter, _m: gen.AuthEnableRequestInput): void {

}

const AuthDisableRequestGo: GoNames = {
  message: "AuthDisableRequest",
  fields: {  },
};

export function readAuthDisableRequest(
  r: WireReader,
  m: gen.AuthDisableRequest = {  },
): gen.AuthDisableRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {

      default:
        r.skip(start, AuthDisableRequestGo);
    }
  }
  return m;
}

export function writeAuthDisableRequest(_w: WireWriter, _m: gen.AuthDisableRequestInput): void {

}

const AuthStatusRequestGo: GoNames = {
  message: "AuthStatusRequest",
  fields: {  },
};

export function readAuthStatusRequest(
  r: WireReader,
  m: gen.AuthStatusRequest = {  },
): gen.AuthStatusRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {

      default:
        r.skip(start, AuthStatusRequestGo);
    }
  }
  return m;
}

export function writeAuthStatusRequest(_w: WireWriter, _m: gen.AuthStatusRequestInput): void {

}

const AuthenticateRequestGo: GoNames = {
  message: "AuthenticateRequest",
  fields: { 1: "Name", 2: "Password" },
};

export function readAuthenticateRequest(
  r: WireReader,
  m: gen.AuthenticateRequest = { name: "", password: "" },
): gen.AuthenticateRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10:
        m.name = r.text();
        break;
      case 18:
        m.password = r.text();
        break;
      default:
        r.skip(start, AuthenticateRequestGo);
    }
  }
  return m;
}

export function writeAuthenticateRequest(w: WireWriter, m: gen.AuthenticateRequestInput): void {
  w.text(m.password, 18);
  w.text(m.name, 10);
}

const AuthUserAddRequestGo: GoNames = {
  message: "AuthUserAddRequest",
  fields: { 1: "Name", 2: "Password", 3: "Options", 4: "HashedPassword" },
};

export function readAuthUserAddRequest(
  r: WireReader,
  m: gen.AuthUserAddRequest = { name: "", password: "", options: null, hashedPassword: "" },
): gen.AuthUserAddRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10:
        m.name = r.text();
        break;
      case 18:
        m.password = r.text();
        break;
      case 26: {
        const outer = r.open();
        m.options = readUserAddOptions(r, m.options ?? undefined);
        r.close(outer);
        break;
      }
      case 34:
        m.hashedPassword = r.text();
        break;
      default:
        r.skip(start, AuthUserAddRequestGo);
    }
  }
  return m;
}

export function writeAuthUserAddRequest(w: WireWriter, m: gen.AuthUserAddRequestInput): void {
  w.text(m.hashedPassword, 34);
  if (m.options !== undefined && m.options !== null) {
    const before = w.written;
    writeUserAddOptions(w, m.options);
    w.open(before, 26);
  }
  w.text(m.password, 18);
  w.text(m.name, 10);
}

const AuthUserGetRequestGo: GoNames = {
  message: "AuthUserGetRequest",
  fields: { 1: "Name" },
};

export function readAuthUserGetRequest(
  r: WireReader,
  m: gen.AuthUserGetRequest = { name: "" },
): gen.AuthUserGetRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10:
        m.name = r.text();
        break;
      default:
        r.skip(start, AuthUserGetRequestGo);
    }
  }
  return m;
}

export function writeAuthUserGetRequest(w: WireWriter, m: gen.AuthUserGetRequestInput): void {
  w.text(m.name, 10);
}

const AuthUserDeleteRequestGo: GoNames = {
  message: "AuthUserDeleteRequest",
  fields: { 1: "Name" },
};

export function readAuthUserDeleteRequest(
  r: WireReader,
  m: gen.AuthUserDeleteRequest = { name: "" },
): gen.AuthUserDeleteRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10:
        m.name = r.text();
        break;
      default:
        r.skip(start, AuthUserDeleteRequestGo);
    }
  }
  return m;
}

export function writeAuthUserDeleteRequest(w: WireWriter, m: gen.AuthUserDeleteRequestInput): void {
  w.text(m.name, 10);
}

const AuthUserChangePasswordRequestGo: GoNames = {
  message: "AuthUserChangePasswordRequest",
  fields: { 1: "Name", 2: "Password", 3: "HashedPassword" },
};

export function readAuthUserChangePasswordRequest(
  r: WireReader,
  m: gen.AuthUserChangePasswordRequest = { name: "", password: "", hashedPassword: "" },
): gen.AuthUserChangePasswordRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10:
        m.name = r.text();
        break;
      case 18:
        m.password = r.text();
        break;
      case 26:
        m.hashedPassword = r.text();
        break;
      default:
        r.skip(start, AuthUserChangePasswordRequestGo);
    }
  }
  return m;
}

export function writeAuthUserChangePasswordRequest(w: WireWriter, m: gen.AuthUserChangePasswordRequestInput): void {
  w.text(m.hashedPassword, 26);
  w.text(m.password, 18);
  w.text(m.name, 10);
}

const AuthUserGrantRoleRequestGo: GoNames = {
  message: "AuthUserGrantRoleRequest",
  fields: { 1: "User", 2: "Role" },
};

export function readAuthUserGrantRoleRequest(
  r: WireReader,
  m: gen.AuthUserGrantRoleRequest = { user: "", role: "" },
): gen.AuthUserGrantRoleRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10:
        m.user = r.text();
        break;
      case 18:
        m.role = r.text();
        break;
      default:
        r.skip(start, AuthUserGrantRoleRequestGo);
    }
  }
  return m;
}

export function writeAuthUserGrantRoleRequest(w: WireWriter, m: gen.AuthUserGrantRoleRequestInput): void {
  w.text(m.role, 18);
  w.text(m.user, 10);
}

const AuthUserRevokeRoleRequestGo: GoNames = {
  message: "AuthUserRevokeRoleRequest",
  fields: { 1: "Name", 2: "Role" },
};

export function readAuthUserRevokeRoleRequest(
  r: WireReader,
  m: gen.AuthUserRevokeRoleRequest = { name: "", role: "" },
): gen.AuthUserRevokeRoleRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10:
        m.name = r.text();
        break;
      case 18:
        m.role = r.text();
        break;
      default:
        r.skip(start, AuthUserRevokeRoleRequestGo);
    }
  }
  return m;
}

export function writeAuthUserRevokeRoleRequest(w: WireWriter, m: gen.AuthUserRevokeRoleRequestInput): void {
  w.text(m.role, 18);
  w.text(m.name, 10);
}

const AuthRoleAddRequestGo: GoNames = {
  message: "AuthRoleAddRequest",
  fields: { 1: "Name" },
};

export function readAuthRoleAddRequest(
  r: WireReader,
  m: gen.AuthRoleAddRequest = { name: "" },
): gen.AuthRoleAddRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10:
        m.name = r.text();
        break;
      default:
        r.skip(start, AuthRoleAddRequestGo);
    }
  }
  return m;
}

export function writeAuthRoleAddRequest(w: WireWriter, m: gen.AuthRoleAddRequestInput): void {
  w.text(m.name, 10);
}

const AuthRoleGetRequestGo: GoNames = {
  message: "AuthRoleGetRequest",
  fields: { 1: "Role" },
};

export function readAuthRoleGetRequest(
  r: WireReader,
  m: gen.AuthRoleGetRequest = { role: "" },
): gen.AuthRoleGetRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10:
        m.role = r.text();
        break;
      default:
        r.skip(start, AuthRoleGetRequestGo);
    }
  }
  return m;
}

export function writeAuthRoleGetRequest(w: WireWriter, m: gen.AuthRoleGetRequestInput): void {
  w.text(m.role, 10);
}

const AuthUserListRequestGo: GoNames = {
  message: "AuthUserListRequest",
  fields: {  },
};

export function readAuthUserListRequest(
  r: WireReader,
  m: gen.AuthUserListRequest = {  },
): gen.AuthUserListRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {

      default:
        r.skip(start, AuthUserListRequestGo);
    }
  }
  return m;
}

export function writeAuthUserListRequest(_w: WireWriter, _m: gen.AuthUserListRequestInput): void {

}

const AuthRoleListRequestGo: GoNames = {
  message: "AuthRoleListRequest",
  fields: {  },
};

export function readAuthRoleListRequest(
  r: WireReader,
  m: gen.AuthRoleListRequest = {  },
): gen.AuthRoleListRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {

      default:
        r.skip(start, AuthRoleListRequestGo);
    }
  }
  return m;
}

export function writeAuthRoleListRequest(_w: WireWriter, _m: gen.AuthRoleListRequestInput): void {

}

const AuthRoleDeleteRequestGo: GoNames = {
  message: "AuthRoleDeleteRequest",
  fields: { 1: "Role" },
};

export function readAuthRoleDeleteRequest(
  r: WireReader,
  m: gen.AuthRoleDeleteRequest = { role: "" },
): gen.AuthRoleDeleteRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10:
        m.role = r.text();
        break;
      default:
        r.skip(start, AuthRoleDeleteRequestGo);
    }
  }
  return m;
}

export function writeAuthRoleDeleteRequest(w: WireWriter, m: gen.AuthRoleDeleteRequestInput): void {
  w.text(m.role, 10);
}

const AuthRoleGrantPermissionRequestGo: GoNames = {
  message: "AuthRoleGrantPermissionRequest",
  fields: { 1: "Name", 2: "Perm" },
};

export function readAuthRoleGrantPermissionRequest(
  r: WireReader,
  m: gen.AuthRoleGrantPermissionRequest = { name: "", perm: null },
): gen.AuthRoleGrantPermissionRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10:
        m.name = r.text();
        break;
      case 18: {
        const outer = r.open();
        m.perm = readPermission(r, m.perm ?? undefined);
        r.close(outer);
        break;
      }
      default:
        r.skip(start, AuthRoleGrantPermissionRequestGo);
    }
  }
  return m;
}

export function writeAuthRoleGrantPermissionRequest(w: WireWriter, m: gen.AuthRoleGrantPermissionRequestInput): void {
  if (m.perm !== undefined && m.perm !== null) {
    const before = w.written;
    writePermission(w, m.perm);
    w.open(before, 18);
  }
  w.text(m.name, 10);
}

const AuthRoleRevokePermissionRequestGo: GoNames = {
  message: "AuthRoleRevokePermissionRequest",
  fields: { 1: "Role", 2: "Key", 3: "RangeEnd" },
};

export function readAuthRoleRevokePermissionRequest(
  r: WireReader,
  m: gen.AuthRoleRevokePermissionRequest = { role: "", key: none, range_end: none },
): gen.AuthRoleRevokePermissionRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10:
        m.role = r.text();
        break;
      case 18:
        m.key = r.bytes();
        break;
      case 26:
        m.range_end = r.bytes();
        break;
      default:
        r.skip(start, AuthRoleRevokePermissionRequestGo);
    }
  }
  return m;
}

export function writeAuthRoleRevokePermissionRequest(w: WireWriter, m: gen.AuthRoleRevokePermissionRequestInput): void {
  w.bytes(m.range_end, 26);
  w.bytes(m.key, 18);
  w.text(m.role, 10);
}

const AuthEnableResponseGo: GoNames = {
  message: "AuthEnableResponse",
  fields: { 1: "Header" },
};

export function readAuthEnableResponse(
  r: WireReader,
  m: gen.AuthEnableResponse = { header: null },
): gen.AuthEnableResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      default:
        r.skip(start, AuthEnableResponseGo);
    }
  }
  return m;
}

export function writeAuthEnableResponse(w: WireWriter, m: gen.AuthEnableResponseInput): void {
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const AuthDisableResponseGo: GoNames = {
  message: "AuthDisableResponse",
  fields: { 1: "Header" },
};

export function readAuthDisableResponse(
  r: WireReader,
  m: gen.AuthDisableResponse = { header: null },
): gen.AuthDisableResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      default:
        r.skip(start, AuthDisableResponseGo);
    }
  }
  return m;
}

export function writeAuthDisableResponse(w: WireWriter, m: gen.AuthDisableResponseInput): void {
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const AuthStatusResponseGo: GoNames = {
  message: "AuthStatusResponse",
  fields: { 1: "Header", 2: "Enabled", 3: "AuthRevision" },
};

export function readAuthStatusResponse(
  r: WireReader,
  m: gen.AuthStatusResponse = { header: null, enabled: false, authRevision: "0" },
): gen.AuthStatusResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      case 16:
        m.enabled = r.bool();
        break;
      case 24:
        m.authRevision = r.uint64();
        break;
      default:
        r.skip(start, AuthStatusResponseGo);
    }
  }
  return m;
}

export function writeAuthStatusResponse(w: WireWriter, m: gen.AuthStatusResponseInput): void {
  w.integer(m.authRevision, 24);
  w.bool(m.enabled, 16);
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const AuthenticateResponseGo: GoNames = {
  message: "AuthenticateResponse",
  fields: { 1: "Header", 2: "Token" },
};

export function readAuthenticateResponse(
  r: WireReader,
  m: gen.AuthenticateResponse = { header: null, token: "" },
): gen.AuthenticateResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      case 18:
        m.token = r.text();
        break;
      default:
        r.skip(start, AuthenticateResponseGo);
    }
  }
  return m;
}

export function writeAuthenticateResponse(w: WireWriter, m: gen.AuthenticateResponseInput): void {
  w.text(m.token, 18);
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const AuthUserAddResponseGo: GoNames = {
  message: "AuthUserAddResponse",
  fields: { 1: "Header" },
};

export function readAuthUserAddResponse(
  r: WireReader,
  m: gen.AuthUserAddResponse = { header: null },
): gen.AuthUserAddResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      default:
        r.skip(start, AuthUserAddResponseGo);
    }
  }
  return m;
}

export function writeAuthUserAddResponse(w: WireWriter, m: gen.AuthUserAddResponseInput): void {
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const AuthUserGetResponseGo: GoNames = {
  message: "AuthUserGetResponse",
  fields: { 1: "Header", 2: "Roles" },
};

export function readAuthUserGetResponse(
  r: WireReader,
  m: gen.AuthUserGetResponse = { header: null, roles: [] },
): gen.AuthUserGetResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      case 18:
        m.roles.push(r.text());
        break;
      default:
        r.skip(start, AuthUserGetResponseGo);
    }
  }
  return m;
}

export function writeAuthUserGetResponse(w: WireWriter, m: gen.AuthUserGetResponseInput): void {
  for (let at = (m.roles?.length ?? 0) - 1; at >= 0; at -= 1) {
    w.text(m.roles?.[at], 18, true);
  }
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const AuthUserDeleteResponseGo: GoNames = {
  message: "AuthUserDeleteResponse",
  fields: { 1: "Header" },
};

export function readAuthUserDeleteResponse(
  r: WireReader,
  m: gen.AuthUserDeleteResponse = { header: null },
): gen.AuthUserDeleteResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      default:
        r.skip(start, AuthUserDeleteResponseGo);
    }
  }
  return m;
}

export function writeAuthUserDeleteResponse(w: WireWriter, m: gen.AuthUserDeleteResponseInput): void {
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const AuthUserChangePasswordResponseGo: GoNames = {
  message: "AuthUserChangePasswordResponse",
  fields: { 1: "Header" },
};

export function readAuthUserChangePasswordResponse(
  r: WireReader,
  m: gen.AuthUserChangePasswordResponse = { header: null },
): gen.AuthUserChangePasswordResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      default:
        r.skip(start, AuthUserChangePasswordResponseGo);
    }
  }
  return m;
}

export function writeAuthUserChangePasswordResponse(w: WireWriter, m: gen.AuthUserChangePasswordResponseInput): void {
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const AuthUserGrantRoleResponseGo: GoNames = {
  message: "AuthUserGrantRoleResponse",
  fields: { 1: "Header" },
};

export function readAuthUserGrantRoleResponse(
  r: WireReader,
  m: gen.AuthUserGrantRoleResponse = { header: null },
): gen.AuthUserGrantRoleResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      default:
        r.skip(start, AuthUserGrantRoleResponseGo);
    }
  }
  return m;
}

export function writeAuthUserGrantRoleResponse(w: WireWriter, m: gen.AuthUserGrantRoleResponseInput): void {
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const AuthUserRevokeRoleResponseGo: GoNames = {
  message: "AuthUserRevokeRoleResponse",
  fields: { 1: "Header" },
};

export function readAuthUserRevokeRoleResponse(
  r: WireReader,
  m: gen.AuthUserRevokeRoleResponse = { header: null },
): gen.AuthUserRevokeRoleResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      default:
        r.skip(start, AuthUserRevokeRoleResponseGo);
    }
  }
  return m;
}

export function writeAuthUserRevokeRoleResponse(w: WireWriter, m: gen.AuthUserRevokeRoleResponseInput): void {
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const AuthRoleAddResponseGo: GoNames = {
  message: "AuthRoleAddResponse",
  fields: { 1: "Header" },
};

export function readAuthRoleAddResponse(
  r: WireReader,
  m: gen.AuthRoleAddResponse = { header: null },
): gen.AuthRoleAddResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      default:
        r.skip(start, AuthRoleAddResponseGo);
    }
  }
  return m;
}

export function writeAuthRoleAddResponse(w: WireWriter, m: gen.AuthRoleAddResponseInput): void {
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const AuthRoleGetResponseGo: GoNames = {
  message: "AuthRoleGetResponse",
  fields: { 1: "Header", 2: "Perm" },
};

export function readAuthRoleGetResponse(
  r: WireReader,
  m: gen.AuthRoleGetResponse = { header: null, perm: [] },
): gen.AuthRoleGetResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      case 18: {
        const outer = r.open();
        m.perm.push(readPermission(r));
        r.close(outer);
        break;
      }
      default:
        r.skip(start, AuthRoleGetResponseGo);
    }
  }
  return m;
}

export function writeAuthRoleGetResponse(w: WireWriter, m: gen.AuthRoleGetResponseInput): void {
  for (let at = (m.perm?.length ?? 0) - 1; at >= 0; at -= 1) {
    const before = w.written;
    writePermission(w, m.perm?.[at] ?? {});
    w.open(before, 18);
  }
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const AuthRoleListResponseGo: GoNames = {
  message: "AuthRoleListResponse",
  fields: { 1: "Header", 2: "Roles" },
};

export function readAuthRoleListResponse(
  r: WireReader,
  m: gen.AuthRoleListResponse = { header: null, roles: [] },
): gen.AuthRoleListResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      case 18:
        m.roles.push(r.text());
        break;
      default:
        r.skip(start, AuthRoleListResponseGo);
    }
  }
  return m;
}

export function writeAuthRoleListResponse(w: WireWriter, m: gen.AuthRoleListResponseInput): void {
  for (let at = (m.roles?.length ?? 0) - 1; at >= 0; at -= 1) {
    w.text(m.roles?.[at], 18, true);
  }
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const AuthUserListResponseGo: GoNames = {
  message: "AuthUserListResponse",
  fields: { 1: "Header", 2: "Users" },
};

export function readAuthUserListResponse(
  r: WireReader,
  m: gen.AuthUserListResponse = { header: null, users: [] },
): gen.AuthUserListResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      case 18:
        m.users.push(r.text());
        break;
      default:
        r.skip(start, AuthUserListResponseGo);
    }
  }
  return m;
}

export function writeAuthUserListResponse(w: WireWriter, m: gen.AuthUserListResponseInput): void {
  for (let at = (m.users?.length ?? 0) - 1; at >= 0; at -= 1) {
    w.text(m.users?.[at], 18, true);
  }
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const AuthRoleDeleteResponseGo: GoNames = {
  message: "AuthRoleDeleteResponse",
  fields: { 1: "Header" },
};

export function readAuthRoleDeleteResponse(
  r: WireReader,
  m: gen.AuthRoleDeleteResponse = { header: null },
): gen.AuthRoleDeleteResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      default:
        r.skip(start, AuthRoleDeleteResponseGo);
    }
  }
  return m;
}

export function writeAuthRoleDeleteResponse(w: WireWriter, m: gen.AuthRoleDeleteResponseInput): void {
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const AuthRoleGrantPermissionResponseGo: GoNames = {
  message: "AuthRoleGrantPermissionResponse",
  fields: { 1: "Header" },
};

export function readAuthRoleGrantPermissionResponse(
  r: WireReader,
  m: gen.AuthRoleGrantPermissionResponse = { header: null },
): gen.AuthRoleGrantPermissionResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      default:
        r.skip(start, AuthRoleGrantPermissionResponseGo);
    }
  }
  return m;
}

export function writeAuthRoleGrantPermissionResponse(w: WireWriter, m: gen.AuthRoleGrantPermissionResponseInput): void {
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const AuthRoleRevokePermissionResponseGo: GoNames = {
  message: "AuthRoleRevokePermissionResponse",
  fields: { 1: "Header" },
};

export function readAuthRoleRevokePermissionResponse(
  r: WireReader,
  m: gen.AuthRoleRevokePermissionResponse = { header: null },
): gen.AuthRoleRevokePermissionResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      default:
        r.skip(start, AuthRoleRevokePermissionResponseGo);
    }
  }
  return m;
}

export function writeAuthRoleRevokePermissionResponse(w: WireWriter, m: gen.AuthRoleRevokePermissionResponseInput): void {
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const CampaignRequestGo: GoNames = {
  message: "CampaignRequest",
  fields: { 1: "Name", 2: "Lease", 3: "Value" },
};

export function readCampaignRequest(
  r: WireReader,
  m: gen.CampaignRequest = { name: none, lease: "0", value: none },
): gen.CampaignRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10:
        m.name = r.bytes();
        break;
      case 16:
        m.lease = r.int64();
        break;
      case 26:
        m.value = r.bytes();
        break;
      default:
        r.skip(start, CampaignRequestGo);
    }
  }
  return m;
}

export function writeCampaignRequest(w: WireWriter, m: gen.CampaignRequestInput): void {
  w.bytes(m.value, 26);
  w.integer(m.lease, 16);
  w.bytes(m.name, 10);
}

const CampaignResponseGo: GoNames = {
  message: "CampaignResponse",
  fields: { 1: "Header", 2: "Leader" },
};

export function readCampaignResponse(
  r: WireReader,
  m: gen.CampaignResponse = { header: null, leader: null },
): gen.CampaignResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      case 18: {
        const outer = r.open();
        m.leader = readLeaderKey(r, m.leader ?? undefined);
        r.close(outer);
        break;
      }
      default:
        r.skip(start, CampaignResponseGo);
    }
  }
  return m;
}

export function writeCampaignResponse(w: WireWriter, m: gen.CampaignResponseInput): void {
  if (m.leader !== undefined && m.leader !== null) {
    const before = w.written;
    writeLeaderKey(w, m.leader);
    w.open(before, 18);
  }
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const LeaderKeyGo: GoNames = {
  message: "LeaderKey",
  fields: { 1: "Name", 2: "Key", 3: "Rev", 4: "Lease" },
};

export function readLeaderKey(
  r: WireReader,
  m: gen.LeaderKey = { name: none, key: none, rev: "0", lease: "0" },
): gen.LeaderKey {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10:
        m.name = r.bytes();
        break;
      case 18:
        m.key = r.bytes();
        break;
      case 24:
        m.rev = r.int64();
        break;
      case 32:
        m.lease = r.int64();
        break;
      default:
        r.skip(start, LeaderKeyGo);
    }
  }
  return m;
}

export function writeLeaderKey(w: WireWriter, m: gen.LeaderKeyInput): void {
  w.integer(m.lease, 32);
  w.integer(m.rev, 24);
  w.bytes(m.key, 18);
  w.bytes(m.name, 10);
}

const LeaderRequestGo: GoNames = {
  message: "LeaderRequest",
  fields: { 1: "Name" },
};

export function readLeaderRequest(
  r: WireReader,
  m: gen.LeaderRequest = { name: none },
): gen.LeaderRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10:
        m.name = r.bytes();
        break;
      default:
        r.skip(start, LeaderRequestGo);
    }
  }
  return m;
}

export function writeLeaderRequest(w: WireWriter, m: gen.LeaderRequestInput): void {
  w.bytes(m.name, 10);
}

const LeaderResponseGo: GoNames = {
  message: "LeaderResponse",
  fields: { 1: "Header", 2: "Kv" },
};

export function readLeaderResponse(
  r: WireReader,
  m: gen.LeaderResponse = { header: null, kv: null },
): gen.LeaderResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      case 18: {
        const outer = r.open();
        m.kv = readKeyValue(r, m.kv ?? undefined);
        r.close(outer);
        break;
      }
      default:
        r.skip(start, LeaderResponseGo);
    }
  }
  return m;
}

export function writeLeaderResponse(w: WireWriter, m: gen.LeaderResponseInput): void {
  if (m.kv !== undefined && m.kv !== null) {
    const before = w.written;
    writeKeyValue(w, m.kv);
    w.open(before, 18);
  }
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const ResignRequestGo: GoNames = {
  message: "ResignRequest",
  fields: { 1: "Leader" },
};

export function readResignRequest(
  r: WireReader,
  m: gen.ResignRequest = { leader: null },
): gen.ResignRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.leader = readLeaderKey(r, m.leader ?? undefined);
        r.close(outer);
        break;
      }
      default:
        r.skip(start, ResignRequestGo);
    }
  }
  return m;
}

export function writeResignRequest(w: WireWriter, m: gen.ResignRequestInput): void {
  if (m.leader !== undefined && m.leader !== null) {
    const before = w.written;
    writeLeaderKey(w, m.leader);
    w.open(before, 10);
  }
}

const ResignResponseGo: GoNames = {
  message: "ResignResponse",
  fields: { 1: "Header" },
};

export function readResignResponse(
  r: WireReader,
  m: gen.ResignResponse = { header: null },
): gen.ResignResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      default:
        r.skip(start, ResignResponseGo);
    }
  }
  return m;
}

export function writeResignResponse(w: WireWriter, m: gen.ResignResponseInput): void {
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const ProclaimRequestGo: GoNames = {
  message: "ProclaimRequest",
  fields: { 1: "Leader", 2: "Value" },
};

export function readProclaimRequest(
  r: WireReader,
  m: gen.ProclaimRequest = { leader: null, value: none },
): gen.ProclaimRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.leader = readLeaderKey(r, m.leader ?? undefined);
        r.close(outer);
        break;
      }
      case 18:
        m.value = r.bytes();
        break;
      default:
        r.skip(start, ProclaimRequestGo);
    }
  }
  return m;
}

export function writeProclaimRequest(w: WireWriter, m: gen.ProclaimRequestInput): void {
  w.bytes(m.value, 18);
  if (m.leader !== undefined && m.leader !== null) {
    const before = w.written;
    writeLeaderKey(w, m.leader);
    w.open(before, 10);
  }
}

const ProclaimResponseGo: GoNames = {
  message: "ProclaimResponse",
  fields: { 1: "Header" },
};

export function readProclaimResponse(
  r: WireReader,
  m: gen.ProclaimResponse = { header: null },
): gen.ProclaimResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      default:
        r.skip(start, ProclaimResponseGo);
    }
  }
  return m;
}

export function writeProclaimResponse(w: WireWriter, m: gen.ProclaimResponseInput): void {
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const LockRequestGo: GoNames = {
  message: "LockRequest",
  fields: { 1: "Name", 2: "Lease" },
};

export function readLockRequest(
  r: WireReader,
  m: gen.LockRequest = { name: none, lease: "0" },
): gen.LockRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10:
        m.name = r.bytes();
        break;
      case 16:
        m.lease = r.int64();
        break;
      default:
        r.skip(start, LockRequestGo);
    }
  }
  return m;
}

export function writeLockRequest(w: WireWriter, m: gen.LockRequestInput): void {
  w.integer(m.lease, 16);
  w.bytes(m.name, 10);
}

const LockResponseGo: GoNames = {
  message: "LockResponse",
  fields: { 1: "Header", 2: "Key" },
};

export function readLockResponse(
  r: WireReader,
  m: gen.LockResponse = { header: null, key: none },
): gen.LockResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      case 18:
        m.key = r.bytes();
        break;
      default:
        r.skip(start, LockResponseGo);
    }
  }
  return m;
}

export function writeLockResponse(w: WireWriter, m: gen.LockResponseInput): void {
  w.bytes(m.key, 18);
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const UnlockRequestGo: GoNames = {
  message: "UnlockRequest",
  fields: { 1: "Key" },
};

export function readUnlockRequest(
  r: WireReader,
  m: gen.UnlockRequest = { key: none },
): gen.UnlockRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10:
        m.key = r.bytes();
        break;
      default:
        r.skip(start, UnlockRequestGo);
    }
  }
  return m;
}

export function writeUnlockRequest(w: WireWriter, m: gen.UnlockRequestInput): void {
  w.bytes(m.key, 10);
}

const UnlockResponseGo: GoNames = {
  message: "UnlockResponse",
  fields: { 1: "Header" },
};

export function readUnlockResponse(
  r: WireReader,
  m: gen.UnlockResponse = { header: null },
): gen.UnlockResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10: {
        const outer = r.open();
        m.header = readResponseHeader(r, m.header ?? undefined);
        r.close(outer);
        break;
      }
      default:
        r.skip(start, UnlockResponseGo);
    }
  }
  return m;
}

export function writeUnlockResponse(w: WireWriter, m: gen.UnlockResponseInput): void {
  if (m.header !== undefined && m.header !== null) {
    const before = w.written;
    writeResponseHeader(w, m.header);
    w.open(before, 10);
  }
}

const HealthCheckRequestGo: GoNames = {
  message: "HealthCheckRequest",
  fields: { 1: "Service" },
  skipsMistyped: true,
};

export function readHealthCheckRequest(
  r: WireReader,
  m: gen.HealthCheckRequest = { service: "" },
): gen.HealthCheckRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10:
        m.service = r.utf8();
        break;
      default:
        r.skip(start, HealthCheckRequestGo);
    }
  }
  return m;
}

export function writeHealthCheckRequest(w: WireWriter, m: gen.HealthCheckRequestInput): void {
  w.text(m.service, 10);
}

const HealthCheckResponseGo: GoNames = {
  message: "HealthCheckResponse",
  fields: { 1: "Status" },
  skipsMistyped: true,
};

export function readHealthCheckResponse(
  r: WireReader,
  m: gen.HealthCheckResponse = { status: "UNKNOWN" },
): gen.HealthCheckResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 8:
        m.status = r.choice(HealthCheckResponse_ServingStatusNames);
        break;
      default:
        r.skip(start, HealthCheckResponseGo);
    }
  }
  return m;
}

export function writeHealthCheckResponse(w: WireWriter, m: gen.HealthCheckResponseInput): void {
  w.choice(m.status, HealthCheckResponse_ServingStatusNumbers, 8);
}

const HealthListRequestGo: GoNames = {
  message: "HealthListRequest",
  fields: {  },
  skipsMistyped: true,
};

export function readHealthListRequest(
  r: WireReader,
  m: gen.HealthListRequest = {  },
): gen.HealthListRequest {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {

      default:
        r.skip(start, HealthListRequestGo);
    }
  }
  return m;
}

export function writeHealthListRequest(_w: WireWriter, _m: gen.HealthListRequestInput): void {

}

const HealthListResponseGo: GoNames = {
  message: "HealthListResponse",
  fields: { 1: "Statuses" },
  skipsMistyped: true,
};

export function readHealthListResponse(
  r: WireReader,
  m: gen.HealthListResponse = { statuses: {} },
): gen.HealthListResponse {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
      case 10:
        r.entry(() => readHealthCheckResponse(r), m.statuses);
        break;
      default:
        r.skip(start, HealthListResponseGo);
    }
  }
  return m;
}

export function writeHealthListResponse(w: WireWriter, m: gen.HealthListResponseInput): void {
  w.entries(m.statuses, writeHealthCheckResponse, 10);
}
