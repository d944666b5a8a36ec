import protobuf from "protobufjs";
import { enumsOf, fullName, messagesOf, servicesOf } from "./load-protos.ts";

const header = `// Written by \`npm run gen\` from protos/; do not edit.
import type { Schema } from "../schema.ts";

`;

/** The schema of some packages as one constant: what JSON needs to know and a decoder does not tell. */
export function renderSchema(
  root: protobuf.Root,
  constant: string,
  packages: readonly string[],
): string {
  const enums = packages.flatMap((name) => enumsOf(root, name));
  const messages = packages.flatMap((name) => messagesOf(root, name));
  const services = packages.flatMap((name) => servicesOf(root, name));
  return `${header}export const ${constant}: Schema = {
  enums: {
${enums.map((node) => `    ${quote(fullName(node))}: ${JSON.stringify(node.values)},`).join("\n")}
  },
  messages: {
${messages.map(renderMessage).join("\n")}
  },
  services: {
${services.map(renderService).join("\n")}
  },
};
`;
}

function renderMessage(node: protobuf.Type): string {
  const fields = node.fieldsArray.map((field) => `      ${JSON.stringify(describe(field))},`);
  return `    ${quote(fullName(node))}: [\n${fields.join("\n")}\n    ],`;
}

function describe(field: protobuf.Field): Record<string, unknown> {
  const target = field.resolvedType;
  return {
    name: field.name,
    kind: target === null ? "scalar" : target instanceof protobuf.Enum ? "enum" : "message",
    type: target === null ? field.type : fullName(target),
    ...(field.map && { label: "map" }),
    ...(field instanceof protobuf.MapField && field.keyType === "uint64" && { hasWideKeys: true }),
    ...(!field.map && field.repeated && { label: "repeated" }),
    ...(field.partOf && { oneof: field.partOf.name }),
  };
}

function renderService(service: protobuf.Service): string {
  const methods = service.methodsArray.map((method) => {
    const [request, response] = [method.resolvedRequestType, method.resolvedResponseType];
    if (request === null || response === null) throw new Error(`${method.fullName} is unresolved`);
    return `      ${method.name}: [${quote(fullName(request))}, ${quote(fullName(response))}],`;
  });
  return `    ${quote(fullName(service))}: {\n${methods.join("\n")}\n    },`;
}

function quote(text: string): string {
  return JSON.stringify(text);
}
