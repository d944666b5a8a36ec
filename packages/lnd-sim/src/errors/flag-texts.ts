/**
 * What go-flags says of a command line or an lnd.conf; what Go's conversions say stands in @leaderlab/golang. Each was
 * compared with a real lnd (v0.20.1); those of `--leader-elector`, `--leader-session-ttl`, unknown flags and lnd.conf
 * also with its master.
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

  // lnd.conf
  atLine: (path: string, line: number, text: string) => `${path}:${line}: ${text}`,
  unknownOption: (name: string) => `unknown option: ${name}`,
  unknownGroup: (title: string) => `could not find option group \`${title}'`,
  malformedSection: "malformed section header",
  emptySection: "empty section name",
  malformedKeyValue: (line: string) => `malformed key=value (${line})`,
} as const;
