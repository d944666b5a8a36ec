import { statelessFlags } from "../admin-macaroon.ts";
import type { Verb } from "../verb.ts";

const [statelessInit, saveTo] = statelessFlags;

/** The verbs that bring a node up. */
export const startupVerbs: readonly Verb[] = [
  {
    name: "create",
    category: "Startup",
    usage: "Makes a node's wallet when it has none yet.",
    description: [
      "Asks for a password, which protects the wallet from then on and must be typed again",
      "whenever the node has been started, and for what the wallet is made from:",
      " - a new seed, which is shown to be written down,",
      " - a seed of 24 words that you have, with its passphrase if it has one,",
      " - an extended master root key, which a simulated node refuses.",
      "",
      "With --stateless_init the node writes no macaroon files; the admin macaroon is printed",
      "instead, or saved by --save_to, and is the only way to the node.",
    ],
    flags: [
      { names: ["single_backup"], kind: "string", usage: "not simulated" },
      { names: ["multi_backup"], kind: "string", usage: "not simulated" },
      { names: ["multi_file"], kind: "string", usage: "not simulated" },
      statelessInit,
      saveTo,
      {
        names: ["mac_root_key"],
        kind: "string",
        usage: "32 bytes in hexadecimal digits to bake macaroons with, instead of random ones",
      },
    ],
    needsMacaroon: false,
    load: async () => (await import("../verbs/create.ts")).runCreate,
  },
  {
    name: "unlock",
    category: "Startup",
    usage: "Opens the wallet of a node that has been started.",
    description: [
      "Asks for the wallet's password, waits until the node has its wallet locked, opens it, and",
      "waits until it is open. A follower has no wallet before it leads: on one, unlock waits",
      "until then.",
      "",
      "A wallet that was created with --stateless_init wants that flag at each unlock.",
    ],
    flags: [
      {
        names: ["recovery_window"],
        kind: "integer",
        usage: "how many unused addresses in a row a recovery looks at",
      },
      {
        names: ["stdin"],
        kind: "boolean",
        usage: "read the password from standard input, where it must end with a line end",
      },
      statelessInit,
    ],
    needsMacaroon: false,
    load: async () => (await import("../verbs/unlock.ts")).runUnlock,
  },
  {
    name: "changepassword",
    category: "Startup",
    usage: "Gives a locked wallet another password, and opens it.",
    description: [
      "A wallet that was created with --noseedbackup has no password that you know: leave the",
      "current one empty. Macaroons stay good unless --new_mac_root_key is given.",
    ],
    flags: [
      statelessInit,
      saveTo,
      {
        names: ["new_mac_root_key"],
        kind: "boolean",
        usage: "bake macaroons with another root key, so that all there are become void",
      },
    ],
    needsMacaroon: false,
    load: async () => (await import("../verbs/change-password.ts")).runChangePassword,
  },
  {
    name: "state",
    category: "Startup",
    usage: "Tells the state that a node is in.",
    description: [
      "It needs neither a wallet nor a macaroon, and answers in every state:",
      " - WAITING_TO_START: not the leader, or the database is not open yet.",
      " - NON_EXISTING: there is no wallet yet.",
      " - LOCKED: there is a wallet; its password is awaited.",
      " - UNLOCKED: the wallet is open, the RPC server is starting.",
      " - RPC_ACTIVE: calls are answered, the server behind them is starting.",
      " - SERVER_ACTIVE: everything is up.",
    ],
    needsMacaroon: false,
    load: async () => (await import("../verbs/state.ts")).runState,
  },
];
