import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import protobuf from "protobufjs";

/** Definitions of lnd's wire as others publish them, of releases before the one that leaderlab follows. */
const published = {
  "@lightningpolar/lnd-api": loadFrom("@lightningpolar/lnd-api", "protos"),
  "ln-service": loadFrom("lightning", "grpc/protos", "ln-service"),
} as const;

/** Calls that lnd has dropped since. */
const dropped = new Set([
  "SendPayment",
  "SendPaymentSync",
  "SendToRoute",
  "SendToRouteSync",
  "TrackPayment",
]);

const ours = loadOurs();

for (const [name, theirs] of Object.entries(published)) {
  test(`a message has the same fields, numbers and types in ${name}`, () => {
    const compared = new Set<string>();
    for (const type of typesOf(theirs)) {
      const own = ours.get(type.fullName);
      if (!(own instanceof protobuf.Type)) continue;
      compared.add(type.fullName);
      for (const field of type.fieldsArray) {
        const same: protobuf.Field | undefined = own.fields[field.name];
        if (same !== undefined) assert.deepEqual(wireOf(same), wireOf(field), field.fullName);
        else assert.equal(own.fieldsById[field.id], undefined, `${field.fullName} = ${field.id}`);
      }
    }
    assert.ok(compared.size > 300, `${compared.size} messages`);
  });

  test(`an enum has the same numbers in ${name}`, () => {
    for (const [path, node] of theirs) {
      const own = ours.get(path);
      if (!(node instanceof protobuf.Enum && own instanceof protobuf.Enum)) continue;
      for (const [value, number] of Object.entries(node.values)) {
        assert.equal(own.values[value], number, `${path}.${value}`);
      }
    }
  });

  test(`a method takes and gives the same messages in ${name}`, () => {
    let compared = 0;
    for (const [path, node] of theirs) {
      const own = ours.get(path);
      if (!(node instanceof protobuf.Service && own instanceof protobuf.Service)) continue;
      for (const method of node.methodsArray) {
        const same: protobuf.Method | undefined = own.methods[method.name];
        if (same === undefined) assert.ok(dropped.has(method.name), `${path}.${method.name}`);
        else assert.deepEqual(signatureOf(same), signatureOf(method));
        compared += 1;
      }
    }
    assert.ok(compared > 100, `${compared} methods`);
  });
}

type Nodes = ReadonlyMap<string, protobuf.ReflectionObject>;

const typesOf = (nodes: Nodes) =>
  [...nodes.values()].filter((node) => node instanceof protobuf.Type);

function wireOf(field: protobuf.Field) {
  return {
    id: field.id,
    type: field.resolvedType?.fullName ?? field.type,
    isRepeated: field.repeated,
    key: field instanceof protobuf.MapField ? field.keyType : undefined,
  };
}

function signatureOf(method: protobuf.Method) {
  return {
    request: method.resolvedRequestType?.fullName,
    response: method.resolvedResponseType?.fullName,
    streams: [method.requestStream === true, method.responseStream === true],
  };
}

/** Every message, enum and service of some files, by its full name. */
function load(folder: string, files: readonly string[]): Nodes {
  const root = new protobuf.Root();
  for (const file of files) {
    protobuf.parse(readFileSync(join(folder, file), "utf8"), root, { keepCase: true });
  }
  root.resolveAll();
  const nodes = new Map<string, protobuf.ReflectionObject>();
  const visit = (node: protobuf.ReflectionObject) => {
    nodes.set(node.fullName, node);
    if (node instanceof protobuf.Namespace) for (const child of node.nestedArray) visit(child);
  };
  visit(root);
  return nodes;
}

function loadOurs(): Nodes {
  const folder = fileURLToPath(new URL("../../packages/proto/protos", import.meta.url));
  const files = readdirSync(join(folder, "lnd"));
  return load(
    folder,
    files.map((name) => `lnd/${name}`),
  );
}

/** The .proto files in a package's folder; `user` is the package that depends on it. */
function loadFrom(packageName: string, subfolder: string, user?: string): Nodes {
  const require = createRequire(import.meta.url);
  const from = user === undefined ? require : createRequire(require.resolve(user));
  const entry = from.resolve(`${packageName}/package.json`);
  const folder = join(dirname(entry), subfolder);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return load(
    folder,
    files.filter((name) => name.endsWith(".proto")),
  );
}
