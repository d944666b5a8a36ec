import assert from "node:assert/strict";
import { createSeededRandom } from "@leaderlab/clock";
import { type Ask, type Outcome, revisionOf } from "./caller.ts";
import { deadlyCompaction, deadlyTxn, recreates } from "./deadly-requests.ts";
import { fewKeys, manyKeys, type Operation, OperationGenerator } from "./operations.ts";
import type { Side } from "./side.ts";

export interface ComparisonOptions {
  readonly seed: number;
  readonly operations: number;
  readonly ours: Side;
  readonly real: Side;
  /** Names of known differences between the versions (`differencesOf34`), which are not to come up. */
  readonly leaveOut: readonly string[];
  /** The command that does the same again, for whoever reads of a difference. */
  readonly again: string;
}

/**
 * Does the same random operations on two etcds that are fresh, and compares every reply and every watch message field
 * by field. Rejects with an AssertionError at the first difference, which names the operation and how to repeat it.
 */
export async function compareSides(options: ComparisonOptions): Promise<void> {
  const { seed, operations, ours, real, leaveOut } = options;
  const material = seed % 3 === 0 ? manyKeys : fewKeys;
  const generator = new OperationGenerator(createSeededRandom(seed), material, leaveOut);
  const recreating = new Set<number>();
  let compactRevision = 0;
  for (let count = 0; count < operations; count++) {
    const operation = generator.next({ revision: ours.revision, compactRevision });
    if (deadlyTxn(operation) || deadlyCompaction(operation, recreating)) continue;
    const place = `operation ${count} of seed ${seed}: ${JSON.stringify(operation)}`;
    const revision = await compareReplies(operation, options, place);
    if (revision > 0) compactRevision = compactedBy(operation) ?? compactRevision;
    if (recreates(operation)) recreating.add(revision);
    if (operation.kind === "ask" && revision <= ours.revision) continue;
    const [told, toldByReal] = [await ours.told(), await real.told()];
    same(told, toldByReal, `what watchers are told after ${place}`, options);
  }
  same(await ours.raftIndex(), await real.raftIndex(), "the raft index", options);
  await compareHashes(options, compactRevision);
}

/** The checksums of all that was not compacted, as members of one cluster compare them. etcd 3.4 sums up otherwise. */
async function compareHashes(options: ComparisonOptions, compactRevision: number): Promise<void> {
  const { ours, real, leaveOut } = options;
  if (leaveOut.length > 0) return;
  for (let revision = Math.max(0, compactRevision - 1); revision <= ours.revision + 1; revision++) {
    const [actual, expected] = [await ours.hashKv(revision), await real.hashKv(revision)];
    same(actual, expected, `the checksum up to ${revision}`, options);
  }
  same(await ours.hashKv(0), await real.hashKv(0), "the checksum up to now", options);
}

/** Does it on both; resolves with the revision in the replies, 0 for a refusal and for what has no reply. */
async function compareReplies(
  operation: Operation,
  options: ComparisonOptions,
  place: string,
): Promise<number> {
  const { ours, real } = options;
  if (operation.kind === "watch") {
    const { stream, request } = operation;
    await Promise.all([ours.watch(stream, request), real.watch(stream, request)]);
    return 0;
  }
  const [actual, expected] = await Promise.all([ours.ask(operation), real.ask(operation)]);
  const bothRefuse = "refusal" in actual && "refusal" in expected;
  if (bothRefuse && operation.rpc === "Txn" && options.leaveOut.includes("refusalOrder")) return 0;
  same(comparable(actual, operation, expected), comparable(expected, operation), place, options);
  return "answer" in actual ? revisionOf(actual.answer) : 0;
}

/**
 * A reply without what may differ: etcd lists the keys of a lease in any order, and the seconds that are left of it may
 * be one less where the reply was made a moment later.
 */
function comparable(outcome: Outcome, { rpc }: Ask, other: Outcome = outcome): Outcome {
  if (rpc !== "LeaseTimeToLive" || !("answer" in outcome) || !("answer" in other)) return outcome;
  const { keys = [], TTL = 0, ...rest } = outcome.answer;
  const otherTtl = Number(other.answer["TTL"] ?? 0);
  const isNear = Math.abs(Number(TTL) - otherTtl) <= 1 && Number(TTL) > 0 && otherTtl > 0;
  const sorted = (keys as readonly string[]).toSorted();
  return { answer: { ...rest, keys: sorted, TTL: isNear ? otherTtl : TTL } };
}

function compactedBy(operation: Operation): number | undefined {
  const isCompaction = operation.kind === "ask" && operation.rpc === "Compact";
  return isCompaction ? Number(operation.request["revision"]) : undefined;
}

function same(actual: unknown, expected: unknown, place: string, { again }: ComparisonOptions) {
  try {
    assert.deepEqual(actual, expected);
  } catch (error) {
    if (!(error instanceof assert.AssertionError)) throw error;
    const message = `${place}\nours (actual) and the real one (expected): ${error.message}\nAgain: ${again}`;
    throw new assert.AssertionError({ message, actual, expected, operator: error.operator });
  }
}
