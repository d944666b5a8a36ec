import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { startDefaultEtcd } from "../harness/default-etcd.ts";
import { targetName } from "../harness/etcd-target.ts";
import { foreignTimeoutMs, runForeignChecks } from "../harness/foreign-checks.ts";
import { needs, parts } from "../harness/required-part.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const { skip } = needs(parts.python);
/** So that Python leaves no files of its own behind. */
const env = { PYTHONDONTWRITEBYTECODE: "1" };

for (const [library, file] of [
  ["etcd3, over gRPC", "etcd3_checks.py"],
  ["etcd3gw, over JSON", "etcd3gw_checks.py"],
] as const) {
  test(`Python's ${library}, on ${targetName}`, {
    skip,
    timeout: foreignTimeoutMs,
  }, async (t) => {
    using folder = temporaryFolder();
    await using etcd = await startDefaultEtcd(folder.path, { signal: t.signal });
    const script = fileURLToPath(new URL(`python/${file}`, import.meta.url));
    await runForeignChecks(t, [parts.python.program, script, etcd.address], env);
  });
}
