import type { ClusterSnapshot } from "@leaderlab/cluster";
import { UsageError } from "../usage-error.ts";
import type { LabVerb } from "./lab-verb.ts";

/** A verb that does one thing to one node. */
export function nodeVerb(action: string, meaning: string): LabVerb {
  return {
    usage: `Usage: leaderlab ${action} NODE [flags]\n\n${meaning}\n`,
    flags: {},
    async run({ api, words }) {
      const [name, ...more] = words;
      if (name === undefined || more.length > 0)
        throw new UsageError("name one node, such as lnd-1");
      const path = `nodes/${encodeURIComponent(name)}/${action}`;
      const { nodes, leader } = await api.post<ClusterSnapshot>(path);
      const node = nodes.find((candidate) => candidate.name === name);
      const how = node?.isPaused === true ? "paused" : node?.status;
      const state = node?.state === null || node?.state === undefined ? "" : `, ${node.state}`;
      const leads = leader === null ? "nobody leads" : `${leader} leads`;
      return { json: node, text: `${name} is ${how}${state}; ${leads}` };
    },
  };
}
