import assert from "node:assert/strict";
import { test } from "node:test";
import { etcdErrors, watchRefusals } from "@leaderlab/etcd-core";
import { type DefaultEtcd, etcdVersion, startDefaultEtcd } from "../harness/default-etcd.ts";
import { targetName } from "../harness/etcd-target.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";
import { answerOf, type Caller, grpcCaller, jsonCaller, revisionOf } from "./caller.ts";
import { type Case, del, everything, leases, put } from "./cases/case.ts";
import { kvCases } from "./cases/kv-cases.ts";
import { leaseCases } from "./cases/lease-cases.ts";
import { txnCases } from "./cases/txn-cases.ts";
import { watchCases } from "./cases/watch-cases.ts";
import { withMasked, withOwnIdsRemoved, withRevisionsMoved } from "./masks.ts";
import type { Plain } from "./plain-message.ts";
import { endKey, WatchTape } from "./watch-tape.ts";

type AskingCase = Extract<Case, { ask: unknown }>;
type WatchCase = Extract<Case, { watch: unknown }>;

/** No case takes this long, unless something hangs. */
const timeout = 60_000;
const version = etcdVersion();
const cases: readonly Case[] = [...kvCases, ...txnCases, ...leaseCases, ...watchCases];
/** HTTP statuses that the gateway of etcd 3.4 (grpc-gateway 1) gives other codes than later ones do. */
const statuses = version === "3.4" ? { FAILED_PRECONDITION: 412 } : {};

test(`what clients of etcd rely on, on ${targetName}`, { timeout }, async (t) => {
  using folder = temporaryFolder();
  await using target = await startDefaultEtcd(folder.path, { signal: t.signal });
  const overGrpc = grpcCaller(target.rpc);
  const overJson = jsonCaller(target.baseUrl, statuses);
  for (const one of cases) {
    const skip = skipReason(one);
    if ("watch" in one) {
      await t.test(one.name, { skip }, () => tryWatching(one, target));
      continue;
    }
    await t.test(`${one.name} (gRPC)`, { skip }, () => tryAsking(one, overGrpc));
    if (one.grpcOnly !== undefined) continue;
    await t.test(`${one.name} (JSON)`, { skip }, () => tryAsking(one, overJson));
  }
});

test("every refusal that the store can give has a case", () => {
  const shown = new Set(cases.flatMap(refusalTexts));
  const refusals = [
    ...Object.values(etcdErrors).map(({ text }) => text),
    ...Object.values(watchRefusals),
  ];
  assert.deepEqual(
    refusals.filter((text) => !shown.has(text)),
    [],
  );
});

function refusalTexts(one: Case): string[] {
  if ("refusal" in one) return [one.refusal[1]];
  if (!("told" in one)) return [];
  return Object.values(one.told).flatMap((told) =>
    told.map((message) => String(message["cancel_reason"])),
  );
}

function skipReason({ differs = {} }: Case): string | false {
  return differs[version] === undefined ? false : `not so on ${version}: ${differs[version]}`;
}

async function tryAsking(one: AskingCase, caller: Caller): Promise<void> {
  const moved = await emptied(caller);
  const local = localCaller(caller, moved);
  for (const ask of one.given ?? []) await answerOf(local, ask);
  const outcome = await local(one.ask);
  if ("refusal" in one) {
    const [code, text] = one.refusal;
    assert.deepEqual(outcome, { refusal: { code, text } });
  } else if ("answer" in outcome) {
    assert.deepEqual(withMasked(outcome.answer, one.masked ?? []), one.answer);
  } else {
    assert.deepEqual(outcome, { answer: one.answer });
  }
}

async function tryWatching(one: WatchCase, { rpc }: DefaultEtcd): Promise<void> {
  const caller = grpcCaller(rpc);
  const moved = await emptied(caller);
  const local = localCaller(caller, moved);
  for (const ask of one.given ?? []) await answerOf(local, ask);
  const tape = new WatchTape(rpc);
  try {
    for (const request of one.watch) tape.send(withRevisionsMoved(request, moved));
    const present = await caller({ rpc: "Range", request: { key: endKey } });
    await tape.untilWatching("answer" in present ? revisionOf(present.answer) : 0);
    for (const ask of one.meanwhile ?? []) await answerOf(local, ask);
    await tape.untilTold(revisionOf(await answerOf(caller, put(endKey, ""))));
    assert.deepEqual(
      byWatcher(tape.take().map((message) => asOnFreshStore(message, moved))),
      one.told,
    );
  } finally {
    tape.close();
  }
}

/** Empties the store but for its history; resolves with how far its revision is from a fresh store's. */
async function emptied(caller: Caller): Promise<number> {
  const listed = await answerOf(caller, leases);
  for (const { ID } of (listed["leases"] ?? []) as Plain[]) {
    await answerOf(caller, { rpc: "LeaseRevoke", request: { ID: ID ?? 0 } });
  }
  return revisionOf(await answerOf(caller, del(everything))) - 1;
}

/** Asks with revisions as on a fresh store, and answers with such. */
function localCaller(caller: Caller, moved: number): Caller {
  return async ({ rpc, request }) => {
    const outcome = await caller({ rpc, request: withRevisionsMoved(request, moved) });
    return "answer" in outcome ? { answer: asOnFreshStore(outcome.answer, moved) } : outcome;
  };
}

function asOnFreshStore(message: Plain, moved: number): Plain {
  return withRevisionsMoved(withOwnIdsRemoved(message), -moved);
}

/** The order between watchers is free; that of one watcher's messages is not. */
function byWatcher(messages: readonly Plain[]): Record<string, Plain[]> {
  const groups: Record<string, Plain[]> = {};
  for (const message of messages) {
    const id = String(message["watch_id"] ?? 0);
    groups[id] = [...(groups[id] ?? []), message];
  }
  return groups;
}
