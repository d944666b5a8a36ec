import type { Position } from "./finding.ts";

/**
 * What its outcome decides: traffic (readiness), restarts (liveness), whether the others begin (startup), or when a
 * script goes on (waiter).
 */
export type ProbeRole = "readiness" | "liveness" | "startup" | "waiter";

/** How it asks. */
export type ProbeAction =
  | { readonly kind: "exec"; readonly command: readonly string[] }
  | {
      readonly kind: "http";
      readonly scheme: "http" | "https";
      /** Undefined: the node itself. */
      readonly host?: string;
      readonly port: number;
      readonly path: string;
      readonly headers: readonly (readonly [name: string, value: string])[];
    }
  | { readonly kind: "tcp"; readonly port: number }
  | { readonly kind: "grpc"; readonly port: number; readonly service: string };

/** When it asks, as Kubernetes counts. */
export interface ProbeTimings {
  readonly initialDelayMs: number;
  readonly periodMs: number;
  readonly timeoutMs: number;
  readonly successThreshold: number;
  readonly failureThreshold: number;
}

/** Kubernetes' own timings. */
export const kubernetesTimings: ProbeTimings = {
  initialDelayMs: 0,
  periodMs: 10_000,
  timeoutMs: 1000,
  successThreshold: 1,
  failureThreshold: 3,
};

/** One probe. */
export interface Probe {
  /** In words and unique in a report: `StatefulSet lnd, container lnd, readinessProbe`. */
  readonly name: string;
  readonly role: ProbeRole;
  readonly action: ProbeAction;
  readonly timings: ProbeTimings;
  readonly position?: Position;
}

/** What runs one lnd, with the probes that look at it. */
export interface ProbedContainer {
  /** `StatefulSet lnd, container lnd`, or `command`. */
  readonly name: string;
  readonly image?: string;
  readonly probes: readonly Probe[];
}
