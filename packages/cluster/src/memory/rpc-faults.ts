import type { Random } from "@leaderlab/clock";
import type { StatusCode } from "@leaderlab/election";
import type { RpcFault, Undo } from "../faults/fault-kind.ts";

/** What becomes of a request. */
export interface Passage {
  readonly delayMs: number;
  readonly refusal: { readonly code: StatusCode; readonly text: string } | undefined;
}

const free: Passage = { delayMs: 0, refusal: undefined };

/** The services that a method is found under, as `Put`, `KV/Put`, `etcdserverpb.KV/Put` or `KV/*`. */
const services: Readonly<Record<string, string>> = {
  Range: "KV",
  Txn: "KV",
  DeleteRange: "KV",
  Watch: "Watch",
  LeaseGrant: "Lease",
  LeaseRevoke: "Lease",
  LeaseKeepAlive: "Lease",
};

/** What a simulated etcd does wrong by itself. Mirrors: the faults of etcd-server, as far as they strike requests. */
export class RpcFaults {
  readonly #random: Random;
  readonly #active = new Map<RpcFault, number>();

  constructor(random: Random) {
    this.#random = random;
  }

  /** The returned function ends it; after `count` strikes it ends by itself. */
  strike(fault: RpcFault): Undo {
    this.#active.set(fault, 0);
    return () => void this.#active.delete(fault);
  }

  judge(method: string): Passage {
    if (this.#active.size === 0) return free;
    let delayMs = 0;
    for (const [fault, struck] of this.#active) {
      const { rate = 1, count = Number.POSITIVE_INFINITY } = fault;
      if (!isAbout(fault.method, method)) continue;
      if (rate < 1 && this.#random.nextFloat() >= rate) continue;
      if (struck + 1 >= count) this.#active.delete(fault);
      else this.#active.set(fault, struck + 1);
      delayMs += fault.delayMs ?? 0;
      if (fault.code === undefined) continue;
      const refusal = { code: fault.code as StatusCode, text: fault.text ?? "injected fault" };
      return { delayMs, refusal };
    }
    return { delayMs, refusal: undefined };
  }
}

function isAbout(wanted: string, method: string): boolean {
  const service = services[method] ?? "";
  const bare = wanted.replace(/^\//, "").replace(/^etcdserverpb\./, "");
  return ["*", method, `${service}/${method}`, `${service}/*`].includes(bare);
}
