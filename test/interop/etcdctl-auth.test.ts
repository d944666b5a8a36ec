import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { join } from "node:path";
import { test } from "node:test";
import { startDefaultEtcd } from "../harness/default-etcd.ts";
import { startEtcdProcess, targetName } from "../harness/etcd-target.ts";
import { Etcdctl, etcdctlVersion } from "../harness/etcdctl.ts";
import { freePort } from "../harness/free-port.ts";
import { keyPair } from "../harness/key-pair.ts";
import { needs, parts } from "../harness/required-part.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const { skip } = needs(parts.etcdctl);
const version = skip === false ? etcdctlVersion() : "";
const title = (what: string) => `etcdctl ${version}, on ${targetName}: ${what}`;
const options = { skip, timeout: 60_000 };
const flags = ["--bcrypt-cost=4"];

const refused = (text: string, code = 1) => ({ code, stdout: "", stderr: `Error: ${text}\n` });

test(title("users, roles, permissions, and auth from on to off"), options, async (t) => {
  using folder = temporaryFolder();
  await using etcd = await startDefaultEtcd(folder.path, { flags, signal: t.signal });
  const ctl = new Etcdctl({ endpoint: etcd.baseUrl, signal: t.signal });
  const as = (user: string, ...args: readonly string[]) => ctl.say(`--user=${user}`, ...args);
  const run = (user: string, ...args: readonly string[]) => ctl.run([`--user=${user}`, ...args]);

  assert.deepEqual(
    await ctl.run(["auth", "enable"]),
    refused("etcdserver: root user does not exist"),
  );
  assert.equal(await ctl.say("user", "add", "root:pw"), "User root created\n");
  assert.equal(
    await ctl.say("user", "grant-role", "root", "root"),
    "Role root is granted to user root\n",
  );
  assert.equal(await ctl.say("user", "add", "alice:secret"), "User alice created\n");
  assert.equal(await ctl.say("user", "add", "bob", "--no-password"), "User bob created\n");
  assert.equal(await ctl.say("role", "add", "reader"), "Role reader created\n");
  assert.equal(
    await ctl.say("role", "grant-permission", "reader", "--prefix=true", "read", "app/"),
    "Role reader updated\n",
  );
  assert.equal(
    await ctl.say("role", "grant-permission", "reader", "readwrite", "own"),
    "Role reader updated\n",
  );
  assert.equal(
    await ctl.say("role", "get", "reader"),
    "Role reader\nKV Read:\n\t[app/, app0) (prefix app/)\n\town\nKV Write:\n\town\n",
  );
  assert.equal(
    await ctl.say("user", "grant-role", "alice", "reader"),
    "Role reader is granted to user alice\n",
  );
  await ctl.say("put", "app/k", "v");
  assert.equal(await ctl.say("auth", "enable"), "Authentication Enabled\n");

  assert.deepEqual(await ctl.run(["get", "app/k"]), refused("etcdserver: user name is empty"));
  const wrong = "etcdserver: authentication failed, invalid user ID or password";
  assert.deepEqual(await run("alice:wrong", "get", "app/k"), refused(wrong, 2));
  assert.equal(await as("alice:secret", "get", "app/", "--prefix"), "app/k\nv\n");
  assert.equal(await as("alice:secret", "put", "own", "v"), "OK\n");
  const denied = refused("etcdserver: permission denied");
  assert.deepEqual(await run("alice:secret", "put", "app/k", "w"), denied);
  assert.deepEqual(await run("alice:secret", "get", "", "--prefix"), denied);
  assert.deepEqual(await run("alice:secret", "user", "list"), denied);
  assert.equal(await as("root:pw", "user", "list"), "alice\nbob\nroot\n");
  assert.equal(await as("root:pw", "get", "", "--prefix", "--keys-only"), "app/k\n\nown\n\n");

  const watching = await run("alice:secret", "watch", "secret");
  assert.match(watching.stderr, /permission denied|watch is canceled by the server/);
  const cannot = refused("etcdserver: invalid auth management");
  assert.deepEqual(await run("root:pw", "user", "delete", "root"), cannot);
  assert.equal(
    await as("root:pw", "role", "revoke-permission", "reader", "own"),
    "Permission of key own is revoked from role reader\n",
  );
  assert.deepEqual(await run("alice:secret", "put", "own", "w"), denied);
  assert.equal(await as("root:pw", "auth", "disable"), "Authentication Disabled\n");
  assert.equal(await ctl.say("get", "own"), "own\nv\n");
});

test(
  title("the common name of a client's certificate is its user, but not over JSON"),
  options,
  async (t) => {
    using folder = temporaryFolder();
    const { signal } = t;
    const [server, alice, bob] = await Promise.all(
      ["server", "alice", "bob"].map((name) => keyPair(folder.path, name)),
    );
    assert.ok(server && alice && bob);
    const trusted = join(folder.path, "trusted.pem");
    writeFileSync(trusted, server.cert + alice.cert + bob.cert);
    const url = `https://127.0.0.1:${await freePort()}`;
    const places = [`--listen-client-urls=${url}`, `--advertise-client-urls=${url}`];
    const keys = [`--cert-file=${server.certFile}`, `--key-file=${server.keyFile}`];
    const trust = [`--trusted-ca-file=${trusted}`, "--client-cert-auth"];
    const args = [...places, ...keys, ...trust, ...flags];
    await using _etcd = await startEtcdProcess(args, { cwd: folder.path, signal });
    const ctl = new Etcdctl({ endpoint: url, signal });
    const as = ({ certFile, keyFile }: typeof alice, ...rest: readonly string[]) =>
      ctl.run([`--cacert=${server.certFile}`, `--cert=${certFile}`, `--key=${keyFile}`, ...rest]);
    const done = async (...rest: readonly string[]) =>
      assert.equal((await as(alice, ...rest)).stderr, "");
    await done("user", "add", "root:pw");
    await done("user", "grant-role", "root", "root");
    await done("user", "add", "alice", "--no-password");
    await done("role", "add", "r");
    await done("role", "grant-permission", "r", "readwrite", "k");
    await done("user", "grant-role", "alice", "r");
    await done("auth", "enable");

    assert.equal((await as(alice, "put", "k", "v")).stdout, "OK\n");
    assert.deepEqual(await as(alice, "get", "other"), refused("etcdserver: permission denied"));
    assert.deepEqual(await as(bob, "get", "k"), refused("etcdserver: permission denied"));
    assert.equal(
      (await as(bob, "--user=root:pw", "get", "k")).stdout,
      "k\nv\n",
      "a token goes first",
    );

    const ca = readFileSync(trusted);
    const reply = await new Promise<string>((resolve, reject) => {
      const { cert, key } = alice;
      const headers = { Accept: "*/*" };
      const options = {
        method: "POST",
        ca,
        cert,
        key,
        headers,
        checkServerIdentity: () => undefined,
      };
      const asked = request(`${url}/v3/kv/range`, options, async (response) => {
        let text = "";
        for await (const chunk of response) text += chunk;
        resolve(`${response.statusCode} ${text}`);
      });
      asked.on("error", reject);
      asked.end(JSON.stringify({ key: "aw==" }));
    });
    assert.equal(
      reply,
      "400 CommonName of client sending a request against gateway will be ignored and not used as expected\n",
    );
  },
);
