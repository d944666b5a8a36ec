import {
  type Exchange,
  type HttpHandler,
  onGet,
  plainText,
  plainTextNoSniff,
  send,
  sendError,
} from "./exchange.ts";

/** What the health of a server hangs on. */
export interface HealthSource {
  /** The names of the alarms that are raised: NOSPACE, CORRUPT. */
  alarms(): readonly string[];
  /** Reads a key; throws when the store cannot be read. */
  read(): void;
}

/** Is told how each check went, for metrics. */
export interface HealthObserver {
  health(isHealthy: boolean): void;
  check(type: CheckType, name: string, isHealthy: boolean): void;
}

/** Live: the process serves. Ready: the cluster does. */
export type CheckType = "livez" | "readyz";

/** Says why something is not well, or nothing. */
type Check = () => string | undefined;

/**
 * /health with its parameters, /livez and /readyz with theirs, and a path for each of their checks.
 *
 * Mirrors: etcd server/etcdserver/api/etcdhttp/health.go.
 */
export function healthEndpoints(
  source: HealthSource,
  observer: HealthObserver,
): ReadonlyMap<string, HttpHandler> {
  const read: Check = () => problemOf(source.read);
  const isCorrupt: Check = () =>
    source.alarms().includes("CORRUPT") ? "alarm activated: CORRUPT" : undefined;
  const checks: Readonly<Record<CheckType, Readonly<Record<string, Check>>>> = {
    livez: { serializable_read: read },
    readyz: {
      data_corruption: isCorrupt,
      serializable_read: read,
      linearizable_read: read,
      // The only member is no learner.
      non_learner: () => undefined,
    },
  };
  const handlers = new Map<string, HttpHandler>();
  handlers.set(
    "/health",
    onGet((exchange) => answerHealth(exchange, source, observer)),
  );
  for (const type of ["livez", "readyz"] as const) {
    const run = (exchange: Exchange, names: readonly string[]) => {
      const results = names.map((name) => {
        const problem = checks[type][name]?.();
        observer.check(type, name, problem === undefined);
        return { name, problem };
      });
      answerChecks(exchange, results);
    };
    const names = Object.keys(checks[type]);
    handlers.set(
      `/${type}`,
      onGet((exchange) => {
        const excluded = exchange.query.getAll("exclude");
        run(
          exchange,
          names.filter((name) => !excluded.includes(name)),
        );
      }),
    );
    for (const name of names) {
      handlers.set(
        `/${type}/${name}`,
        onGet((exchange) => run(exchange, [name])),
      );
    }
  }
  return handlers;
}

function answerHealth(exchange: Exchange, source: HealthSource, observer: HealthObserver): void {
  const excluded = exchange.query.getAll("exclude");
  const reason = healthProblem(source, excluded) ?? "";
  const isHealthy = reason === "";
  observer.health(isHealthy);
  const body = JSON.stringify({ health: String(isHealthy), reason });
  if (isHealthy) send(exchange, 200, plainText, body);
  else sendError(exchange, 503, body);
}

/** With one member that leads, a read that may be stale and one that may not are the same. */
function healthProblem(source: HealthSource, excluded: readonly string[]): string | undefined {
  const alarm = source.alarms().find((name) => !excluded.includes(name));
  if (alarm !== undefined) return `ALARM ${alarm}`;
  const problem = problemOf(source.read);
  return problem && `RANGE ERROR:${problem}`;
}

interface CheckResult {
  readonly name: string;
  readonly problem: string | undefined;
}

function answerChecks(exchange: Exchange, results: readonly CheckResult[]): void {
  const lines = results.map(({ name, problem }) =>
    problem === undefined ? `[+]${name} ok\n` : `[-]${name} failed: ${problem}\n`,
  );
  if (results.some(({ problem }) => problem !== undefined)) {
    sendError(exchange, 503, lines.join(""));
    return;
  }
  const details = exchange.query.has("verbose") ? lines.join("") : "";
  send(exchange, 200, plainTextNoSniff, `${details}ok\n`);
}

function problemOf(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
