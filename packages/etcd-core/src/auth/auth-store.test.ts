import assert from "node:assert/strict";
import { test } from "node:test";
import { createEtcd } from "../create-etcd.ts";
import type { Etcd } from "../etcd.ts";
import type { Caller } from "./caller.ts";

/** A store with root and alice, who may read a key, and with auth on. */
function realm(): { etcd: Etcd; ended: (string | undefined)[]; alice: () => Caller } {
  const ended: (string | undefined)[] = [];
  const etcd = createEtcd({ onLoginsEnd: (userName) => void ended.push(userName) });
  const { auth } = etcd;
  auth.addUser("root", "root's hash");
  auth.grantRole("root", "root");
  auth.addUser("alice", "alice's hash");
  auth.addRole("reader");
  auth.grantPermission("reader", { type: "read", key: "k", rangeEnd: "" });
  auth.grantRole("alice", "reader");
  auth.enable();
  return {
    etcd,
    ended,
    alice: () => ({ userName: "alice", authRevision: auth.authenticate("alice") }),
  };
}

const range = { key: "k", rangeEnd: "" };

test("every change makes a revision; turning auth on and what changes nothing make none", () => {
  const { auth } = createEtcd();
  const made = (work: () => void): number => {
    const before = auth.revision;
    work();
    return auth.revision - before;
  };
  assert.equal(auth.revision, 1);
  assert.equal(
    made(() => auth.addUser("root", "hash")),
    1,
  );
  assert.equal(
    made(() => auth.grantRole("root", "root")),
    1,
  );
  assert.equal(
    made(() => auth.grantRole("root", "root")),
    0,
  );
  assert.equal(
    made(() => auth.addRole("r")),
    1,
  );
  assert.equal(
    made(() => auth.grantPermission("r", { type: "read", ...range })),
    1,
  );
  assert.equal(
    made(() => auth.grantPermission("r", { type: "read", ...range })),
    1,
  );
  assert.equal(
    made(() => auth.revokePermission("r", range)),
    1,
  );
  assert.equal(
    made(() => auth.deleteRole("r")),
    1,
  );
  assert.equal(
    made(() => auth.changePassword("root", "other")),
    1,
  );
  assert.equal(
    made(() => auth.addUser("u", undefined)),
    1,
  );
  assert.equal(
    made(() => auth.changePassword("u", "hash")),
    1,
    "though he has none to change",
  );
  assert.equal(
    made(() => auth.deleteUser("u")),
    1,
  );
  assert.equal(
    made(() => auth.disable()),
    0,
    "it is off",
  );
  assert.equal(
    made(() => auth.enable()),
    0,
  );
  assert.equal(
    made(() => auth.enable()),
    0,
  );
  assert.equal(
    made(() => auth.disable()),
    1,
  );
});

test("every request about auth is a proposal; one with a bad token is none", () => {
  const { etcd } = realm();
  const before = etcd.proposals;
  assert.throws(() => etcd.access.as("invalidToken", () => etcd.auth.status()), {
    reason: "invalidAuthToken",
  });
  assert.equal(etcd.proposals, before);
  assert.throws(() => etcd.access.as("anonymous", () => etcd.auth.status()), {
    reason: "userNameEmpty",
  });
  etcd.auth.status();
  etcd.auth.rolesOf("alice");
  assert.equal(etcd.proposals, before + 3, "asking is one, too, and so is being refused");
});

test("a refused write has been a proposal and changed nothing", () => {
  const { etcd, alice } = realm();
  const caller = alice();
  const before = etcd.proposals;
  assert.throws(() => etcd.access.as(caller, () => etcd.put({ key: "k", value: "v" })), {
    reason: "permissionDenied",
  });
  assert.equal(etcd.proposals, before + 1);
  assert.equal(etcd.revision, 1);
});

test("the server itself may do everything, whoever asks at the moment is forgotten afterwards", () => {
  const { etcd, alice } = realm();
  assert.throws(() => etcd.access.as("anonymous", () => etcd.range(range)));
  assert.equal(etcd.access.as(alice(), () => etcd.range(range)).count, 0);
  assert.equal(etcd.put({ key: "other", value: "v" }).revision, 2);
});

test("leases end by themselves while auth is on", () => {
  const { etcd } = realm();
  etcd.leaseGrant(7n, 5);
  etcd.put({ key: "k", value: "v", lease: 7n });
  etcd.advance(5000);
  assert.deepEqual(etcd.leases(), []);
  assert.equal(etcd.range(range).count, 0);
});

test("logins end with the password, with the user, with auth, and when a state is taken over", () => {
  const { etcd, ended } = realm();
  etcd.auth.changePassword("alice", "new hash");
  etcd.auth.deleteUser("alice");
  const state = etcd.auth.exportState();
  etcd.auth.disable();
  etcd.auth.importState(state);
  assert.deepEqual(ended, ["alice", "alice", undefined, undefined]);
});

test("a state that is taken over is the one that was exported, and survives JSON", () => {
  const { etcd } = realm();
  etcd.auth.addUser("nopw", undefined);
  const state = etcd.auth.exportState();
  const other = createEtcd();
  other.auth.importState(JSON.parse(JSON.stringify(state)));
  assert.deepEqual(JSON.stringify(other.auth.exportState()), JSON.stringify(state));
  assert.ok(other.auth.isEnabled);
  assert.throws(() => other.auth.passwordOf("nopw"), { reason: "passwordOfNoPasswordUser" });
  const alice: Caller = { userName: "alice", authRevision: other.auth.revision };
  assert.equal(other.access.as(alice, () => other.range(range)).count, 0);
  assert.throws(() => other.access.as(alice, () => other.put({ key: "k", value: "v" })));
});

test("a login that is older than the last change is refused, but shows who one is", () => {
  const { etcd, alice } = realm();
  const caller = alice();
  etcd.auth.addRole("another");
  assert.throws(() => etcd.access.as(caller, () => etcd.range(range)), {
    reason: "authRevisionOld",
  });
  etcd.access.as(caller, () => etcd.access.requireLogin());
});
