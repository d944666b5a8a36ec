import { createSystemRandom } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import type { ScenarioVerdict } from "../check-report.ts";
import type { SourceText } from "../file-kind.ts";
import { fileKindOf } from "../lint/file-kinds.ts";
import { checkProxy, type ProxyUnderTest, proxyEngines } from "../proxy-contract/check-proxy.ts";
import type { Entrances } from "../proxy-contract/entrances.ts";
import {
  type LabScenarioName,
  labScenarioNames,
  labScenarios,
} from "../proxy-contract/lab-scenarios.ts";
import type { NodePlace } from "../proxy-contract/proxy-lab.ts";
import { type Contract, ContractError } from "./contract.ts";

/** A proxy to be tested: a configuration of HAProxy, nginx or Caddy, or one that runs. */
export type ProxySubject =
  | { readonly config: SourceText }
  | { readonly entrances: Entrances; readonly places: readonly NodePlace[] };

/** What is asked of a proxy. */
export interface ProxyContractOptions {
  /** Default: all. */
  readonly scenarios?: readonly LabScenarioName[];
  readonly signal?: AbortSignal;
}

/**
 * What the contract asks of a proxy in front of an lnd cluster: a case for each scenario. Each case puts the proxy in
 * front of a cluster of its own, on this machine's sockets, and takes seconds.
 */
export function proxyContract(options: ProxyContractOptions = {}): Contract<ProxySubject> {
  const { scenarios = labScenarioNames, signal } = options;
  return {
    name: "a proxy in front of an lnd cluster",
    cases: scenarios.map((name) => ({
      id: `scenarios/${name}`,
      name: `it leads to the leader through: ${labScenarios[name].title}`,
      run: async (subject) => {
        const [verdict] = await checkProxy({
          clock: createRealClock(),
          random: createSystemRandom(),
          proxy: underTest(subject),
          subject: "config" in subject ? subject.config.file : "the proxy",
          scenarios: [name],
          ...(signal !== undefined && { signal }),
        });
        if (verdict !== undefined) holds(verdict);
      },
    })),
  };
}

function underTest(subject: ProxySubject): ProxyUnderTest {
  if (!("config" in subject)) return { kind: "running", ...subject };
  const { config } = subject;
  const { name } = fileKindOf(config);
  const engine = (Object.keys(proxyEngines) as (keyof typeof proxyEngines)[]).find(
    (known) => known === name,
  );
  if (engine !== undefined) return { kind: "config", engine, source: config };
  throw new ContractError(`${config.file} is a ${name} file: no proxy can be started with it here`);
}

function holds({ holds: isKept, demands, measures }: ScenarioVerdict): void {
  if (isKept) return;
  const broken = demands.filter((demand) => !demand.holds);
  const over = measures.filter(({ value, limit }) => limit !== undefined && value > limit);
  throw new ContractError(
    [
      ...broken.map(({ name, detail }) => `not so: ${name}: ${detail}`),
      ...over.map(({ name, value, limit, unit }) => `${name}: ${value} ${unit}, at most ${limit}`),
    ].join("\n"),
  );
}
