import type { StatusCode } from "@leaderlab/rpc";
import type { Ask, RpcName } from "../caller.ts";
import type { Plain, PlainValue } from "../plain-message.ts";

/** gRPC's code and etcd's text. */
export type Refusal = readonly [code: StatusCode, text: string];

/** What must come of a request; with neither, it must not be refused. */
export interface Expected {
  readonly answer?: Plain;
  readonly refusal?: Refusal;
}

/**
 * Parts of a reply that later steps need, by a name of one's own: `{ first: "members.0.ID" }`. `kept("first")` stands for
 * the value in later requests and expectations, and `as: "first"` shows it as a token.
 */
export interface Keeping {
  readonly keep?: Readonly<Record<string, string>>;
}

/** The value that an earlier step kept under this name. */
export const kept = (name: string): Plain => ({ kept: name });

/**
 * Who asks: the name under which a token was kept, or a token as it stands. Left out: nobody in particular.
 */
interface Asker {
  readonly as?: string | { readonly token: string };
}

/** What stands for whoever asks. */
export type AskerName = NonNullable<Asker["as"]>;

/** A request and its reply. */
export interface AskStep extends Expected, Keeping, Asker {
  readonly ask: Ask;
}

/** A request whose reply is not waited for, because it comes when a later step makes it come. */
export interface StartStep extends Asker {
  readonly start: string;
  readonly ask: Ask;
}

/** Waits for the reply to what was started under this name. */
export interface JoinStep extends Expected, Keeping {
  readonly join: string;
}

/** Takes back what was started under this name, as a client whose deadline has passed. */
export interface GiveUpStep {
  readonly giveUp: string;
}

/** A request over HTTP that goes through no client of ours. */
export interface HttpStep extends Keeping, Asker {
  readonly http: {
    /** POST when left out. */
    readonly method?: string;
    /** With its query. */
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    /** Text as it stands, an object as JSON, a list as JSON values one after the other. */
    readonly body?: string | Plain | readonly Plain[];
  };
  readonly reply: HttpReply;
}

/** What must come over HTTP. What is left out may be anything, but the same on both of two etcds that are compared. */
export interface HttpReply {
  readonly status: number;
  /** By name in small letters; null: must not be there. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** The body as text. */
  readonly text?: string;
  /** The body as JSON. */
  readonly json?: PlainValue;
  /** So many first lines of the body, each JSON; then the connection is closed. */
  readonly lines?: readonly PlainValue[];
  /** All different texts in the body that match, sorted. What does not match is not looked at. */
  readonly found?: { readonly pattern: RegExp; readonly texts: readonly string[] };
}

/** Opens a stream. A name is only needed where a case has several. */
export interface OpenStep extends OnStream, Asker {
  readonly open: RpcName;
  /** Of a method whose server streams alone; otherwise requests are sent. */
  readonly request?: Plain;
}

interface OnStream {
  readonly on?: string;
}

/** Requests on a stream. Over JSON all of them must be sent before the first message is waited for. */
export interface SendStep extends OnStream {
  readonly send: readonly Plain[];
}

/** The next messages on a stream, exactly. */
export interface NextStep extends OnStream {
  readonly next: readonly Plain[];
  /** They may come in any order. */
  readonly isUnordered?: boolean;
}

/** Says that no request follows on the stream. */
export interface HalfCloseStep {
  /** The stream's name. */
  readonly halfClose: string;
}

/** The stream must end, and so. */
export interface EndsStep extends OnStream {
  readonly ends: Refusal | "OK";
}

/** The client leaves the stream. */
export interface LeaveStep {
  /** The stream's name. */
  readonly leave: string;
}

/**
 * Sent on a watch stream that is listened to completely: a later `told` knows when everything has come. Over JSON the
 * watch steps of a stream must stand side by side.
 */
export interface WatchStep extends OnStream, Asker {
  readonly watch: readonly Plain[];
}

/**
 * Everything that came on such a stream since the last time, by watcher; -1 stands for none in particular. The order
 * between watchers is free, that of one watcher's messages is not.
 */
export interface ToldStep extends OnStream {
  readonly told: Readonly<Record<number, readonly Plain[]>>;
}

/** One thing to do with an etcd. A bare request is one that must not be refused. */
export type Step =
  | Ask
  | AskStep
  | StartStep
  | JoinStep
  | GiveUpStep
  | HttpStep
  | OpenStep
  | SendStep
  | NextStep
  | HalfCloseStep
  | EndsStep
  | LeaveStep
  | WatchStep
  | ToldStep;

/** The name of a stream that was given none. */
export const onlyStream = "the stream";
