import assert from "node:assert/strict";
import { test } from "node:test";
import { etcd } from "@leaderlab/proto";
import { etcdVersion, startDefaultEtcd } from "../harness/default-etcd.ts";
import { targetName } from "../harness/etcd-target.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const version = etcdVersion();
const timeout = 60_000;
const { Check, List, Watch } = etcd.health.methods;

test(`gRPC's own services, as etcd serves them, on ${targetName}`, { timeout }, async (t) => {
  using folder = temporaryFolder();
  await using target = await startDefaultEtcd(folder.path, { signal: t.signal });
  const { rpc, baseUrl } = target;

  await t.test("the server as a whole is well, and no other service is known", async () => {
    assert.equal((await rpc.unary(Check, {})).status, "SERVING");
    await assert.rejects(rpc.unary(Check, { service: "etcdserverpb.KV" }), {
      code: "NOT_FOUND",
      message: "unknown service",
    });
  });

  const skip = version === "3.4" && "its gRPC is too old for that";
  await t.test("all that is known is listed", { skip }, async () => {
    assert.deepEqual((await rpc.unary(List, {})).statuses, { "": { status: "SERVING" } });
  });

  await t.test(
    "a watcher is told at once, and of an unknown service that it is unknown",
    async () => {
      for (const [service, status] of [
        ["", "SERVING"],
        ["etcdserverpb.KV", "SERVICE_UNKNOWN"],
      ] as const) {
        for await (const told of rpc.serverStream(Watch, { service })) {
          assert.equal(told.status, status);
          break;
        }
      }
    },
  );

  await t.test("health is not asked for over the gateway", async () => {
    const response = await fetch(`${baseUrl}/grpc.health.v1.Health/Check`, { method: "POST" });
    assert.equal(response.status, 404);
  });

  await t.test("there is no reflection", async () => {
    for (const version of ["v1", "v1alpha"]) {
      const service = `grpc.reflection.${version}.ServerReflection`;
      const reflection: typeof Check = { ...Check, path: `/${service}/ServerReflectionInfo` };
      const asked = rpc.unary(reflection, {});
      await assert.rejects(asked, { code: "UNIMPLEMENTED", message: `unknown service ${service}` });
    }
  });
});
