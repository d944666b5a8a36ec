import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { Clock } from "@leaderlab/clock";
import type { Cluster } from "@leaderlab/cluster";
import express from "express";
import { createApi } from "./api.ts";
import { refuseForeignSites } from "./refuse-foreign-sites.ts";

/** What a playground shows, and where. */
export interface PlaygroundOptions {
  readonly cluster: Cluster;
  readonly clock: Clock;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** 0 for a free port. */
  readonly port: number;
}

/** A web page that is being served. */
export interface Playground extends AsyncDisposable {
  /** `http://127.0.0.1:5170/` */
  readonly url: string;
  stop(): Promise<void>;
}

/** The built page: style sheet and markup as they are, scripts compiled. */
const webFolders = ["../web", "../dist/web"].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/** Serves the page of a cluster. Rejects with Node's error (EADDRINUSE …) when the port cannot be had. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { cluster, clock, host = "127.0.0.1", port } = options;
  const app = express();
  app.disable("x-powered-by");
  app.use(refuseForeignSites(host));
  const api = createApi(cluster, clock);
  app.use("/api", api.router);
  for (const folder of webFolders) app.use(express.static(folder, { cacheControl: false }));
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const bound = (server.address() as AddressInfo).port;
  const stop = async () => {
    api.close();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  const shown = host.includes(":") ? `[${host}]` : host;
  return { url: `http://${shown}:${bound}/`, stop, [Symbol.asyncDispose]: stop };
}
