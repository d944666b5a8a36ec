import assert from "node:assert/strict";
import { test } from "node:test";
import { SourceError } from "../../source-error.ts";
import { readManifest } from "./read-manifest.ts";

const read = (text: string) => readManifest({ file: "m.yaml", text });
const probes = (text: string) =>
  read(text).containers.flatMap((container) => container.probes.map(({ probe }) => probe));

const pod = (container: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n  - name: lnd\n    image: lnd\n${container.replace(/^(?=.)/gm, "    ")}\n`;

test("what is left out of a probe is as Kubernetes has it", () => {
  const [probe] = probes(pod("readinessProbe: {tcpSocket: {port: 10009}}"));
  assert.deepEqual(probe?.timings, {
    initialDelayMs: 0,
    periodMs: 10_000,
    timeoutMs: 1000,
    successThreshold: 1,
    failureThreshold: 3,
  });
  assert.equal(probe?.name, "Pod p, container lnd, readinessProbe");
});

test("a port is known by its number or its name in the container", () => {
  const container = (port: string) =>
    pod(
      `ports: [{name: rest, containerPort: 8081}]\nlivenessProbe:\n  httpGet: {scheme: HTTPS, path: v1/state, port: ${port}}`,
    );
  assert.deepEqual(probes(container("rest"))[0]?.action, {
    kind: "http",
    scheme: "https",
    port: 8081,
    path: "/v1/state",
    headers: [],
  });
  assert.throws(() => probes(container("grpc")), /no port named "grpc"; named ports: rest/);
});

test("kubelet's variables are put in, and others stay", () => {
  const [probe] = probes(
    pod(
      `env: [{name: NET, value: regtest}]\nreadinessProbe:\n  exec:\n    command: [sh, -c, "lncli -n $(NET) state; echo $(hostname) $$(NET)"]`,
    ),
  );
  assert.equal(
    probe?.action.kind === "exec" && probe.action.command[2],
    "lncli -n regtest state; echo $(hostname) $(NET)",
  );
});

test("every kind that makes pods is read, in lists and several documents too", () => {
  const template =
    "template: {spec: {containers: [{name: lnd, image: lnd, readinessProbe: {grpc: {port: 10009}}}]}}";
  const object = (kind: string, spec: string) =>
    `apiVersion: v1\nkind: ${kind}\nmetadata: {name: a}\nspec: {${spec}}\n`;
  const kinds = ["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job"];
  const documents = [
    ...kinds.map((kind) => object(kind, template)),
    object("CronJob", `jobTemplate: {spec: {${template}}}`),
    `apiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: Deployment, metadata: {name: b}, spec: {${template}}}]\n`,
    object("Service", "ports: []"),
  ];
  assert.deepEqual(
    read(documents.join("---\n")).containers.map(({ name }) => name),
    [...kinds.map((kind) => `${kind} a`), "CronJob a", "Deployment b"].map(
      (name) => `${name}, container lnd`,
    ),
  );
});

test("two probes never share a name", () => {
  const one = pod("readinessProbe: {grpc: {port: 1}}");
  const names = probes(`${one}---\n${one}`).map(({ name }) => name);
  assert.equal(new Set(names).size, 2);
});

test("an init container that waits for lnd is a waiter, and a sidecar has probes", () => {
  const text = `apiVersion: v1
kind: Pod
metadata: {name: p}
spec:
  initContainers:
  - {name: wait, image: x, command: [sh, -c], args: ["until lncli state | grep -q ACTIVE; do sleep 1; done"]}
  - {name: chown, image: x, command: [sh, -c, chown -R 1000 /data]}
  - {name: side, image: lnd, restartPolicy: Always, livenessProbe: {exec: {command: [lncli, state]}}}
  containers:
  - {name: app, image: app}
`;
  assert.deepEqual(
    probes(text).map(({ name, role }) => `${name}: ${role}`),
    ["Pod p, init container wait, command: waiter", "Pod p, sidecar side, livenessProbe: liveness"],
  );
});

test("a container that is no lnd is left out, and that is told", () => {
  const text = pod("readinessProbe: {tcpSocket: {port: 5432}}")
    .replace("name: lnd", "name: db")
    .replace("image: lnd", "image: postgres");
  const { containers, notices } = read(text);
  assert.deepEqual(containers, []);
  assert.match(notices[0]?.message ?? "", /container db looks like no lnd/);
});

test("what Kubernetes would refuse is an error with its place", () => {
  for (const [probe, message, line] of [
    ["readinessProbe: {exec: {command: lncli state}}", /command must be a list of texts/, 8],
    [
      "readinessProbe: {exec: {command: [sleep, 5]}}",
      /command\[1\] must be a text: put it in quotes, not 5/,
      8,
    ],
    ['livenessProbe:\n  periodSeconds: "5"', /periodSeconds must be a whole number, not "5"/, 9],
    [
      "livenessProbe:\n  tcpSocket: {port: 1}\n  successThreshold: 2",
      /successThreshold must be 1 for a liveness/,
      10,
    ],
    [
      "livenessProbe:\n  tcpSocket: {port: 1}\n  grpc: {port: 1}",
      /one of exec, httpGet, tcpSocket, grpc/,
      10,
    ],
    ["livenessProbe: {tcpSocket: {port: 70000}}", /from 1 to 65535/, 8],
    [
      "readinessProbe: {tcpSocket: {port: 1}, terminationGracePeriodSeconds: 3}",
      /restarts nothing/,
      8,
    ],
    [
      "livenessProbe: {tcpSocket: {port: 1}, timeoutSeconds: -1}",
      /timeoutSeconds must be 1 or more/,
      8,
    ],
  ] as const) {
    assert.throws(
      () => read(pod(probe)),
      (error) =>
        error instanceof SourceError &&
        message.test(error.message) &&
        error.position?.line === line,
      probe,
    );
  }
});

test("unknown fields are named at every level, with the one that was meant", () => {
  const text = `apiVersion: apps/v1
kind: Deployment
metadata: {name: d}
spec:
  replica: 2
  template:
    spec:
      container: []
      containers:
      - name: lnd
        image: lnd
        readynessProbe: {}
        livenessProbe: {exec: {command: [lncli, state]}, timeOutSeconds: 3, nonsense: 1}
`;
  const { notices } = read(text);
  assert.deepEqual(
    notices.map(({ message, position }) => `${position?.line}: ${message}`),
    [
      '5: Deployment.spec has no field "replica" (did you mean replicas?); it is ignored',
      '8: Deployment.spec.template.spec has no field "container" (did you mean containers?); it is ignored',
      '12: Deployment.spec.template.spec.containers[0] has no field "readynessProbe" (did you mean readinessProbe?); it is ignored',
      '13: Deployment.spec.template.spec.containers[0].livenessProbe has no field "timeOutSeconds" (did you mean timeoutSeconds?); it is ignored',
      '13: Deployment.spec.template.spec.containers[0].livenessProbe has no field "nonsense"; it is ignored',
    ],
  );
});

test("a script in a ConfigMap is pointed at", () => {
  const text =
    "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  ready.sh: |\n    lncli state\n";
  assert.match(read(text).notices[0]?.message ?? "", /ConfigMap c holds a script .*"ready.sh"/);
});
