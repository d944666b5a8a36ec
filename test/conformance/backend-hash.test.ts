import assert from "node:assert/strict";
import { test } from "node:test";
import { type DefaultEtcd, etcdVersion, startDefaultEtcd } from "../harness/default-etcd.ts";
import { needs, parts } from "../harness/required-part.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";
import { type Ask, answerOf, grpcCaller } from "./caller.ts";
import { call, compact, del, grant, put } from "./cases/case.ts";
import type { Plain } from "./plain-message.ts";

const real = parts.etcd.program;
const needed = needs(parts.etcd);
const { skip } =
  needed.skip === false && etcdVersion(real) !== "3.6"
    ? { skip: `${real} stores otherwise: it is no 3.6` }
    : needed;

const history: readonly Ask[] = [
  put("a", "1"),
  grant({ ID: 7, TTL: 1000 }),
  grant({ ID: -7, TTL: 1000 }),
  put("a", "2", { lease: 7 }),
  put("b", "x".repeat(100_000)),
  del({ key: "b" }),
  compact(3),
  call("Alarm", { action: "ACTIVATE", memberID: 9, alarm: "CORRUPT" }),
  call("Alarm", { action: "ACTIVATE", memberID: 8, alarm: "NOSPACE" }),
  call("Alarm", { action: "DEACTIVATE", memberID: 9, alarm: "CORRUPT" }),
];

async function hashAfter(etcd: DefaultEtcd, steps: readonly Ask[]): Promise<readonly Plain[]> {
  const caller = grpcCaller(etcd.rpc);
  const hashes: Plain[] = [];
  for (const step of steps) {
    await answerOf(caller, step);
    hashes.push({ after: step.rpc, hash: (await answerOf(caller, call("Hash")))["hash"] ?? 0 });
  }
  return hashes;
}

test(`all that is stored sums up to the same on ours and on ${real}, after each of some requests`, {
  skip,
  timeout: 60_000,
}, async ({ signal }) => {
  using folder = temporaryFolder();
  await using etcd = await startDefaultEtcd(folder.path, { program: real, signal });
  const { members } = await answerOf(grpcCaller(etcd.rpc), call("MemberList"));
  const [self = {}] = members as readonly Plain[];
  const [peerUrl = ""] = self["peerURLs"] as readonly string[];
  // A member is stored with its URLs, and its id is made of them.
  const flags = [
    `--initial-advertise-peer-urls=${peerUrl}`,
    `--initial-cluster=default=${peerUrl}`,
    `--advertise-client-urls=${etcd.baseUrl}`,
  ];
  await using ours = await startDefaultEtcd(folder.path, { program: "ours", flags, signal });
  assert.deepEqual(await hashAfter(ours, history), await hashAfter(etcd, history));
});
