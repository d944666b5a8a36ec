import assert from "node:assert/strict";
import { test } from "node:test";
import { UsageError } from "../usage-error.ts";
import { parseGenerateOptions } from "./generate-options.ts";

test("nodes, places and ports are read as they are written", () => {
  const argv =
    "haproxy --node a=10.0.0.1 --node b=lnd-b:10010:8081 --listen 127.0.0.1:9 --proxy p.local:1:2";
  const request = parseGenerateOptions(argv.split(" "));
  assert.ok(request !== "help");
  const { nodes, listen, leaderProxy } = request.options;
  assert.deepEqual(nodes, [
    { name: "a", host: "10.0.0.1", grpcPort: 10_009, restPort: 8080 },
    { name: "b", host: "lnd-b", grpcPort: 10_010, restPort: 8081 },
  ]);
  assert.deepEqual(listen, { host: "127.0.0.1", grpcPort: 9, restPort: 8080 });
  assert.deepEqual(leaderProxy, { host: "p.local", grpcPort: 1, restPort: 2, adminPort: 9110 });
  const ports = parseGenerateOptions(["nginx", "--listen", "10009:8080"]);
  assert.ok(ports !== "help" && ports.options.listen.host === "");
});

test("what cannot be generated is refused with what can", () => {
  const wrong = [
    ["", /name one of haproxy, nginx/],
    ["squid", /name one of haproxy, nginx/],
    ["haproxy --node a=x", /at least twice/],
    ["haproxy --node a=x --node a=y", /one name/],
    ["haproxy --node a", /NAME=HOST/],
    ["haproxy --listen 10.0.0.1", /\[HOST:\]GRPC/],
    ["haproxy --proxy-admin 0", /is no port/],
    ["haproxy --contract maybe", /serving or leader/],
    ["haproxy --frob", /frob/],
  ] as const;
  for (const [argv, message] of wrong) {
    const parse = () => parseGenerateOptions(argv.split(" ").filter((word) => word !== ""));
    assert.throws(
      parse,
      (error) => error instanceof UsageError && message.test(error.message),
      argv,
    );
  }
});
