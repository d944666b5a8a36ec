import type { LintSettings } from "../file-kind.ts";
import type { Finding, Notice, Position } from "../finding.ts";
import type { Severity } from "../rules/rule.ts";
import { type RuleId, ruleTable } from "../rules/rule-table.ts";
import { acceptedStates } from "./accepted-states.ts";
import {
  isAboutLnd,
  isTooShort,
  leadsToLeaderProxy,
  type PoolCheck,
  type ProxiedPool,
} from "./proxied-pool.ts";

/** What a rule found out about a pool, before it is a finding. */
interface Breach {
  readonly rule: RuleId;
  readonly message: string;
  readonly position: Position;
  /** As the rule's, if left out. */
  readonly severity?: Severity;
}

/** lnd's defaults: the next leader may serve as soon as the lease of a dead one has run out. */
const defaultTtlSeconds = 90;
/** The paths of a leader-proxy's own answers; their status tells all. */
const gatePaths = /^\/(leader|ready)$/;

/** Judges what a configuration says of every pool that has to do with lnd, by the rules PROXY001 to PROXY006. */
export function judgePools(
  pools: readonly ProxiedPool[],
  settings: LintSettings,
): { readonly findings: readonly Finding[]; readonly notices: readonly Notice[] } {
  const judged = pools.filter(isAboutLnd);
  const notices = pools
    .filter((pool) => !judged.includes(pool))
    .map(({ subject, position }) => ({
      message: `${subject} does not look like lnd's (no name, port or path of lnd's), so it is not judged`,
      position,
    }));
  return {
    findings: judged.flatMap((pool) => breachesOf(pool, settings).map((one) => finding(pool, one))),
    notices: [...notices, ...judged.flatMap((pool) => unknownAnswer(pool))],
  };
}

function finding(pool: ProxiedPool, { rule, message, position, severity }: Breach): Finding {
  const mending = pool.mendings[rule];
  return {
    rule,
    severity: severity ?? ruleTable[rule].severity,
    message,
    subject: pool.subject,
    position,
    advice: mending?.advice ?? ruleTable[rule].advice,
    ...(mending?.edits !== undefined && mending.edits.length > 0 && { edits: mending.edits }),
  };
}

function breachesOf(pool: ProxiedPool, settings: LintSettings): readonly Breach[] {
  // Among several servers one is chosen; a single one gets everything, as does a proxy that chooses by itself.
  const chooses = pool.servers.length > 1 && !leadsToLeaderProxy(pool);
  return [
    ...(chooses ? checkBreaches(pool, settings) : []),
    ...(chooses && pool.leak !== undefined ? [{ rule: "PROXY001" as const, ...pool.leak }] : []),
    ...requestBreaches(pool.check),
    ...(chooses ? [...lateBreaches(pool), ...sessionBreaches(pool)] : []),
    ...idleBreaches(pool),
  ];
}

/** What the check looks at, and which of lnd's states pass it. */
function checkBreaches({ check }: ProxiedPool, settings: LintSettings): readonly Breach[] {
  const { position } = check;
  switch (check.kind) {
    case "none":
      return [{ rule: "PROXY001", position, message: "nothing checks which server leads" }];
    case "passive": {
      const message = "servers are only judged by what becomes of requests, and a standby answers";
      return [{ rule: "PROXY001", position, message }];
    }
    case "tcp": {
      const message = "the check only opens a connection, and a standby's ports are open too";
      return [{ rule: "PROXY001", position, message }];
    }
    case "grpc": {
      const message =
        "the check asks grpc.health.v1, which lnd does not have: every server is down";
      return [{ rule: "PROBE011", position, message }];
    }
    case "http":
      return httpBreaches(check, settings);
  }
}

type HttpCheck = Extract<PoolCheck, { kind: "http" }>;

