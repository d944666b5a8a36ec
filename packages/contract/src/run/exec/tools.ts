import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ProbeProblem } from "../run-settings.ts";

/** Where a program that probes use comes from. */
const sources: { readonly [tool: string]: string } = {
  bash: "apt-get install bash",
  busybox: "apt-get install busybox",
  curl: "apt-get install curl",
  dash: "apt-get install dash",
  grpc_health_probe: "it is no Debian package: put it on the PATH from its project's releases",
  grpcurl: "it is no Debian package: put it on the PATH from its project's releases",
  jq: "apt-get install jq",
  nc: "apt-get install netcat-openbsd",
  ncat: "apt-get install ncat",
  netcat: "apt-get install netcat-openbsd",
  nmap: "apt-get install nmap",
  openssl: "apt-get install openssl",
  perl: "apt-get install perl",
  python3: "apt-get install python3",
  telnet: "apt-get install telnet",
  wget: "apt-get install wget",
  xxd: "apt-get install xxd",
};

/** Programs that would act on this machine, or on others, instead of asking a node. */
const refused =
  /^(docker|docker-compose|podman|nerdctl|ctr|crictl|kubectl|helm|systemctl|service|supervisorctl|sudo|doas|su|ssh|reboot|shutdown|halt|poweroff|mount|umount|iptables|nft|ip|chroot|nsenter)$/;

/** The path of a program, or undefined when no folder of this PATH has it. */
export function findProgram(name: string, path: string): string | undefined {
  return path
    .split(delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, name))
    .find((candidate) => {
      try {
        accessSync(candidate, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** As `findProgram`. Throws a ProbeProblem that says where the program comes from. */
export function requireProgram(name: string, path: string): string {
  const found = findProgram(name, path);
  if (found !== undefined) return found;
  const source = sources[name] ?? "put it on the PATH";
  throw new ProbeProblem(`the probe needs ${name}, which this machine does not have: ${source}`);
}

/** What the lab has in the place of the machine's. */
const ownPrograms = /^(lncli|pidof|pgrep|hostname)$/;

/**
 * A command's program as this machine has it: where its author's image has it, or else on the PATH. Throws a ProbeProblem
 * for one that it does not have, such as a script of the image.
 */
export function localProgram(program: string, path: string): string {
  const name = program.slice(program.lastIndexOf("/") + 1);
  if (ownPrograms.test(name)) return name;
  if (program.includes("/") && existsSync(program)) return program;
  if (findProgram(name, path) !== undefined) return name;
  throw new ProbeProblem(
    `the probe runs ${program}, which this machine does not have; a script of the image can be checked as a file`,
  );
}

/**
 * Looks through a command for programs that are not run here, and for those that probes use and this machine does not
 * have. Throws a ProbeProblem. Only words in the place of a command count.
 */
export function checkPrograms(command: readonly string[], path: string): void {
  for (const name of calledBy(command)) {
    if (refused.test(name)) {
      throw new ProbeProblem(
        `the probe calls ${name}, which is not run here: give the command that runs inside of lnd's container`,
      );
    }
    if (Object.hasOwn(sources, name)) requireProgram(name, path);
  }
}

/** Words that a command stands behind. */
const before = String.raw`(?:^|[|;&(\n\x60{!]|\$\(|\b(?:if|then|else|elif|while|until|do|exec|time|timeout\s+\S+|env|xargs|nohup)\s)`;

function calledBy([program = "", ...args]: readonly string[]): ReadonlySet<string> {
  const pattern = new RegExp(
    `(?<=${before}\\s*(?:!\\s+)?(?:\\w+=\\S*\\s+)*)(?<![\\w.-])([\\w.-]+)(?=[\\s;|&)\\x60]|$)`,
    "g",
  );
  const texts = args.filter((arg) => /\s/.test(arg) || args.length === 1);
  const called = texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name = ""]) => name));
  return new Set([program.slice(program.lastIndexOf("/") + 1), ...called]);
}
