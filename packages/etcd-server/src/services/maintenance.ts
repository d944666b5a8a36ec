import * as etcd from "@leaderlab/proto/etcd";
import { type Implementation, implement, RpcError } from "@leaderlab/rpc";
import { raftTerm, type Store } from "../store.ts";
import { storageVersion, version } from "../version.ts";

/** The size that etcd reports of a store that is all but empty: five pages of its file, one of which is free. */
const emptyStoreBytes = 20480;
const emptyStoreBytesInUse = 16384;
/** etcd's default quota. */
const quotaBytes = 2 * 1024 ** 3;

/** etcd's Maintenance service, as far as it is simulated: Status, and that there is no alarm. */
export function createMaintenanceService(store: Store): Implementation {
  return implement(etcd.maintenance, {
    Alarm(request) {
      if (request.action !== "GET") {
        throw new RpcError("UNIMPLEMENTED", `leaderlab does not simulate alarm ${request.action}`);
      }
      return { header: store.header(store.core.revision), alarms: [] };
    },
    Status() {
      const { core, header, raftIndex } = store;
      const { recordBytes } = core.counts;
      return {
        header: header(core.revision),
        version,
        dbSize: Math.max(emptyStoreBytes, recordBytes),
        dbSizeInUse: Math.max(emptyStoreBytesInUse, recordBytes),
        dbSizeQuota: quotaBytes,
        storageVersion,
        leader: store.bareHeader.member_id,
        raftIndex,
        raftAppliedIndex: raftIndex,
        raftTerm,
        downgradeInfo: {},
      };
    },
  });
}
