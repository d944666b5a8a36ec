import { answerOf, type Caller } from "./caller.ts";
import type { Happening } from "./case-run.ts";
import { call } from "./cases/case.ts";
import { mapMessage, withScalarsReplaced } from "./masks.ts";
import type { Plain, PlainValue } from "./plain-message.ts";

/** What a server has of its own: its id and where it listens, with a name for each. */
export type OwnFacts = readonly (readonly [value: string, name: string])[];

/** Asks a server that nobody has changed yet for its own facts. */
export async function ownFactsOf(caller: Caller): Promise<OwnFacts> {
  const { members } = await answerOf(caller, call("MemberList"));
  const [self] = members as readonly Plain[];
  const urls = (field: string) => (self?.[field] ?? []) as readonly string[];
  return [
    [String(self?.["ID"]), "<own id>"],
    ...urls("peerURLs").map((url) => [url, "<own peer URL>"] as const),
    ...urls("clientURLs").map((url) => [url, "<own client URL>"] as const),
  ];
}

/**
 * What happened, as one can compare it with the same on another server: with names for own facts and members, which are
 * listed in the order of their ids, in an order of their own.
 */
export function comparable(happenings: readonly Happening[], own: OwnFacts): readonly Happening[] {
  const masked = (scalar: string | number) =>
    own.find(([value]) => value === String(scalar))?.[1] ?? scalar;
  return happenings.map(({ step, came }) => {
    const named = { came: withScalarsReplaced(came, masked) };
    const sorted = mapMessage(named, (field, value) =>
      field === "members" && Array.isArray(value) ? byText(value) : value,
    );
    return { step, came: sorted["came"] as PlainValue };
  });
}

const byText = (list: readonly PlainValue[]) =>
  list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
