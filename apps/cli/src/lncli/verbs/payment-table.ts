import type * as lnd from "@leaderlab/proto/lnd";

/** Gives a node's name for its public key. */
export type NameOf = (publicKey: string) => Promise<string>;

interface Column {
  readonly title: string;
  readonly isRight: boolean;
}

/** Times and numbers stand at the right, texts at the left. */
const columns: readonly Column[] = [
  { title: "HTLC_STATE", isRight: false },
  { title: "ATTEMPT_TIME", isRight: true },
  { title: "RESOLVE_TIME", isRight: true },
  { title: "RECEIVER_AMT", isRight: false },
  { title: "FEE", isRight: false },
  { title: "TIMELOCK", isRight: true },
  { title: "CHAN_OUT", isRight: false },
  { title: "ROUTE", isRight: false },
];

/** A payment as lncli shows it: its attempts in a table, and its outcome. Mirrors: lncli formatPayment, go-pretty. */
export async function paymentTable(payment: lnd.Payment, nameOf: NameOf): Promise<string> {
  const rows: string[][] = [];
  let paidMsat = 0n;
  let feesMsat = 0n;
  for (const attempt of payment.htlcs) {
    rows.push(await attemptRow(payment, attempt, nameOf));
    if (attempt.status !== "SUCCEEDED") continue;
    paidMsat += BigInt(attempt.route?.hops.at(-1)?.amt_to_forward_msat ?? 0);
    feesMsat += BigInt(attempt.route?.total_fees_msat ?? 0);
  }
  const ends: { readonly [status: string]: string } = {
    SUCCEEDED: `, preimage: ${payment.payment_preimage}`,
    FAILED: `, reason: ${payment.failure_reason}`,
  };
  return [
    ...drawTable(rows),
    `Amount + fee:   ${inSatoshis(paidMsat)} + ${inSatoshis(feesMsat)} sat`,
    `Payment hash:   ${payment.payment_hash}`,
    `Payment status: ${payment.status}${ends[payment.status] ?? ""}`,
    "",
  ].join("\n");
}

async function attemptRow(
  payment: lnd.Payment,
  { status, attempt_time_ns, resolve_time_ns, route, failure }: lnd.HTLCAttempt,
  nameOf: NameOf,
): Promise<string[]> {
  const hops = route?.hops ?? [];
  const names: string[] = [];
  for (const { pub_key } of hops) names.push(await nameOf(pub_key));
  const since = (ns: string) => (ns === "0" ? "-" : secondsBetween(payment.creation_time_ns, ns));
  const state =
    failure === null ? status : `${failure.code} @ ${ordinal(failure.failure_source_index)} hop`;
  return [
    state,
    since(attempt_time_ns),
    since(resolve_time_ns),
    inSatoshis(BigInt(hops.at(-1)?.amt_to_forward_msat ?? 0)),
    inSatoshis(BigInt(route?.total_fees_msat ?? 0)),
    String(route?.total_time_lock ?? 0),
    hops[0]?.chan_id ?? "",
    names.join("->"),
  ];
}

function secondsBetween(fromNs: string, toNs: string): string {
  return (Number((BigInt(toNs) - BigInt(fromNs)) / 1_000_000n) / 1000).toFixed(3);
}

/** The shortest decimal number that says it. */
function inSatoshis(msat: bigint): string {
  const rest = String(msat % 1000n)
    .padStart(3, "0")
    .replace(/0+$/, "");
  return `${msat / 1000n}${rest === "" ? "" : `.${rest}`}`;
}

function ordinal(number: number): string {
  return `${number}${["th", "st", "nd", "rd"][number] ?? "th"}`;
}

function drawTable(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = columns.map(({ title }, at) =>
    Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const line = `+${widths.map((width) => "-".repeat(width + 2)).join("+")}+`;
  const draw = (cells: readonly string[]) =>
    `|${cells
      .map((cell, at) => {
        const width = widths[at] ?? 0;
        return ` ${columns[at]?.isRight ? cell.padStart(width) : cell.padEnd(width)} `;
      })
      .join("|")}|`;
  return [line, draw(columns.map(({ title }) => title)), line, ...rows.map(draw), line];
}
