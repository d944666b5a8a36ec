import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openPage } from "../harness/browser.ts";
import { leaderlab } from "../harness/leaderlab.ts";
import { needs, parts } from "../harness/required-part.ts";

const options = { ...needs(parts.chromium), timeout: 240_000 };
const freePorts = ["--port", "0", "--etcd-port", "0", "--rest-port", "0", "--rpc-port", "0"];

describe("breaking a cluster from its page in Chromium", options, () => {
  test("a node is cut from etcd and mended on its card; the cut is seen there and in the list", async () => {
    await using up = leaderlab(["up", "--json", ...freePorts]);
    const { webUrl } = JSON.parse(await up.line(/"kind":"ready"/));
    await using opened = await openPage(webUrl);
    const { page, errors } = opened;
    await page.locator('[data-node="lnd-1"][data-state="SERVER_ACTIVE"]').waitFor();
    const cut = page.locator('[data-node="lnd-1"] [data-part="cut"]');
    await cut.click();
    await page.locator('[data-node="lnd-1"][data-wire="cut"]').waitFor();
    const faults = page.locator("[data-testid=faults] li");
    assert.match((await faults.first().textContent()) ?? "", /lnd-1:etcd carries nothing/);
    await page.locator('[data-node="lnd-2"][data-role="leader"]').waitFor();
    await cut.click();
    await page.locator('[data-node="lnd-1"][data-wire="whole"]').waitFor();
    assert.equal(await faults.count(), 0);
    assert.deepEqual(errors, []);
  });

  test("a fault is chosen from the menu and undone; time stands still and is moved on; a node is paused", async () => {
    await using up = leaderlab(["up", "--json", "--nodes", "2", ...freePorts]);
    const { webUrl } = JSON.parse(await up.line(/"kind":"ready"/));
    await using opened = await openPage(webUrl);
    const { page, errors } = opened;
    await page.locator('[data-node="lnd-1"][data-state="SERVER_ACTIVE"]').waitFor();
    await page.locator("[data-testid=trouble-kind]").selectOption("latency");
    await page.locator("[data-testid=trouble-target]").selectOption("lnd-2:etcd");
    await page.locator("[data-testid=break]").click();
    const latency = page.locator('[data-testid=faults] [data-kind="latency"]');
    assert.match((await latency.textContent()) ?? "", /lnd-2:etcd takes 500 ms longer/);
    await latency.locator("button").click();
    await latency.waitFor({ state: "detached" });
    await page.locator("[data-testid=time-pause]").click();
    await page.locator('body[data-time="paused"]').waitFor();
    assert.equal(await page.locator("[data-testid=time]").textContent(), "Stands still");
    await page.locator("[data-testid=time-60]").click();
    await page.locator('[data-testid=timeline] [data-kind="timeAdvanced"]').waitFor();
    await page.locator("[data-testid=time-pause]").click();
    await page.locator('body[data-time="real"]').waitFor();
    await page.locator('[data-node="lnd-2"] [data-action="pause"]').click();
    await page.locator('[data-node="lnd-2"][data-paused]').waitFor();
    await page.locator('[data-node="lnd-2"] [data-action="resume"]').click();
    await page.locator('[data-node="lnd-2"]:not([data-paused])').waitFor();
    await page.locator("[data-testid=etcd-switch]").click();
    await page.locator('body[data-etcd="down"]').waitFor();
    await page.locator("[data-testid=etcd-switch]").click();
    await page.locator('body[data-etcd="up"]').waitFor();
    assert.deepEqual(errors, []);
  });
});
