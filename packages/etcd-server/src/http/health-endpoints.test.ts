import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { openToAll } from "./access-control.ts";
import { type HealthSource, healthEndpoints } from "./health-endpoints.ts";
import { createHttpEndpoints } from "./http-endpoints.ts";

const healthy: HealthSource = { alarms: () => [], read: () => {} };

/** Asks a server whose health is so; tells status and body, and what the observer was told. */
async function ask(source: Partial<HealthSource>, path: string) {
  const told: string[] = [];
  const handlers = healthEndpoints(
    { ...healthy, ...source },
    {
      health: (isHealthy) => told.push(`health ${isHealthy}`),
      check: (type, name, isHealthy) => told.push(`${type} ${name} ${isHealthy}`),
    },
  );
  const server = createServer(createHttpEndpoints({ access: openToAll, handlers }));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    const response = await fetch(
      `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    );
    return { status: response.status, body: await response.text(), told };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test("an alarm makes /health fail unless it is excluded, and leaves /livez and /readyz alone", async () => {
  const source = { alarms: () => ["NOSPACE"] };
  assert.deepEqual(await ask(source, "/health"), {
    status: 503,
    body: '{"health":"false","reason":"ALARM NOSPACE"}\n',
    told: ["health false"],
  });
  const excluded = await ask(source, "/health?exclude=NOSPACE");
  assert.deepEqual([excluded.status, excluded.told], [200, ["health true"]]);
  for (const path of ["/livez", "/readyz"]) assert.equal((await ask(source, path)).body, "ok\n");
});

test("corruption makes /readyz fail with every check's result, unless that check is excluded", async () => {
  const source = { alarms: () => ["CORRUPT"] };
  assert.deepEqual(await ask(source, "/readyz"), {
    status: 503,
    body: [
      "[-]data_corruption failed: alarm activated: CORRUPT",
      "[+]serializable_read ok",
      "[+]linearizable_read ok",
      "[+]non_learner ok",
      "\n",
    ].join("\n"),
    told: [
      "readyz data_corruption false",
      "readyz serializable_read true",
      "readyz linearizable_read true",
      "readyz non_learner true",
    ],
  });
  assert.equal((await ask(source, "/readyz?exclude=data_corruption")).status, 200);
  assert.equal((await ask(source, "/readyz/data_corruption")).status, 503);
  assert.equal((await ask(source, "/livez")).status, 200);
});

test("a store that cannot be read is neither healthy nor live nor ready, and says why", async () => {
  const source = {
    read: () => {
      throw new Error("etcdserver: request timed out");
    },
  };
  assert.equal(
    (await ask(source, "/health")).body,
    '{"health":"false","reason":"RANGE ERROR:etcdserver: request timed out"}\n',
  );
  const live = await ask(source, "/livez/serializable_read");
  assert.equal(live.body, "[-]serializable_read failed: etcdserver: request timed out\n\n");
  assert.equal((await ask(source, "/readyz?exclude=linearizable_read")).status, 503);
});
