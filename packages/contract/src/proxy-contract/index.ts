export {
  type CheckProxiesOptions,
  checkProxies,
  checkProxy,
  type NamedProxy,
  type ProxyEngineName,
  type ProxyUnderTest,
  proxyEngines,
} from "./check-proxy.ts";
export type { Entrance, Entrances } from "./entrances.ts";
export { type LabScenarioName, labScenarioNames } from "./lab-scenarios.ts";
export type { NodePlace } from "./proxy-lab.ts";
export { ProxyProblem } from "./proxy-problem.ts";
