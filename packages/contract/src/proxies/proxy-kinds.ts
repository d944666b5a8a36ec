import type { FileKind } from "../file-kind.ts";
import { caddyKind } from "./caddy/caddy-kind.ts";
import { envoyKind } from "./envoy/envoy-kind.ts";
import { haproxyKind } from "./haproxy/haproxy-kind.ts";
import { nginxKind } from "./nginx/nginx-kind.ts";
import { traefikKind } from "./traefik/traefik-kind.ts";

/** The proxies whose configurations can be read. */
export const proxyKinds: readonly FileKind[] = [
  envoyKind,
  traefikKind,
  haproxyKind,
  nginxKind,
  caddyKind,
];
