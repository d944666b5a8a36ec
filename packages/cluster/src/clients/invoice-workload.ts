import type { Clock } from "@leaderlab/clock";
import * as lnd from "@leaderlab/proto/lnd";
import { RpcError } from "@leaderlab/rpc";
import type { ClusterNode } from "../cluster-node.ts";

/** Whom a client asks, and how often. */
export interface InvoiceWorkloadParts {
  readonly clock: Clock;
  /** Whom to ask now; undefined: nobody, and the client comes again a period later. */
  readonly target: () => InvoiceTarget | undefined;
  /** Between two invoices. Default 1000. */
  readonly periodMs?: number;
  /** How long the client waits for an answer. Default 5000. */
  readonly timeoutMs?: number;
}

/** Whom invoices can be added at: a node, or a proxy in front of them. */
export type InvoiceTarget = Pick<ClusterNode, "name" | "adminMacaroon" | "connect">;

/** A write that a node has acknowledged: it must be there on every later leader. */
export interface AcknowledgedInvoice {
  readonly node: string;
  /** The payment hash in hexadecimal. */
  readonly hash: string;
  readonly atMs: number;
}

/** An attempt that came to nothing, as far as the client knows. */
export interface FailedInvoice {
  /** Null when there was nobody to ask. */
  readonly node: string | null;
  readonly reason: string;
  readonly atMs: number;
}

/** A client that adds invoices, and remembers what it was told. */
export interface InvoiceWorkload {
  readonly acknowledged: readonly AcknowledgedInvoice[];
  readonly failed: readonly FailedInvoice[];
  /** Those acknowledged that a node does not have. Rejects with an RpcError when it cannot be asked. */
  missingOn(node: ClusterNode): Promise<readonly AcknowledgedInvoice[]>;
  /** Asks no more; one call may still be under way. */
  stop(): void;
}

/** The most invoices that are remembered; then the client stops by itself. */
const mostInvoices = 100_000;

/** Adds an invoice every period, one at a time, over the link `client:NAME`, or `client:proxy`. */
export function startInvoiceWorkload(parts: InvoiceWorkloadParts): InvoiceWorkload {
  const workload = new PeriodicInvoices(parts);
  void workload.run();
  return workload;
}

class PeriodicInvoices implements InvoiceWorkload {
  readonly acknowledged: AcknowledgedInvoice[] = [];
  readonly failed: FailedInvoice[] = [];
  readonly #parts: InvoiceWorkloadParts;
  readonly #stopping = new AbortController();

  constructor(parts: InvoiceWorkloadParts) {
    this.#parts = parts;
  }

  /** Goes on until it is stopped; never rejects. */
  async run(): Promise<void> {
    const { clock, periodMs = 1000 } = this.#parts;
    const { signal } = this.#stopping;
    let dueMs = clock.now();
    while (!signal.aborted && this.acknowledged.length + this.failed.length < mostInvoices) {
      await this.#addOne();
      dueMs = Math.max(dueMs + periodMs, clock.now());
      await clock.sleep(dueMs - clock.now(), signal).catch(() => {});
    }
  }

  async missingOn(node: ClusterNode): Promise<readonly AcknowledgedInvoice[]> {
    const client = node.connect();
    const missing: AcknowledgedInvoice[] = [];
    try {
      for (const invoice of this.acknowledged) {
        const r_hash = Buffer.from(invoice.hash, "hex");
        const metadata = { macaroon: node.adminMacaroon };
        const { LookupInvoice } = lnd.lightning.methods;
        try {
          await client.unary(LookupInvoice, { r_hash }, { metadata });
        } catch (error) {
          if (!(error instanceof RpcError) || error.code !== "NOT_FOUND") throw error;
          missing.push(invoice);
        }
      }
    } finally {
      client.close();
    }
    return missing;
  }

  stop(): void {
    this.#stopping.abort();
  }

  async #addOne(): Promise<void> {
    const { clock, target, timeoutMs = 5000 } = this.#parts;
    const node = target();
    if (node === undefined) {
      this.failed.push({ node: null, reason: "nobody to ask", atMs: clock.now() });
      return;
    }
    const late = new AbortController();
    const timer = clock.setTimer(timeoutMs, () => late.abort());
    const client = node.connect();
    try {
      const settings = { metadata: { macaroon: node.adminMacaroon }, signal: late.signal };
      const { AddInvoice } = lnd.lightning.methods;
      const { r_hash } = await client.unary(AddInvoice, { value: "1000" }, settings);
      const hash = Buffer.from(r_hash).toString("hex");
      this.acknowledged.push({ node: node.name, hash, atMs: clock.now() });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.failed.push({ node: node.name, reason, atMs: clock.now() });
    } finally {
      timer.cancel();
      client.close();
    }
  }
}
