import assert from "node:assert/strict";
import { test } from "node:test";
import { parsePostgresDsn } from "./postgres-dsn.ts";

test("a DSN is read as a URL, with its defaults", () => {
  assert.deepEqual(parsePostgresDsn("postgres://bob:p%40w@db:6432/lnd?sslmode=require"), {
    host: "db",
    port: 6432,
    user: "bob",
    password: "p@w",
    database: "lnd",
    isTls: true,
  });
  const { host, port, database } = parsePostgresDsn("postgresql://bob@[::1]");
  assert.deepEqual([host, port, database], ["::1", 5432, "bob"]);
});

test("a DSN is read as pairs, whose values may be quoted", () => {
  const { host, user, password, database } = parsePostgresDsn(
    String.raw`host=db user=bob password='it\'s secret' dbname=lnd sslmode=disable`,
  );
  assert.deepEqual([host, user, password, database], ["db", "bob", "it's secret", "lnd"]);
});

test("a DSN that is neither is refused in the driver's words, without its password", () => {
  const refusals: [string, string][] = [
    [
      "nonsense",
      "cannot parse `nonsense`: failed to parse as keyword/value (invalid keyword/value)",
    ],
    [
      "postgres://a:secret@h:99999/x",
      "cannot parse `postgres://a:xxxxxx@h:99999/x`: failed to parse as URL",
    ],
    [
      "host=h port=x password=secret",
      "cannot parse `host=h port=x password=xxxxxx`: failed to parse as keyword/value (invalid port)",
    ],
  ];
  for (const [dsn, text] of refusals) {
    assert.throws(
      () => parsePostgresDsn(dsn),
      (error: Error) => error.message.startsWith(text) && !error.message.includes("secret"),
      dsn,
    );
  }
});
