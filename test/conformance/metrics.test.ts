import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { etcd } from "@leaderlab/proto";
import { etcdVersion, startDefaultEtcd } from "../harness/default-etcd.ts";
import { targetName } from "../harness/etcd-target.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";
import { fetchMetrics, type MetricsPage, type PageFamily } from "./metrics-page.ts";

const version = etcdVersion();
const timeout = 60_000;
const skip = version === "3.6" ? false : `the metrics are those of 3.6, this is ${version}`;

/** Numbers of the machine, of time that went by and of a disk: no two servers have the same. */
const ownNumbers =
  /^(go|process|os|promhttp|etcd_disk|etcd_snap|etcd_debugging_(disk|snap))_|^etcd_mvcc_db_|_(bucket|sum)(\{|$)|compaction_last/;

/** Series of etcd's that ours leaves out; docs/fidelity.md says why. */
const leftOut = /^go_|^etcd_debugging_store_(reads|writes)_total$/;

/** A request to the gateway, and by how much it moves which number. */
type Step = readonly [
  path: string,
  body: object,
  grown: Readonly<Record<string, number>>,
  call?: readonly [service: string, method: string, code?: string],
];

const a = "YQ==";
const kv = "etcdserverpb.KV";
const leases = "etcdserverpb.Lease";
const applied = (op: string, success = "true") =>
  `etcd_server_apply_duration_seconds_count{op="${op}",success="${success}",version="v3"}`;
const ranged = (success = "true") =>
  `etcd_server_range_duration_seconds_count{success="${success}"}`;
const proposed = {
  etcd_server_proposals_applied_total: 1,
  etcd_server_proposals_committed_total: 1,
};
const revised = { etcd_debugging_mvcc_current_revision: 1 };
/** Sent bytes are written as with a header of so many, and compared with the size of the server's own. */
const headerBytes = 28;
const sentBytes = "etcd_network_client_grpc_sent_bytes_total";
const bytes = (received: number, sent: number) => ({
  ...(received > 0 && { etcd_network_client_grpc_received_bytes_total: received }),
  ...(sent > 0 && { [sentBytes]: sent }),
});

/** In this order on a fresh server. What each call counts as a call is added. */
const steps: Readonly<Record<string, Step>> = {
  "a put": [
    "/v3/kv/put",
    { key: a, value: "djE=" },
    {
      ...bytes(7, 28),
      ...proposed,
      ...revised,
      etcd_mvcc_put_total: 1,
      etcd_debugging_mvcc_keys_total: 1,
      etcd_debugging_mvcc_total_put_size_in_bytes: 3,
      [applied("Put")]: 1,
    },
    [kv, "Put"],
  ],
  "a put that shows what was there": [
    "/v3/kv/put",
    { key: a, value: "djE=", prev_kv: true },
    {
      ...bytes(9, 43),
      ...proposed,
      ...revised,
      etcd_mvcc_put_total: 1,
      etcd_mvcc_range_total: 1,
      etcd_mvcc_txn_total: 1,
      etcd_debugging_mvcc_total_put_size_in_bytes: 3,
      [applied("Put")]: 1,
    },
    [kv, "Put"],
  ],
  "a put without a key": ["/v3/kv/put", {}, {}, [kv, "Put", "InvalidArgument"]],
  "a put on a lease that is not there": [
    "/v3/kv/put",
    { key: a, lease: 5 },
    { ...bytes(5, 0), ...proposed, [applied("Put", "false")]: 1 },
    [kv, "Put", "NotFound"],
  ],
  "a put that keeps what is not there": [
    "/v3/kv/put",
    { key: "Yg==", ignore_value: true },
    { ...bytes(5, 0), ...proposed, etcd_mvcc_range_total: 1, [applied("Put", "false")]: 1 },
    [kv, "Put", "InvalidArgument"],
  ],
  "a read": [
    "/v3/kv/range",
    { key: a },
    { ...bytes(3, 45), etcd_mvcc_range_total: 1, [ranged()]: 1 },
    [kv, "Range"],
  ],
  "a read of the future": [
    "/v3/kv/range",
    { key: a, revision: 1000 },
    { ...bytes(6, 0), etcd_mvcc_range_total: 1, [ranged("false")]: 1 },
    [kv, "Range", "OutOfRange"],
  ],
  "a transaction that writes": [
    "/v3/kv/txn",
    {
      compare: [
        { key: a, target: "VERSION", version: 2 },
        { key: a, target: "VERSION", version: 2 },
      ],
      success: [{ request_put: { key: a, value: a } }, { request_range: { key: a } }],
    },
    {
      ...bytes(31, 62),
      ...proposed,
      ...revised,
      etcd_mvcc_put_total: 1,
      etcd_mvcc_range_total: 3,
      etcd_mvcc_txn_total: 2,
      etcd_debugging_mvcc_total_put_size_in_bytes: 2,
      [applied("Txn")]: 1,
    },
    [kv, "Txn"],
  ],
  "a transaction that reads": [
    "/v3/kv/txn",
    {
      compare: [{ key: a, target: "VERSION", version: 9 }],
      failure: [{ request_range: { key: a } }],
    },
    { ...bytes(14, 52), etcd_mvcc_range_total: 2, etcd_mvcc_txn_total: 1 },
    [kv, "Txn"],
  ],
  "a lease": [
    "/v3/lease/grant",
    { TTL: 100, ID: 7 },
    {
      ...bytes(4, 32),
      ...proposed,
      etcd_debugging_lease_granted_total: 1,
      etcd_debugging_lease_ttl_total_count: 1,
      [applied("LeaseGrant")]: 1,
    },
    [leases, "LeaseGrant"],
  ],
  "a put on it": [
    "/v3/kv/put",
    { key: "Yg==", lease: 7 },
    {
      ...bytes(5, 28),
      ...proposed,
      ...revised,
      etcd_mvcc_put_total: 1,
      etcd_debugging_mvcc_keys_total: 1,
      etcd_debugging_mvcc_total_put_size_in_bytes: 1,
      [applied("Put")]: 1,
    },
    [kv, "Put"],
  ],
  "its keep-alive": [
    "/v3/lease/keepalive",
    { ID: 7 },
    { ...bytes(2, 32), etcd_debugging_lease_renewed_total: 1 },
    [leases, "LeaseKeepAlive"],
  ],
  "its end": [
    "/v3/lease/revoke",
    { ID: 7 },
    {
      ...bytes(2, 28),
      ...proposed,
      ...revised,
      etcd_mvcc_delete_total: 1,
      etcd_debugging_mvcc_keys_total: -1,
      etcd_debugging_lease_revoked_total: 1,
      [applied("LeaseRevoke")]: 1,
    },
    [leases, "LeaseRevoke"],
  ],
  "a deletion": [
    "/v3/kv/deleterange",
    { key: a },
    {
      ...bytes(3, 30),
      ...proposed,
      ...revised,
      etcd_mvcc_delete_total: 1,
      etcd_debugging_mvcc_keys_total: -1,
      [applied("DeleteRange")]: 1,
    },
    [kv, "DeleteRange"],
  ],
  "a compaction": [
    "/v3/kv/compaction",
    { revision: 4, physical: true },
    {
      ...bytes(4, 28),
      ...proposed,
      etcd_mvcc_range_total: 1,
      etcd_debugging_mvcc_compact_revision: 5,
      etcd_debugging_mvcc_db_compaction_keys_total: 2,
      etcd_debugging_mvcc_db_compaction_pause_duration_milliseconds_count: 1,
      etcd_debugging_mvcc_db_compaction_total_duration_milliseconds_count: 1,
      etcd_debugging_mvcc_index_compaction_pause_duration_milliseconds_count: 1,
      [applied("Compaction")]: 1,
    },
    [kv, "Compact"],
  ],
  "an election without a leader": [
    "/v3/election/leader",
    { name: a },
    { ...bytes(3, 0), etcd_mvcc_range_total: 1, [ranged()]: 1 },
    ["v3electionpb.Election", "Leader", "Unknown"],
  ],
  "a question after its health": ["/health", {}, { etcd_server_health_success: 1 }],
  "a question whether it is ready": [
    "/readyz/non_learner",
    {},
    {
      'etcd_server_healthcheck{name="non_learner",type="readyz"}': 1,
      'etcd_server_healthchecks_total{name="non_learner",status="success",type="readyz"}': 1,
    },
  ],
};

test(`each number moves as etcd's does, on ${targetName}`, { skip, timeout }, async (t) => {
  using folder = temporaryFolder();
  await using target = await startDefaultEtcd(folder.path, { signal: t.signal });
  const { encodeResponse } = etcd.kv.methods.Range;
  const nothing = await target.rpc.unary(etcd.kv.methods.Range, { key: Buffer.from("none") });
  const surplus = encodeResponse({ header: nothing.header ?? {} }).length - headerBytes;
  for (const [name, [path, body, grown, call]] of Object.entries(steps)) {
    await t.test(name, async () => {
      const before = await fetchMetrics(target.baseUrl);
      const request = { method: "POST", body: JSON.stringify(body) };
      await (await fetch(`${target.baseUrl}${path}`, call && request)).text();
      const after = await fetchMetrics(target.baseUrl);
      const reads = path === "/health" ? { etcd_mvcc_range_total: 1, [ranged()]: 1 } : {};
      assert.deepEqual(comparable(after.since(before), surplus), {
        ...grown,
        ...reads,
        ...counted(call),
      });
    });
  }

  await t.test(
    "calls of etcd's own services are shown before they come, with every code",
    async () => {
      const { samples } = await fetchMetrics(target.baseUrl);
      const shown = (name: string) =>
        [...samples.keys()].filter(
          (key) => key.startsWith(`${name}{`) && !/v3(election|lock)pb/.test(key),
        );
      const { kv: keys, watch, lease, cluster, maintenance, auth, health } = etcd;
      const own = [keys, watch, lease, cluster, maintenance, auth, health];
      const methods = own.flatMap((service) => Object.keys(service.methods));
      assert.equal(shown("grpc_server_started_total").length, methods.length);
      assert.equal(shown("grpc_server_handled_total").length, methods.length * 17);
    },
  );

  await t.test("a watcher, its events and its end", async () => {
    const before = await fetchMetrics(target.baseUrl);
    const stream = target.rpc.bidi(etcd.watch.methods.Watch);
    stream.send({ create_request: { key: Buffer.from("w") } });
    const messages = stream[Symbol.asyncIterator]();
    await messages.next();
    await target.rpc.unary(etcd.kv.methods.Put, { key: Buffer.from("w") });
    await messages.next();
    const during = (await fetchMetrics(target.baseUrl)).since(before);
    const gauges = {
      etcd_debugging_mvcc_watch_stream_total: 1,
      etcd_debugging_mvcc_watcher_total: 1,
      etcd_debugging_mvcc_events_total: 1,
    };
    for (const [name, grown] of Object.entries(gauges)) assert.equal(during[name], grown, name);
    const watch = 'grpc_method="Watch",grpc_service="etcdserverpb.Watch",grpc_type="bidi_stream"';
    assert.equal(during[`grpc_server_msg_received_total{${watch}}`], 1);
    assert.equal(during[`grpc_server_msg_sent_total{${watch}}`], 2);
    stream.cancel();
    await assert.rejects(async () => await messages.next());
    const after = await untilEnded(target.baseUrl, before);
    assert.equal(after[`grpc_server_handled_total{grpc_code="Canceled",${watch}}`], 1);
    assert.equal(after["etcd_debugging_mvcc_watch_stream_total"], undefined);
  });

  await t.test("the page is made of etcd's series", async () => {
    const response = await fetch(`${target.baseUrl}/metrics`);
    assert.equal(
      response.headers.get("content-type"),
      "text/plain; version=0.0.4; charset=utf-8; escaping=underscores",
    );
    const { families } = await fetchMetrics(target.baseUrl);
    const expected = recordedFamilies().filter(
      ({ name }) => targetName !== "ours" || !leftOut.test(name),
    );
    assert.deepEqual(families.map(line).toSorted(), expected.map(line).toSorted());
  });
});

test(`--metrics=extensive tells how long calls took, on ${targetName}`, {
  skip,
  timeout,
}, async ({ signal }) => {
  using folder = temporaryFolder();
  const flags = ["--metrics=extensive"];
  await using target = await startDefaultEtcd(folder.path, { flags, signal });
  const before = await fetchMetrics(target.baseUrl);
  await target.rpc.unary(etcd.kv.methods.Range, { key: Buffer.from("k") });
  const after = await fetchMetrics(target.baseUrl);
  const labels = `grpc_method="Range",grpc_service="${kv}",grpc_type="unary"`;
  assert.equal(after.since(before)[`grpc_server_handling_seconds_count{${labels}}`], 1);
  assert.deepEqual(
    after.families.find(({ name }) => name === "grpc_server_handling_seconds"),
    {
      name: "grpc_server_handling_seconds",
      type: "histogram",
      labels: ["grpc_method", "grpc_service", "grpc_type"],
      bounds: [
        "0.005",
        "0.01",
        "0.025",
        "0.05",
        "0.1",
        "0.25",
        "0.5",
        "1",
        "2.5",
        "5",
        "10",
        "+Inf",
      ],
    },
  );
});

/** What a call over the gateway counts as. */
function counted(call: Step[3]): Record<string, number> {
  if (call === undefined) return {};
  const [service, method, code = "OK"] = call;
  const isStream = method === "LeaseKeepAlive";
  const type = isStream ? "bidi_stream" : "unary";
  const labels = `grpc_method="${method}",grpc_service="${service}",grpc_type="${type}"`;
  const kind = isStream ? "stream" : "unary";
  return {
    [`etcd_server_client_requests_total{client_api_version="unknown",type="${kind}"}`]: 1,
    [`grpc_server_started_total{${labels}}`]: 1,
    // The end of a stream of requests counts, too.
    [`grpc_server_msg_received_total{${labels}}`]: isStream ? 2 : 1,
    [`grpc_server_msg_sent_total{${labels}}`]: 1,
    [`grpc_server_handled_total{grpc_code="${code}",${labels}}`]: 1,
  };
}

function comparable(grown: Record<string, number>, surplus: number): Record<string, number> {
  const kept = Object.entries(grown).filter(([key]) => !ownNumbers.test(key));
  return Object.fromEntries(
    kept.map(([key, value]) => [key, key === sentBytes ? value - surplus : value]),
  );
}

/** What has grown once the server has noticed that its client left. */
async function untilEnded(baseUrl: string, before: MetricsPage): Promise<Record<string, number>> {
  for (;;) {
    const grown = (await fetchMetrics(baseUrl)).since(before);
    if (Object.keys(grown).some((key) => key.includes('grpc_code="Canceled"'))) return grown;
  }
}

/** The families of a real etcd 3.6.16; see test/data/README.md. */
function recordedFamilies(): readonly PageFamily[] {
  const file = new URL("../data/etcd-3.6-metrics.tsv", import.meta.url);
  const rows = readFileSync(file, "utf8").trim().split("\n");
  return rows.map((row) => {
    const [name = "", type = "", labels = "", bounds = ""] = row.split("\t");
    const list = (text: string) => (text === "" ? [] : text.split(","));
    return { name, type, labels: list(labels), bounds: list(bounds) };
  });
}

function line({ name, type, labels, bounds }: PageFamily): string {
  return [name, type, labels.join(), bounds.join()].join("\t");
}
