import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { createSystemRandom } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { shells } from "../../file-kind.ts";
import type { HeldNode } from "../../lab/index.ts";
import type { LncliCall, RunSettings } from "../run-settings.ts";
import { type ExecVariant, runExec } from "./exec-probe.ts";
import { ExecRoom } from "./exec-room.ts";
import { startLncliDesk } from "./lncli-desk.ts";
import { nodeShim } from "./lncli-shim.ts";

const clock = createRealClock();
const random = createSystemRandom();
const lndDir = mkdtempSync(join(tmpdir(), "leaderlab-test-"));
after(() => rmSync(lndDir, { recursive: true, force: true }));

const node: HeldNode = {
  state: "SERVER_ACTIVE",
  ports: { rest: 30_001, rpc: 30_002 },
  guises: [],
  lndDir,
  certificatePath: join(lndDir, "tls.cert"),
  macaroonPath: join(lndDir, "admin.macaroon"),
};
const calls: LncliCall[] = [];
const settings: RunSettings = {
  clock,
  random,
  lncli: async (call) => {
    calls.push(call);
    if (call.argv.includes("hang"))
      await new Promise((end) => call.signal.addEventListener("abort", end));
    call.out('{\n    "state":  "SERVER_ACTIVE",\n    "a: b":  "c:  d"\n}\n');
    call.err("ü warned\n");
    return call.argv.includes("fail") ? 3 : 0;
  },
};
const room = await ExecRoom.open(settings);
after(() => room[Symbol.asyncDispose]());

const run = (command: readonly string[], variant: ExecVariant = { spaces: 2 }, limitMs = 20_000) =>
  runExec(room, command, { node, ports: node.ports, limitMs, variant }, settings);

const printed = '{\n    "state":  "SERVER_ACTIVE",\n    "a: b":  "c:  d"\n}';

test("lncli in a command is answered by the node, wherever the command looks for it", async () => {
  const { output } = await run(["lncli", "--rpcserver=lnd-0:10009", "-n", "mainnet", "state"]);
  assert.equal(output, `${printed}\nü warned`);
  const own = ["--rpcserver=127.0.0.1:30002", `--lnddir=${lndDir}`];
  assert.deepEqual(calls.at(-1)?.argv, [...own, "-n", "mainnet", "state"]);
  const flags = ["--lnddir", "/x/.lnd", "-tlscertpath=/y", "--macaroonpath", "/z/ro.macaroon"];
  await run(["/bin/lncli", ...flags, "--no-macaroons", "getinfo", "--lnddir=a b"]);
  const macaroon = `--macaroonpath=${node.macaroonPath}`;
  assert.deepEqual(calls.at(-1)?.argv, [
    ...own,
    macaroon,
    "--no-macaroons",
    "getinfo",
    "--lnddir=a b",
  ]);
});

test("lncli's exit code, its two streams and its variables are passed on", async () => {
  const failed = await run(["sh", "-c", 'LNCLI_NETWORK="a\nü" lncli fail 2>/dev/null'], {
    spaces: 2,
    shell: "dash",
  });
  assert.deepEqual([failed.exitCode, failed.output], [3, printed]);
  assert.deepEqual(calls.at(-1)?.env, { LNCLI_NETWORK: "a\nü" });
});

test("a build of lncli that prints one space differs in that alone", async () => {
  const { output } = await run(["lncli", "state"], { spaces: 1 });
  assert.equal(
    output,
    `${printed.replace('state":  ', 'state": ').replace('b":  ', 'b": ')}\nü warned`,
  );
});

test("a call of lncli that hangs is told when its command is ended", async () => {
  const late = await run(["lncli", "hang"], { spaces: 2 }, 1000);
  assert.equal(late.outcome, "timeout");
  const { signal } = calls.at(-1) ?? assert.fail();
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener("abort", resolve));
});

