import type { Socket } from "node:net";
import type { TLSSocket } from "node:tls";
import { goHandshakeError, goTexts } from "@leaderlab/golang";
import { NoTlsRecordError } from "@leaderlab/rpc";
import type { Log } from "../log.ts";
import { ClientRefusal } from "./refuse-client.ts";

/** A client that a port of TLS did not let in. */
export interface RejectedClient {
  readonly error: Error;
  readonly peer: string;
  readonly socket: Socket | TLSSocket;
}

/** Who hangs up in the middle is no news; others are told of with their names. Mirrors: etcd embed setupLogging. */
export function logRejected(log: Log, { error, peer, socket }: RejectedClient): void {
  const reason = reasonOf(error);
  const serverName = "servername" in socket ? socket.servername : undefined;
  log(reason === goTexts.eof ? "debug" : "warn", "rejected connection on client endpoint", {
    "remote-addr": peer,
    "server-name": typeof serverName === "string" ? serverName : "",
    ...(error instanceof ClientRefusal && error.names),
    error: reason,
  });
}

function reasonOf(error: Error): string {
  if (error instanceof ClientRefusal) return error.message;
  return error instanceof NoTlsRecordError ? goTexts.noTlsRecord : goHandshakeError(error);
}
