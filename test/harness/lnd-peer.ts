import { request } from "node:https";
import { lnd } from "@leaderlab/proto";
import { createRpcClient } from "@leaderlab/rpc/client";

/** A reply as it came. */
export interface RestReply {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A node as its clients see it, simulated or real: over REST and gRPC, without looking at its certificate. */
export interface LndPeer {
  readonly restPort: number;
  readonly rpcPort: number;
}

/** What goes with a request; a body is given as a value or as it is to be sent. */
export interface RestOptions {
  readonly method?: string;
  readonly body?: unknown;
  readonly rawBody?: string;
  readonly macaroon?: string;
}

/** One REST request. */
export function rest(peer: LndPeer, path: string, options: RestOptions = {}): Promise<RestReply> {
  const { method = "GET", body, macaroon } = options;
  const rawBody = options.rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: "127.0.0.1",
        port: peer.restPort,
        path,
        method,
        rejectUnauthorized: false,
        ...(macaroon !== undefined && { headers: { "Grpc-Metadata-macaroon": macaroon } }),
      },
      async (incoming) => {
        let text = "";
        for await (const chunk of incoming) text += chunk;
        resolve({ status: incoming.statusCode, headers: incoming.headers, body: text });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(rawBody);
  });
}

/** Every state that the node goes through until it is in the last one given, in order. */
export async function statesUntil(peer: LndPeer, last: lnd.WalletState): Promise<string[]> {
  const client = createRpcClient(`127.0.0.1:${peer.rpcPort}`, { insecureSkipVerify: true });
  const seen: string[] = [];
  try {
    for await (const { state } of client.serverStream(lnd.state.methods.SubscribeState, {})) {
      seen.push(state);
      if (state === last) return seen;
    }
  } finally {
    client.close();
  }
  throw new Error(`the stream ended in ${seen.at(-1)}, before ${last}`);
}

/** Creates a wallet over REST, with these words or with a new seed; resolves with the admin macaroon in hexadecimal. */
export async function createWallet(
  peer: LndPeer,
  password: string,
  words?: readonly string[],
): Promise<string> {
  const seed =
    words === undefined
      ? JSON.parse((await rest(peer, "/v1/genseed")).body)
      : { cipher_seed_mnemonic: words };
  const reply = await rest(peer, "/v1/initwallet", {
    method: "POST",
    body: {
      wallet_password: Buffer.from(password).toString("base64"),
      cipher_seed_mnemonic: seed.cipher_seed_mnemonic,
    },
  });
  if (reply.status !== 200) throw new Error(`initwallet: ${reply.body}`);
  return Buffer.from(JSON.parse(reply.body).admin_macaroon, "base64").toString("hex");
}

/** Opens the wallet over REST. */
export function unlockWallet(peer: LndPeer, password: string): Promise<RestReply> {
  const wallet_password = Buffer.from(password).toString("base64");
  return rest(peer, "/v1/unlockwallet", { method: "POST", body: { wallet_password } });
}

/** What GetInfo tells. */
export async function getInfo(peer: LndPeer, macaroon: string): Promise<Record<string, unknown>> {
  const reply = await rest(peer, "/v1/getinfo", { macaroon });
  if (reply.status !== 200) throw new Error(`getinfo: ${reply.body}`);
  return JSON.parse(reply.body);
}
