import { readFileSync } from "node:fs";
import { GoValueError, goReadError } from "@leaderlab/golang";
import { fileFields, securityFields } from "./config-file-fields.ts";
import { configTexts } from "./config-texts.ts";
import { parseEtcdUrls } from "./etcd-url.ts";
import { type FlagValue, parseFlagValue } from "./flag-value.ts";
import { FlagError } from "./go-flags.ts";
import { readYaml, YamlError } from "./read-yaml.ts";
import { Settings } from "./settings.ts";

type Json = { readonly [key: string]: unknown };

/**
 * What a configuration file of YAML or JSON sets. Throws FlagError in etcd's words; for mistakes of YAML itself they may
 * be ours. Mirrors: etcd embed ConfigFromFile.
 */
export function readConfigFile(path: string): Settings {
  const root = readRoot(path);
  const values = new Map<string, FlagValue>();
  const reader = new FieldReader(values);
  // Go meets the keys in the order of the JSON that it makes of the YAML.
  for (const key of Object.keys(root).sort()) reader.read(key, root[key]);
  reader.refuseFirst();
  readTexts(values);
  // Neither of these is told from not being there.
  if (values.get("self-signed-cert-validity") === 0) values.delete("self-signed-cert-validity");
  if (values.get("initial-cluster-state") === "") values.delete("initial-cluster-state");
  const discovers = ["discovery", "discovery-srv", "discovery-endpoints"].some((name) =>
    values.has(name),
  );
  if (discovers && values.get("initial-cluster") === "default=http://localhost:2380") {
    values.delete("initial-cluster");
  }
  return new Settings(values, explicitNames(root));
}

function readRoot(path: string): Json {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new FlagError(goReadError(path, error));
  }
  try {
    const root = readYaml(text) ?? {};
    if (isObject(root)) return root;
    throw new FlagError(
      configTexts.fileNotFitting(`${kindOf(root)} into Go value of type embed.configYAML`),
    );
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    throw new FlagError(configTexts.fileNotYaml(error.message));
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "array";
  return typeof value === "boolean" ? "bool" : typeof value;
}

const integerRange: { readonly [type: string]: readonly [number, number] } = {
  int: [-(2 ** 63), 2 ** 63],
  int64: [-(2 ** 63), 2 ** 63],
  "time.Duration": [-(2 ** 63), 2 ** 63],
  uint: [0, 2 ** 64],
  uint64: [0, 2 ** 64],
  uint32: [0, 2 ** 32 - 1],
};

/** Fills flags' values from JSON values; of several that do not fit the first is refused in the end, as in Go. */
class FieldReader {
  readonly #values: Map<string, FlagValue>;
  #refusal: FlagError | undefined;

  constructor(values: Map<string, FlagValue>) {
    this.#values = values;
  }

  /** Names are matched as Go matches them, whatever their case. */
  read(key: string, value: unknown): void {
    const name = key.toLowerCase();
    const field = fileFields.get(name);
    if (field !== undefined) {
      this.#set(field.flag, value, field.type, `configYAML.${field.struct}.${name}`);
    } else if (name === "client-transport-security") this.#readSecurity(name, value, "client");
    else if (name === "peer-transport-security") this.#readSecurity(name, value, "peer");
    else if (name === "socket-options") this.#readSocketOptions(value);
    else if (name === "discovery-config") this.#readDiscovery(value);
  }

  refuseFirst(): void {
    if (this.#refusal !== undefined) throw this.#refusal;
  }

  #readSecurity(name: string, value: unknown, side: "client" | "peer"): void {
    const block = this.#object(value, "embed.securityConfig", `configYAML.configJSON.${name}`);
    for (const [key, field] of securityFields) {
      const place = `securityConfig.configJSON.${name}.${key}`;
      this.#set(field[side], block[key], field.type, place);
    }
  }

