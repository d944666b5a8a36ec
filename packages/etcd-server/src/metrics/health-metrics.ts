import type { CheckType, HealthObserver } from "../http/health-endpoints.ts";
import { LabelledCounter } from "./instruments.ts";
import { type MetricFamily, type Sample, single } from "./metric-family.ts";

/** Counts health checks and their results. Mirrors: etcd server/etcdserver/api/etcdhttp/health.go. */
export class HealthMetrics implements HealthObserver {
  readonly #last = new Map<string, Sample>();
  readonly #checks = new LabelledCounter();
  #successes = 0;
  #failures = 0;

  health(isHealthy: boolean): void {
    if (isHealthy) this.#successes += 1;
    else this.#failures += 1;
  }

  check(type: CheckType, name: string, isHealthy: boolean): void {
    this.#last.set(`${type}/${name}`, { labels: { type, name }, value: isHealthy ? 1 : 0 });
    this.#checks.add({ type, name, status: isHealthy ? "success" : "error" });
  }

  families(): readonly MetricFamily[] {
    return [
      single("counter", "etcd_server_health_success", "Good answers of /health.", this.#successes),
      single("counter", "etcd_server_health_failures", "Bad answers of /health.", this.#failures),
      {
        type: "gauge",
        name: "etcd_server_healthcheck",
        help: "The last result of each check of /livez and /readyz: 1 is good.",
        samples: [...this.#last.values()],
      },
      {
        type: "counter",
        name: "etcd_server_healthchecks_total",
        help: "Results of the checks of /livez and /readyz.",
        samples: this.#checks.samples,
      },
    ];
  }
}
