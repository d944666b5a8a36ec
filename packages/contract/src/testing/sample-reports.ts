import { type CheckReport, heldStates, type StateVerdict } from "../check-report.ts";
import { kubernetesTimings } from "../probe.ts";

const file = "deploy/lnd.yaml";
const probe = "Deployment lnd, container lnd, readinessProbe";

/** The file that the sample's positions are of. */
export const sampleSource = `spec:
  readinessProbe:
    exec:
      command: [/bin/sh, -c, "set -o pipefail; curl -sk https://localhost:8080/v1/state | jq .'State' | grep ACTIVE"]
`;

const at = (line: number, column: number, endColumn: number) => ({
  file,
  line,
  column,
  endLine: line,
  endColumn,
});

const row = (state: StateVerdict["state"], expected: StateVerdict["expected"]): StateVerdict => ({
  state,
  verdict: "no",
  expected,
  runs: [
    {
      variant: "dash",
      outcome: "failure",
      exitCode: 2,
      durationMs: 3.4,
      output: "/bin/sh: 1: set: Illegal option -o pipefail\n",
    },
  ],
});

/** What a check of lnd's guide's probe comes to, by hand. */
export const brokenReport: CheckReport = {
  target: file,
  contract: "serving",
  probes: [
    {
      name: probe,
      role: "readiness",
      action: { kind: "exec", command: ["/bin/sh", "-c", "set -o pipefail; …"] },
      timings: kubernetesTimings,
      position: at(2, 3, 17),
    },
  ],
  findings: [
    {
      rule: "PROBE001",
      severity: "error",
      message: "jq asks for .State, but the key is state.",
      subject: probe,
      position: at(4, 94, 102),
      advice: "Write .state.",
      edits: [{ position: at(4, 94, 102), text: ".state" }],
    },
    {
      rule: "PROBE003",
      severity: "error",
      message: "dash has no pipefail.",
      subject: probe,
      position: at(4, 31, 46),
      advice: "Leave set -o pipefail out.",
    },
    {
      rule: "PROBE009",
      severity: "warning",
      message: "1 s is little for curl and jq.",
      subject: probe,
      advice: "Set timeoutSeconds: 5.",
    },
  ],
  notices: [{ message: "unknown field spec.readynessProbe", position: at(2, 3, 17) }],
  tables: [
    {
      probe,
      role: "readiness",
      rows: heldStates.map((state) => row(state, state === "SERVER_ACTIVE" ? "yes" : "no")),
    },
  ],
  scenarios: [
    {
      scenario: "failover by kill",
      subject: probe,
      holds: false,
      demands: [
        { name: "the next leader turns ready", holds: false, detail: "lnd-2 never turned ready" },
      ],
      measures: [
        { name: "window with none ready", value: 123_400, unit: "ms", limit: 95_000 },
        { name: "needless restarts", value: 0, unit: "count", limit: 0 },
        { name: "time with two leaders", value: 8200, unit: "ms" },
      ],
      lanes: [
        {
          name: "lnd-1",
          segments: [
            { fromMs: 0, toMs: 60_000, label: "SERVER_ACTIVE", tone: "good" },
            { fromMs: 60_000, toMs: 200_000, label: "killed", tone: "down" },
          ],
        },
        {
          name: "lnd-1 by the probe",
          segments: [{ fromMs: 0, toMs: 200_000, label: "not ready", tone: "bad" }],
        },
        {
          name: "lnd-2",
          segments: [
            { fromMs: 0, toMs: 150_300, label: "WAITING_TO_START", tone: "waiting" },
            { fromMs: 150_300, toMs: 200_000, label: "SERVER_ACTIVE", tone: "good" },
          ],
        },
      ],
    },
  ],
  problems: [],
};

/** A check that finds nothing. */
export const goodReport: CheckReport = {
  target: "lncli state | jq -r .state",
  contract: "leader",
  probes: [],
  findings: [],
  notices: [],
  tables: [{ probe: "command", role: "waiter", rows: [row("WAITING_TO_START", "no")] }],
  scenarios: [],
  problems: [],
};
