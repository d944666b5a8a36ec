import { writeProtoJson } from "@leaderlab/rpc/proto-json";
import type { Terminal } from "../terminal.ts";

/** Every field in the order of its declaration, unset ones too, bytes as digits, as lncli prints a message. */
const style = { emitUnset: true, separator: ",", indent: "    ", hexBytes: true } as const;

/** Prints a reply as lncli prints it; `typeName` is the message's full name. */
export function printReply(terminal: Terminal, typeName: string, reply: object): void {
  terminal.out(`${writeProtoJson(reply, typeName, style)}\n`);
}
