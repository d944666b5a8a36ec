import { once } from "node:events";
import { createServer } from "node:net";
import { createSystemRandom } from "@leaderlab/clock";

/** Whether nobody listens on a port of the loopback address. */
export async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    const listening = once(server, "listening");
    server.listen(port, "127.0.0.1");
    await listening;
  } catch {
    return false;
  }
  server.close();
  await once(server, "close");
  return true;
}

/** Below those that systems give to outgoing connections, which take a port that was free a moment ago all the time. */
const ports = { first: 10_240, count: 20_000 } as const;
const maxDraws = 100;
const random = createSystemRandom();

/** A port that is free, drawn at random: other tests draw their own at the same time. */
export async function freePort(): Promise<number> {
  for (let draw = 0; draw < maxDraws; draw++) {
    const port = ports.first + Math.floor(random.nextFloat() * ports.count);
    if (await isFree(port)) return port;
  }
  throw new Error(`none of ${maxDraws} ports from ${ports.first} on was free`);
}
