import assert from "node:assert/strict";
import { createRealClock } from "@leaderlab/clock/real";
import { etcd } from "@leaderlab/proto";
import { RpcError } from "@leaderlab/rpc";
import { createRpcClient } from "@leaderlab/rpc/client";
import { TestProcess } from "../harness/child-process.ts";
import { root } from "../tidy/source-files.ts";

/** What a server may keep of all that is sent to it, beyond what it began with. */
export const mostKeptBytes = 64 * 1024 * 1024;

/** A server in a process of its own, which everything may be sent to. */
export interface ServedEtcd extends AsyncDisposable {
  /** `127.0.0.1:PORT` */
  readonly address: string;
  /** What it told of its own faults. */
  readonly faults: readonly string[];
  /** The end of what it said. */
  readonly lastWords: string;
  bytesInUse(): Promise<number>;
  /**
   * Has a reader over gRPC and one over HTTP answered; a refusal is an answer, since what was sent before may have shut
   * the door.
   */
  requireService(): Promise<void>;
}

const patienceMs = 60_000;
const clock = createRealClock();

/** Starts one and waits until it serves. */
export async function serveEtcd(): Promise<ServedEtcd> {
  const node = [process.execPath, "--expose-gc", "--import", "tsx", "--conditions=source"] as const;
  const server = new TestProcess([...node, "test/fuzz/served-etcd.ts"], {
    input: "open",
    cwd: root,
  });
  const address = (await server.line(/^serving/)).replace("serving http://", "");
  return {
    address,
    get faults() {
      return server.output.split("\n").filter((line) => line.startsWith("fault "));
    },
    get lastWords() {
      return server.output.split("\n").slice(-20).join("\n").slice(-4000);
    },
    async bytesInUse() {
      server.write("");
      return Number(/^bytes (\d+)/.exec(await server.nextLine(/^bytes/))?.[1]);
    },
    async requireService() {
      await readOverGrpc(address);
      const signal = AbortSignal.timeout(patienceMs);
      const response = await fetch(`http://${address}/version`, { signal });
      assert.equal(response.status, 200);
      await response.text();
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

async function readOverGrpc(address: string): Promise<void> {
  const client = createRpcClient(address);
  try {
    const deadline = clock.unixNow() + patienceMs;
    await client.unary(etcd.kv.methods.Range, { key: Buffer.from("k") }, { deadline });
  } catch (error) {
    const isRefusal = error instanceof RpcError && error.message.startsWith("etcdserver: ");
    if (!isRefusal) throw error;
  } finally {
    client.close();
  }
}
