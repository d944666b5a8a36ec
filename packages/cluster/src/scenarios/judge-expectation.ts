import type { TimelineEvent } from "../timeline.ts";
import { type EventPattern, type Expectation, parseSpan } from "./scenario.ts";

/** What is known when a scenario is over. */
export interface ScenarioRecord {
  readonly events: readonly TimelineEvent[];
  /** Each node's state of lnd's; `down` when its process is not there. */
  readonly states: Readonly<Record<string, string>>;
  /** How much later than expected things may be, in milliseconds: on real sockets a machine may be slow. */
  readonly slackMs: number;
}

/** Whether an event has all fields of a pattern. */
export function matches(event: TimelineEvent, pattern: EventPattern): boolean {
  const fields = event as unknown as Readonly<Record<string, unknown>>;
  return Object.entries(pattern).every(
    ([field, value]) => JSON.stringify(fields[field]) === JSON.stringify(value),
  );
}

/** An expectation as one line. */
export function describeExpectation(expectation: Expectation): string {
  if ("event" in expectation) {
    const { event, since, within, times } = expectation;
    const after = since === undefined ? "" : ` after ${describePattern(since)}`;
    const when = within === undefined ? "" : `, from ${within[0]} to ${within[1]}${after}`;
    return `${describePattern(event)}${times === undefined ? "" : ` ${times} times`}${when}`;
  }
  if ("never" in expectation) return `never ${describePattern(expectation.never)}`;
  if ("order" in expectation) return expectation.order.map(describePattern).join(", then ");
  if ("window" in expectation) {
    const { window, nodes = [], lasts } = expectation;
    return `${[window, ...nodes].join(" ")} lasts from ${lasts[0]} to ${lasts[1]}`;
  }
  const states = Object.entries(expectation.state).map(([node, state]) => `${node} is ${state}`);
  return `at the end ${states.join(", ")}`;
}

/** A pattern as words: `exited lnd-1 0`. */
export function describePattern({ kind, ...fields }: EventPattern): string {
  return [kind, ...Object.values(fields).map((value) => JSON.stringify(value))]
    .join(" ")
    .replaceAll('"', "");
}

/** Undefined when it holds; otherwise what there was instead. */
export function judgeExpectation(
  expectation: Expectation,
  record: ScenarioRecord,
): string | undefined {
  const { events, states } = record;
  if ("event" in expectation) return judgeEvent(expectation, record);
  if ("never" in expectation) {
    const found = events.find((event) => matches(event, expectation.never));
    return found && `it happened, as event ${found.seq}`;
  }
  if ("order" in expectation) return judgeOrder(expectation.order, events);
  if ("window" in expectation) return judgeWindow(expectation, record);
  const wrong = Object.entries(expectation.state).filter(([node, state]) => states[node] !== state);
  if (wrong.length === 0) return undefined;
  return wrong.map(([node]) => `${node} is ${states[node] ?? "not a node"}`).join(", ");
}

function judgeEvent(
  { event, since, within, times }: Extract<Expectation, { event: unknown }>,
  { events, slackMs }: ScenarioRecord,
): string | undefined {
  const found = events.filter((candidate) => matches(candidate, event));
  const [first] = found;
  if (first === undefined) return "it did not happen";
  if (times !== undefined && found.length !== times) return `it happened ${found.length} times`;
  if (within === undefined && since === undefined) return undefined;
  const after =
    since &&
    events.findLast(
      ({ seq, ...rest }) => seq < first.seq && matches({ seq, ...rest } as TimelineEvent, since),
    );
  if (since !== undefined && after === undefined) {
    return `before it there was no ${describePattern(since)}`;
  }
  return outside(first.atMs - (after?.atMs ?? 0), within, slackMs);
}

function judgeOrder(
  order: readonly EventPattern[],
  events: readonly TimelineEvent[],
): string | undefined {
  let index = -1;
  for (const pattern of order) {
    const next = events.findIndex((event, at) => at > index && matches(event, pattern));
    if (next < 0) return `${describePattern(pattern)} did not follow`;
    index = next;
  }
  return undefined;
}

function judgeWindow(
  { window, nodes, lasts }: Extract<Expectation, { window: unknown }>,
  { events, slackMs }: ScenarioRecord,
): string | undefined {
  const found = events.flatMap((event) =>
    event.kind === "windowClosed" && event.window === window ? [event] : [],
  );
  const wanted = nodes?.toSorted().join();
  const fitting = found.filter(
    (event) => wanted === undefined || event.nodes.toSorted().join() === wanted,
  );
  if (fitting.length === 0) return "there was none that has closed";
  const problems = fitting.map(({ durationMs }) => outside(durationMs, lasts, slackMs));
  return problems.includes(undefined) ? undefined : problems[0];
}

function outside(
  ms: number,
  within: readonly [string, string] | undefined,
  slackMs: number,
): string | undefined {
  if (within === undefined) return undefined;
  const [least = 0, most = 0] = within.map((text) => parseSpan(text) ?? 0);
  return ms >= least && ms <= most + slackMs ? undefined : `it took ${(ms / 1000).toFixed(2)} s`;
}
