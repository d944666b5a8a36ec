import assert from "node:assert/strict";
import { test } from "node:test";
import {
  formatAddress,
  isPublic,
  normalizeAddresses,
  parseListenAddress,
} from "./listen-address.ts";

const parse = (text: string) => parseListenAddress(text, 10009);

test("lnd listens where it says it does, for every way to write an address", () => {
  // Each recorded from a real lnd's log and the system's list of open ports.
  const observed = {
    "29201": "127.0.0.1:29201",
    "0.0.0.0:29201": "0.0.0.0:29201",
    "[::]:29201": "[::]:29201",
    "[::1]:29201": "[::1]:29201",
    "::1": "[::1]:10009",
    "[::1]": "[::1]:10009",
    "127.0.0.1": "127.0.0.1:10009",
    localhost: "127.0.0.1:10009",
    "localhost:": "127.0.0.1:0",
    "tcp://29201": "127.0.0.1:29201",
    "tcp://127.0.0.1:29201": "127.0.0.1:29201",
    "tcp:127.0.0.1:29201": "127.0.0.1:29201",
    "127.0.0.1:+29201": "127.0.0.1:29201",
    "unix:/tmp/s.sock": "/tmp/s.sock",
    "unix:///tmp/s.sock": "/tmp/s.sock",
  };
  for (const [text, address] of Object.entries(observed)) {
    assert.equal(formatAddress(parse(text)), address, text);
  }
});

test("a port alone after a colon, and nothing at all, mean every interface, and IPv6 only", () => {
  assert.deepEqual(parse(":29201"), { host: "", port: 29201, family: 6 });
  assert.deepEqual(parse(""), { host: "", port: 10009, family: 6 });
  assert.deepEqual(parse(":"), { host: "", port: 10009, family: 6 });
  assert.deepEqual(parse("0.0.0.0:1"), { host: "0.0.0.0", port: 1, family: 4 });
});

test("a host name waits to be looked up by whoever listens", () => {
  assert.deepEqual(parse("node-1.example:9"), {
    host: "node-1.example",
    port: 9,
    family: undefined,
  });
});

test("the same address twice is one listener", () => {
  const texts = ["127.0.0.1:1", "localhost:1", "1", "127.0.0.1:2"];
  assert.deepEqual(normalizeAddresses(texts, 10009).map(formatAddress), [
    "127.0.0.1:1",
    "127.0.0.1:2",
  ]);
});

test("loopback, private and unix addresses are safe; all others are public", () => {
  const safe = [
    "127.8.0.1:1",
    "[::1]:1",
    "10.1.2.3:1",
    "172.31.0.1:1",
    "192.168.0.9:1",
    "[fd00::1]:1",
  ];
  const open = [
    "0.0.0.0:1",
    ":1",
    "[::]:1",
    "8.8.8.8:1",
    "172.32.0.1:1",
    "[2001:db8::1]:1",
    "a.b:1",
  ];
  assert.deepEqual(
    safe.filter((text) => isPublic(parse(text))),
    [],
  );
  assert.equal(isPublic(parse("unix:/s")), false);
  assert.deepEqual(
    open.filter((text) => !isPublic(parse(text))),
    [],
  );
});
