import type { AskerName } from "./cases/step.ts";
import { withScalarsReplaced } from "./masks.ts";
import type { Plain, PlainValue } from "./plain-message.ts";

/** Shorter ones would be found where they are not meant. */
const shortestMasked = 4;

/**
 * What a case keeps of replies for later requests. Two etcds draw ids and tokens of their own, so replies are looked at
 * with `<name>` in the place of each kept value.
 */
export class KeptValues {
  readonly #values = new Map<string, PlainValue>();

  /** Keeps parts of a reply: by a name, the path to a value. Throws where there is none. */
  keep(reply: PlainValue, paths: Readonly<Record<string, string>> = {}): void {
    for (const [name, path] of Object.entries(paths)) {
      const value = path.split(".").reduce(step, reply);
      if (value === undefined) throw new Error(`no ${path} in ${JSON.stringify(reply)}`);
      this.#values.set(name, value);
    }
  }

  /** Throws for a name under which nothing was kept. */
  get(name: string): PlainValue {
    const value = this.#values.get(name);
    if (value === undefined) throw new Error(`nothing was kept as ${name}`);
    return value;
  }

  /** The token of whoever asks. */
  token(asker: AskerName | undefined): string | undefined {
    if (typeof asker === "object") return asker.token;
    return asker === undefined ? undefined : String(this.get(asker));
  }

  /** A request with values in the place of `kept(name)`. */
  inRequest(request: Plain): Plain {
    return this.#resolved(request, (name) => this.get(name)) as Plain;
  }

  /** Text with values in the place of `<name>`. */
  inText(text: string): string {
    return [...this.#values].reduce(
      (filled, [name, value]) => filled.replaceAll(`<${name}>`, String(value)),
      text,
    );
  }

  /** An expectation with `<name>` in the place of `kept(name)`. */
  inExpectation(expected: PlainValue): PlainValue {
    return this.#resolved(expected, (name) => `<${name}>`);
  }

  /** A reply with `<name>` in the place of each kept value, also inside texts. */
  masked(reply: PlainValue): PlainValue {
    const known = [...this.#values]
      .map(([name, value]) => [`<${name}>`, String(value)] as const)
      .filter(([, value]) => value.length >= shortestMasked && value !== "[object Object]");
    return withScalarsReplaced(reply, (scalar) => {
      if (typeof scalar === "string") {
        return known.reduce((text, [name, value]) => text.replaceAll(value, name), scalar);
      }
      return known.find(([, value]) => value === String(scalar))?.[0] ?? scalar;
    });
  }

  #resolved(value: PlainValue, resolve: (name: string) => PlainValue): PlainValue {
    if (Array.isArray(value)) {
      return value.map((item: PlainValue) => this.#resolved(item, resolve));
    }
    if (typeof value !== "object") return value;
    const entries = Object.entries(value as Plain);
    const [first] = entries;
    if (entries.length === 1 && first?.[0] === "kept") return resolve(String(first[1]));
    return Object.fromEntries(entries.map(([name, item]) => [name, this.#resolved(item, resolve)]));
  }
}

function step(value: PlainValue | undefined, name: string): PlainValue {
  if (Array.isArray(value)) return value[Number(name)] as PlainValue;
  return (value as Plain | undefined)?.[name] as PlainValue;
}
