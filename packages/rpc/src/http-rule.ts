import type { HttpBinding } from "@leaderlab/proto";

/** The paths that a binding answers. */
export interface PathPattern {
  /** Whether a path, decoded, is one of them. */
  matches(path: string): boolean;
  /** What a path says of the request's fields, each by its dotted name; undefined for a path that does not match. */
  parameters(path: string): readonly (readonly [name: string, text: string])[] | undefined;
  /** The dotted names of the fields that paths name. */
  readonly names: readonly string[];
}

/** A binding's pattern: `{name}` stands for one segment, which may be empty. Mirrors: grpc-gateway runtime.Pattern. */
export function pathPattern({ path }: HttpBinding): PathPattern {
  const parts = path.split(/\{([\w.]+)\}/);
  const names = parts.filter((_part, index) => index % 2 === 1);
  const source = parts.map((part, index) =>
    index % 2 === 1 ? "([^/]*)" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
  );
  const pattern = new RegExp(`^${source.join("")}$`);
  return {
    matches: (candidate) => pattern.test(candidate),
    parameters(candidate) {
      const found = pattern.exec(candidate);
      return found?.slice(1).map((text, index) => [names[index] ?? "", text] as const);
    },
    names,
  };
}

/** The path of a request target; an absolute form (`http://host/path`) counts by its path. */
export function pathOf(target: string): string {
  const path = target.replace(/^https?:\/\/[^/]*/, "").replace(/\?.*$/s, "");
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** What follows the first question mark of a request target. */
export function queryOf(target: string): string {
  const mark = target.indexOf("?");
  return mark < 0 ? "" : target.slice(mark + 1);
}
