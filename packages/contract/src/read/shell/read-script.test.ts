import assert from "node:assert/strict";
import { test } from "node:test";
import { readScript } from "./read-script.ts";
import { type Command, literalOf, ShellSyntaxError } from "./syntax.ts";

const read = (text: string) => readScript(text).items;
/** The commands' kinds and words, as they are nested. */
const shape = (command: Command): unknown => {
  switch (command.kind) {
    case "simple":
      return command.words.map((word) => literalOf(word) ?? "?");
    case "pipeline":
      return { [command.isNegated ? "!" : "|"]: command.commands.map(shape) };
    case "and-or":
      return [
        shape(command.first),
        ...command.rest.flatMap((one) => [one.operator, shape(one.command)]),
      ];
    case "loop":
      return {
        [command.isUntil ? "until" : "while"]: command.condition.items.map(shape),
        do: command.body.items.map(shape),
      };
    case "group":
      return { [command.isSubshell ? "()" : "{}"]: command.body.items.map(shape) };
    default:
      return command.kind;
  }
};

test("words are read as a shell does: quotes, escapes, lines that go on", () => {
  for (const [text, words] of [
    [`a 'b "c' "d 'e" f\\ g`, ["a", 'b "c', "d 'e", "f g"]],
    [`x"y"'z'`, ["xyz"]],
    ["a \\\n  b # c", ["a", "b"]],
    [`"a\\"b\\$c\\d"`, ['a"b$c\\d']],
    ["a#b", ["a#b"]],
    ["''", [""]],
    ["$'a\\nb'", ["a\nb"]],
  ] as const) {
    assert.deepEqual(read(text).map(shape), [words], text);
  }
});

test("pipelines, lists, loops and groups nest", () => {
  assert.deepEqual(read("! a | b && { c; } || (d)").map(shape), [
    [{ "!": [["a"], ["b"]] }, "&&", { "{}": [["c"]] }, "||", { "()": [["d"]] }],
  ]);
  assert.deepEqual(read("while ! a; do\n  b &\n  c\ndone; d").map(shape), [
    { while: [{ "!": [["a"]] }], do: ["background", ["c"]] },
    ["d"],
  ]);
  assert.deepEqual(read("if a; then b; elif c; then d; else e; fi").map(shape), ["if"]);
  assert.deepEqual(read("case $x in a|b) c;; *) d ;; esac").map(shape), ["case"]);
  assert.deepEqual(read("f() { a; }\nfunction g { b; }").map(shape), ["function", "function"]);
  assert.deepEqual(read("[[ a && b ]] && [ c ]").map(shape), [
    [["[[", "a", "&&", "b", "]]"], "&&", ["[", "c", "]"]],
  ]);
});

test("what stands where is known to the character", () => {
  const text = `x=1 lncli state 2>&1 | grep -q "A B"`;
  const [pipeline] = read(text);
  assert.ok(pipeline?.kind === "pipeline");
  const [first, second] = pipeline.commands;
  assert.deepEqual(
    first?.range.map((at) => at),
    [0, text.indexOf(" |")],
  );
  assert.ok(second?.kind === "simple");
  assert.equal(text.slice(...(second.words[2]?.range ?? [])), '"A B"');
});

test("heredocs belong to the command before, and what follows is read on", () => {
  const [first, second] = read("cat <<A <<-'B'\none\nA\n\ttwo\n\tB\nnext");
  assert.ok(first?.kind === "simple");
  assert.deepEqual(
    first.redirects.map(({ target }) => literalOf(target)),
    ["one\n", "two\n"],
  );
  assert.deepEqual(second && shape(second), ["next"]);
});

test("commands in words are read, in either writing", () => {
  for (const text of ["a $(b | c) d", "a `b | c` d", 'a "$(b | c)" d']) {
    const [command] = read(text);
    assert.ok(command?.kind === "simple");
    const [part] = command.words[1]?.parts ?? [];
    assert.ok(part?.kind === "command", text);
    assert.deepEqual(part.body.items.map(shape), [{ "|": [["b"], ["c"]] }]);
  }
});

test("what no shell would take is refused with its place", () => {
  for (const [text, offset] of [
    ["a 'b", 2],
    ["a; )", 3],
    ["if a; then b", 12],
    ["a &&", 4],
    ["a | | b", 4],
    ["done", 0],
    ["a $(b", 5],
    ["for x in; do", 12],
    ["a >", 3],
  ] as const) {
    assert.throws(
      () => read(text),
      (error) => error instanceof ShellSyntaxError && error.offset === offset,
      text,
    );
  }
});

test("a script that is too large or nested too deeply is refused", () => {
  for (const text of [
    "(".repeat(5000),
    "$(".repeat(5000),
    "a".repeat(300_000),
    "if a; then ".repeat(1000),
  ]) {
    assert.throws(() => read(text), ShellSyntaxError);
  }
});
