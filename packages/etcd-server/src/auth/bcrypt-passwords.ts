import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { EtcdError } from "@leaderlab/etcd-core";
import { RpcError } from "@leaderlab/rpc";

/** Makes of passwords what can be kept, and compares with that. */
export interface Passwords {
  /** Rejects with `passwordTooLong` beyond 72 bytes. */
  hash(password: string): Promise<string>;
  /** False, too, for a hash that is none. */
  matches(password: string, hash: string): Promise<boolean>;
  /** Frees what is held; what is under way is refused. */
  stop(): void;
}

/** The costs that bcrypt knows; each one more takes twice the time. */
export const bcryptCosts = { min: 4, max: 31, default: 10 } as const;

/** How many passwords wait at a time; one more is refused with RESOURCE_EXHAUSTED. */
const maxWaiting = 1000;

/** What bcrypt looks at; Go's refuses to hash more. */
const maxPasswordBytes = 72;

/** Plain JavaScript, since a worker of a program that runs from TypeScript sources has nothing that would load them. */
const workerCode = `
  const { parentPort, workerData } = require("node:worker_threads");
  const bcrypt = require(workerData.bcrypt);
  parentPort.on("message", ({ id, password, hash, cost }) => {
    const result = hash === undefined ? bcrypt.hashSync(password, cost) : bcrypt.compareSync(password, hash);
    parentPort.postMessage({ id, result });
  });
`;

interface Task {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * bcrypt, on a thread of its own: a cost of 10 takes some 60 ms, in which the store must go on. The thread begins with
 * the first password and does one at a time; while it has nothing to do it keeps no process alive.
 */
export function createBcryptPasswords(cost: number): Passwords {
  const tasks = new Map<number, Task>();
  let worker: Worker | undefined;
  let lastId = 0;

  const end = (error: Error) => {
    void worker?.terminate();
    worker = undefined;
    for (const { reject } of tasks.values()) reject(error);
    tasks.clear();
  };
  const start = () => {
    const started = new Worker(workerCode, {
      eval: true,
      execArgv: [],
      workerData: { bcrypt: createRequire(import.meta.url).resolve("bcryptjs") },
    });
    started.on("message", ({ id, result }: { id: number; result: unknown }) => {
      tasks.get(id)?.resolve(result);
      tasks.delete(id);
      if (tasks.size === 0) started.unref();
    });
    started.on("error", (error) => started === worker && end(error));
    return started;
  };
  const run = (task: { password: string; hash?: string; cost?: number }): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (tasks.size >= maxWaiting) {
        reject(new RpcError("RESOURCE_EXHAUSTED", "too many passwords are being checked"));
        return;
      }
      worker ??= start();
      lastId += 1;
      tasks.set(lastId, { resolve, reject });
      worker.ref();
      worker.postMessage({ id: lastId, ...task });
    });

  return {
    async hash(password) {
      if (Buffer.byteLength(password) > maxPasswordBytes) throw new EtcdError("passwordTooLong");
      return String(await run({ password, cost }));
    },
    async matches(password, hash) {
      if (!/^\$2[aby]?\$\d\d\$.{53}$/.test(hash)) return false;
      return (await run({ password, hash })) === true;
    },
    stop: () => end(new RpcError("UNAVAILABLE", "etcdserver: server stopped")),
  };
}
