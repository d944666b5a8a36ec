import { accepted, used } from "../flag-row.ts";

/** The databases. */
export const databaseRows = {
  db: [
    used("db.backend", "string", "bolt, etcd, postgres or sqlite", { default: "bolt" }),
    accepted("db.batch-commit-interval", "time.Duration", "500ms"),
    accepted("db.use-native-sql", "bool"),
    accepted("db.skip-native-sql-migration", "bool"),
    accepted("db.no-graph-cache", "bool"),
    accepted("db.sync-graph-cache-load", "bool"),
    accepted("db.prune-revocation", "bool"),
    accepted("db.no-rev-log-amt-data", "bool"),
    accepted("db.no-gc-decayed-log", "bool"),
  ],
  etcd: [
    accepted("db.etcd.embedded", "bool"),
    accepted("db.etcd.embedded_client_port", "uint16"),
    accepted("db.etcd.embedded_peer_port", "uint16"),
    accepted("db.etcd.embedded_log_file", "string"),
    used(
      "db.etcd.host",
      "string",
      "host:port of etcd; several, with commas, for the database only",
    ),
    used("db.etcd.user", "string", "User for etcd"),
    used("db.etcd.pass", "string", "The user's password"),
    used("db.etcd.namespace", "string", "Prefix of every key in etcd"),
    used("db.etcd.disabletls", "bool", "Speak to etcd without TLS"),
    used("db.etcd.cert_file", "string", "Client certificate for etcd"),
    used("db.etcd.key_file", "string", "Its key"),
    used("db.etcd.insecure_skip_verify", "bool", "Take etcd's certificate unseen"),
    accepted("db.etcd.collect_stats", "bool"),
    accepted("db.etcd.max_msg_size", "int", "33554432"),
  ],
  bolt: [
    accepted("db.bolt.nofreelistsync", "bool", "true"),
    accepted("db.bolt.auto-compact", "bool"),
    accepted("db.bolt.auto-compact-min-age", "time.Duration", "168h0m0s"),
    accepted("db.bolt.dbtimeout", "time.Duration", "1m0s"),
  ],
  postgres: [
    used("db.postgres.dsn", "string", "Where the Postgres database is"),
    used("db.postgres.timeout", "time.Duration", "How long a query may take; 0 for no limit"),
    used("db.postgres.maxconnections", "int", "How many connections at most; 0 for no limit", {
      default: "50",
    }),
    accepted("db.postgres.skipmigrations", "bool"),
    accepted("db.postgres.channeldb-with-global-lock", "bool"),
    accepted("db.postgres.walletdb-with-global-lock", "bool", "true"),
  ],
  postgresQuery: [
    accepted("db.postgres.query.max-batch-size", "uint32", "5000"),
    accepted("db.postgres.query.max-page-size", "uint32", "10500"),
  ],
  sqlite: [
    accepted("db.sqlite.timeout", "time.Duration"),
    accepted("db.sqlite.busytimeout", "time.Duration", "5s"),
    accepted("db.sqlite.maxconnections", "int", "2"),
    accepted("db.sqlite.pragmaoptions", "[]string"),
    accepted("db.sqlite.skipmigrations", "bool"),
  ],
  sqliteQuery: [
    accepted("db.sqlite.query.max-batch-size", "uint32", "250"),
    accepted("db.sqlite.query.max-page-size", "uint32", "100"),
  ],
} as const;
