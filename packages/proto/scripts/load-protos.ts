import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import protobuf from "protobufjs";
import descriptor from "protobufjs/google/protobuf/descriptor.json" with { type: "json" };
import { protoFiles } from "../src/proto-files.ts";

const folder = fileURLToPath(new URL("../protos", import.meta.url));

/** Parses every .proto file that the package serves, with names as they stand in it. */
export function loadProtos(): protobuf.Root {
  protobuf.common("descriptor", descriptor.nested.google.nested.protobuf.nested);
  const root = new protobuf.Root();
  root.resolvePath = (_origin, target) => {
    const path = join(folder, target);
    return existsSync(path) ? path : target;
  };
  root.loadSync(Object.values(protoFiles).flat(), { keepCase: true });
  root.resolveAll();
  return root;
}

/** The messages of a package in the order of their declaration, nested ones after their parent. */
export function messagesOf(root: protobuf.Root, packageName: string): protobuf.Type[] {
  const found: protobuf.Type[] = [];
  const visit = (node: protobuf.ReflectionObject): void => {
    if (node instanceof protobuf.Type) found.push(node);
    if (node instanceof protobuf.Namespace) for (const child of node.nestedArray) visit(child);
  };
  for (const child of nestedOf(root, packageName)) visit(child);
  return found;
}

/** The enums of a package, those inside messages included. */
export function enumsOf(root: protobuf.Root, packageName: string): protobuf.Enum[] {
  const found: protobuf.Enum[] = [];
  const visit = (node: protobuf.ReflectionObject): void => {
    if (node instanceof protobuf.Enum) found.push(node);
    if (node instanceof protobuf.Namespace) for (const child of node.nestedArray) visit(child);
  };
  for (const child of nestedOf(root, packageName)) visit(child);
  return found;
}

/** The services of a package. */
export function servicesOf(root: protobuf.Root, packageName: string): protobuf.Service[] {
  return nestedOf(root, packageName).filter((node) => node instanceof protobuf.Service);
}

/** `etcdserverpb.RangeRequest` of a type or enum: its full name without the leading dot. */
export function fullName(node: protobuf.ReflectionObject): string {
  return node.fullName.replace(/^\./, "");
}

function nestedOf(root: protobuf.Root, packageName: string): protobuf.ReflectionObject[] {
  const namespace = root.lookup(packageName, [protobuf.Namespace]);
  return namespace instanceof protobuf.Namespace ? namespace.nestedArray : [];
}
