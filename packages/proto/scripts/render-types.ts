import protobuf from "protobufjs";
import { enumsOf, fullName, messagesOf, servicesOf } from "./load-protos.ts";

const header = `// Written by \`npm run gen\` from protos/; do not edit.\n\n`;
const wideIntegers = new Set(["int64", "uint64", "sint64", "fixed64", "sfixed64"]);

/**
 * The TypeScript types of some packages.
 *
 * Each message has two: `X`, what a decoder gives (every field present), and `XInput`, what an encoder takes
 * (every field optional). A service is a map from method to the four types it moves and its kind.
 */
export function renderTypes(root: protobuf.Root, packages: readonly string[]): string {
  const enums = packages.flatMap((name) => enumsOf(root, name)).map(renderEnum);
  const messages = packages.flatMap((name) => messagesOf(root, name)).map(renderMessage);
  const services = packages.flatMap((name) => servicesOf(root, name)).map(renderService);
  return `${header}${[...enums, ...messages, ...services].join("\n")}`;
}

/** `RangeRequest_SortOrder`: a nested name with its parents, the package left out. */
function typeName(node: protobuf.ReflectionObject): string {
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

function renderMessage(node: protobuf.Type): string {
  const decoded = node.fieldsArray.map(decodedField);
  for (const oneof of node.oneofsArray) {
    const names = oneof.fieldsArray.map((field) => JSON.stringify(field.name));
    decoded.push(
      `  /** Which of the oneof's fields is set. */\n  ${oneof.name}?: ${names.join(" | ")};`,
    );
  }
  const input = node.fieldsArray.map(
    (field) => `  ${field.name}?: ${inputType(field)} | undefined;`,
  );
  const name = typeName(node);
  return `export interface ${name} {\n${decoded.join("\n")}\n}\nexport interface ${name}Input {\n${input.join("\n")}\n}\n`;
}

function decodedField(field: protobuf.Field): string {
  const single = scalarType(field, "");
  if (field.map) return `  ${field.name}: Record<string, ${single}>;`;
  if (field.repeated) return `  ${field.name}: ${single}[];`;
  if (field.partOf) return `  ${field.name}?: ${single};`;
  const isMessage = field.resolvedType instanceof protobuf.Type;
  return `  ${field.name}: ${isMessage ? `${single} | null` : single};`;
}

function inputType(field: protobuf.Field): string {
  const single = scalarType(field, "Input");
  if (field.map) return `Record<string, ${single}>`;
  return field.repeated ? `readonly ${single.includes("|") ? `(${single})` : single}[]` : single;
}

function scalarType(field: protobuf.Field, suffix: "" | "Input"): string {
  if (field.resolvedType) {
    const name = typeName(field.resolvedType);
    return field.resolvedType instanceof protobuf.Enum ? name : `${name}${suffix}`;
  }
  if (wideIntegers.has(field.type)) return suffix === "Input" ? "string | number" : "string";
  if (field.type === "bytes") return suffix === "Input" ? "Uint8Array" : "Buffer";
  if (field.type === "string") return "string";
  return field.type === "bool" ? "boolean" : "number";
}

function renderService(service: protobuf.Service): string {
  const lines = service.methodsArray.map((method) => {
    const request = typeName(resolved(method.resolvedRequestType));
    const response = typeName(resolved(method.resolvedResponseType));
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

function kindOf(method: protobuf.Method): string {
  if (method.requestStream) return method.responseStream ? "bidi" : "clientStream";
  return method.responseStream ? "serverStream" : "unary";
}

function resolved(type: protobuf.Type | null): protobuf.Type {
  if (type === null) throw new Error("a method's type could not be resolved");
  return type;
}
