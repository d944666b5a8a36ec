import { parseLncli, parseWebRequest } from "../judge/programs/asking.ts";
import type { CalledCommand } from "../lint/called-command.ts";
import { asksFor, type JudgedProbe } from "../lint/judged-probe.ts";

const leaderStates = "-e NON_EXISTING -e LOCKED -e UNLOCKED -e RPC_ACTIVE -e SERVER_ACTIVE";

/**
 * The check that a probe is to make, as one pipeline for any shell and without quotes: it asks as the probe asked, and
 * looks for what the contract wants. Undefined when whom it asks cannot be said.
 */
export function rightCheck(probe: JudgedProbe): string | undefined {
  const asking = askingOf(probe);
  if (asking === undefined) return undefined;
  if (!probe.isRelied) return `${asking} >/dev/null`;
  return probe.settings.contract === "serving"
    ? `${asking} | grep -q SERVER_ACTIVE`
    : `${asking} | grep -qw ${leaderStates}`;
}

function askingOf(probe: JudgedProbe): string | undefined {
  const lncli = probe.commands.find(
    (command) =>
      command.name === "lncli" && (asksFor(command, "state") || asksFor(command, "info")),
  );
  if (lncli?.text !== undefined) return asWritten(lncli);
  const isInContainer = probe.read.fields.size > 0 || probe.read.image !== undefined;
  const web = probe.commands.find(
    (command) => asksFor(command, "state") && command.name !== "lncli",
  );
  if (!isInContainer && web !== undefined) return webRequest(web);
  return ["lncli", ...(probe.read.lncliFlags ?? []), "state"].join(" ");
}

/** lncli with what wraps it and its own flags, up to the verb. */
function asWritten({ text, range, args, words }: CalledCommand): string | undefined {
  const verb = words[parseLncli(args).globals.length];
  if (text === undefined || verb === undefined) return undefined;
  return `${text.text.slice(range[0], verb.range[0])}state`;
}

function webRequest({ name, args }: CalledCommand): string | undefined {
  const url = parseWebRequest(name, args)?.url.href;
  if (url === undefined || !/^[\w:/.-]+$/.test(url)) return undefined;
  if (name === "wget") return `wget -q -O - --no-check-certificate ${url}`;
  const certificate = args.indexOf("--cacert");
  const file = certificate < 0 ? undefined : args[certificate + 1];
  if (certificate >= 0 && (file === undefined || !/^[\w/.-]+$/.test(file))) return undefined;
  return `curl -s ${file === undefined ? "-k" : `--cacert ${file}`} ${url}`;
}
