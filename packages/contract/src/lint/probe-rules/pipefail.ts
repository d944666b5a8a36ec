import type { Edit } from "../../finding.ts";
import type { CalledCommand } from "../called-command.ts";
import type { JudgedProbe } from "../judged-probe.ts";
import type { ProbeRule } from "./probe-rule.ts";

/** PROBE003: dash ends a script with 2 where it does not know an option of set. */
export const pipefail: ProbeRule = {
  id: "PROBE003",
  *check(probe) {
    const { script } = probe.read;
    for (const command of probe.commands) {
      if (command.name !== "set" || !command.args.includes("pipefail") || script === undefined)
        continue;
      if (!mayLackPipefail(command, probe)) continue;
      const isKnown = command.shell === "dash" || probe.settings.shell === "dash";
      yield {
        message: isKnown
          ? "dash has no pipefail: it ends the script here with exit code 2"
          : "/bin/sh may be dash (Debian, Ubuntu), which has no pipefail and ends the script here with exit code 2",
        position: probe.positionOf(command),
        edits: [withoutPipefail(command)],
      };
    }
  },
};

function mayLackPipefail({ shell }: CalledCommand, { settings }: JudgedProbe): boolean {
  if (shell === "dash") return true;
  return shell === "sh" && (settings.shell === undefined || settings.shell === "dash");
}

/** `set -o pipefail;` goes; of `set -euo pipefail` the rest stays. */
function withoutPipefail({ text, range, args }: CalledCommand): Edit | undefined {
  if (text === undefined) return undefined;
  const [start, end] = range;
  const written = text.text.slice(start, end);
  const kept = /^(set\s+-[a-z]*)o\s+pipefail$/.exec(written)?.[1];
  if (kept !== undefined && !/-$/.test(kept)) return text.edit(range, kept);
  if (args.length !== 2) return undefined;
  const behind = /^[ \t]*(?:;[ \t]*|&&[ \t]*)?\n?/.exec(text.text.slice(end))?.[0] ?? "";
  return text.edit([start, end + behind.length], "");
}
