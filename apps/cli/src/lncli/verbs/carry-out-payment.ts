import * as lnd from "@leaderlab/proto/lnd";
import { hexOf, unsignedOf } from "../argument.ts";
import { cancelOnSignal } from "../cancel-on-signal.ts";
import type { FlagValues } from "../flag.ts";
import { LncliError, lncliTexts } from "../lncli-texts.ts";
import { Prompt } from "../prompt.ts";
import type { VerbCall } from "../verb.ts";
import { publicKeyOf } from "./channels.ts";
import { showLivePayment } from "./live-payment.ts";

type Request = lnd.routerrpc.SendPaymentRequestInput;

/**
 * Sends a payment with what the flags of every verb that pays say of it, and shows what becomes of it. Rejects with
 * LncliError when it is not confirmed or does not succeed. Mirrors: lncli SendPaymentRequest.
 */
export async function carryOutPayment(call: VerbCall, payment: Request): Promise<void> {
  const { connection, flags, terminal } = call;
  const signal = cancelOnSignal(terminal);
  const refined = refine(flags, payment);
  const isJson = flags.boolean("json");
  const request = {
    ...refined,
    fee_limit_sat: String(await agreeOnFees(call, refined, signal)),
    time_pref: flags.float("time_pref"),
    no_inflight_updates: !flags.boolean("inflight_updates") && isJson,
  };
  const { SendPaymentV2 } = lnd.router.methods;
  const payments = connection.serverStream(SendPaymentV2, request, signal);
  const { status } = await showLivePayment(call, payments, { isJson, signal });
  if (status !== "SUCCEEDED") throw new LncliError(status);
}

function refine(flags: FlagValues, payment: Request): Request {
  const outgoing_chan_ids = flags
    .list("outgoing_chan_id")
    .map((id) => String(unsignedOf(id, lncliTexts.undecodableChannels)));
  const last_hop_pubkey = flags.isSet("last_hop")
    ? publicKeyOf(flags.string("last_hop"))
    : Buffer.alloc(0);
  const timeoutNs = flags.duration("timeout");
  if (timeoutNs <= 0n) throw new LncliError(lncliTexts.timeoutNotPositive);
  return {
    ...payment,
    outgoing_chan_ids,
    last_hop_pubkey,
    cltv_limit: Number(BigInt.asIntN(32, flags.unsigned("cltv_limit"))),
    max_shard_size_msat: String(shardSizeOf(flags)),
    timeout_seconds: Number(BigInt.asIntN(32, timeoutNs / 1_000_000_000n)),
    allow_self_payment: flags.boolean("allow_self_payment"),
    max_parts: Number(BigInt.asUintN(32, flags.unsigned("max_parts"))),
    dest_custom_records: { ...payment.dest_custom_records, ...recordsOf(flags.string("data")) },
  };
}

/** The largest part of a payment, in thousandths of a satoshi; 0: any. */
function shardSizeOf(flags: FlagValues): bigint {
  const inMsat = flags.unsigned("max_shard_size_msat");
  const inSatoshis = flags.unsigned("max_shard_size_sat");
  if (inMsat !== 0n && inSatoshis !== 0n) throw new LncliError(lncliTexts.bothShardSizes);
  return inMsat !== 0n ? inMsat : BigInt.asUintN(64, inSatoshis * 1000n);
}

/** `ID=HEX,ID=HEX` */
function recordsOf(text: string): Record<string, Buffer> {
  const records = text === "" ? [] : text.split(",");
  return Object.fromEntries(
    records.map((record) => {
      const [id = "", digits, ...others] = record.split("=");
      if (digits === undefined || others.length > 0) {
        throw new LncliError(lncliTexts.tooManyEqualSigns);
      }
      const key = String(unsignedOf(id, lncliTexts.invalidData));
      return [key, hexOf(digits, lncliTexts.invalidData)];
    }),
  );
}

/** The most to pay in fees, in satoshis; of a payment request only once the user has agreed. */
async function agreeOnFees(call: VerbCall, request: Request, signal: AbortSignal): Promise<bigint> {
  const { connection, flags, terminal } = call;
  const given = BigInt(request.amt ?? 0);
  const { payment_request: pay_req = "" } = request;
  if (pay_req === "") return feeLimitOf(flags, given);
  const { DecodePayReq } = lnd.lightning.methods;
  const decoded = await connection.unary(DecodePayReq, { pay_req }, signal);
  const amount = decoded.num_satoshis === "0" ? given : BigInt(decoded.num_satoshis);
  const feeLimit = feeLimitOf(flags, amount);
  if (flags.boolean("force")) return feeLimit;
  terminal.out(
    [
      `Payment hash: ${decoded.payment_hash}`,
      `Description: ${decoded.description}`,
      `Amount (in satoshis): ${amount}`,
      `Fee limit (in satoshis): ${feeLimit}`,
      `Destination: ${decoded.destination}`,
      "",
    ].join("\n"),
  );
  if (await confirms(new Prompt(terminal, signal))) return feeLimit;
  throw new LncliError(lncliTexts.notConfirmed);
}

/** Up to this amount, in satoshis, a payment may cost as much again; above it 5 percent. */
const smallAmount = 1000n;

function feeLimitOf(flags: FlagValues, amount: bigint): bigint {
  const [isFixed, isPart] = [flags.isSet("fee_limit"), flags.isSet("fee_limit_percent")];
  if (isFixed && isPart) throw new LncliError(lncliTexts.bothFeeLimits);
  if (isFixed) return flags.integer("fee_limit");
  if (isPart) return (amount * flags.integer("fee_limit_percent") + 99n) / 100n;
  return amount <= smallAmount ? amount : (amount * 5n) / 100n;
}

/** Asks until it is told yes or no; the end of the input is a no. */
async function confirms(prompt: Prompt): Promise<boolean> {
  for (;;) {
    try {
      const answer = (await prompt.ask("Confirm payment (yes/no): ")).trim().toLowerCase();
      if (answer === "yes" || answer === "no") return answer === "yes";
    } catch (error) {
      if (error instanceof LncliError) return false;
      throw error;
    }
  }
}
