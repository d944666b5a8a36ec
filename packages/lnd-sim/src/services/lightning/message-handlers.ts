import { LndError } from "../../errors.ts";
import { signerOf, signMessage } from "../../messages/signed-message.ts";
import type { LightningHandlers, LightningParts } from "./lightning-parts.ts";

/** Calls about messages that are signed with the node's identity. */
export function messageHandlers({ served }: LightningParts): LightningHandlers {
  return {
    SignMessage({ msg, single_hash }) {
      if (msg.length === 0) throw new LndError("nothingToSign");
      return { signature: signMessage(msg, single_hash, served().keys.sign) };
    },
    VerifyMessage({ msg, signature }) {
      if (msg.length === 0) throw new LndError("nothingToVerify");
      const signer = signerOf(msg, signature)?.toString("hex");
      // A signature counts when its key is in the graph, where only the node itself is.
      return { valid: signer === served().identity, pubkey: signer ?? "" };
    },
  };
}
