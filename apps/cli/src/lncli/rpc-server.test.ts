import assert from "node:assert/strict";
import { test } from "node:test";
import { parseRpcServer } from "./rpc-server.ts";

const tcp = (host: string, port: number, shown: string) => ({ kind: "tcp", host, port, shown });

test("a server is a host and a port, of which either may be left out", () => {
  const places = [
    ["localhost:10009", tcp("localhost", 10009, "localhost:10009")],
    ["127.0.0.1:1", tcp("127.0.0.1", 1, "127.0.0.1:1")],
    ["lnd-1", tcp("lnd-1", 10009, "lnd-1:10009")],
    ["10010", tcp("localhost", 10010, "localhost:10010")],
    ["[::1]:1", tcp("::1", 1, "[::1]:1")],
    ["[::1]", tcp("::1", 10009, "[::1]:10009")],
    ["::1", tcp("::1", 10009, "[::1]:10009")],
    ["", tcp("localhost", 10009, ":10009")],
    [":", tcp("localhost", 10009, ":10009")],
    [":1", tcp("localhost", 1, ":1")],
    ["tcp:lnd-1:1", tcp("lnd-1", 1, "lnd-1:1")],
    ["tcp4://lnd-1", tcp("lnd-1", 10009, "lnd-1:10009")],
  ] as const;
  for (const [text, place] of places) assert.deepEqual(parseRpcServer(text), place, text);
});

test("a server may be a unix socket", () => {
  const socket = { kind: "unix", path: "/run/lnd.sock" };
  assert.deepEqual(parseRpcServer("unix:/run/lnd.sock"), socket);
  assert.deepEqual(parseRpcServer("unix:///run/lnd.sock"), socket);
});

test("an address that nothing can be dialled at has Go's reason", () => {
  const reasonOf = (text: string) => {
    const server = parseRpcServer(text);
    return server.kind === "none" ? server.reason : "";
  };
  assert.equal(reasonOf("udp:a:1"), "only TCP or unix socket addresses are supported: a:1");
  assert.equal(reasonOf("a:99999"), "address 99999: invalid port");
  assert.equal(reasonOf("a:http"), "lookup tcp/http: unknown port");
});
