/**
 * The load of `npm run bench` where there is no Go: npm's etcd3 does what test/interop/go/bench/main.go does, with the same
 * flags and the same line of JSON. It is slower than the servers that it measures, so it says less of them.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { parseArgs } from "node:util";
import { createRealClock } from "@leaderlab/clock/real";
import { Etcd3 } from "etcd3";

const { values: flags, positionals: command } = parseArgs({
  args: process.argv.slice(2).map((arg) => (/^-\w/.test(arg) ? `-${arg}` : arg)),
  allowPositionals: true,
  options: {
    case: { type: "string", default: "" },
    endpoint: { type: "string", default: "127.0.0.1:2379" },
    clients: { type: "string", default: "1" },
    connections: { type: "string", default: "1" },
    seconds: { type: "string", default: "3" },
    count: { type: "string", default: "1000" },
  },
});
const clients = Number(flags.clients);
const seconds = Number(flags.seconds);
const count = Number(flags.count);
const clock = createRealClock();
const value = Buffer.alloc(256);
/** Calls before the measure begins. */
const warmUpMs = 500;

/** One call of one caller. */
type Call = (client: Etcd3, caller: number, turn: number) => Promise<unknown>;

function dial(): Etcd3 {
  const endless = -1;
  return new Etcd3({
    hosts: `http://${flags.endpoint}`,
    grpcOptions: {
      // Else all clients of a process share one connection.
      "grpc.use_local_subchannel_pool": 1,
      "grpc.max_send_message_length": endless,
      "grpc.max_receive_message_length": endless,
    },
  });
}

const digits = (number: number, length: number) => String(number).padStart(length, "0");
const key = (caller: number, turn: number) =>
  `bench/${digits(caller, 4)}/${digits(turn % 1000, 4)}`;
const put: Call = async (client, caller, turn) => client.put(key(caller, turn)).value(value);

const transact =
  (operations: number): Call =>
  async (client, caller, turn) => {
    const keys = Array.from({ length: operations }, (_, at) => key(caller, turn * operations + at));
    const [first = "", ...others] = keys;
    const compared = client.if(first, "Mod", ">", -1);
    for (const other of others) compared.and(other, "Mod", ">", -1);
    await compared.then(...keys.map((own) => client.put(own).value(value))).commit();
  };

/** As large as the transaction in which lnd creates a wallet. */
const createWallet: Call = async (client, caller, turn) => {
  const keyAt = (at: number) => `wallet/${caller}/${turn}/${digits(at, 6)}`;
  const keysOf = (length: number) => Array.from({ length }, (_, at) => keyAt(at));
  const [first = "", ...others] = keysOf(1285);
  const compared = client.if(first, "Create", "==", 0);
  for (const other of others) compared.and(other, "Create", "==", 0);
  const { succeeded } = await compared
    .then(...keysOf(766).map((own) => client.put(own).value(value)))
    .else(...keysOf(519).map((own) => client.get(own)))
    .commit();
  if (!succeeded) throw new Error("the wallet was there already");
};

/** Each caller asks on a stream of its own, one keep-alive after the other. */
function keepAlive(): Call {
  const streams = new Map<number, () => Promise<unknown>>();
  const open = async (client: Etcd3) => {
    const { ID } = await client.leaseClient.leaseGrant({ TTL: "60" });
    const stream = await client.leaseClient.leaseKeepAlive();
    let answered = () => {};
    stream.on("data", () => answered());
    return () =>
      new Promise<void>((resolve) => {
        answered = resolve;
        stream.write({ ID });
      });
  };
  return async (client, caller) => {
    const again = streams.get(caller) ?? (await open(client));
    streams.set(caller, again);
    await again();
  };
}

function summary(latencies: readonly number[], tookMs: number) {
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor(part * (sorted.length - 1))] ?? 0;
  return { calls: sorted.length, seconds: tookMs / 1000, p50: at(0.5), p99: at(0.99) };
}

