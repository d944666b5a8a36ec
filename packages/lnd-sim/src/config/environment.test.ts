import assert from "node:assert/strict";
import { userInfo } from "node:os";
import { test } from "node:test";
import { appDir, systemEnvironment } from "./environment.ts";

const homeDir = "/home/ann";

test("lnd's folder lies where each system keeps such folders", () => {
  const folder = (platform: NodeJS.Platform, variables = {}) =>
    appDir("lnd", platform, { homeDir, variables });
  assert.equal(folder("linux"), `${homeDir}/.lnd`);
  assert.equal(folder("darwin"), `${homeDir}/Library/Application Support/Lnd`);
  assert.equal(folder("win32", { LOCALAPPDATA: "C:\\A" }), "C:\\A\\Lnd");
});

test("the home folder is the user's, whatever $HOME says", () => {
  const environment = systemEnvironment("lnd", { HOME: "/nowhere" });
  assert.equal(environment.homeDir, userInfo().homedir);
});
