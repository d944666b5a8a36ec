import assert from "node:assert/strict";
import type { Ask, Outcome } from "./caller.ts";
import { revisionOf } from "./caller.ts";
import { type Case, put } from "./cases/case.ts";
import {
  type AskerName,
  type AskStep,
  type EndsStep,
  type Expected,
  type HttpStep,
  type JoinStep,
  type NextStep,
  type OpenStep,
  onlyStream,
  type SendStep,
  type StartStep,
  type Step,
  type ToldStep,
  type WatchStep,
} from "./cases/step.ts";
import { KeptValues } from "./kept-values.ts";
import { withMasked, withOwnIdsRemoved, withRevisionsMoved } from "./masks.ts";
import type { MessageStream } from "./message-stream.ts";
import type { Plain, PlainValue } from "./plain-message.ts";
import { askRaw, bodyText, jsonLines, type RawReply } from "./raw-http.ts";
import type { Transport } from "./transport.ts";
import { endKey, WatchTape } from "./watch-tape.ts";

/** What a step brought: as on a fresh store, without what each server has of its own. */
export interface Happening {
  readonly step: string;
  readonly came: PlainValue;
}

/** What came of a case, step by step as far as it went. */
export interface Transcript {
  readonly happenings: readonly Happening[];
  /** Why it is not as the case says; undefined when it is. */
  readonly problem?: string;
}

/** The steps of a case, whatever its form. */
export function stepsOf(one: Case): readonly Step[] {
  const given = one.given ?? [];
  if ("steps" in one) return [...given, ...one.steps];
  if ("watch" in one) {
    return [...given, { watch: one.watch }, ...(one.meanwhile ?? []), { told: one.told }];
  }
  const expected = "answer" in one ? { answer: one.answer } : { refusal: one.refusal };
  return [...given, { ask: one.ask, ...expected }];
}

/**
 * Does a case on an etcd whose store is empty, but whose revision may be `moved` from that of a fresh one. Never rejects:
 * also a step that hangs when the signal aborts is a problem that the transcript tells of.
 */
export async function runCase(
  one: Case,
  options: { readonly transport: Transport; readonly moved: number; readonly signal: AbortSignal },
): Promise<Transcript> {
  const run = new CaseRun(one, options);
  let current: Step | undefined;
  try {
    for (const step of stepsOf(one)) {
      current = step;
      await run.do(step);
    }
    return { happenings: run.happenings };
  } catch (error) {
    const problem = `${nameOf(current)}: ${error instanceof Error ? error.message : error}`;
    return { happenings: run.happenings, problem };
  } finally {
    run.leave();
  }
}

let usedPorts = 20_000;

/** Two that no member had before: an id is made of URLs and of the second, and one that was removed stays so. */
function freshPeerUrls(): readonly string[] {
  usedPorts += 2;
  return [usedPorts, usedPorts + 1].map((port) => `http://127.0.0.1:${port}`);
}

interface Started {
  readonly outcome: Promise<Outcome>;
  readonly stop: AbortController;
}

class CaseRun {
  readonly happenings: Happening[] = [];
  readonly #transport: Transport;
  readonly #masked: readonly string[];
  readonly #signal: AbortSignal;
  readonly #aborted: Promise<never>;
  readonly #kept = new KeptValues();
  readonly #streams = new Map<string, MessageStream>();
  readonly #tapes = new Map<
    string,
    { readonly tape: WatchTape; readonly as: AskerName | undefined }
  >();
  readonly #started = new Map<string, Started>();
  #moved: number;

