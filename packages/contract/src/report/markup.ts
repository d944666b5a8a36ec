import { visibleLines, visibleText } from "./visible-text.ts";

const entities: { readonly [character: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** HTML or SVG that is safe to put into a page. */
export interface Markup {
  readonly html: string;
}

type Part = string | number | Markup | readonly Markup[];

/**
 * A template for HTML: every text that is put in is escaped, in elements and in quoted attributes alike, and what
 * cannot be seen is made visible. Only other Markup goes in as it is.
 */
export function html(fixed: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const texts = fixed.map((text, index) => text + textOf(parts[index] ?? ""));
  return { html: texts.join("") };
}

/** Lines of text, each on a line of its own where white space is kept. */
export function lines(text: string): Markup {
  return { html: visibleLines(text).map(escaped).join("\n") };
}

function textOf(part: Part): string {
  if (typeof part === "string") return escaped(visibleText(part));
  if (typeof part === "number") return String(part);
  return "html" in part ? part.html : part.map((one) => one.html).join("");
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
