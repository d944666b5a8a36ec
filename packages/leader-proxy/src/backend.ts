/** An lnd behind the proxy. Addresses are `HOST:PORT`. */
export interface Backend {
  /** As it is called in logs, in /leader and in metrics; with a look into etcd it is the node's `cluster.id`. */
  readonly name: string;
  readonly grpcAddress: string;
  readonly restAddress: string;
}
