import { createSeededRandom } from "@leaderlab/clock";
import { parseLinkName } from "@leaderlab/cluster/faults";
import { type Address, startStandaloneLink } from "@leaderlab/cluster/links";
import { readFlags } from "../read-flags.ts";
import { type Ending, firstSignal, type Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

const usage = `Usage: leaderlab link --listen HOST:PORT --to HOST:PORT [flags]

A link between any two programs, such as a real lnd and a real etcd: point the client at --listen. It passes everything,
until it is told otherwise: leaderlab fault blackhole --link client:server --api http://127.0.0.1:5171

  --listen HOST:PORT   Where clients connect to.
  --to HOST:PORT       Where the server is.
  --name FROM:TO       What faults call it (default client:server).
  --control PORT       The port of 127.0.0.1 that takes faults (default 5171; 0 takes a free one).
  --seed N             Chance of jitter; the same seed brings the same again (default: another one each time).
  --json               Print where it is as one JSON object.
  -h, --help
`;

const flags = {
  listen: { type: "string" },
  to: { type: "string" },
  name: { type: "string", default: "client:server" },
  control: { type: "string", default: "5171" },
  seed: { type: "string" },
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** `leaderlab link`: a relay that can be broken, until it is asked to stop. Ends with 0 then. */
export async function runLink(argv: readonly string[], terminal: Terminal): Promise<Ending> {
  const stopped = firstSignal(terminal);
  try {
    const values = readFlags(argv, flags);
    if (values.help) {
      terminal.out(usage);
      return { code: 0 };
    }
    const name = parseLinkName(values.name);
    if (name === undefined) throw new UsageError(`--name takes FROM:TO, not "${values.name}"`);
    const options = {
      name,
      listen: addressOf("--listen", values.listen),
      to: addressOf("--to", values.to),
      control: { host: "127.0.0.1", port: portOf("--control", values.control) },
      clock: terminal.clock,
      random: values.seed === undefined ? terminal.random : createSeededRandom(Number(values.seed)),
    };
    await using link = await startStandaloneLink(options);
    const listen = `${link.address.host}:${link.address.port}`;
    const text = `link ${values.name}: ${listen} → ${values.to}; told what goes wrong at ${link.controlUrl}`;
    const json = { kind: "ready", name: values.name, listen, to: values.to, api: link.controlUrl };
    terminal.out(`${values.json ? JSON.stringify(json) : text}\n`);
    await stopped;
    return { code: 0 };
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.err(`leaderlab link: ${error.message}\n\n${usage}`);
      return { code: 2 };
    }
    const { code, port } = error as NodeJS.ErrnoException & { readonly port?: number };
    if (code === undefined || port === undefined) throw error;
    terminal.err(`leaderlab link: port ${port} cannot be listened on (${code})\n`);
    return { code: 1 };
  }
}

function addressOf(flag: string, text: string | undefined): Address {
  const [, host, port] = /^(\[[0-9a-fA-F:]+\]|[A-Za-z0-9._-]+):(\d{1,5})$/.exec(text ?? "") ?? [];
  if (host === undefined || port === undefined) {
    throw new UsageError(`${flag} takes HOST:PORT, such as 127.0.0.1:2379, not "${text ?? ""}"`);
  }
  return { host: host.replace(/^\[|\]$/g, ""), port: portOf(flag, port) };
}

function portOf(flag: string, text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new UsageError(`${flag} takes a port from 0 to 65535, not "${text}"`);
}
