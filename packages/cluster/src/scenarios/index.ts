/*
 * Scenarios without what runs them, which takes a cluster and is in the package itself.
 */
export { namedScenario, scenarioNames } from "./named-scenarios.ts";
export { readScenario, ScenarioError } from "./read-scenario.ts";
export { type Scenario, scenarioJsonSchema } from "./scenario.ts";
