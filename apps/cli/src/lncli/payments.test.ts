import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { createRealClock } from "@leaderlab/clock/real";
import type * as lnd from "@leaderlab/proto/lnd";
import { runAt } from "../testing/fake-terminal.ts";
import { startSimulatedNode, temporaryFolder } from "../testing/simulated-node.ts";
import { paymentTable } from "./verbs/payment-table.ts";

const clock = createRealClock();

const payment = {
  status: "FAILED",
  payment_hash: "0b8c",
  payment_preimage: "dd69",
  failure_reason: "FAILURE_REASON_NO_ROUTE",
  creation_time_ns: "1000000000",
  htlcs: [
    {
      status: "SUCCEEDED",
      attempt_time_ns: "1016000000",
      resolve_time_ns: "1054999999",
      failure: null,
      route: {
        total_time_lock: 81,
        total_fees_msat: "1500",
        hops: [
          { chan_id: "70", pub_key: "aa", amt_to_forward_msat: "2" },
          { chan_id: "7", pub_key: "bb", amt_to_forward_msat: "1000" },
        ],
      },
    },
    {
      status: "FAILED",
      attempt_time_ns: "1016000000",
      resolve_time_ns: "0",
      failure: { code: "TEMPORARY_CHANNEL_FAILURE", failure_source_index: 1 },
      route: {
        total_time_lock: 81,
        total_fees_msat: "0",
        hops: [{ chan_id: "7", pub_key: "bb", amt_to_forward_msat: "1000" }],
      },
    },
  ],
} as unknown as lnd.Payment;

const rule =
  "+-------------------------------------+--------------+--------------+--------------+-----+----------+----------+------------+";

test("a payment is drawn as a table of its attempts, numbers and times at the right", async () => {
  const table = await paymentTable(payment, async (key) => (key === "aa" ? "alice" : "bob"));
  assert.deepEqual(table.split("\n"), [
    rule,
    "| HTLC_STATE                          | ATTEMPT_TIME | RESOLVE_TIME | RECEIVER_AMT | FEE | TIMELOCK | CHAN_OUT | ROUTE      |",
    rule,
    "| SUCCEEDED                           |        0.016 |        0.054 | 1            | 1.5 |       81 | 70       | alice->bob |",
    "| TEMPORARY_CHANNEL_FAILURE @ 1st hop |        0.016 |            - | 1            | 0   |       81 | 7        | bob        |",
    rule,
    "Amount + fee:   1 + 1.5 sat",
    "Payment hash:   0b8c",
    "Payment status: FAILED, reason: FAILURE_REASON_NO_ROUTE",
    "",
  ]);
});

test("payinvoice asks, pays, shows the payment and ends with 1 when it fails; both sides list it", async () => {
  using folder = temporaryFolder();
  const network = `--sim.lightning-network=${folder.path}/net`;
  const start = async (name: string, seed: number) => {
    const flags = ["--noseedbackup", network];
    const node = await startSimulatedNode(join(folder.path, name), clock, flags, seed);
    await node.reaches("SERVER_ACTIVE");
    return node;
  };
  await using payer = await start("payer", 3);
  await using payee = await start("payee", 4);
  const lncli = (node: typeof payer, argv: readonly string[], lines: readonly string[] = []) =>
    runAt(["lncli", ...node.lncliFlags, ...argv], { clock, typed: lines });
  const invoice = JSON.parse((await lncli(payee, ["addinvoice", "1500"])).stdout);
  const { payment_request: request, r_hash: hash } = invoice;
  const unsure = await lncli(payer, ["payinvoice", request], ["hm", "no"]);
  assert.match(
    unsure.stdout,
    /Fee limit \(in satoshis\): 75\n.*\nConfirm payment \(yes\/no\): Confirm payment/,
  );
  assert.equal(unsure.stderr, "[lncli] payment not confirmed\n");
  const paid = await lncli(payer, ["payinvoice", "--json", `lightning:${request}`], ["yes"]);
  assert.deepEqual(paid.ending, { code: 0 }, paid.stderr);
  const settled = JSON.parse((await lncli(payee, ["lookupinvoice", hash])).stdout);
  assert.deepEqual([settled.state, settled.amt_paid_sat], ["SETTLED", "1500"]);
  const tracked = await lncli(payer, ["trackpayment", hash]);
  assert.match(tracked.stdout, new RegExp(`SUCCEEDED, preimage: ${settled.r_preimage}\n$`));
  const { payments } = JSON.parse((await lncli(payer, ["listpayments"])).stdout);
  assert.equal(payments[0].payment_preimage, settled.r_preimage);
  assert.deepEqual(payments[0].first_hop_custom_records, { "106823": "00" });

  const twice = await lncli(payer, ["payinvoice", "--force", request]);
  assert.match(twice.stderr, /code = AlreadyExists desc = invoice is already paid/);
  const nobody = ["sendpayment", "02".repeat(33), "5", "33".repeat(32), "9"];
  const failed = await lncli(payer, nobody);
  assert.match(failed.stdout, /FAILED, reason: FAILURE_REASON_INSUFFICIENT_BALANCE\n$/);
  assert.deepEqual([failed.stderr, failed.ending], ["[lncli] FAILED\n", { code: 1 }]);
});
