/** One field of a message, in the order of declaration (which is the order of lnd's JSON). */
export interface FieldSchema {
  readonly name: string;
  readonly kind: "scalar" | "enum" | "message";
  /** A scalar's protobuf type (`int64`, `bytes` …), or the full name of the enum or message. */
  readonly type: string;
  /** A map's `type` is that of its values; keys are strings or integers. */
  readonly label?: "repeated" | "map";
  /** A map's keys are `uint64`; as in JSON they are decimal digits. */
  readonly hasWideKeys?: true;
  /** The oneof that the field is part of: such a field counts as set even when it holds its default. */
  readonly oneof?: string;
}

/** What a decoder does not tell but JSON and canonical bytes need: field order, kinds, oneofs, enum numbers. */
export interface Schema {
  readonly enums: { readonly [fullName: string]: { readonly [value: string]: number } };
  readonly messages: { readonly [fullName: string]: readonly FieldSchema[] };
  /** Per service and method: the full names of request and response. */
  readonly services: {
    readonly [fullName: string]: { readonly [method: string]: readonly [string, string] };
  };
}
