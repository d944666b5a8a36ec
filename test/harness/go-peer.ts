import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { TestProcess } from "./child-process.ts";
import { needs, parts, type SkipOptions, unavailable } from "./required-part.ts";

const source = fileURLToPath(new URL("../interop/go", import.meta.url));

/**
 * Builds the peer of test/interop/go into `folder`, for tests that take these options. Modules come from Go's own cache,
 * or from its proxy when they are not there yet; where neither helps, the tests are skipped with Go's words.
 */
export function buildGoPeer(folder: string): SkipOptions & { readonly program: string } {
  const program = join(folder, "peer");
  const { skip } = needs(parts.go);
  if (skip !== false) return { skip, program };
  const build = (env: Readonly<Record<string, string>>) =>
    spawnSync(parts.go.program, ["build", "-buildvcs=false", "-o", program, "."], {
      cwd: source,
      env: { ...process.env, ...env },
      encoding: "utf8",
    });
  if (build({ GOPROXY: "off" }).status === 0) return { skip, program };
  const { status, stderr } = build({});
  if (status === 0) return { skip, program };
  return { ...unavailable(`go build ended with ${status}: ${stderr.trim()}`), program };
}

/** Something that happened to the peer; see test/interop/go/main.go for names and fields. */
export interface GoEvent {
  readonly event: string;
  readonly lease?: string;
  readonly key?: string;
  readonly value?: string;
  readonly revision?: number;
  readonly error?: string;
}

export interface GoPeerOptions {
  /** As `buildGoPeer` made it. */
  readonly program: string;
  /** `host:port` */
  readonly etcd: string;
  /** Of the election. */
  readonly name: string;
  /** What it campaigns with. */
  readonly id: string;
  readonly ttlSeconds: number;
  readonly signal: AbortSignal;
}

/** A Go program with a session, an election and locks of clientv3/concurrency. It does what it is told, line by line. */
export class GoPeer implements AsyncDisposable {
  readonly process: TestProcess;

  constructor({ program, etcd, name, id, ttlSeconds, signal }: GoPeerOptions) {
    const args = ["-endpoints", etcd, "-prefix", name, "-id", id, "-ttl", String(ttlSeconds)];
    this.process = new TestProcess([program, ...args], { name: id, input: "open", signal });
  }

  /** Tells it to do something: `campaign`, `lock NAME` … */
  tell(command: string): void {
    this.process.write(command);
  }

  /** The next event of this name; throws for an error that comes before it. */
  async next(name: string): Promise<GoEvent> {
    const line = await this.process.nextLine(new RegExp(`^\\{"event":"(${name}|error)"`));
    const event = JSON.parse(line) as GoEvent;
    if (event.event === "error" && name !== "error") throw new Error(`Go's peer: ${line}`);
    return event;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.process[Symbol.asyncDispose]();
  }
}
