import { itemsAt, nodeAt, textAt, type YamlNode } from "../../read/yaml-node.ts";

/** Every network filter's typed_config of a kind, by the end of its type's name. */
function filterConfigs(root: YamlNode, type: string): readonly YamlNode[] {
  return itemsAt(root, "static_resources", "listeners").flatMap((listener) =>
    itemsAt(listener, "filter_chains").flatMap((chain) =>
      itemsAt(chain, "filters").flatMap((filter) => {
        const config = nodeAt(filter, "typed_config");
        const is = textAt(config, "@type")?.endsWith(type) === true;
        return config !== undefined && is ? [config] : [];
      }),
    ),
  );
}

/** The tcp_proxy filters that lead to a cluster. */
export function tcpProxiesTo(cluster: string, root: YamlNode): readonly YamlNode[] {
  return filterConfigs(root, ".TcpProxy").filter(
    (config) =>
      textAt(config, "cluster") === cluster ||
      itemsAt(config, "weighted_clusters", "clusters").some(
        (one) => textAt(one, "name") === cluster,
      ),
  );
}

/** The route actions that lead to a cluster, each with the http_connection_manager in which it stands. */
export function routesTo(
  cluster: string,
  root: YamlNode,
): readonly { readonly route: YamlNode; readonly manager: YamlNode }[] {
  return filterConfigs(root, ".HttpConnectionManager").flatMap((manager) =>
    itemsAt(manager, "route_config", "virtual_hosts").flatMap((host) =>
      itemsAt(host, "routes").flatMap((one) => {
        const route = nodeAt(one, "route");
        return route !== undefined && textAt(route, "cluster") === cluster
          ? [{ route, manager }]
          : [];
      }),
    ),
  );
}
