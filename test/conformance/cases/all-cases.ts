import { authAccessCases } from "./auth-access-cases.ts";
import { authJwtCases } from "./auth-jwt-cases.ts";
import { authManagementCases } from "./auth-management-cases.ts";
import { authServerCases } from "./auth-server-cases.ts";
import { authUserCases } from "./auth-user-cases.ts";
import { authWatchCases } from "./auth-watch-cases.ts";
import type { Case } from "./case.ts";
import { clusterCases } from "./cluster-cases.ts";
import { compareCases } from "./compare-cases.ts";
import { electionAuthCases } from "./election-auth-cases.ts";
import { electionCases } from "./election-cases.ts";
import { endpointCases } from "./endpoint-cases.ts";
import { gatewayCases } from "./gateway-cases.ts";
import { kvCases } from "./kv-cases.ts";
import { leaseCases } from "./lease-cases.ts";
import { leaseStreamCases } from "./lease-stream-cases.ts";
import { maintenanceCases } from "./maintenance-cases.ts";
import { rangeCases } from "./range-cases.ts";
import { txnCases } from "./txn-cases.ts";
import { txnShapeCases } from "./txn-shape-cases.ts";
import { watchCases } from "./watch-cases.ts";
import { watchScopeCases } from "./watch-scope-cases.ts";
import { watchStreamCases } from "./watch-stream-cases.ts";

/** Every case, by group. */
export const caseGroups: Readonly<Record<string, readonly Case[]>> = {
  kv: [...kvCases, ...rangeCases],
  txn: [...txnCases, ...txnShapeCases, ...compareCases],
  lease: [...leaseCases, ...leaseStreamCases],
  watch: [...watchCases, ...watchScopeCases, ...watchStreamCases],
  cluster: clusterCases,
  maintenance: maintenanceCases,
  election: [...electionCases, ...electionAuthCases],
  endpoints: endpointCases,
  gateway: gatewayCases,
  auth: [...authManagementCases, ...authUserCases, ...authAccessCases],
  "tokens and watchers under auth": [...authServerCases, ...authWatchCases, ...authJwtCases],
};
