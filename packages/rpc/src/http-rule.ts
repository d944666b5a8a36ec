import type { HttpBinding } from "@leaderlab/proto";

/** Each binding with the pattern of the paths that it answers; `{name}` stands for one segment. */
export function bindingPatterns(
  bindings: readonly HttpBinding[],
): readonly (readonly [HttpBinding, RegExp])[] {
  return bindings.map((binding) => {
    const parts = binding.path.split(/\{(\w+)\}/);
    const source = parts.map((part, index) =>
      index % 2 === 1 ? `(?<${part}>[^/]+)` : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
    );
    return [binding, new RegExp(`^${source.join("")}$`)] as const;
  });
}

/** The fields that a path names, decoded. */
export function matchPath(pattern: RegExp, path: string): { readonly [field: string]: string } {
  const groups = pattern.exec(path)?.groups ?? {};
  return Object.fromEntries(
    Object.entries(groups).map(([field, text]) => [field, decodeURIComponent(text)]),
  );
}
