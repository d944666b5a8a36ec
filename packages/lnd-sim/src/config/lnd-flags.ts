import { type FlagGroup, type FlagRow, type FlagType, flatten, group } from "./flag-row.ts";
import { applicationRows } from "./flags/application.ts";
import { chainRows as chain } from "./flags/chain.ts";
import { clusterRows as cluster } from "./flags/cluster.ts";
import { databaseRows as database } from "./flags/database.ts";
import { diagnosticsRows as diagnostics } from "./flags/diagnostics.ts";
import { networkRows as network } from "./flags/network.ts";
import { simulationRows as simulation } from "./flags/simulation.ts";
import { subserverRows as subserver } from "./flags/subservers.ts";
import { type FlagLookup, helpRow } from "./go-flags.ts";

/**
 * Every flag of lnd, in the groups, the nesting and the order of its help; groups without flags of their own are
 * sections of lnd.conf all the same. To add a flag is to add a row.
 *
 * Mirrors: `lnd --help` of master 0.21.99, with types, defaults and deprecated flags of v0.20.1. The types and
 * defaults of the few flags that are newer than v0.20.1 are taken from master's documentation, or assumed.
 */
export const lndFlags: FlagGroup = group("Application Options", applicationRows.application, [
  group("Pprof", diagnostics.pprof),
  group("Bitcoin", chain.bitcoin),
  group("btcd", chain.btcd),
  group("bitcoind", chain.bitcoind),
  group("neutrino", chain.neutrino),
  group("Autopilot", network.autopilot),
  group("Tor", network.tor),
  group(
    "subrpc",
    [],
    [
      group("signrpc", subserver.signrpc),
      group("walletrpc", subserver.walletrpc),
      group("chainrpc", subserver.chainrpc),
      group("routerrpc", subserver.routerrpc, [
        group("apriori", subserver.apriori),
        group("bimodal", subserver.bimodal),
      ]),
    ],
  ),
  group("hodl", []),
  group("fee", network.fee),
  group("invoices", network.invoices),
  group("routing", network.routing, [group("blinding", network.blinding)]),
  group("gossip", network.gossip),
  group("workers", network.workers),
  group("caches", network.caches),
  group("prometheus", diagnostics.prometheus),
  group("wtclient", network.wtclient),
  group("watchtower", network.watchtower),
  group("protocol", network.protocol),
  group(
    "healthcheck",
    [],
    [
      group("chainbackend", cluster.chainBackend),
      group("diskspace", cluster.diskSpace),
      group("tls", cluster.tls),
      group("torconnection", cluster.torConnection),
      group("remotesigner", cluster.remoteSignerHealth),
      group("leader", cluster.leader),
    ],
  ),
  group("db", database.db, [
    group("etcd", database.etcd),
    group("bolt", database.bolt),
    group("postgres", database.postgres, [group("query", database.postgresQuery)]),
    group("sqlite", database.sqlite, [group("query", database.sqliteQuery)]),
  ]),
  group("cluster", cluster.cluster),
  group("rpcmiddleware", subserver.rpcMiddleware),
  group("remotesigner", subserver.remoteSigner),
  group("watchonlynode", subserver.watchOnlyNode),
  group("sweeper", network.sweeper, [group("sweeper.budget", network.sweeperBudget)]),
  group("htlcswitch", network.htlcswitch),
  group("grpc", subserver.grpc),
  group("logging", diagnostics.logging, [
    group("console", diagnostics.console),
    group("file", diagnostics.file),
  ]),
  group("dev", diagnostics.dev),
  group("Simulation", simulation.sim),
]);

type RowsIn<T extends Readonly<Record<string, readonly FlagRow[]>>> = T[keyof T][number];

/** Any of the rows, each with its own name and type. */
type KnownRow =
  | RowsIn<typeof applicationRows>
  | RowsIn<typeof chain>
  | RowsIn<typeof cluster>
  | RowsIn<typeof database>
  | RowsIn<typeof diagnostics>
  | RowsIn<typeof network>
  | RowsIn<typeof simulation>
  | RowsIn<typeof subserver>;

/** The name of a flag. */
export type FlagName = KnownRow["name"];

/** The Go type of a flag. */
export type TypeOfFlag<N extends FlagName> = Extract<KnownRow, { readonly name: N }>["type"];

/** The names of the flags of one type. */
export type FlagNameOf<T extends FlagType> = Extract<KnownRow, { readonly type: T }>["name"];

/** All flags, in lnd's order. */
export const lndFlagRows: readonly FlagRow[] = flatten(lndFlags).flatMap((one) => one.rows);

const rowsByName = new Map(lndFlagRows.map((row) => [row.name, row]));
const rowsByShort = new Map([...lndFlagRows, helpRow].map((row) => [row.short, row]));

/**
 * Flags that lnd's guide to leader election writes and that lnd has under another name today, so that the guide's
 * command line can be run as it stands. Mirrors: lnd docs/leader_election.md.
 */
export const guideSpellings: ReadonlyMap<string, FlagName> = new Map([
  ["db.etcd.certfile", "db.etcd.cert_file"],
  ["db.etcd.keyfile", "db.etcd.key_file"],
]);

/** Finds lnd's flags, with the guide's old spellings or without. */
export function lookUpLndFlags(options: { readonly allowGuideSpellings: boolean }): FlagLookup {
  return {
    byName: (name) => {
      if (name === helpRow.name) return helpRow;
      const spelled = options.allowGuideSpellings ? guideSpellings.get(name) : undefined;
      return rowsByName.get(spelled ?? name);
    },
    byShort: (letter) => rowsByShort.get(letter),
  };
}

/** One of lnd's flags by name. */
export function lndFlagRow(name: FlagName): FlagRow {
  const row = rowsByName.get(name);
  if (row === undefined) throw new Error(`no flag ${name}`);
  return row;
}
