import { unknownEnd } from "../answers.ts";
import type { Program } from "./program.ts";

type Args = readonly (string | undefined)[];

/** The command inside of a command, and undefined when there is none. */
export function innerCommand(name: string, args: Args): Args | undefined {
  const rest = dropFlags(args, flagsWithValue.get(name) ?? "");
  if (name === "timeout" || name === "gosu" || name === "su-exec") return rest.slice(1);
  if (name === "docker" || name === "podman") {
    const verb = rest[0] === "compose" ? dropFlags(rest.slice(1), "-f -p") : rest;
    return verb[0] === "exec"
      ? dropFlags(verb.slice(1), "-u -e -w --user --env").slice(1)
      : undefined;
  }
  if (name === "docker-compose") {
    return rest[0] === "exec"
      ? dropFlags(rest.slice(1), "-u -e --user --index").slice(1)
      : undefined;
  }
  if (name === "kubectl") {
    const at = args.indexOf("--");
    return args.includes("exec") && at >= 0 ? args.slice(at + 1) : undefined;
  }
  if (name === "env") {
    const at = rest.findIndex((arg) => arg === undefined || !/^\w+=/.test(arg));
    return at < 0 ? undefined : rest.slice(at);
  }
  return ["sudo", "command", "exec", "nice", "nohup", "time", "stdbuf"].includes(name)
    ? rest
    : undefined;
}

const flagsWithValue: ReadonlyMap<string, string> = new Map([
  ["timeout", "-s -k --signal --kill-after"],
  ["sudo", "-u -g"],
  ["nice", "-n"],
  ["docker", "-H --context"],
  ["docker-compose", "-f -p --file --project-name"],
]);

function dropFlags(args: Args, valued: string): Args {
  const names = new Set(valued.split(" "));
  let at = 0;
  while (args[at]?.startsWith("-") === true) at += names.has(args[at] ?? "") ? 2 : 1;
  return args.slice(at);
}

/** `timeout 5 lncli state`, `docker exec lnd lncli state`: as the command inside. */
export const wrapper: Program = ({ name, args, run }) => {
  if (name === "command" && args[0] === "-v") return unknownEnd;
  const inner = innerCommand(name, args);
  return inner === undefined || inner.length === 0 ? unknownEnd : run(inner);
};

/** The script of `sh -c`; undefined when it is not given so. */
export function inlineScript(
  args: Args,
): { readonly script: string; readonly index: number } | undefined {
  const flag = args.findIndex((arg) => arg !== undefined && /^-[a-z]*c[a-z]*$/.test(arg));
  const isFirst = args
    .slice(0, flag)
    .every((arg, at) => arg?.startsWith("-") === true || args[at - 1] === "-o");
  const script = args[flag + 1];
  return flag < 0 || !isFirst || script === undefined ? undefined : { script, index: flag + 1 };
}

/** `sh -c '…'`. */
export const shell: Program = ({ args, runScript }) => {
  const inline = inlineScript(args);
  return inline === undefined ? unknownEnd : runScript(inline.script);
};
