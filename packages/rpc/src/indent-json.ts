/**
 * A JSON text, written without white space, with one member or item a line and two spaces after each colon; an empty
 * list or object stays on its line. Mirrors: protojson with an indent, as lncli prints it (how many spaces follow a
 * colon differs between builds of protobuf for Go; two is what was observed on lnd's master).
 */
export function indentJson(text: string, indent: string): string {
  let depth = 0;
  const newLine = () => `\n${indent.repeat(depth)}`;
  return text.replace(token, (found) => {
    switch (found) {
      case "{":
      case "[":
        depth += 1;
        return found + newLine();
      case "}":
      case "]":
        depth -= 1;
        return newLine() + found;
      case ",":
        return found + newLine();
      case ":":
        return ":  ";
      default:
        return found;
    }
  });
}

/** A string or an empty list or object, which stay as they are, or one sign that does not. */
const token = /"(?:[^"\\]|\\.)*"|\{\}|\[\]|[{}[\],:]/g;
