import type { Plain } from "../plain-message.ts";
import { at, type Case, put } from "./case.ts";
import { authenticate, changePassword, realmOf, revokeRole, type User } from "./realm.ts";
import type { AskerName, Step } from "./step.ts";

const create = (key: string, more: Plain = {}): Plain => ({ create_request: { key, ...more } });
const created = (watch_id: number, revision: number): Plain => ({
  ...at(revision),
  ...(watch_id > 0 && { watch_id }),
  created: true,
});
/** The answer that makes no watcher. */
const refused = (revision: number, cancel_reason: string): Plain => ({
  ...at(revision),
  watch_id: -1,
  created: true,
  canceled: true,
  cancel_reason,
});

const denied = "rpc error: code = PermissionDenied desc = etcdserver: permission denied";
const nobody = "rpc error: code = InvalidArgument desc = etcdserver: user name is empty";
const badToken = "rpc error: code = Unauthenticated desc = etcdserver: invalid auth token";

const login = (user: User): Step => ({ ask: authenticate(user), keep: { [user]: "token" } });
const asRoot = (ask: ReturnType<typeof put>): Step => ({ ask, as: "root" });
const forged: AskerName = { token: "abcdefghijklmnop.1" };
const realm: readonly Step[] = [...realmOf(["alice"]), login("alice"), login("root")];

const watchOf = (as: AskerName | undefined): Step =>
  as === undefined ? { open: "Watch" } : { open: "Watch", as };

/** Watching in a realm: a watcher that is refused is one message of the stream, and the stream goes on. */
export const authWatchCases: readonly Case[] = [
  {
    name: "a user may watch what he may read, and is told of what others do",
    grpcOnly: "a stream of several requests",
    steps: [
      ...realm,
      watchOf("alice"),
      { send: [create("a", { range_end: "e" })] },
      { next: [created(0, 1)] },
      asRoot(put("b", "v")),
      {
        next: [
          {
            ...at(2),
            events: [
              { kv: { key: "b", value: "v", create_revision: 2, mod_revision: 2, version: 1 } },
            ],
          },
        ],
      },
    ],
  },
  {
    name: "a watcher of what one may not read is refused, and the stream goes on",
    grpcOnly: "a stream of several requests",
    steps: [
      ...realm,
      watchOf("alice"),
      { send: [create("z"), create("a", { range_end: "f" }), create("w"), create("k")] },
      { next: [refused(1, denied), refused(1, denied), refused(1, denied), created(0, 1)] },
    ],
  },
  {
    name: "a watcher of nobody is refused",
    steps: [...realm, watchOf(undefined), { send: [create("a")] }, { next: [refused(1, nobody)] }],
    differs: { "3.4": "it gives no such reason" },
  },
  {
    name: "a watcher of a bad token is refused",
    steps: [...realm, watchOf(forged), { send: [create("a")] }, { next: [refused(1, badToken)] }],
    differs: { "3.4": "it gives no such reason" },
  },
  {
    name: "that a watcher begins below 0 is found before its permission is looked at",
    steps: [
      ...realm,
      watchOf(undefined),
      { send: [create("a", { start_revision: -1 })] },
      { next: [refused(1, "etcdserver: mvcc: required revision has been compacted")] },
    ],
    differs: { "3.4": "it takes it for 0" },
  },
  {
    name: "that a watcher has no keys is found after it",
    steps: [
      ...realm,
      watchOf("alice"),
      { send: [create("z", { range_end: "y" })] },
      { next: [refused(1, denied)] },
    ],
  },
  {
    name: "a watcher lives on when its maker may no longer read",
    grpcOnly: "a stream of several requests",
    steps: [
      ...realm,
      watchOf("alice"),
      { send: [create("k")] },
      { next: [created(0, 1)] },
      { ask: revokeRole("alice", "reader"), as: "root" },
      asRoot(put("k", "v")),
      {
        next: [
          {
            ...at(2),
            events: [
              { kv: { key: "k", value: "v", create_revision: 2, mod_revision: 2, version: 1 } },
            ],
          },
        ],
      },
      { send: [create("k")] },
      { next: [refused(2, denied)] },
    ],
  },
  {
    name: "a stream whose token has ended makes no more watchers",
    grpcOnly: "a stream of several requests",
    differs: { "3.4": "it gives no such reason" },
    steps: [
      ...realm,
      watchOf("alice"),
      { send: [create("k")] },
      { next: [created(0, 1)] },
      { ask: changePassword("alice", "new"), as: "root" },
      { send: [create("k")] },
      { next: [refused(1, badToken)] },
    ],
  },
];
