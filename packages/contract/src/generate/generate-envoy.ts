import type { GenerateOptions, NamedNode } from "./generate-options.ts";

/**
 * A reference configuration of Envoy, which looks at the nodes itself. Its health check reads at most the bytes that
 * `receive` names, as hexadecimal.
 */
export function generateEnvoy({ nodes, listen, contract }: GenerateOptions): string {
  const host = listen.host === "" ? "0.0.0.0" : listen.host;
  // Envoy matches one text and has no "not": of a leader's states the last one is named.
  const state = "SERVER_ACTIVE";
  const note =
    contract === "serving"
      ? ""
      : "# Envoy matches one text: a leader whose wallet is locked gets no traffic here, whatever the contract says.\n";
  return `# Envoy in front of a leader-elected lnd cluster: gRPC and REST to the leader alone.
${note}static_resources:
  listeners:
${listenerText("grpc", host, listen.grpcPort)}${listenerText("rest", host, listen.restPort)}  clusters:
${clusterText("grpc", nodes, { state, portOf: ({ grpcPort }) => grpcPort })}${clusterText("rest", nodes, { state, portOf: ({ restPort }) => restPort })}`;
}

function listenerText(name: string, host: string, port: number): string {
  return `  - name: lnd_${name}
    address:
      socket_address: { address: ${host}, port_value: ${port} }
    filter_chains:
    - filters:
      - name: envoy.filters.network.tcp_proxy
        typed_config:
          "@type": type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy
          stat_prefix: lnd_${name}
          cluster: lnd_${name}
          # The default is 1 h; SubscribeState may be silent for days.
          idle_timeout: 86400s
`;
}

/** A cluster whose nodes are checked by REST, wherever its traffic goes. */
function clusterText(
  name: string,
  nodes: readonly NamedNode[],
  { state, portOf }: { readonly state: string; portOf(node: NamedNode): number },
): string {
  const hex = Buffer.from(`"state":"${state}"`).toString("hex");
  return `  - name: lnd_${name}
    type: STRICT_DNS
    connect_timeout: 2s
    lb_policy: ROUND_ROBIN
    common_lb_config:
      # By default Envoy sends traffic to everybody when fewer than half are healthy, and one of ${nodes.length} leads.
      healthy_panic_threshold: { value: 0 }
    # Streams to a node that is out are ended.
    close_connections_on_host_health_failure: true
    health_checks:
    - timeout: 2s
      interval: 1s
      unhealthy_threshold: 2
      healthy_threshold: 1
      no_traffic_interval: 1s
      http_health_check:
        host: lnd
        path: /v1/state
        # The status is 200 in all of lnd's states, on standbys too: "state":"${state}" in hexadecimal.
        receive:
        - text: ${hex}
      transport_socket_match_criteria: { check: tls }
    # Traffic goes through as it is, TLS and all; checks speak TLS and look at no certificate, as lnd's is its own.
    transport_socket_matches:
    - name: check
      match: { check: tls }
      transport_socket:
        name: envoy.transport_sockets.tls
        typed_config:
          "@type": type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext
    load_assignment:
      cluster_name: lnd_${name}
      endpoints:
      # One node for each priority: of two that say that they lead, after a partition, all traffic goes to the first.
${nodes
  .map(
    (node, priority) => `      - priority: ${priority}
        lb_endpoints:
        - endpoint:
            address:
              socket_address: { address: ${node.host}, port_value: ${portOf(node)} }
            health_check_config: { port_value: ${node.restPort} }`,
  )
  .join("\n")}
`;
}
