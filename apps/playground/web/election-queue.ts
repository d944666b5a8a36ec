import { isUp } from "./node-role.ts";
import type { ClusterSnapshot } from "./wire.ts";

/** A key in the election: whose it is, and what stands behind it. */
export interface Place {
  /** The end of the key, `<prefix>/<lease in hexadecimal>`. */
  readonly lease: string;
  readonly node: string;
  /** Whether its process runs, as far as this lab can know: a contender from elsewhere counts as alive. */
  readonly isAlive: boolean;
  /** Whether it is the first, and alive. */
  readonly leads: boolean;
}

/**
 * The keys under the election's prefix as etcd has them, in the order in which their owners lead. One node may have
 * two: killed and started anew, it queues again while its old key waits for the old lease to run out.
 *
 *     killed      a:lnd-1 (no process)  b:lnd-2  c:lnd-3
 *     started     a:lnd-1 (no process)  b:lnd-2  c:lnd-3  d:lnd-1
 *     ran out     b:lnd-2 (leads)       c:lnd-3  d:lnd-1
 */
export function electionQueue({ queue, nodes }: ClusterSnapshot): readonly Place[] {
  return queue.map(({ lease, node: name }, index) => {
    const owner = nodes.find((node) => node.name === name);
    const isAlive = owner === undefined || (owner.lease === lease && isUp(owner));
    return { lease, node: name, isAlive, leads: index === 0 && isAlive };
  });
}
