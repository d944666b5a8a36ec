import type { Random } from "@leaderlab/clock";
import { startSilentPort } from "./silent-port.ts";

/** Below the ports that systems give to whoever connects or asks for a free one, so that nobody comes to listen there. */
const [lowest, highest] = [20_000, 30_000] as const;
const attempts = 50;

/** A port at which nobody listens, and at which by all likelihood nobody will. Rejects when it finds none. */
export async function findUnusedPort(random: Random): Promise<number> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const port = lowest + Math.floor(random.nextFloat() * (highest - lowest));
    const isFree = await startSilentPort(port).then(
      async (taken) => {
        await taken.stop();
        return true;
      },
      () => false,
    );
    if (isFree) return port;
  }
  throw new Error(`no unused port was found from ${lowest} to ${highest}`);
}
