import { probeRuleTexts } from "./probe-rules.ts";
import type { Rule } from "./rule.ts";

const rules = {
  ...probeRuleTexts,
  PROXY001: {
    family: "proxy",
    severity: "error",
    title: "only the status of a backend is looked at",
    reason:
      "lnd answers GET /v1/state with 200 in all six states, and its ports are open on a standby too. A check of the status, of a connection, or of what becomes of requests takes every node for the leader.",
    advice:
      'Match the body: `"state":"SERVER_ACTIVE"`. Where the proxy cannot, put `leaderlab proxy` between it and the nodes.',
    example: {
      wrong: "option httpchk GET /v1/state",
      right: 'option httpchk GET /v1/state\nhttp-check expect string \'"state":"SERVER_ACTIVE"\'',
    },
  },
  PROXY002: {
    family: "proxy",
    severity: "warning",
    title: "a backend is taken out later than the next one leads",
    reason:
      "A node that is gone gets traffic until as many checks have failed as the proxy asks for. The next node may lead as soon as the lease of the dead one has run out: 60 to 90 s with lnd's default TTL.",
    advice: "Check every second or two and take a node out after two or three failures.",
    example: {
      wrong: "default-server check inter 30s fall 3",
      right: "default-server check inter 1s fastinter 500ms fall 2",
    },
  },
  PROXY003: {
    family: "proxy",
    severity: "error",
    title: "sessions stay with a backend that is down",
    reason:
      "A proxy that takes a node out sends no new connection there, but what runs goes on. A leader that is stopped (SIGSTOP, a paused machine) or cut off does not close its connections: its clients hang and never learn of the new leader.",
    advice:
      "End sessions when a node is taken out (HAProxy: `on-marked-down shutdown-sessions`; Envoy: `close_connections_on_host_health_failure`); nginx, Caddy and Traefik cannot: put `leaderlab proxy` behind them.",
    example: {
      wrong: "server lnd-1 10.0.0.1:10009 check port 8080",
      right: "server lnd-1 10.0.0.1:10009 check port 8080 on-marked-down shutdown-sessions",
    },
  },
  PROXY004: {
    family: "proxy",
    severity: "error",
    title: "an idle timeout cuts SubscribeState",
    reason:
      "SubscribeState sends a message when the state changes, and a leader's state stays as it is for days; SubscribeInvoices is as quiet. A proxy that ends what is silent cuts both. lnd's pings (once a minute) count only where TCP is passed through.",
    advice: "Let streams be silent for an hour at least, better a day.",
    example: {
      wrong: "timeout server 50s",
      right: "timeout tunnel 24h",
    },
  },
  PROXY005: {
    family: "proxy",
    severity: "error",
    title: "a check with a method that lnd answers with 501",
    reason:
      "lnd's REST knows GET and POST; OPTIONS and HEAD are answered with 501. HAProxy's `option httpchk` asks with OPTIONS when no method is named: every node is down.",
    advice: "Ask with GET.",
    example: {
      wrong: "option httpchk",
      right: "option httpchk GET /v1/state",
    },
  },
  PROXY006: {
    family: "proxy",
    severity: "error",
    title: "a check of a path with a slash at its end",
    reason: "lnd answers /v1/state and not /v1/state/, which gets 404: every node is down.",
    advice: "Leave the slash out.",
    example: {
      wrong: "health_uri /v1/state/",
      right: "health_uri /v1/state",
    },
  },
  TIME001: {
    family: "time",
    severity: "error",
    title: "the session's TTL is not above what the health check may take",
    reason:
      "A leader asks every interval whether it still leads, and stops when all attempts have failed. If its lease runs out before that, the next node leads while the old one serves on.",
    advice:
      "Set cluster.leader-session-ttl above healthcheck.leader.interval + timeout × attempts + backoff × (attempts − 1).",
    example: {
      wrong: "cluster.leader-session-ttl=30",
      right: "cluster.leader-session-ttl=90",
    },
  },
  TIME002: {
    family: "time",
    severity: "error",
    title: "two nodes with one cluster.id",
    reason:
      "The check whether a node leads compares the leader key's value with its own cluster.id. Of two nodes with one id both believe that they lead, for ever. Without a setting it is the hostname, which images and clones share.",
    advice: "Give each node a cluster.id of its own.",
    example: {
      wrong: "cluster.enable-leader-election=true",
      right: "cluster.enable-leader-election=true\ncluster.id=lnd-1",
    },
  },
} as const satisfies { readonly [id: string]: Rule };

/** The stable name of a rule. */
export type RuleId = keyof typeof rules;

/** Every rule by its id. Ids are never given to another rule. */
export const ruleTable: { readonly [Id in RuleId]: Rule } = rules;

/** The ids, in order. */
export const ruleIds = Object.keys(rules) as readonly RuleId[];
