import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fixtures } from "../../packages/contract/src/fixtures/fixtures.ts";
import {
  type JudgedState,
  judgedStates,
  lncliAnswer,
  restAnswer,
} from "../../packages/contract/src/judge/answers.ts";
import { judgeScript } from "../../packages/contract/src/judge/judge-script.ts";
import { needs, parts } from "../harness/required-part.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const curl = "curl -s -k https://localhost:8080/v1/state";

/** Checks of all sorts, right and wrong; none waits. */
const scripts = [
  ...fixtures
    .filter(({ kind, role, id }) => kind === "script" && role !== "waiter" && id !== "F6")
    .map(({ source }) => source.text),
  "lncli state | grep -q SERVER_ACTIVE",
  "lncli state | grep -qv WAITING",
  "! lncli state | grep -q WAITING",
  `lncli state | grep -q '"state": "SERVER_ACTIVE"'`,
  `lncli state | grep -q '"state": *"SERVER_ACTIVE"'`,
  `lncli state | grep -qE '"state":[[:space:]]+"(RPC|SERVER)_ACTIVE"'`,
  `lncli state | grep -q '"state": \\+"\\(RPC\\|SERVER\\)_ACTIVE"'`,
  `lncli state | grep -qP '"state":\\s+"(?!UN)\\w+LOCKED"|ACTIVE'`,
  "lncli state | grep -qF '\"LOCKED\"'",
  "lncli state | grep -qw LOCKED",
  "lncli state | grep -qi server_active",
  "lncli state | grep -qw -e LOCKED -e UNLOCKED",
  "lncli state | tr -d ' \\n' | grep -qx '{\"state\":\"RPC_ACTIVE\"}'",
  "[ $(lncli state | grep -c WAITING) -eq 0 ]",
  "test -n \"$(lncli state | grep -o '[A-Z]*_ACTIVE')\"",
  `${curl} | grep -q '^{"state":"S'`,
  `${curl} | grep -qE 'STATE|_ACTIVE"}$'`,
  `${curl} | grep -q 'a*[^]A-Z"{}:]*ACTIVE.$'`,
  `${curl} | jq -r .state | grep -qx SERVER_ACTIVE`,
  `${curl} | jq .state | grep -qx SERVER_ACTIVE`,
  `${curl} | jq -r .State | grep -q null`,
  `[ "$(${curl} | jq -r '.state // empty')" = LOCKED ]`,
  `[ "$(${curl} | jq -r '.wallet // .state')" != LOCKED ]`,
  `[ "$(${curl} | jq '.state == "LOCKED" or .state == "UNLOCKED"')" = true ]`,
  `[ "$(${curl} | jq '.state | IN("LOCKED","UNLOCKED")')" = true ]`,
  `[ "$(${curl} | jq -r 'select(.state | test("^(RPC|SERVER)_")) | .state')" ]`,
  `[ "$(${curl} | jq '.state | startswith("UN") | not')" = true ]`,
  `${curl} | cut -d '"' -f 4 | grep -q '^UNLOCKED$'`,
  `x=$(${curl}); case $x in *RPC*|*SERVER*) exit 0;; *) exit 4;; esac`,
  `set -e; ${curl} | grep -q ACTIVE; lncli state | grep -q SERVER; true`,
  `if ${curl} | grep -q LOCKED && ! ${curl} | grep -q UNLOCKED; then exit 0; else exit 1; fi`,
  `ready() { lncli state | grep -q "$1"; }; ready RPC || ready SERVER`,
  "for word in RPC_ACTIVE SERVER_ACTIVE; do lncli state | grep -q $word && exit 0; done; exit 1",
  "n=0; until [ $n -ge 3 ]; do n=$((n + 1)); lncli state | grep -q SERVER && exit 0; done; exit 9",
  "lncli state >/dev/null 2>&1 || exit 1; lncli state 2>&1 | grep -q refused && exit 2; exit 0",
  "cat <<END | grep -q SERVER\n$(lncli state)\nEND",
  "lncli state | { grep -q LOCKED; }",
  "(lncli state | grep -q ACTIVE; exit $?) && true",
  "test `lncli state | grep -c ACTIVE` -gt 0 && echo up",
  `printf '%s\\n' "$(lncli state)" | tail -n 2 | head -n 1 | grep -q RPC`,
  "sh -c 'lncli state | grep -q \"$0\"' RPC",
  "lncli state | grep -q SERVER; exit $?",
] as const;

test(
  "what is said of a script without running it is what it says when it is run",
  needs(parts.dash, parts.jq),
  async () => {
    using temporary = temporaryFolder();
    const folder = temporary.path;
    for (const name of ["lncli", "curl"]) {
      // Stands in for a node: what it writes and ends with is in files by the state's name.
      const shim = `#!/bin/sh\ncat "${folder}/${name}.$STATE.out"\ncat "${folder}/${name}.$STATE.err" >&2\nexit $(cat "${folder}/${name}.$STATE.code")\n`;
      writeFileSync(join(folder, name), shim);
      chmodSync(join(folder, name), 0o755);
    }
    for (const state of judgedStates) writeAnswers(folder, state);
    const differences: string[] = [];
    let said = 0;
    const compare = async (script: string) => {
      for (const state of judgedStates) {
        const judgement = judgeScript(script, { state, spaces: 2 });
        if (judgement === "unknown") continue;
        const real = (await exitCode(script, folder, state)) === 0 ? "yes" : "no";
        said++;
        if (real !== judgement)
          differences.push(`${state}: ${judgement}, but really ${real}: ${script}`);
      }
    };
    const halves = [0, 1].map((half) => scripts.filter((_, index) => index % 2 === half));
    await Promise.all(
      halves.map(async (half) => {
        for (const script of half) await compare(script);
      }),
    );
    assert.deepEqual(differences, []);
    assert.ok(said > scripts.length * judgedStates.length * 0.9, `only ${said} are said`);
  },
);

function writeAnswers(folder: string, state: JudgedState): void {
  const lncli = lncliAnswer("state", { state, spaces: 2 });
  const rest = restAnswer("GET", "/v1/state", false, { state, spaces: 2 });
  const body = rest === "unknown" ? "" : (rest?.body ?? "");
  for (const [name, out, err, code] of [
    ["lncli", lncli.out ?? "", lncli.err, lncli.status ?? 0],
    ["curl", body, "", rest === undefined ? 7 : 0],
  ] as const) {
    writeFileSync(join(folder, `${name}.${state}.out`), out);
    writeFileSync(join(folder, `${name}.${state}.err`), err);
    writeFileSync(join(folder, `${name}.${state}.code`), String(code));
  }
}

function exitCode(script: string, folder: string, state: JudgedState): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn("dash", ["-c", script], {
      env: { PATH: `${folder}:${process.env["PATH"]}`, STATE: state, LC_ALL: "C.UTF-8" },
      stdio: "ignore",
    });
    child.on("error", reject);
    child.on("exit", resolve);
  });
}
