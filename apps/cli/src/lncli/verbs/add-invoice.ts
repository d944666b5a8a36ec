import type * as lnd from "@leaderlab/proto/lnd";
import { hexOf, integerOf, unsignedOf } from "../argument.ts";
import type { FlagValues } from "../flag.ts";
import { LncliError, lncliTexts } from "../lncli-texts.ts";
import { callAndPrint } from "./call-and-print.ts";

/** `lncli addinvoice` */
export const runAddInvoice = callAndPrint(
  ({ lightning }) => lightning.methods.AddInvoice,
  ({ flags, rest }) => {
    const { amt, behind } = amountOf(flags, rest);
    const digits = flags.isSet("preimage") ? flags.string("preimage") : (behind[0] ?? "");
    const r_preimage = hexOf(digits, lncliTexts.unparsablePreimage);
    const description_hash = descriptionHashOf(flags);
    if (flags.isSet("private") && flags.isSet("blind")) {
      throw new LncliError(lncliTexts.hintsAndBlindedPaths);
    }
    const blinded_path_config = blindedPathsOf(flags);
    return {
      ...termsOf(flags),
      r_preimage,
      value: amt,
      description_hash,
      is_amp: flags.boolean("amp"),
      is_blinded: flags.boolean("blind"),
      ...(blinded_path_config !== undefined && { blinded_path_config }),
    };
  },
);

/** `lncli addholdinvoice` */
export const runAddHoldInvoice = callAndPrint(
  ({ invoices }) => invoices.methods.AddHoldInvoice,
  ({ flags, rest, showHelp }) => {
    const [digits, ...others] = rest;
    if (digits === undefined) return showHelp();
    const hash = hexOf(digits, lncliTexts.unparsableHash);
    const { amt } = amountOf(flags, others);
    const description_hash = descriptionHashOf(flags);
    return { ...termsOf(flags), hash, value: amt, description_hash };
  },
);

/** The amount, and the arguments behind it. */
function amountOf(flags: FlagValues, rest: readonly string[]) {
  const [first, ...behind] = rest;
  const isGiven = flags.isSet("amt") || flags.isSet("amt_msat");
  if (isGiven || first === undefined) {
    return { amt: String(flags.integer("amt")), behind: rest };
  }
  return { amt: String(integerOf(first, lncliTexts.undecodableAmount)), behind };
}

function termsOf(flags: FlagValues) {
  return {
    memo: flags.string("memo"),
    value_msat: String(flags.integer("amt_msat")),
    fallback_addr: flags.string("fallback_addr"),
    expiry: String(flags.integer("expiry")),
    cltv_expiry: String(flags.unsigned("cltv_expiry_delta")),
    private: flags.boolean("private"),
  };
}

function descriptionHashOf(flags: FlagValues): Buffer {
  return hexOf(flags.string("description_hash"), lncliTexts.unparsableDescriptionHash);
}

const blindedFlags = [
  "min_real_blinded_hops",
  "num_blinded_hops",
  "max_blinded_paths",
  "blinded_path_omit_node",
  "blinded_path_incoming_channel_list",
] as const;

/** Mirrors: lncli parseBlindedPathCfg. */
function blindedPathsOf(flags: FlagValues): lnd.BlindedPathConfigInput | undefined {
  const refusal = lncliTexts.unparsableBlindedPaths;
  if (!flags.boolean("blind")) {
    if (!blindedFlags.some((name) => flags.isSet(name))) return undefined;
    throw new LncliError(refusal(lncliTexts.blindedOptionsAlone));
  }
  const [minimum, hops, paths, , channels] = blindedFlags;
  const count = (name: typeof minimum | typeof hops | typeof paths) =>
    flags.isSet(name) ? Number(BigInt.asUintN(32, flags.unsigned(name))) : undefined;
  return {
    min_num_real_hops: count(minimum),
    num_hops: count(hops),
    max_num_paths: count(paths),
    node_omission_list: flags.list("blinded_path_omit_node").map((key) => hexOf(key, refusal)),
    incoming_channel_list: flags.isSet(channels)
      ? flags
          .string(channels)
          .split(",")
          .map((id) => String(unsignedOf(id, refusal)))
      : [],
  };
}