/** Makes one call after the other in each caller. */
async function calls(pool: readonly Etcd3[], one: Call) {
  // With the first call a connection is made, which takes this client long.
  const everyone = Array.from({ length: clients }, (_, index) => index);
  await Promise.all(everyone.map((index) => one(pool[index % pool.length] as Etcd3, index, 0)));
  const warmMs = clock.now() + warmUpMs;
  const endMs = warmMs + seconds * 1000;
  const latencies: number[] = [];
  const caller = async (index: number) => {
    const client = pool[index % pool.length] as Etcd3;
    for (let turn = 1; clock.now() < endMs; turn += 1) {
      const startMs = clock.now();
      await one(client, index, turn);
      if (startMs > warmMs) latencies.push(clock.now() - startMs);
    }
  };
  await Promise.all(everyone.map(caller));
  return summary(latencies, clock.now() - warmMs);
}

async function afterPuts(pool: readonly Etcd3[], one: Call) {
  for (let turn = 0; turn < 1000; turn += 1) await put(pool[0] as Etcd3, 0, turn);
  return calls(pool, one);
}

/** Puts a key that many watchers watch, and takes the time until each has heard of it. */
async function fanOut([client]: readonly Etcd3[]) {
  let heard = 0;
  let all = () => {};
  for (let at = 0; at < count; at += 1) {
    const watcher = await (client as Etcd3).watch().key("fan-out").create();
    watcher.on("put", () => {
      heard += 1;
      if (heard === count) all();
    });
  }
  const latencies: number[] = [];
  const beginMs = clock.now();
  while (clock.now() - beginMs < seconds * 1000) {
    heard = 0;
    const startMs = clock.now();
    const told = new Promise<void>((resolve) => {
      all = resolve;
    });
    await (client as Etcd3).put("fan-out").value(value);
    await told;
    latencies.push(clock.now() - startMs);
  }
  const result = summary(latencies, clock.now() - beginMs);
  return { ...result, calls: result.calls * count };
}

/** Puts so many keys of 256 bytes each. */
async function fill(pool: readonly Etcd3[]) {
  let next = 0;
  const beginMs = clock.now();
  const caller = async (index: number) => {
    for (let at = ++next; at <= count; at = ++next) {
      await (pool[index % pool.length] as Etcd3).put(`fill/${digits(at, 8)}`).value(value);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, index) => caller(index)));
  return { calls: count, seconds: (clock.now() - beginMs) / 1000, p50: 0, p99: 0 };
}

/** Starts a server and asks it until a put has been answered. */
async function firstPut() {
  const [program = "", ...args] = command;
  const startMs = clock.now();
  const server = spawn(program, args, { stdio: "ignore" });
  try {
    await untilListening(startMs + 30_000);
    const client = dial();
    await client.put("first").value(value);
    const tookMs = clock.now() - startMs;
    client.close();
    return summary([tookMs], tookMs);
  } finally {
    server.kill("SIGKILL");
    await once(server, "exit");
  }
}

async function untilListening(deadlineMs: number): Promise<void> {
  const [host = "", port] = flags.endpoint.split(":");
  for (;;) {
    const socket = connect(Number(port), host);
    const isOpen = await once(socket, "connect").then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isOpen) return;
    if (clock.now() > deadlineMs) throw new Error("the server does not listen");
    await clock.sleep(1);
  }
}

const cases: Readonly<Record<string, (pool: readonly Etcd3[]) => Promise<object>>> = {
  put: (pool) => calls(pool, put),
  range: (pool) => afterPuts(pool, (client, _caller, turn) => client.get(key(0, turn)).buffer()),
  "txn-1": (pool) => calls(pool, transact(1)),
  "txn-64": (pool) => calls(pool, transact(64)),
  wallet: (pool) => calls(pool, createWallet),
  "keep-alive": (pool) => calls(pool, keepAlive()),
  "watch-fan-out": fanOut,
  fill,
};

async function run(): Promise<object> {
  if (flags.case === "first-put") return firstPut();
  const work = cases[flags.case];
  if (work === undefined) throw new Error(`no such case: ${flags.case}`);
  const pool = Array.from({ length: Number(flags.connections) }, dial);
  try {
    return await work(pool);
  } finally {
    for (const client of pool) client.close();
  }
}

console.log(JSON.stringify(await run()));
process.exit(0);
