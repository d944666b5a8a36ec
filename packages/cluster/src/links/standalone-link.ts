import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Clock, Random } from "@leaderlab/clock";
import {
  createFaultBoard,
  describeFault,
  type FaultBoard,
  FaultError,
  type FaultTargets,
  type LinkName,
  parseFaultSpec,
} from "../faults/index.ts";
import { Link } from "./link.ts";
import { LinkBoard } from "./link-board.ts";
import type { Address } from "./relayed-connection.ts";

export interface StandaloneLinkOptions {
  readonly name: LinkName;
  readonly listen: Address;
  readonly to: Address;
  /** Where it is told what goes wrong; of this machine only. */
  readonly control: Address;
  readonly clock: Clock;
  readonly random: Random;
}

/** A link by itself, between programs that are not the lab's. */
export interface StandaloneLink extends AsyncDisposable {
  readonly address: Address;
  /** `http://127.0.0.1:5171` */
  readonly controlUrl: string;
  /** Lets something go wrong, as over HTTP. Rejects with a FaultError. */
  inject: FaultBoard["inject"];
  stop(): Promise<void>;
}

const mostBodyBytes = 16_384;
const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Starts a link between any two programs, such as a real lnd and a real etcd, and the API by which it is broken: the
 * same `/api/faults` as the playground's. Rejects with Node's error (EADDRINUSE …) when a place cannot be had.
 */
export async function startStandaloneLink(options: StandaloneLinkOptions): Promise<StandaloneLink> {
  const { name, clock, random, listen, to, control } = options;
  const link = new Link({ name, clock, random, readsGrpc: true });
  const relay = await link.startRelay({ listen, to: () => to });
  const links = new LinkBoard();
  links.add(link);
  const board = createFaultBoard({ targets: onlyLinks(links), clock, tell: () => {} });
  const server = createServer((request, response) => void answer(board, request, response));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await board.undoAll();
    await links.stop();
  };
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen({ ...control }, resolve);
    });
  } catch (error) {
    await links.stop();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  const controlUrl = `http://${control.host}:${port}`;
  const { inject } = board;
  return { address: relay.address, controlUrl, inject, stop, [Symbol.asyncDispose]: stop };
}

function onlyLinks(links: LinkBoard): FaultTargets {
  const refuse = (): never => {
    throw new FaultError("a link by itself knows no nodes and no etcd: only faults on links");
  };
  return {
    fabric: "sockets",
    poison: (poisoning) => links.poison(poisoning),
    pauseNode: refuse,
    driftClock: refuse,
    stopEtcd: refuse,
    strikeRpc: refuse,
  };
}

async function answer(board: FaultBoard, request: IncomingMessage, response: ServerResponse) {
  const reply = (status: number, body: unknown) => {
    response.writeHead(status, { "Content-Type": "application/json" });
    response.end(JSON.stringify(body));
  };
  try {
    const { host = "", origin } = request.headers;
    // A page of some site must not press these buttons.
    if (origin !== undefined || !loopbackHost.test(host)) {
      return reply(403, { error: "this takes no calls from web pages" });
    }
    const { status, body } = await act(board, request);
    reply(status, body);
  } catch (error) {
    const isTheirs = error instanceof FaultError || error instanceof SyntaxError;
    const message = error instanceof Error ? error.message : String(error);
    reply(isTheirs ? 400 : 500, { error: message });
  }
}

async function act(board: FaultBoard, request: IncomingMessage) {
  const { method, url = "" } = request;
  const [, id] = /^\/api\/faults(?:\/([\w-]+))?$/.exec(url) ?? ["", undefined];
  const list = () =>
    board.faults.map(({ id: fault, spec, remainingMs = null }) => {
      return { id: fault, spec, words: describeFault(spec), remainingMs };
    });
  if (!/^\/api\/faults(\/|$)/.test(url))
    return { status: 404, body: { error: `there is no ${url}` } };
  if (method === "GET" && id === undefined) return { status: 200, body: list() };
  if (method === "POST" && id === undefined) {
    const { forMs, ...spec } = JSON.parse(await bodyOf(request)) as { readonly forMs?: number };
    const fault = await board.inject(parseFaultSpec(spec), forMs === undefined ? {} : { forMs });
    return { status: 201, body: list().find((entry) => entry.id === fault.id) };
  }
  if (method !== "DELETE") return { status: 405, body: { error: `there is no ${method} here` } };
  if (id === undefined) await board.undoAll();
  else {
    const fault = board.faults.find((active) => active.id === id);
    if (fault === undefined)
      return { status: 404, body: { error: `there is no fault ${id} at work` } };
    await fault.undo();
  }
  return { status: 200, body: list() };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > mostBodyBytes) throw new FaultError("the body is too large for a fault");
  }
  return body;
}
