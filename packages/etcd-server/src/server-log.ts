import { closeSync, openSync, writeSync } from "node:fs";
import type { Clock } from "@leaderlab/clock";
import { GoValueError, goFileError, goQuote, parseGoUrl } from "@leaderlab/golang";
import { checkLogRotation } from "./config/check-log-rotation.ts";
import { configTexts } from "./config/config-texts.ts";
import { FlagError } from "./config/go-flags.ts";
import type { Settings } from "./config/settings.ts";
import type { Log, LogLevel } from "./log.ts";
import { consoleLogLine, jsonLogLine } from "./log-line.ts";

/** Where the log of a process may go. */
export interface LogStreams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** The log of a server: it is there before the configuration is read, and follows what that says. */
export interface ServerLog {
  readonly log: Log;
  /** Goes on as --logger, --log-level, --log-format and --log-outputs say. Throws FlagError in etcd's words. */
  configure(settings: Settings): void;
  /** Closes its files; what comes later goes to stderr. */
  close(): void;
}

const ranks: readonly (LogLevel | "none")[] = ["debug", "info", "warn", "error", "fatal", "none"];

/** What is written and where. */
interface Destination {
  readonly least: LogLevel | "none";
  readonly line: typeof jsonLogLine;
  readonly write: readonly ((text: string) => void)[];
}

/** A log in etcd's form: JSON lines of level info and above on stderr, until it is configured. */
export function createServerLog(streams: LogStreams, clock: Pick<Clock, "unixNow">): ServerLog {
  const first: Destination = { least: "info", line: jsonLogLine, write: [streams.err] };
  const files = new Set<number>();
  let destination = first;
  return {
    log(level, message, fields = {}) {
      const { least, line, write } = destination;
      if (ranks.indexOf(level) < ranks.indexOf(least)) return;
      const text = line({ level, message, fields, unixMs: clock.unixNow() });
      for (const writeTo of write) writeTo(text);
    },
    configure(settings) {
      checkLogger(settings);
      const least = readLevel(settings.text("log-level"));
      const line = readFormat(settings.text("log-format"));
      const outputs = mergeOutputs(settings.list("log-outputs"));
      destination = { least, line, write: openOutputs(outputs, streams, files) };
    },
    close() {
      destination = first;
      for (const file of files) closeSync(file);
      files.clear();
    },
  };
}

/** Mirrors: etcd embed setupLogging. */
function checkLogger(settings: Settings): void {
  const logger = settings.text("logger");
  if (logger === "capnslog") throw new FlagError(configTexts.capnslog);
  if (logger !== "zap") throw new FlagError(configTexts.logger(goQuote(logger)));
  const outputs = settings.list("log-outputs");
  if (outputs.length > 1 && outputs.includes("default")) {
    throw new FlagError(configTexts.severalLogOutputs(goQuote("default")));
  }
  if (settings.flag("enable-log-rotation")) {
    checkLogRotation(outputs, settings.text("log-rotation-config-json"));
  }
  if (!outputs.includes("systemd/journal")) return;
  throw new FlagError(configTexts.notSimulated("--log-outputs=systemd/journal"));
}

/** Level names as zap reads them; etcd panics over any other. */
const levels: { readonly [name: string]: LogLevel | "none" } = {
  "": "info",
  debug: "debug",
  info: "info",
  warn: "warn",
  error: "error",
  dpanic: "fatal",
  panic: "fatal",
  fatal: "fatal",
};

function readLevel(text: string): LogLevel | "none" {
  const level = Object.hasOwn(levels, text.toLowerCase()) ? levels[text.toLowerCase()] : undefined;
  if (level === undefined) throw new FlagError(configTexts.logLevel(goQuote(text)), "panic");
  return level;
}

function readFormat(text: string): typeof jsonLogLine {
  if (text === "" || text === "json") return jsonLogLine;
  if (text === "console") return consoleLogLine;
  throw new FlagError(configTexts.logFormat(text));
}

/** Each place once; /dev/null silences all. Mirrors: etcd logutil mergePaths. */
function mergeOutputs(outputs: readonly string[]): readonly string[] {
  if (outputs.includes("/dev/null")) return [];
  return [...new Set(outputs.map((place) => (place === "default" ? "stderr" : place)))].sort();
}

function openOutputs(
  outputs: readonly string[],
  { out, err }: LogStreams,
  files: Set<number>,
): readonly ((text: string) => void)[] {
  return outputs.map((place) => {
    if (place === "stderr") return err;
    if (place === "stdout") return out;
    const file = openFile(place);
    files.add(file);
    return (text) => {
      writeWhole(file, text);
    };
  });
}

/** A full disk takes no log line, and is no reason to stop serving. */
function writeWhole(file: number, text: string): void {
  try {
    writeSync(file, text);
  } catch {
    // Nobody is left to be told.
  }
}

/** Mirrors: zap.Open. */
function openFile(place: string): number {
  const refuse = (reason: string) => new FlagError(configTexts.logSink(goQuote(place), reason));
  let path = place;
  try {
    const url = parseGoUrl(place);
    if (url.scheme !== "" && url.scheme !== "file")
      throw refuse(configTexts.noSink(goQuote(url.scheme)));
    if (url.scheme === "file") path = url.path;
  } catch (error) {
    if (error instanceof GoValueError) throw refuse(error.message);
    throw error;
  }
  try {
    return openSync(path, "a", 0o666);
  } catch (error) {
    throw refuse(goFileError("open", path, error));
  }
}
