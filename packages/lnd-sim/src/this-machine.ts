import { diskFiles } from "./disk-files.ts";
import { connectEtcd } from "./etcd-connection.ts";
import { startListeners } from "./listeners.ts";
import { scryptSecret } from "./stretch-secret.ts";
import type { Surroundings } from "./surroundings.ts";
import { loadTlsFiles } from "./tls-files.ts";

/** Real files, sockets and threads. The certificate is there, or made, before a port opens. */
export const thisMachine: Surroundings = {
  files: diskFiles,
  stretchSecret: scryptSecret,
  connectEtcd,
  async openPorts(router, { config, clock, random, log }) {
    const tls = await loadTlsFiles(config.tls, { clock, random, log });
    return startListeners(router, {
      rpc: config.rpc.listeners,
      rest: config.rest.listeners,
      tls,
      restTls: config.rest.isTls,
      corsOrigins: config.rest.corsOrigins,
      wsPingIntervalMs: config.rest.wsPingIntervalMs,
      wsPongWaitMs: config.rest.wsPongWaitMs,
      clock,
      log,
    });
  },
};
