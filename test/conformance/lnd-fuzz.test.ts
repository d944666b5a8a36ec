import assert from "node:assert/strict";
import { test } from "node:test";
import { type FieldSchema, lnd, type MethodDefinition, schema } from "@leaderlab/proto";
import { createRpcClient, RpcError } from "@leaderlab/rpc/client";
import fc from "fast-check";
import { rest } from "../harness/lnd-peer.ts";
import { startActiveNode } from "../harness/lnd-process.ts";

/** Every method that answers one request with one response, but for the one that ends the node. */
const methods: readonly MethodDefinition[] = [
  lnd.lightning,
  lnd.router,
  lnd.invoices,
  lnd.walletKit,
  lnd.signer,
  lnd.chainKit,
  lnd.autopilot,
  lnd.walletUnlocker,
]
  .flatMap((service) => Object.values(service.methods) as MethodDefinition[])
  .filter(({ kind, name }) => kind === "unary" && name !== "StopDaemon");

/** Texts that mean something to some field: numbers, addresses, keys, requests, and nonsense. */
const texts = fc.oneof(
  fc.string(),
  fc.constantFrom(
    "default",
    "00",
    "0394297c97f2c041dd705e02514087eb75e7fc82547f517d72f5c7c16576f565cf",
    "bcrt1qaucxmyqsaqyczywxly7zjgm39v5ksfdwd757ph",
    "lnbcrt1bad",
    "/lnrpc.Lightning/GetInfo",
  ),
);
const bytes = fc
  .uint8Array({ maxLength: 70 })
  .map((array) => Buffer.from(array))
  .chain((buffer) => fc.constantFrom(buffer, Buffer.alloc(32, buffer[0] ?? 0), Buffer.alloc(0)));
const integers = fc.oneof(
  fc.constantFrom("0", "1", "-1", "9223372036854775807", "-9223372036854775808"),
  fc.integer({ min: -1000, max: 100_000 }).map(String),
);

/** A value for a field, to a depth. Numbers out of a field's bounds are cut by its encoder, as any client's would be. */
function anyValue(field: FieldSchema, depth: number): fc.Arbitrary<unknown> {
  const single = anySingle(field, depth);
  if (field.label === "repeated") return fc.array(single, { maxLength: 3 });
  if (field.label === "map") return fc.dictionary(fc.constantFrom("1", "2", "65536"), single);
  return single;
}

function anySingle(field: FieldSchema, depth: number): fc.Arbitrary<unknown> {
  if (field.kind === "message") {
    return depth > 2 ? fc.constant({}) : anyMessage(field.type, depth + 1);
  }
  if (field.kind === "enum")
    return fc.constantFrom(...Object.values(schema.enums[field.type] ?? {}));
  switch (field.type) {
    case "string":
      return texts;
    case "bytes":
      return bytes;
    case "bool":
      return fc.boolean();
    case "float":
    case "double":
      return fc.double();
    default: {
      const isUnsigned = field.type.startsWith("u") || field.type.startsWith("fixed");
      const fitting = integers.filter((text) => !(isUnsigned && text.startsWith("-")));
      return field.type.endsWith("64") ? fitting : fitting.map((text) => Number(text) | 0);
    }
  }
}

/** A message with some of its fields, at most one of each oneof. */
function anyMessage(type: string, depth = 0): fc.Arbitrary<object> {
  const fields = schema.messages[type] ?? [];
  const values = Object.fromEntries(fields.map((field) => [field.name, anyValue(field, depth)]));
  return fc.record(values, { requiredKeys: [] }).map((message) => {
    const taken = new Set<string>();
    const kept = Object.entries(message).filter(([name]) => {
      const oneof = fields.find((field) => field.name === name)?.oneof;
      if (oneof === undefined) return true;
      const isFirst = !taken.has(oneof);
      taken.add(oneof);
      return isFirst;
    });
    return Object.fromEntries(kept);
  });
}

test("whatever a call asks for, a node answers it or refuses it, and has no fault of its own", async () => {
  await using node = await startActiveNode();
  const client = createRpcClient(`127.0.0.1:${node.rpcPort}`, { insecureSkipVerify: true });
  const metadata = { macaroon: node.macaroon };
  const calls = fc
    .constantFrom(...methods)
    .chain((method) => anyMessage(method.requestType).map((request) => ({ method, request })));
  try {
    await fc.assert(
      fc.asyncProperty(calls, async ({ method, request }) => {
        const anyMethod = method as typeof lnd.lightning.methods.GetInfo;
        const failure = await client
          .unary(anyMethod, request, { metadata })
          .then(() => undefined)
          .catch((error: unknown) => error);
        if (failure === undefined) return;
        assert.ok(failure instanceof RpcError, String(failure));
        assert.notEqual(failure.code, "INTERNAL", `${method.path}: ${failure.message}`);
      }),
      { numRuns: 400 },
    );
  } finally {
    client.close();
  }
});

test("whatever stands in a REST body or query, the answer is JSON and no fault", async () => {
  await using node = await startActiveNode();
  const bindings = methods.flatMap((method) => method.bindings);
  const bodies = fc.oneof(fc.json(), fc.string(), fc.constant('{"value":1e3}'), fc.constant("{"));
  const queries = fc.webQueryParameters();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...bindings),
      bodies,
      queries,
      fc.webSegment(),
      async (binding, body, query, segment) => {
        const path = binding.path.replace(/\{[^}]+\}/g, segment);
        const { macaroon } = node;
        const method = binding.verb;
        const sent = binding.hasBody ? { rawBody: body } : {};
        const reply = await rest(node, `${path}?${query}`, { method, macaroon, ...sent });
        const parsed: unknown = JSON.parse(reply.body);
        assert.ok(typeof parsed === "object", reply.body);
        assert.doesNotMatch(reply.body, /^\{"code":13\b/, `${method} ${path} ${body}`);
      },
    ),
    { numRuns: 300 },
  );
});
