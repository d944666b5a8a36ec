import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { request } from "node:http";
import { test } from "node:test";
import { leaderlab } from "../harness/leaderlab.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

interface Place {
  readonly rpc: string;
  readonly lndDir: string;
}

const post = (url: string, body: unknown) =>
  new Promise<number | undefined>((resolve, reject) => {
    const outgoing = request(url, { method: "POST", agent: false }, (incoming) => {
      incoming.resume();
      incoming.on("end", () => resolve(incoming.statusCode));
    });
    outgoing.on("error", reject);
    outgoing.end(JSON.stringify(body));
  });

test("a served lab is seen by real clients, moved, and gone with Ctrl-C", async () => {
  using folder = temporaryFolder();
  const argv = ["serve-lab", "--json", "--ports", "lnd-1:WAITING_TO_START,lnd-2:hanging"];
  await using lab = leaderlab(argv, { env: { TMPDIR: folder.path } });
  const ready = JSON.parse(await lab.line(/"kind":"ready"/));
  const [place] = ready.places as readonly Place[];
  assert.ok(place !== undefined);
  const state = async () => {
    const flags = [`--rpcserver=${place.rpc}`, `--lnddir=${place.lndDir}`, "--network=regtest"];
    const lncli = leaderlab(["lncli", ...flags, "state"]);
    await lncli.ended;
    return lncli.output;
  };
  assert.match(await state(), /"WAITING_TO_START"/);
  assert.equal(await post(`${ready.control}/places/lnd-1`, { state: "LOCKED" }), 200);
  assert.match(await state(), /"LOCKED"/);
  assert.deepEqual(await lab.kill("SIGINT"), { code: 0, signal: null });
  assert.deepEqual(readdirSync(folder.path), []);
});
