import assert from "node:assert/strict";
import { request } from "node:http";
import { connect } from "node:net";
import { after, before, test } from "node:test";
import * as lnd from "@leaderlab/proto/lnd";
import { createRpcClient } from "./client.ts";
import { createGrpcListener } from "./grpc-listener.ts";
import { type Call, implement } from "./handler.ts";
import { createHttpListener } from "./http-listener.ts";
import { createJsonGateway, type JsonDialect, sendError } from "./json-gateway.ts";
import { type PortMux, startPortMux } from "./port-mux.ts";
import { createRouter } from "./router.ts";
import { RpcError } from "./status.ts";

const dialect: JsonDialect = {
  unary: { emitUnset: true, separator: ", " },
  stream: { emitUnset: true, separator: "," },
  ignoreUnknown: false,
  errorSpace: " ",
  errorDetails: true,
  maxBodyBytes: 1000,
  maxMessageBytes: 500,
  metadataKey: (header) => (header === "grpc-metadata-macaroon" ? "macaroon" : undefined),
};

const faults: unknown[] = [];
const calls: Call[] = [];
let mux: PortMux;

before(async () => {
  const state = implement(lnd.state, {
    GetState: (_request, call) => {
      calls.push(call);
      return { state: "LOCKED" };
    },
    async *SubscribeState(_request, call) {
      calls.push(call);
      yield { state: "WAITING_TO_START" };
      yield { state: "LOCKED" };
      await new Promise((resolve) => call.signal.addEventListener("abort", resolve));
    },
  });
  const unlocker = implement(lnd.walletUnlocker, {
    UnlockWallet: (unlock) => {
      if (unlock.wallet_password.toString() === "fault") throw new Error("a secret detail");
      throw new RpcError("UNKNOWN", "invalid passphrase for master public key");
    },
    InitWallet: (init) => ({ admin_macaroon: Buffer.from(init.cipher_seed_mnemonic.join(" ")) }),
  });
  const gate = (call: Call) => {
    if (call.method.name === "ChangePassword") throw new RpcError("PERMISSION_DENIED", "not now");
  };
  const onFault = (error: unknown) => faults.push(error);
  const router = createRouter({ implementations: [state, unlocker], gates: [gate], onFault });
  const grpc = createGrpcListener(router);
  const gateway = createJsonGateway(router, dialect);
  const http = createHttpListener((incoming, outgoing) => {
    if (!gateway(incoming, outgoing)) {
      sendError(outgoing, new RpcError("NOT_FOUND", "Not Found"), dialect);
    }
  }, onFault);
  mux = await startPortMux({ host: "127.0.0.1", grpc: grpc.accept, http: http.accept });
});
after(() => mux.stop());

interface Reply {
  readonly status: number | undefined;
  readonly headers: Record<string, unknown>;
  readonly body: string;
}

function http(method: string, path: string, body = "", headers = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ port: mux.port, method, path, headers }, async (incoming) => {
      let text = "";
      for await (const chunk of incoming) text += chunk;
      resolve({ status: incoming.statusCode, headers: incoming.headers, body: text });
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

async function withClient<T>(use: (client: ReturnType<typeof createRpcClient>) => Promise<T>) {
  const client = createRpcClient(mux.address);
  try {
    return await use(client);
  } finally {
    client.close();
  }
}

test("one port answers the same method over gRPC and as JSON", async () => {
  const { GetState } = lnd.state.methods;
  const overGrpc = await withClient((client) => client.unary(GetState, {}));
  assert.deepEqual(overGrpc, { state: "LOCKED" });
  const overJson = await http("GET", "/v1/state");
  assert.equal(overJson.status, 200);
  assert.equal(overJson.body, '{"state":"LOCKED"}');
  assert.equal(overJson.headers["content-type"], "application/json");
  assert.equal(overJson.headers["grpc-metadata-content-type"], "application/grpc");
  assert.equal(overJson.headers["connection"], undefined);
});

test("a stream comes message by message, and leaving it aborts the handler's signal", async () => {
  const seen: string[] = [];
  await withClient(async (client) => {
    for await (const { state } of client.serverStream(lnd.state.methods.SubscribeState, {})) {
      seen.push(state);
      if (seen.length === 2) break;
    }
  });
  assert.deepEqual(seen, ["WAITING_TO_START", "LOCKED"]);
  const signal = calls.at(-1)?.signal;
  assert.ok(signal);
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener("abort", resolve));
});

test("a JSON stream has one line a message", async () => {
  const lines = await new Promise<string>((resolve) => {
    const outgoing = request({ port: mux.port, path: "/v1/state/subscribe" }, (incoming) => {
      let text = "";
      incoming.on("data", (chunk) => {
        text += chunk;
        if (text.split("\n").length > 2) {
          resolve(text);
          outgoing.destroy();
        }
      });
    });
    outgoing.end();
  });
  assert.equal(lines, '{"result":{"state":"WAITING_TO_START"}}\n{"result":{"state":"LOCKED"}}\n');
});

