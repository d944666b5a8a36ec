import type { z } from "zod";
import type { ActiveFault, InjectOptions } from "./active-fault.ts";
import { type FaultName, type FaultSpec, faultKinds, faultNames } from "./fault-table.ts";
import { formatLinkName } from "./link-name.ts";

type SpecOf<Name extends FaultName> = z.infer<(typeof faultKinds)[Name]["schema"]>;

/** The kinds of faults that strike links. */
export type LinkFaultName = {
  [Name in FaultName]: SpecOf<Name> extends { link: string } ? Name : never;
}[FaultName];

/** The fields of such a fault besides its kind and its link. */
export type LinkFaultFields<Name extends LinkFaultName> = Omit<SpecOf<Name>, "kind" | "link">;

/** Lets a kind of fault work on the link; a kind without fields of its own needs none. Rejects as `inject` does. */
export type Breaks<Name extends LinkFaultName> =
  Record<never, never> extends LinkFaultFields<Name>
    ? (fields?: LinkFaultFields<Name>, options?: InjectOptions) => Promise<ActiveFault>
    : (fields: LinkFaultFields<Name>, options?: InjectOptions) => Promise<ActiveFault>;

/**
 * A link of a cluster, with a method for each kind of fault that strikes links, named as the kind:
 * `await using cut = await cluster.link("lnd-1", "etcd").blackhole()` is
 * `await cluster.inject({ kind: "blackhole", link: "lnd-1:etcd" })`.
 */
export type ClusterLink = { readonly [Name in LinkFaultName]: Breaks<Name> } & {
  /** `lnd-1:etcd` */
  readonly name: string;
  /** Another name of `blackhole`: both sides are there, and nothing passes between them. */
  readonly partition: Breaks<"blackhole">;
};

/** The link from somebody to somebody; whether there is one turns out when something is injected. */
export function linkShorthand(
  from: string,
  to: string,
  inject: (spec: FaultSpec, options?: InjectOptions) => Promise<ActiveFault>,
): ClusterLink {
  const name = formatLinkName({ from, to });
  const breaks = (kind: FaultName) => (fields: object | undefined, options?: InjectOptions) =>
    inject({ ...fields, kind, link: name } as FaultSpec, options);
  const kinds = faultNames.filter((kind) => faultKinds[kind].on === "link");
  const methods = Object.fromEntries(kinds.map((kind) => [kind, breaks(kind)]));
  return { ...methods, name, partition: breaks("blackhole") } as ClusterLink;
}