  #readSocketOptions(value: unknown): void {
    const place = "configYAML.Config.socket-options";
    const block = this.#object(value, "transport.SocketOpts", place);
    for (const key of ["reuse-port", "reuse-address"]) {
      this.#set(`socket-${key}`, block[key], "bool", `SocketOpts.Config.socket-options.${key}`);
    }
  }

  #readDiscovery(value: unknown): void {
    const place = "configYAML.Config.discovery-config";
    const block = this.#object(value, "v3discovery.DiscoveryConfig", place);
    const within = "DiscoveryConfig.Config.discovery-config";
    this.#set("discovery-token", block["token"], "string", `${within}.token`);
    this.#set("discovery-endpoints", block["endpoints"], "[]string", `${within}.endpoints`);
  }

  #object(value: unknown, type: string, place: string): Json {
    if (value === null || value === undefined) return {};
    if (isObject(value)) return value;
    this.#refuse(kindOf(value), place, type);
    return {};
  }

  #set(flag: string, value: unknown, type: string, place: string): void {
    if (value === null || value === undefined) return;
    const range = integerRange[type];
    if (type === "[]string") this.#setList(flag, value, place);
    else if (range !== undefined && typeof value === "number") {
      const isFit = Number.isInteger(value) && value >= range[0] && value <= range[1];
      if (isFit) this.#values.set(flag, type === "time.Duration" ? value / 1e6 : value);
      else this.#refuse(`number ${value}`, place, type);
    } else if (range === undefined && typeof value === (type === "bool" ? "boolean" : "string")) {
      this.#values.set(flag, value as FlagValue);
    } else this.#refuse(kindOf(value), place, type);
  }

  #setList(flag: string, value: unknown, place: string): void {
    const items = Array.isArray(value) ? (value as unknown[]) : undefined;
    const wrong = items?.find((item) => typeof item !== "string");
    if (items === undefined) this.#refuse(kindOf(value), place, "[]string");
    else if (wrong !== undefined) this.#refuse(kindOf(wrong), place, "string");
    else this.#values.set(flag, items as string[]);
  }

  #refuse(what: string, place: string, type: string): void {
    const reason = `${what} into Go struct field ${place} of type ${type}`;
    this.#refusal ??= new FlagError(configTexts.fileNotFitting(reason));
  }
}

/** URL lists in etcd's order, each with the name that etcd calls it by. */
const urlKeys: readonly (readonly [flag: string, called: string])[] = [
  ["listen-peer-urls", "listen-peer-urls"],
  ["listen-client-urls", "listen-client-urls"],
  ["listen-client-http-urls", "listen-client-http-urls"],
  ["initial-advertise-peer-urls", "initial-advertise-peer-urls"],
  ["advertise-client-urls", "advertise-peer-urls"],
  ["listen-metrics-urls", "listen-metrics-urls"],
];

/** Texts that stand for lists; an empty one sets nothing. Gates come first, and etcd panics over an origin. */
function readTexts(values: Map<string, FlagValue>): void {
  const take = (
    flag: string,
    read: (text: string) => FlagValue,
    refuse: (why: string) => FlagError,
  ) => {
    const text = values.get(flag);
    if (typeof text !== "string") return;
    values.delete(flag);
    if (text === "") return;
    try {
      values.set(flag, read(text));
    } catch (error) {
      if (!(error instanceof GoValueError)) throw error;
      throw refuse(error.message);
    }
  };
  const gates = (text: string) => parseFlagValue("featureGates", text);
  take("feature-gates", gates, (reason) => new FlagError(reason));
  const urls = (text: string) => parseEtcdUrls(text).map((url) => url.text);
  for (const [flag, called] of urlKeys) {
    take(flag, urls, (reason) => new FlagError(configTexts.fileUrls(called, reason), "plain"));
  }
  const origins = (text: string) => parseFlagValue("origins", text);
  take("cors", origins, (reason) => new FlagError(configTexts.fileOrigins(reason), "panic"));
  const hosts = (text: string) => parseFlagValue("uniqueStrings", text);
  take("host-whitelist", hosts, (reason) => new FlagError(reason));
}

/** Keys of the file, and those of the block for peers as the flags that they stand for. */
function explicitNames(root: Json): ReadonlySet<string> {
  const peer = root["peer-transport-security"];
  const peerNames = isObject(peer) ? Object.keys(peer).map((key) => `peer-${key}`) : [];
  return new Set([...Object.keys(root), ...peerNames]);
}
