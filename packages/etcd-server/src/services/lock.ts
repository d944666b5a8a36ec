import type { Clock } from "@leaderlab/clock";
import { Mutex, orphanedSession } from "@leaderlab/election";
import * as etcd from "@leaderlab/proto/etcd";
import { type Implementation, implement } from "@leaderlab/rpc";
import type { Store } from "../store.ts";
import type { ConnectLocally } from "./election.ts";
import { asUnknown } from "./unknown-refusal.ts";

/** etcd's v3lock service: our own locks, run inside the server for clients that cannot run them. */
export function createLockService(
  store: Store,
  clock: Clock,
  connect: ConnectLocally,
): Implementation {
  const { header } = store;
  return implement(etcd.lock, {
    Lock: ({ name, lease }, call) =>
      asUnknown(async () => {
        const { signal } = call;
        const session = await orphanedSession(connect(call), {
          clock,
          signal,
          lease: BigInt(lease),
        });
        const mutex = new Mutex(session, name);
        await mutex.lock(signal);
        return { header: header(mutex.headerRevision), key: mutex.key };
      }),
    Unlock: ({ key }, call) =>
      asUnknown(async () => {
        const { revision } = await connect(call).deleteRange({ key }, call.signal);
        return { header: header(revision) };
      }),
  });
}
