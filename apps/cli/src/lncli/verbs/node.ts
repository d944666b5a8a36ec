import { callAndPrint } from "./call-and-print.ts";

/** `lncli debuglevel` */
export const runDebugLevel = callAndPrint(
  ({ lightning }) => lightning.methods.DebugLevel,
  ({ flags }) => ({ show: flags.boolean("show"), level_spec: flags.string("level") }),
);
