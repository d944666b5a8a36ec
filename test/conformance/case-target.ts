import { setMaxListeners } from "node:events";
import { createRealClock } from "@leaderlab/clock/real";
import { type DefaultEtcd, etcdVersion, startDefaultEtcd } from "../harness/default-etcd.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";
import { runCase, type Transcript } from "./case-run.ts";
import type { Case } from "./cases/case.ts";
import { comparable, type OwnFacts, ownFactsOf } from "./own-facts.ts";
import { cleanUp, emptied } from "./reset.ts";
import { type Transport, transportsOf } from "./transport.ts";

/** No case takes this long, unless something hangs. */
const caseLimitMs = 10_000;

/** One case over one transport. */
export interface Trial {
  readonly case: Case;
  readonly transport: Transport["name"];
}

/** The trials of a case. */
export const trialsOf = (one: Case): readonly Trial[] =>
  isOverJson(one)
    ? [
        { case: one, transport: "gRPC" },
        { case: one, transport: "JSON" },
      ]
    : [{ case: one, transport: "gRPC" }];

/** A case of nothing but HTTP is the same over each transport. */
function isOverJson(one: Case): boolean {
  if (one.grpcOnly !== undefined) return false;
  return (
    !("steps" in one) || [...(one.given ?? []), ...one.steps].some((step) => !("http" in step))
  );
}

/**
 * An etcd that cases are tried on: `ours` or a real one, by its program. Servers start as cases need them, one for
 * each set of flags, and used for many cases.
 */
export class CaseTarget implements AsyncDisposable {
  readonly program: string;
  /** Without its patch level. */
  readonly version: string;
  readonly #signal: AbortSignal | undefined;
  readonly #running = new Map<string, Running>();

  constructor(program: string, signal?: AbortSignal) {
    this.program = program;
    this.version = etcdVersion(program);
    this.#signal = signal;
  }

  /** Why a case is not tried here: on purpose it is not so. */
  skipReason({ differs = {}, deviates }: Case): string | undefined {
    if (this.program === "ours") return deviates;
    return (differs as Readonly<Record<string, string>>)[this.version];
  }

  /** Never rejects: what goes wrong is a problem of the transcript. */
  async try({ case: one, transport }: Trial): Promise<Transcript> {
    const flags = ["--bcrypt-cost=4", ...(one.flags ?? [])];
    const key = flags.join(" ");
    try {
      if (one.isFresh === true) await this.#stop(key);
      const { etcd, own } = this.#running.get(key) ?? (await this.#start(key, flags));
      const { grpc, json } = transportsOf(etcd, this.version);
      const moved = one.isFresh === true ? 0 : await emptied(grpc.caller);
      const stop = new AbortController();
      setMaxListeners(0, stop.signal); // every request of a case can be given up by it
      const limit = createRealClock().setTimer(caseLimitMs, () => stop.abort());
      const chosen = transport === "JSON" ? json : grpc;
      const transcript = await runCase(one, { transport: chosen, moved, signal: stop.signal });
      limit.cancel();
      if (one.isFresh === true || stop.signal.aborted) await this.#stop(key);
      else await cleanUp(one, grpc.caller).catch(() => this.#stop(key));
      return { ...transcript, happenings: comparable(transcript.happenings, own) };
    } catch (error) {
      await this.#stop(key);
      return { happenings: [], problem: `the server: ${String(error)}` };
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const key of this.#running.keys()) await this.#stop(key);
  }

  async #start(key: string, flags: readonly string[]): Promise<Running> {
    const folder = temporaryFolder();
    const signal = this.#signal;
    const options = { program: this.program, flags, ...(signal && { signal }) };
    const etcd = await startDefaultEtcd(folder.path, options);
    const own = await ownFactsOf(transportsOf(etcd, this.version).grpc.caller);
    const running = { folder, etcd, own };
    this.#running.set(key, running);
    return running;
  }

  async #stop(key: string): Promise<void> {
    const running = this.#running.get(key);
    this.#running.delete(key);
    if (running === undefined) return;
    await running.etcd[Symbol.asyncDispose]();
    running.folder[Symbol.dispose]();
  }
}

interface Running {
  readonly folder: ReturnType<typeof temporaryFolder>;
  readonly etcd: DefaultEtcd;
  readonly own: OwnFacts;
}
