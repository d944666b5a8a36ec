import assert from "node:assert/strict";
import { test } from "node:test";
import { startEtcd } from "@leaderlab/etcd-server";
import { createRpcClient } from "@leaderlab/rpc/client";
import { startDefaultEtcd } from "../harness/default-etcd.ts";
import { realEtcd, targetName } from "../harness/etcd-target.ts";
import { seedsOf } from "../harness/seeds.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";
import { checkLinearizable, type Operation } from "./checker.ts";
import { grpcClient, jsonClient } from "./etcd-client.ts";
import { type EtcdOp, type EtcdOutput, etcdModel } from "./etcd-model.ts";
import { recordHistory } from "./record-history.ts";

const operations = Number(process.env["LEADERLAB_OPERATIONS"] ?? 80);
const { seeds, again } = seedsOf("test/linearizability/linearizability.test.ts", { operations });

interface Target extends AsyncDisposable {
  readonly baseUrl: string;
}

for (const seed of seeds) {
  test(`what concurrent clients see of ${targetName} is linearizable, seed ${seed}`, async (t) => {
    using folder = temporaryFolder();
    await using target = await start(folder.path, seed);
    const clients = Array.from({ length: 4 }, () => createRpcClient(target.baseUrl.slice(7)));
    const recorded = await recordHistory({
      seed,
      clients: [...clients.map(grpcClient), jsonClient(target.baseUrl), jsonClient(target.baseUrl)],
      operations,
    });
    for (const client of clients) client.close();
    const known = recorded.filter(({ result }) => result !== undefined).length;
    t.diagnostic(`${recorded.length} operations, ${recorded.length - known} of unknown outcome`);
    assert.ok(known > recorded.length / 2, "most operations were answered");
    const verdict = checkLinearizable(etcdModel, recorded);
    if (verdict.kind === "linearizable") return;
    assert.fail(`${described(verdict)}\nTo run it again:\n  ${again(seed)}`);
  });
}

/** The real one as it is; ours with faults: answers that are late, or refused although the request was done. */
async function start(folder: string, seed: number): Promise<Target> {
  if (realEtcd !== undefined) return startDefaultEtcd(folder);
  const etcd = await startEtcd({ seed, history: false });
  etcd.injectFault({ delayMs: 3, rate: 0.1 });
  etcd.injectFault({ at: "response", delayMs: 5, rate: 0.2 });
  etcd.injectFault({ at: "response", code: "UNAVAILABLE", rate: 0.03, count: 10 });
  etcd.injectFault({ code: "UNAVAILABLE", rate: 0.03, count: 10 });
  return { baseUrl: etcd.endpoint, [Symbol.asyncDispose]: () => etcd.stop() };
}

function described(
  verdict: Exclude<ReturnType<typeof check>, { readonly kind: "linearizable" }>,
): string {
  if (verdict.kind === "gaveUp") return `no answer after ${verdict.steps} steps`;
  const line = (operation: Operation<EtcdOp, EtcdOutput>) => JSON.stringify(operation);
  return [
    "no order explains what the clients saw; the longest ends with",
    ...verdict.order.slice(-10).map(line),
    `at revision ${verdict.state.revision}, and what fits nowhere after it is`,
    line(verdict.stuck),
  ].join("\n");
}

const check = checkLinearizable<typeof etcdModel.initial, EtcdOp, EtcdOutput>;
