import { lndBuild } from "@leaderlab/lnd-sim/lnd-version";
import * as lnd from "@leaderlab/proto/lnd";
import { cancelOnSignal } from "../cancel-on-signal.ts";
import { lncliTexts } from "../lncli-texts.ts";
import { printReply } from "../print-reply.ts";
import { wrapStatus } from "../rpc-status.ts";
import type { RunVerb } from "../verb.ts";

const replyType = "lnclipb.VersionResponse";

/** `lncli version`: what lncli and the node are. When the node does not say, lncli's own version is printed first. */
export const runVersion: RunVerb = async ({ connection, terminal }) => {
  const { GetVersion } = lnd.versioner.methods;
  const versions: lnd.VersionResponseInput = { lncli: lndBuild };
  try {
    const node = await connection.unary(GetVersion, {}, cancelOnSignal(terminal));
    printReply(terminal, replyType, { ...versions, lnd: node });
  } catch (error) {
    printReply(terminal, replyType, versions);
    throw wrapStatus(lncliTexts.noVersion, error);
  }
};
