import { type AddressInfo, createServer, type Socket } from "node:net";
import type { Random } from "@leaderlab/clock";
import type { RunLncli } from "../run-settings.ts";
import { type AskedNode, lncliArgv } from "./lncli-argv.ts";
import type { DeskAddress } from "./lncli-shim.ts";

/** Who calls lncli in a run, and how its output is to look. */
export interface DeskCaller extends AskedNode {
  /** Behind the colon of JSON: builds of lncli differ. */
  readonly spaces: 1 | 2;
}

/** Answers what the shims of running probes ask, in this process. */
export interface LncliDesk {
  /** A new caller; it is forgotten when `leave` is called. */
  admit(caller: DeskCaller): DeskAddress & { leave(): void };
  stop(): Promise<void>;
}

const maxRequestBytes = 256 * 1024;
const maxCallers = 200;

/** Starts a desk on a free port of 127.0.0.1. */
export async function startLncliDesk(lncli: RunLncli, random: Random): Promise<LncliDesk> {
  const callers = new Map<string, DeskCaller>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    answer(socket, callers, lncli);
  });
  server.maxConnections = maxCallers;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    admit(caller) {
      const token = Buffer.from(random.nextBytes(16)).toString("hex");
      callers.set(token, caller);
      return { port, token, leave: () => callers.delete(token) };
    },
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function answer(socket: Socket, callers: ReadonlyMap<string, DeskCaller>, lncli: RunLncli): void {
  let held = Buffer.alloc(0);
  socket.on("data", function collect(bytes: Buffer) {
    held = Buffer.concat([held, bytes]);
    if (held.length > maxRequestBytes) return void socket.destroy();
    const request = readRequest(held);
    if (request === undefined) return;
    socket.off("data", collect);
    socket.resume();
    const caller = callers.get(request.token);
    if (caller === undefined) return void socket.destroy();
    void serve(socket, caller, request, lncli);
  });
}

async function serve(
  socket: Socket,
  caller: DeskCaller,
  { argv, variables }: ShimRequest,
  lncli: RunLncli,
): Promise<void> {
  const gone = new AbortController();
  socket.once("close", () => gone.abort(new Error("the probe's run is over")));
  const send = (kind: 1 | 2) => (text: string) => {
    const bytes = Buffer.from(caller.spaces === 2 ? text : withOneSpace(text));
    if (bytes.length > 0 && socket.writable) {
      socket.write(Buffer.concat([Buffer.from(`${kind} ${bytes.length}\n`), bytes]));
    }
  };
  const call = {
    argv: lncliArgv(argv, caller),
    env: variables,
    out: send(1),
    err: send(2),
    signal: gone.signal,
  };
  const code = await lncli(call).catch((error: unknown) => {
    call.err(`[lncli] ${error instanceof Error ? error.message : error}\n`);
    return 1;
  });
  if (socket.writable) socket.end(`0 ${code}\n`);
}

/** As a build prints it that puts one space behind a colon, and not two. */
function withOneSpace(text: string): string {
  return text.replace(/^(\s*"(?:[^"\\]|\\.)*"): {2}/gm, "$1: ");
}

interface ShimRequest {
  readonly token: string;
  readonly argv: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
}

/** Undefined while it is not whole. */
function readRequest(bytes: Buffer): ShimRequest | undefined {
  let at = 0;
  const line = () => {
    const end = bytes.indexOf(10, at);
    if (end < 0) return undefined;
    const text = bytes.toString("latin1", at, end);
    at = end + 1;
    return text;
  };
  const number = () => {
    const text = line() ?? "";
    return /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
  };
  const list = () => {
    const texts: string[] = [];
    for (const count = number(); texts.length !== count; ) {
      const length = number();
      if (!(at + length <= bytes.length)) return undefined;
      texts.push(bytes.toString("utf8", at, at + length));
      at += length;
    }
    return texts;
  };
  const token = line();
  const argv = list();
  const pairs = argv && list();
  if (token === undefined || argv === undefined || pairs === undefined) return undefined;
  const variables = pairs.map((pair) => {
    const equals = pair.indexOf("=");
    return [pair.slice(0, equals), pair.slice(equals + 1)] as const;
  });
  return { token, argv, variables: Object.fromEntries(variables) };
}
