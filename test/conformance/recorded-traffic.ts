import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { etcd, type MethodDefinition } from "@leaderlab/proto";

/** What all steps of a recorded run have. */
interface StepFacts {
  /** Which call, counted from 1. */
  readonly call: number;
  readonly method: MethodDefinition;
  /** What lnd sent with the call, without what gRPC itself sends. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Since the first event. */
  readonly atMs: number;
}

/** A step of a recorded run: a call that is over when it is answered, or something that happens on a stream. */
export type RecordedStep = StepFacts &
  (
    | { readonly kind: "exchange"; readonly request: Buffer; readonly response: Buffer }
    | { readonly kind: "send"; readonly request: Buffer }
    | { readonly kind: "receive"; readonly response: Buffer }
    | { readonly kind: "cancel" }
  );

/** A line of the recording; see test/data/README.md. */
interface Line {
  readonly t: string;
  readonly sid: number;
  readonly m: string;
  readonly ev: string;
  readonly b?: string;
  readonly md?: Readonly<Record<string, readonly string[]>>;
}

interface Reply {
  readonly header: { readonly revision: string };
  /** Of a transaction. */
  readonly responses?: readonly etcd.ResponseOp[];
}

const methods = new Map<string, MethodDefinition>(
  [etcd.kv, etcd.lease, etcd.watch]
    .flatMap((service) => Object.values<unknown>(service.methods) as MethodDefinition[])
    .map((method) => [method.path, method]),
);

/**
 * Everything that a real lnd and a real etcd said to each other, in the order in which etcd must have applied it.
 *
 * The recording tells when a request and when its reply passed; in between, etcd applied it. Where several calls were
 * under way at once, the revisions in their replies say which came first, and so it stands here.
 */
export function readLndTraffic(): readonly RecordedStep[] {
  const lines = readLines();
  const replies = new Map(lines.filter(({ ev }) => ev === "resp").map((line) => [line.sid, line]));
  const metadata = new Map(
    lines.filter(({ ev }) => ev === "open").map((line) => [line.sid, ownMetadata(line)]),
  );
  const factsOf = (line: Line, atMs: number): StepFacts => {
    return { call: line.sid, method: methodOf(line), metadata: metadata.get(line.sid) ?? {}, atMs };
  };
  const steps: RecordedStep[] = [];
  let underWay: Line[] = [];
  const startMs = timeOfDayMs(lines[0]);

  /** All calls under way that etcd had applied when it gave this reply. */
  const applyUpTo = (place: number, atMs: number) => {
    const placeOf = (request: Line) => placeInOrder(replyTo(request, replies));
    const due = underWay.filter((request) => placeOf(request) <= place);
    underWay = underWay.filter((request) => !due.includes(request));
    for (const request of due.toSorted((a, b) => placeOf(a) - placeOf(b))) {
      const response = bytesOf(replyTo(request, replies));
      const facts = factsOf(request, atMs);
      steps.push({ kind: "exchange", ...facts, request: bytesOf(request), response });
    }
  };
  for (const line of lines) {
    const step = factsOf(line, timeOfDayMs(line) - startMs);
    const isStream = step.method.kind === "bidi";
    if (line.ev === "req") {
      if (isStream) steps.push({ kind: "send", ...step, request: bytesOf(line) });
      else underWay.push(line);
    } else if (line.ev === "resp") {
      applyUpTo(placeInOrder(line), step.atMs);
      if (isStream) steps.push({ kind: "receive", ...step, response: bytesOf(line) });
    } else if (line.ev === "client-err") {
      // lnd ended every stream itself; that the server's side saw it end (srv-err) follows from it.
      steps.push({ kind: "cancel", ...step });
    }
  }
  return steps;
}

function readLines(): readonly Line[] {
  const packed = readFileSync(new URL("../data/lnd-etcd-traffic.jsonl.gz", import.meta.url));
  const text = gunzipSync(packed).toString().trim();
  return text.split("\n").map((line) => JSON.parse(line) as Line);
}

/** Grows with the order in which etcd applied what it answered: by revision, and first the write that made it. */
function placeInOrder(reply: Line): number {
  const { header, responses = [] } = methodOf(reply).decodeResponse(bytesOf(reply)) as Reply;
  const isWrite = responses.some(
    (op) => op.response_put != null || Number(op.response_delete_range?.deleted ?? 0) > 0,
  );
  return Number(header.revision) * 2 + (isWrite ? 0 : 1);
}

function replyTo(request: Line, replies: ReadonlyMap<number, Line>): Line {
  const reply = replies.get(request.sid);
  if (reply === undefined) throw new Error(`call ${request.sid} has no recorded reply`);
  return reply;
}

function ownMetadata(open: Line): Record<string, string> {
  const names = ["client-api-version", "hasleader"];
  return Object.fromEntries(names.flatMap((name) => (open.md?.[name] ?? []).map((v) => [name, v])));
}

function methodOf(line: Line): MethodDefinition {
  const method = methods.get(line.m);
  if (method === undefined) throw new Error(`no method ${line.m}`);
  return method;
}

function bytesOf(line: Line): Buffer {
  return Buffer.from(line.b ?? "", "base64");
}

/** Milliseconds since midnight of `11:08:51.573497`. */
function timeOfDayMs(line: Line | undefined): number {
  const [hours = 0, minutes = 0, seconds = 0] = (line?.t ?? "").split(":").map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}
