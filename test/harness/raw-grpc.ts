import { type ClientHttp2Session, connect, constants, type OutgoingHttpHeaders } from "node:http2";

/** A request as it goes over HTTP/2, not as a gRPC library makes it. */
export interface RawRequest {
  /** Beside those of a correct call of KV/Range. */
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: Uint8Array;
  /** The client says that no more comes; default true. */
  readonly isEnded?: boolean;
}

/** What came back of it. */
export interface RawReply {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Undefined when the stream ended without any. */
  readonly trailers: Readonly<Record<string, string>> | undefined;
  /** Of the frame that reset the stream, or 0. */
  readonly resetCode: number;
}

/** A message as gRPC frames it; `flag` 1 says that it is compressed. */
export function framed(message: Uint8Array, flag = 0): Buffer {
  const head = Buffer.from([flag, 0, 0, 0, 0]);
  head.writeUInt32BE(message.length, 1);
  return Buffer.concat([head, message]);
}

/** Opens a connection to a URL, with any certificate. */
export function openHttp2(url: string): ClientHttp2Session {
  const session = connect(url, { rejectUnauthorized: false });
  session.on("error", () => {});
  return session;
}

const correctHeaders: OutgoingHttpHeaders = {
  ":method": "POST",
  ":path": "/etcdserverpb.KV/Range",
  "content-type": "application/grpc",
  te: "trailers",
};

/** Sends one request and takes all that comes back. A header that is given as undefined is not sent. */
export function exchange(session: ClientHttp2Session, request: RawRequest): Promise<RawReply> {
  const { headers = {}, body = new Uint8Array(), isEnded = true } = request;
  const given = Object.entries({ ...correctHeaders, ...headers }).filter(
    ([, value]) => value !== undefined,
  );
  return new Promise((resolve) => {
    const stream = session.request(Object.fromEntries(given), { endStream: false });
    const chunks: Buffer[] = [];
    let replied: RawReply["headers"] = {};
    let trailers: RawReply["trailers"];
    stream.on("response", (received) => {
      replied = textsOf(received);
    });
    stream.on("trailers", (received) => {
      trailers = textsOf(received);
    });
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("error", () => {});
    stream.on("close", () => {
      const resetCode = stream.rstCode ?? constants.NGHTTP2_NO_ERROR;
      resolve({ headers: replied, body: Buffer.concat(chunks), trailers, resetCode });
    });
    if (isEnded) stream.end(body);
    else stream.write(body);
  });
}

function textsOf(headers: object): Readonly<Record<string, string>> {
  const texts = Object.entries(headers).map(([name, value]) => [name, String(value)]);
  return Object.fromEntries(texts.filter(([name]) => name !== "date"));
}
