/** A decoded message: an object of the wire's fields. */
type Message = Readonly<Record<string, unknown>>;

/** Fields that hold a lease id as decimal digits. */
const idFields: ReadonlySet<string> = new Set(["lease", "ID"]);

/**
 * Puts other lease ids into decoded messages. etcd draws ids at random, so a recorded run and its replay differ in
 * them: in the fields that hold an id, and in election keys, which end in one (as hexadecimal digits).
 */
export class LeaseIds {
  readonly #replacements = new Map<string, string>();

  /** From now on `from` is replaced by `to`, both as decimal digits. */
  replace(from: string, to: string): void {
    this.#replacements.set(from, to);
  }

  /** The message with every known id replaced; the argument is not changed. */
  in<M extends Message>(message: M): M {
    return this.#value(message, "") as M;
  }

  #value(value: unknown, field: string): unknown {
    if (Buffer.isBuffer(value)) return this.#bytes(value);
    if (Array.isArray(value)) return value.map((item) => this.#value(item, field));
    if (typeof value === "object" && value !== null) {
      const entries = Object.entries(value).map(([name, part]) => [name, this.#value(part, name)]);
      return Object.fromEntries(entries);
    }
    if (typeof value === "string" && idFields.has(field)) {
      return this.#replacements.get(value) ?? value;
    }
    return value;
  }

  #bytes(bytes: Buffer): Buffer {
    let text = bytes.toString("latin1");
    for (const [from, to] of this.#replacements) {
      text = text.replaceAll(`/${hex(from)}`, `/${hex(to)}`);
    }
    return Buffer.from(text, "latin1");
  }
}

function hex(digits: string): string {
  return BigInt(digits).toString(16);
}
