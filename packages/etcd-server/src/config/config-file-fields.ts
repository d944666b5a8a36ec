import { type FlagKind, flagTable } from "./flag-table.ts";

/** A key of a configuration file: the struct of etcd's that holds it, its Go type and the flag that it sets. */
export interface FileField {
  readonly struct: "Config" | "configJSON";
  readonly type: string;
  readonly flag: string;
}

/** A key of a transport security block, and the flags that it sets for clients and for peers. */
export interface SecurityField {
  readonly type: string;
  readonly client: string;
  readonly peer: string;
}

const typeOfKind: { readonly [kind in FlagKind]?: string } = {
  string: "string",
  bool: "bool",
  int: "int",
  int64: "int64",
  uint: "uint",
  uint32: "uint32",
  uint64: "uint64",
  duration: "time.Duration",
  strings: "[]string",
  uniqueStrings: "[]string",
  urls: "string",
  origins: "string",
  clusterState: "string",
  featureGates: "string",
  v2Deprecation: "config.V2DeprecationEnum",
};

/** Flags that no key of the top level sets: those of the security blocks and those that a file does not have. */
const noKeyOfTheirOwn =
  /^(cert-file|key-file|client-.*|trusted-ca-file|auto-tls|peer-.*|raft-.*|socket-.*|version|config-file|discovery-(?!proxy$|srv$|srv-name$).*|experimental-snapshot-catchup-entries)$/;

const inConfigJson = (name: string, kind: FlagKind): boolean =>
  name !== "listen-metrics-urls" &&
  (["urls", "origins", "featureGates"].includes(kind) || name === "host-whitelist");

/** Every key of the top level. Mirrors: etcd embed Config and configJSON. */
export const fileFields: ReadonlyMap<string, FileField> = new Map<string, FileField>([
  ...flagTable
    .filter(([name]) => !noKeyOfTheirOwn.test(name))
    .map(([name, kind]): [string, FileField] => [
      name,
      {
        struct: inConfigJson(name, kind) ? "configJSON" : "Config",
        type: name === "host-whitelist" ? "string" : (typeOfKind[kind] ?? "string"),
        flag: name,
      },
    ]),
  [
    "experimental-snapshot-catch-up-entries",
    { struct: "Config", type: "uint64", flag: "experimental-snapshot-catchup-entries" },
  ],
]);

/** Every key of a transport security block. Mirrors: etcd embed securityConfig. */
export const securityFields: ReadonlyMap<string, SecurityField> = new Map([
  ...["cert-file", "key-file", "client-cert-file", "client-key-file", "trusted-ca-file"].map(
    (name): [string, SecurityField] => [
      name,
      { type: "string", client: name, peer: `peer-${name}` },
    ],
  ),
  ...["client-cert-auth", "auto-tls"].map((name): [string, SecurityField] => [
    name,
    { type: "bool", client: name, peer: `peer-${name}` },
  ]),
  [
    "allowed-cn",
    { type: "[]string", client: "client-cert-allowed-cn", peer: "peer-cert-allowed-cn" },
  ],
  [
    "allowed-hostname",
    {
      type: "[]string",
      client: "client-cert-allowed-hostname",
      peer: "peer-cert-allowed-hostname",
    },
  ],
  [
    "skip-client-san-verification",
    {
      type: "bool",
      client: "peer-skip-client-san-verification",
      peer: "peer-skip-client-san-verification",
    },
  ],
]);
