import assert from "node:assert/strict";
import { test } from "node:test";
import { etcdVersion, startDefaultEtcd } from "../harness/default-etcd.ts";
import { targetName } from "../harness/etcd-target.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";
import { httpRecordings, type RecordedHttp, readHttpReplies } from "./recorded-http.ts";

const version = etcdVersion();
/** The recording is of 3.6: older gateways write errors and headers in another way. */
const skip = version === "3.4" ? `the replies were recorded of 3.6, this is ${version}` : false;

/** Headers of the connection and the moment, which the recording does not hold. */
const ownHeaders = new Set([
  "date",
  "content-length",
  "transfer-encoding",
  "connection",
  "keep-alive",
]);
/** Where a server listens: chosen anew for each run. */
const ownFields = ["peerURLs", "clientURLs"];

for (const recording of httpRecordings) {
  test(`${recording} answer as a real etcd answered, on ${targetName}`, {
    skip,
    timeout: 60_000,
  }, async (t) => {
    using folder = temporaryFolder();
    await using target = await startDefaultEtcd(folder.path, { signal: t.signal });
    for (const recorded of readHttpReplies(recording)) {
      await t.test(recorded.words, () => ask(target.baseUrl, recorded));
    }
  });
}

async function ask(baseUrl: string, recorded: RecordedHttp): Promise<void> {
  const stop = new AbortController();
  const { method, path, body } = recorded;
  const response = await fetch(`${baseUrl}${path}`, {
    method,
    signal: stop.signal,
    redirect: "manual",
    ...(body !== undefined && { body }),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  assert.equal(response.status, recorded.status);
  const headers = [...response.headers].filter(([name]) => !ownHeaders.has(name));
  assert.deepEqual(Object.fromEntries(headers), recorded.headers);
  compareBodies(await readAsFarAs(response, recorded.reply), recorded);
  stop.abort();
}

/** The body, of which a stream that does not end gives as many lines as were recorded. */
async function readAsFarAs(response: Response, recorded: string): Promise<string> {
  const lines = recorded.split("\n").length;
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (response.headers.has("content-length")) continue;
    if (recorded.endsWith("\n") && text.split("\n").length >= lines) break;
  }
  return text;
}

function compareBodies(actual: string, { headers, reply, path }: RecordedHttp): void {
  if (headers["content-type"] !== "application/json" || reply === "") {
    assert.equal(sorted(actual), sorted(reply), path);
    return;
  }
  const recordedLines = reply.trim().split("\n");
  const actualLines = actual.trim().split("\n");
  const parsed = recordedLines.map((line) => JSON.parse(line.replaceAll(":#", ':"#"')));
  const masked = actualLines.map((line, index) => withMasks(JSON.parse(line), parsed[index]));
  assert.deepEqual(masked, parsed);
}

/** `?verbose` lists its checks in any order. */
function sorted(text: string): string {
  return text.split("\n").toSorted().join("\n");
}

/** The value with `#` wherever the recorded one has it, and the recorded value for where the server listens. */
function withMasks(value: unknown, recorded: unknown, name = ""): unknown {
  if (recorded === "#" && value !== undefined) return "#";
  if (ownFields.includes(name)) return recorded;
  if (Array.isArray(value) && Array.isArray(recorded)) {
    return value.map((item, index) => withMasks(item, recorded[index]));
  }
  if (!isObject(value) || !isObject(recorded)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withMasks(item, recorded[key], key)]),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
