import protobuf from "protobufjs";
import { enumsOf, fullName, messagesOf } from "./load-protos.ts";
import { typeName } from "./render-types.ts";

const header = `// Written by \`npm run gen\` from protos/; do not edit.\n\n`;

/** How each scalar is read and written: the methods of WireReader and WireWriter, its wire type, its default. */
const scalars: { readonly [type: string]: Scalar } = {
  bytes: { read: "bytes", write: "bytes", wireType: 2, empty: "none" },
  string: { read: "text", write: "text", wireType: 2, empty: '""' },
  bool: { read: "bool", write: "bool", wireType: 0, empty: "false" },
  int32: { read: "int32", write: "integer", wireType: 0, empty: "0" },
  uint32: { read: "uint32", write: "integer", wireType: 0, empty: "0" },
  int64: { read: "int64", write: "integer", wireType: 0, empty: '"0"' },
  uint64: { read: "uint64", write: "integer", wireType: 0, empty: '"0"' },
};

interface Scalar {
  readonly read: string;
  readonly write: string;
  readonly wireType: 0 | 2;
  readonly empty: string;
}

/** Packages whose Go code is made by protoc-gen-go and not by gogo/protobuf, which reads less strictly. */
const standardPackages: ReadonlySet<string> = new Set(["grpc.health.v1"]);

/**
 * Functions that read and write the messages of some packages, whose types stand in `file`. They do what protobufjs
 * does with `keepCase`, `defaults`, `oneofs`, and names and digits as strings, but refuse in Go's words.
 */
export function renderCodecs(
  root: protobuf.Root,
  file: string,
  packages: readonly string[],
): string {
  const enums = packages.flatMap((name) => enumsOf(root, name)).map(renderEnum);
  const messages = packages.flatMap((name) => {
    const isStandard = standardPackages.has(name);
    return messagesOf(root, name).map((node) => renderMessage(node, isStandard));
  });
  return `${header}import type { GoNames, WireReader } from "../wire-reader.ts";
import type { WireWriter } from "../wire-writer.ts";
import type * as gen from "./${file}.ts";

const none: Buffer = Buffer.alloc(0);

${[...enums, ...messages].join("\n")}`;
}

/** Whether a message's package is one of those that Go's own decoder reads. */
export function isReadByStandard(node: protobuf.Type): boolean {
  return [...standardPackages].some((name) => fullName(node).startsWith(`${name}.`));
}

function renderEnum(node: protobuf.Enum): string {
  const name = typeName(node);
  const byNumber = Object.entries(node.values).map(([text, value]) => `${value}: "${text}"`);
  const byName = Object.entries(node.values).map(([text, value]) => `${text}: ${value}`);
  return `const ${name}Names: { readonly [value: number]: gen.${name} } = { ${byNumber.join(", ")} };
const ${name}Numbers: { readonly [name: string]: number } = { ${byName.join(", ")} };
`;
}

function renderMessage(node: protobuf.Type, isStandard: boolean): string {
  const name = typeName(node);
  const fields = [...node.fieldsArray].sort((a, b) => a.id - b.id);
  const goFields = fields.map((field) => `${field.id}: "${goName(field.name)}"`);
  const oneof = node.oneofsArray.map(renderClear).join("");
  const initial = fields.filter((field) => !field.partOf).map(renderInitial);
  const cases = fields.flatMap((field) => renderCases(field, isStandard));
  return `const ${name}Go: GoNames = {
  message: "${name}",
  fields: { ${goFields.join(", ")} },${isStandard ? "\n  skipsMistyped: true," : ""}
};
${oneof}
export function read${name}(
  r: WireReader,
  m: gen.${name} = { ${initial.join(", ")} },
): gen.${name} {
  while (r.hasMore) {
    const start = r.at;
    switch (r.tag()) {
${cases.join("\n")}
      default:
        r.skip(start, ${name}Go);
    }
  }
  return m;
}

export function write${name}(${fields.length === 0 ? "_w: WireWriter, _m" : "w: WireWriter, m"}: gen.${name}Input): void {
${fields.reverse().map(renderWrite).join("\n")}
}
`;
}

/** Of a oneof the last field on the wire counts. */
function renderClear(oneof: protobuf.OneOf): string {
  const name = oneof.parent instanceof protobuf.Type ? typeName(oneof.parent) : "";
  return `
function set${name}_${oneof.name}(m: gen.${name}, field: NonNullable<gen.${name}["${oneof.name}"]>): void {
  if (m.${oneof.name} !== undefined && m.${oneof.name} !== field) delete m[m.${oneof.name}];
  m.${oneof.name} = field;
}
`;
}

