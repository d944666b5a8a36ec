import type { Schema } from "./schema.ts";

const known = { enums: {}, messages: {}, services: {} };

/**
 * The schema of all families that are loaded, by full names. etcd's comes with `@leaderlab/proto/etcd`, lnd's with
 * `@leaderlab/proto/lnd`: whoever has a method of a family finds its messages here, and pays for no other family.
 */
export const schema: Schema = known;

/** Adds a family's schema; called once for each, as it is loaded. */
export function addSchema(family: Schema): void {
  Object.assign(known.enums, family.enums);
  Object.assign(known.messages, family.messages);
  Object.assign(known.services, family.services);
}
