import { parseDocument, type YAMLError } from "yaml";

/** YAML that cannot be read; the message says where and why. */
export class YamlError extends Error {
  override readonly name = "YamlError";
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const controlCharacters = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/;

/**
 * The first document of a YAML or JSON text, in YAML 1.1 as etcd reads it (`yes` is true), of a key that is there
 * twice the last. Throws YamlError: the common mistakes in the words of Go's library, others in those of ours.
 */
export function readYaml(text: string): unknown {
  if (controlCharacters.test(text)) throw new YamlError("control characters are not allowed");
  const document = parseDocument(text, { version: "1.1", merge: true, uniqueKeys: false });
  const error = document.errors.find(({ code }) => code !== "MULTIPLE_DOCS");
  if (error !== undefined) throw new YamlError(reasonOf(error, text));
  const [warning] = document.warnings;
  if (warning !== undefined) throw new YamlError(plainMessage(warning));
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (thrown) {
    const { message } = thrown as Error;
    const anchor = /^Unresolved alias .*: (.*)$/s.exec(message)?.[1];
    throw new YamlError(anchor === undefined ? message : `unknown anchor '${anchor}' referenced`);
  }
}

/** Mirrors: go-yaml, whose scanner counts lines from the second on and leaves the first out. */
function reasonOf(error: YAMLError, text: string): string {
  const line = error.linePos?.[0].line ?? 1;
  const at = line > 1 ? `line ${line}: ` : "";
  const message = plainMessage(error);
  const closing = /must .*end with a ([\]}])/.exec(message)?.[1];
  if (closing !== undefined) {
    return `line ${text.trimEnd().split("\n").length}: did not find expected ',' or '${closing}'`;
  }
  if (error.code === "TAB_AS_INDENT") return `${at}found character that cannot start any token`;
  if (/quote/.test(message)) return "found unexpected end of stream";
  if (/^(Nested mappings|Implicit keys? need|Implicit map keys need)/.test(message)) {
    const colon = text.indexOf(":", error.pos[0]);
    const lines = text.slice(0, colon).split("\n").length;
    return `${lines > 1 ? `line ${lines}: ` : ""}mapping values are not allowed in this context`;
  }
  return `${at}${message}`;
}

function plainMessage({ message }: Error): string {
  return message.split(/ at line \d+/, 1)[0] ?? "";
}
