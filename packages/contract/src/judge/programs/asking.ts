import { type Ended, endedWith, lncliAnswer, restAnswer, unknownEnd } from "../answers.ts";
import { type Program, type ProgramCall, parseFlags } from "./program.ts";

const lncliValued = new Set(
  "rpcserver lnddir tlscertpath network n macaroonpath macaroonip macaroontimeout profile socksproxy chain c macfromjar".split(
    " ",
  ),
);

/** lncli's global flags and its verb; Go's flags take one dash or two. */
export function parseLncli(args: readonly (string | undefined)[]): {
  readonly globals: readonly (string | undefined)[];
  readonly verb: string | undefined;
} {
  const globals: (string | undefined)[] = [];
  const waiting = [...args];
  while (waiting.length > 0) {
    const arg = waiting.shift();
    if (arg === undefined || !arg.startsWith("-")) return { globals, verb: arg };
    globals.push(arg);
    const name = arg.replace(/^--?/, "");
    if (lncliValued.has(name) && waiting.length > 0) globals.push(waiting.shift());
  }
  return { globals, verb: undefined };
}

/** lncli: asks for the state, or for something that needs more than that. */
export const lncli: Program = ({ args, node }) => {
  const { verb } = parseLncli(args);
  return verb === undefined ? unknownEnd : lncliAnswer(verb, node);
};

const curlValued = new Set([
  ..."o X H d m w u b c A e x T E F K r y Y z C D Q t P U".split(" "),
  ..."output request header data max-time connect-timeout write-out user cacert cert key retry retry-delay".split(
    " ",
  ),
  ..."retry-max-time proxy resolve url capath data-raw data-binary user-agent interface".split(" "),
]);

/** What a call of curl or wget asks for. */
export interface WebRequest {
  readonly url: URL;
  readonly method: string;
  readonly hasMacaroon: boolean;
  /** Whether an answer of 400 and above is a failure. */
  readonly failsByStatus: boolean;
  /** Where the body goes: standard output when undefined. */
  readonly output: string | undefined;
  readonly writeOut: string | undefined;
  readonly maxSeconds: number | undefined;
}

/** Reads the arguments of curl or wget; undefined when the URL is not known. */
export function parseWebRequest(
  name: string,
  args: readonly (string | undefined)[],
): WebRequest | undefined {
  return name === "wget" ? parseWget(args) : parseCurl(args);
}

function parseCurl(args: readonly (string | undefined)[]): WebRequest | undefined {
  const { flags, rest } = parseFlags(args, curlValued);
  const url = urlOf(flags.get("url") ?? rest[0]);
  if (url === undefined) return undefined;
  const value = (...names: readonly string[]) =>
    names.map((flag) => flags.get(flag)).find((text) => text !== undefined);
  const has = (...names: readonly string[]) => names.some((flag) => flags.has(flag));
  const output = value("o", "output");
  const isHead = has("I", "head");
  const sendsData = has("d", "data", "data-raw", "data-binary");
  return {
    url,
    method: value("X", "request") ?? (isHead ? "HEAD" : sendsData ? "POST" : "GET"),
    hasMacaroon: args.some((arg) => arg === undefined || /macaroon/i.test(arg)),
    failsByStatus: has("f", "fail", "fail-with-body"),
    output: output === "-" ? undefined : output,
    writeOut: value("w", "write-out"),
    maxSeconds: secondsOf(value("m", "max-time")),
  };
}

function parseWget(args: readonly (string | undefined)[]): WebRequest | undefined {
  const { flags, rest } = parseFlags(args, new Set(["O", "T", "t", "timeout", "header", "tries"]));
  const url = urlOf(rest[0]);
  if (url === undefined) return undefined;
  const output = flags.get("O") ?? (flags.has("spider") ? "/dev/null" : "index.html");
  return {
    url,
    method: flags.has("spider") ? "HEAD" : "GET",
    hasMacaroon: /macaroon/i.test(flags.get("header") ?? ""),
    failsByStatus: true,
    output: output === "-" ? undefined : output,
    writeOut: undefined,
    maxSeconds: secondsOf(flags.get("T") ?? flags.get("timeout")),
  };
}

function urlOf(text: string | undefined): URL | undefined {
  if (text === undefined || text === "") return undefined;
  const whole = /^[a-z]+:\/\//i.test(text) ? text : `http://${text}`;
  return URL.canParse(whole) ? new URL(whole) : undefined;
}

/** A number of seconds, as `-m` and `sleep` take it. */
export function secondsOf(text: string | undefined): number | undefined {
  const parts = /^(\d+(?:\.\d+)?)([smh]?)$/.exec(text ?? "");
  if (parts === null) return undefined;
  return Number(parts[1]) * (parts[2] === "m" ? 60 : parts[2] === "h" ? 3600 : 1);
}

/** curl and wget: ask lnd's REST port. */
export const web: Program = (call) => {
  const request = parseWebRequest(call.name, call.args);
  if (request === undefined) return unknownEnd;
  const { url, method, hasMacaroon } = request;
  const answer = restAnswer(method, url.pathname, hasMacaroon, call.node);
  return answer === "unknown" ? unknownEnd : written(call, request, answer);
};

function written(
  { files }: ProgramCall,
  request: WebRequest,
  answer: { status: number; body: string } | undefined,
): Ended {
  const isRefused = answer === undefined || (request.failsByStatus && answer.status >= 400);
  const body = isRefused ? "" : answer.body;
  const code = String(answer?.status ?? 0).padStart(3, "0");
  const wrote = (request.writeOut ?? "")
    .replaceAll("%{http_code}", code)
    .replaceAll("%{response_code}", code)
    .replaceAll("\\n", "\n");
  if (request.output !== undefined) files.set(request.output, body);
  const out = (request.output === undefined ? body : "") + wrote;
  return endedWith(
    answer === undefined ? 7 : isRefused ? 22 : 0,
    /%\{/.test(wrote) ? undefined : out,
  );
}

/** The ports that lnd opens before it leads. That of its peers, 9735, is opened when it serves. */
const earlyPorts = /^(?:.*:)?(?:10009|8080)$/;

/** nc: whether one of lnd's ports is open. */
export const nc: Program = ({ node, args }) => {
  if (!args.some((arg) => arg !== undefined && earlyPorts.test(arg))) return unknownEnd;
  return endedWith(node.state === "nothing-listening" ? 1 : 0);
};

/** pidof and pgrep: whether the process is there. */
export const pidof: Program = ({ node, args }) => {
  if (!args.some((arg) => arg !== undefined && /\blnd\b/.test(arg))) return unknownEnd;
  return node.state === "nothing-listening" ? endedWith(1) : endedWith(0, "7\n");
};

/** grpc_health_probe: lnd has no health service. */
export const grpcHealthProbe: Program = () => endedWith(4);
