import type { Rule } from "./rule.ts";

const url = "https://localhost:8080/v1/state";

/** The rules about probes, by their ids. */
export const probeRuleTexts = {
  PROBE001: {
    family: "probe",
    severity: "error",
    title: "the state's JSON key is written with a capital",
    reason:
      'lnd answers {"state":"SERVER_ACTIVE"}, and JSON\'s keys are case-sensitive: jq makes null of .State, and grep finds no "State". lnd\'s own guide to leader election prints a probe with this fault; it is never ready in any state.',
    advice: "Write the key in lower case: .state.",
    example: {
      wrong: `curl -s -k ${url} | jq -r .State | grep -qx SERVER_ACTIVE`,
      right: `curl -s -k ${url} | jq -r .state | grep -qx SERVER_ACTIVE`,
    },
  },
  PROBE002: {
    family: "probe",
    severity: "error",
    title: "only the status of /v1/state is looked at",
    reason:
      "GET /v1/state is answered with HTTP 200 in all six states, and lncli state ends with 0 in all of them. Which state it is stands in the body. A check of the status alone sends traffic to every standby.",
    advice: "Look at the body: let an exec probe search it for SERVER_ACTIVE.",
    example: {
      wrong: "httpGet: {scheme: HTTPS, port: 8080, path: /v1/state}",
      right: 'exec: {command: ["/bin/sh", "-c", "lncli state | grep -q SERVER_ACTIVE"]}',
    },
  },
  PROBE003: {
    family: "probe",
    severity: "error",
    title: "pipefail in a shell that has none",
    reason:
      "/bin/sh is dash on Debian and Ubuntu. It has no option pipefail and ends a script that sets it with exit code 2, before anything else of it runs. bash and busybox have it.",
    advice:
      "Leave pipefail out (the last program of a pipeline decides by itself), or call /bin/bash.",
    example: {
      wrong: "set -e; set -o pipefail; lncli state | grep -q SERVER_ACTIVE",
      right: "lncli state | grep -q SERVER_ACTIVE",
    },
  },
  PROBE004: {
    family: "probe",
    severity: "error",
    title: "a program that the image does not have",
    reason:
      "An exec probe runs inside of the container. lnd's own image has lnd and lncli, and has had no curl since 0.21. A program that is missing ends the script with 127, in every state.",
    advice: "Use what is there: lncli state needs neither a macaroon nor an open wallet.",
    example: {
      wrong: `curl -s -k ${url} | grep -q SERVER_ACTIVE`,
      right: "lncli state | grep -q SERVER_ACTIVE",
    },
  },
  PROBE005: {
    family: "probe",
    severity: "error",
    title: "an unanchored LOCKED also matches UNLOCKED",
    reason:
      "UNLOCKED ends with LOCKED, so that a search for the one finds both. A script that unlocks the wallet when it sees LOCKED then does so to an open one.",
    advice: "Search for the whole word: grep -w LOCKED, or anchor the pattern.",
    example: {
      wrong: "lncli state | grep -q LOCKED && lncli unlock --stdin </run/secrets/wallet",
      right: "lncli state | grep -qw LOCKED && lncli unlock --stdin </run/secrets/wallet",
    },
  },
  PROBE006: {
    family: "probe",
    severity: "error",
    title: "a liveness probe that restarts a standby",
    reason:
      "A standby waits in WAITING_TO_START for as long as the leader lives, and is healthy. A liveness probe that fails then has it restarted again and again: each time it loses its place in the election's queue, and its old place blocks those behind it until the session's TTL is over.",
    advice: "Let liveness ask only whether lnd answers: lncli state >/dev/null.",
    example: {
      wrong: "livenessProbe: lncli state | grep -q SERVER_ACTIVE",
      right: "livenessProbe: lncli state >/dev/null",
    },
  },
  PROBE007: {
    family: "probe",
    severity: "error",
    title: "a startup budget shorter than a standby waits",
    reason:
      "A startup probe may fail failureThreshold times, periodSeconds apart; then the container is killed. A standby waits for its election without an end, so a startup probe that waits for SERVER_ACTIVE kills it at the end of any budget.",
    advice:
      "Let the startup probe ask only whether lnd answers (lncli state >/dev/null), and leave the state to readiness.",
    example: {
      wrong:
        "startupProbe: lncli state | grep -q SERVER_ACTIVE, periodSeconds: 10, failureThreshold: 30",
      right: "startupProbe: lncli state >/dev/null, periodSeconds: 10, failureThreshold: 30",
    },
  },
  PROBE008: {
    family: "probe",
    severity: "error",
    title: "lncli's output is matched with one space",
    reason:
      "lncli prints its JSON with Go's protojson, which puts one or two blanks behind a colon: builds of one source differ, on purpose. A pattern with exactly one is right with one build and finds nothing with the next.",
    advice: 'Allow any blanks ("state": *"SERVER_ACTIVE"), search for the word alone, or use jq.',
    example: {
      wrong: `lncli state | grep -q '"state": "SERVER_ACTIVE"'`,
      right: `lncli state | grep -q '"state": *"SERVER_ACTIVE"'`,
    },
  },
  PROBE009: {
    family: "probe",
    severity: "warning",
    title: "a timeout below what the probe takes",
    reason:
      "A probe that is not done within timeoutSeconds (1 by default; 30 in compose) counts as failed. What takes nearly as long on a quiet machine takes longer on a busy one, and the node flaps.",
    advice:
      "Set timeoutSeconds well above what the probe takes at the 99th percentile, and do not sleep in it.",
    example: {
      wrong: "sleep 2; lncli state | grep -q SERVER_ACTIVE   # timeoutSeconds: 1",
      right: "lncli state | grep -q SERVER_ACTIVE   # timeoutSeconds: 5",
    },
  },
  PROBE010: {
    family: "probe",
    severity: "warning",
    title: "getinfo needs a macaroon and an open wallet",
    reason:
      "GetInfo is answered only with a macaroon, whose file is there only once a wallet is, and in a folder by the network's name. It may be answered in RPC_ACTIVE, before SERVER_ACTIVE. State needs no macaroon and is answered in every state.",
    advice: "Ask for the state: lncli state | grep -q SERVER_ACTIVE.",
    example: {
      wrong: "lncli --network=regtest getinfo >/dev/null",
      right: "lncli state | grep -q SERVER_ACTIVE",
    },
  },
  PROBE011: {
    family: "probe",
    severity: "error",
    title: "lnd has no grpc.health.v1",
    reason:
      "Kubernetes' grpc probes, grpc_health_probe and proxies' gRPC checks all call grpc.health.v1.Health/Check. lnd does not serve it and answers UNIMPLEMENTED, in every state.",
    advice:
      "Use an exec probe with lncli state, or put a leader proxy beside lnd, which serves it.",
    example: {
      wrong: "grpc: {port: 10009}",
      right: 'exec: {command: ["/bin/sh", "-c", "lncli state | grep -q SERVER_ACTIVE"]}',
    },
  },
  PROBE012: {
    family: "probe",
    severity: "warning",
    title: "RPC_ACTIVE is taken for SERVER_ACTIVE",
    reason:
      "A leader goes from NON_EXISTING or LOCKED over UNLOCKED and RPC_ACTIVE to SERVER_ACTIVE. Only then do calls about channels and payments work; a leader whose wallet nobody unlocks stays LOCKED for ever. If any state of a leader is meant, check with --contract leader.",
    advice: "Look for SERVER_ACTIVE alone.",
    example: {
      wrong: "until lncli state | grep -qE 'RPC_ACTIVE|SERVER_ACTIVE'; do sleep 1; done",
      right: "until lncli state | grep -q SERVER_ACTIVE; do sleep 1; done",
    },
  },
  PROBE013: {
    family: "probe",
    severity: "error",
    title: "an open port is taken for a leader",
    reason:
      "lnd opens its gRPC and REST ports within milliseconds of its start, and then waits for the election. A check of the port, of the process, or for WAITING_TO_START itself passes on every standby.",
    advice: "Ask for the state: lncli state | grep -q SERVER_ACTIVE.",
    example: {
      wrong: "until nc -z localhost 10009; do sleep 1; done",
      right: "until lncli state | grep -q SERVER_ACTIVE; do sleep 1; done",
    },
  },
  PROBE014: {
    family: "probe",
    severity: "error",
    title: "a wait for RPC_ACTIVE that SERVER_ACTIVE does not end",
    reason:
      "lnd is in RPC_ACTIVE for a moment (some 50 ms) on its way to SERVER_ACTIVE, where it stays. What polls for RPC_ACTIVE alone misses it and never ends.",
    advice: "Look for SERVER_ACTIVE.",
    example: {
      wrong: "until lncli state | grep -q RPC_ACTIVE; do sleep 1; done",
      right: "until lncli state | grep -q SERVER_ACTIVE; do sleep 1; done",
    },
  },
} as const satisfies { readonly [id: string]: Rule };
