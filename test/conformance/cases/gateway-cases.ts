import { at, type Case, call, kv, prefix, put } from "./case.ts";
import type { HttpStep } from "./step.ts";
import { create, created, deleteEvent, events, putEvent } from "./watch-messages.ts";

const post = (
  path: string,
  body: NonNullable<HttpStep["http"]["body"]>,
  reply: HttpStep["reply"],
  headers: Readonly<Record<string, string>> = {},
): HttpStep => ({ http: { path, body, headers }, reply });

const overdue = { code: 4, message: "context deadline exceeded" };
const tooOld = { "3.4": "its gateway writes errors in another way" };

/** What etcd's gateway does beside handing on calls; how it reads JSON is recorded. */
export const gatewayCases: readonly Case[] = [
  {
    name: "A request that waits longer than its Grpc-Timeout is given up, and leaves nothing behind",
    steps: [
      post("/v3/lock/lock", { name: "aw==" }, { status: 200 }),
      { open: "Watch" },
      { send: [create(prefix)] },
      { next: [created(2)] },
      post(
        "/v3/lock/lock",
        { name: "aw==" },
        { status: 504, json: overdue },
        { "grpc-timeout": "50m" },
      ),
      // It leaves in its own time after the answer.
      {
        next: [
          events(3, [putEvent(kv("#", "", 3, 3, 1, { lease: "#" }))]),
          events(4, [deleteEvent("#", 4)]),
        ],
      },
      { ask: call("Range", { ...prefix, count_only: true }), answer: { ...at(4), count: 1 } },
    ],
    masked: ["key", "lease"],
    differs: tooOld,
  },
  {
    name: "A stream ends with an error when its Grpc-Timeout is over",
    steps: [
      post(
        "/v3/watch",
        { create_request: { key: "aw==" } },
        {
          status: 200,
          lines: [
            { result: { created: true, header: { revision: "1" } } },
            { error: { code: 4, message: "#" } },
          ],
        },
        { "grpc-timeout": "50m" },
      ),
    ],
    // Either side of the real gateway may notice first, and each has its own words.
    masked: ["message"],
    differs: tooOld,
  },
  {
    name: "A Grpc-Timeout that is over is over at once, and nought is none",
    steps: [
      post(
        "/v3/kv/range",
        { key: "aw==" },
        { status: 504, json: overdue },
        { "grpc-timeout": "-5S" },
      ),
      post("/v3/kv/range", { key: "aw==" }, { status: 200 }, { "grpc-timeout": "0m" }),
      post("/v3/kv/range", { key: "aw==" }, { status: 200 }, { "grpc-timeout": "1H" }),
    ],
    differs: tooOld,
  },
  {
    name: "A Grpc-Timeout that is none is refused",
    steps: ["1", "1x", "S"].map((timeout) =>
      post(
        "/v3/kv/range",
        { key: "aw==" },
        { status: 400, json: { code: 3, message: `invalid grpc-timeout: ${timeout}` } },
        { "grpc-timeout": timeout },
      ),
    ),
    differs: tooOld,
  },
  {
    name: "Headers of metadata reach the call behind the gateway",
    steps: [
      post(
        "/v3/kv/range",
        { key: "aw==" },
        { status: 200 },
        { "Grpc-Metadata-Client-Api-Version": "9.9" },
      ),
      {
        http: { method: "GET", path: "/metrics" },
        reply: {
          status: 200,
          found: {
            pattern: /^etcd_server_client_requests_total\{client_api_version="9\.9",type="\w+"\}/gm,
            texts: ['etcd_server_client_requests_total{client_api_version="9.9",type="unary"}'],
          },
        },
      },
    ],
    differs: { "3.4": "it does not count clients by version" },
  },
  {
    name: "Every path of /v3 is one of /v3beta, too",
    given: [put("k", "v")],
    steps: [
      post(
        "/v3beta/kv/range",
        { key: "aw==" },
        {
          status: 200,
          json: {
            header: { revision: "2" },
            kvs: [
              { key: "aw==", create_revision: "2", mod_revision: "2", version: "1", value: "dg==" },
            ],
            count: "1",
          },
        },
      ),
      post("/v3beta/nope", {}, { status: 404, json: { code: 5, message: "Not Found" } }),
    ],
    differs: tooOld,
  },
];
