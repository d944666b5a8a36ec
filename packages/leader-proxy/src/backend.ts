/** An lnd behind the proxy. Addresses are `HOST:PORT`. */
export interface Backend {
  /** As it is called in logs, in /leader and in metrics; with a look into etcd it is the node's `cluster.id`. */
  readonly name: string;
  readonly grpcAddress: string;
  /** Undefined: it has no REST, or nobody wants it. */
  readonly restAddress: string | undefined;
}
