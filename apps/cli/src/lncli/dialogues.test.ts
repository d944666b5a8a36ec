import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { createVirtualClock } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { runCommand } from "../run-command.ts";
import {
  createFakeTerminal,
  type FakeTerminalOptions,
  type Outcome,
  runAt,
} from "../testing/fake-terminal.ts";
import {
  type SimulatedNode,
  startSimulatedNode,
  temporaryFolder,
} from "../testing/simulated-node.ts";

const password = "password1";

/** A node without a wallet, on a clock that stands still. */
async function startWalletless(folder: string) {
  const clock = createVirtualClock(createRealClock().unixNow());
  const node = await startSimulatedNode(folder, clock);
  await clock.advance(25);
  await node.reaches("NON_EXISTING");
  const lncli = (argv: readonly string[], options: FakeTerminalOptions = {}): Promise<Outcome> =>
    runAt(["lncli", ...node.lncliFlags, ...argv], { clock, ...options });
  return {
    node,
    clock,
    lncli,
    [Symbol.asyncDispose]: () => node[Symbol.asyncDispose](),
  };
}

const askedForOrigin = `
Do you have an existing cipher seed mnemonic or extended master root key you want to use?
Enter 'y' to use an existing cipher seed mnemonic, 'x' to use an extended master root key${" "}
or 'n' to create a new seed (Enter y/x/n): `;

const passwordTwice = "Input wallet password: \nConfirm password: \n";

test("create asks what a real lncli asks, in its order, until the answers will do", async () => {
  using folder = temporaryFolder();
  await using lab = await startWalletless(folder.path);
  const typed = [
    "short",
    password,
    "password2",
    password,
    password,
    "q",
    " N ",
    "secret",
    "secret",
  ];
  const { seen, ending } = await lab.lncli(["create"], { typed });
  assert.deepEqual(ending, { code: 0 });
  const words = seen.match(/(?<=\d\. )[a-z]+/g) ?? [];
  assert.equal(words.length, 24);
  const seedLine = / ?\d+\. [a-z]+ +\d+\. [a-z]+ +\d+\. [a-z]+ +\d+\. [a-z]+ *\n/g;
  assert.equal(
    seen.replace(seedLine, "WORDS\n"),
    `Input wallet password:${" "}
password must have at least 8 characters

Input wallet password:${" "}
Confirm password:${" "}
Passwords don't match, please try again

${passwordTwice}${askedForOrigin}q

${askedForOrigin} N${" "}

Your cipher seed can optionally be encrypted.
Input your passphrase if you wish to encrypt it (or press enter to proceed without a cipher seed passphrase):${" "}
Confirm password:${" "}

Generating fresh cipher seed...

!!!YOU MUST WRITE DOWN THIS SEED TO BE ABLE TO RESTORE THE WALLET!!!

---------------BEGIN LND CIPHER SEED---------------
${"WORDS\n".repeat(6)}---------------END LND CIPHER SEED-----------------

!!!YOU MUST WRITE DOWN THIS SEED TO BE ABLE TO RESTORE THE WALLET!!!

!!! DO NOT UNDER ANY CIRCUMSTANCES SHARE THIS SEED WITH ANYONE AS IT MAY RESULT IN LOSS OF YOUR FUNDS !!!

lnd successfully initialized!
`,
  );
});

test("a seed that create showed makes the same node again, with its passphrase", async () => {
  using folder = temporaryFolder();
  const identityAfter = async (name: string, typed: readonly string[]) => {
    await using lab = await startWalletless(`${folder.path}/${name}`);
    const created = await lab.lncli(["create"], { typed });
    assert.deepEqual(created.ending, { code: 0 }, created.stderr);
    await lab.clock.advance(200);
    const { stdout } = await lab.lncli(["getinfo"]);
    return { created, identity: JSON.parse(stdout).identity_pubkey as string };
  };
  const first = await identityAfter("one", [password, password, "n", "secret", "secret"]);
  const words = (first.created.stdout.match(/(?<=\d\. )[a-z]+/g) ?? []).join(" ");
  const restore = [password, password, "Y", `  ${words.toUpperCase()} `, "secret", "x", ""];
  const second = await identityAfter("two", restore);
  assert.equal(second.identity, first.identity);
  assert.ok(
    second.created.seen.startsWith(`${passwordTwice}${askedForOrigin}Y

Input your 24-word mnemonic separated by spaces:   ${words.toUpperCase()}${" "}

Input your cipher seed passphrase (press enter if your seed doesn't have a passphrase):${" "}

Input an optional address look-ahead used to scan for used keys (default 2500): x

Unable to parse recovery window: strconv.ParseInt: parsing "x": invalid syntax

Input an optional address look-ahead used to scan for used keys (default 2500):${" "}

!!!YOU MUST WRITE DOWN`),
  );
});

