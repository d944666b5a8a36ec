/** What SARIF 2.1.0 allows of an object that we write: required fields, allowed fields, and what is below them. */
interface Shape {
  readonly required: readonly string[];
  readonly fields: { readonly [name: string]: Check };
}

type Check = (value: unknown, at: string) => readonly string[];

const fail = (at: string, wanted: string) => [`${at} is no ${wanted}`];
const text: Check = (value, at) => (typeof value === "string" ? [] : fail(at, "text"));
const flag: Check = (value, at) => (typeof value === "boolean" ? [] : fail(at, "boolean"));
const whole =
  (least: number): Check =>
  (value, at) =>
    Number.isInteger(value) && Number(value) >= least
      ? []
      : fail(at, `whole number from ${least} on`);
const oneOf =
  (...allowed: readonly string[]): Check =>
  (value, at) =>
    allowed.includes(String(value)) ? [] : fail(at, allowed.join(" | "));
const reference: Check = (value, at) =>
  typeof value === "string" && /^(?:[\w\-.~!$&'()*+,;=:@/?#[\]]|%[0-9A-Fa-f]{2})*$/.test(value)
    ? []
    : fail(at, "URI reference");
const list =
  (check: Check, least = 0): Check =>
  (value, at) =>
    Array.isArray(value) && value.length >= least
      ? value.flatMap((one, index) => check(one, `${at}[${index}]`))
      : fail(at, `list of ${least} or more`);
const texts: Check = (value, at) =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, one]) => text(one, `${at}.${key}`))
    : fail(at, "object");
const object =
  ({ required, fields }: Shape): Check =>
  (value, at) => {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return fail(at, "object");
    return [
      ...required.filter((name) => !(name in value)).map((name) => `${at}.${name} is missing`),
      ...Object.entries(value).flatMap(
        ([name, one]) => fields[name]?.(one, `${at}.${name}`) ?? [`${at}.${name} is unknown`],
      ),
    ];
  };

const level = oneOf("none", "note", "warning", "error");
const message = object({ required: ["text"], fields: { text } });
const artifactLocation = object({ required: [], fields: { uri: reference } });
const region = object({
  required: [],
  fields: {
    startLine: whole(1),
    startColumn: whole(1),
    endLine: whole(1),
    endColumn: whole(1),
    snippet: message,
  },
});
const physicalLocation = object({ required: [], fields: { artifactLocation, region } });
const location = object({
  required: [],
  fields: {
    physicalLocation,
    logicalLocations: list(object({ required: [], fields: { fullyQualifiedName: text } })),
  },
});
const fix = object({
  required: ["artifactChanges"],
  fields: {
    description: message,
    artifactChanges: list(
      object({
        required: ["artifactLocation", "replacements"],
        fields: {
          artifactLocation,
          replacements: list(
            object({
              required: ["deletedRegion"],
              fields: { deletedRegion: region, insertedContent: message },
            }),
            1,
          ),
        },
      }),
      1,
    ),
  },
});
const result = object({
  required: ["message"],
  fields: {
    ruleId: text,
    ruleIndex: whole(-1),
    level,
    message,
    locations: list(location),
    partialFingerprints: texts,
    fixes: list(fix),
  },
});
const rule = object({
  required: ["id"],
  fields: {
    id: text,
    shortDescription: message,
    fullDescription: message,
    help: message,
    defaultConfiguration: object({ required: [], fields: { level } }),
  },
});
const run = object({
  required: ["tool"],
  fields: {
    tool: object({
      required: ["driver"],
      fields: {
        driver: object({
          required: ["name"],
          fields: { name: text, version: text, rules: list(rule) },
        }),
      },
    }),
    columnKind: oneOf("utf16CodeUnits", "unicodeCodePoints"),
    invocations: list(
      object({
        required: ["executionSuccessful"],
        fields: {
          executionSuccessful: flag,
          exitCode: whole(0),
          toolExecutionNotifications: list(
            object({
              required: ["message"],
              fields: { level, message, locations: list(location) },
            }),
          ),
        },
      }),
    ),
    results: list(result),
  },
});
const log = object({
  required: ["version", "runs"],
  fields: { $schema: reference, version: oneOf("2.1.0"), runs: list(run) },
});

/** What is wrong with a log, from the standard's schema as far as we write it; fields that we do not write are unknown. */
export function sarifOffences(value: unknown): readonly string[] {
  return log(value, "log");
}
