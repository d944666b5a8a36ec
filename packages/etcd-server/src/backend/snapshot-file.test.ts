import assert from "node:assert/strict";
import { test } from "node:test";
import { readDatabase } from "@leaderlab/bbolt";
import { type AuthState, createEtcd, type Etcd } from "@leaderlab/etcd-core";
import fc from "fast-check";
import { adoptState } from "./adopt-state.ts";
import { backendHash } from "./backend-hash.ts";
import { bucketsOfState } from "./buckets-of-state.ts";
import { readSnapshot, snapshotOf } from "./snapshot-file.ts";

const memberId = 0x8e9e05c52164694dn;
const member = {
  id: memberId,
  name: "default",
  peerUrls: ["http://localhost:2380"],
  clientUrls: ["http://localhost:2379"],
  isLearner: false,
};
const log = { raftIndex: 4, raftTerm: 2 };

function fileOf(etcd: Etcd): Buffer {
  const snapshot = snapshotOf(etcd.exportState(), { ...log, raftIndex: 4 + etcd.proposals });
  const database = Buffer.concat([...snapshot.pages()]);
  assert.equal(database.length, snapshot.bytes);
  return Buffer.concat([database, snapshot.checksum()]);
}

const someAuth: AuthState = {
  isEnabled: true,
  revision: 7,
  users: [
    { name: "by certificate", passwordHash: undefined, roles: [] },
    { name: "root", passwordHash: "$2a$04$hash", roles: ["other", "root"] },
  ],
  roles: [
    {
      name: "other",
      permissions: [
        { type: "read", key: "a\xff", rangeEnd: "" },
        { type: "readWrite", key: "b", rangeEnd: "\0" },
        { type: 9, key: "c", rangeEnd: "d" },
      ],
    },
    { name: "root", permissions: [] },
  ],
};

/** A store in which there is something of everything. */
function fullEtcd(): Etcd {
  const etcd = createEtcd({ member, maxLearners: 2 });
  etcd.leaseGrant(7n, 100);
  etcd.leaseGrant(-9_223_372_036_854_775_808n, 9_000_000_000);
  for (const value of ["1", "2", "\0\xff".repeat(5000)]) etcd.put({ key: "a", value, lease: 7n });
  etcd.txn({
    compare: [],
    success: [
      { kind: "put", request: { key: "b\xff", value: "" } },
      { kind: "deleteRange", request: { key: "a", rangeEnd: "" } },
      { kind: "put", request: { key: "c", value: "x", lease: -9_223_372_036_854_775_808n } },
    ],
    failure: [],
  });
  etcd.compact(3);
  etcd.alarm({ action: "activate", memberId: 9n, type: "noSpace" });
  etcd.alarm({ action: "activate", memberId, type: "corrupt" });
  for (const id of [2n, 3n]) {
    const peerUrls = [`http://10.0.0.${id}:2380`];
    etcd.members.add({ id, name: "", peerUrls, clientUrls: [], isLearner: true });
  }
  etcd.members.remove(3n);
  etcd.clusterVersion.enableDowngrade("3.5");
  etcd.importState({ ...etcd.exportState(), auth: someAuth });
  return etcd;
}

test("a snapshot holds all of a state, and gives it back", () => {
  const etcd = fullEtcd();
  const state = adoptState(readSnapshot(fileOf(etcd)), memberId);
  assert.deepEqual(byId(state), byId(etcd.exportState()));

  function byId({ leases, alarms, ...rest }: ReturnType<Etcd["exportState"]>) {
    return {
      ...rest,
      leases: leases.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      alarms: new Set(alarms),
    };
  }
});

test("any history survives, and sums up to the same", () => {
  const key = fc.constantFrom("a", "b", "c\xff", "d".repeat(40));
  const change = fc.oneof(
    fc.record({ key, value: fc.string({ unit: "binary-ascii", maxLength: 300 }) }),
    fc.record({ key, delete: fc.constant(true) }),
  );
  fc.assert(
    fc.property(fc.array(change, { maxLength: 200 }), fc.nat(200), (changes, compaction) => {
      const etcd = createEtcd({ member });
      for (const one of changes) {
        if ("value" in one) etcd.put(one);
        else etcd.deleteRange({ key: one.key, rangeEnd: "" });
      }
      if (compaction < etcd.revision) etcd.compact(compaction);
      const copy = createEtcd({ member });
      copy.importState(adoptState(readSnapshot(fileOf(etcd)), memberId));
      assert.deepEqual(copy.exportState(), etcd.exportState());
      assert.deepEqual(copy.hashKv(etcd.revision), etcd.hashKv(etcd.revision));
    }),
    { numRuns: 60 },
  );
});

test("the time that is left of a lease is kept in whole seconds, and never as less", () => {
  const etcd = createEtcd({ member });
  etcd.leaseGrant(1n, 10);
  etcd.leaseGrant(2n, 20);
  etcd.advance(5500);
  const { state } = readSnapshot(fileOf(etcd));
  assert.deepEqual(
    state.leases.map(({ id, grantedTtlSeconds, remainingMs }) => [
      id,
      grantedTtlSeconds,
      remainingMs,
    ]),
    [
      [1n, 10, 5000],
      [2n, 20, 15_000],
    ],
  );
});

test("another member's snapshot brings its keys and not its members", () => {
  const other = 77n;
  const state = adoptState(readSnapshot(fileOf(fullEtcd())), other);
  const etcd = createEtcd({ member: { ...member, id: other } });
  etcd.importState(state);
  assert.deepEqual(
    etcd.members.list().map(({ id }) => id),
    [other],
  );
  assert.equal(etcd.proposals, 0);
  assert.equal(etcd.revision, 5);
});

test("a file that was cut off, altered or made by something else is refused with the reason", () => {
  const file = fileOf(fullEtcd());
  const altered = Buffer.from(file);
  altered.writeUInt8(altered.readUInt8(9000) ^ 1, 9000);
  for (const [broken, message] of [
    [Buffer.alloc(0), /it has no checksum at its end, or is cut off \(0 bytes\)/],
    [file.subarray(0, file.length - 32), /it has no checksum at its end/],
    [file.subarray(0, 5000), /it has no checksum at its end/],
    [file.subarray(0, 4096 + 32), /its checksum does not match its content/],
    [altered, /its checksum does not match its content/],
  ] as const) {
    assert.throws(() => readSnapshot(broken), { message });
  }
});

test("the checksum of everything leaves out what differs between members", () => {
  const state = createEtcd({ member }).exportState();
  const hash = backendHash(bucketsOfState(state, log));
  assert.equal(backendHash(bucketsOfState(state, { raftIndex: 99, raftTerm: 7 })), hash);
  // Those of a real etcd, in the order in which they are summed up.
  const names = [...readDatabase(fileOf(createEtcd({ member })).subarray(0, -32)).bucketNames];
  assert.deepEqual(names, [
    "alarm",
    "auth",
    "authRoles",
    "authUsers",
    "cluster",
    "key",
    "lease",
    "members",
    "members_removed",
    "meta",
  ]);
});
