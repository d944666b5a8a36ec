import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import { listenAt, type OtherPort } from "./silent-port.ts";

/** Is neither TLS, which begins with 0x16, nor HTTP, nor text. */
const rubbish = Buffer.from(Array.from({ length: 256 }, (_, index) => (index * 167 + 0x80) & 0xff));

/** Answers every connection with bytes that are no TLS, no HTTP and no text, and closes it. */
export function startGarbagePort(port: number): Promise<OtherPort> {
  return listenAt(port, (socket) => {
    socket.resume();
    socket.end(rubbish);
  });
}

/** Whose page it might be that sits at lnd's port by mistake. */
const page = "<!doctype html><title>Welcome</title><h1>It works!</h1>\n";

/** Speaks TLS with a node's certificate, and answers everything with 200 and a page that has nothing to do with lnd. */
export async function startForeignPage(
  port: number,
  files: { readonly certificatePath: string; readonly keyPath: string },
): Promise<OtherPort> {
  const tls = { cert: readFileSync(files.certificatePath), key: readFileSync(files.keyPath) };
  const server = createServer(tls, (_request, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end(page);
  });
  server.on("tlsClientError", (_error, socket) => socket.destroy());
  server.on("clientError", (_error, socket) => socket.destroy());
  return listenAt(port, (socket) => server.emit("connection", socket));
}
