import type { FileKind, Linted, LintSettings, SourceText } from "../../file-kind.ts";
import type { Notice } from "../../finding.ts";
import { readYaml, yamlRoots } from "../../read/yaml-document.ts";
import { entryOf, itemsAt, type YamlNode } from "../../read/yaml-node.ts";
import { judgePools } from "../judge-pool.ts";
import { envoyPools } from "./envoy-pools.ts";

/** Envoy's bootstrap files with static resources, as YAML or JSON. */
export const envoyKind: FileKind = {
  name: "envoy",
  recognises: (source) =>
    /static_resources|dynamic_resources/.test(source.text) &&
    yamlRoots(source).some(
      (root) =>
        entryOf(root, "static_resources") !== undefined ||
        entryOf(root, "dynamic_resources") !== undefined,
    ),
  lint(source: SourceText, settings: LintSettings): Linted {
    const roots = readYaml(source).map(({ root }) => root);
    const judged = judgePools(roots.flatMap(envoyPools), settings);
    return {
      containers: [],
      findings: judged.findings,
      notices: [...roots.flatMap(unknownFields), ...judged.notices],
    };
  },
};

const rootFields = new Set(
  (
    "node node_context_params static_resources dynamic_resources cluster_manager hds_config flags_path stats_sinks " +
    "stats_config stats_flush_interval stats_flush_on_admin watchdog watchdogs tracing layered_runtime admin " +
    "overload_manager enable_dispatcher_stats header_prefix stats_server_version_override use_tcp_for_dns_lookups " +
    "dns_resolution_config typed_dns_resolver_config bootstrap_extensions fatal_actions default_config_source " +
    "default_socket_interface certificate_provider_instances inline_headers perf_tracing_file_path " +
    "default_regex_engine xds_delegate_extension xds_config_tracker_extension listener_manager application_log_config"
  ).split(" "),
);

const clusterFields = new Set(
  (
    "transport_socket_matches name alt_stat_name type cluster_type eds_cluster_config connect_timeout " +
    "per_connection_buffer_limit_bytes lb_policy load_assignment health_checks max_requests_per_connection " +
    "circuit_breakers upstream_http_protocol_options common_http_protocol_options http_protocol_options " +
    "http2_protocol_options typed_extension_protocol_options dns_refresh_rate dns_jitter dns_failure_refresh_rate " +
    "respect_dns_ttl dns_lookup_family dns_resolvers use_tcp_for_dns_lookups dns_resolution_config " +
    "typed_dns_resolver_config wait_for_warm_on_init outlier_detection cleanup_interval upstream_bind_config " +
    "lb_subset_config ring_hash_lb_config maglev_lb_config original_dst_lb_config least_request_lb_config " +
    "round_robin_lb_config common_lb_config transport_socket metadata protocol_selection " +
    "upstream_connection_options close_connections_on_host_health_failure ignore_health_on_host_removal filters " +
    "load_balancing_policy lrs_server track_timeout_budgets upstream_config track_cluster_stats preconnect_policy " +
    "connection_pool_per_downstream_connection"
  ).split(" "),
);

function unknownFields(root: YamlNode): readonly Notice[] {
  const unknown = (node: YamlNode, known: ReadonlySet<string>) =>
    node.kind === "map"
      ? node.entries
          .filter(({ key }) => !known.has(key))
          .map(({ key, keyPosition: position }) => ({
            message: `${key} is not known here and not judged`,
            position,
          }))
      : [];
  return [
    ...unknown(root, rootFields),
    ...itemsAt(root, "static_resources", "clusters").flatMap((cluster) =>
      unknown(cluster, clusterFields),
    ),
  ];
}
