import { type HeldState, heldStates } from "@leaderlab/contract";
import type { HeldPorts } from "@leaderlab/contract/lab";
import { readFlags } from "../read-flags.ts";
import { UsageError } from "../usage-error.ts";
import { wholeNumber } from "../whole-number.ts";

/** What `leaderlab serve-lab --help` says. */
export const serveLabUsage = `Usage: leaderlab serve-lab [flags]

Holds nodes in given states on 127.0.0.1, for tests of probes and proxies that are written elsewhere, until Ctrl-C.

  --ports LIST      Where which state is held, separated by commas: [NAME:]STATE=REST[/GRPC], for example
                    lnd-1:SERVER_ACTIVE=8080/10009,lnd-2:WAITING_TO_START=8081/10010. What is left out is a free port;
                    names count up: lnd-1, lnd-2 and so on.
  --states LIST     Instead: these states, separated by commas, on free ports (default: all).
  --rest-port N     With --states: the first state's port for REST; the others take the next ones.
  --rpc-port N      The same for gRPC.
  --slow MS         How late a node answers that is slow, in milliseconds (default: 1000).
  --control PORT    A port to change states at while it runs (default: a free one):
                    curl -X POST 127.0.0.1:PORT/places/lnd-2 -d '{"state":"SERVER_ACTIVE"}'
  --json            Print where everything is as one JSON object.
  -h, --help

States: ${heldStates.slice(0, 6).join(", ")},
        ${heldStates.slice(6).join(", ")}.
`;

/** A node that is to be held. */
export interface WantedPlace {
  readonly name: string;
  readonly state: HeldState;
  /** 0 for a free port. */
  readonly ports: HeldPorts;
}

/** What is to be served. */
export interface ServeLabOptions {
  readonly places: readonly WantedPlace[];
  readonly slowMs: number;
  readonly controlPort: number;
  readonly isJson: boolean;
}

const flags = {
  ports: { type: "string", multiple: true },
  states: { type: "string" },
  "rest-port": { type: "string" },
  "rpc-port": { type: "string" },
  slow: { type: "string", default: "1000" },
  control: { type: "string", default: "0" },
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

const mostPlaces = 100;
const highestPort = 65_535;

/** Reads the command line. Throws a UsageError. */
export function parseServeLabOptions(argv: readonly string[]): ServeLabOptions | "help" {
  const values = readFlags(argv, flags);
  if (values.help) return "help";
  const { ports, states } = values;
  const isCounted = ["rest-port", "rpc-port"] as const;
  if (ports !== undefined && (states !== undefined || isCounted.some((flag) => values[flag]))) {
    throw new UsageError("--ports says it all; --states, --rest-port and --rpc-port go without it");
  }
  const places =
    ports === undefined
      ? placesOfStates(states ?? heldStates.join(","), values["rest-port"], values["rpc-port"])
      : ports.join(",").split(",").map(placeOf);
  checkPlaces(places);
  return {
    places,
    slowMs: wholeNumber("slow", values.slow, 1, 3_600_000),
    controlPort: wholeNumber("control", values.control, 0, highestPort),
    isJson: values.json,
  };
}

function placesOfStates(
  states: string,
  rest: string | undefined,
  rpc: string | undefined,
): readonly WantedPlace[] {
  const names = states.split(",");
  const first = {
    rest: rest === undefined ? 0 : wholeNumber("rest-port", rest, 1, highestPort - names.length),
    rpc: rpc === undefined ? 0 : wholeNumber("rpc-port", rpc, 1, highestPort - names.length),
  };
  return names.map((name, index) => ({
    name: `lnd-${index + 1}`,
    state: stateOf(name),
    ports: {
      rest: first.rest === 0 ? 0 : first.rest + index,
      rpc: first.rpc === 0 ? 0 : first.rpc + index,
    },
  }));
}

function placeOf(text: string, index: number): WantedPlace {
  const [, name = `lnd-${index + 1}`, state = "", rest = "0", rpc = "0"] =
    /^(?:([\w.-]+):)?([\w-]+)(?:=(\d+)(?:\/(\d+))?)?$/.exec(text.trim()) ?? [];
  if (state === "") {
    throw new UsageError(
      `--ports takes [NAME:]STATE=REST[/GRPC], separated by commas, not "${text}"`,
    );
  }
  const port = (digits: string) => wholeNumber("ports", digits, 0, highestPort);
  return { name, state: stateOf(state), ports: { rest: port(rest), rpc: port(rpc) } };
}

/** Throws a UsageError that names the states. */
export function stateOf(text: string): HeldState {
  const found = heldStates.find((state) => state.toLowerCase() === text.trim().toLowerCase());
  if (found !== undefined) return found;
  throw new UsageError(`there is no state "${text}"; states: ${heldStates.join(", ")}`);
}

function checkPlaces(places: readonly WantedPlace[]): void {
  if (places.length > mostPlaces)
    throw new UsageError(`at most ${mostPlaces} nodes are held at once`);
  const names = places.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new UsageError(`two nodes are named ${twice}`);
  const ports = places
    .flatMap(({ ports: { rest, rpc } }) => [rest, rpc])
    .filter((port) => port !== 0);
  const taken = ports.find((port, index) => ports.indexOf(port) !== index);
  if (taken !== undefined) throw new UsageError(`port ${taken} is given twice`);
}
