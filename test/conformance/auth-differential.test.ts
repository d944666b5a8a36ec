import assert from "node:assert/strict";
import { test } from "node:test";
import { createSeededRandom, type Random } from "@leaderlab/clock";
import { etcdVersion, startDefaultEtcd } from "../harness/default-etcd.ts";
import { needs, parts } from "../harness/required-part.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";
import { type Ask, answerOf, type Caller, grpcCaller } from "./caller.ts";
import { call } from "./cases/case.ts";
import { withOwnIdsRemoved } from "./masks.ts";
import type { Plain } from "./plain-message.ts";

/** The real etcd that ours is compared with, whatever the target is. */
const yardstick = parts.etcd.program;
const { skip: missing } = needs(parts.etcd);
const isOld = missing === false && etcdVersion(yardstick) === "3.4";
const skip = isOld ? "etcd 3.4 grants ranges that later ones refuse" : missing;
const seedCount = Number(process.env["LEADERLAB_SEEDS"] ?? 2);
const operations = Number(process.env["LEADERLAB_OPERATIONS"] ?? 300);

const keys = ["\0", "a", "a\0", "b", "bb", "c", "d", "d\xff", "e", "\xff"] as const;
const roles = ["r1", "r2", "r3"] as const;
const users = ["u1", "u2", "u3", "root"] as const;

/** One of two etcds with the same users and roles, and with auth on. */
class AuthSide {
  readonly #caller: Caller;
  readonly #tokens = new Map<string, string>();

  constructor(caller: Caller) {
    this.#caller = caller;
  }

  async enter(): Promise<void> {
    for (const name of users) {
      await answerOf(this.#caller, call("UserAdd", { name, password: name }));
    }
    for (const name of roles) await answerOf(this.#caller, call("RoleAdd", { name }));
    await answerOf(this.#caller, call("UserGrantRole", { user: "root", role: "root" }));
    await answerOf(this.#caller, call("AuthEnable"));
    for (const name of users) {
      const login = call("Authenticate", { name, password: name });
      this.#tokens.set(name, String((await answerOf(this.#caller, login))["token"]));
    }
  }

  async ask(ask: Ask, by: string): Promise<unknown> {
    const outcome = await this.#caller(ask, { token: this.#tokens.get(by) });
    return "answer" in outcome ? withOwnIdsRemoved(outcome.answer) : outcome;
  }
}

/** What somebody asks next: mostly to read or write, sometimes about users and roles. */
function nextAsk(random: Random): { readonly ask: Ask; readonly by: string } {
  const pick = <T>(items: readonly T[]): T => items[random.nextUint32() % items.length] as T;
  const range = (): Plain => ({ key: pick(keys), range_end: pick(["", "", "\0", ...keys]) });
  const role = pick([...roles, "root"]);
  const types = ["READ", "WRITE", "READWRITE"];
  const prev_kv = pick([true, false, false]);
  const compare = () => ({ ...range(), target: "VERSION", result: "GREATER", version: 0 });
  const asRoot = [
    call("RoleGrantPermission", { name: role, perm: { permType: pick(types), ...range() } }),
    call("RoleRevokePermission", { role, ...range() }),
    call("UserGrantRole", { user: pick(users), role }),
    call("UserRevokeRole", { name: pick(users), role }),
    call("RoleDelete", { role: pick([...roles, "none"]) }),
    call("RoleAdd", { name: pick(roles) }),
  ];
  const asAnybody = [
    call("RoleGet", { role }),
    call("UserGet", { name: pick(users) }),
    call("Put", { key: pick(keys), value: "v", prev_kv }),
    call("DeleteRange", { ...range(), prev_kv }),
    call("Txn", {
      compare: [compare()],
      success: [{ request_put: { key: pick(keys) } }],
      failure: [{ request_range: range() }, { request_delete_range: range() }],
    }),
    call("Range", { ...range(), count_only: true }),
    call("Range", { ...range(), count_only: true }),
  ];
  return random.nextUint32() % 3 === 0
    ? { ask: pick(asRoot), by: "root" }
    : { ask: pick(asAnybody), by: pick(users) };
}

for (let seed = 1; seed <= seedCount; seed++) {
  test(`who may do what comes to the same on ours and on ${yardstick}, seed ${seed}`, {
    skip,
    timeout: 120_000,
  }, async ({ signal }) => {
    using ourFolder = temporaryFolder();
    using realFolder = temporaryFolder();
    const options = { flags: ["--bcrypt-cost=4"], signal };
    await using our = await startDefaultEtcd(ourFolder.path, { ...options, program: "ours" });
    await using its = await startDefaultEtcd(realFolder.path, { ...options, program: yardstick });
    const [ours, real] = [new AuthSide(grpcCaller(our.rpc)), new AuthSide(grpcCaller(its.rpc))];
    await Promise.all([ours.enter(), real.enter()]);
    const random = createSeededRandom(seed);
    for (let count = 0; count < operations; count++) {
      const { ask, by } = nextAsk(random);
      const [actual, expected] = await Promise.all([ours.ask(ask, by), real.ask(ask, by)]);
      assert.deepEqual(actual, expected, `operation ${count} by ${by}: ${JSON.stringify(ask)}`);
    }
    const status = call("AuthStatus");
    assert.deepEqual(await ours.ask(status, "root"), await real.ask(status, "root"));
  });
}
