import { readFileSync } from "node:fs";

/** A REST request as it was sent to a real lnd, and what came back. */
export interface RecordedReply {
  /** The request as it was noted: `POST /v1/stop -d {}`. */
  readonly title: string;
  readonly method: string;
  readonly path: string;
  readonly body: string | undefined;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly status: number;
  /** Names of the reply's headers in lower case, without Date. */
  readonly replyHeaders: Readonly<Record<string, string>>;
  readonly replyBody: string;
}

/** A gRPC call to a real lnd that failed, and how. */
export interface RecordedRefusal {
  readonly title: string;
  readonly method: string;
  readonly request: string;
  readonly macaroons: readonly string[];
  readonly code: string;
  readonly message: string;
}

/** The recording of one wallet state, cut into its requests. */
export function readRecording(name: string): {
  readonly replies: readonly RecordedReply[];
  readonly refusals: readonly RecordedRefusal[];
} {
  const text = readFileSync(
    new URL(`../data/lnd-state-replies/${name}.txt`, import.meta.url),
    "utf8",
  );
  const blocks = text
    .split(/^### /m)
    .slice(1)
    .map((block) => {
      const end = block.indexOf("\n");
      return { title: block.slice(0, end).replace(/^\[\w+\] /, ""), text: block.slice(end + 1) };
    });
  return {
    replies: blocks.filter(({ title }) => /^(GET|POST|OPTIONS) /.test(title)).map(replyOf),
    refusals: blocks
      .filter(({ title, text }) => title.startsWith("grpc -proto") && text.includes("\nERROR:"))
      .map(refusalOf),
  };
}

function replyOf({ title, text }: { title: string; text: string }): RecordedReply {
  const [, method = "", path = "", rest = ""] = /^(\w+) (\S+)(.*)$/.exec(title) ?? [];
  const [head = "", ...bodies] = text.split("\n\n");
  const [statusLine = "", ...headerLines] = head.split("\n");
  const replyHeaders = Object.fromEntries(
    headerLines
      .map((line) => /^([^:]+): (.*)$/.exec(line))
      .flatMap((match) =>
        match === null ? [] : [[(match[1] ?? "").toLowerCase(), match[2] ?? ""]],
      )
      .filter(([name]) => name !== "date"),
  );
  return {
    title,
    method,
    path,
    body: / -d (.*?)(?= -H |$)/.exec(rest)?.[1],
    headers: [...rest.matchAll(/ -H ([^:]+): (\S+)/g)].map((match) => [
      match[1] ?? "",
      match[2] ?? "",
    ]),
    status: Number(/^HTTP\/1\.1 (\d+)/.exec(statusLine)?.[1]),
    replyHeaders,
    replyBody: bodies.join("\n\n").replace(/ <rc=0>[\s\S]*$/, ""),
  };
}

function refusalOf({ title, text }: { title: string; text: string }): RecordedRefusal {
  return {
    title,
    method: /(\S+)$/.exec(title)?.[1] ?? "",
    request: / -d (\{.*?\}) /.exec(title)?.[1] ?? "{}",
    macaroons: [...title.matchAll(/-H macaroon: (\S+)/g)].map((match) => match[1] ?? ""),
    code: /Code: (\w+)/.exec(text)?.[1] ?? "",
    message: /Message: (.*)/.exec(text)?.[1] ?? "",
  };
}
