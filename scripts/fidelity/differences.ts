/** One point in which leaderlab is not the real thing, and what to do about it. */
export interface Difference {
  readonly topic: string;
  readonly here: string;
}

/** Where our etcd differs from etcd 3.6.16 on purpose, or not yet for the better. */
export const etcdDifferences: readonly Difference[] = [
  {
    topic: "storage",
    here: "In memory; with our own flag --snapshot-on-exit the state is written into `leaderlab-snapshot.db` in --data-dir at a graceful stop and taken over at the next start; killed, everything since the last stop is gone. dbSize and dbSizeInUse are reckoned from the records and lie within a few per cent of those of etcd's file.",
  },
  {
    topic: "snapshots",
    here: "Real bbolt files that etcdctl, etcdutl and etcd take, and theirs are taken here. A lease is stored with the time it has left, in whole seconds, and goes on with it; etcd mostly begins its time anew. Not their size: ours is as if defragmented.",
  },
  {
    topic: "members",
    here: "One member that leads from the start: it serves within milliseconds, while etcd first holds a raft election. No peer port is opened. Learners can be added, changed and removed; none ever catches up. A second voting member is refused (UNIMPLEMENTED), where etcd takes it and then answers no write until that member has started.",
  },
  {
    topic: "lease expiry",
    here: "A lease ends at its moment; etcd's loop may end it up to 0.5 s later. Never earlier on either.",
  },
  {
    topic: "auth",
    here: "A simple token ends at its moment; etcd's up to a second later. One with an index that is yet to come is refused at once; etcd waits for that index. JWT keys of RSA need 2048 bits. A key file that cannot be parsed is refused in other words. A login whose password takes longer to compare than users and roles stay as they are ends after 100 rounds. Without an Accept header and with --client-cert-auth, etcd's gateway asks in the name of the server's own certificate; ours in nobody's.",
  },
  {
    topic: "watch",
    here: "A watcher's past is replayed at once, not at the next tick of 100 ms; progress notifications have no jitter.",
  },
  {
    topic: "ties in a sort",
    here: "With more than 12 equal sort keys ours orders them by key; etcd leaves their order open.",
  },
  {
    topic: "requests that end etcd",
    here: "Four requests make etcd 3.6.16 panic: a transaction that deletes an open range and then puts one of its keys with ignore_value or ignore_lease (ours: `etcdserver: key not found`); a compaction at exactly a revision that deleted a key and put it again (ours does it); an alarm with an unknown action (ours: INVALID_ARGUMENT); peer URLs that are none for a member that has not started (ours: `etcdserver: given member URLs are invalid`).",
  },
  {
    topic: "gRPC framing",
    here: "A call that ends with its headers, without a DATA frame, is answered; etcd leaves it until its deadline. At a place for HTTP alone TLS negotiates HTTP/1.1. Under TLS a path is not percent-decoded before it is looked up.",
  },
  {
    topic: "deep nesting",
    here: "Transactions nested deeper than 500 levels are refused when they are decoded; etcd's own bound, --max-txn-ops, comes before that unless it was raised.",
  },
  {
    topic: "HTTP endpoints",
    here: "/debug/pprof is not there, with --enable-pprof either. /debug/vars has of Go's statistics of memory those that are true of Node, too.",
  },
  {
    topic: "metrics",
    here: "The series of etcd with etcd's labels and buckets and true values, but: no `go_*`, since there is no Go (`etcd_server_go_version` says so); no `etcd_debugging_store_reads_total` and `…_writes_total`, since there is no store of version 2. What counts a disk, peers or a proxy stays at 0. HELP lines are in our words. The text format alone, not Prometheus' protobuf.",
  },
  {
    topic: "election and lock services",
    here: "An observer goes on when the history that it reads has been compacted; etcd ends its stream.",
  },
  {
    topic: "logs",
    here: "etcd's form, the messages that tools wait for, and every line about the configuration; not every line. `caller` names the place in etcd's source where the line has one. Lines of level error bear no `stacktrace`; nothing is sampled. --log-outputs=systemd/journal is refused, --enable-log-rotation is checked and does not rotate. Slow requests are not told of (--warning-unary-request-duration).",
  },
  {
    topic: "configuration",
    here: "The data directory is not made, for nothing is kept there but the certificate of --auto-tls. An --initial-cluster of several members, --discovery-*, `etcd gateway` and `etcd grpc-proxy` are refused by name. YAML that cannot be read is refused, rare mistakes of it in words of ours. An advertised default of localhost stays so; etcd may put the machine's address there.",
  },
  {
    topic: "TLS",
    here: "A client that is turned away (no certificate, an unknown authority, a name that is not allowed) is cut after the handshake, without an alert. The log does not tell which versions and suites a client offered, nor the address of one that was cut while shaking hands. Of a certificate's chain only the client's own is looked up in --client-crl-file. Bad certificate files are found before `ready to serve client requests` is said.",
  },
];

