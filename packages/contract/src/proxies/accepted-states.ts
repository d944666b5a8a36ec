import { type HeldState, heldStates } from "../check-report.ts";
import type { BodyMatch } from "./proxied-pool.ts";

/** The six states that lnd itself tells. */
export type ToldState = Extract<HeldState, Uppercase<string>>;

const toldStates = heldStates.filter((state): state is ToldState => state === state.toUpperCase());

/** What lnd's /v1/state answers, whatever its status is. */
export function bodyOf(state: ToldState): string {
  return `{"state":"${state}"}`;
}

/** In which states a check of the body of /v1/state passes. Undefined for a regular expression that is not JavaScript's. */
export function acceptedStates(bodies: readonly BodyMatch[]): readonly ToldState[] | undefined {
  try {
    const tests = bodies.map(({ pattern, isRegex, isNegated }) => {
      const regex = isRegex ? readRegex(pattern) : undefined;
      return (body: string) =>
        (regex === undefined ? body.includes(pattern) : regex.test(body)) !== isNegated;
    });
    return toldStates.filter((state) => tests.every((passes) => passes(bodyOf(state))));
  } catch {
    return undefined;
  }
}

/** PCRE's and RE2's flags at the front become JavaScript's. Throws a SyntaxError. */
function readRegex(pattern: string): RegExp {
  const flags = /^\(\?([ims]+)\)/.exec(pattern);
  return flags === null
    ? new RegExp(pattern)
    : new RegExp(pattern.slice(flags[0].length), flags[1]);
}
