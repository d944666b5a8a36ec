import type { ProbeRun, StateVerdict } from "../check-report.ts";
import type { ProbeAction, ProbeRole } from "../probe.ts";

/** What yes and no mean for each role of a probe, as a table's heading and as words in its cells. */
const words: {
  readonly [Role in ProbeRole]: {
    readonly question: string;
    readonly yes: string;
    readonly no: string;
  };
} = {
  readiness: { question: "ready", yes: "ready", no: "not ready" },
  liveness: { question: "live", yes: "live", no: "restarted" },
  startup: { question: "started", yes: "started", no: "not started" },
  waiter: { question: "goes on", yes: "goes on", no: "waits" },
};

/** What a column of verdicts is called. */
export function questionOf(role: ProbeRole): string {
  return words[role].question;
}

/** `ready`, `not ready`, `ready or not, by run`. */
export function verdictWord(role: ProbeRole, verdict: StateVerdict["verdict"]): string {
  return verdict === "mixed" ? `${words[role].yes} or not, by run` : words[role][verdict];
}

/** `ready`, `not ready`, `either`. */
export function expectedWord(role: ProbeRole, expected: StateVerdict["expected"]): string {
  return expected === "either" ? "either" : words[role][expected];
}

/** The exit codes of a state's runs, each once: `1`, `0 or 1`, `timeout`, `–` where nothing has one. */
export function exitWord(runs: readonly ProbeRun[]): string {
  const each = runs.map(({ outcome, exitCode }) =>
    outcome === "timeout" ? "timeout" : exitCode === null ? "–" : String(exitCode),
  );
  return [...new Set(each)].join(" or ") || "–";
}

/** How long the slowest of the runs took. */
export function slowestMs(runs: readonly ProbeRun[]): number {
  return Math.max(0, ...runs.map(({ durationMs }) => durationMs));
}

/** `12 ms`, `1.5 s`, `2 min 3 s`, `1 h 30 min`. */
export function spanWord(ms: number): string {
  if (!Number.isFinite(ms)) return "for ever";
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${Number((ms / 1000).toFixed(1))} s`;
  const wholeSeconds = Math.round(ms / 1000);
  const [large, unit, small, part] =
    wholeSeconds < 3600
      ? [Math.floor(wholeSeconds / 60), "min", wholeSeconds % 60, "s"]
      : [Math.floor(wholeSeconds / 3600), "h", Math.floor((wholeSeconds % 3600) / 60), "min"];
  return small === 0 ? `${large} ${unit}` : `${large} ${unit} ${small} ${part}`;
}

/** What a probe does, on one line: its command, its URL, its port. */
export function actionWord(action: ProbeAction): string {
  switch (action.kind) {
    case "exec":
      return action.command.join(" ");
    case "http":
      return `GET ${action.scheme}://${action.host ?? "localhost"}:${action.port}${action.path}`;
    case "tcp":
      return `connects to port ${action.port}`;
    case "grpc":
      return `grpc.health.v1 at port ${action.port}${action.service === "" ? "" : `, service ${action.service}`}`;
  }
}
