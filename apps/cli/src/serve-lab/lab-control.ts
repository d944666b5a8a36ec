import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { HeldPlace } from "@leaderlab/contract/lab";
import { UsageError } from "../usage-error.ts";
import { describePlace, type NamedPlace } from "./described-place.ts";
import { stateOf } from "./serve-lab-options.ts";

/** The port at which the states of a served lab are changed. */
export interface LabControl extends AsyncDisposable {
  /** `http://127.0.0.1:5172` */
  readonly url: string;
}

/** What it takes to answer. */
export interface LabControlOptions {
  /** 0 for a free one. */
  readonly port: number;
  readonly places: readonly NamedPlace[];
  /** Told of each change. */
  readonly onTurn: (place: NamedPlace) => void;
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

const mostBodyBytes = 4096;
const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Answers `GET /places`, `GET /places/NAME` and `POST /places/NAME` with `{"state":"LOCKED"}`, which is answered when the
 * node is in that state. Rejects with Node's error (EADDRINUSE …) when the port cannot be had.
 */
export async function startLabControl(options: LabControlOptions): Promise<LabControl> {
  const server = createServer(async (request, response) => {
    const { status, body } = await answer(request, options);
    response.writeHead(status, { "content-type": "application/json" });
    response.end(`${JSON.stringify(body)}\n`);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function answer(request: IncomingMessage, options: LabControlOptions): Promise<Reply> {
  try {
    const { host = "", origin } = request.headers;
    // A page of some site must not press these buttons.
    if (origin !== undefined || !loopbackHost.test(host)) {
      return refusal(403, "this takes no calls from web pages");
    }
    return await act(request, options);
  } catch (error) {
    const isTheirs = error instanceof UsageError || error instanceof SyntaxError;
    return refusal(isTheirs ? 400 : 500, error instanceof Error ? error.message : String(error));
  }
}

async function act(
  request: IncomingMessage,
  { places, onTurn }: LabControlOptions,
): Promise<Reply> {
  const { method = "", url = "" } = request;
  const [path, name] = /^\/places(?:\/([\w.-]+))?\/?$/.exec(url) ?? [];
  if (path === undefined) return refusal(404, `there is no ${url}; there is /places/NAME`);
  if (name === undefined) {
    return method === "GET"
      ? { status: 200, body: places.map(describePlace) }
      : refusal(405, "/places is only listed, by GET; a state is changed by POST at /places/NAME");
  }
  const named = places.find((place) => place.name === name);
  if (named === undefined) {
    return refusal(
      404,
      `there is no ${name}; there are ${places.map((place) => place.name).join(", ")}`,
    );
  }
  if (method === "POST") {
    await turn(named.place, await bodyOf(request));
    onTurn(named);
  } else if (method !== "GET") return refusal(405, `${method} does nothing here; GET or POST`);
  return { status: 200, body: describePlace(named) };
}

async function turn(place: HeldPlace, body: string): Promise<void> {
  const asked: unknown = JSON.parse(body);
  const state =
    typeof asked === "object" && asked !== null && "state" in asked ? asked.state : undefined;
  if (typeof state !== "string") throw new UsageError('the body is as {"state":"LOCKED"}');
  await place.turn(stateOf(state));
}

function refusal(status: number, error: string): Reply {
  return { status, body: { error } };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > mostBodyBytes) throw new UsageError("the body is too large for a state");
  }
  return body;
}
