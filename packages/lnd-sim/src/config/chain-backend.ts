import { posix } from "node:path";
import { goReadError } from "@leaderlab/golang";
import { configTexts } from "../errors/config-texts.ts";
import { cleanAndExpandPath } from "./clean-path.ts";
import { ConfigError } from "./config-error.ts";
import type { LndEnvironment } from "./environment.ts";
import type { FlagValues } from "./flag-values.ts";

/** What stands behind a real lnd: nodes of the chain, or nothing. */
export type ChainBackend = "btcd" | "bitcoind" | "neutrino" | "nochainbackend";

/** A backend's own configuration file, and the name of the password in it. */
const sources = {
  btcd: { file: "btcd.conf", pass: "rpcpass" },
  bitcoind: { file: "bitcoin.conf", pass: "rpcpassword" },
} as const;

/**
 * Checks that a real lnd would get at its chain backend's credentials; `print` takes the lines that it prints to
 * stdout meanwhile. Throws ConfigError. Mirrors: lnd parseRPCParams.
 */
export function checkChainBackend(
  values: FlagValues,
  environment: LndEnvironment,
  print: (line: string) => void,
): void {
  const backend = values.get("bitcoin.node") as ChainBackend;
  if (backend !== "btcd" && backend !== "bitcoind") return;
  if (backend === "bitcoind" && values.get("bitcoin.simnet")) {
    throw new ConfigError(configTexts.bitcoindSimnet);
  }
  const fail = (reason: string) => new ConfigError(configTexts.credentials(backend, reason));
  const isGiven = backend === "btcd" ? btcdIsGiven : bitcoindIsGiven;
  if (isGiven(values, environment, fail)) return;
  if (values.get("bitcoin.simnet")) throw fail(configTexts.simnetCredentials);
  print(`Attempting automatic RPC configuration to ${backend}`);
  const missing = searchFile(backend, values, environment);
  if (missing !== undefined) throw fail(missing);
  print(`Automatically obtained ${backend}'s RPC credentials`);
}

type Fail = (reason: string) => ConfigError;

function btcdIsGiven(values: FlagValues, environment: LndEnvironment, fail: Fail): boolean {
  const user = fillIn(values.get("btcd.rpcuser"), environment);
  const pass = fillIn(values.get("btcd.rpcpass"), environment);
  if ((user === "") !== (pass === "")) throw fail(configTexts.bothCredentials("btcd"));
  return user !== "";
}

function bitcoindIsGiven(values: FlagValues, environment: LndEnvironment, fail: Fail): boolean {
  const [block, tx] = [values.get("bitcoind.zmqpubrawblock"), values.get("bitcoind.zmqpubrawtx")];
  if (block !== "" && block === tx) throw fail(configTexts.sameZmqAddress);
  if (!["", "ECONOMICAL", "CONSERVATIVE"].includes(values.get("bitcoind.estimatemode"))) {
    throw fail(configTexts.estimateMode);
  }
  const user = fillIn(values.get("bitcoind.rpcuser"), environment);
  const pass = fillIn(values.get("bitcoind.rpcpass"), environment);
  const cookie = values.get("bitcoind.rpccookie");
  if (cookie !== "" && (user !== "" || pass !== "")) {
    throw fail(configTexts.cookieOrCredentials("bitcoind"));
  }
  const hasCredentials = cookie !== "" || (user !== "" && pass !== "");
  if (hasCredentials && ((block !== "" && tx !== "") || values.get("bitcoind.rpcpolling"))) {
    return true;
  }
  if (hasCredentials || user !== "" || pass !== "" || block !== "" || tx !== "") {
    throw fail(configTexts.credentialsWithZmq("bitcoind"));
  }
  return false;
}

/** What is missing in the backend's own configuration file, or undefined when credentials stand there. */
function searchFile(
  backend: keyof typeof sources,
  values: FlagValues,
  environment: LndEnvironment,
): string | undefined {
  const source = sources[backend];
  const given = backend === "bitcoind" ? values.get("bitcoind.config") : "";
  const folder = cleanAndExpandPath(values.get(`${backend}.dir`), environment);
  const path =
    given === "" ? posix.join(folder, source.file) : cleanAndExpandPath(given, environment);
  let text: string;
  try {
    text = environment.readTextFile(path);
  } catch (error) {
    return configTexts.credentialsNotFound(goReadError(path, error));
  }
  const zmq = backend === "bitcoind" ? ["zmqpubrawblock", "zmqpubrawtx"] : [];
  const name = [...zmq, "rpcuser", source.pass].find((one) => !hasSetting(text, one));
  // lnd's text for btcd's password names the user.
  const named = backend === "btcd" && name === source.pass ? "rpcuser" : name;
  return named && configTexts.credentialsNotFound(configTexts.notInConfig(named));
}

function hasSetting(text: string, name: string): boolean {
  return new RegExp(`^\\s*${name}\\s*=\\s*\\S+`, "m").test(text);
}

/** `$NAME`, `${NAME}` or `${NAME:-default}` as a whole is filled in. Mirrors: lnd supplyEnvValue. */
function fillIn(text: string, environment: LndEnvironment): string {
  const pattern = /^\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?::-(\S+))?\})$/;
  const match = pattern.exec(text);
  if (match === null) return text;
  const value = environment.variables[match[1] ?? match[2] ?? ""] ?? "";
  return value === "" ? (match[3] ?? "") : value;
}
