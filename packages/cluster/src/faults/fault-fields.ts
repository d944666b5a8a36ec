import { z } from "zod";
import { type FaultName, faultKind } from "./fault-table.ts";

/** One field of a fault besides its kind, for help texts, command lines and menus. */
export interface FaultField {
  readonly name: string;
  readonly type: "string" | "number";
  readonly isRequired: boolean;
  readonly meaning: string;
  /** What it can be, where that is a short list. */
  readonly choices?: readonly string[];
}

/** The fields of a kind of fault, in the order in which they are best asked for. */
export function fieldsOfFault(name: FaultName): readonly FaultField[] {
  const { properties = {}, required = [] } = z.toJSONSchema(faultKind(name).schema);
  return Object.entries(properties).flatMap(([field, property]) => {
    if (field === "kind" || typeof property === "boolean") return [];
    const { type, description = "", enum: choices } = property;
    return [
      {
        name: field,
        type: type === "number" || type === "integer" ? "number" : "string",
        isRequired: required.includes(field),
        meaning: description,
        ...(choices !== undefined && { choices: choices.map(String) }),
      } satisfies FaultField,
    ];
  });
}
