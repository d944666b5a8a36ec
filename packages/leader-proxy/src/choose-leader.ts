import type { Backend } from "./backend.ts";

/**
 * When a backend began to get traffic, as far as the tracker can know: after one moment of evidence and by another, in
 * the tracker's own count of what it asked and heard.
 */
export interface Turn {
  /** A question asked at this moment was answered "not yet"; 0: nothing is known. */
  readonly after: number;
  /** It was heard to be so by then. */
  readonly by: number;
}

/** What is known of one backend now. */
export interface Standing {
  readonly backend: Backend;
  /** Whether it has answered, or failed to, at least once. */
  readonly isHeard: boolean;
  /** Its last state, in words; undefined while it cannot be reached. */
  readonly state: string | undefined;
  /** Undefined when it is to get no traffic: it cannot be reached, or its state is another. */
  readonly turn: Turn | undefined;
}

/** What is known of the election in etcd. */
export interface ElectionSight {
  /** Whether etcd answers now: then its word alone counts. */
  readonly isLive: boolean;
  /** Who holds the oldest key; undefined when there is none. */
  readonly holder: string | undefined;
  /** The newest election that was ever seen, and when. */
  readonly newest: { readonly name: string; readonly seen: number } | undefined;
}

/** Who leads, or nobody, and why, in words. */
export interface Choice {
  readonly leader: Backend | undefined;
  readonly why: string;
}

/** A turn, and whose it was. */
export interface NamedTurn {
  readonly name: string;
  readonly turn: Turn;
}

export interface ChooseLeaderOptions {
  readonly standings: readonly Standing[];
  /** Undefined: nobody looks into etcd. */
  readonly election: ElectionSight | undefined;
  /** The latest turn that was ever seen of anybody, by when it surely was not yet. */
  readonly newestTurn?: NamedTurn | undefined;
  /** Who led last. */
  readonly previous: string | undefined;
  /** What a backend must be in to get traffic, in words: `SERVER_ACTIVE`. */
  readonly wanted: string;
}

/**
 * Decides to whom requests go. Never to a backend when a newer election of another one is visible:
 *
 * - While etcd answers, to the holder of the oldest key and to nobody else.
 * - Otherwise to one that surely turned later than all others that serve. Whoever surely turned before another one is
 *   out, even when that one cannot be reached any more, and so is who did not surely turn after the newest election
 *   ever seen in etcd and is not its holder. A node that was out of sight may have turned before or after the others:
 *   it takes nothing from whoever led last.
 */
export function chooseLeader(options: ChooseLeaderOptions): Choice {
  const { standings, election, wanted } = options;
  if (election?.isLive && election.holder !== undefined) {
    return byElection(election.holder, standings, wanted);
  }
  const serving = standings.filter(
    (standing): standing is Serving =>
      standing.turn !== undefined && !isSuperseded(standing, standing.turn, options),
  );
  if (serving.length === 0) return nobodyServes(options);
  const last = serving.find(({ backend }) => backend.name === options.previous);
  if (last === undefined) {
    const unheard = standings.filter(({ isHeard }) => !isHeard);
    if (unheard.length > 0) return nobody(`not heard from ${namesOf(unheard)} yet`);
  }
  const newest = serving.find((one) =>
    serving.every((other) => one === other || isAfter(one, other)),
  );
  const sure =
    newest ?? (last && !serving.some((other) => isAfter(other, last)) ? last : undefined);
  if (sure === undefined) {
    return nobody(`${namesOf(serving)} are ${wanted}, and nothing tells who was elected later`);
  }
  const { backend } = sure;
  const others = standings.filter(({ turn, backend: other }) => turn && other !== backend);
  if (others.length === 0) return { leader: backend, why: `${backend.name} is ${wanted}` };
  const how = newest === undefined ? "led last" : "turned last";
  const so = `so ${others.length === 1 ? "is" : "are"} ${namesOf(others)}`;
  return { leader: backend, why: `${backend.name} is ${wanted} and ${how}; ${so}` };
}

type Serving = Standing & { readonly turn: Turn };

function byElection(holder: string, standings: readonly Standing[], wanted: string): Choice {
  const standing = standings.find(({ backend }) => backend.name === holder);
  if (standing === undefined) return nobody(`${holder} is elected, and is none of the backends`);
  const { backend, turn, state } = standing;
  if (turn === undefined) {
    return nobody(
      `${holder} is elected and ${state === undefined ? "out of reach" : `still ${state}`}`,
    );
  }
  return { leader: backend, why: `${holder} is elected and ${wanted}` };
}

/** Whether somebody else's election is known to be newer than this one's. */
function isSuperseded(
  { backend }: Standing,
  turn: Turn,
  { election, newestTurn }: ChooseLeaderOptions,
): boolean {
  const newest = election?.newest;
  if (newest !== undefined && newest.name !== backend.name && turn.after < newest.seen) return true;
  return (
    newestTurn !== undefined && newestTurn.name !== backend.name && turn.by <= newestTurn.turn.after
  );
}

function isAfter(one: Serving, other: Serving): boolean {
  return one.turn.after >= other.turn.by;
}

function nobodyServes(options: ChooseLeaderOptions): Choice {
  const { standings, election, newestTurn, wanted } = options;
  const stale = standings.filter(({ turn }) => turn !== undefined);
  if (stale.length > 0) {
    const names = stale.map(({ backend }) => backend.name);
    const newer = [election?.newest?.name, newestTurn?.name].find(
      (name) => name !== undefined && !names.includes(name),
    );
    return nobody(`${namesOf(stale)} is ${wanted}, but ${newer ?? "another"} was elected later`);
  }
  const states = standings.map(
    ({ backend, state }) => `${backend.name}: ${state ?? "out of reach"}`,
  );
  return nobody(`no backend is ${wanted} (${states.join(", ")})`);
}

function nobody(why: string): Choice {
  return { leader: undefined, why };
}

function namesOf(standings: readonly Standing[]): string {
  return standings.map(({ backend }) => backend.name).join(" and ");
}
