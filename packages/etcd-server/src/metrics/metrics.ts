import type { Store } from "../store.ts";
import { GrpcMetrics } from "./grpc-metrics.ts";
import { HealthMetrics } from "./health-metrics.ts";
import { idleFamilies } from "./idle-families.ts";
import type { MetricFamily } from "./metric-family.ts";
import { OperationMetrics } from "./operation-metrics.ts";
import { processFamilies } from "./process-metrics.ts";
import { storeFamilies } from "./store-families.ts";

/** Everything that is counted of one server. */
export interface Metrics {
  readonly grpc: GrpcMetrics;
  readonly operations: OperationMetrics;
  readonly health: HealthMetrics;
  /** All that is known at this moment. */
  families(store: Store): readonly MetricFamily[];
}

/** Nothing counted yet. `isExtensive`: the times of gRPC are to be taken, too. */
export function createMetrics(options: { readonly isExtensive?: boolean } = {}): Metrics {
  const grpc = new GrpcMetrics(options.isExtensive);
  const operations = new OperationMetrics();
  const health = new HealthMetrics();
  return {
    grpc,
    operations,
    health,
    families: (store) => [
      ...grpc.families(),
      ...operations.families(),
      ...health.families(),
      ...storeFamilies(store),
      ...idleFamilies(),
      ...processFamilies(),
    ],
  };
}
