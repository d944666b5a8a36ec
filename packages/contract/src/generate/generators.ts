import { generateCaddy } from "./generate-caddy.ts";
import { generateEnvoy } from "./generate-envoy.ts";
import { generateHaproxy } from "./generate-haproxy.ts";
import { generateKubernetes } from "./generate-kubernetes.ts";
import { generateNginx } from "./generate-nginx.ts";
import type { GenerateOptions } from "./generate-options.ts";
import { generateTraefik } from "./generate-traefik.ts";

/** What reference configurations can be written for: each gives the file's text. */
export const generators = {
  haproxy: generateHaproxy,
  nginx: generateNginx,
  caddy: generateCaddy,
  envoy: generateEnvoy,
  traefik: generateTraefik,
  kubernetes: generateKubernetes,
} as const satisfies { readonly [name: string]: (options: GenerateOptions) => string };

/** The name of a generator. */
export type GeneratorName = keyof typeof generators;

/** All of them. */
export const generatorNames = Object.keys(generators) as readonly GeneratorName[];
