import { createVirtualClock, type VirtualClock } from "@leaderlab/clock";
import { openSession, type Session, type SessionOptions } from "../session.ts";
import type { NaiveClient } from "./naive-client.ts";
import { NaiveEtcd } from "./naive-etcd.ts";

/** An etcd and as many clients as a test wants, all on one clock that the test moves. */
export interface Lab {
  readonly clock: VirtualClock;
  readonly etcd: NaiveEtcd;
  /** A client of its own with an open session; TTL 5 s unless told otherwise. */
  join(name: string, options?: Partial<SessionOptions>): Promise<Session & { client: NaiveClient }>;
  /** Lets everything happen that can happen without time going on. */
  settle(): Promise<void>;
}

export function createLab(): Lab {
  const clock = createVirtualClock();
  const etcd = new NaiveEtcd(clock);
  return {
    clock,
    etcd,
    async join(name, options = {}) {
      const session = await openSession(etcd.connect(name), { clock, ttlSeconds: 5, ...options });
      return session as Session & { client: NaiveClient };
    },
    settle: () => clock.advance(0),
  };
}