test("a command finds lnd's folder in its home, a process of lnd, and itself on loopback", async () => {
  const { output } = await run(
    ["sh", "-c", "cd ~/.lnd; pwd -P; pidof lnd; pgrep -x lnd; hostname; echo $HOSTNAME"],
    {
      shell: "dash",
      spaces: 2,
    },
  );
  assert.equal(output, `${lndDir}\n1\n1\nlocalhost\nlocalhost`);
  const down = { ...node, state: "nothing-listening" } as const;
  const options = {
    node: down,
    ports: node.ports,
    limitMs: 20_000,
    variant: { spaces: 2 },
  } as const;
  assert.equal((await runExec(room, ["pidof", "lnd"], options, settings)).exitCode, 1);
});

test("a loop that sleeps is known to wait on, whatever it would have slept, and one that ends does so at once", async () => {
  for (const shell of shells) {
    const variant = { shell, spaces: 2 } as const;
    const loop = (script: string) =>
      runExec(
        room,
        ["sh", "-c", script],
        { node, ports: node.ports, limitMs: 60_000, variant, isLoop: true },
        settings,
      );
    const endless = await loop("while true; do echo look; sleep 3600; done");
    assert.deepEqual(
      [endless.outcome, endless.exitCode, endless.output],
      ["timeout", null, "look\nlook\nlook"],
    );
    const short = await loop("sleep 3600; sleep 1h; exit 4");
    assert.deepEqual([short.outcome, short.exitCode], ["failure", 4]);
  }
});

test("text tools are busybox's beside its shell, and the machine's beside others", async () => {
  const script = ["sh", "-c", "grep -oP 'a\\K.' </dev/null; echo $?"];
  assert.match((await run(script, { shell: "busybox", spaces: 2 })).output, /BusyBox/);
  assert.equal((await run(script, { shell: "dash", spaces: 2 })).output, "1");
});

test("what a command started outside of its group is gone with the room", async () => {
  const other = await ExecRoom.open(settings);
  const options = { node, ports: node.ports, limitMs: 20_000, variant: { spaces: 2 } } as const;
  const script = "mkfifo f; setsid sh -c 'echo $$ >f; exec sleep 1000' >/dev/null 2>&1 & cat f";
  const { output } = await runExec(other, ["sh", "-c", script], options, settings);
  assert.match(output, /^\d+$/);
  await other[Symbol.asyncDispose]();
  const isGone = () => {
    try {
      process.kill(Number(output), 0);
      return false;
    } catch {
      return true;
    }
  };
  while (existsSync("/proc/self") && !isGone()) await clock.sleep(5);
});

test("without bash, Node stands for lncli", async () => {
  const desk = await startLncliDesk(settings.lncli ?? assert.fail(), random);
  const caller = desk.admit({ node, ports: node.ports, spaces: 2 });
  const shim = nodeShim(process.execPath, caller).replace("#!/bin/sh\n", "");
  const { output, exitCode } = await run(["sh", "-c", `set -- fail 'ü b'; ${shim}`]);
  assert.deepEqual([output, exitCode], [`${printed}\nü warned`, 3]);
  assert.deepEqual(calls.at(-1)?.argv.slice(2), ["fail", "ü b"]);
  caller.leave();
  await desk.stop();
});

test("the desk answers nobody who has no token, and no request without end", async () => {
  const desk = await startLncliDesk(settings.lncli ?? assert.fail(), random);
  const { port, leave } = desk.admit({ node, ports: node.ports, spaces: 2 });
  const before = calls.length;
  for (const request of ["0000\n0\n0\n", "x".repeat(300_000), "a\n1\n-5\nb\n"]) {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => {});
    let reply = "";
    socket.on("data", (bytes) => {
      reply += bytes;
    });
    socket.end(request);
    await new Promise((resolve) => socket.once("close", resolve));
    assert.equal(reply, "");
  }
  assert.equal(calls.length, before);
  leave();
  await desk.stop();
});
