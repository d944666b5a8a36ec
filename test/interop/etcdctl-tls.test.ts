import assert from "node:assert/strict";
import { test } from "node:test";
import { autoTlsFiles, startEtcdTarget, targetName } from "../harness/etcd-target.ts";
import { Etcdctl, etcdctlVersion } from "../harness/etcdctl.ts";
import { needs, parts } from "../harness/required-part.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const { skip } = needs(parts.etcdctl);
const version = skip === false ? etcdctlVersion() : "";
/** Long enough for a handshake, short enough to wait for one that cannot succeed. */
const soon = ["--dial-timeout=500ms", "--command-timeout=500ms"];
/** Without the first flag, 3.4 does not look at the second one. */
const unverified = ["--insecure-transport=false", "--insecure-skip-tls-verify"];

test(`etcdctl ${version}, on ${targetName}: TLS by --auto-tls`, {
  skip,
  timeout: 60_000,
}, async (t) => {
  using folder = temporaryFolder();
  const { signal } = t;
  await using etcd = await startEtcdTarget(folder.path, { isTls: true, signal });
  const at = (endpoint: string) => new Etcdctl({ endpoint, signal, cwd: folder.path });
  const secure = at(`https://${etcd.address}`);
  const refused =
    (text: string) =>
    async (args: readonly string[], ctl = secure) => {
      const { code, stdout, stderr } = await ctl.run([...args, ...soon]);
      assert.deepEqual(
        { code, stdout, stderr },
        { code: 1, stdout: "", stderr: `Error: ${text}\n` },
      );
    };
  const outOfTime = refused("context deadline exceeded");

  await t.test("who does not verify the certificate is served", async () => {
    assert.equal(await secure.say("put", "k", "v", ...unverified), "OK\n");
    assert.equal(await secure.say("get", "k", ...unverified), "k\nv\n");
  });

  await t.test("a self-signed certificate is refused by who verifies it", async () => {
    await outOfTime(["get", "k"]);
  });

  await t.test("plain text does not get through", async () => {
    await outOfTime(["get", "k"], at(`http://${etcd.address}`));
  });

  await t.test(
    "the client's certificate and key of the guide are taken, and not asked for",
    async () => {
      const { cert, key } = autoTlsFiles;
      const shown = [`--cert=${cert}`, `--key=${key}`, "--insecure-skip-tls-verify"];
      assert.equal(await secure.say("get", "k", ...shown), "k\nv\n");
    },
  );
});
