import assert from "node:assert/strict";
import type { Plain } from "../conformance/plain-message.ts";
import {
  type EtcdOp,
  type EtcdOutput,
  type EtcdState,
  etcdModel,
  revisionOf,
  type StoredKey,
} from "../linearizability/etcd-model.ts";

/** A change of a key, as it was. */
export interface TrueEvent {
  readonly revision: number;
  readonly type: "PUT" | "DELETE";
  readonly key: string;
  /** What it became; undefined for a deletion. */
  readonly stored: StoredKey | undefined;
  /** What it was before. */
  readonly before: StoredKey | undefined;
}

/**
 * Every change of a store, by revision, from what its writers were told: each revision was given once, so the writes in
 * the order of their revisions are what happened. Fails where a writer was told something else.
 */
export function trueHistory(
  writes: readonly (readonly [EtcdOp, EtcdOutput])[],
): readonly TrueEvent[] {
  const events: TrueEvent[] = [];
  let state: EtcdState = etcdModel.initial;
  const inOrder = writes
    .filter(([op, output]) => "answer" in output && hasChanged(op, output.answer))
    .toSorted(([, a], [, b]) => (revisionOf(a) ?? 0) - (revisionOf(b) ?? 0));
  for (const [op, output] of inOrder) {
    const step = etcdModel.step(state, op);
    assert.deepEqual(step.output, output, JSON.stringify(op));
    events.push(...changes(state, step.state));
    state = step.state;
  }
  return events;
}

/** Whether a write changed anything; one that did not has the revision of the one before. */
function hasChanged(op: EtcdOp, answer: Plain): boolean {
  if (op.kind === "put") return true;
  if (op.kind !== "txn") return answer["deleted"] !== undefined;
  const responses = (answer["responses"] ?? []) as readonly Plain[];
  return responses.some((response) => {
    const deletion = response["response_delete_range"] as Plain | undefined;
    return response["response_put"] !== undefined || deletion?.["deleted"] !== undefined;
  });
}

function changes(before: EtcdState, after: EtcdState): TrueEvent[] {
  const { revision } = after;
  const keys = [...new Set([...before.keys.keys(), ...after.keys.keys()])].toSorted();
  return keys.flatMap((key): TrueEvent[] => {
    const [was, is] = [before.keys.get(key), after.keys.get(key)];
    if (was === is) return [];
    return [{ revision, type: is ? "PUT" : "DELETE", key, stored: is, before: was }];
  });
}
