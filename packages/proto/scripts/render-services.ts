import type protobuf from "protobufjs";
import { bindingsOf } from "../src/http-bindings.ts";
import { fullName, servicesOf } from "./load-protos.ts";
import { isReadByStandard } from "./render-codecs.ts";
import { kindOf, typeName } from "./render-types.ts";

const header = `// Written by \`npm run gen\` from protos/; do not edit.\n\n`;

/** The services of some packages, ready to be served: nothing is read or parsed when they are loaded. */
export function renderServices(
  root: protobuf.Root,
  file: string,
  packages: readonly string[],
): string {
  const services = packages.flatMap((name) => servicesOf(root, name));
  return `${header}import type { ServiceDefinition } from "../service-definition.ts";
import { describeMethod, standardCodec, wireCodec } from "../wire-codec.ts";
import type * as gen from "./${file}.ts";
import * as codecs from "./${file}-codecs.ts";

${services.map(renderService).join("\n")}`;
}

function renderService(service: protobuf.Service): string {
  const name = fullName(service);
  const methods = service.methodsArray.map((method) => {
    const [request, response] = [method.resolvedRequestType, method.resolvedResponseType];
    if (request === null || response === null) throw new Error(`${method.fullName} is unresolved`);
    return `    ${method.name}: describeMethod<gen.${service.name}Service["${method.name}"]>(
      {
        name: "${method.name}",
        path: "/${name}/${method.name}",
        kind: "${kindOf(method)}",
        requestType: "${fullName(request)}",
        responseType: "${fullName(response)}",
        bindings: ${JSON.stringify(bindingsOf(optionsOf(method)))},
      },
      ${renderCodec(request)},
      ${renderCodec(response)},
    ),`;
  });
  return `export const ${service.name}: ServiceDefinition<gen.${service.name}Service> = {
  name: "${name}",
  methods: {
${methods.join("\n")}
  },
};
`;
}

function renderCodec(type: protobuf.Type): string {
  const codec = isReadByStandard(type) ? "standardCodec" : "wireCodec";
  return `${codec}(codecs.read${typeName(type)}, codecs.write${typeName(type)})`;
}

function optionsOf(method: protobuf.Method): Record<string, unknown> {
  const parsed = (method.parsedOptions ?? []) as unknown as readonly Record<string, unknown>[];
  return Object.assign({}, ...parsed);
}
