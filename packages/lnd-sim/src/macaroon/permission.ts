/** Something that may be done to a kind of thing: `info:read`, or `uri:/lnrpc.State/GetState` for one method. */
export interface Permission {
  readonly entity: string;
  readonly action: string;
}

/** Permissions written as `entity:action`, with spaces between them. */
export function parsePermissions(text: string): readonly Permission[] {
  return text.split(" ").map((one) => {
    const colon = one.indexOf(":");
    return { entity: one.slice(0, colon), action: one.slice(colon + 1) };
  });
}

/** A permission as `entity:action`. */
export function formatPermission({ entity, action }: Permission): string {
  return `${entity}:${action}`;
}

/** Permissions sorted by entity and action, each once. Mirrors: macaroon-bakery CanonicalOps. */
export function canonical(permissions: readonly Permission[]): readonly Permission[] {
  const unique = new Map(permissions.map((one) => [`${one.entity}\0${one.action}`, one]));
  return [...unique.values()].sort(
    (a, b) => compare(a.entity, b.entity) || compare(a.action, b.action),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
