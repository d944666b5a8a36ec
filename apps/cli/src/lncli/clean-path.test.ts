import assert from "node:assert/strict";
import { userInfo } from "node:os";
import { test } from "node:test";
import { cleanPath, defaultLndFolder } from "./clean-path.ts";

const { homedir } = userInfo();

test("a path is cleaned, and its variables and a leading ~ are filled in", () => {
  const variables = { DIR: "/srv/lnd", EMPTY: "" };
  const paths = [
    ["", ""],
    ["~/x", `${homedir}/x`],
    ["$DIR/a//b/../c/", "/srv/lnd/a/c"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of a path
    ["${DIR}x", "/srv/lndx"],
    ["$NONE/a", "/a"],
    ["a/./b", "a/b"],
    ["/", "/"],
  ] as const;
  for (const [text, path] of paths) assert.equal(cleanPath(text, variables), path, text);
});

test("lnd's folder lies where each system keeps such folders", () => {
  assert.equal(defaultLndFolder({}, "linux"), `${homedir}/.lnd`);
  assert.equal(defaultLndFolder({}, "darwin"), `${homedir}/Library/Application Support/Lnd`);
  assert.equal(defaultLndFolder({ LOCALAPPDATA: "C:\\A" }, "win32"), "C:\\A\\Lnd");
});
