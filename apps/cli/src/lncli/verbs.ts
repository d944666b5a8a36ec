import { channelVerbs } from "./tables/channel-verbs.ts";
import { invoiceVerbs } from "./tables/invoice-verbs.ts";
import { macaroonVerbs } from "./tables/macaroon-verbs.ts";
import { nodeVerbs } from "./tables/node-verbs.ts";
import { paymentVerbs } from "./tables/payment-verbs.ts";
import { startupVerbs } from "./tables/startup-verbs.ts";
import { walletVerbs } from "./tables/wallet-verbs.ts";
import type { Verb } from "./verb.ts";

/** The verbs that are simulated. */
export const verbs: readonly Verb[] = [
  ...startupVerbs,
  ...nodeVerbs,
  ...walletVerbs,
  ...channelVerbs,
  ...invoiceVerbs,
  ...paymentVerbs,
  ...macaroonVerbs,
];

/** What the real lncli has besides, to be refused by name. A verb that becomes simulated moves up into the table. */
export const verbsNotSimulated: ReadonlySet<string> = new Set(
  (
    "abandonchannel batchopenchannel buildroute closeallchannels closechannel closedchannels " +
    "connect createwatchonly decryptdebugpackage deletecanceledinvoice deletefwdhistory " +
    "deletepayments disconnect encryptdebugpackage estimatefee estimateroutefee exportchanbackup " +
    "fish-completion fwdinghistory generatemanpage getchaninfo getdebuginfo getmccfg getnodeinfo " +
    "getnodemetrics importmc listaliases listchaintxns listunspent loadmc openchannel profile " +
    "querymc queryroutes resetmc restorechanbackup sendcoins sendcustom sendmany sendonionmessage " +
    "sendtoroute setmccfg subscribecustom subscribeonionmessages updatechanpolicy updatechanstatus " +
    "verifychanbackup wtclient"
  ).split(" "),
);
