export * as etcd from "./etcd.ts";
export { schema } from "./known-schema.ts";
export * as lnd from "./lnd.ts";
export type { FieldSchema, Schema } from "./schema.ts";
export type {
  HttpBinding,
  MethodDefinition,
  MethodKind,
  MethodTypes,
  ServiceDefinition,
  ServiceTypes,
} from "./service-definition.ts";
