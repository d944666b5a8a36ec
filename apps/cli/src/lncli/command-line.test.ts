import assert from "node:assert/strict";
import { test } from "node:test";
import { runAt } from "../testing/fake-terminal.ts";

const lncli = (argv: readonly string[], env = {}) => runAt(["lncli", ...argv], { env });

test("--version tells the version, whatever command follows", async () => {
  for (const argv of [["--version"], ["-v", "state"]]) {
    const { stdout, stderr, ending } = await lncli(argv);
    assert.equal(stdout, "lncli version 0.21.99-beta commit=\n");
    assert.deepEqual([stderr, ending], ["", { code: 0 }]);
  }
});

test("no command, help and --help show the help on standard output", async () => {
  const [first, ...others] = await Promise.all(
    [[], ["help"], ["h"], ["--help"], ["-h"]].map((argv) => lncli(argv)),
  );
  assert.match(first?.stdout ?? "", /^NAME:\n {3}lncli - /);
  for (const other of others) assert.deepEqual(other, first);
});

test("a command that there is not is told on standard error, with exit code 3", async () => {
  for (const argv of [["nope"], ["help", "nope"], ["--", "nope"]]) {
    const { stdout, stderr, ending } = await lncli(argv);
    assert.deepEqual([stdout, stderr, ending], ["", "No help topic for 'nope'\n", { code: 3 }]);
  }
});

test("a command of lncli's that is not simulated is refused by its name", async () => {
  for (const argv of [["sendcoins"], ["help", "sendcoins"]]) {
    const { stderr, ending } = await lncli(argv);
    assert.equal(stderr, "[lncli] leaderlab does not simulate lncli's sendcoins\n");
    assert.deepEqual(ending, { code: 1 });
  }
});

test("a wrong global flag is told on both streams, before all of the help", async () => {
  const help = (await lncli(["--help"])).stdout;
  const { stdout, stderr, ending } = await lncli(["--foo", "state"]);
  assert.equal(stdout, `Incorrect Usage. flag provided but not defined: -foo\n\n${help}`);
  assert.equal(stderr, "[lncli] flag provided but not defined: -foo\n");
  assert.deepEqual(ending, { code: 1 });
  const twice = await lncli(["-n=a", "--network=b"]);
  assert.equal(twice.stdout, `Cannot use two forms of the same flag: n network\n${help}`);
  const variable = await lncli(["state"], { LNCLI_MACAROONTIMEOUT: "abc" });
  assert.equal(variable.stdout, "");
  assert.equal(
    variable.stderr,
    '[lncli] could not parse abc as int value for flag macaroontimeout: strconv.ParseInt: parsing "abc": invalid ' +
      "syntax\n",
  );
});

test("a wrong flag of a command is told on both streams, before the command's help", async () => {
  const help = (await lncli(["help", "unlock"])).stdout;
  assert.match(help, /^NAME:\n {3}lncli unlock - /);
  const { stdout, stderr, ending } = await lncli(["unlock", "10", "--recovery_window=x"]);
  const message = 'invalid value "x" for flag -recovery_window: parse error';
  assert.equal(stdout, `Incorrect Usage: ${message}\n\n${help}`);
  assert.deepEqual([stderr, ending], [`[lncli] ${message}\n`, { code: 1 }]);
  assert.equal((await lncli(["unlock", "--help"])).stdout, help);
  const global = await lncli(["state", "--lnddir=/x"]);
  assert.equal(global.stderr, "[lncli] flag provided but not defined: -lnddir\n");
});

test("help on help is as terse as lncli's", async () => {
  const terse =
    "NAME:\n    - Shows a list of commands or help for one command\n\nUSAGE:\n    [command]\n";
  for (const argv of [
    ["help", "help"],
    ["h", "h"],
    ["help", "--help"],
  ]) {
    assert.equal((await lncli(argv)).stdout, terse);
  }
  const wrong = await lncli(["help", "-x"]);
  assert.equal(wrong.stdout, `Incorrect Usage: flag provided but not defined: -x\n\n${terse}`);
});

test("global options are read from the environment, too", async () => {
  const { stderr } = await lncli(["state"], { LNCLI_LNDDIR: "/nowhere" });
  assert.equal(
    stderr,
    "[lncli] could not load global options: could not load TLS cert file: open /nowhere/tls.cert: no such file or " +
      "directory\n",
  );
});
