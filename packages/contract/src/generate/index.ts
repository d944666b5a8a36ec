export {
  type GenerateOptions,
  generateDefaults,
  type LeaderProxyAddress,
  type NamedNode,
} from "./generate-options.ts";
export { type GeneratorName, generatorNames, generators } from "./generators.ts";
