/** A refusal as the gateway tells it. */
export class GatewayRefusal extends Error {
  readonly status: number;
  /** gRPC's. */
  readonly code: number;

  constructor(status: number, { code, message }: { code: number; message: string }) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** What came over the gateway's watch. */
export interface WatchedEvent {
  readonly type: "PUT" | "DELETE";
  readonly key: string;
  readonly value: string | undefined;
}

export interface PatroniOptions {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** The node's name, and the cluster's folder of keys: `/service/NAME/`. */
  readonly name: string;
  readonly folder: string;
  readonly ttlSeconds: number;
  readonly login?: { readonly name: string; readonly password: string };
}

const base64 = (text: string) => Buffer.from(text).toString("base64");
const fromBase64 = (text: string | undefined) => Buffer.from(text ?? "", "base64").toString();

/** A key-value pair as the gateway writes it. */
interface JsonKv {
  readonly key: string;
  readonly value?: string;
  readonly mod_revision: string;
  readonly create_revision: string;
}

/**
 * A database node that holds or wants the leader's key, and speaks to etcd as Patroni's etcd3 driver does: over the JSON
 * gateway, with integers as digits, one lease a node, and a watch of the whole folder.
 */
export class PatroniNode {
  readonly #options: PatroniOptions;
  readonly #watching = new AbortController();
  #prefix = "";
  #token: string | undefined;
  #lease = "";

  constructor(options: PatroniOptions) {
    this.#options = options;
  }

  get leaderKey(): string {
    return `${this.#options.folder}leader`;
  }

  /** Finds out which API there is, who the members are, and logs in. Resolves with the URLs of the members. */
  async start(): Promise<readonly string[]> {
    const version = await (await fetch(`${this.#options.url}/version`)).text();
    const { etcdserver, etcdcluster } = JSON.parse(version);
    const parts = (text: string) => text.split(".").map(Number);
    const [major = 0, minor = 0] = parts(etcdserver);
    if ([...parts(etcdserver), ...parts(etcdcluster)].some(Number.isNaN)) throw new Error(version);
    this.#prefix = major * 100 + minor >= 304 ? "/v3" : "/v3beta";
    if (this.#options.login !== undefined) {
      this.#token = (await this.#call("/auth/authenticate", this.#options.login))["token"];
    }
    const { members } = await this.#call("/cluster/member/list", {});
    return members.flatMap(({ clientURLs }: { clientURLs: string[] }) => clientURLs);
  }

  /** A new session: the lease under which the node's keys stand. */
  async grant(): Promise<void> {
    this.#lease = (await this.#call("/lease/grant", { TTL: this.#options.ttlSeconds })).ID;
  }

  /** Keeps the session alive; false when it is gone. */
  async keepAlive(): Promise<boolean> {
    const { result } = await this.#call("/lease/keepalive", { ID: this.#lease });
    return result.TTL !== undefined && Number(result.TTL) > 0;
  }

  /** Tells that the node is there. */
  async touch(state: string): Promise<void> {
    const { folder, name } = this.#options;
    const key = base64(`${folder}members/${name}`);
    await this.#call("/kv/put", { key, value: base64(state), lease: this.#lease });
  }

  /** Takes the leader's key if nobody has it; resolves with who has it now. */
  async acquire(): Promise<string> {
    const key = base64(this.leaderKey);
    const { succeeded, responses } = await this.#call("/kv/txn", {
      compare: [{ key, target: "CREATE", result: "EQUAL", create_revision: "0" }],
      success: [{ request_put: { key, value: base64(this.#options.name), lease: this.#lease } }],
      failure: [{ request_range: { key } }],
    });
    return succeeded ? this.#options.name : fromBase64(responses[0].response_range.kvs[0].value);
  }

  /** Puts its name there once more, if it is still there: false when the node leads no more. */
  async refresh(): Promise<boolean> {
    const key = base64(this.leaderKey);
    const value = base64(this.#options.name);
    const { succeeded = false } = await this.#call("/kv/txn", {
      compare: [{ key, target: "VALUE", result: "EQUAL", value }],
      success: [{ request_put: { key, value, lease: this.#lease } }],
    });
    return succeeded;
  }

  /** Gives the leader's key back, if it is the node's own. */
  async release(): Promise<boolean> {
    const key = base64(this.leaderKey);
    const compare = [{ key, target: "VALUE", result: "EQUAL", value: base64(this.#options.name) }];
    const success = [{ request_delete_range: { key } }];
    return (await this.#call("/kv/txn", { compare, success })).succeeded ?? false;
  }

  /** Changes the cluster's configuration if nobody else has since that revision (`"0"`: if there is none). */
  async configure(text: string, since: string): Promise<boolean> {
    const key = base64(`${this.#options.folder}config`);
    const { succeeded = false } = await this.#call("/kv/txn", {
      compare: [{ key, target: "MOD", result: "EQUAL", mod_revision: since }],
      success: [{ request_put: { key, value: base64(text) } }],
    });
    return succeeded;
  }

  /** All keys of the cluster, and the revision at which they stood so. */
  async cluster(): Promise<{ revision: string; kvs: ReadonlyMap<string, JsonKv> }> {
    const { header, kvs = [] } = await this.#call("/kv/range", this.#folderRange());
    const entries = kvs.map((kv: JsonKv) => [fromBase64(kv.key), kv] as const);
    return { revision: header.revision, kvs: new Map<string, JsonKv>(entries) };
  }

  /** Everything that happens to the cluster's keys after a revision; throws after `stop`. */
  async *watch(revision: string): AsyncGenerator<WatchedEvent> {
    const start_revision = String(Number(revision) + 1);
    const create_request = { ...this.#folderRange(), start_revision, progress_notify: true };
    const response = await this.#post("/watch", { create_request }, this.#watching.signal);
    for await (const line of linesOf(response)) {
      const { result, error } = JSON.parse(line);
      if (error !== undefined) throw new Error(JSON.stringify(error));
      for (const { type = "PUT", kv } of result.events ?? []) {
        const value = kv.value === undefined ? undefined : fromBase64(kv.value);
        yield { type, key: fromBase64(kv.key), value };
      }
    }
  }

  /** Ends the watch. */
  stop(): void {
    this.#watching.abort();
  }

  #folderRange() {
    const { folder } = this.#options;
    return { key: base64(folder), range_end: base64(`${folder.slice(0, -1)}0`) };
  }

  async #call(path: string, body: object) {
    const response = await this.#post(path, body);
    const reply = JSON.parse(await response.text());
    if (response.status === 200) return reply;
    throw new GatewayRefusal(response.status, reply);
  }

  #post(path: string, body: object, signal?: AbortSignal): Promise<Response> {
    return fetch(`${this.#options.url}${this.#prefix}${path}`, {
      method: "POST",
      body: JSON.stringify(body),
      headers: {
        "content-type": "application/json",
        ...(this.#token !== undefined && { authorization: this.#token }),
      },
      ...(signal && { signal }),
    });
  }
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString();
    const lines = text.split("\n");
    text = lines.pop() ?? "";
    yield* lines;
  }
}
