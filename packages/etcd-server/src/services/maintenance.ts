import { EtcdError } from "@leaderlab/etcd-core";
import * as etcd from "@leaderlab/proto/etcd";
import { type Implementation, implement } from "@leaderlab/rpc";
import { raftTerm, type Store } from "../store.ts";
import { version } from "../version.ts";
import { toNumber } from "../wire.ts";
import { alarmRequest, alarmText, wireAlarm } from "./alarm-wire.ts";

/** etcd's Maintenance service over a store. */
export function createMaintenanceService(store: Store): Implementation {
  const { apply, core, header } = store;
  const ownId = () => store.bareHeader.member_id;
  return implement(etcd.maintenance, {
    Alarm(request) {
      const alarms = apply(() => core.alarm(alarmRequest(request)));
      return { header: header(core.revision), alarms: alarms.map(wireAlarm) };
    },
    Status: () => apply(() => statusOf(store)),
    Defragment() {
      apply(() => core.defragment());
      return {};
    },
    HashKV(request) {
      const { hash, compactRevision, revision } = apply(() =>
        core.hashKv(toNumber(request.revision)),
      );
      return {
        header: header(core.revision),
        hash,
        compact_revision: compactRevision,
        hash_revision: revision,
      };
    },
    /** There is one who can lead, and he does already. */
    MoveLeader(request) {
      if (request.targetID !== ownId()) throw new EtcdError("badLeaderTransferee");
      return {};
    },
    Downgrade(request) {
      const before = apply(() => core.clusterVersion.version);
      apply(() => downgrade(store, request));
      return { header: header(core.revision), version: before.replace(/\.0$/, "") };
    },
  });
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
