import { connect, type Socket } from "node:net";
import type { IncomingPayment } from "../invoices/invoice-book.ts";
import type { Receive, Reply } from "./lightning-network.ts";

/** A line that is longer is none of ours. */
const maxLineBytes = 4096;
const lost: Reply = { outcome: "lost" };

/** A connection to the socket at a path; undefined when nobody is there. */
export function dial(path: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once("connect", () => resolve(socket));
    // Whatever goes wrong later ends in `close`, too.
    socket.on("error", () => resolve(undefined));
  });
}

/** When a payer gives up waiting for its payee. */
export interface Patience {
  readonly signal: AbortSignal;
  /** Resolves when the payee is to be looked for anew; rejects when `ended` aborts. */
  readonly hasMoved: (ended: AbortSignal) => Promise<void>;
}

/** Sends a payment to the node at a socket and waits for its reply. One line of JSON each way, one payment a connection. */
export async function sendPayment(
  path: string,
  payment: IncomingPayment,
  { signal, hasMoved }: Patience,
): Promise<Reply> {
  const socket = await dial(path);
  if (socket === undefined) return lost;
  const ended = new AbortController();
  const cut = () => socket.destroy();
  if (signal.aborted) cut();
  signal.addEventListener("abort", cut, { once: true });
  hasMoved(ended.signal).then(cut, () => {});
  try {
    socket.write(`${JSON.stringify({ ...payment, amountMsat: String(payment.amountMsat) })}\n`);
    return parseReply(await readLine(socket));
  } finally {
    ended.abort();
    signal.removeEventListener("abort", cut);
    cut();
  }
}

/** Takes the payment that a connection brings. A payer that hangs up, or sends something else, is forgotten. */
export async function answerPayment(socket: Socket, receive: Receive): Promise<void> {
  const gone = new AbortController();
  socket.on("error", () => {});
  socket.once("close", () => gone.abort(new Error("the payer hung up")));
  const payment = parsePayment(await readLine(socket));
  if (payment !== undefined) {
    const reply = await receive(payment, gone.signal).catch(() => lost);
    if (!socket.destroyed) socket.end(`${JSON.stringify(reply)}\n`);
  } else socket.destroy();
}

/** The first line; undefined when the connection ends before it does, or when it is too long. */
function readLine(socket: Socket): Promise<string | undefined> {
  return new Promise((resolve) => {
    let text = "";
    socket.setEncoding("utf8");
    socket.on("data", (part: string) => {
      text += part;
      const end = text.indexOf("\n");
      if (end >= 0) resolve(text.slice(0, end));
      else if (text.length > maxLineBytes) socket.destroy();
    });
    socket.once("close", () => resolve(undefined));
  });
}

function parseReply(line: string | undefined): Reply {
  const { outcome, preimage } = parseObject(line);
  if (outcome === "refused") return { outcome };
  if (outcome === "settled" && isHash(preimage)) return { outcome, preimage };
  return lost;
}

function parsePayment(line: string | undefined): IncomingPayment | undefined {
  const { hash, paymentAddr, amountMsat, htlc } = parseObject(line);
  const { chanId, ...numbers } = parseShape(htlc);
  const isWhole = isHash(hash) && isHash(paymentAddr) && isDigits(amountMsat) && isDigits(chanId);
  if (!isWhole || !Object.values(numbers).every(Number.isSafeInteger)) return undefined;
  const { htlcIndex = 0, acceptHeight = 0, expiryHeight = 0 } = numbers as Record<string, number>;
  return {
    hash,
    paymentAddr,
    amountMsat: BigInt(amountMsat),
    htlc: { chanId, htlcIndex, acceptHeight, expiryHeight },
  };
}

type Shape = Readonly<Record<string, unknown>>;

function parseObject(line: string | undefined): Shape {
  try {
    return parseShape(JSON.parse(line ?? "null"));
  } catch {
    return {};
  }
}

function parseShape(value: unknown): Shape {
  return typeof value === "object" && value !== null ? (value as Shape) : {};
}

function isHash(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}

function isDigits(value: unknown): value is string {
  return typeof value === "string" && /^\d{1,20}$/.test(value);
}
