import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { etcdVersion, startDefaultEtcd } from "../harness/default-etcd.ts";
import { targetName } from "../harness/etcd-target.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const version = etcdVersion();
const timeout = 120_000;
const skip = version === "3.6" ? false : `the replies were recorded of 3.6, this is ${version}`;

/** See test/data/README.md. */
interface JsonReply {
  readonly path: string;
  readonly body: string;
  readonly status: number;
  readonly reply: string;
  readonly ends?: boolean;
}

test(`bodies of JSON are read as a real etcd read them, on ${targetName}`, {
  skip,
  timeout,
}, async (t) => {
  using folder = temporaryFolder();
  await using target = await startDefaultEtcd(folder.path, { signal: t.signal });
  for (const recorded of recordedReplies()) {
    await t.test(`${recorded.path} ${JSON.stringify(recorded.body)}`, async () => {
      const { reply, status } = recorded;
      const actual = await post(target.baseUrl, recorded);
      assert.deepEqual(actual, { status, reply: withoutSpace(reply) });
    });
  }
});

test(`JSON may be nested ten thousand deep, on ${targetName}`, { skip, timeout }, async (t) => {
  using folder = temporaryFolder();
  await using target = await startDefaultEtcd(folder.path, { signal: t.signal });
  const nested = (open: string, close: string, depth: number) =>
    `{"key":"YQ==","unknown":${open.repeat(depth)}1${close.repeat(depth)}}`;
  for (const [open, close] of [
    ["[", "]"],
    ['{"a":', "}"],
  ] as const) {
    const ask = (depth: number) =>
      post(target.baseUrl, { path: "/v3/kv/range", body: nested(open, close, depth) });
    assert.equal((await ask(9_999)).status, 200);
    const message = `invalid character '${open.charAt(0)}' exceeded max depth`;
    const reply = JSON.stringify({ code: 3, message });
    assert.deepEqual(await ask(10_000), { status: 400, reply });
  }
});

/** Of a stream that does not end, as many lines as were recorded. */
async function post(
  baseUrl: string,
  { path, body, reply = "", ends = true }: Pick<JsonReply, "path" | "body"> & Partial<JsonReply>,
) {
  const stop = new AbortController();
  const response = await fetch(`${baseUrl}${path}`, {
    method: "POST",
    body: Buffer.from(body, "latin1"),
    signal: stop.signal,
  });
  const lines = reply.split("\n").length;
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (!ends && text.split("\n").length >= lines) break;
  }
  stop.abort();
  return { status: response.status, reply: withoutSpace(masked(text)) };
}

function masked(text: string): string {
  return text.replace(/"(cluster_id|member_id|raft_term)":"\d+"/g, '"$1":"#"');
}

/** White space between members is free. Ids of leases that etcd chose differ. */
function withoutSpace(text: string): string {
  const lines = text.split("\n").filter((line) => line !== "");
  return lines
    .map((line) => JSON.stringify(JSON.parse(line)).replace(/"ID":"(\d{16,}|#)"/, '"ID":"#"'))
    .join("\n");
}

function recordedReplies(): readonly JsonReply[] {
  const file = new URL("../data/etcd-3.6-json-replies.jsonl", import.meta.url);
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as JsonReply);
}
