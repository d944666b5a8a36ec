import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { checkByObject, checkLinearizable, type Model, type Operation } from "./checker.ts";
import { type RegisterOp, registerModel } from "./register-model.ts";

type Register = Operation<RegisterOp, string | null>;

/**
 * A history as it is drawn on paper, a line for each operation; `(` is its call, `)` its return, `?` the end of one
 * whose outcome is not known:
 *
 *     (--)     w1       writes 1
 *       (---)  r1       reads 1; `r-` reads nothing
 */
function drawn(...lines: readonly string[]): Register[] {
  return lines.map((line, client) => {
    const [, bar = "", action = "", value = ""] = /^(.*[)?])\s*([rw])(\S+)$/.exec(line) ?? [];
    const [key = "x", text = value] = value.includes("=") ? value.split("=") : ["x", value];
    const op: RegisterOp =
      action === "w" ? { kind: "write", key, value: text } : { kind: "read", key };
    const called = bar.indexOf("(");
    if (bar.includes("?")) return { client, op, called };
    const output = action === "w" || text === "-" ? null : text;
    return { client, op, called, result: { returned: bar.indexOf(")"), output } };
  });
}

const verdict = (...lines: readonly string[]) =>
  checkLinearizable(registerModel, drawn(...lines)).kind;

test("what overlaps may have happened in either order", () => {
  assert.equal(verdict("(---)  w1", " (---) w2", "       (-) r1"), "linearizable");
  assert.equal(verdict("(---)  w1", " (---) w2", "       (-) r2"), "linearizable");
  assert.equal(verdict("(-----) w1", " (-)    r1", "   (-)  r1"), "linearizable");
  assert.equal(verdict("(-----) w1", " (-)    r-", "   (-)  r1"), "linearizable");
});

test("a stale read is found: a later read saw less than an earlier one", () => {
  assert.equal(verdict("(-) w1", "    (-) r-"), "violation");
  assert.equal(verdict("(-----) w1", " (-)    r1", "     (-) r-"), "violation");
  assert.equal(verdict("(-) w1", "    (-) w2", "        (-) r1"), "violation");
});

test("a phantom is found: a value that nobody wrote, or not yet", () => {
  assert.equal(verdict("(-) w1", "    (-) r7"), "violation");
  assert.equal(verdict("(-) r1", "    (-) w1"), "violation");
});

test("two readers who see two writes in different orders are found", () => {
  const writes = ["(--------)          w1", "(--------)          w2"];
  const one = ["           (-)      r1", "               (-)  r2"];
  assert.equal(verdict(...writes, ...one), "violation");
  const during = ["(-) r1", "    (-) r2"];
  assert.equal(verdict("(--------) w1", "(--------) w2", ...during), "linearizable");
  assert.equal(verdict("(--------) w1", "(--------) w2", ...during, "       (-) r1"), "violation");
});

test("a write whose outcome is not known may have happened, at once, late or never", () => {
  assert.equal(verdict("(?           w1", "   (-)       r-"), "linearizable");
  assert.equal(verdict("(?           w1", "   (-)       r1"), "linearizable");
  assert.equal(verdict("(?           w1", "   (-)       r-", "       (-)   r1"), "linearizable");
  assert.equal(verdict("(?           w1", "   (-)       r1", "       (-)   r-"), "violation");
  assert.equal(verdict("   (?        w1", "(-)          r1"), "violation", "not before its call");
});

test("a violation tells how far an order goes, and what fits nowhere after it", () => {
  const history = drawn("(-) w1", "    (-) w2", "        (-) r1");
  const found = checkLinearizable(registerModel, history);
  assert.ok(found.kind === "violation");
  assert.deepEqual(found.order, history.slice(0, 2));
  assert.deepEqual([found.state, found.stuck], ["2", history[2]]);
});

test("objects are judged one by one, and a whole of sound ones is sound", () => {
  const good = drawn("(-) wx=1", "(-) wy=2", "    (-) rx=1", "    (-) ry=2");
  const bad = drawn("(-) wx=1", "(-) wy=2", "    (-) rx=2", "    (-) ry=2");
  const keyOf = (op: RegisterOp) => op.key;
  assert.equal(checkByObject(registerModel, good, keyOf).kind, "linearizable");
  assert.equal(checkByObject(registerModel, bad, keyOf).kind, "violation");
});

/** Small histories of two registers, sound or not. */
const anyHistory: fc.Arbitrary<Register[]> = fc.array(
  fc
    .record({
      client: fc.nat(9),
      key: fc.constantFrom("x", "y"),
      value: fc.constantFrom("1", "2"),
      isRead: fc.boolean(),
      seen: fc.constantFrom(null, "1", "2"),
      called: fc.nat(20),
      lasts: fc.integer({ min: 1, max: 10 }),
      isKnown: fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
    })
    .map(({ client, key, value, isRead, seen, called, lasts, isKnown }): Register => {
      const op: RegisterOp = isRead ? { kind: "read", key } : { kind: "write", key, value };
      const result = { returned: called + lasts + 0.5, output: isRead ? seen : null };
      return { client, op, called, ...(isKnown && { result }) };
    }),
  { maxLength: 6 },
);

interface Registers {
  readonly [key: string]: string | null;
}
const registersModel: Model<Registers, RegisterOp, string | null> = {
  initial: {},
  step: (state, op) =>
    op.kind === "read"
      ? { state, output: state[op.key] ?? null }
      : { state: { ...state, [op.key]: op.value }, output: null },
  agrees: (expected, seen) => expected === seen,
  fingerprint: (state) => JSON.stringify([state["x"] ?? null, state["y"] ?? null]),
};

/** Whether any order of any choice of the unknown ones does: the definition, word for word. */
function bySearchOfAllOrders(operations: readonly Register[]): boolean {
  const explains = (left: readonly Register[], state: Registers): boolean => {
    if (left.every(({ result }) => result === undefined)) return true;
    return left.some((next, index) => {
      const isTooEarly = left.some(
        (other) => other !== next && other.result && other.result.returned < next.called,
      );
      if (isTooEarly) return false;
      const { state: after, output } = registersModel.step(state, next.op);
      if (next.result !== undefined && next.result.output !== output) return false;
      return explains(left.toSpliced(index, 1), after);
    });
  };
  return explains(operations, registersModel.initial);
}

test("the search comes to what trying all orders comes to, and so does each object by itself", () => {
  const outcomes = { linearizable: 0, violation: 0, gaveUp: 0 };
  fc.assert(
    fc.property(anyHistory, (operations) => {
      const { kind } = checkLinearizable(registersModel, operations);
      outcomes[kind] += 1;
      assert.equal(kind === "linearizable", bySearchOfAllOrders(operations));
      assert.equal(checkByObject(registerModel, operations, (op) => op.key).kind, kind);
    }),
    { numRuns: 2000 },
  );
  assert.ok(outcomes.linearizable > 100 && outcomes.violation > 100, JSON.stringify(outcomes));
});