function httpBreaches(check: HttpCheck, settings: LintSettings): readonly Breach[] {
  const { position, path, bodies } = check;
  if (gatePaths.test(path)) return [];
  if (path.startsWith("/v1/") && !/^\/v1\/state\/?$/.test(path)) {
    if (check.hasMacaroon) return [];
    const message = `${path} needs a macaroon, so the check fails on every server`;
    return [{ rule: "PROBE010", position, message, severity: "error" }];
  }
  if (!path.startsWith("/v1/") && path !== "/") return [];
  if (bodies.length === 0) {
    const message = "only the status is looked at, and it is 200 in all six states";
    return [{ rule: "PROXY001", position, message }];
  }
  const states = acceptedStates(bodies);
  if (states === undefined) return [];
  const pattern = bodies.map((body) => body.pattern).join(", ");
  if (states.length === 0) {
    const rule = /"?State"?/.test(pattern) ? "PROBE001" : "PROXY001";
    return [{ rule, position, message: `${pattern} matches lnd's answer in none of its states` }];
  }
  if (states.includes("WAITING_TO_START")) {
    const message = `${pattern} matches a standby's answer too (WAITING_TO_START)`;
    return [{ rule: "PROXY001", position, message }];
  }
  const early = states.filter((state) => state !== "SERVER_ACTIVE");
  if (settings.contract === "leader" || early.length === 0) return [];
  const message = `${pattern} also matches ${early.join(", ")}, in which lnd does not serve yet`;
  return [{ rule: "PROBE012", position, message }];
}

function requestBreaches(check: PoolCheck): readonly Breach[] {
  if (check.kind !== "http") return [];
  const { method, path, requestPosition: position } = check;
  const breaches: Breach[] = [];
  const isLnds = path.startsWith("/v1/") || path === "/";
  if (isLnds && /^(OPTIONS|HEAD)$/i.test(method)) {
    const message = `the check asks with ${method}, which lnd answers with 501: every server is down`;
    breaches.push({ rule: "PROXY005", position, message });
  }
  if (path.startsWith("/v1/") && path.endsWith("/")) {
    const message = `lnd answers ${path} with 404: every server is down`;
    breaches.push({ rule: "PROXY006", position, message });
  }
  return breaches;
}

function lateBreaches(pool: ProxiedPool): readonly Breach[] {
  const { detectMs, detectPosition, detectFormula, position } = pool;
  const ttlMs = defaultTtlSeconds * 1000;
  // The last keep-alive came a third of the TTL ago at most.
  const nextLeadsMs = ttlMs - ttlMs / 3;
  if (detectMs === undefined || detectMs <= nextLeadsMs) return [];
  const message =
    `a server that is gone is taken out after ${inSeconds(detectMs)}` +
    `${detectFormula === undefined ? "" : ` (${detectFormula})`}, while the next one may lead after ` +
    `${inSeconds(nextLeadsMs)} (session TTL ${defaultTtlSeconds} s less a keep-alive)`;
  return [{ rule: "PROXY002", message, position: detectPosition ?? position }];
}

function sessionBreaches({ cutsSessions, servers, check }: ProxiedPool): readonly Breach[] {
  if (cutsSessions) return [];
  const message =
    "what runs over a server that is taken out goes on, so that a stream to a stopped leader hangs";
  return [{ rule: "PROXY003", message, position: servers[0]?.position ?? check.position }];
}

function idleBreaches({ idleLimits }: ProxiedPool): readonly Breach[] {
  return idleLimits.flatMap((limit): Breach[] => {
    const { name, ms, position, passesPings } = limit;
    if (!isTooShort(limit) || position === undefined) return [];
    const message =
      `${name} cuts SubscribeState after ${inSeconds(ms)} without a message` +
      (passesPings ? ", and lnd pings only once a minute" : ": a leader's state stays for days");
    return [{ rule: "PROXY004", message, position }];
  });
}

/** A status that something else than lnd gives: nobody here can say what it is worth. */
function unknownAnswer({ check, subject }: ProxiedPool): readonly Notice[] {
  if (check.kind !== "http" || check.bodies.length > 0) return [];
  if (/^\/(v1\/.*|leader|ready|)$/.test(check.path)) return [];
  const message = `${subject} asks for ${check.path}, which is not lnd's: whether it tells the leader is not known`;
  return [{ message, position: check.position }];
}

function inSeconds(ms: number): string {
  return `${Number((ms / 1000).toFixed(1))} s`;
}