test("a refusal has the same code and text over both", async () => {
  const wallet_password = Buffer.from("wrong");
  const text = "invalid passphrase for master public key";
  await withClient((client) =>
    assert.rejects(
      client.unary(lnd.walletUnlocker.methods.UnlockWallet, { wallet_password }),
      (error) => error instanceof RpcError && error.code === "UNKNOWN" && error.message === text,
    ),
  );
  const json = await http("POST", "/v1/unlockwallet", '{"wallet_password":"d3Jvbmc="}');
  assert.equal(json.status, 500);
  assert.equal(json.body, `{"code":2, "message":"${text}", "details":[]}`);
});

test("an error that nobody meant is INTERNAL, and its text stays with us", async () => {
  const json = await http("POST", "/v1/unlockwallet", '{"wallet_password":"ZmF1bHQ="}');
  assert.equal(json.body, '{"code":13, "message":"internal error", "details":[]}');
  assert.match(String(faults.at(-1)), /a secret detail/);
});

test("a gate refuses before the handler, and a method without a handler is unimplemented", async () => {
  await withClient(async (client) => {
    await assert.rejects(client.unary(lnd.walletUnlocker.methods.ChangePassword, {}), {
      code: "PERMISSION_DENIED",
    });
    await assert.rejects(client.unary(lnd.walletUnlocker.methods.GenSeed, {}), {
      code: "UNIMPLEMENTED",
      message: "unknown method GenSeed for service lnrpc.WalletUnlocker",
    });
  });
});

test("paths that nobody serves are refused in grpc-go's words", async () => {
  const refusals = [
    ["/lnrpc.State/Nope", "unknown method Nope for service lnrpc.State"],
    ["/foo.Bar/Baz", "unknown service foo.Bar"],
    ["/nope", 'malformed method name: "/nope"'],
  ] as const;
  for (const [path, message] of refusals) {
    const method: typeof lnd.state.methods.GetState = { ...lnd.state.methods.GetState, path };
    await withClient((client) =>
      assert.rejects(client.unary(method, {}), { code: "UNIMPLEMENTED", message }),
    );
  }
});

test("JSON paths are exact: 404 for an unknown one, 501 for another verb", async () => {
  const notFound = '{"code":5, "message":"Not Found", "details":[]}';
  for (const path of ["/", "/v1/state/", "/v1/State", "//v1/state"]) {
    assert.deepEqual([path, (await http("GET", path)).body], [path, notFound]);
  }
  assert.equal((await http("GET", "/v1/state?foo=bar")).status, 200);
  const wrongVerb = await http("POST", "/v1/state");
  assert.equal(wrongVerb.status, 501);
  assert.equal(wrongVerb.body, '{"code":12, "message":"Method Not Allowed", "details":[]}');
  const head = await http("HEAD", "/v1/state");
  assert.deepEqual([head.status, head.headers["content-length"], head.body], [501, "57", ""]);
});

test("a body larger than the limit is refused", async () => {
  const json = await http("POST", "/v1/initwallet", " ".repeat(1001));
  assert.equal(json.status, 429);
  assert.match(json.body, /larger than max \(1000 bytes\)/);
});

test("a message larger than the limit is refused in grpc-go's words, over both", async () => {
  const wallet_password = Buffer.alloc(600);
  const json = await http(
    "POST",
    "/v1/unlockwallet",
    JSON.stringify({ wallet_password: wallet_password.toString("base64") }),
  );
  assert.equal(json.status, 429);
  assert.match(json.body, /"grpc: received message larger than max \(603 vs\. 500\)"/);
  const large = { wallet_password: Buffer.alloc(4 * 1024 * 1024) };
  await withClient((client) =>
    assert.rejects(client.unary(lnd.walletUnlocker.methods.UnlockWallet, large), {
      code: "RESOURCE_EXHAUSTED",
      message: "grpc: received message larger than max (4194309 vs. 4194304)",
    }),
  );
});

test("metadata comes from the headers that the dialect passes on", async () => {
  await http("GET", "/v1/state", "", { "Grpc-Metadata-macaroon": "0201", macaroon: "zz" });
  assert.deepEqual(calls.at(-1)?.metadata("macaroon"), ["0201"]);
  assert.deepEqual(calls.at(-1)?.metadata("other"), []);
});

test("a connection that sends no HTTP is answered with 400 and closed, and the port lives on", async () => {
  const answer = await new Promise<string>((resolve) => {
    let text = "";
    const socket = connect(mux.port, "127.0.0.1", () => socket.write("PRX nonsense\r\n\r\n"));
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.on("close", () => resolve(text));
  });
  assert.match(answer, /^HTTP\/1\.1 400 Bad Request/);
  assert.equal((await http("GET", "/v1/state")).status, 200);
});

test("a preface that arrives byte by byte is still gRPC", async () => {
  const preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
  const first = await new Promise<Buffer>((resolve) => {
    const socket = connect({ port: mux.port, host: "127.0.0.1", noDelay: true }, async () => {
      for (const byte of preface) {
        await new Promise((written) => socket.write(byte, written));
      }
      socket.write(Buffer.from("000000040000000000", "hex")); // an empty SETTINGS frame
    });
    socket.once("data", (chunk) => {
      socket.destroy();
      resolve(chunk);
    });
  });
  assert.equal(first[3], 4, "the server answers with a SETTINGS frame");
});
