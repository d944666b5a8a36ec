import type { OwnEtcd } from "./fabric.ts";
import { FaultError } from "./faults/fault-kind.ts";
import type { Timeline } from "./timeline.ts";

/** The cluster's own etcd, as a process that can crash. Both reject with a FaultError when etcd is somebody else's. */
export interface EtcdProcess {
  /** Whether it runs; somebody else's is taken to. */
  readonly isRunning: boolean;
  /** Ends the process as a crash does, and keeps its state. While none runs it does nothing. */
  stop(): Promise<void>;
  /** Starts a process with the state of the last one: every lease has its whole TTL again. While one runs, nothing. */
  start(): Promise<void>;
}

/** The verbs of an etcd, told in the timeline. */
export function createEtcdProcess(etcd: OwnEtcd | undefined, timeline: Timeline): EtcdProcess {
  let isRunning = true;
  const own = (): OwnEtcd => {
    if (etcd !== undefined) return etcd;
    throw new FaultError("the etcd of this cluster is somebody else's: stop and start it there");
  };
  return {
    get isRunning() {
      return isRunning;
    },
    async stop() {
      const process = own();
      if (!isRunning) return;
      isRunning = false;
      timeline.append({ kind: "etcdStopped", endpoint: process.endpoint.address });
      await process.stop();
    },
    async start() {
      const process = own();
      if (isRunning) return;
      await process.start();
      isRunning = true;
      timeline.append({ kind: "etcdStarted", endpoint: process.endpoint.address });
    },
  };
}
