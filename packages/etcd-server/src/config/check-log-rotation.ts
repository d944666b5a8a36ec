import { GoJsonError, parseGoJson } from "@leaderlab/rpc";
import { configTexts } from "./config-texts.ts";
import { FlagError } from "./go-flags.ts";

const fieldTypes: ReadonlyMap<string, "int" | "bool"> = new Map([
  ["maxsize", "int"],
  ["maxage", "int"],
  ["maxbackups", "int"],
  ["localtime", "bool"],
  ["compress", "bool"],
]);

/**
 * Refuses what etcd refuses of --enable-log-rotation; the files are not rotated here. Throws FlagError. Mirrors: etcd
 * embed setupLogRotation.
 */
export function checkLogRotation(outputs: readonly string[], configJson: string): void {
  const files = outputs.filter((place) => !["default", "stderr", "stdout"].includes(place));
  if (files.length > 1 || (outputs.length === 1 && files.length === 0)) {
    throw new FlagError(configTexts.rotationNeedsFile);
  }
  const config = parse(configJson);
  if (config?.kind !== "object") {
    if (config === undefined) throw new FlagError(configTexts.rotationSyntax(endOfJson));
    throw new FlagError(
      configTexts.rotationType(typeError(config.kind, "embed.logRotationConfig")),
    );
  }
  for (const { rawName, value } of config.members) {
    const name = rawName.slice(1, -1);
    const type = fieldTypes.get(name);
    const isNull = value.kind === "literal" && value.raw === "null";
    if (type === undefined || isNull) continue;
    const isFit =
      type === "int"
        ? value.kind === "number" && /^-?\d+$/.test(value.raw)
        : value.kind === "literal";
    if (isFit) continue;
    const kind = value.kind === "literal" ? "bool" : value.kind;
    const place = `Go struct field logRotationConfig.Logger.${name} of type ${type}`;
    throw new FlagError(configTexts.rotationType(`json: cannot unmarshal ${kind} into ${place}`));
  }
}

const endOfJson = "unexpected end of JSON input";
const typeError = (kind: string, type: string) =>
  `json: cannot unmarshal ${kind} into Go value of type ${type}`;

function parse(text: string) {
  try {
    return parseGoJson(text);
  } catch (error) {
    if (!(error instanceof GoJsonError)) throw error;
    const reason = /EOF/.test(error.message) ? endOfJson : error.message;
    throw new FlagError(configTexts.rotationSyntax(reason));
  }
}
