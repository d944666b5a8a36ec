import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { test } from "node:test";
import { createTerminalInput, type InputStream } from "./terminal-input.ts";

/** A terminal at which `type` types; `modes` are the switches to raw mode and back. */
function fakeTerminal() {
  const keys = new PassThrough();
  const modes: boolean[] = [];
  const stream = Object.assign(keys, {
    isTTY: true,
    setRawMode: (isRaw: boolean) => modes.push(isRaw),
  }) as unknown as InputStream;
  let interrupts = 0;
  const input = createTerminalInput(
    () => stream,
    () => {
      interrupts += 1;
    },
  );
  return {
    input,
    modes,
    type: (text: string) => keys.write(text),
    hangUp: () => keys.end(),
    interrupts: () => interrupts,
  };
}

const text = async (line: Promise<Buffer | undefined>) => (await line)?.toString();

test("lines are read one at a time, however they arrive", async () => {
  const { input, type, hangUp } = fakeTerminal();
  type("one\ntw");
  assert.equal(await text(input.readLine()), "one\n");
  type("o\nthree");
  assert.equal(await text(input.readLine()), "two\n");
  hangUp();
  assert.equal(await text(input.readLine()), "three", "the input ended without a line end");
  assert.equal(await text(input.readLine()), "");
});

test("a hidden line switches the echo off while it is typed and on again behind it", async () => {
  const { input, type, modes } = fakeTerminal();
  const hidden = input.readHiddenLine();
  assert.deepEqual(modes, [true]);
  type("secret\r");
  assert.equal(await text(hidden), "secret");
  assert.deepEqual(modes, [true, false]);
});

test("a hidden line can be edited as any line of a terminal", async () => {
  const { input, type } = fakeTerminal();
  const edited = [
    ["abx\u007fc\n", "abc"],
    ["aé\u007f\bc\n", "c"],
    ["\u007fwrong\u0015right\n", "right"],
    ["two words \u0017drops\n", "two drops"],
    ["one\u0017\u0017\n", ""],
    ["\u0004not the end\n", "not the end"],
  ] as const;
  for (const [keys, line] of edited) {
    type(keys);
    assert.equal(await text(input.readHiddenLine()), line, JSON.stringify(keys));
  }
});

test("lines that are typed ahead of their questions go to the questions in their order", async () => {
  const { input, type } = fakeTerminal();
  type("secret\rsecret\ry\r");
  assert.equal(await text(input.readHiddenLine()), "secret");
  assert.equal(await text(input.readHiddenLine()), "secret");
  assert.equal(await text(input.readLine()), "y\n");
});

test("Ctrl-C in a hidden line is told as an interrupt and is no part of the line", async () => {
  const { input, type, interrupts } = fakeTerminal();
  type("se\u0003cret\n");
  assert.equal(await text(input.readHiddenLine()), "secret");
  assert.equal(interrupts(), 1);
});

test("a terminal that hangs up ends a hidden line with what was typed", async () => {
  const { input, type, hangUp } = fakeTerminal();
  type("sec");
  hangUp();
  assert.equal(await text(input.readHiddenLine()), "sec");
  assert.equal(await input.readHiddenLine(), undefined);
});

test("a signal ends the waiting for a line, and the next line is read all the same", async () => {
  const { input, type, modes } = fakeTerminal();
  const abort = new AbortController();
  const hidden = input.readHiddenLine(abort.signal);
  abort.abort(new Error("enough"));
  await assert.rejects(hidden, /enough/);
  assert.deepEqual(modes, [true, false], "the echo is on again");
  await assert.rejects(input.readLine(abort.signal), /enough/);
  type("next\n");
  assert.equal(await text(input.readLine()), "next\n");
});

test("a line of more than a mebibyte is refused", async () => {
  const { input, type } = fakeTerminal();
  type("x".repeat(1024 * 1024 + 1));
  await assert.rejects(input.readLine(), /too long/);
  await assert.rejects(input.readHiddenLine(), /too long/);
});

test("a stream is not opened before something is read", async () => {
  let opened = 0;
  const input = createTerminalInput(
    () => {
      opened += 1;
      return new PassThrough() as unknown as InputStream;
    },
    () => {},
  );
  assert.equal(opened, 0);
  assert.equal(input.isTerminal, false);
  assert.equal(input.isTerminal, false);
  assert.equal(opened, 1);
});
