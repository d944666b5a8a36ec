import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { test } from "node:test";
import {
  goDialError,
  goErrorReason,
  goFileError,
  goListenError,
  goReadError,
} from "./go-system-error.ts";

const error = (code: string) => Object.assign(new Error("own words"), { code });

test("the system's refusals are told in Go's words", () => {
  assert.equal(goReadError("/x", error("ENOENT")), "open /x: no such file or directory");
  assert.equal(goReadError("/x", error("EISDIR")), "read /x: is a directory");
  assert.equal(goErrorReason(error("ECONNREFUSED")), "connection refused");
  assert.equal(goErrorReason(error("EOTHER")), "own words");
  assert.equal(goErrorReason("no error"), "no error");
});

test("a file that cannot be read, written or removed is named with what was tried", () => {
  const errorOf = (attempt: () => void): unknown => {
    try {
      attempt();
    } catch (error) {
      return error;
    }
    return assert.fail("it was done");
  };
  const [folder, missing] = [tmpdir(), `${tmpdir()}/no such folder/x`];
  const read = errorOf(() => readFileSync(folder));
  assert.equal(goReadError(folder, read), `read ${folder}: is a directory`);
  const write = errorOf(() => writeFileSync(folder, ""));
  assert.equal(goFileError("open", folder, write), `open ${folder}: is a directory`);
  const remove = errorOf(() => rmSync(missing));
  assert.equal(
    goFileError("remove", missing, remove),
    `remove ${missing}: no such file or directory`,
  );
});

test("a place that is taken or does not answer is told with the system call that failed", () => {
  assert.equal(
    goListenError("tcp 127.0.0.1:2379", error("EADDRINUSE")),
    "listen tcp 127.0.0.1:2379: bind: address already in use",
  );
  assert.equal(
    goDialError("unix /run/none", error("ENOENT")),
    "dial unix /run/none: connect: no such file or directory",
  );
});
