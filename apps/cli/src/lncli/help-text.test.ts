import assert from "node:assert/strict";
import { test } from "node:test";
import type { Flag } from "./flag.ts";
import { appHelp, verbHelp } from "./help-text.ts";
import type { Verb } from "./verb.ts";
import { verbs, verbsNotSimulated } from "./verbs.ts";

const load: Verb["load"] = async () => async () => {};

const flags: readonly Flag[] = [
  {
    names: ["network", "n"],
    kind: "string",
    usage: "Net.",
    initial: "mainnet",
    variable: "LNCLI_N",
  },
  { names: ["window"], kind: "integer", usage: "Win." },
  { names: ["profile"], kind: "string", usage: "Prof." },
  { names: ["stdin"], kind: "boolean", usage: "In." },
  { names: ["insecure"], kind: "boolean", usage: "Hidden.", isHidden: true },
];

test("the help has lncli's layout: columns by category, defaults and variables behind the flags", () => {
  const some: readonly Verb[] = [
    { name: "unlock", category: "Startup", usage: "Unlocks.", needsMacaroon: false, load },
    { name: "getinfo", usage: "Informs.", needsMacaroon: true, load },
    { name: "addinvoice", category: "Invoices", usage: "Adds.", needsMacaroon: true, load },
    { name: "state", category: "Startup", usage: "States.", needsMacaroon: false, load },
  ];
  const help = appHelp({ version: "1 commit=", verbs: some, flags });
  assert.equal(
    help.slice(help.indexOf("USAGE:")),
    `USAGE:
   lncli [global options] command [command options] [arguments...]

VERSION:
   1 commit=

COMMANDS:
   getinfo  Informs.
   help, h  Shows a list of commands or help for one command

   Invoices:
     addinvoice  Adds.

   Startup:
     unlock  Unlocks.
     state   States.

GLOBAL OPTIONS:
   --network value, -n value  Net. (default: "mainnet") [$LNCLI_N]
   --window value             Win. (default: 0)
   --profile value            Prof.
   --stdin                    In.
`,
  );
});

test("the help of a verb has its category, its description and its flags", () => {
  const verb: Verb = {
    name: "unlock",
    category: "Startup",
    usage: "Unlocks.",
    description: ["One.", "", "Two."],
    flags: flags.slice(1, 2),
    needsMacaroon: false,
    load,
  };
  assert.equal(
    verbHelp(verb),
    `NAME:
   lncli unlock - Unlocks.

USAGE:
   lncli unlock [command options] [arguments...]

CATEGORY:
   Startup

DESCRIPTION:
   ${""}
  One.

  Two.
  ${""}

OPTIONS:
   --window value  Win. (default: 0)
   ${""}
`,
  );
  assert.equal(
    verbHelp({ name: "stop", usage: "Stops.", needsMacaroon: true, load }),
    "NAME:\n   lncli stop - Stops.\n\nUSAGE:\n   lncli stop [arguments...]\n",
  );
});

test("a verb stands in the table or among those that are not simulated, and can be loaded", async () => {
  for (const verb of verbs) {
    assert.ok(!verbsNotSimulated.has(verb.name), verb.name);
    assert.equal(typeof (await verb.load()), "function");
  }
});
