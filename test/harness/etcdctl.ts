import { execFile, execFileSync } from "node:child_process";
import { TestProcess } from "./child-process.ts";
import { parts } from "./required-part.ts";

/** How a run of etcdctl ended. */
export interface EtcdctlRun {
  readonly code: number;
  readonly stdout: string;
  /** Without lines of its log, whose form differs from version to version. */
  readonly stderr: string;
}

export interface EtcdctlOptions {
  /** `host:port`, or a URL. */
  readonly endpoint: string;
  /** Ends what still runs. */
  readonly signal: AbortSignal;
  /** Where it runs; files named in its arguments are sought there. */
  readonly cwd?: string;
}

/** The real etcdctl, pointed at one etcd. */
export class Etcdctl {
  readonly #options: EtcdctlOptions;

  constructor(options: EtcdctlOptions) {
    this.#options = options;
  }

  /** Runs it to its end, with `input` on stdin. */
  run(args: readonly string[], input = ""): Promise<EtcdctlRun> {
    const { signal, cwd } = this.#options;
    const options = { env: this.#env(), signal, ...(cwd !== undefined && { cwd }) };
    return new Promise((resolve, reject) => {
      const child = execFile(parts.etcdctl.program, args, options, (error, stdout, stderr) => {
        const code = error === null ? 0 : error.code;
        if (typeof code !== "number") return reject(error);
        resolve({ code, stdout, stderr: stderr.replace(/^\{"level".*\n/gm, "") });
      });
      child.stdin?.on("error", () => {}); // who ends before it has read all is told of by its end
      child.stdin?.end(input);
    });
  }

  /** What it prints when all goes well; rejects otherwise. */
  async say(...args: readonly string[]): Promise<string> {
    const { code, stdout, stderr } = await this.run(args);
    if (code === 0) return stdout;
    throw new Error(`etcdctl ${args.join(" ")} ended with ${code}: ${stderr}`);
  }

  /** Starts it; `input: "open"` keeps its stdin open. */
  start(args: readonly string[], input?: string): TestProcess {
    return new TestProcess([parts.etcdctl.program, ...args], {
      name: `etcdctl ${args.join(" ")}`,
      signal: this.#options.signal,
      env: this.#env(),
      ...(input !== undefined && { input }),
    });
  }

  #env(): Record<string, string> {
    const env = { PATH: process.env["PATH"] ?? "", ETCDCTL_ENDPOINTS: this.#options.endpoint };
    return etcdctlVersion() === "3.4" ? { ...env, ETCDCTL_API: "3" } : env;
  }
}

let version: string | undefined;

/** The version of etcdctl without its patch level: `3.4`. Before 3.4 one must ask for version 3 of the API. */
export function etcdctlVersion(): string {
  version ??= /^etcdctl version: (\d+\.\d+)/.exec(
    execFileSync(parts.etcdctl.program, ["version"], {
      encoding: "utf8",
      env: { ...process.env, ETCDCTL_API: "3" },
      stdio: ["ignore", "pipe", "ignore"],
    }),
  )?.[1];
  if (version === undefined) throw new Error(`${parts.etcdctl.program} does not tell its version`);
  return version;
}
