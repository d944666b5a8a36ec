import { readScript } from "../read/shell/read-script.ts";
import type { Block, Command, Pipeline, Redirect, SimpleCommand } from "../read/shell/syntax.ts";
import { type Ended, endedWith, type JudgedNode, unknownEnd } from "./answers.ts";
import { after, blockOf, eitherWay, joined, lastFailure, negated } from "./endings.ts";
import { fieldsOf, type Surroundings, textOf } from "./expand.ts";
import { programOf } from "./programs/program-table.ts";
import { likes } from "./programs/test.ts";
import { inputOf, redirected } from "./redirection.ts";
import { ExitSignal, JumpSignal, Undecided, WaitsOn } from "./signals.ts";

/** A script that has done so much more than any check waits on. */
const maxSteps = 2500;
/** A loop that has asked so often and been told the same waits on, or gives up after some time, which is the same. */
const maxTurns = 40;
const maxDepth = 60;

type Input = string | undefined;

const ignore = () => undefined;

/** Goes through a script as a shell would, with the answers of one node. Time passes at once. */
export class ScriptRun {
  readonly #node: JudgedNode;
  readonly #variables: Map<string, Input>;
  readonly #functions: Map<string, Command>;
  readonly #files: Map<string, Input>;
  readonly #steps: { count: number };
  #endsOnFailure = false;
  #hasPipefail = false;
  /** Above 0 where a failure is an answer: in conditions, left of && and ||, behind !. */
  #tested = 0;
  #depth = 0;
  #lastStatus: number | undefined = 0;

  constructor(node: JudgedNode, parent?: ScriptRun) {
    this.#node = node;
    this.#variables = new Map(parent === undefined ? [] : parent.#variables);
    this.#functions = new Map(parent === undefined ? [] : parent.#functions);
    this.#files = parent === undefined ? new Map() : parent.#files;
    this.#steps = parent === undefined ? { count: 0 } : parent.#steps;
    if (parent !== undefined) {
      this.#endsOnFailure = parent.#endsOnFailure;
      this.#hasPipefail = parent.#hasPipefail;
      this.#tested = parent.#tested;
      this.#depth = parent.#depth;
    }
  }

  /** Runs commands in a row. Throws the signals. */
  block({ items }: Block, stdin: Input): Ended {
    let out: Input = "";
    let err = "";
    let status: number | undefined = 0;
    for (const item of items) {
      try {
        const ended = this.#command(item, stdin);
        out = joined(out, ended.out);
        err += ended.err;
        status = this.#lastStatus = ended.status;
      } catch (error) {
        if (!(error instanceof ExitSignal)) throw error;
        throw new ExitSignal({ ...error.ended, out: joined(out, error.ended.out) });
      }
      const decides = item.kind !== "and-or" && !(item.kind === "pipeline" && item.isNegated);
      if (
        this.#endsOnFailure &&
        this.#tested === 0 &&
        decides &&
        status !== 0 &&
        status !== undefined
      ) {
        throw new ExitSignal({ out, err, status });
      }
    }
    return { out, err, status };
  }

