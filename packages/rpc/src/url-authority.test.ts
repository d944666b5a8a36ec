import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, type IncomingHttpHeaders } from "node:http2";
import { connect as connectPlain } from "node:net";
import { after, before, test } from "node:test";
import { lnd } from "@leaderlab/proto";
import { createGrpcListener } from "./grpc-listener.ts";
import { implement } from "./handler.ts";
import { type PortMux, startPortMux } from "./port-mux.ts";
import { createRouter } from "./router.ts";

const peers: string[] = [];
let mux: PortMux;

before(async () => {
  const state = implement(lnd.state, {
    GetState: (_request, call) => {
      peers.push(call.peer);
      return { state: "LOCKED" };
    },
  });
  const router = createRouter({ implementations: [state], onFault: assert.fail });
  mux = await startPortMux({ host: "127.0.0.1", grpc: createGrpcListener(router).accept });
});
after(() => mux.stop());

/** Asks over one connection, once for each authority; resolves with the headers and trailers of the answers. */
async function ask(authorities: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const session = connect(`http://${mux.address}`);
  const answers: IncomingHttpHeaders[] = [];
  try {
    for (const authority of authorities) {
      const stream = session.request({
        ":method": "POST",
        ":scheme": "http",
        ":path": "/lnrpc.State/GetState",
        ":authority": authority,
        "content-type": "application/grpc",
        te: "trailers",
        ...more,
      });
      stream.end(Buffer.alloc(5));
      stream.resume();
      const [[headers], [trailers]] = await Promise.all([
        once(stream, "response"),
        once(stream, "trailers"),
      ]);
      answers.push({ ...headers, ...trailers });
    }
  } finally {
    session.close();
  }
  return answers;
}

const isAnswered = (answer: IncomingHttpHeaders) => answer["grpc-status"] === "0";

test("an authority that is a URL is served as Go serves it, on the first request and on those after it", async () => {
  for (const authority of [
    "http://127.0.0.1:2379",
    "https://localhost:2379",
    "http://[::1]:2379",
  ]) {
    const answers = await ask([authority, authority, authority]);
    assert.deepEqual(answers.map(isAnswered), [true, true, true], authority);
  }
});

test("what an authority of the standard's form does is what it did", async () => {
  assert.deepEqual((await ask(["127.0.0.1:2379", "localhost"])).map(isAnswered), [true, true]);
  assert.match(peers.at(-1) ?? "", /^127\.0\.0\.1:\d+$/);
});

test("the compression table stays in step: later requests may refer to what was edited", async () => {
  const long = { "user-agent": "x".repeat(900), trace: "y".repeat(2900) };
  const url = "http://127.0.0.1:2379";
  const answers = await ask([url, url, "http://another:1", url, url], long);
  assert.deepEqual(answers.map(isAnswered), [true, true, true, true, true]);
});

/** A client's first bytes: preface, an empty SETTINGS frame, and HEADERS with this block. */
function opening(block: Buffer): Buffer {
  const head = Buffer.from("000000010500000001", "hex");
  head.writeUIntBE(block.length, 0, 3);
  const preface = Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
  return Buffer.concat([preface, Buffer.from("000000040000000000", "hex"), head, block]);
}

/** :method POST, :scheme http, :path /, then a literal authority. */
const blockOf = (authority: string) =>
  Buffer.concat([Buffer.from([0x83, 0x86, 0x84, 0x41, authority.length]), Buffer.from(authority)]);

test("a client that breaks off in the middle disturbs nobody", async () => {
  for (const authority of ["http://h:1", "h:1"]) {
    const socket = connectPlain(mux.port, "127.0.0.1");
    await once(socket, "connect");
    socket.write(opening(blockOf(authority)));
    await once(socket, "data");
    socket.resetAndDestroy();
    await once(socket, "close");
    assert.deepEqual((await ask([authority])).map(isAnswered), [true]);
  }
});
