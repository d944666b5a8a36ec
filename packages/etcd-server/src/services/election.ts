import type { Clock } from "@leaderlab/clock";
import {
  Election,
  type EtcdClient,
  EtcdClientError,
  type LeaderNews,
  type LeaseHolder,
  observeLeader,
  orphanedSession,
} from "@leaderlab/election";
import * as etcd from "@leaderlab/proto/etcd";
import { type Call, type Implementation, implement, RpcError } from "@leaderlab/rpc";
import { keyValueOf } from "../local-client.ts";
import type { Store } from "../store.ts";
import { asUnknown } from "./unknown-refusal.ts";

/** Makes a client of this very server for a call; see `createLocalClient`. */
export type ConnectLocally = (call: Call) => EtcdClient;

/** etcd's v3election service: our own elections, run inside the server for clients that cannot run them. */
export function createElectionService(
  store: Store,
  clock: Clock,
  connect: ConnectLocally,
): Implementation {
  const { header } = store;
  const sessionFor = (lease: string, call: Call) =>
    orphanedSession(connect(call), { clock, signal: call.signal, lease: BigInt(lease) });
  const resumed = async (leader: etcd.LeaderKey | null, call: Call) => {
    if (leader === null) throw new RpcError("UNKNOWN", missingLeader);
    const session: LeaseHolder = await sessionFor(leader.lease, call);
    const { name, key, rev } = leader;
    return Election.resume(session, name, { key, revision: Number(rev) });
  };
  return implement(etcd.election, {
    Campaign: ({ name, lease, value }, call) =>
      asUnknown(async () => {
        const session = await sessionFor(lease, call);
        const election = new Election(session, name);
        await election.campaign(value, { signal: call.signal });
        return {
          header: header(election.headerRevision),
          leader: {
            name,
            key: election.key,
            rev: election.revision,
            lease: session.lease.toString(),
          },
        };
      }),
    Proclaim: ({ leader, value }, call) =>
      asUnknown(async () => {
        const election = await resumed(leader, call);
        await election.proclaim(value, call.signal);
        return { header: header(election.headerRevision) };
      }),
    Leader: ({ name }, call) =>
      asUnknown(async () => {
        const election = new Election({ client: connect(call), clock, lease: nobody }, name);
        return leaderResponse(await election.leader(call.signal));
      }),
    async *Observe({ name }, call) {
      const { signal } = call;
      try {
        for await (const news of observeLeader({ client: connect(call), clock, name, signal })) {
          yield leaderResponse(news);
        }
      } catch (error) {
        // As Go's channel, which closes and does not say why.
        if (!(error instanceof EtcdClientError)) throw error;
      }
    },
    Resign: ({ leader }, call) =>
      asUnknown(async () => {
        const election = await resumed(leader, call);
        await election.resign(call.signal);
        return { header: header(election.headerRevision) };
      }),
  });

  function leaderResponse({ kv, revision }: LeaderNews): etcd.LeaderResponseInput {
    return { header: header(revision), kv: keyValueOf(kv) };
  }
}

const missingLeader = '"leader" field must be provided';

/** Who only looks has no lease. Mirrors: v3election, which gives -1. */
const nobody = -1n;
