import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { createSeededRandom, type Random } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { realEtcd, startEtcdTarget, targetName } from "../harness/etcd-target.ts";
import { type LndCommand, portsOpen, startLndCommand } from "../harness/lnd-command.ts";
import { rest, statesUntil } from "../harness/lnd-peer.ts";
import { startRealPostgres } from "../harness/real-postgres.ts";
import { needs, parts } from "../harness/required-part.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

/** How often a node is killed: on its own file, where it is all that keeps the state whole, and on the others. */
const crashesOnFile = Number(process.env["LEADERLAB_CRASHES"] ?? 10);
const crashesElsewhere = Math.ceil(crashesOnFile / 4);
/** A run is repeated with the seed that it names when it fails. */
const seed = Number(process.env["LEADERLAB_SEED"] ?? 1);
/** A kill comes after so many acknowledged invoices at most, and so much later at most: in the middle of others. */
const most = { invoices: 6, laterMs: 15 } as const;
const clients = 4;

const clock = createRealClock();

interface Life {
  readonly folder: string;
  readonly flags: readonly string[];
  readonly random: Random;
  readonly crashes: number;
}

/** Starts the node and waits until it serves. A database that cannot be read would end it before. */
async function start({ folder, flags }: Life): Promise<LndCommand> {
  const lndDir = join(folder, "node");
  const node = await startLndCommand(folder, ["--noseedbackup", ...flags], { lndDir });
  await node.process.line(portsOpen);
  await statesUntil(node, "SERVER_ACTIVE");
  return node;
}

/** Adds invoices until the node is gone; tells of each that was acknowledged. */
async function addInvoices(node: LndCommand, onAdded: (hash: string) => void) {
  try {
    const { macaroon } = node;
    for (;;) {
      const request = { method: "POST", macaroon, body: { value: 1 } };
      const reply = await rest(node, "/v1/invoices", request);
      if (reply.status !== 200) return;
      onAdded(JSON.parse(reply.body).r_hash);
    }
  } catch {
    // The node was killed: what was not acknowledged may be there or not.
  }
}

/** The payment hashes of all invoices that the node knows. */
async function invoicesOf(node: LndCommand): Promise<ReadonlySet<string>> {
  const path = "/v1/invoices?num_max_invoices=1000000";
  const reply = await rest(node, path, { macaroon: node.macaroon });
  const { invoices } = JSON.parse(reply.body) as { invoices: readonly { r_hash: string }[] };
  return new Set(invoices.map(({ r_hash }) => r_hash));
}

/** Kills a node in the middle of its writes, again and again, and looks for what it had acknowledged. */
async function crashAgainAndAgain(life: Life): Promise<void> {
  const acknowledged = new Set<string>();
  const { random, crashes } = life;
  for (let crash = 1; crash <= crashes; crash++) {
    await using started = await start(life);
    const found = await invoicesOf(started);
    const lost = [...acknowledged].filter((hash) => !found.has(hash));
    assert.deepEqual(
      lost,
      [],
      `lost after crash ${crash - 1}; LEADERLAB_SEED=${seed} shows it again`,
    );
    const enough = acknowledged.size + Math.floor(random.nextFloat() * (most.invoices + 1));
    let tellEnough = () => {};
    const isEnough = new Promise<void>((resolve) => {
      tellEnough = resolve;
    });
    const adding = Array.from({ length: clients }, () =>
      addInvoices(started, (hash) => {
        acknowledged.add(hash);
        if (acknowledged.size >= enough) tellEnough();
      }),
    );
    if (acknowledged.size < enough) await isEnough;
    await clock.sleep(random.nextFloat() * most.laterMs);
    await started.process.kill("SIGKILL");
    await Promise.all(adding);
  }
  await using last = await start(life);
  const found = await invoicesOf(last);
  assert.deepEqual(
    [...acknowledged].filter((hash) => !found.has(hash)),
    [],
  );
  assert.ok(acknowledged.size > 0, "no invoice was ever acknowledged");
}

/** What has nothing to do with etcd is not tried again on a real one. */
const own = { skip: realEtcd !== undefined && "it keeps nothing in etcd" };
const onPostgres = own.skip === false ? needs(parts.postgres) : own;

// They wait for processes most of the time, and so go side by side.
const options = { timeout: 1_800_000, concurrency: true };

describe("kill -9 of a node that writes, at random moments", options, () => {
  test(
    "no acknowledged invoice is lost from a database file, and it can be read each time",
    own,
    async () => {
      using folder = temporaryFolder();
      await crashAgainAndAgain({
        folder: folder.path,
        flags: ["--db.backend=bolt"],
        random: createSeededRandom(seed),
        crashes: crashesOnFile,
      });
    },
  );

  test(`no acknowledged invoice is lost from etcd (${targetName})`, async () => {
    using folder = temporaryFolder();
    await using etcd = await startEtcdTarget(folder.path);
    await crashAgainAndAgain({
      folder: folder.path,
      flags: ["--db.backend=etcd", `--db.etcd.host=${etcd.address}`, "--db.etcd.disabletls"],
      random: createSeededRandom(seed),
      crashes: crashesElsewhere,
    });
  });

  test("no acknowledged invoice is lost from Postgres", onPostgres, async () => {
    using folder = temporaryFolder();
    await using postgres = await startRealPostgres(folder.path);
    await crashAgainAndAgain({
      folder: folder.path,
      flags: ["--db.backend=postgres", `--db.postgres.dsn=${postgres.dsn}`],
      random: createSeededRandom(seed),
      crashes: crashesElsewhere,
    });
  });
});
