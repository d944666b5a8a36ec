import { LncliError, lncliTexts } from "../lncli-texts.ts";
import { callAndPrint } from "./call-and-print.ts";

const addressTypes = {
  p2wkh: ["WITNESS_PUBKEY_HASH", "UNUSED_WITNESS_PUBKEY_HASH"],
  np2wkh: ["NESTED_PUBKEY_HASH", "UNUSED_NESTED_PUBKEY_HASH"],
  p2tr: ["TAPROOT_PUBKEY", "UNUSED_TAPROOT_PUBKEY"],
} as const;

/** `lncli newaddress`, which takes one flag at most. */
export const runNewAddress = callAndPrint(
  ({ lightning }) => lightning.methods.NewAddress,
  ({ flags, rest, showHelp }) => {
    const [name = "", ...others] = rest;
    if (rest.length === 0 || others.length > 0 || flags.count > 1) return showHelp();
    const types = Object.entries(addressTypes).find(([key]) => key === name)?.[1];
    if (types === undefined) throw new LncliError(lncliTexts.invalidAddressType(name));
    return { type: types[flags.boolean("unused") ? 1 : 0], account: flags.string("account") };
  },
);

/** `lncli walletbalance` */
export const runWalletBalance = callAndPrint(
  ({ lightning }) => lightning.methods.WalletBalance,
  ({ flags }) => ({ account: flags.string("account") }),
);

/** `lncli signmessage` */
export const runSignMessage = callAndPrint(
  ({ lightning }) => lightning.methods.SignMessage,
  ({ flags, rest }) => {
    const msg = flags.isSet("msg") ? flags.string("msg") : rest[0];
    if (msg === undefined) throw new LncliError(lncliTexts.missing("msg"));
    return { msg: Buffer.from(msg) };
  },
);

/** `lncli verifymessage` */
export const runVerifyMessage = callAndPrint(
  ({ lightning }) => lightning.methods.VerifyMessage,
  ({ flags, rest }) => {
    const [msg, ...others] = flags.isSet("msg") ? [flags.string("msg"), ...rest] : rest;
    if (msg === undefined) throw new LncliError(lncliTexts.missing("msg"));
    const signature = flags.isSet("sig") ? flags.string("sig") : others[0];
    if (signature === undefined) throw new LncliError(lncliTexts.missing("signature"));
    return { msg: Buffer.from(msg), signature };
  },
);
