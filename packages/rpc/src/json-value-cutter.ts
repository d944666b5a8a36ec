/** Cuts JSON values out of bytes as they come, one after the other: `{"a":1}{"b":2} 3` are three. */
export class JsonValueCutter {
  #waiting: Buffer = Buffer.alloc(0);
  /** How far what waits has been looked at, and what was found there. */
  #at = 0;
  #depth = 0;
  #isInString = false;
  #isEscaped = false;

  /** How many bytes wait for the end of their value. */
  get waitingBytes(): number {
    return this.#waiting.length;
  }

  /** The values that these bytes complete. Whether they are JSON is for their reader to find out. */
  push(chunk: Buffer): Buffer[] {
    this.#waiting = this.#waiting.length === 0 ? chunk : Buffer.concat([this.#waiting, chunk]);
    const values: Buffer[] = [];
    for (let end = this.#nextEnd(); end !== undefined; end = this.#nextEnd()) {
      values.push(this.#waiting.subarray(0, end));
      this.#waiting = this.#waiting.subarray(end);
      this.#at = 0;
    }
    return values;
  }

  /** What is left when no bytes follow: a value that its end completes or cuts off, or undefined for white space. */
  finish(): Buffer | undefined {
    return /^[ \t\r\n]*$/.test(this.#waiting.toString("latin1")) ? undefined : this.#waiting;
  }

  /** Where the first value ends; undefined when that is not known yet. */
  #nextEnd(): number | undefined {
    for (; this.#at < this.#waiting.length; this.#at++) {
      const character = String.fromCharCode(this.#waiting[this.#at] ?? 0);
      if (this.#isInString) {
        if (this.#closesString(character)) return this.#at + 1;
      } else if (this.#depth === 0 && this.#endsScalar(character)) {
        return this.#at;
      } else if (character === '"') {
        this.#isInString = true;
      } else if (character === "{" || character === "[") {
        this.#depth += 1;
      } else if (character === "}" || character === "]") {
        this.#depth = Math.max(0, this.#depth - 1);
        if (this.#depth === 0) return this.#at + 1;
      }
    }
    return undefined;
  }

  /** Whether a string that is a value by itself ends here. */
  #closesString(character: string): boolean {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (character === "\\") this.#isEscaped = true;
    else if (character === '"') {
      this.#isInString = false;
      return this.#depth === 0;
    }
    return false;
  }

  /** Whether a number or a word ends before this character. */
  #endsScalar(character: string): boolean {
    const before = this.#waiting.subarray(0, this.#at).toString("latin1");
    return /[^ \t\r\n]/.test(before) && /[ \t\r\n{["]/.test(character);
  }
}