  /** Calls a program, builtin or function. */
  call(words: readonly Input[], stdin: Input): Ended {
    const [name, ...args] = words;
    if (name === undefined) return unknownEnd;
    const body = this.#functions.get(name);
    if (body !== undefined) return this.#callFunction(body, args, stdin);
    const own = this.#builtin(name, args);
    if (own !== undefined) return own;
    const program = programOf(name);
    if (program === undefined) return unknownEnd;
    return this.#deeper(() =>
      program({
        name: name.slice(name.lastIndexOf("/") + 1),
        args,
        stdin,
        node: this.#node,
        files: this.#files,
        run: (inner) => this.call(inner, stdin),
        runScript: (script) => this.#apart(readScript(script), stdin),
      }),
    );
  }

  #command(command: Command, stdin: Input): Ended {
    if (++this.#steps.count > maxSteps) throw new WaitsOn();
    return this.#deeper(() => this.#dispatch(command, stdin));
  }

  #dispatch(command: Command, stdin: Input): Ended {
    switch (command.kind) {
      case "simple":
        return this.#simple(command, stdin);
      case "pipeline":
        return this.#pipeline(command, stdin);
      case "and-or":
        return this.#andOr(command, stdin);
      case "background":
        this.#apart({ items: [command.command], range: command.range }, "");
        return endedWith(0);
      case "function":
        this.#functions.set(command.name, command.body);
        return endedWith(0);
      case "group": {
        const input = this.#input(command.redirects, stdin);
        const ended = command.isSubshell
          ? this.#apart(command.body, input)
          : this.block(command.body, input);
        return this.#redirected(ended, command.redirects);
      }
      case "if":
        return this.#redirected(this.#if(command, stdin), command.redirects);
      case "loop":
        return this.#redirected(this.#loop(command, stdin), command.redirects);
      case "for":
        return this.#redirected(this.#for(command, stdin), command.redirects);
      case "case":
        return this.#redirected(this.#case(command, stdin), command.redirects);
    }
  }

  #simple({ assignments, words, redirects }: SimpleCommand, stdin: Input): Ended {
    let status: number | undefined = 0;
    const surroundings = this.#surroundings((ended) => {
      status = ended.status;
    });
    const fields = words.flatMap((word) => fieldsOf(word, surroundings));
    for (const { name, value } of assignments) {
      this.#variables.set(name, textOf(value, surroundings));
    }
    if (words.length === 0) return endedWith(status);
    return this.#redirected(this.call(fields, this.#input(redirects, stdin)), redirects);
  }

  #pipeline({ commands, isNegated }: Pipeline, stdin: Input): Ended {
    if (isNegated) this.#tested++;
    try {
      let ended = endedWith(0, stdin);
      const statuses: (number | undefined)[] = [];
      let err = "";
      for (const [index, command] of commands.entries()) {
        const input = index === 0 ? stdin : ended.out;
        ended =
          commands.length === 1
            ? this.#command(command, input)
            : this.#apart(blockOf(command), input);
        statuses.push(ended.status);
        err += ended.err;
      }
      const status = this.#hasPipefail ? lastFailure(statuses) : statuses.at(-1);
      return { out: ended.out, err, status: isNegated ? negated(status) : status };
    } finally {
      if (isNegated) this.#tested--;
    }
  }

  #andOr(command: Extract<Command, { kind: "and-or" }>, stdin: Input): Ended {
    let ended = this.#asCondition(() => this.#command(command.first, stdin));
    for (const [index, { operator, command: next }] of command.rest.entries()) {
      const { status } = ended;
      const isLast = index === command.rest.length - 1;
      const run = () =>
        isLast ? this.#command(next, stdin) : this.#asCondition(() => this.#command(next, stdin));
      if (status === undefined) {
        ended = eitherWay(ended, operator, () => this.#attempt(next, stdin));
        continue;
      }
      if ((status === 0) !== (operator === "&&")) continue;
      this.#lastStatus = status;
      const before = ended;
      const after = run();
      ended = {
        out: joined(before.out, after.out),
        err: before.err + after.err,
        status: after.status,
      };
      if (
        isLast &&
        this.#endsOnFailure &&
        this.#tested === 0 &&
        after.status !== 0 &&
        after.status !== undefined
      ) {
        throw new ExitSignal(ended);
      }
    }
    return ended;
  }

  /** What a command that may or may not be run comes to. Throws Undecided when it would end the script. */
  #attempt(command: Command, stdin: Input): Ended {
    try {
      return this.#asCondition(() => this.#command(command, stdin));
    } catch (error) {
      if (error instanceof ExitSignal || error instanceof JumpSignal) throw new Undecided();
      throw error;
    }
  }

  #if({ clauses, otherwise }: Extract<Command, { kind: "if" }>, stdin: Input): Ended {
    let out: Input = "";
    for (const { condition, body } of clauses) {
      const asked = this.#asCondition(() => this.block(condition, stdin));
      out = joined(out, asked.out);
      if (asked.status === undefined) throw new Undecided();
      if (asked.status === 0) return after(out, this.block(body, stdin));
    }
    return otherwise === undefined ? endedWith(0, out) : after(out, this.block(otherwise, stdin));
  }

  #loop({ condition, body, isUntil }: Extract<Command, { kind: "loop" }>, stdin: Input): Ended {
    let out: Input = "";
    let before: string | undefined;
    for (let turns = 0; ; turns++) {
      if (turns >= maxTurns) throw new WaitsOn();
      const now = JSON.stringify([...this.#variables, ...this.#files]);
      if (now === before) throw new WaitsOn();
      before = now;
      if (++this.#steps.count > maxSteps) throw new WaitsOn();
      const asked = this.#asCondition(() => this.block(condition, stdin));
      out = joined(out, asked.out);
      if (asked.status === undefined) throw new Undecided();
      if ((asked.status === 0) === isUntil) return endedWith(0, out);
      const turn = this.#turn(body, stdin);
      out = joined(out, turn.out);
      if (turn.isLast) return endedWith(0, out);
    }
  }

  #for({ name, words, body }: Extract<Command, { kind: "for" }>, stdin: Input): Ended {
    const surroundings = this.#surroundings(ignore);
    const values = words.flatMap((word) => fieldsOf(word, surroundings));
    if (name === "" || values.includes(undefined)) throw new Undecided();
    let out: Input = "";
    for (const value of values) {
      this.#variables.set(name, value);
      const turn = this.#turn(body, stdin);
      out = joined(out, turn.out);
      if (turn.isLast) return endedWith(0, out);
    }
    return endedWith(this.#lastStatus, out);
  }

  #turn(body: Block, stdin: Input): { readonly out: Input; readonly isLast: boolean } {
    try {
      return { out: this.block(body, stdin).out, isLast: false };
    } catch (error) {
      if (!(error instanceof JumpSignal) || error.kind === "return") throw error;
      return { out: "", isLast: error.kind === "break" };
    }
  }

  #case({ subject, clauses }: Extract<Command, { kind: "case" }>, stdin: Input): Ended {
    const surroundings = this.#surroundings(ignore);
    const text = textOf(subject, surroundings);
    if (text === undefined) throw new Undecided();
    for (const { patterns, body } of clauses) {
      for (const pattern of patterns) {
        const wanted = textOf(pattern, surroundings);
        const isLike = wanted === undefined ? undefined : likes(text, wanted);
        if (isLike === undefined) throw new Undecided();
        if (isLike) return this.block(body, stdin);
      }
    }
    return endedWith(0);
  }

  #builtin(name: string, args: readonly Input[]): Ended | undefined {
    const status = args[0] === undefined ? this.#lastStatus : Number(args[0]);
    if (name === "exit") throw new ExitSignal(endedWith(Number.isNaN(status) ? undefined : status));
    if (name === "return")
      throw new JumpSignal("return", Number.isNaN(status) ? undefined : status);
    if (name === "break" || name === "continue") throw new JumpSignal(name);
    if (name === "set") {
      for (const [index, arg] of args.entries()) {
        if (arg !== undefined && /^-[a-z]*e/.test(arg)) this.#endsOnFailure = true;
        if (arg === "pipefail") this.#hasPipefail = args[index - 1]?.startsWith("-") === true;
      }
      return endedWith(0);
    }
    if (["export", "local", "readonly", "declare"].includes(name)) {
      for (const arg of args) {
        const [, variable, value] = /^(\w+)=([\s\S]*)$/.exec(arg ?? "") ?? [];
        if (variable !== undefined) this.#variables.set(variable, value);
      }
      return endedWith(0);
    }
    if (name !== "read") return undefined;
    for (const arg of args) if (arg !== undefined) this.#variables.set(arg, undefined);
    return endedWith(undefined);
  }

  #callFunction(body: Command, args: readonly Input[], stdin: Input): Ended {
    for (const [index, arg] of args.entries()) this.#variables.set(String(index + 1), arg);
    try {
      return this.#command(body, stdin);
    } catch (error) {
      if (!(error instanceof JumpSignal) || error.kind !== "return") throw error;
      return endedWith(error.status, undefined);
    }
  }

  /** In a process of its own: what it sets is gone behind it, and its exit ends only it. */
  #apart(block: Block, stdin: Input): Ended {
    const run = new ScriptRun(this.#node, this);
    try {
      return run.block(block, stdin);
    } catch (error) {
      if (error instanceof ExitSignal) return error.ended;
      throw error;
    }
  }

  #surroundings(ended: (ended: Ended) => void): Surroundings {
    return {
      variable: (name) => {
        if (name === "?") return this.#lastStatus?.toString();
        return this.#variables.get(name);
      },
      output: ({ body }) => {
        const run = this.#apart(body, "");
        ended(run);
        return run.out;
      },
    };
  }

  #input(redirects: readonly Redirect[], stdin: Input): Input {
    return inputOf(redirects, stdin, this.#files, this.#surroundings(ignore));
  }

  #redirected(ended: Ended, redirects: readonly Redirect[]): Ended {
    return redirected(ended, redirects, this.#files, this.#surroundings(ignore));
  }

  #asCondition<T>(run: () => T): T {
    this.#tested++;
    try {
      return run();
    } finally {
      this.#tested--;
    }
  }

  #deeper<T>(run: () => T): T {
    if (this.#depth >= maxDepth) throw new Undecided();
    this.#depth++;
    try {
      return run();
    } finally {
      this.#depth--;
    }
  }
}
