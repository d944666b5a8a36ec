import { after, test } from "node:test";
import { startDefaultEtcd } from "../harness/default-etcd.ts";
import { targetName } from "../harness/etcd-target.ts";
import { foreignTimeoutMs, runForeignChecks } from "../harness/foreign-checks.ts";
import { buildGo } from "../harness/go-program.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const built = temporaryFolder();
after(() => built[Symbol.dispose]());
const { program, skip } = buildGo("checks", built.path);

test(`Go's clientv3 and the packages on it, on ${targetName}`, {
  skip,
  timeout: foreignTimeoutMs,
}, async (t) => {
  using folder = temporaryFolder();
  await using etcd = await startDefaultEtcd(folder.path, {
    flags: ["--bcrypt-cost=4"],
    signal: t.signal,
  });
  await runForeignChecks(t, [program, "-endpoints", etcd.address]);
});
