export { type Contract, type ContractCase, ContractError } from "./contract.ts";
export { type ProbeContractOptions, type ProbeSubject, probeContract } from "./probe-contract.ts";
export { type ProxyContractOptions, type ProxySubject, proxyContract } from "./proxy-contract.ts";
