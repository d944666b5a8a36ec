import { text, yes } from "../flag.ts";
import type { Verb } from "../verb.ts";
import { calls } from "./calls.ts";

/** The verbs about the node as a whole. */
export const nodeVerbs: readonly Verb[] = [
  {
    name: "getinfo",
    usage: "Tells what a node is and how far it is.",
    ...calls(({ lightning }) => lightning.methods.GetInfo),
  },
  {
    name: "getrecoveryinfo",
    usage: "Tells how far the recovery of a wallet is.",
    ...calls(({ lightning }) => lightning.methods.GetRecoveryInfo),
  },
  {
    name: "debuglevel",
    usage: "Says which lines the node logs from now on.",
    description: [
      "--level takes trace, debug, info, warn, error, critical or off, for all parts of the node or",
      "for some: SRVR=debug,LTND=off. --show lists the parts.",
    ],
    flags: [yes("show", "list the parts of the node"), text("level", "the level, or levels")],
    needsMacaroon: true,
    load: async () => (await import("../verbs/node.ts")).runDebugLevel,
  },
  {
    name: "stop",
    usage: "Stops a node; a leader resigns.",
    ...calls(({ lightning }) => lightning.methods.StopDaemon),
  },
  {
    name: "version",
    usage: "Tells the versions of lncli and of a node.",
    needsMacaroon: true,
    load: async () => (await import("../verbs/version.ts")).runVersion,
  },
];
