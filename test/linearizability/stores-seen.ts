import type { Plain } from "../conformance/plain-message.ts";
import type { Operation } from "./checker.ts";
import type { EtcdOp, EtcdOutput, EtcdState, KeyOp, StoredKey } from "./etcd-model.ts";

/** What a key was, or that it was not there. */
type Seen = Pick<StoredKey, "mod" | "value"> | "absent";

/**
 * What reads tell of the store at each revision. Whoever sees at revision 9 that a key was last changed at 5 knows of
 * 5, 6, 7, 8 and 9 what it was.
 */
export function storesSeen(
  operations: readonly Operation<EtcdOp, EtcdOutput>[],
): (state: EtcdState) => boolean {
  const seen = new Map<number, Map<string, Seen>>();
  const note = (revision: number, key: string, what: Seen) => {
    const store = seen.get(revision) ?? new Map<string, Seen>();
    seen.set(revision, store.set(key, what));
  };
  for (const { op, result } of operations) {
    if (result === undefined || !("answer" in result.output)) continue;
    for (const [read, answer] of readsIn(op, result.output.answer)) noteRead(read, answer, note);
  }
  return ({ revision, keys }) => {
    for (const [key, what] of seen.get(revision) ?? []) {
      const stored = keys.get(key);
      if (what === "absent" ? stored !== undefined : !stored || !isSame(stored, what)) return false;
    }
    return true;
  };
}

function noteRead(
  read: KeyOp,
  answer: Plain,
  note: (revision: number, key: string, what: Seen) => void,
): void {
  const until = Number((answer["header"] as Plain)["revision"]);
  const kvs = (answer["kvs"] ?? []) as readonly Plain[];
  for (const kv of kvs) {
    const mod = Number(kv["mod_revision"]);
    const what = { mod, value: String(kv["value"] ?? "") };
    for (let revision = mod; revision <= until; revision++) note(revision, String(kv["key"]), what);
  }
  if (read.kind === "get" && kvs.length === 0) note(until, read.key, "absent");
}

/** The reads in an operation with their answers; a transaction holds several, each of a key that it does not write. */
function readsIn(op: EtcdOp, answer: Plain): readonly (readonly [KeyOp, Plain])[] {
  if (op.kind === "get" || op.kind === "list") return [[op, answer]];
  if (op.kind !== "txn") return [];
  const inner = answer["succeeded"] === true ? op.success : op.failure;
  const responses = (answer["responses"] ?? []) as readonly Plain[];
  return inner.flatMap((read, index) => {
    const response = responses[index]?.["response_range"];
    return read.kind === "get" && response !== undefined
      ? [[read, response as Plain] as const]
      : [];
  });
}

function isSame(a: Pick<StoredKey, "mod" | "value">, b: Pick<StoredKey, "mod" | "value">): boolean {
  return a.mod === b.mod && a.value === b.value;
}
