import { readFileSync } from "node:fs";

/** A request over HTTP and what a real etcd 3.6.16 answered; see test/data/README.md. */
export interface RecordedHttp {
  /** As curl was given it. */
  readonly words: string;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly body: string | undefined;
  readonly status: number;
  /** By name in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** The reply's body; `#` stands for what differs from run to run. */
  readonly reply: string;
}

/** The recordings, by what was asked for. */
const recordings = {
  "the gateway and the endpoints": "etcd-3.6-http-replies.txt",
  "the endpoints with all their parameters": "etcd-3.6-endpoint-replies.txt",
} as const;

/** What was recorded of one server. */
export type HttpRecording = keyof typeof recordings;

export const httpRecordings = Object.keys(recordings) as readonly HttpRecording[];

/** All exchanges of a recording, in the order in which they were made: each stands on what those before it wrote. */
export function readHttpReplies(recording: HttpRecording): readonly RecordedHttp[] {
  const file = new URL(`../data/${recordings[recording]}`, import.meta.url);
  const parts = readFileSync(file, "utf8").split(/^== /m).slice(1);
  return parts.map(parseExchange);
}

function parseExchange(text: string): RecordedHttp {
  const [words = "", statusLine = ""] = text.split("\n");
  const rest = text.slice(words.length + statusLine.length + 2);
  const end = rest.indexOf("\n\n");
  const [, verb, path = "", body] = /^(?:-X (\S+) )?(\S+)(?: -d (.*))?$/.exec(words) ?? [];
  const headers = rest
    .slice(0, end)
    .split("\n")
    .map((line) => /^(.*?): (.*)$/.exec(line) ?? [])
    .map(([, name = "", value = ""]) => [name.toLowerCase(), value]);
  return {
    words,
    method: verb ?? (body === undefined ? "GET" : "POST"),
    path,
    body,
    status: Number(statusLine.split(" ")[1]),
    headers: Object.fromEntries(headers),
    // curl's output and the heading after it are parted by a line end.
    reply: rest.slice(end + 2).replace(/\n$/, ""),
  };
}
