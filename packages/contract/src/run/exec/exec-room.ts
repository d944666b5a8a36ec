import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { HeldState } from "../../check-report.ts";
import type { HeldNode, HeldPorts } from "../../lab/index.ts";
import type { RunSettings } from "../run-settings.ts";
import { type LncliDesk, startLncliDesk } from "./lncli-desk.ts";
import { bashShim, nodeShim } from "./lncli-shim.ts";
import { findProgram } from "./tools.ts";

/** What a run of a command has around it. */
export interface RunPlace {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Whether a loop was ended because it had slept often enough to show that it waits on. */
  waitsOn(): boolean;
  /** Removes its files; nobody's lncli is answered any more. */
  leave(): void;
}

/** Which node a run asks, and in which guise of lncli. */
export interface RunPlaceOptions {
  readonly node: HeldNode;
  readonly ports: HeldPorts;
  readonly spaces: 1 | 2;
  /** Whether text tools are busybox's, as where its shell is. */
  readonly isBusybox: boolean;
  /** Whether `sleep` is cut short, and ends the whole command when it is called for the third time. */
  readonly isLoop: boolean;
}

/** Text tools that differ between GNU's and busybox's. */
const applets =
  "awk basename cat cut date dirname echo egrep expr false fgrep grep head printf sed seq sleep sort tail tee test timeout tr true uniq wc xargs".split(
    " ",
  );
/** Where programs are, when the environment does not say. */
const usualPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/** The PATH of this process, for programs that the machine has. */
export const machinePath = process.env["PATH"] ?? usualPath;

/**
 * A folder in which commands run, each in a place of its own: its PATH begins with what stands for lncli and for tools
 * that look at processes, its home has lnd's folder, its environment has nothing of this process's. What it starts and
 * leaves behind carries a mark, by which it is found and killed in the end (on Linux).
 */
export class ExecRoom implements AsyncDisposable {
  readonly #folder = mkdtempSync(join(tmpdir(), "leaderlab-run-"));
  readonly #mark: string;
  readonly #desk: LncliDesk | undefined;
  #places = 0;

  private constructor(mark: string, desk: LncliDesk | undefined) {
    this.#mark = mark;
    this.#desk = desk;
  }

  static async open({ lncli, random }: RunSettings): Promise<ExecRoom> {
    const mark = Buffer.from(random.nextBytes(16)).toString("hex");
    return new ExecRoom(mark, lncli && (await startLncliDesk(lncli, random)));
  }

  /** Makes a place for one run. Throws a ProbeProblem when the command calls lncli and there is none. */
  enter({ node, ports, spaces, isBusybox, isLoop }: RunPlaceOptions): RunPlace {
    this.#places += 1;
    const folder = join(this.#folder, String(this.#places));
    const [bin, home, temporary] = ["bin", "home", "tmp"].map((name) => join(folder, name));
    if (bin === undefined || home === undefined || temporary === undefined) throw new Error();
    for (const path of [bin, home, temporary]) mkdirSync(path, { recursive: true, mode: 0o700 });
    symlinkSync(node.lndDir, join(home, ".lnd"));
    const caller = this.#desk?.admit({ node, ports, spaces });
    if (caller !== undefined) writeProgram(join(bin, "lncli"), lncliShim(caller));
    for (const name of ["pidof", "pgrep"]) {
      writeProgram(join(bin, name), processShim(name, node.state));
    }
    writeProgram(join(bin, "hostname"), "#!/bin/sh\necho localhost\n");
    const slept = join(folder, "slept");
    if (isLoop) writeProgram(join(bin, "sleep"), sleepShim(slept));
    const path = isBusybox ? [bin, this.#applets(), machinePath] : [bin, machinePath];
    return {
      cwd: temporary,
      env: {
        PATH: path.join(delimiter),
        HOME: home,
        TMPDIR: temporary,
        LND_DIR: node.lndDir,
        LNDDIR: node.lndDir,
        HOSTNAME: "localhost",
        POD_IP: "127.0.0.1",
        LANG: "C.UTF-8",
        LEADERLAB_RUN: this.#mark,
      },
      waitsOn: () => existsSync(`${slept}-enough`),
      leave: () => {
        caller?.leave();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  }

  get hasLncli(): boolean {
    return this.#desk !== undefined;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    killMarked(this.#mark);
    await this.#desk?.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #appletFolder: string | undefined;

  #applets(): string {
    if (this.#appletFolder !== undefined) return this.#appletFolder;
    const folder = join(this.#folder, "applets");
    mkdirSync(folder, { mode: 0o700 });
    const busybox = findProgram("busybox", machinePath);
    if (busybox !== undefined) for (const name of applets) symlinkSync(busybox, join(folder, name));
    this.#appletFolder = folder;
    return folder;
  }
}

function writeProgram(path: string, text: string): void {
  writeFileSync(path, text, { mode: 0o700 });
  chmodSync(path, 0o700);
}

function lncliShim(caller: Parameters<typeof bashShim>[1]): string {
  const bash = findProgram("bash", machinePath);
  return bash === undefined ? nodeShim(process.execPath, caller) : bashShim(bash, caller);
}

/** Time goes fast for a loop, and it is known to wait on when it has slept three times: then its whole group ends. */
function sleepShim(path: string): string {
  const real = findProgram("sleep", machinePath) ?? "sleep";
  return `#!/bin/sh
if [ -e '${path}-2' ]; then : > '${path}-enough'; kill -9 0; fi
[ -e '${path}-1' ] && : > '${path}-2'
: > '${path}-1'
exec '${real}' 0.05
`;
}

/** Finds lnd's process where there would be one; of other processes the machine's own tool tells. */
function processShim(name: string, state: HeldState): string {
  const answer = state === "nothing-listening" ? "exit 1" : "echo 1; exit 0";
  const real = findProgram(name, machinePath);
  return `#!/bin/sh\nfor last; do :; done\n[ "$last" = lnd ] && { ${answer}; }\n${
    real === undefined ? "exit 1" : `exec '${real}' "$@"`
  }\n`;
}

/** Kills what still runs with this mark in its environment. Where there is no /proc, it finds nothing. */
function killMarked(mark: string): void {
  for (const pid of processIds()) {
    try {
      const environment = readFileSync(`/proc/${pid}/environ`, "latin1");
      if (environment.includes(`LEADERLAB_RUN=${mark}`)) process.kill(pid, "SIGKILL");
    } catch {
      // It has ended, or is another user's.
    }
  }
}

function processIds(): readonly number[] {
  try {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}
