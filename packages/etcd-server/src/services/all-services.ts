import type { Clock } from "@leaderlab/clock";
import type { Call, Implementation } from "@leaderlab/rpc";
import type { Passwords } from "../auth/bcrypt-passwords.ts";
import type { TokenProvider } from "../auth/token-provider.ts";
import { createLocalClient } from "../local-client.ts";
import type { Store } from "../store.ts";
import { createAuthService } from "./auth.ts";
import { createClusterService } from "./cluster.ts";
import { createElectionService } from "./election.ts";
import { createHealthService } from "./health.ts";
import { createKvService } from "./kv.ts";
import { createLeaseService } from "./lease.ts";
import { createLockService } from "./lock.ts";
import { createMaintenanceService } from "./maintenance.ts";
import { createWatchService } from "./watch.ts";

/** What the services of one server are made of. */
export interface ServiceParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly maxRequestBytes: number;
  readonly tokens: TokenProvider;
  readonly passwords: Passwords;
}

/** Every service of etcd that is served. Elections and locks stand on the services before them, as clients do. */
export function createAllServices(parts: ServiceParts): readonly Implementation[] {
  const { store, clock, maxRequestBytes } = parts;
  const asked = [
    createKvService(store, maxRequestBytes),
    createWatchService(store),
    createLeaseService(store),
  ];
  const connect = (call: Call) => createLocalClient(asked, call);
  return [
    ...asked,
    createClusterService(store, clock),
    createMaintenanceService(store),
    createAuthService(parts),
    createElectionService(store, clock, connect),
    createLockService(store, clock, connect),
    createHealthService(),
  ];
}
