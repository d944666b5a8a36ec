import { type GenerateOptions, leaderProxyCommand } from "./generate-options.ts";

/** A reference dynamic configuration of Traefik, in front of `leaderlab proxy`. */
export function generateTraefik(options: GenerateOptions): string {
  const { listen, leaderProxy } = options;
  return `# Traefik's dynamic configuration in front of an lnd cluster and \`leaderlab proxy\`.
# Traefik's checks look at a status, which is 200 on standbys too, or ask grpc.health.v1, which lnd does not have; and
# it does not end what runs over a server that is out. So the leader is found by:
#   ${leaderProxyCommand(options).join(" \\\n#     ")}
# The static configuration names the entry points:
#   entryPoints:
#     lnd-grpc: { address: "${listen.host}:${listen.grpcPort}" }
#     lnd-rest: { address: "${listen.host}:${listen.restPort}" }
tcp:
  routers:
    lnd-grpc:
      entryPoints: [lnd-grpc]
      # TLS goes through to lnd: clients see lnd's own certificate.
      rule: HostSNI(\`*\`)
      tls: { passthrough: true }
      service: leader-proxy-grpc
    lnd-rest:
      entryPoints: [lnd-rest]
      rule: HostSNI(\`*\`)
      tls: { passthrough: true }
      service: leader-proxy-rest
  services:
    leader-proxy-grpc:
      loadBalancer:
        servers:
        - address: ${leaderProxy.host}:${leaderProxy.grpcPort}
    leader-proxy-rest:
      loadBalancer:
        servers:
        - address: ${leaderProxy.host}:${leaderProxy.restPort}
`;
}