/** Where our lnd differs from lnd master of August 2026 (0.21.99-beta). */
export const lndDifferences: readonly Difference[] = [
  {
    topic: "what it is",
    here: "No Lightning node: no chain, no peers, no channels. Without --bitcoin.node, and with btcd or bitcoind, it is as lnd with `nochainbackend`; with neutrino it stays in RPC_ACTIVE, as lnd without peers.",
  },
  {
    topic: "services",
    here: "What is not served passes the same gates of state and macaroon as in lnd and then answers UNIMPLEMENTED, `unknown method …`; over REST 501. WalletKit.SubmitPackage and XCreateAccount, which no release has yet, are unknown in every state.",
  },
  {
    topic: "payments",
    here: "Between nodes that share a network (one process's `createLightningNetwork`, or a folder: `--sim.lightning-network`) a payment needs no channel: any amount arrives, at once and without a fee, over a route of one made-up hop. To anybody else it fails for want of balance, as with lnd without channels. Balances stay 0. One whose payee goes away stays in flight until the payee or its successor is back, since no block ever ends it. AMP invoices can be made but not paid (UNIMPLEMENTED); a keysend is refused by its payee, as by an lnd without --accept-keysend; payments in parts do not exist.",
  },
  {
    topic: "REST",
    here: "Of several wrong query parameters the first is refused; lnd refuses one of them by chance.",
  },
  {
    topic: "invoices",
    here: "An invoice that is not paid in its time counts as canceled from that moment on, without an event of its own.",
  },
  {
    topic: "on-chain wallet",
    here: "It has the default account alone. Addresses are lnd's for the same seed; nothing is ever paid to them.",
  },
  {
    topic: "databases",
    here: "bolt (a file of our own format, which no lnd can open), etcd and postgres. sqlite is refused by name: of the Nodes that this runs on only newer ones have a SQLite (node:sqlite, from 22.5 on), it takes one node alone as bolt does, and so it would show nothing that bolt does not. In etcd the keys have lnd's layout, in Postgres the tables have lnd's names; the rest is ours, and no lnd can open it. --db.postgres.*-with-global-lock is accepted without effect. `leaderlab up --db postgres` without a DSN runs PGlite, which serves one transaction after the other.",
  },
  {
    topic: "wallet",
    here: "The seed is a real aezeed and the identity is the one lnd derives from it. Passwords are kept as a scrypt hash at lower cost than lnd's, so unlocking takes about 50 ms. InitWallet with an extended key or watch-only accounts is refused by name; channel backups are ignored.",
  },
  {
    topic: "timing",
    here: "25 ms to open the database, 150 ms from UNLOCKED to RPC_ACTIVE, 50 ms to SERVER_ACTIVE: those of lnd's cheap test build. A normal lnd takes about 0.9 s.",
  },
  {
    topic: "files",
    here: "tls.cert, tls.key, the eight macaroons and channel.backup, which holds no channel. No logs.",
  },
  { topic: "ports", here: "No port for Lightning peers (--listen)." },
  {
    topic: "end of SubscribeState over REST",
    here: "The connection is cut; lnd often writes one more line with an error first.",
  },
  { topic: "health checks", here: "Of the leader only." },
  {
    topic: "configuration",
    here: "The guide's `--db.etcd.certfile`, `--db.etcd.keyfile` and a missing network are accepted with a warning; --sim.strict refuses them. Host names are not looked up while flags are read.",
  },
  {
    topic: "lncli",
    here: "The commands about what is simulated (lncli --help lists them) print what the real one prints; other commands are refused by name. Help is in our words. JSON of --route_hints that cannot be read is refused in words of ours. Ctrl-C at a question ends at once. --profile, --socksproxy and restoring channel backups are refused by name.",
  },
];
