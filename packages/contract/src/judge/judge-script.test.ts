import assert from "node:assert/strict";
import { test } from "node:test";
import { fixtures } from "../fixtures/fixtures.ts";
import { judgedStates } from "./answers.ts";
import { judgeScript } from "./judge-script.ts";

/** What a script says of each state: y, n or ?, in the order of the states. */
function row(script: string, spaces: 1 | 2 = 2): string {
  return judgedStates
    .map((state) => judgeScript(script, { state, spaces }))
    .map((judgement) => (judgement === "unknown" ? "?" : judgement[0]))
    .join("");
}

const scriptOf = (id: string) => {
  const fixture = fixtures.find((one) => one.id === id);
  assert.ok(fixture !== undefined);
  return fixture.source.text;
};

test("scripts that are found in the wild are judged as they run", () => {
  const rows: { readonly [id: string]: string } = {
    F4: "nyyyyyn",
    F5: "nnnnyyn",
    F6: "nnnyyyn",
    F7: "nnnnynn",
    F9: "nnnnnyn",
    F10: "nnnnnyn",
    F11: "nyyyyyy",
    F13: "nyyyyyn",
    F14: "nnnnnyn",
    F16: "yyyyyyn",
    F17: "nnnnnyn",
    F20: "nnnnnyn",
    F22: "ynnnnnn",
  };
  for (const [id, expected] of Object.entries(rows)) assert.equal(row(scriptOf(id)), expected, id);
});

test("lncli's spacing decides a match of one space", () => {
  assert.equal(row(scriptOf("F8"), 2), "nnnnnnn");
  assert.equal(row(scriptOf("F8"), 1), "nnnnnyn");
});

const curl = "curl -s -k https://localhost:8080/v1/state";

test("the guide's probe is never ready, and would be with the key in lower case", () => {
  const guide = (key: string) =>
    `set -e; set -o pipefail; ${curl} | jq .'${key}' | grep -E 'NON_EXISTING|LOCKED|RPC_ACTIVE|SERVER_ACTIVE'`;
  assert.equal(row(guide("State")), "nnnnnnn");
  assert.equal(row(guide("state")), "nyyyyyn");
});

test("a script's ways are gone as a shell goes them", () => {
  for (const [script, expected] of [
    [`${curl} -f >/dev/null`, "yyyyyyn"],
    [`${curl} | grep -q SERVER_ACTIVE || exit 1`, "nnnnnyn"],
    [`set -e\n${curl} | grep -q ACTIVE\nlncli state | grep -q SERVER`, "nnnnnyn"],
    [`! lncli state | grep -q WAITING_TO_START`, "nyyyyyy"],
    [`[[ "$(${curl})" == *SERVER_ACTIVE* ]]`, "nnnnnyn"],
    [
      `case "$(${curl} | jq -r .state)" in RPC_ACTIVE|SERVER_ACTIVE) exit 0;; esac; exit 1`,
      "nnnnyyn",
    ],
    [`ready() { lncli state | grep -q SERVER_ACTIVE; }\nuntil ready; do sleep 1; done`, "nnnnnyn"],
    [`timeout 60 sh -c 'until lncli state | grep -q SERVER_ACTIVE; do sleep 1; done'`, "nnnnnyn"],
    [`docker exec -u lnd lnd lncli state | grep -q SERVER_ACTIVE`, "nnnnnyn"],
    [
      `for i in $(seq 1 3); do lncli state | grep -q SERVER_ACTIVE && exit 0; sleep 1; done; exit 1`,
      "nnnnnyn",
    ],
    [`lncli state >/tmp/s; grep -q SERVER_ACTIVE </tmp/s`, "nnnnnyn"],
    ["test `lncli state | grep -c SERVER_ACTIVE` -eq 1", "nnnnnyn"],
    [`lncli state 2>&1 | grep -q refused`, "nnnnnny"],
    [`(exit 3); [ $? -eq 3 ]`, "yyyyyyy"],
    [`x=$(lncli state) && echo "$x" | tr -d ' \\n"' | grep -q 'state:SERVER_ACTIVE'`, "nnnnnyn"],
    [`my-own-check && lncli state`, "??????n"],
    [`my-own-check || false`, "???????"],
    [`if my-own-check; then exit 0; fi`, "???????"],
    [`while :; do lncli state | grep -qw SERVER_ACTIVE && break; done`, "nnnnnyn"],
    [`${curl} | jq -e '.state == "SERVER_ACTIVE"'`, "nnnnny?"],
    [`cat <<'END' | grep -q A\nA $x\nEND`, "yyyyyyy"],
    [`cat <<END | grep -q A\nA $x\nEND`, "???????"],
  ] as const) {
    assert.equal(row(script), expected, script);
  }
});

test("a script that never ends by itself is judged to wait on", () => {
  assert.equal(row("while true; do sleep 1; done"), "nnnnnnn");
  assert.equal(row("f() { f; }; f"), "???????");
});
