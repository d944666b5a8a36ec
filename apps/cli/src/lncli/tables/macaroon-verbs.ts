import { type Flag, number, text, yes } from "../flag.ts";
import type { Verb } from "../verb.ts";
import { calls } from "./calls.ts";

const category = "Macaroons";
const needsMacaroon = true;

/** What a macaroon can be bound to. */
const restrictions: readonly Flag[] = [
  number("unsigned", "timeout", "for how many seconds it is good"),
  text("ip_address", "the IP address that it is good for"),
  text("custom_caveat_name", "the name of a condition that somebody else checks"),
  text("custom_caveat_condition", "the value of that condition, if it has one"),
];

/** The verbs about macaroons. */
export const macaroonVerbs: readonly Verb[] = [
  {
    name: "bakemacaroon",
    category,
    usage: "Makes a macaroon with these permissions.",
    takes: "permissions...",
    description: [
      "A permission is entity:action, as info:read or invoices:write, or uri:/lnrpc.Lightning/GetInfo",
      "for a single method; listpermissions lists them. With --root_key no node is asked.",
    ],
    flags: [
      text("save_to", "save it to this file instead of printing it in hexadecimal digits"),
      ...restrictions,
      number("unsigned", "root_key_id", "the number of the root key to sign it with"),
      yes("allow_external_permissions", "take permissions that the node does not know"),
      text("root_key", "the root key, in hexadecimal digits, if you have it"),
    ],
    needsMacaroon,
    connectsLate: true,
    load: async () => (await import("../verbs/bake-macaroon.ts")).runBakeMacaroon,
  },
  {
    name: "listmacaroonids",
    category,
    usage: "Lists the numbers of the root keys.",
    ...calls(({ lightning }) => lightning.methods.ListMacaroonIDs),
  },
  {
    name: "deletemacaroonid",
    category,
    usage: "Deletes a root key, and makes all its macaroons void.",
    takes: "root_key_id",
    needsMacaroon,
    load: async () => (await import("../verbs/delete-macaroon-id.ts")).runDeleteMacaroonId,
  },
  {
    name: "listpermissions",
    category,
    usage: "Lists the methods and the permissions that they need.",
    ...calls(({ lightning }) => lightning.methods.ListPermissions),
  },
  {
    name: "printmacaroon",
    category,
    usage: "Tells what stands in a macaroon.",
    takes: "[macaroon_content_hex]",
    flags: [text("macaroon_file", "the file that it stands in")],
    needsMacaroon: false,
    connectsLate: true,
    load: async () => (await import("../verbs/print-macaroon.ts")).runPrintMacaroon,
  },
  {
    name: "constrainmacaroon",
    category,
    usage: "Adds restrictions to a macaroon.",
    takes: "input-macaroon-file constrained-macaroon-file",
    flags: restrictions,
    needsMacaroon: false,
    connectsLate: true,
    load: async () => (await import("../verbs/constrain-macaroon.ts")).runConstrainMacaroon,
  },
];
