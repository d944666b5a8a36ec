import {
  GoValueError,
  goFlagReason,
  goQuote,
  parseGoBool,
  parseGoDuration,
  parseGoInteger,
  toMs,
} from "@leaderlab/golang";
import { configTexts } from "./config-texts.ts";
import { parseEtcdUrls } from "./etcd-url.ts";
import { parseFeatureGates } from "./feature-gates.ts";
import type { FlagKind } from "./flag-table.ts";

/** A flag's value as it was read; durations in milliseconds, lists and URLs as lists of texts. */
export type FlagValue = string | boolean | number | readonly string[];

/** A flag's text as its kind. Throws GoValueError: the reason that Go's flag package gives. */
export function parseFlagValue(kind: FlagKind, text: string): FlagValue {
  const parse = parsers[kind];
  if (!plainKinds.has(kind)) return parse(text);
  try {
    return parse(text);
  } catch (error) {
    throw new GoValueError(goFlagReason(error));
  }
}

/** Kinds of Go's own package flag, which replaces strconv's words by its own. */
const plainKinds: ReadonlySet<FlagKind> = new Set([
  "bool",
  "int",
  "int64",
  "uint",
  "uint64",
  "duration",
]);

const integer = (bits: 32 | 64, isSigned: boolean) => (text: string) =>
  Number(parseGoInteger(text, { bits, isSigned, anyBase: true }));

const parsers: { readonly [kind in FlagKind]: (text: string) => FlagValue } = {
  string: (text) => text,
  bool: parseGoBool,
  int: integer(64, true),
  int64: integer(64, true),
  uint: integer(64, false),
  uint64: integer(64, false),
  uint32: integer(32, false),
  duration: (text) => toMs(parseGoDuration(text)),
  urls: (text) => (text === "" ? [] : uniqueUrls(text)),
  origins: (text) => (text === "*" ? ["*"] : uniqueUrls(text)),
  strings: (text) => text.split(","),
  uniqueStrings: (text) => [...new Set(text.split(","))].sort(),
  clusterState: choice(["new", "existing"]),
  discoveryFallback: choice(["exit", "proxy"]),
  v2Deprecation: parseV2Deprecation,
  featureGates: (text) => {
    parseFeatureGates(text);
    return text;
  },
  former: () => true,
};

/** Mirrors: etcd pkg/flags UniqueURLs. */
function uniqueUrls(text: string): readonly string[] {
  return [...new Set(parseEtcdUrls(text).map((url) => url.text))];
}

function choice(choices: readonly string[]) {
  return (text: string) => {
    if (choices.includes(text)) return text;
    throw new GoValueError(configTexts.invalidChoice);
  };
}

const v2Stages = ["write-only", "write-only-skip-check", "write-only-drop-data", "gone"];

function parseV2Deprecation(text: string): string {
  for (const stage of text.split(",")) {
    if (!v2Stages.includes(stage)) throw new GoValueError(configTexts.invalidStage(goQuote(stage)));
  }
  return text;
}
