import assert from "node:assert/strict";
import { test } from "node:test";
import { rulesFoundIn } from "../testing/rules-found.ts";
import { haproxyKind } from "./haproxy-kind.ts";

const servers = (options: string) => `
    server lnd-1 10.0.0.1:8080 ${options}
    server lnd-2 10.0.0.2:8080 ${options}`;
const good = "check check-ssl verify none inter 1s fall 2 on-marked-down shutdown-sessions";

test("HAProxy's bare httpchk asks with OPTIONS and looks at the status alone", () => {
  const found = rulesFoundIn(haproxyKind, `backend lnd\n    option httpchk${servers(good)}\n`);
  assert.deepEqual(found, ["PROXY001 line 2", "PROXY005 line 2"]);
});

test("a check of the body, sessions that are cut and long timeouts leave nothing to say", () => {
  const text = `defaults
    mode tcp
    timeout client 30s
    timeout server 30s
    timeout tunnel 24h
    option httpchk GET /v1/state
    http-check expect string '"state":"SERVER_ACTIVE"'
    default-server ${good} port 8080
backend lnd_grpc${servers("")}
`;
  assert.deepEqual(rulesFoundIn(haproxyKind, text), []);
});

test("what defaults say holds for a backend, and `from` names others than the last", () => {
  const text = `defaults slow
    timeout server 50s
    mode http
defaults long
    timeout server 24h
    mode http
backend lnd_rest from slow
    option httpchk GET /v1/state
    http-check expect rstring SERVER_ACTIVE${servers(good)}
backend lnd_other
    option httpchk GET /v1/state
    http-check expect rstring SERVER_ACTIVE${servers(good)}
`;
  assert.deepEqual(rulesFoundIn(haproxyKind, text), ["PROXY004 line 2"]);
});

test("a pattern is tried on lnd's answer in each state", () => {
  const checked = (expect: string) =>
    rulesFoundIn(
      haproxyKind,
      `backend lnd\n    option httpchk GET /v1/state\n    http-check expect ${expect}${servers(good)}\n`,
    );
  assert.deepEqual(checked("string ACTIVE"), ["PROBE012 line 3"]);
  assert.deepEqual(checked(`string '"State":"SERVER_ACTIVE"'`), ["PROBE001 line 3"]);
  assert.deepEqual(checked("! string WAITING_TO_START"), ["PROBE012 line 3"]);
  assert.deepEqual(checked('rstring "state.*SERVER_ACTIVE"'), []);
  assert.deepEqual(checked("rstring state"), ["PROXY001 line 3"]);
});

test("late checks, kept sessions and a slash at the end are found where they stand", () => {
  const text = `listen lnd
    bind :8080
    option httpchk GET /v1/state/
    http-check expect rstring SERVER_ACTIVE${servers("check inter 30s fall 3")}
`;
  const found = ["PROXY002 line 5", "PROXY003 line 5", "PROXY006 line 3"];
  assert.deepEqual(rulesFoundIn(haproxyKind, text), found);
});

test("what is not known is named, and a quote without an end is told by its place", () => {
  const { notices } = haproxyKind.lint(
    { file: "h.cfg", text: "backend lnd\n  frobnicate 3\n  server a b:8080 check wiggle\n" },
    { contract: "serving" },
  );
  assert.match(notices.map(({ message }) => message).join("; "), /frobnicate .*wiggle/);
  const broken = { file: "h.cfg", text: 'backend lnd\n  acl a "b\n' };
  assert.throws(() => haproxyKind.lint(broken, { contract: "serving" }), /no end on its line/);
});
