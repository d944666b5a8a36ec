import { compilePattern } from "./posix-pattern.ts";

/** What a filter makes of one input; undefined for a filter that is not one of the simple ones. */
export type JqFilter = (input: unknown) => readonly unknown[];

/** A filter that ends with an error, as jq does when it takes a field of a text. */
export class JqError extends Error {
  override readonly name = "JqError";
}

/**
 * Compiles the filters that checks are made of: paths, `//`, `|`, `==`, `!=`, `and`, `or`, `not`, `select`, `IN`,
 * `test`, `startswith`, `contains`, `empty`, texts. Undefined for every other: that one has to be run.
 */
export function compileJq(program: string): JqFilter | undefined {
  try {
    const reader = new JqReader(program);
    const filter = reader.pipe();
    return reader.isAtEnd ? filter : undefined;
  } catch (error) {
    if (error instanceof NotSimple) return undefined;
    throw error;
  }
}

/** The names of the fields that a filter takes, wherever they stand in it. */
export function jqFields(program: string): readonly { name: string; at: number }[] {
  const code = program.replace(/(?<!\.)"(?:[^"\\]|\\.)*"(?!\])/g, (text) =>
    " ".repeat(text.length),
  );
  return [...code.matchAll(/\.\s*"?([A-Za-z_]\w*)"?|\[\s*"([A-Za-z_]\w*)"\s*\]/g)].map((found) => {
    const name = found[1] ?? found[2] ?? "";
    return { name, at: found.index + found[0].indexOf(name) };
  });
}

class NotSimple extends Error {}

const token =
  /\s*(\/\/|==|!=|[|,()]|"(?:[^"\\]|\\.)*"|\.\[?"?[A-Za-z_]\w*"?\]?|\.|\["[A-Za-z_]\w*"\]|[A-Za-z]+|\?)/y;
const maxTokens = 200;

class JqReader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(program: string) {
    this.#tokens = tokensOf(program);
  }

  get isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  pipe(): JqFilter {
    const first = this.#comma();
    if (!this.#take("|")) return first;
    const second = this.pipe();
    return (input) => first(input).flatMap(second);
  }

  #comma(): JqFilter {
    const first = this.#alternative();
    if (!this.#take(",")) return first;
    const second = this.#comma();
    return (input) => [...first(input), ...second(input)];
  }

  #alternative(): JqFilter {
    const first = this.#logic();
    if (!this.#take("//")) return first;
    const second = this.#alternative();
    return (input) => {
      const values = attempt(() => first(input)).filter(isTrue);
      return values.length > 0 ? values : second(input);
    };
  }

  #logic(): JqFilter {
    const first = this.#comparison();
    const word = this.#take("and") ? "and" : this.#take("or") ? "or" : undefined;
    if (word === undefined) return first;
    const second = this.#logic();
    return (input) =>
      first(input).flatMap((left) => {
        if (isTrue(left) !== (word === "and")) return [word === "or"];
        return second(input).map(isTrue);
      });
  }

  #comparison(): JqFilter {
    const first = this.#postfix();
    const isEqual = this.#take("==");
    if (!isEqual && !this.#take("!=")) return first;
    const second = this.#postfix();
    return (input) =>
      second(input).flatMap((right) => first(input).map((left) => (left === right) === isEqual));
  }

  #postfix(): JqFilter {
    let filter = this.#term();
    for (;;) {
      const next = this.#tokens[this.#at];
      if (next === "?") {
        this.#at++;
        const before = filter;
        filter = (input) => attempt(() => before(input));
      } else if (
        next !== undefined &&
        /^\.?\[?"?[A-Za-z_]\w*"?\]?$/.test(next) &&
        /^[.[]/.test(next)
      ) {
        const before = filter;
        const path = this.#term();
        filter = (input) => before(input).flatMap(path);
      } else return filter;
    }
  }

  #term(): JqFilter {
    const next = this.#tokens[this.#at++];
    if (next === undefined) throw new NotSimple();
    if (next === "(") {
      const inner = this.pipe();
      this.#expect(")");
      return inner;
    }
    if (next === ".") return (input) => [input];
    if (/^[.[]/.test(next)) {
      const name = /\w+/.exec(next)?.[0] ?? "";
      return (input) => [fieldOf(input, name)];
    }
    if (next.startsWith('"')) {
      if (next.includes("\\(")) throw new NotSimple();
      const text: unknown = JSON.parse(next);
      return () => [text];
    }
    return this.#call(next);
  }

  #call(name: string): JqFilter {
    if (name === "empty") return () => [];
    if (name === "null" || name === "true" || name === "false") {
      const value: unknown = JSON.parse(name);
      return () => [value];
    }
    if (name === "not") return (input) => [!isTrue(input)];
    this.#expect("(");
    const inner = this.pipe();
    this.#expect(")");
    if (name === "select") return (input) => (inner(input).some(isTrue) ? [input] : []);
    if (name === "IN") return (input) => [inner(input).includes(input)];
    if (name === "startswith")
      return (input) => inner(input).map((v) => text(input).startsWith(text(v)));
    if (name === "contains")
      return (input) => inner(input).map((v) => text(input).includes(text(v)));
    if (name !== "test") throw new NotSimple();
    return (input) =>
      inner(input).map((pattern) => {
        const expression = compilePattern(text(pattern), { kind: "perl" });
        if (expression === undefined) throw new NotSimple();
        return text(input).search(expression) >= 0;
      });
  }

  #take(wanted: string): boolean {
    if (this.#tokens[this.#at] !== wanted) return false;
    this.#at++;
    return true;
  }

  #expect(wanted: string): void {
    if (!this.#take(wanted)) throw new NotSimple();
  }
}

function tokensOf(program: string): readonly string[] {
  const tokens: string[] = [];
  let at = 0;
  while (program.slice(at).trim() !== "") {
    token.lastIndex = at;
    const found = token.exec(program);
    if (found?.[1] === undefined || tokens.length >= maxTokens) throw new NotSimple();
    tokens.push(found[1]);
    at = token.lastIndex;
  }
  return tokens.length === 0 ? ["."] : tokens;
}

function fieldOf(input: unknown, name: string): unknown {
  if (input === null) return null;
  if (typeof input !== "object" || Array.isArray(input)) throw new JqError(`no object has ${name}`);
  return (input as Record<string, unknown>)[name] ?? null;
}

function text(value: unknown): string {
  if (typeof value !== "string") throw new JqError("this is no text");
  return value;
}

function isTrue(value: unknown): boolean {
  return value !== null && value !== false;
}

function attempt(values: () => readonly unknown[]): readonly unknown[] {
  try {
    return values();
  } catch (error) {
    if (error instanceof JqError) return [];
    throw error;
  }
}
