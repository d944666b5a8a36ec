import assert from "node:assert/strict";
import { test } from "node:test";
import { leadToNode } from "./lead-to-node.ts";

const led = (text: string, known = { rest: 8080, rpc: 10_009 }) =>
  leadToNode(text, {
    node: { lndDir: "/tmp/lab/.lnd" },
    ports: { rest: 30_001, rpc: 30_002 },
    known,
  });

const cases = [
  ["curl -k https://localhost:8080/v1/state", "curl -k https://127.0.0.1:30001/v1/state"],
  ["curl https://$HOSTNAME:8080/v1/state", "curl https://127.0.0.1:30001/v1/state"],
  ["curl https://\u0024{POD_IP}:8080/", "curl https://127.0.0.1:30001/"],
  ["curl https://$(hostname -i):8080/", "curl https://127.0.0.1:30001/"],
  ["curl https://lnd-0.lnd.default.svc.cluster.local:8080/", "curl https://127.0.0.1:30001/"],
  ["curl https://[::1]:8080/", "curl https://127.0.0.1:30001/"],
  ["until nc -z localhost 10009", "until nc -z 127.0.0.1 30002"],
  ["nc -z -w 2 lnd.btc 10009", "nc -z -w 2 127.0.0.1 30002"],
  ['nc -zv "$HOST" 10009', "nc -zv 127.0.0.1 30002"],
  ["</dev/tcp/lnd/10009", "</dev/tcp/127.0.0.1/30002"],
  ["PORT=8080; wait_for :10009", "PORT=30001; wait_for :30002"],
  ["lncli --rpcserver=localhost:10009 state", "lncli --rpcserver=127.0.0.1:30002 state"],
  ["/usr/local/bin/lncli state", "lncli state"],
  ["echo 18080 80801 1.8080.5 x8080", "echo 18080 80801 1.8080.5 x8080"],
  ["lncli --lnddir=/root/.lnd state", "lncli --lnddir=/tmp/lab/.lnd state"],
  ["curl --cacert ~/.lnd/tls.cert", "curl --cacert /tmp/lab/.lnd/tls.cert"],
  ["curl --cacert /home/lnd/.lnd/tls.cert", "curl --cacert /tmp/lab/.lnd/tls.cert"],
  ["curl --cacert $LND_DIR/tls.cert", "curl --cacert $LND_DIR/tls.cert"],
  ["curl --cacert /secrets/tls.cert", "curl --cacert /tmp/lab/.lnd/tls.cert"],
  [
    "xxd /data/.lnd/data/chain/bitcoin/mainnet/readonly.macaroon",
    "xxd /tmp/lab/.lnd/data/chain/bitcoin/regtest/readonly.macaroon",
  ],
  ["ls /lndir /usr/lib/lnd-tools", "ls /lndir /usr/lib/lnd-tools"],
] as const;

for (const [given, expected] of cases) {
  test(`${given} is led to the node`, () => assert.equal(led(given), expected));
}

test("other ports are the author's when they are named", () => {
  assert.equal(
    led("nc -z lnd 8080; nc -z lnd 11009", { rest: 443, rpc: 11_009 }),
    "nc -z lnd 8080; nc -z 127.0.0.1 30002",
  );
});
