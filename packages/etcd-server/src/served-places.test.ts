import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { request as httpsRequest, type RequestOptions } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import * as etcd from "@leaderlab/proto/etcd";
import { createCertificate } from "@leaderlab/rpc/certificate";
import { createRpcClient } from "@leaderlab/rpc/client";
import { startRunningEtcd } from "./testing/running-etcd.ts";

const folder = mkdtempSync(join(tmpdir(), "leaderlab-etcd-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const { Put, Range } = etcd.kv.methods;
const key = Buffer.from("k");

/** What a GET is answered with, or the code of the error. */
function get(url: string, options: RequestOptions = {}): Promise<string> {
  return new Promise((resolve) => {
    const request = (url.startsWith("https") ? httpsRequest : httpRequest)(
      url,
      options,
      (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (chunk) => {
          text += chunk;
        });
        answer.on("end", () => resolve(`${answer.statusCode} ${text}`));
      },
    );
    request.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    request.end();
  });
}

const healthy = '200 {"health":"true","reason":""}';

async function putVia(target: string, tls?: Parameters<typeof createRpcClient>[1]): Promise<void> {
  const client = createRpcClient(target, tls);
  try {
    await client.unary(Put, { key, value: key });
    assert.equal((await client.unary(Range, { key })).count, "1");
  } finally {
    client.close();
  }
}

/** A key pair signed by itself, in files. */
async function keyPair(name: string, serial: number) {
  const files = await createCertificate({
    curve: "P-256",
    hash: "SHA-256",
    name: [["CN", name]],
    dnsNames: [name],
    ipAddresses: ["127.0.0.1"],
    notBefore: Date.UTC(2020, 0),
    notAfter: Date.UTC(2040, 0),
    keyUsage: ["digitalSignature", "keyEncipherment", "certSign"],
    extendedKeyUsage: ["serverAuth", "clientAuth"],
    serialNumber: new Uint8Array(16).fill(serial),
  });
  const [certFile, keyFile] = [join(folder, `${name}.pem`), join(folder, `${name}.key`)];
  writeFileSync(certFile, files.cert);
  writeFileSync(keyFile, files.key);
  return { ...files, certFile, keyFile };
}

test("one port speaks with TLS and without when both schemes name it", async () => {
  await using etcd = await startRunningEtcd("http://127.0.0.1:0,https://127.0.0.1:0", [
    "--auto-tls",
    `--data-dir=${folder}/mixed`,
  ]);
  const [address = "", again] = etcd.addresses;
  assert.equal(again, address);
  await putVia(address);
  await putVia(address, { insecureSkipVerify: true });
  assert.equal(await get(`http://${address}/health`), healthy);
  assert.equal(await get(`https://${address}/health`, { rejectUnauthorized: false }), healthy);
});

test("with a port for HTTP the others serve gRPC alone", async () => {
  await using etcd = await startRunningEtcd("http://127.0.0.1:0", [
    "--listen-client-http-urls=http://localhost:0",
    "--listen-metrics-urls=http://127.0.0.1:0",
  ]);
  const [grpc = "", http = ""] = etcd.addresses;
  const served = etcd.lines().filter(({ msg }) => msg.startsWith("serving client traffic"));
  assert.deepEqual(
    served.map(({ traffic }) => traffic),
    ["grpc", "http"],
  );
  await putVia(grpc);
  assert.match(await get(`http://${grpc}/health`), /ECONNRESET/);
  assert.equal(await get(`http://${http}/health`), healthy);
  await assert.rejects(putVia(http), { code: "UNAVAILABLE" });
});

test("a unix socket serves gRPC and HTTP, with TLS and without", async () => {
  const sockets = [`${folder}/plain.sock`, `${folder}/tls.sock`];
  await using etcd = await startRunningEtcd(`unix://${sockets[0]},unixs://${sockets[1]}`, [
    "--auto-tls",
    `--data-dir=${folder}/unix`,
  ]);
  assert.deepEqual(etcd.addresses, sockets);
  await putVia(`unix:${sockets[0]}`);
  await putVia(`unix:${sockets[1]}`, { insecureSkipVerify: true });
  assert.equal(await get("http://x/health", { socketPath: sockets[0] }), healthy);
});

test("a socket that a killed etcd left behind is taken over", async () => {
  const socket = join(folder, "stale.sock");
  writeFileSync(socket, "");
  await using _etcd = await startRunningEtcd(`unix://${socket}`);
  assert.equal(await get("http://x/health", { socketPath: socket }), healthy);
});

test("only clients with a trusted certificate of an allowed name come in", async () => {
  const server = await keyPair("server.example", 1);
  const [good, other, stray] = [
    await keyPair("client.example", 2),
    await keyPair("other.example", 3),
    await keyPair("stray.example", 4),
  ];
  const trusted = join(folder, "trusted.pem");
  writeFileSync(trusted, good.cert + other.cert);
  await using etcd = await startRunningEtcd("https://127.0.0.1:0", [
    `--cert-file=${server.certFile}`,
    `--key-file=${server.keyFile}`,
    `--trusted-ca-file=${trusted}`,
    "--client-cert-auth",
    "--client-cert-allowed-hostname=client.example",
  ]);
  const url = `https://${etcd.addresses[0]}/health`;
  const ca = server.cert;
  assert.equal(await get(url, { ca, cert: good.cert, key: good.key }), healthy);
  for (const { cert, key } of [other, stray]) {
    assert.equal(await get(url, { ca, cert, key }), "ECONNRESET");
  }
  assert.equal(await get(url, { ca }), "ECONNRESET");
  assert.match(await get(url.replace("https", "http")), /ECONNRESET/);
  const rejected = etcd
    .lines()
    .filter(({ msg }) => msg === "rejected connection on client endpoint");
  assert.deepEqual(
    rejected.map(({ error, "dns-names": names }) => [error, names]),
    [
      ["client certificate authentication failed", ["other.example"]],
      [
        "tls: failed to verify certificate: x509: certificate signed by unknown authority",
        undefined,
      ],
      ["tls: client didn't provide a certificate", undefined],
      ["tls: first record does not look like a TLS handshake", undefined],
    ],
  );
});

test("a certificate that is replaced on disk is shown from the next handshake on", async () => {
  const [before, next] = [await keyPair("renewed.example", 5), await keyPair("next.example", 6)];
  await using etcd = await startRunningEtcd("https://127.0.0.1:0", [
    `--cert-file=${before.certFile}`,
    `--key-file=${before.keyFile}`,
  ]);
  const url = `https://${etcd.addresses[0]}/health`;
  assert.equal(await get(url, { ca: before.cert, agent: false }), healthy);
  writeFileSync(before.certFile, next.cert);
  writeFileSync(before.keyFile, next.key);
  assert.equal(await get(url, { ca: next.cert, agent: false }), healthy);
  rmSync(before.certFile);
  assert.equal(await get(url, { ca: next.cert, agent: false }), "ECONNRESET");
});

test("TLS versions and suites are those that were named", async () => {
  const { certFile, keyFile } = await keyPair("versions.example", 7);
  const files = [`--cert-file=${certFile}`, `--key-file=${keyFile}`];
  const any = { rejectUnauthorized: false } as const;
  await using newest = await startRunningEtcd("https://127.0.0.1:0", [
    ...files,
    "--tls-min-version=TLS1.3",
  ]);
  const url = `https://${newest.addresses[0]}/health`;
  assert.equal(await get(url, any), healthy);
  assert.match(await get(url, { ...any, maxVersion: "TLSv1.2" }), /EPROTO|ECONNRESET/);
  await using one = await startRunningEtcd("https://127.0.0.1:0", [
    ...files,
    "--tls-max-version=TLS1.2",
    "--cipher-suites=TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
  ]);
  const suites = `https://${one.addresses[0]}/health`;
  const matching = "ECDHE-ECDSA-AES128-GCM-SHA256";
  assert.equal(await get(suites, { ...any, ciphers: matching }), healthy);
  const stronger = { ...any, ciphers: "ECDHE-ECDSA-AES256-GCM-SHA384" };
  assert.match(await get(suites, stronger), /EPROTO|ECONNRESET/);
});

test("a signal is told of, and closing is told of before and after", async () => {
  const etcd = await startRunningEtcd("http://127.0.0.1:0", ["--name=n1"]);
  assert.deepEqual(await etcd.stop(), { signal: "SIGTERM" });
  const last = etcd.lines().slice(-3);
  assert.deepEqual(
    last.map(({ msg }) => msg),
    ["received signal; shutting down", "closing etcd server", "closed etcd server"],
  );
  assert.equal(last[0]?.["signal"], "terminated");
  assert.deepEqual(last[2]?.["advertise-peer-urls"], ["http://localhost:2380"]);
});
