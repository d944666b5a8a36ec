import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { etcdVersion } from "../harness/default-etcd.ts";
import { startEtcdProcess, targetName } from "../harness/etcd-target.ts";
import { Etcdctl, etcdctlVersion } from "../harness/etcdctl.ts";
import { freePort } from "../harness/free-port.ts";
import { keyPair } from "../harness/key-pair.ts";
import { needs, parts } from "../harness/required-part.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const { skip } = needs(parts.etcdctl);
const version = skip === false ? etcdctlVersion() : "";
const title = (what: string) => `etcdctl ${version}, on ${targetName}: ${what}`;
const soon = ["--dial-timeout=500ms", "--command-timeout=500ms"];
const options = { skip, timeout: 60_000 };

/** Skips a test on an older etcd, and says why. */
function since36(reason: string): { readonly skip: string | false } {
  return skip !== false || targetName === "ours" || etcdVersion() === "3.6"
    ? { skip }
    : { skip: reason };
}

/** Starts etcd at these URLs, and an etcdctl for one of them. */
async function place(t: TestContext, listen: string, args: readonly string[] = []) {
  const folder = temporaryFolder();
  t.after(() => folder[Symbol.dispose]());
  const urls = [`--listen-client-urls=${listen}`, "--advertise-client-urls=http://127.0.0.1:1"];
  const { signal } = t;
  const etcd = await startEtcdProcess([...urls, ...args], { cwd: folder.path, signal });
  t.after(() => etcd[Symbol.asyncDispose]());
  const at = (endpoint: string) => new Etcdctl({ endpoint, signal, cwd: folder.path });
  return { etcd, at, folder: folder.path };
}

/** Writes with one, and reads the same with the others. */
async function sameStore(writer: Etcdctl, ...readers: readonly Etcdctl[]): Promise<void> {
  assert.equal(await writer.say("put", "k", "v"), "OK\n");
  for (const reader of readers) assert.equal(await reader.say("get", "k"), "k\nv\n");
}

test(title("several URLs, one of them a unix socket, are one store"), options, async (t) => {
  const [one, two] = [await freePort(), await freePort()];
  // etcd takes what stands before the first slash for a part of the path.
  const urls = `http://127.0.0.1:${one},http://127.0.0.1:${two},unix://localhost:${two}1`;
  const { at } = await place(t, urls);
  await sameStore(
    at(`http://127.0.0.1:${one}`),
    at(`127.0.0.1:${two}`),
    at(`unix://localhost:${two}1`),
  );
});

test(title("one port takes clients with TLS and without"), {
  ...options,
  ...since36("3.4 announces both schemes of one port, and serves neither"),
}, async (t) => {
  const port = await freePort();
  const urls = `http://127.0.0.1:${port},https://127.0.0.1:${port}`;
  const { at } = await place(t, urls, ["--auto-tls"]);
  await sameStore(at(`http://127.0.0.1:${port}`));
  const secure = ["--insecure-transport=false", "--insecure-skip-tls-verify"];
  assert.equal(await at(`https://127.0.0.1:${port}`).say("get", "k", ...secure), "k\nv\n");
});

test(title("beside a port for HTTP, gRPC is served alone"), {
  ...options,
  ...since36("--listen-client-http-urls came with 3.6"),
}, async (t) => {
  const [grpc, http] = [await freePort(), await freePort()];
  const { at } = await place(t, `http://127.0.0.1:${grpc}`, [
    `--listen-client-http-urls=http://127.0.0.1:${http}`,
  ]);
  await sameStore(at(`127.0.0.1:${grpc}`));
  const health = await fetch(`http://127.0.0.1:${http}/health`);
  assert.match(await health.text(), /"health":"true"/);
  await assert.rejects(fetch(`http://127.0.0.1:${grpc}/health`));
  const { code } = await at(`127.0.0.1:${http}`).run(["get", "k", ...soon]);
  assert.equal(code, 1);
});

test(title("client certificates"), options, async (t) => {
  using keys = temporaryFolder();
  const [server, good, other, stray] = await Promise.all(
    ["server.test", "good.test", "other.test", "stray.test"].map((name) =>
      keyPair(keys.path, name),
    ),
  );
  assert.ok(server && good && other && stray);
  const trusted = join(keys.path, "trusted.pem");
  writeFileSync(trusted, server.cert + good.cert + other.cert);
  const port = await freePort();
  const url = `https://127.0.0.1:${port}`;
  const { at, etcd } = await place(t, url, [
    `--cert-file=${server.certFile}`,
    `--key-file=${server.keyFile}`,
    `--trusted-ca-file=${trusted}`,
    "--client-cert-auth",
    "--client-cert-allowed-hostname=good.test",
  ]);
  const as = ({ certFile, keyFile }: { certFile: string; keyFile: string }) => [
    `--cacert=${server.certFile}`,
    `--cert=${certFile}`,
    `--key=${keyFile}`,
  ];
  assert.equal(await at(url).say("put", "k", "v", ...as(good)), "OK\n");
  const refused = [as(stray), as(other), [`--cacert=${server.certFile}`]];
  for (const flags of refused) {
    const { code, stdout } = await at(url).run(["get", "k", ...flags, ...soon]);
    assert.deepEqual([code, stdout], [1, ""]);
  }
  await etcd.line(/rejected connection.*tls: client didn't provide a certificate/);
});

test(title("a configuration file stands for everything else"), options, async (t) => {
  const port = await freePort();
  using folder = temporaryFolder();
  const file = join(folder.path, "etcd.yaml");
  const peer = `http://127.0.0.1:${await freePort()}`;
  const lines = [
    "name: from-file",
    `data-dir: ${folder.path}/data`,
    `listen-client-urls: http://127.0.0.1:${port}`,
    "advertise-client-urls: http://127.0.0.1:1",
    `listen-peer-urls: ${peer}`,
    `initial-advertise-peer-urls: ${peer}`,
    `initial-cluster: from-file=${peer}`,
    "max-txn-ops: 1",
  ];
  writeFileSync(file, `${lines.join("\n")}\n`);
  const { signal } = t;
  const args = [`--config-file=${file}`, "--name=from-flag", "--max-txn-ops=9"];
  await using _etcd = await startEtcdProcess(args, { cwd: folder.path, signal });
  const ctl = new Etcdctl({ endpoint: `127.0.0.1:${port}`, signal });
  assert.match(await ctl.say("member", "list"), /from-file/);
  const { code, stderr } = await ctl.run(["txn"], "\nput a 1\nput b 1\n\n\n");
  assert.equal(code, 1);
  assert.match(stderr, /too many operations in txn request/);
});
