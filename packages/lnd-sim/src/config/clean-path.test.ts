import assert from "node:assert/strict";
import { test } from "node:test";
import { cleanAndExpandPath } from "./clean-path.ts";

const environment = {
  homeDir: "/home/ann",
  variables: { A: "x", "1": "one", DIR: "/srv/lnd", EMPTY: "" },
};

test("a path has its home and its variables filled in and its detours taken out", () => {
  const observed = {
    "": "",
    "~": "/home/ann",
    "~/x": "/home/ann/x",
    "~/a/../b/": "/home/ann/b",
    "~bob": "/home/annbob",
    "/a//b/./c": "/a/b/c",
    "$A/${A}y/$B/$1": "x/xy/one",
    "$DIR/a//b/../c/": "/srv/lnd/a/c",
    "${DIR}x": "/srv/lndx",
    "$NONE/a": "/a",
    "$EMPTY/a": "/a",
    a$: "a$",
    "${A": "A",
    "a/./b": "a/b",
    "..": "..",
    "a/..": ".",
    "/": "/",
  };
  for (const [path, clean] of Object.entries(observed)) {
    assert.equal(cleanAndExpandPath(path, environment), clean, path);
  }
});