test("create refuses what cannot make a wallet, in lncli's and in lnd's words", async () => {
  using folder = temporaryFolder();
  await using lab = await startWalletless(folder.path);
  const refusal = async (flags: readonly string[], answers: readonly string[]) => {
    const typed = [password, password, ...answers];
    const { stderr, ending } = await lab.lncli(["create", ...flags], { typed });
    assert.deepEqual(ending, { code: 1 });
    return stderr;
  };
  const words = `${"abandon ".repeat(23)}zoo`;
  assert.equal(
    await refusal([], ["y", "a b c"]),
    "[lncli] wrong cipher seed mnemonic length: got 3 words, expecting 24 words\n",
  );
  assert.equal(
    await refusal([], ["y", words, "", "10"]),
    "[lncli] rpc error: code = Unknown desc = mnemonic phrase checksum doesn't match\n",
  );
  assert.match(await refusal([], ["x", "xprv", "-1", "", ""]), /code = Unimplemented/);
  assert.equal(await refusal([], []), "[lncli] EOF\n");
  const root = (key: string) => refusal([`--mac_root_key=${key}`], ["y", words, "", ""]);
  assert.equal(
    await root("zz"),
    "[lncli] unable to parse macaroon root key: encoding/hex: invalid byte: U+007A 'z'\n",
  );
  assert.equal(
    await root("abc"),
    "[lncli] unable to parse macaroon root key: encoding/hex: odd length hex string\n",
  );
  assert.equal(await root("abcd"), "[lncli] macaroon root key must be exactly 32 bytes, got 2\n");
  assert.equal(
    await refusal(["--save_to=x"], []),
    "[lncli] cannot set save_to parameter without stateless_init\n",
  );
  assert.equal(
    await refusal(["--multi_file=x"], []),
    "[lncli] leaderlab does not simulate lncli's --multi_file\n",
  );
});

test("a wallet that is there is told by create only after the questions, as by lncli", async () => {
  using folder = temporaryFolder();
  await using node = await startLocked(folder.path);
  const typed = [password, password, "n", ""];
  const { stderr, ending } = await node.lncli(["create"], { typed });
  assert.deepEqual(ending, { code: 1 });
  assert.equal(
    stderr,
    "[lncli] rpc error: code = Unknown desc = unable to generate seed: rpc error: code = Unknown desc = wallet " +
      "already exists\n",
  );
});

test("a stateless wallet's macaroon is printed or saved, and no file of the node's is written", async () => {
  using folder = temporaryFolder();
  const typed = [password, password, "n", ""];
  for (const [name, flags] of [
    ["printed", []],
    ["saved", [`--save_to=${folder.path}/mine`]],
  ] as const) {
    await using lab = await startWalletless(`${folder.path}/${name}`);
    const { stdout } = await lab.lncli(["create", "--stateless_init", ...flags], { typed });
    const last = stdout.trimEnd().split("\n").at(-1);
    if (name === "printed") assert.match(last ?? "", /^Admin macaroon: 0201036c6e64[0-9a-f]{626}$/);
    else assert.equal(last, `Admin macaroon saved to ${folder.path}/mine`);
    await lab.clock.advance(200);
    assert.ok(!existsSync(`${lab.node.folder}/data/chain/bitcoin/regtest/admin.macaroon`));
    const path = `${folder.path}/${name}.macaroon`;
    if (name === "saved") {
      assert.equal(readFileSync(`${folder.path}/mine`).length, 319);
      const info = await lab.lncli([`--macaroonpath=${folder.path}/mine`, "getinfo"]);
      assert.deepEqual(info.ending, { code: 0 }, path);
    }
  }
});

