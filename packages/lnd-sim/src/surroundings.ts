import type { Clock, Random } from "@leaderlab/clock";
import type { EtcdClient } from "@leaderlab/election";
import type { Router } from "@leaderlab/rpc";
import type { EtcdConfig, LndConfig } from "./config/lnd-config.ts";
import type { Files } from "./files.ts";
import type { Log } from "./log.ts";
import type { StretchSecret } from "./stretch-secret.ts";

/**
 * Everything of a node that touches its machine, besides clock and chance: `thisMachine` is the real one; a node in a
 * simulation is given a made-up one, on which nothing waits for a socket, a disk or a thread.
 */
export interface Surroundings {
  readonly files: Files;
  /** Takes the time that it takes on this machine: in a simulation none. */
  readonly stretchSecret: StretchSecret;
  /** Serves the router at the configured places. Rejects with ListenError when one cannot be had. */
  openPorts(router: Router, options: OpenPortsOptions): Promise<OpenPorts>;
  /** Throws ConnectionError when the settings make no connection. Nothing is dialled yet. */
  connectEtcd(config: EtcdConfig, endpoints: readonly string[], clock: Clock): EtcdConnection;
}

/** What ports are opened by. */
export interface OpenPortsOptions {
  readonly config: Pick<LndConfig, "rpc" | "rest" | "tls">;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

/** The node's open ports. */
export interface OpenPorts {
  /** `127.0.0.1:10009`, one for each listener. */
  readonly rpcAddresses: readonly string[];
  readonly restAddresses: readonly string[];
  /** Cuts every connection and closes the ports, REST first, as lnd does. */
  stop(): Promise<void>;
}

/** A node's way to etcd. */
export interface EtcdConnection extends EtcdClient {
  /** Logs in, so that a wrong password shows before the first call; does nothing without a user. */
  authenticate(signal?: AbortSignal): Promise<void>;
  /** Ends every call and stream (CANCELLED) and closes the connections. Calls made afterwards reject the same way. */
  close(): void;
}
