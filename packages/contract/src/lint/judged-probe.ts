import type { LintSettings } from "../file-kind.ts";
import type { Position } from "../finding.ts";
import { type JudgedNode, type JudgedState, judgedStates, restAnswer } from "../judge/answers.ts";
import { type Judgement, judgeCommand, judgeScript } from "../judge/judge-script.ts";
import { parseLncli, parseWebRequest } from "../judge/programs/asking.ts";
import type { ReadProbe } from "../read/read-probe.ts";
import { readScript } from "../read/shell/read-script.ts";
import { type Block, ShellSyntaxError } from "../read/shell/syntax.ts";
import { type CalledCommand, calledCommands, calledDirectly } from "./called-command.ts";

/** Where other nodes connect to; lnd opens it when it serves, not before. */
const peerPort = 9735;

/** A probe with what it says of each state, found out without running it; what the rules look at. */
export class JudgedProbe {
  readonly read: ReadProbe;
  readonly settings: LintSettings;
  /** The programs that it calls; none for one that calls none. */
  readonly commands: readonly CalledCommand[];
  readonly block: Block | undefined;
  /** Where its script is none, if it cannot be read. */
  readonly syntaxError: { readonly message: string; readonly position: Position } | undefined;
  readonly #verdicts = new Map<string, Judgement>();

  constructor(read: ReadProbe, settings: LintSettings) {
    this.read = read;
    this.settings = settings;
    const { script } = read;
    const { action } = read.probe;
    if (script === undefined) {
      this.commands = action.kind === "exec" ? calledDirectly(action.command) : [];
      return;
    }
    try {
      this.block = readScript(script.text.text);
      this.commands = calledCommands(this.block, script.text, script.shell);
    } catch (error) {
      if (!(error instanceof ShellSyntaxError)) throw error;
      this.commands = [];
      const position = script.text.position([error.offset, error.offset]);
      this.syntaxError = { message: error.message, position };
    }
  }

  /** What it says of a state, with one or two spaces in what lncli prints. */
  verdict(state: JudgedState, spaces: 1 | 2 = 2): Judgement {
    const key = `${state} ${spaces}`;
    const known = this.#verdicts.get(key);
    if (known !== undefined) return known;
    const verdict = this.#judge({ state, spaces });
    this.#verdicts.set(key, verdict);
    return verdict;
  }

  /** The states of which it says yes. */
  accepted(): readonly JudgedState[] {
    return judgedStates.filter((state) => this.verdict(state) === "yes");
  }

  get role() {
    return this.read.probe.role;
  }

  /** Whether its yes means that somebody relies on the node: traffic is sent, a script goes on. */
  get isRelied(): boolean {
    return this.role === "readiness" || this.role === "waiter";
  }

  get position(): Position | undefined {
    return this.read.probe.position;
  }

  /** Where a command is written; the probe's place for one that no shell reads. */
  positionOf(
    command: CalledCommand | undefined,
    range = command?.innerRange,
  ): Position | undefined {
    return command?.text === undefined || range === undefined
      ? this.position
      : command.text.position(range);
  }

  /** The command that asks for the state, if one does. */
  stateCommand(): CalledCommand | undefined {
    return this.commands.find((command) => asksFor(command, "state"));
  }

  /** What a script does once its waiting is over is no matter of the waiting. */
  #upToItsLoop(block: Block): Block {
    if (this.role !== "waiter") return block;
    const last = block.items.findLastIndex(
      ({ kind, range: [start, end] }) =>
        kind === "loop" && this.commands.some(({ range }) => range[0] >= start && range[1] <= end),
    );
    return last < 0 ? block : { ...block, items: block.items.slice(0, last + 1) };
  }

  #judge(node: JudgedNode): Judgement {
    const { action } = this.read.probe;
    switch (action.kind) {
      case "exec":
        if (this.syntaxError !== undefined) return "unknown";
        return this.block === undefined
          ? judgeCommand(action.command, node)
          : judgeScript(this.#upToItsLoop(this.block), node);
      case "tcp":
        if (action.port === peerPort) return "unknown";
        return node.state === "nothing-listening" ? "no" : "yes";
      case "grpc":
        return "no";
      case "http": {
        const path = action.path.split("?")[0] ?? "";
        const hasMacaroon = action.headers.some(([name]) => /macaroon/i.test(name));
        const answer = restAnswer("GET", path, hasMacaroon, node);
        if (answer === "unknown") return "unknown";
        return answer !== undefined && answer.status >= 200 && answer.status < 400 ? "yes" : "no";
      }
    }
  }
}

/** Whether a command asks lnd for its state, or for something that needs an open wallet. */
export function asksFor(command: CalledCommand, what: "state" | "info"): boolean {
  const { name, args } = command;
  if (name === "lncli") {
    const { verb } = parseLncli(args);
    if (what === "state") return verb === "state";
    return verb !== undefined && !["state", "unlock", "create", "help", "version"].includes(verb);
  }
  if (name !== "curl" && name !== "wget") return false;
  const path = parseWebRequest(name, args)?.url.pathname ?? pathIn(args);
  if (what === "state") return path !== undefined && /^\/v1\/state\/?$/.test(path);
  return path !== undefined && /^\/v1\/(?!state|unlockwallet|initwallet|genseed)\w/.test(path);
}

/** A URL whose host is a variable still has a path. */
function pathIn(args: readonly (string | undefined)[]): string | undefined {
  return args.map((arg) => /\/v1\/[\w/]+$/.exec(arg ?? "")?.[0]).find((path) => path !== undefined);
}
