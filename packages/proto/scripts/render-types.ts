import protobuf from "protobufjs";
import type { MethodKind } from "../src/service-definition.ts";
import { enumsOf, fullName, messagesOf, servicesOf } from "./load-protos.ts";

const header = `// Written by \`npm run gen\` from protos/; do not edit.\n\n`;
const wideIntegers = new Set(["int64", "uint64", "sint64", "fixed64", "sfixed64"]);

/** The packages whose types stand in a file, by the file's name without its ending. */
export interface TypeFiles {
  readonly [file: string]: readonly string[];
}

/** The file that is being written, and where the types of other packages are. */
interface Place {
  readonly file: string;
  readonly files: TypeFiles;
  /** The other files that were referred to. */
  readonly used: Set<string>;
}

/**
 * One file of TypeScript types.
 *
 * Each message has two: `X`, what a decoder gives (every field present), and `XInput`, what an encoder takes
 * (every field optional). A service is a map from method to the four types it moves and its kind. Types of other
 * files are written with their file's name before them.
 */
export function renderTypes(root: protobuf.Root, file: string, files: TypeFiles): string {
  const place: Place = { file, files, used: new Set() };
  const packages = files[file] ?? [];
  const enums = packages.flatMap((name) => enumsOf(root, name)).map(renderEnum);
  const messages = packages
    .flatMap((name) => messagesOf(root, name))
    .map((node) => renderMessage(node, place));
  const services = packages
    .flatMap((name) => servicesOf(root, name))
    .map((service) => renderService(service, place));
  const imports = [...place.used]
    .sort()
    .map((name) => `import type * as ${alias(name)} from "./${name}.ts";\n`);
  if (imports.length > 0) imports.push("\n");
  return `${header}${imports.join("")}${[...enums, ...messages, ...services].join("\n")}`;
}

/** `lndRouter` of `lnd-router`. */
function alias(file: string): string {
  return file.replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
}

/** A type's name as it is written in this file. */
function referTo(node: protobuf.ReflectionObject, place: Place): string {
  const packageName = packageOf(node);
  const file = Object.keys(place.files).find((name) => place.files[name]?.includes(packageName));
  if (file === undefined) throw new Error(`no file holds the types of ${packageName}`);
  if (file === place.file) return typeName(node);
  place.used.add(file);
  return `${alias(file)}.${typeName(node)}`;
}

/** `grpc.health.v1`: the name of a type without its own and those of the types around it. */
function packageOf(node: protobuf.ReflectionObject): string {
  let parent = node.parent;
  while (parent instanceof protobuf.Type) parent = parent.parent;
  return parent === null ? "" : fullName(parent);
}

/** `RangeRequest_SortOrder`: a nested name with its parents, the package left out. */
export function typeName(node: protobuf.ReflectionObject): string {
  const parents: string[] = [node.name];
  let parent = node.parent;
  while (parent instanceof protobuf.Type) {
    parents.unshift(parent.name);
    parent = parent.parent;
  }
  return parents.join("_");
}

function renderEnum(node: protobuf.Enum): string {
  const names = Object.keys(node.values).map((name) => JSON.stringify(name));
  return `export type ${typeName(node)} = ${names.join(" | ")};\n`;
}

function renderMessage(node: protobuf.Type, place: Place): string {
  const decoded = node.fieldsArray.map((field) => decodedField(field, place));
  for (const oneof of node.oneofsArray) {
    const names = oneof.fieldsArray.map((field) => JSON.stringify(field.name));
    decoded.push(
      `  /** Which of the oneof's fields is set. */\n  ${oneof.name}?: ${names.join(" | ")};`,
    );
  }
  const input = node.fieldsArray.map(
    (field) => `  ${field.name}?: ${inputType(field, place)} | undefined;`,
  );
  const name = typeName(node);
  return `export interface ${name} {\n${decoded.join("\n")}\n}\nexport interface ${name}Input {\n${input.join("\n")}\n}\n`;
}

function decodedField(field: protobuf.Field, place: Place): string {
  const single = scalarType(field, "", place);
  if (field.map) return `  ${field.name}: Record<string, ${single}>;`;
  if (field.repeated) return `  ${field.name}: ${single}[];`;
  if (field.partOf) return `  ${field.name}?: ${single};`;
  const isMessage = field.resolvedType instanceof protobuf.Type;
  return `  ${field.name}: ${isMessage ? `${single} | null` : single};`;
}

function inputType(field: protobuf.Field, place: Place): string {
  const single = scalarType(field, "Input", place);
  if (field.map) return `Record<string, ${single}>`;
  return field.repeated ? `readonly ${single.includes("|") ? `(${single})` : single}[]` : single;
}

function scalarType(field: protobuf.Field, suffix: "" | "Input", place: Place): string {
  if (field.resolvedType) {
    const name = referTo(field.resolvedType, place);
    return field.resolvedType instanceof protobuf.Enum ? name : `${name}${suffix}`;
  }
  if (wideIntegers.has(field.type)) return suffix === "Input" ? "string | number" : "string";
  if (field.type === "bytes") return suffix === "Input" ? "Uint8Array" : "Buffer";
  if (field.type === "string") return "string";
  return field.type === "bool" ? "boolean" : "number";
}

function renderService(service: protobuf.Service, place: Place): string {
  const lines = service.methodsArray.map((method) => {
    const request = referTo(resolved(method.resolvedRequestType), place);
    const response = referTo(resolved(method.resolvedResponseType), place);
    return `  ${method.name}: {
    kind: "${kindOf(method)}";
    request: ${request};
    requestInput: ${request}Input;
    response: ${response};
    responseInput: ${response}Input;
  };`;
  });
  return `/** ${fullName(service)} */\nexport interface ${service.name}Service {\n${lines.join("\n")}\n}\n`;
}

/** Which side of a method streams. */
export function kindOf(method: protobuf.Method): MethodKind {
  if (method.requestStream) return method.responseStream ? "bidi" : "clientStream";
  return method.responseStream ? "serverStream" : "unary";
}

function resolved(type: protobuf.Type | null): protobuf.Type {
  if (type === null) throw new Error("a method's type could not be resolved");
  return type;
}
