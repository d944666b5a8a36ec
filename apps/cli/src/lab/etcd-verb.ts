import type { ClusterSnapshot } from "@leaderlab/cluster";
import { UsageError } from "../usage-error.ts";
import type { LabVerb } from "./lab-verb.ts";

/** `leaderlab etcd-stop` and `leaderlab etcd-start`: the lab's etcd as a process. */
export function etcdVerb(action: "stop" | "start", meaning: string): LabVerb {
  return {
    usage: `Usage: leaderlab etcd-${action} [flags]\n\n${meaning}\n`,
    flags: {},
    async run({ api, words }) {
      if (words.length > 0) throw new UsageError(`it takes no "${words[0]}"`);
      const { isEtcdRunning, etcdEndpoints } = await api.post<ClusterSnapshot>(`etcd/${action}`);
      const text = `etcd at ${etcdEndpoints.join(", ")} ${isEtcdRunning ? "runs" : "is down"}`;
      return { json: { isEtcdRunning, etcdEndpoints }, text };
    },
  };
}
