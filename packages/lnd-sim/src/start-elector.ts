import type { Clock } from "@leaderlab/clock";
import { EtcdClientError, untilAvailable } from "@leaderlab/election";
import type { LndConfig } from "./config/lnd-config.ts";
import { createEtcdElector, type LeaderElector } from "./leader-elector.ts";
import type { Log } from "./log.ts";
import type { Surroundings } from "./surroundings.ts";

/** Where lnd's own namespace ends and its prefix begins nothing stands: the two are glued. */
const electorPrefix = (config: LndConfig) =>
  `${config.db.etcd.namespace}${config.cluster.etcdElectionPrefix}`;

/** What an elector is made with. */
export interface ElectorParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly surroundings: Pick<Surroundings, "connectEtcd">;
}

/**
 * The elector that a node is configured for, connected. Rejects with a ConnectionError or an EtcdClientError for what
 * waiting does not mend; an etcd that is away is waited for, for ever. Mirrors: lnd cluster/etcd_elector.go.
 */
export async function startElector(
  config: LndConfig,
  parts: ElectorParts,
  signal: AbortSignal,
): Promise<LeaderElector> {
  const { clock, log, surroundings } = parts;
  const { etcd } = config.db;
  log("INF", "LTND", 'Using leader elector rev="" elector=etcd');
  const client = surroundings.connectEtcd(etcd, [etcd.host], clock);
  try {
    if (etcd.user !== "") {
      await untilAvailable({ clock, signal, repeatable: true }, () => client.authenticate(signal));
    }
  } catch (error) {
    client.close();
    if (error instanceof EtcdClientError) {
      log("ERR", "CLUS", `Unable to connect to etcd: ${error.message}`);
    }
    throw error;
  }
  log("INF", "CLUS", `Applied namespace to leader elector: ${etcd.namespace}`);
  return createEtcdElector({
    client,
    clock,
    prefix: electorPrefix(config),
    id: config.cluster.id,
    sessionTtlSeconds: config.cluster.leaderSessionTtlSeconds,
    closeClient: async () => client.close(),
  });
}
