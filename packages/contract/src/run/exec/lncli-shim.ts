/** Where lncli's calls are answered, and what proves that they come from a probe of ours. */
export interface DeskAddress {
  readonly port: number;
  /** Tells the desk which run calls; nobody else knows it. */
  readonly token: string;
}

/**
 * What stands as `lncli` on a probe's PATH. It asks the desk and passes on what that writes, and its exit code. It is a
 * shell script because a probe is run often, and bash starts ten times as fast as Node.
 *
 * It sends the token, how many arguments there are, each with its length in bytes, and the same for variables. Back
 * come pieces: a `1` (stdout), `2` (stderr) or `0` (the end), a length or the exit code, and as many bytes.
 */
export function bashShim(bash: string, { port, token }: DeskAddress): string {
  return `#!${bash}
LC_ALL=C
exec 3<>/dev/tcp/127.0.0.1/${port} || exit 1
send() { printf '%d\\n' "$#"; for text; do printf '%d\\n%s' "\${#text}" "$text"; done; }
variables=()
for name in "\${!LNCLI_@}"; do variables+=("$name=\${!name}"); done
{ printf '%s\\n' ${token}; send "$@"; send "\${variables[@]}"; } >&3
while read -r kind length <&3; do
  [ "$kind" = 0 ] && exit "$length"
  IFS= read -r -d '' -N "$length" text <&3
  if [ "$kind" = 1 ]; then printf '%s' "$text"; else printf '%s' "$text" >&2; fi
done
exit 1
`;
}

/** The same where there is no bash. */
export function nodeShim(node: string, { port, token }: DeskAddress): string {
  const program = `
const desk = require("node:net").connect(${port}, "127.0.0.1");
const send = (texts) => Buffer.concat([Buffer.from(texts.length + "\\n"), ...texts.flatMap((text) => {
  const bytes = Buffer.from(text);
  return [Buffer.from(bytes.length + "\\n"), bytes];
})]);
const variables = Object.entries(process.env).filter(([name]) => name.startsWith("LNCLI_")).map((pair) => pair.join("="));
desk.write("${token}\\n");
desk.write(send(process.argv.slice(1)));
desk.write(send(variables));
let held = Buffer.alloc(0);
desk.on("data", (bytes) => {
  held = Buffer.concat([held, bytes]);
  for (;;) {
    const end = held.indexOf(10);
    if (end < 0) return;
    const [kind, length] = held.subarray(0, end).toString().split(" ").map(Number);
    if (kind === 0) process.exit(length);
    if (held.length < end + 1 + length) return;
    require("node:fs").writeSync(kind, held.subarray(end + 1, end + 1 + length));
    held = held.subarray(end + 1 + length);
  }
});
desk.on("error", () => process.exit(1));
desk.on("close", () => process.exit(1));
`;
  return `#!/bin/sh\nexec '${node}' -e '${program}' -- "$@"\n`;
}
