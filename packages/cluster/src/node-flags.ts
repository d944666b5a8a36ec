import { join } from "node:path";

/** Where a cluster's nodes find their etcd. */
export interface EtcdEndpoint {
  /** `127.0.0.1:2379` */
  readonly address: string;
  readonly isTls: boolean;
  /** Take any certificate. */
  readonly insecureSkipVerify: boolean;
  readonly user?: { readonly name: string; readonly password: string };
}

/** What a cluster's nodes keep their state in, and whether they ask who leads. */
export type NodeDatabase =
  | { readonly backend: "etcd" }
  | {
      readonly backend: "postgres";
      readonly dsn: string;
      /** Without it every node runs at once on the one database, as lnds would. */
      readonly hasElection: boolean;
    };

/** What makes one node's command line. */
export interface NodeFlagsOptions {
  readonly name: string;
  readonly lndDir: string;
  readonly passwordFile: string;
  readonly etcd: EtcdEndpoint;
  readonly database: NodeDatabase;
  readonly namespace: string;
  readonly electionPrefix: string;
  readonly sessionTtlSeconds: number;
  readonly rpcAddress: string;
  readonly restAddress: string;
  /** Further flags of lnd's; they come last, so they win. */
  readonly furtherFlags?: readonly string[];
}

/** lnd's flags for a node of the lab: what a user would write to run this node as a process of its own. */
export function nodeFlags(options: NodeFlagsOptions): readonly string[] {
  return [
    `--lnddir=${options.lndDir}`,
    "--bitcoin.regtest",
    "--bitcoin.node=nochainbackend",
    `--rpclisten=${options.rpcAddress}`,
    `--restlisten=${options.restAddress}`,
    ...databaseFlags(options.database),
    ...(hasElection(options.database) ? electionFlags(options) : []),
    `--wallet-unlock-password-file=${options.passwordFile}`,
    "--wallet-unlock-allow-create",
    ...(options.furtherFlags ?? []),
  ];
}

/** Whether the nodes contend for leadership. */
export function hasElection(database: NodeDatabase): boolean {
  return database.backend === "etcd" || database.hasElection;
}

function databaseFlags(database: NodeDatabase): readonly string[] {
  if (database.backend === "etcd") return ["--db.backend=etcd"];
  return ["--db.backend=postgres", `--db.postgres.dsn=${database.dsn}`];
}

/** How to reach etcd, and the election. */
function electionFlags(options: NodeFlagsOptions): readonly string[] {
  const { etcd } = options;
  return [
    `--db.etcd.host=${etcd.address}`,
    ...(options.namespace === "" ? [] : [`--db.etcd.namespace=${options.namespace}`]),
    ...(etcd.isTls ? [] : ["--db.etcd.disabletls"]),
    ...(etcd.isTls && etcd.insecureSkipVerify ? ["--db.etcd.insecure_skip_verify"] : []),
    ...(etcd.user === undefined
      ? []
      : [`--db.etcd.user=${etcd.user.name}`, `--db.etcd.pass=${etcd.user.password}`]),
    "--cluster.enable-leader-election",
    "--cluster.leader-elector=etcd",
    `--cluster.etcd-election-prefix=${options.electionPrefix}`,
    `--cluster.id=${options.name}`,
    `--cluster.leader-session-ttl=${options.sessionTtlSeconds}`,
  ];
}

/** The folder of a node's files under the lab's. */
export function nodeFolder(folder: string, name: string): string {
  return join(folder, name);
}
