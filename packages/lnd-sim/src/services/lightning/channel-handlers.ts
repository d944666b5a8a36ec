import { LndError } from "../../errors.ts";
import type { LightningHandlers, LightningParts } from "./lightning-parts.ts";

const noAmount = { sat: 0, msat: 0 };
/** An empty list of open and one of pending channels, as lnd writes them for programs that look further. */
const noChannelData = Buffer.from([0, 0]);

/** Calls about channels: there are none. */
export function channelHandlers({ facts, served }: LightningParts): LightningHandlers {
  const checkServing = () => {
    if (!facts().isServing) throw new LndError("serverStarting");
  };
  return {
    ChannelBalance: () => ({
      local_balance: noAmount,
      remote_balance: noAmount,
      unsettled_local_balance: noAmount,
      unsettled_remote_balance: noAmount,
      pending_open_local_balance: noAmount,
      pending_open_remote_balance: noAmount,
      custom_channel_data: noChannelData,
    }),
    ListChannels(request) {
      if (request.active_only && request.inactive_only) throw new LndError("activeAndInactive");
      if (request.public_only && request.private_only) throw new LndError("publicAndPrivate");
      const { length } = request.peer;
      if (length !== 0 && length !== 33) {
        throw new LndError("invalidPeerKey", new LndError("vertexLength", length).message);
      }
      return {};
    },
    PendingChannels: () => ({}),
    ClosedChannels: () => ({}),
    ListAliases: () => ({}),
    ExportAllChannelBackups: () => ({
      single_chan_backups: {},
      multi_chan_backup: { multi_chan_backup: served().backup.seal() },
    }),
    ExportChannelBackup() {
      throw new LndError("targetChannelNotFound");
    },
    OpenChannelSync({ local_funding_amount }) {
      checkServing();
      if (local_funding_amount === "0") throw new LndError("noFundingAmount");
      throw new LndError("notSimulated", "OpenChannelSync");
    },
    // biome-ignore lint/correctness/useYield: it refuses every call.
    async *OpenChannel({ local_funding_amount }) {
      checkServing();
      if (local_funding_amount === "0") throw new LndError("noFundingAmount");
      throw new LndError("notSimulated", "OpenChannel");
    },
    FeeReport: () => ({}),
    ForwardingHistory: () => ({}),
    LookupHtlcResolution() {
      throw new LndError("htlcLookupOff");
    },
  };
}
