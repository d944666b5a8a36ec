import * as lnd from "@leaderlab/proto/lnd";
import { checkSaveTo, storeOrPrintMacaroon } from "../admin-macaroon.ts";
import { cancelOnSignal } from "../cancel-on-signal.ts";
import { LncliError, lncliTexts } from "../lncli-texts.ts";
import { Prompt } from "../prompt.ts";
import type { RunVerb } from "../verb.ts";

/** `lncli changepassword`: gives a locked wallet another password, and opens it. */
export const runChangePassword: RunVerb = async (call) => {
  const { terminal, flags, connection } = call;
  const signal = cancelOnSignal(terminal);
  const prompt = new Prompt(terminal, signal);
  const current_password = await prompt.askHidden("Input current wallet password: ");
  const new_password = await prompt.askHidden("Input new wallet password: ");
  const confirmed = await prompt.askHidden("Confirm new wallet password: ");
  if (!confirmed.equals(new_password)) throw new LncliError(lncliTexts.newPasswordMismatch);
  checkSaveTo(call);
  const request = {
    current_password,
    new_password,
    stateless_init: flags.boolean("stateless_init"),
    new_macaroon_root_key: flags.boolean("new_mac_root_key"),
  };
  const { ChangePassword } = lnd.walletUnlocker.methods;
  const reply = await connection.unary(ChangePassword, request, signal);
  storeOrPrintMacaroon(call, reply.admin_macaroon);
};
