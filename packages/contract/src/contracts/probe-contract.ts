import { createSystemRandom } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { type CheckSettings, checkCommand, checkUrl } from "../check/index.ts";
import {
  type CheckReport,
  type HeldState,
  heldStates,
  type ScenarioVerdict,
  type TrafficContract,
} from "../check-report.ts";
import { timeScenarios } from "../over-time/index.ts";
import type { ProbeRole } from "../probe.ts";
import { casesOf, type ReportCase } from "../report/index.ts";
import { expectedWord } from "../report/verdict-words.ts";
import { expectedOf, type RunLncli } from "../run/index.ts";
import { type Contract, type ContractCase, ContractError } from "./contract.ts";

/** A probe to be tested. One check is made of it, however many cases look at that. */
export type ProbeSubject = { readonly command: string } | { readonly url: string };

/** What is asked of a probe. */
export interface ProbeContractOptions
  extends Pick<CheckSettings, "shells" | "ports" | "timeoutMs" | "signal"> {
  /** Default: serving. */
  readonly contract?: TrafficContract;
  /** Default: readiness. */
  readonly role?: ProbeRole;
  /** What `lncli` in a command is. */
  readonly lncli?: RunLncli;
}

/**
 * What the contract asks of a probe, as cases: it breaks no rule, it answers rightly in each state that the contract
 * says something about, and it holds through each scenario. The subject's command is run on this machine.
 */
export function probeContract(options: ProbeContractOptions = {}): Contract<ProbeSubject> {
  const { contract = "serving", role = "readiness" } = options;
  const reports = new WeakMap<ProbeSubject, Promise<CheckReport>>();
  const reportOf = (subject: ProbeSubject) => {
    const known = reports.get(subject) ?? check(subject, options);
    reports.set(subject, known);
    return known;
  };
  const states = heldStates.filter((state) => expectedOf(role, state, contract) !== "either");
  const scenarios = role === "waiter" ? [] : timeScenarios;
  return {
    name: `the ${role} probe of an lnd, contract "${contract}"`,
    cases: [
      {
        id: "rules",
        name: "it breaks no rule",
        run: async (subject) => rules(await reportOf(subject)),
      },
      ...states.map((state) => stateCase(state, role, contract, reportOf)),
      ...scenarios.map(({ name }) => scenarioCase(name, reportOf)),
    ],
  };
}

type ReportOf = (subject: ProbeSubject) => Promise<CheckReport>;

function check(subject: ProbeSubject, options: ProbeContractOptions): Promise<CheckReport> {
  const settings = { ...options, clock: createRealClock(), random: createSystemRandom() };
  return "command" in subject
    ? checkCommand(subject.command, settings)
    : checkUrl(subject.url, settings);
}

function stateCase(
  state: HeldState,
  role: ProbeRole,
  contract: TrafficContract,
  reportOf: ReportOf,
): ContractCase<ProbeSubject> {
  return {
    id: `states/${state}`,
    name: `${expectedWord(role, expectedOf(role, state, contract))} in ${state}`,
    run: async (subject) => {
      const report = await reportOf(subject);
      couldRun(report);
      const [probe] = report.probes;
      const id = `states/${probe?.name}/${state}`;
      holds(casesOf(report).filter((one) => one.id === id));
    },
  };
}

function scenarioCase(name: string, reportOf: ReportOf): ContractCase<ProbeSubject> {
  return {
    id: `scenarios/${name}`,
    name: `it holds through: ${name}`,
    run: async (subject) => {
      const report = await reportOf(subject);
      couldRun(report);
      const isIt = ({ scenario }: ScenarioVerdict) => scenario === name;
      holds(
        casesOf({ ...report, findings: [], tables: [], scenarios: report.scenarios.filter(isIt) }),
      );
    },
  };
}

function rules(report: CheckReport): void {
  couldRun(report);
  holds(casesOf({ ...report, tables: [], scenarios: [] }));
}

function couldRun({ problems }: CheckReport): void {
  if (problems.length > 0) throw new ContractError(`it could not be run: ${problems.join("; ")}`);
}

function holds(cases: readonly ReportCase[]): void {
  if (cases.length === 0) throw new ContractError("it was not looked at");
  const failed = cases.filter(({ outcome }) => outcome === "failed");
  if (failed.length === 0) return;
  const said = failed.map(({ message, detail }) => [message, ...detail].join("\n  "));
  throw new ContractError(said.join("\n"));
}
