/** A field of a Kubernetes object: where it leads, or that what stands there is not looked at. */
export type FieldKind = "any" | "integer" | "text" | "texts" | keyof typeof knownFields;

const list = (names: string): { readonly [name: string]: "any" } =>
  Object.fromEntries(names.split(/\s+/).map((name) => [name, "any"]));

const podSpec = {
  ...list(
    `activeDeadlineSeconds affinity automountServiceAccountToken dnsConfig dnsPolicy enableServiceLinks hostAliases
     hostIPC hostNetwork hostPID hostUsers hostname hostnameOverride imagePullSecrets nodeName nodeSelector os overhead
     preemptionPolicy priority priorityClassName readinessGates resourceClaims resources restartPolicy runtimeClassName
     schedulerName schedulingGates securityContext serviceAccount serviceAccountName setHostnameAsFQDN
     shareProcessNamespace subdomain terminationGracePeriodSeconds tolerations topologySpreadConstraints volumes
     workloadRef`,
  ),
  containers: "containers",
  initContainers: "containers",
  ephemeralContainers: "containers",
} as const;

const container = {
  ...list(
    `envFrom imagePullPolicy lifecycle ports resizePolicy resources restartPolicyRules securityContext stdin stdinOnce
     targetContainerName terminationMessagePath terminationMessagePolicy tty volumeDevices volumeMounts workingDir`,
  ),
  name: "text",
  image: "text",
  command: "texts",
  args: "texts",
  env: "any",
  restartPolicy: "text",
  livenessProbe: "probe",
  readinessProbe: "probe",
  startupProbe: "probe",
} as const;

const probe = {
  exec: "exec",
  httpGet: "httpGet",
  tcpSocket: "tcpSocket",
  grpc: "grpc",
  initialDelaySeconds: "integer",
  periodSeconds: "integer",
  timeoutSeconds: "integer",
  successThreshold: "integer",
  failureThreshold: "integer",
  terminationGracePeriodSeconds: "integer",
} as const;

/**
 * The fields of the objects that hold probes, of Kubernetes 1.34; those of what stands beside them are named but not
 * followed.
 */
export const knownFields = {
  template: { metadata: "any", spec: "podSpec", ...list("apiVersion kind") },
  podSpec,
  containers: {},
  container,
  probe,
  exec: { command: "texts" },
  httpGet: { host: "text", httpHeaders: "any", path: "text", port: "any", scheme: "text" },
  tcpSocket: { host: "text", port: "any" },
  grpc: { port: "integer", service: "text" },
} as const satisfies { readonly [object: string]: { readonly [field: string]: string } };

/** The fields of a workload's spec beside its template. */
export const workloadFields: { readonly [kind: string]: ReadonlySet<string> } = {
  Deployment: words(
    "minReadySeconds paused progressDeadlineSeconds replicas revisionHistoryLimit selector strategy template",
  ),
  StatefulSet: words(
    `minReadySeconds ordinals persistentVolumeClaimRetentionPolicy podManagementPolicy replicas revisionHistoryLimit
     selector serviceName template updateStrategy volumeClaimTemplates`,
  ),
  DaemonSet: words("minReadySeconds revisionHistoryLimit selector template updateStrategy"),
  ReplicaSet: words("minReadySeconds replicas selector template"),
  ReplicationController: words("minReadySeconds replicas selector template"),
  Job: words(
    `activeDeadlineSeconds backoffLimit backoffLimitPerIndex completionMode completions managedBy manualSelector
     maxFailedIndexes parallelism podFailurePolicy podReplacementPolicy selector successPolicy suspend template
     ttlSecondsAfterFinished`,
  ),
  CronJob: words(
    `concurrencyPolicy failedJobsHistoryLimit jobTemplate schedule startingDeadlineSeconds
     successfulJobsHistoryLimit suspend timeZone`,
  ),
};

function words(names: string): ReadonlySet<string> {
  return new Set(names.split(/\s+/));
}
