import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { openPage } from "../harness/browser.ts";
import type { TestProcess } from "../harness/child-process.ts";
import { leaderlab } from "../harness/leaderlab.ts";
import { needs, parts } from "../harness/required-part.ts";

const options = { ...needs(parts.chromium), timeout: 120_000 };
const freePorts = ["--port", "0", "--etcd-port", "0", "--rest-port", "0", "--rpc-port", "0"];

async function pageOf(up: TestProcess): Promise<string> {
  return JSON.parse(await up.line(/"kind":"ready"/)).webUrl;
}

const card = (page: Page, name: string) => page.locator(`[data-node="${name}"]`);

/** Waits until a node's card shows a role. */
const showsRole = (page: Page, name: string, role: string) =>
  page.locator(`[data-node="${name}"][data-role="${role}"]`).waitFor();

describe("the playground's page in Chromium", options, () => {
  test("shows the leader, the queue and each node's state, without a fault in the console", async () => {
    await using up = leaderlab(["up", "--json", ...freePorts]);
    await using opened = await openPage(await pageOf(up));
    const { page, errors } = opened;
    await page.locator('[data-node="lnd-1"][data-state="SERVER_ACTIVE"]').waitFor();
    assert.match((await page.locator("[data-testid=leader]").textContent()) ?? "", /lnd-1/);
    await showsRole(page, "lnd-1", "leader");
    for (const name of ["lnd-2", "lnd-3"]) {
      await showsRole(page, name, "follower");
      assert.equal(await card(page, name).getAttribute("data-state"), "WAITING_TO_START");
    }
    const keys = page.locator("[data-testid=queue] li[data-lease]");
    await keys.nth(2).waitFor();
    assert.equal(await keys.count(), 3);
    assert.equal(await keys.first().getAttribute("data-standing"), "leads");
    assert.deepEqual(errors, []);
  });

  test("one click kills the leader: it is seen at once, and another one leads when the lease has run out", async () => {
    await using up = leaderlab(["up", "--json", ...freePorts]);
    await using opened = await openPage(await pageOf(up));
    const { page, errors } = opened;
    await page.locator('[data-node="lnd-1"][data-state="SERVER_ACTIVE"]').waitFor();
    await page.locator("[data-testid=kill-leader]").click();
    await showsRole(page, "lnd-1", "down");
    assert.match((await page.locator("[data-testid=leader]").textContent()) ?? "", /No leader/);
    await page.locator('[data-testid=timeline] [data-kind="leaseExpired"]').waitFor();
    await showsRole(page, "lnd-2", "leader");
    const failover = page.locator('[data-testid=timeline] [data-kind="failover"]');
    await failover.waitFor();
    assert.match((await failover.textContent()) ?? "", /lnd-1 → lnd-2 in \d+\.\d+ s/);
    assert.deepEqual(errors, []);
  });

  test("the buttons of a node stop it, start it again and are off when they make no sense", async () => {
    await using up = leaderlab(["up", "--json", ...freePorts]);
    await using opened = await openPage(await pageOf(up));
    const { page } = opened;
    await page.locator('[data-node="lnd-1"][data-state="SERVER_ACTIVE"]').waitFor();
    const button = (action: string) => card(page, "lnd-1").locator(`[data-action="${action}"]`);
    assert.equal(await button("start").isEnabled(), false);
    await button("stop").click();
    await showsRole(page, "lnd-1", "down");
    await showsRole(page, "lnd-2", "leader");
    assert.equal(await button("kill").isEnabled(), false);
    await button("start").click();
    await showsRole(page, "lnd-1", "follower");
    const keys = page.locator("[data-testid=queue] li[data-lease]");
    assert.equal(await keys.first().getAttribute("data-holder"), "lnd-2");
  });

  test("when the playground stops, the page says so", async () => {
    await using up = leaderlab(["up", "--json", ...freePorts]);
    await using opened = await openPage(await pageOf(up));
    const { page } = opened;
    await page.locator('body[data-link="live"]').waitFor();
    await up.kill("SIGINT");
    await page.locator('body[data-link="gone"]').waitFor();
    assert.match((await page.locator("body").textContent()) ?? "", /npm start/);
  });
});
