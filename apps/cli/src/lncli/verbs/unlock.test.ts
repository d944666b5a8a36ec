import assert from "node:assert/strict";
import { test } from "node:test";
import type * as lnd from "@leaderlab/proto/lnd";
import { RpcError } from "@leaderlab/rpc/client";
import { createFakeTerminal } from "../../testing/fake-terminal.ts";
import type { Connection } from "../connect.ts";
import { parseFlags } from "../parse-flags.ts";
import { verbs } from "../verbs.ts";
import { runUnlock } from "./unlock.ts";

type Stream = readonly (lnd.WalletState | RpcError)[];

/** A node whose streams of states go as scripted, each subscription by the next one, and which takes any password. */
function scriptedNode(streams: readonly Stream[]) {
  const left = [...streams];
  const requests: unknown[] = [];
  const connection = {
    unary: async (_method: unknown, request: unknown) => {
      requests.push(request);
      return {};
    },
    async *serverStream() {
      for (const state of left.shift() ?? []) {
        if (typeof state !== "string") throw state;
        yield { state };
      }
    },
    close: () => {},
  } as unknown as Connection;
  return { connection, requests };
}

async function unlock(streams: readonly Stream[], argv: readonly string[] = []) {
  const { connection, requests } = scriptedNode(streams);
  const terminal = createFakeTerminal({ typed: ["password"] });
  const own = verbs.find(({ name }) => name === "unlock")?.flags ?? [];
  const { flags, rest } = parseFlags(own, argv, {});
  const problem = await runUnlock({
    terminal,
    flags,
    rest,
    connection,
    showHelp: () => undefined,
  }).then(
    () => "",
    (error: Error) => error.message,
  );
  return { problem, requests, stdout: terminal.stdout };
}

const prompt = "Input wallet password: \n";
const success = "\nlnd successfully unlocked!\n";

test("the wallet is unlocked between the state LOCKED and the next one", async () => {
  const { stdout, requests } = await unlock([["WAITING_TO_START", "LOCKED"], ["RPC_ACTIVE"]]);
  assert.equal(
    stdout,
    `${prompt}wallet state: WAITING_TO_START\nwallet state: LOCKED\nwallet state: RPC_ACTIVE\n${success}`,
  );
  const wallet_password = Buffer.from("password");
  assert.deepEqual(requests, [{ wallet_password, recovery_window: 0, stateless_init: false }]);
});

test("a node that has no State service, or cannot be reached for it, is not waited for", async () => {
  for (const code of ["UNIMPLEMENTED", "UNAVAILABLE"] as const) {
    const none = [new RpcError(code, "no state")];
    const { stdout, requests, problem } = await unlock([none, none]);
    assert.deepEqual([stdout, requests.length, problem], [`${prompt}${success}`, 1, ""]);
  }
});

test("another refusal of the states ends the command before the password is sent", async () => {
  const { requests, problem } = await unlock([[new RpcError("UNKNOWN", "no")]]);
  assert.deepEqual([requests, problem], [[], "no"]);
});

test("a wallet that is open, or is not there, is not unlocked", async () => {
  for (const state of ["UNLOCKED", "RPC_ACTIVE", "SERVER_ACTIVE"] as const) {
    const { requests, problem } = await unlock([[state]]);
    assert.deepEqual([requests, problem], [[], "wallet is already unlocked"]);
  }
  const { requests, problem } = await unlock([["NON_EXISTING"]]);
  assert.deepEqual(
    [requests, problem],
    [[], "wallet is not initialized - please run 'lncli create'"],
  );
});

test("a node that shuts down while it is waited for is told as that", async () => {
  const words = "lnd shut down before reaching expected wallet state";
  assert.equal((await unlock([["WAITING_TO_START"]])).problem, words);
  const { problem, requests } = await unlock([["LOCKED"], ["LOCKED"]]);
  assert.deepEqual([problem, requests.length], [words, 1]);
});

test("the recovery window is a flag or the first argument, of 32 bits", async () => {
  const windowOf = async (...argv: string[]) => {
    const { requests } = await unlock([["LOCKED"], ["UNLOCKED"]], argv);
    return (requests[0] as lnd.UnlockWalletRequest).recovery_window;
  };
  assert.equal(await windowOf("--recovery_window=0x10"), 16);
  assert.equal(await windowOf("25"), 25);
  assert.equal(await windowOf("--recovery_window=5", "25"), 5);
  assert.equal(await windowOf("4294967294"), -2);
  const { problem, requests } = await unlock([["LOCKED"]], ["abc"]);
  assert.deepEqual([problem, requests], ['strconv.ParseInt: parsing "abc": invalid syntax', []]);
});
