/** The playground refused, or did not answer; the message says why. */
export class LabError extends Error {
  override readonly name = "LabError";
}

/** A running playground, by its API. Every method rejects with a LabError. */
export class LabApi {
  readonly #base: string;

  /** The page's address, such as `http://127.0.0.1:5170`. */
  constructor(base: string) {
    this.#base = base.replace(/\/+$/, "");
  }

  get<Reply>(path: string): Promise<Reply> {
    return this.#ask("GET", path);
  }

  post<Reply>(path: string, body?: unknown): Promise<Reply> {
    return this.#ask("POST", path, body);
  }

  delete<Reply>(path: string): Promise<Reply> {
    return this.#ask("DELETE", path);
  }

  async #ask<Reply>(method: string, path: string, body?: unknown): Promise<Reply> {
    const response = await this.#fetch(method, path, body);
    const text = await response.text();
    let reply: unknown;
    try {
      reply = JSON.parse(text);
    } catch {
      throw new LabError(
        `${this.#base} is no leaderlab playground: it answered ${response.status}`,
      );
    }
    if (response.ok) return reply as Reply;
    const { error } = reply as { readonly error?: unknown };
    throw new LabError(typeof error === "string" ? error : `it answered ${response.status}`);
  }

  async #fetch(method: string, path: string, body: unknown): Promise<Response> {
    try {
      return await fetch(`${this.#base}/api/${path}`, {
        method,
        ...(body !== undefined && {
          body: JSON.stringify(body),
          headers: { "Content-Type": "application/json" },
        }),
      });
    } catch (error) {
      const { cause = error } = error as { readonly cause?: unknown };
      const { code } = cause as { readonly code?: string };
      const reason = code ?? (cause instanceof Error ? cause.message : String(cause));
      throw new LabError(
        `no playground answers at ${this.#base} (${reason}); start one with \`leaderlab up\`, or name it with --api`,
      );
    }
  }
}
