import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { createSystemRandom } from "@leaderlab/clock";
import { loadTlsFiles } from "./tls-files.ts";

const dayMs = 86_400_000;
const startMs = Date.UTC(2026, 0, 1);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "leaderlab-tls-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Loads the files at a moment, with the log's lines. */
async function load(options: { atMs?: number; autoRefresh?: boolean; extraIps?: string[] } = {}) {
  const { atMs = startMs, autoRefresh = false, extraIps = [] } = options;
  const lines: string[] = [];
  const config = {
    certPath: join(folder, "tls.cert"),
    keyPath: join(folder, "tls.key"),
    extraIps,
    extraDomains: ["lnd.example"],
    autoRefresh,
    disableAutofill: false,
    certDurationMs: 420 * dayMs,
  };
  const files = await loadTlsFiles(config, {
    clock: { unixNow: () => atMs },
    random: createSystemRandom(),
    log: (_level, _system, text) => lines.push(text),
  });
  return { files, lines, certificate: new X509Certificate(files.cert), config };
}

test("the files are made at the first start and found at the next one", async () => {
  const first = await load();
  assert.deepEqual(first.lines, [
    "Generating TLS certificates...",
    "Done generating TLS certificates",
  ]);
  assert.equal(statSync(first.config.keyPath).mode & 0o777, 0o600);
  assert.equal(statSync(first.config.certPath).mode & 0o777, 0o644);
  assert.match(first.certificate.subjectAltName ?? "", /DNS:lnd\.example/);
  const again = await load({ extraIps: ["10.1.2.3"] });
  assert.equal(again.files.cert, first.files.cert);
  assert.deepEqual(again.lines, []);
});

test("a certificate whose time is over is replaced, and its key with it", async () => {
  const first = await load();
  const last = await load({ atMs: startMs + 420 * dayMs - 1 });
  assert.equal(last.files.cert, first.files.cert);
  const late = await load({ atMs: startMs + 421 * dayMs });
  assert.notEqual(late.files.key, first.files.key);
  assert.deepEqual(late.lines, [
    "TLS certificate is expired or outdated, generating a new one",
    "Renewing TLS certificates...",
    "Done renewing TLS certificates",
  ]);
});

test("with --tlsautorefresh a certificate for other names is replaced, and one for the same kept", async () => {
  const first = await load({ autoRefresh: true, extraIps: ["2001:db8:0::1"] });
  const same = await load({ autoRefresh: true, extraIps: ["2001:db8::1"] });
  assert.equal(same.files.cert, first.files.cert);
  const other = await load({ autoRefresh: true, extraIps: ["10.1.2.3"] });
  assert.match(other.certificate.subjectAltName ?? "", /IP Address:10\.1\.2\.3/);
  assert.notEqual(other.files.cert, first.files.cert);
});

test("a certificate that cannot be read is left as it is", async () => {
  const { config } = await load();
  writeFileSync(config.certPath, "no certificate");
  const lines = [];
  const files = await loadTlsFiles(config, {
    clock: { unixNow: () => startMs },
    random: createSystemRandom(),
    log: (_level, _system, text) => lines.push(text),
  });
  assert.equal(files.cert, "no certificate");
  assert.equal(lines.length, 0);
});
