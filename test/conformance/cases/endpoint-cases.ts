import { type Case, call } from "./case.ts";
import type { HttpStep } from "./step.ts";

const get = (path: string, reply: HttpStep["reply"], headers = {}): HttpStep => ({
  http: { method: "GET", path, headers },
  reply,
});

const listedOrigins = ["--cors=http://a.example:80,http://b.example:81"];
const listedHosts = ["--host-whitelist=good.example"];
const noGateway = ["--enable-grpc-gateway=false"];

const raise = (alarm: string) => call("Alarm", { action: "ACTIVATE", memberID: 1, alarm });

/** What etcd serves over HTTP beside its gateway, as far as flags and state matter; the rest is recorded. */
export const endpointCases: readonly Case[] = [
  {
    name: "A page of a listed origin may read answers, and only that page",
    differs: { "3.4": "its health has no reason" },
    flags: listedOrigins,
    steps: [
      get(
        "/health",
        {
          status: 200,
          headers: {
            "access-control-allow-origin": "http://b.example:81",
            "access-control-allow-methods": "POST, GET, OPTIONS, PUT, DELETE",
            "access-control-allow-headers": "accept, content-type, authorization",
          },
        },
        { origin: "http://b.example:81" },
      ),
    ],
  },
  {
    name: "Of other origins nothing is said, but they are answered",
    differs: { "3.4": "its health has no reason" },
    flags: listedOrigins,
    steps: [
      get(
        "/health",
        { status: 200, headers: { "access-control-allow-origin": null } },
        { origin: "http://c.example" },
      ),
      get("/health", { status: 200, headers: { "access-control-allow-origin": null } }),
    ],
  },
  {
    name: "A request by a name that is not listed is refused, before any page may read it",
    flags: listedHosts,
    steps: [
      get(
        "/version",
        {
          status: 421,
          headers: {
            "content-type": "text/plain; charset=utf-8",
            "access-control-allow-origin": null,
          },
          text: `
etcd received your request, but the Host header was unrecognized.

To fix this, choose one of the following options:
- Enable TLS, then any HTTPS request will be allowed.
- Add the hostname you want to use to the whitelist in settings.
  - e.g. etcd --host-whitelist "evil.example"

This requirement has been added to help prevent "DNS Rebinding" attacks (CVE-2018-5702).

`,
        },
        { host: "evil.example:2379" },
      ),
      get("/health", { status: 421 }),
    ],
  },
  {
    name: "A request by a listed name is answered, whatever its port",
    differs: { "3.4": "its health has no reason" },
    flags: listedHosts,
    steps: [
      get("/health", { status: 200 }, { host: "good.example" }),
      get("/health", { status: 200 }, { host: "good.example:1" }),
    ],
  },
  {
    name: "Without the gateway there is nothing under /v3",
    flags: noGateway,
    steps: [
      {
        http: { path: "/v3/kv/range", body: { key: "YQ==" } },
        reply: {
          status: 404,
          headers: { "content-type": "text/plain; charset=utf-8" },
          text: "404 page not found\n",
        },
      },
      get("/v3", { status: 404 }),
      get("/health", { status: 200, json: { health: "true", reason: "" } }),
    ],
    differs: { "3.4": "its health has no reason" },
  },
  {
    name: "An alarm makes the health bad, unless it is excluded, but leaves the member live and ready",
    given: [raise("NOSPACE")],
    steps: [
      get("/health", {
        status: 503,
        headers: { "content-type": "text/plain; charset=utf-8" },
        text: '{"health":"false","reason":"ALARM NOSPACE"}\n',
      }),
      get("/health?serializable=true", { status: 503 }),
      get("/health?exclude=CORRUPT", { status: 503 }),
      get("/health?exclude=NOSPACE", { status: 200, json: { health: "true", reason: "" } }),
      get("/livez", { status: 200, text: "ok\n" }),
      get("/readyz", { status: 200, text: "ok\n" }),
    ],
    differs: { "3.4": "its health has no reason" },
  },
  {
    name: "Corruption makes the member not ready, and says so line by line",
    given: [raise("CORRUPT")],
    steps: [
      get("/readyz", {
        status: 503,
        headers: { "x-content-type-options": "nosniff" },
        found: {
          pattern: /^\[.\].*$/gm,
          texts: [
            "[+]linearizable_read ok",
            "[+]non_learner ok",
            "[+]serializable_read ok",
            "[-]data_corruption failed: alarm activated: CORRUPT",
          ],
        },
      }),
      get("/readyz/data_corruption", {
        status: 503,
        text: "[-]data_corruption failed: alarm activated: CORRUPT\n\n",
      }),
      get("/readyz?exclude=data_corruption", { status: 200, text: "ok\n" }),
      get("/health", { status: 503 }),
      get("/livez", { status: 200 }),
    ],
    differs: { "3.4": "it has no /readyz" },
  },
];
