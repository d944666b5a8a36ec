import { unsignedOf } from "../argument.ts";
import { LncliError, lncliTexts } from "../lncli-texts.ts";
import { callAndPrint } from "./call-and-print.ts";

/** `lncli deletemacaroonid` */
export const runDeleteMacaroonId = callAndPrint(
  ({ lightning }) => lightning.methods.DeleteMacaroonID,
  ({ rest, showHelp }) => {
    const [number = "", ...others] = rest;
    if (rest.length === 0 || others.length > 0) return showHelp();
    const id = unsignedOf(number, () => lncliTexts.rootKeyIdNotPositive);
    if (number === "0") throw new LncliError(lncliTexts.defaultRootKeyId);
    return { root_key_id: String(id) };
  },
);
