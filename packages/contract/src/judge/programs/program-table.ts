import { endedWith } from "../answers.ts";
import { grpcHealthProbe, lncli, nc, pidof, web } from "./asking.ts";
import { grep } from "./grep.ts";
import { jq } from "./jq.ts";
import type { Program } from "./program.ts";
import { test } from "./test.ts";
import { cat, cut, echo, ends, printf, seq, succeed, tr } from "./texts.ts";
import { shell, wrapper } from "./wrappers.ts";

const programs: ReadonlyMap<string, Program> = new Map<string, Program>([
  ["lncli", lncli],
  ["curl", web],
  ["wget", web],
  ["grep", grep],
  ["egrep", grep],
  ["fgrep", grep],
  ["jq", jq],
  ["nc", nc],
  ["ncat", nc],
  ["netcat", nc],
  ["pidof", pidof],
  ["pgrep", pidof],
  ["grpc_health_probe", grpcHealthProbe],
  ["test", test],
  ["[", test],
  ["[[", test],
  ["echo", echo],
  ["printf", printf],
  ["cat", cat],
  ["tr", tr],
  ["head", ends],
  ["tail", ends],
  ["cut", cut],
  ["seq", seq],
  ["false", () => endedWith(1)],
  ["date", () => endedWith(0, undefined)],
  ...["sh", "bash", "dash", "ash"].map((name) => [name, shell] as const),
  ..."timeout sudo docker docker-compose podman kubectl env exec command nice nohup time gosu su-exec stdbuf"
    .split(" ")
    .map((name) => [name, wrapper] as const),
  ...": true sleep set export readonly local declare trap umask cd unset shopt wait"
    .split(" ")
    .map((name) => [name, succeed] as const),
]);

/** The program of a name or path; undefined for one whose end cannot be said. */
export function programOf(name: string): Program | undefined {
  return programs.get(name.slice(name.lastIndexOf("/") + 1));
}