test("an admin macaroon that cannot be saved is told in Go's words", async () => {
  using folder = temporaryFolder();
  await using lab = await startWalletless(`${folder.path}/node`);
  const typed = [password, password, "n", ""];
  const argv = ["create", "--stateless_init", `--save_to=${folder.path}`];
  const { stderr, ending } = await lab.lncli(argv, { typed });
  assert.deepEqual(ending, { code: 1 });
  assert.equal(stderr, `[lncli] open ${folder.path}: is a directory\n`);
});

test("changepassword opens the wallet, and from then on the new password does", async () => {
  using folder = temporaryFolder();
  const questions =
    "Input current wallet password: \nInput new wallet password: \nConfirm new wallet password: \n";
  {
    await using node = await startLocked(folder.path);
    const change = (...typed: string[]) => node.lncli(["changepassword"], { typed });
    assert.equal(
      (await change(password, "password2", "password3")).seen,
      `${questions}[lncli] passwords don't match\n`,
    );
    assert.equal(
      (await change(password, "short", "short")).seen,
      `${questions}[lncli] rpc error: code = Unknown desc = password must have at least 8 characters\n`,
    );
    assert.equal(
      (await change("password9", "password2", "password2")).seen,
      `${questions}[lncli] rpc error: code = Unknown desc = invalid passphrase for master public key\n`,
    );
    const changed = await change(password, "password2", "password2");
    assert.deepEqual([changed.ending, changed.seen], [{ code: 0 }, questions]);
    assert.equal(node.node.lnd.state, "UNLOCKED");
  }
  await using node = await startLocked(folder.path);
  const old = await node.lncli(["unlock"], { typed: [password] });
  assert.match(old.stderr, /invalid passphrase/);
  const opened = await node.lncli(["unlock"], { typed: ["password2"] });
  assert.deepEqual(opened.ending, { code: 0 });
});

/** A node with a wallet that waits for its password; the wallet is made when there is none. */
async function startLocked(folder: string) {
  const clock = createVirtualClock(createRealClock().unixNow());
  const start = async (): Promise<SimulatedNode> => {
    const node = await startSimulatedNode(folder, clock);
    await clock.advance(25);
    return node;
  };
  const lncliAt =
    (node: SimulatedNode) =>
    (argv: readonly string[], options: FakeTerminalOptions = {}) =>
      runAt(["lncli", ...node.lncliFlags, ...argv], { clock, ...options });
  if (!existsSync(`${folder}/data`)) {
    await using node = await start();
    await node.reaches("NON_EXISTING");
    await lncliAt(node)(["create"], { typed: [password, password, "n", ""] });
  }
  const node = await start();
  await node.reaches("LOCKED");
  return {
    node,
    lncli: lncliAt(node),
    [Symbol.asyncDispose]: () => node[Symbol.asyncDispose](),
  };
}

test("a password is typed at a terminal or nowhere, unless --stdin says so", async () => {
  using folder = temporaryFolder();
  await using node = await startLocked(folder.path);
  for (const [verb, question] of [
    ["create", "Input wallet password: "],
    ["unlock", "Input wallet password: "],
    ["changepassword", "Input current wallet password: "],
  ] as const) {
    const { stdout, stderr, ending } = await node.lncli([verb], {
      typed: [password],
      isPipe: true,
    });
    assert.equal(stdout, `${question}\n`);
    assert.equal(stderr, "[lncli] inappropriate ioctl for device\n");
    assert.deepEqual(ending, { code: 1 });
  }
  const { stdout, stderr } = await node.lncli(["unlock", "--stdin"], { isPipe: true });
  assert.deepEqual([stdout, stderr], ["", "[lncli] EOF\n"]);
});

test("Ctrl-C at a question ends with context canceled", async () => {
  using folder = temporaryFolder();
  await using lab = await startWalletless(folder.path);
  for (const typed of [[], [password, password]]) {
    const terminal = createFakeTerminal({ clock: lab.clock, typed, waits: true });
    const ending = runCommand(["lncli", ...lab.node.lncliFlags, "create"], terminal);
    await terminal.shows(typed.length === 0 ? "password: " : "(Enter y/x/n): ");
    terminal.signal("SIGINT");
    assert.deepEqual(await ending, { code: 1 });
    assert.equal(terminal.stderr, "[lncli] rpc error: code = Canceled desc = context canceled\n");
  }
});