function renderInitial(field: protobuf.Field): string {
  if (field instanceof protobuf.MapField) return `${field.name}: {}`;
  if (field.repeated) return `${field.name}: []`;
  if (field.resolvedType instanceof protobuf.Type) return `${field.name}: null`;
  if (field.resolvedType instanceof protobuf.Enum) {
    const first = Object.entries(field.resolvedType.values).find(([, value]) => value === 0);
    return `${field.name}: "${first?.[0]}"`;
  }
  return `${field.name}: ${scalarOf(field).empty}`;
}

/** Reading: one case for each way in which the field may stand there. */
function renderCases(field: protobuf.Field, isStandard: boolean): string[] {
  const place = `m.${field.name}`;
  const begin = (wireType: number) => `      case ${field.id * 8 + wireType}:`;
  const lines = (wireType: number, ...work: string[]) =>
    [begin(wireType), ...work.map((line) => `        ${line}`), "        break;"].join("\n");
  if (field instanceof protobuf.MapField) {
    const read = `r.entry(() => read${typeName(entryOf(field))}(r), ${place});`;
    return [lines(2, read)];
  }
  const chosen = field.partOf ? [renderChosen(field)] : [];
  if (field.resolvedType instanceof protobuf.Type) {
    const known = field.repeated || field.partOf ? "" : `, ${place} ?? undefined`;
    const read = `read${typeName(field.resolvedType)}(r${known})`;
    const kept = field.repeated ? `${place}.push(${read});` : `${place} = ${read};`;
    const work = [...chosen, "const outer = r.open();", kept, "r.close(outer);"];
    const block = work.map((line) => `        ${line}`).join("\n");
    return [`${begin(2).slice(0, -1)}: {\n${block}\n        break;\n      }`];
  }
  const { read, wireType } = readOf(field, isStandard);
  if (!field.repeated) return [lines(wireType, ...chosen, `${place} = ${read};`)];
  const one = lines(wireType, `${place}.push(${read});`);
  return wireType === 2 ? [one] : [one, lines(2, `r.packed(() => ${read}, ${place});`)];
}

function renderChosen(field: protobuf.Field): string {
  const parent = field.parent instanceof protobuf.Type ? typeName(field.parent) : "";
  return `set${parent}_${field.partOf?.name}(m, "${field.name}");`;
}

function readOf(field: protobuf.Field, isStandard: boolean): { read: string; wireType: 0 | 2 } {
  if (field.resolvedType instanceof protobuf.Enum) {
    return { read: `r.choice(${typeName(field.resolvedType)}Names)`, wireType: 0 };
  }
  const { read, wireType } = scalarOf(field);
  return { read: `r.${read === "text" && isStandard ? "utf8" : read}()`, wireType };
}

function renderWrite(field: protobuf.Field): string {
  const place = `m.${field.name}`;
  const always = field.partOf ? ", true" : "";
  const tag = (wireType: number) => field.id * 8 + wireType;
  const each = (work: string) =>
    `  for (let at = (${place}?.length ?? 0) - 1; at >= 0; at -= 1) {\n${work}\n  }`;
  if (field instanceof protobuf.MapField) {
    return `  w.entries(${place}, write${typeName(entryOf(field))}, ${tag(2)});`;
  }
  if (field.resolvedType instanceof protobuf.Type) {
    const write = `write${typeName(field.resolvedType)}`;
    const work = (value: string) =>
      `    const before = w.written;\n    ${write}(w, ${value});\n    w.open(before, ${tag(2)});`;
    if (field.repeated) return each(work(`${place}?.[at] ?? {}`));
    return `  if (${place} !== undefined && ${place} !== null) {\n${work(place)}\n  }`;
  }
  if (field.resolvedType instanceof protobuf.Enum) {
    const numbers = `${typeName(field.resolvedType)}Numbers`;
    if (!field.repeated) return `  w.choice(${place}, ${numbers}, ${tag(0)}${always});`;
    const values = `${place}?.map((one) => (typeof one === "number" ? one : (${numbers}[one] ?? 0)))`;
    return `  w.packed(${values}, ${tag(2)});`;
  }
  const { write, wireType } = scalarOf(field);
  if (!field.repeated) return `  w.${write}(${place}, ${tag(wireType)}${always});`;
  if (wireType === 0) return `  w.packed(${place}, ${tag(2)});`;
  return each(`    w.${write}(${place}?.[at], ${tag(wireType)}, true);`);
}

/** The only maps that there are: from texts to messages. */
function entryOf(field: protobuf.MapField): protobuf.Type {
  if (field.keyType === "string" && field.resolvedType instanceof protobuf.Type) {
    return field.resolvedType;
  }
  throw new Error(`${field.fullName}: no codec for such a map`);
}

function scalarOf(field: protobuf.Field): Scalar {
  const scalar = scalars[field.type];
  if (scalar === undefined) throw new Error(`${field.fullName}: no codec for ${field.type}`);
  return scalar;
}

/** Mirrors: protoc-gen-go CamelCase. */
function goName(name: string): string {
  return name.replace(/(?:^|_)([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}
