import { z } from "zod";
import { everyFabric, type FabricKind, FaultError, type FaultKind } from "./fault-kind.ts";
import { directionField, linkField } from "./fields.ts";
import { parseLinkName } from "./link-name.ts";
import type { Toxic } from "./toxic.ts";

/** What makes a fault on a link. */
interface LinkFaultParts<Kind extends string, Fields extends z.ZodRawShape, Spec> {
  readonly kind: Kind;
  /** The fields besides `kind`, `link` and `direction`. */
  readonly fields: Fields;
  readonly summary: string;
  /** Default: both. */
  readonly fabrics?: readonly FabricKind[];
  /** What the link does, in words that follow its name: `carries nothing`. */
  says(spec: Spec): string;
  toxic(spec: Spec): Toxic;
}

/** The fields that every fault on a link has. */
export interface LinkFields {
  readonly link: string;
  readonly direction?: "both" | "toServer" | "toClient";
}

/** A kind of fault that is a toxic on a link. */
export interface LinkFaultKind<Schema extends z.ZodType, Spec> extends FaultKind<Schema> {
  /** What goes wrong, for any link. */
  toxic(spec: Spec): Toxic;
}

/** Makes a kind of fault of a toxic. */
export function defineLinkFault<const Kind extends string, Fields extends z.ZodRawShape>(
  parts: LinkFaultParts<Kind, Fields, z.infer<z.ZodObject<Fields>>>,
) {
  const schema = z.strictObject({
    kind: z.literal(parts.kind),
    link: linkField,
    direction: directionField,
    ...parts.fields,
  });
  type Own = z.infer<z.ZodObject<Fields>>;
  // Spread shapes lose what TypeScript knew of them, so it is told.
  const ownOf = (spec: unknown) => spec as LinkFields & Own;
  const fault: LinkFaultKind<typeof schema, Own> = {
    schema,
    on: "link",
    fabrics: parts.fabrics ?? everyFabric,
    summary: parts.summary,
    toxic: (spec) => parts.toxic(spec),
    describe(given) {
      const spec = ownOf(given);
      return `${spec.link}${ways[spec.direction ?? "both"]} ${parts.says(spec)}`;
    },
    start(given, targets) {
      const spec = ownOf(given);
      const link = parseLinkName(spec.link);
      if (link === undefined) throw new FaultError(`link "${spec.link}" is not FROM:TO`);
      const { direction = "both" } = spec;
      return targets.poison({ link, direction, toxic: parts.toxic(spec) });
    },
  };
  return fault;
}

const ways = { both: "", toServer: " to the server", toClient: " to the client" } as const;
