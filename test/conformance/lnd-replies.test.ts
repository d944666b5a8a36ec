import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { connect } from "node:net";
import { test } from "node:test";
import { connect as connectTls } from "node:tls";
import { createSystemRandom } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { type LndNode, parseLndConfig, silentLog, startLndNode } from "@leaderlab/lnd-sim";
import { lnd } from "@leaderlab/proto";
import { createRpcClient } from "@leaderlab/rpc/client";
import { createWallet, statesUntil } from "../harness/lnd-peer.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";
import { type RecordedRefusal, type RecordedReply, readRecording } from "./lnd-recording.ts";

const password = "password1";
/** Recordings, the state that each was made in, and the flags that hold a node there. */
const recordings = [
  ["WAITING", "WAITING_TO_START", ["--sim.hold-in=WAITING_TO_START"], false],
  ["NON_EXISTING", "NON_EXISTING", [], false],
  ["LOCKED", "LOCKED", [], true],
  ["UNLOCKED", "UNLOCKED", ["--sim.hold-in=UNLOCKED", "--wallet-unlock-password-file"], true],
  ["RPC_ACTIVE", "RPC_ACTIVE", ["--bitcoin.node=neutrino", "--wallet-unlock-password-file"], true],
  ["SERVER_ACTIVE", "SERVER_ACTIVE", ["--wallet-unlock-password-file"], true],
] as const;

/** A recorded macaroon belongs to the recorded node; it stands for our own. */
const longMacaroon = /^[0-9a-f]{200,}$/;

for (const [name, state, holdFlags, hasWallet] of recordings) {
  test(`in ${state} a node answers as the real lnd was recorded to`, async (t) => {
    using folder = temporaryFolder();
    const macaroon = hasWallet ? await prepareWallet(folder.path) : "";
    const flags = holdFlags.map((flag) =>
      flag.replace(/-file$/, `-file=${passwordFile(folder.path)}`),
    );
    await using node = await start(folder.path, flags);
    const peer = peerOf(node);
    await statesUntil(peer, state);
    const { replies, refusals } = readRecording(name);
    for (const recorded of replies) {
      await t.test(recorded.title.slice(0, 90), () =>
        compareReply(recorded, peer.restPort, macaroon),
      );
    }
    for (const recorded of refusals.filter(({ method }) => isServed(method))) {
      await t.test(`gRPC ${recorded.method}`, () =>
        compareRefusal(recorded, peer.rpcPort, macaroon),
      );
    }
  });
}

test("the REST port negotiates no protocol by ALPN and answers plain HTTP in Go's words", async () => {
  using folder = temporaryFolder();
  await using node = await start(folder.path, []);
  const { restPort: port } = peerOf(node);
  const protocol = await new Promise<string | false | null>((resolve, reject) => {
    const options = { port, host: "127.0.0.1", ALPNProtocols: ["h2", "http/1.1"] };
    const socket = connectTls({ ...options, rejectUnauthorized: false }, () => {
      resolve(socket.alpnProtocol);
      socket.destroy();
    });
    socket.on("error", reject);
  });
  assert.equal(protocol, false);
  const plain = await new Promise<string>((resolve) => {
    let text = "";
    const socket = connect(port, "127.0.0.1", () => socket.write("GET / HTTP/1.1\r\n\r\n"));
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.on("close", () => resolve(text));
  });
  assert.match(
    plain,
    /^HTTP\/1\.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server\.\n$/,
  );
});

function start(folder: string, flags: readonly string[]): Promise<LndNode> {
  const outcome = parseLndConfig([
    `--lnddir=${folder}`,
    "--bitcoin.regtest",
    ...(flags.includes("--bitcoin.node=neutrino") ? [] : ["--bitcoin.node=nochainbackend"]),
    "--rpclisten=127.0.0.1:0",
    "--restlisten=127.0.0.1:0",
    ...flags,
  ]);
  assert.ok(outcome.outcome === "config", JSON.stringify(outcome));
  const clock = createRealClock();
  return startLndNode(outcome.config, { clock, random: createSystemRandom(), log: silentLog });
}

function peerOf(node: LndNode) {
  const port = (address = "") => Number(address.split(":").at(-1));
  return { restPort: port(node.restAddresses[0]), rpcPort: port(node.rpcAddresses[0]) };
}

