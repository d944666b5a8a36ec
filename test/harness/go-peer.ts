import { TestProcess } from "./child-process.ts";

/** Something that happened to the peer; see test/interop/go/peer/main.go for names and fields. */
export interface GoEvent {
  readonly event: string;
  readonly lease?: string;
  readonly key?: string;
  readonly value?: string;
  readonly revision?: number;
  readonly error?: string;
}

export interface GoPeerOptions {
  /** As `buildGo` made it of `peer`. */
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