  constructor(
    one: Case,
    options: {
      readonly transport: Transport;
      readonly moved: number;
      readonly signal: AbortSignal;
    },
  ) {
    this.#transport = options.transport;
    this.#moved = options.moved;
    this.#kept.keep(freshPeerUrls(), { "peer URL 1": "0", "peer URL 2": "1" });
    this.#masked = one.masked ?? [];
    this.#signal = options.signal;
    this.#aborted = new Promise((_, reject) => {
      const tooLong = () => reject(new Error("nothing came in time"));
      options.signal.addEventListener("abort", tooLong, { once: true });
    });
    this.#aborted.catch(() => {});
  }

  async do(step: Step): Promise<void> {
    await Promise.race([this.#done(step), this.#aborted]);
  }

  /** Gives up whatever is still open. */
  leave(): void {
    for (const { stop } of this.#started.values()) stop.abort();
    for (const stream of this.#streams.values()) stream.leave();
    for (const { tape } of this.#tapes.values()) tape.close();
  }

  async #done(step: Step): Promise<void> {
    if ("rpc" in step) return this.#ask({ ask: step });
    if ("start" in step) return this.#start(step);
    if ("ask" in step) return this.#ask(step);
    if ("join" in step) return this.#join(step);
    if ("giveUp" in step) return this.#startedAs(step.giveUp).stop.abort();
    if ("http" in step) return this.#http(step);
    if ("open" in step) return this.#open(step);
    if ("send" in step) return this.#send(step);
    if ("next" in step) return this.#next(step);
    if ("ends" in step) return this.#ends(step);
    if ("halfClose" in step) return this.#stream(step.halfClose).halfClose();
    if ("leave" in step) return this.#stream(step.leave).leave();
    if ("watch" in step) return this.#watch(step);
    return this.#told(step);
  }

  async #ask(step: AskStep): Promise<void> {
    const outcome = await this.#outcome(step.ask, step.as);
    this.#expect(nameOf(step), outcome, step);
  }

  #start({ start, ask, as }: StartStep): void {
    const stop = new AbortController();
    const outcome = this.#outcome(ask, as, stop.signal);
    outcome.catch(() => {}); // who joins is told
    this.#started.set(start, { outcome, stop });
  }

  async #join(step: JoinStep): Promise<void> {
    this.#expect(nameOf(step), await this.#startedAs(step.join).outcome, step);
  }

  #outcome(ask: Ask, as: AskerName | undefined, signal = this.#signal): Promise<Outcome> {
    const { rpc } = ask;
    const settings = { token: this.#kept.token(as), signal };
    return this.#transport.caller({ rpc, request: this.#outgoing(ask.request) }, settings);
  }

  async #http({ http, as, reply: expected, keep }: HttpStep): Promise<void> {
    const { method = "POST", path, headers = {}, body } = http;
    const token = this.#kept.token(as);
    const filled = Object.entries(headers).map(([name, text]) => [name, this.#kept.inText(text)]);
    const text = typeof body === "string" ? this.#kept.inText(body) : undefined;
    const reply = await askRaw({
      url: `${this.#transport.baseUrl}${this.#kept.inText(path)}`,
      method,
      headers: {
        ...(token !== undefined && { authorization: token }),
        ...Object.fromEntries(filled),
      },
      body: text ?? bodyText(this.#outgoingBody(body)),
      lines: expected.lines?.length,
      signal: this.#signal,
    });
    if (keep !== undefined) this.#kept.keep(JSON.parse(reply.body), keep);
    const came = this.#httpPlain(reply, expected);
    this.happenings.push({ step: nameOf({ http, reply: expected }), came });
    const { status, headers: wanted = {}, found, ...bodies } = expected;
    assert.equal(came["status"], status, `the status of ${reply.body}`);
    for (const [name, value] of Object.entries(wanted)) {
      assert.equal(reply.headers[name] ?? null, value, name);
    }
    const [wantedBody] = [found?.texts, ...Object.values(bodies)].filter(
      (one) => one !== undefined,
    );
    if (wantedBody === undefined) return;
    assert.deepEqual(came["body"], this.#kept.inExpectation(wantedBody as PlainValue));
  }

  #httpPlain({ status, headers, body }: RawReply, expected: HttpStep["reply"]): Plain {
    return { status, headers: this.#incoming(headers), body: this.#incoming(bodyOf()) };

    function bodyOf(): PlainValue {
      if (expected.found !== undefined) {
        return [...new Set(body.match(new RegExp(expected.found.pattern, "gm")))].toSorted();
      }
      if (expected.lines !== undefined) return jsonLines(body, expected.lines.length);
      if (expected.text !== undefined) return body;
      const isJson = headers["content-type"] === "application/json" && body.trim() !== "";
      return expected.json !== undefined || isJson ? JSON.parse(body) : body;
    }
  }

  #outgoingBody(body: HttpStep["http"]["body"]): string | Plain | readonly Plain[] | undefined {
    if (body === undefined || typeof body === "string") return body;
    return Array.isArray(body)
      ? body.map((one: Plain) => this.#outgoing(one))
      : this.#outgoing(body as Plain);
  }

  #open({ open, request, as, on = onlyStream }: OpenStep): void {
    const stream = this.#transport.open({
      rpc: open,
      token: this.#kept.token(as),
      ...(request !== undefined && { request: this.#outgoing(request) }),
    });
    this.#streams.set(on, stream);
  }

  #send({ send, on = onlyStream }: SendStep): void {
    for (const request of send) this.#stream(on).send(this.#outgoing(request));
  }

  async #next(step: NextStep): Promise<void> {
    const { next, isUnordered = false, on = onlyStream } = step;
    const came: Plain[] = [];
    while (came.length < next.length) {
      const one = await this.#stream(on).next();
      if ("ended" in one) {
        came.push({ ended: JSON.stringify(one.ended) });
        break;
      }
      came.push(this.#incoming(one.message) as Plain);
    }
    this.#same(nameOf(step), isUnordered ? sorted(came) : came, isUnordered ? sorted(next) : next);
  }

  async #ends(step: EndsStep): Promise<void> {
    const one = await this.#stream(step.on ?? onlyStream).next();
    const came = "ended" in one ? one.ended : this.#incoming(one.message);
    const [code, text] = typeof step.ends === "string" ? [] : step.ends;
    const expected = step.ends === "OK" ? "OK" : { code: String(code), text: String(text) };
    this.#same(nameOf(step), came, expected);
  }

  async #watch({ watch, as, on = onlyStream }: WatchStep): Promise<void> {
    const known = this.#tapes.get(on);
    if (known !== undefined && this.#transport.isOneBody) throw new Error("a second watch step");
    const tape = known?.tape ?? this.#newTape(on, as);
    for (const request of watch) tape.send(this.#outgoing(request));
    const present = await this.#outcome({ rpc: "Range", request: { key: endKey } }, as);
    await tape.untilWatching("answer" in present ? revisionOf(present.answer) : 0);
  }

  #newTape(on: string, as: AskerName | undefined): WatchTape {
    const stream = this.#transport.open({ rpc: "Watch", token: this.#kept.token(as) });
    const tape = new WatchTape(stream, { isOneBody: this.#transport.isOneBody });
    this.#tapes.set(on, { tape, as });
    return tape;
  }

  async #told(step: ToldStep): Promise<void> {
    const { tape, as } = this.#tapes.get(step.on ?? onlyStream) ?? {};
    if (tape === undefined) throw new Error("no watch step before");
    const end = await this.#outcome(put(endKey, ""), as);
    if ("refusal" in end) throw new Error(`the end was refused: ${JSON.stringify(end.refusal)}`);
    await tape.untilTold(revisionOf(end.answer));
    const groups: Record<string, Plain[]> = {};
    for (const message of tape.take().map((one) => this.#incoming(one) as Plain)) {
      const id = String(message["watch_id"] ?? 0);
      groups[id] = [...(groups[id] ?? []), message];
    }
    this.#moved += 1;
    this.#same(nameOf(step), groups, step.told as Plain);
  }

  #startedAs(name: string): Started {
    const started = this.#started.get(name);
    if (started === undefined) throw new Error(`nothing was started as ${name}`);
    return started;
  }

  #stream(name: string): MessageStream {
    const stream = this.#streams.get(name);
    if (stream === undefined) throw new Error(`${name} was not opened`);
    return stream;
  }

  #expect(step: string, outcome: Outcome, expected: Expected & { keep?: AskStep["keep"] }): void {
    if ("answer" in outcome) this.#kept.keep(outcome.answer, expected.keep);
    const came = this.#incoming(outcome);
    const [code, text] = expected.refusal ?? [];
    if (code !== undefined && text !== undefined) {
      this.#same(step, came, { refusal: { code, text } });
    } else if (expected.answer !== undefined) {
      this.#same(step, came, { answer: expected.answer });
    } else {
      this.happenings.push({ step, came });
      if ("refusal" in outcome) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
    }
  }

  #same(step: string, came: PlainValue, expected: PlainValue): void {
    this.happenings.push({ step, came });
    assert.deepEqual(came, this.#kept.inExpectation(expected));
  }

  #outgoing(request: Plain): Plain {
    return this.#kept.inRequest(withRevisionsMoved(request, this.#moved));
  }

  #incoming(reply: PlainValue): PlainValue {
    const inObject = { reply };
    const local = withRevisionsMoved(withOwnIdsRemoved(inObject), -this.#moved);
    const { reply: masked } = withMasked(this.#kept.masked(local) as Plain, this.#masked);
    return masked as PlainValue;
  }
}

const sorted = (messages: readonly Plain[]) =>
  messages.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** A step in a few words. */
function nameOf(step: Step | undefined): string {
  if (step === undefined) return "nothing to do";
  if ("rpc" in step) return words(step.rpc, step.request);
  if ("ask" in step) return words(step.ask.rpc, step.ask.request);
  if ("http" in step) return `${step.http.method ?? "POST"} ${step.http.path}`;
  const [[verb, what] = []] = Object.entries(step);
  return typeof what === "string" ? `${verb} ${what}` : String(verb);
}

const words = (rpc: string, request: Plain) => `${rpc} ${JSON.stringify(request).slice(0, 120)}`;
