/**
 * What go-flags and Go's conversions say of a command line or an lnd.conf. Each was compared with a real lnd
 * (v0.20.1); those of `--leader-elector`, `--leader-session-ttl`, unknown flags and lnd.conf also with its master.
 */
export const flagTexts = {
  unknownFlag: (name: string) => `unknown flag \`${name}'`,
  expectedArgument: (label: string) => `expected argument for flag \`${label}'`,
  gotOption: (label: string, option: string) =>
    `expected argument for flag \`${label}', but got option \`${option}'`,
  gotDoubleDash: (label: string) =>
    `expected argument for flag \`${label}', but got double dash \`--'`,
  noArgumentForBool: (label: string) => `bool flag \`${label}' cannot have an argument`,
  invalidArgument: (label: string, type: string, reason: string) =>
    `invalid argument for flag \`${label}' (expected ${type}): ${reason}`,
  /** With a single choice the list is empty: a fault of go-flags that clients see. */
  invalidChoice: (value: string, label: string, choices: readonly string[]) => {
    const last = choices.length > 1 ? ` or ${choices.at(-1)}` : "";
    const allowed = choices.slice(0, -1).join(", ") + last;
    return `Invalid value \`${value}' for option \`${label}'. Allowed values are: ${allowed}`;
  },

  // Go's strconv and time; the value arrives quoted.
  invalidQuotes: "invalid syntax",
  invalidSyntax: (parser: string, quoted: string) =>
    `strconv.${parser}: parsing ${quoted}: invalid syntax`,
  outOfRange: (parser: string, quoted: string) =>
    `strconv.${parser}: parsing ${quoted}: value out of range`,
  invalidDuration: (quoted: string) => `time: invalid duration ${quoted}`,
  missingUnit: (quoted: string) => `time: missing unit in duration ${quoted}`,
  unknownUnit: (unit: string, quoted: string) => `time: unknown unit ${unit} in duration ${quoted}`,

  // lnd.conf
  atLine: (path: string, line: number, text: string) => `${path}:${line}: ${text}`,
  unknownOption: (name: string) => `unknown option: ${name}`,
  unknownGroup: (title: string) => `could not find option group \`${title}'`,
  malformedSection: "malformed section header",
  emptySection: "empty section name",
  malformedKeyValue: (line: string) => `malformed key=value (${line})`,
} as const;
