import assert from "node:assert/strict";
import { test } from "node:test";
import { ContractError } from "./contract.ts";
import { type ProbeSubject, probeContract } from "./probe-contract.ts";

/** The ids of the cases that fail, and what they say. */
async function failures(contract: ReturnType<typeof probeContract>, subject: ProbeSubject) {
  const found = new Map<string, string>();
  for (const { id, run } of contract.cases) {
    await run(subject).catch((error: unknown) => {
      if (!(error instanceof ContractError)) throw error;
      found.set(id, error.message);
    });
  }
  return found;
}

test("cases have ids of their own, and only states that the contract says something about", () => {
  const ids = probeContract({ contract: "leader", role: "waiter" }).cases.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(ids.includes("states/RPC_ACTIVE") && !ids.includes("states/slow"));
  assert.ok(!ids.some((id) => id.startsWith("scenarios/")), "a waiter is not looked at over time");
});

test("a probe of the status alone fails in the states of a standby, and says how", async () => {
  const contract = probeContract({ timeoutMs: 3000 });
  const found = await failures(contract, { url: "https://localhost:8080/v1/state" });
  assert.match(found.get("rules") ?? "", /error: GET \/v1\/state/);
  assert.match(
    found.get("states/WAITING_TO_START") ?? "",
    /^ready in WAITING_TO_START, expected not ready/,
  );
  assert.match(found.get("scenarios/long wait") ?? "", /more than one ready: 1 h 40 min, at most/);
  assert.ok(!found.has("states/SERVER_ACTIVE"));
});

test("what cannot be run fails every case with the reason", async () => {
  const contract = probeContract();
  const found = await failures(contract, { url: "ftp://localhost/v1/state" });
  assert.equal(found.size, contract.cases.length);
  assert.match(found.get("states/SERVER_ACTIVE") ?? "", /could not be run: --url takes/);
});