const passwordFile = (folder: string) => `${folder}/password`;

/** Creates the wallet in a first life of the node; resolves with its admin macaroon. */
async function prepareWallet(folder: string): Promise<string> {
  await using node = await start(folder, []);
  const peer = peerOf(node);
  await statesUntil(peer, "NON_EXISTING");
  const macaroon = await createWallet(peer, password);
  writeFileSync(passwordFile(folder), password);
  assert.equal(
    readFileSync(`${folder}/data/chain/bitcoin/regtest/admin.macaroon`).length,
    Buffer.from(macaroon, "hex").length,
  );
  return macaroon;
}

async function compareReply(
  recorded: RecordedReply,
  port: number,
  macaroon: string,
): Promise<void> {
  const headers = recorded.headers.map(([name, value]) => [
    name,
    longMacaroon.test(value) ? macaroon : value,
  ]);
  const reply = await new Promise<{
    status: number | undefined;
    headers: NodeJS.Dict<unknown>;
    body: string;
  }>((resolve, reject) => {
    const outgoing = request(
      {
        port,
        host: "127.0.0.1",
        method: recorded.method,
        path: recorded.path,
        rejectUnauthorized: false,
        headers: Object.fromEntries(headers),
      },
      async (incoming) => {
        let body = "";
        for await (const chunk of incoming) body += chunk;
        resolve({ status: incoming.statusCode, headers: incoming.headers, body });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(recorded.body);
  });
  const { date: _date, ...replyHeaders } = reply.headers;
  const recordedHeaders: Record<string, string> = { ...recorded.replyHeaders };
  if (masked(reply.body) !== reply.body) {
    // A seed's words differ in length from the recorded ones.
    assert.equal(replyHeaders["content-length"], String(Buffer.byteLength(reply.body)));
    delete replyHeaders["content-length"];
    delete recordedHeaders["content-length"];
  }
  assert.equal(masked(reply.body), masked(recorded.replyBody));
  assert.equal(reply.status, recorded.status);
  assert.deepEqual(replyHeaders, recordedHeaders);
}

/** What a node cannot share with the recorded one: its identity, its seed, its clock. */
function masked(body: string): string {
  return body
    .replace(/"identity_pubkey":"[0-9a-f]{66}", "alias":"[0-9a-f]{20}"/, "IDENTITY")
    .replace(/"best_header_timestamp":"\d{10}"/, "TIME")
    .replace(/"cipher_seed_mnemonic":\[("[a-z]+",? ?){24}\]/, "SEED")
    .replace(/"enciphered_seed":"[A-Za-z0-9+/=]{44}"/, "ENCIPHERED");
}

const services = {
  ...lnd.state.methods,
  ...lnd.walletUnlocker.methods,
  ...lnd.lightning.methods,
  ...lnd.router.methods,
};

function isServed(method: string): boolean {
  return Object.values(services).some(({ path }) => path === `/${method}`);
}

async function compareRefusal(
  recorded: RecordedRefusal,
  port: number,
  macaroon: string,
): Promise<void> {
  const method = Object.values(services).find(({ path }) => path === `/${recorded.method}`);
  assert.ok(method !== undefined);
  const given = recorded.macaroons[0];
  const metadata =
    given === undefined ? {} : { macaroon: longMacaroon.test(given) ? macaroon : given };
  const client = createRpcClient(`127.0.0.1:${port}`, { insecureSkipVerify: true });
  const call = async () => {
    const request = bytesIn(recorded.request);
    if (method.kind === "unary") {
      await client.unary(method as typeof lnd.lightning.methods.GetInfo, request, { metadata });
    } else {
      const stream = method as typeof lnd.lightning.methods.SubscribeInvoices;
      for await (const _ of client.serverStream(stream, request, { metadata })) return;
    }
  };
  try {
    await assert.rejects(call, {
      code: recorded.code.toUpperCase(),
      message: recorded.message,
    });
  } finally {
    client.close();
  }
}

/** A request as its decoder would have it: grpcurl wrote bytes as base64. */
function bytesIn(request: string): object {
  return Object.fromEntries(
    Object.entries(JSON.parse(request)).map(([name, value]) => [
      name,
      typeof value === "string" ? Buffer.from(value, "base64") : value,
    ]),
  );
}
