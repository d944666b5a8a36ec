import type { LndEnvironment } from "./environment.ts";
import type { FlagRow } from "./flag-row.ts";

const applications: { readonly [variable: string]: string } = {
  $LNDDIR: "lnd",
  $BTCDDIR: "btcd",
  $BITCOINDIR: "bitcoin",
};

/** A flag's default, with the folders of this system's applications filled in. */
export function resolveDefault(row: FlagRow, environment: Pick<LndEnvironment, "appDir">): string {
  return row.default.replace(/^\$[A-Z]+/, (variable) => {
    const application = applications[variable];
    return application === undefined ? variable : environment.appDir(application);
  });
}
