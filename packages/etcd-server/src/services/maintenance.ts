import { EtcdError } from "@leaderlab/etcd-core";
import * as etcd from "@leaderlab/proto/etcd";
import { type Implementation, implement } from "@leaderlab/rpc";
import { backendHash } from "../backend/backend-hash.ts";
import { bucketsOfState, firstNamedVersion, type LogFacts } from "../backend/buckets-of-state.ts";
import { snapshotOf } from "../backend/snapshot-file.ts";
import { raftTerm, type Store } from "../store.ts";
import { version } from "../version.ts";
import { toNumber } from "../wire.ts";
import { alarmRequest, alarmText, wireAlarm } from "./alarm-wire.ts";
import { snapshotMessages } from "./snapshot-stream.ts";

/** etcd's Maintenance service over a store. */
export function createMaintenanceService(store: Store): Implementation {
  const { apply, core, header } = store;
  const ownId = () => store.bareHeader.member_id;
  return implement(etcd.maintenance, {
    Alarm(request, call) {
      const alarms = apply(call, () => core.alarm(alarmRequest(request)));
      return { header: header(core.revision), alarms: alarms.map(wireAlarm) };
    },
    Status: (_request, call) => apply(call, () => statusOf(store)),
    Defragment(_request, call) {
      apply(call, () => core.defragment());
      return {};
    },
    HashKV(request, call) {
      const { hash, compactRevision, revision } = apply(call, () =>
        core.hashKv(toNumber(request.revision)),
      );
      return {
        header: header(core.revision),
        hash,
        compact_revision: compactRevision,
        hash_revision: revision,
      };
    },
    Hash(_request, call) {
      const state = apply(call, () => core.exportState());
      const buckets = bucketsOfState(state, logFacts(store), { asAtGrant: true });
      return { header: header(state.revision), hash: backendHash(buckets) };
    },
    async *Snapshot(_request, call) {
      const state = apply(call, () => core.exportState());
      const { version: storageVersion } = state.clusterVersion;
      const named = storageVersion < firstNamedVersion ? "" : storageVersion;
      yield* snapshotMessages(snapshotOf(state, logFacts(store)), named);
    },
    /** There is one who can lead, and he does already. */
    MoveLeader(request) {
      if (request.targetID !== ownId()) throw new EtcdError("badLeaderTransferee");
      return {};
    },
    Downgrade(request, call) {
      const before = apply(call, () => core.clusterVersion.version);
      apply(call, () => downgrade(store, request));
      return { header: header(core.revision), version: before.replace(/\.0$/, "") };
    },
  });
}

/** Where the log is, for what is written into a file. */
export function logFacts({ raftIndex }: Store): LogFacts {
  return { raftIndex, raftTerm };
}

function statusOf({ core, header, bareHeader, raftIndex }: Store): etcd.StatusResponseInput {
  const { downgradeTarget, version: clusterVersion } = core.clusterVersion;
  return {
    header: header(core.revision),
    version,
    dbSize: core.sizeBytes,
    dbSizeInUse: core.sizeInUseBytes,
    dbSizeQuota: core.quotaBytes,
    storageVersion: clusterVersion,
    leader: bareHeader.member_id,
    raftIndex,
    raftAppliedIndex: raftIndex,
    raftTerm,
    errors: core.alarms.map(alarmText),
    downgradeInfo:
      downgradeTarget === undefined ? {} : { enabled: true, targetVersion: downgradeTarget },
  };
}

function downgrade({ core }: Store, { action, version: target }: etcd.DowngradeRequest): void {
  if (action === "VALIDATE") core.clusterVersion.validateDowngrade(target);
  else if (action === "ENABLE") core.clusterVersion.enableDowngrade(target);
  else if (action === "CANCEL") core.clusterVersion.cancelDowngrade();
  else throw new EtcdError("unknownMethod");
}
