import type { GenerateOptions } from "./generate-options.ts";

/** A StatefulSet of lnds with the probes that a standby needs, and the Services in front of it. */
export function generateKubernetes({ nodes, contract }: GenerateOptions): string {
  const [first] = nodes;
  const { grpcPort = 10_009, restPort = 8080 } = first ?? {};
  const service = (name: string, extra: string) => `apiVersion: v1
kind: Service
metadata:
  name: ${name}
spec:
${extra}  selector: { app: lnd }
  ports:
  - { name: grpc, port: ${grpcPort}, targetPort: grpc }
  - { name: rest, port: ${restPort}, targetPort: rest }
`;
  return `# A leader-elected lnd cluster. The Service \`lnd\` leads to the pod that is ready, which is the leader.
# A Service does not end connections to a pod that is no longer ready, and two pods may be ready after a partition:
# \`leaderlab proxy\` as a sidecar of clients does and uses one.
${service("lnd", "")}---
# For pods to have names; standbys are in it too.
${service("lnd-nodes", "  clusterIP: None\n  publishNotReadyAddresses: true\n")}---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: lnd
spec:
  serviceName: lnd-nodes
  replicas: ${nodes.length}
  selector:
    matchLabels: { app: lnd }
  # A standby is never ready, so that pods must not wait for one another.
  podManagementPolicy: Parallel
  # A rolling update would wait for a standby to be ready, for ever: delete pods by hand, the leader's last.
  updateStrategy: { type: OnDelete }
  template:
    metadata:
      labels: { app: lnd }
    spec:
      # A leader resigns when it is stopped; it needs the time to.
      terminationGracePeriodSeconds: 60
      containers:
      - name: lnd
        image: lightninglabs/lnd:v0.21.0-beta
        args:
        - --bitcoin.mainnet
        - --bitcoin.node=bitcoind
        - --rpclisten=0.0.0.0:${grpcPort}
        - --restlisten=0.0.0.0:${restPort}
        - --db.backend=etcd
        - --db.etcd.host=etcd:2379
        - --cluster.enable-leader-election
        - --cluster.leader-elector=etcd
        - --cluster.etcd-election-prefix=/lnd/leader/
        # Two nodes with one id would both believe that they lead: the pod's name is its own.
        - --cluster.id=$(POD_NAME)
        - --wallet-unlock-password-file=/secrets/wallet-password
        env:
        - name: POD_NAME
          valueFrom: { fieldRef: { fieldPath: metadata.name } }
        ports:
        - { name: grpc, containerPort: ${grpcPort} }
        - { name: rest, containerPort: ${restPort} }
        volumeMounts:
        - { name: wallet-password, mountPath: /secrets, readOnly: true }
${probesOf(grpcPort, contract)}      volumes:
      - name: wallet-password
        secret: { secretName: lnd-wallet-password }
`;
}

/** Readiness by the state, liveness by whether there is one. */
function probesOf(grpcPort: number, contract: GenerateOptions["contract"]): string {
  const pattern =
    contract === "serving"
      ? "SERVER_ACTIVE"
      : "(NON_EXISTING|LOCKED|UNLOCKED|RPC_ACTIVE|SERVER_ACTIVE)";
  return `        # The image has lncli and no curl; \`state\` needs neither macaroon nor wallet. Its JSON has one or two spaces
        # behind the colon, and LOCKED is part of UNLOCKED: hence the pattern.
        readinessProbe:
          exec:
            command:
            - /bin/sh
            - -c
            - |
              lncli --rpcserver=localhost:${grpcPort} state | grep -qE '"state": *"${pattern}"'
          periodSeconds: 5
          timeoutSeconds: 5
          failureThreshold: 2
        # Does lnd answer at all? A standby does, for as long as it waits; restarting it would not make it lead. There
        # is no startup probe: a standby may wait for weeks.
        livenessProbe:
          exec:
            command:
            - /bin/sh
            - -c
            - |
              lncli --rpcserver=localhost:${grpcPort} state | grep -q '"state"'
          initialDelaySeconds: 30
          periodSeconds: 10
          timeoutSeconds: 10
          failureThreshold: 6
`;
}
