import type { AddressInfo } from "node:net";

/** A Postgres of this process, in memory. */
export interface EmbeddedPostgres {
  /** For `--db.postgres.dsn`. */
  readonly dsn: string;
  /** Closes its port. The state is gone. */
  stop(): Promise<void>;
}

/** How many connections it takes at once; more are refused. */
const maxConnections = 200;

/**
 * Starts PostgreSQL as PGlite, in memory and in this process, for nodes that reach it over a socket on 127.0.0.1. It
 * has one session, which serves one transaction after the other: what conflicts on a server of its own waits here.
 * Rejects with Node's error when the port is taken; 0 takes a free one.
 */
export async function startEmbeddedPostgres(port = 0): Promise<EmbeddedPostgres> {
  // Its megabytes are loaded only where they are asked for.
  const [{ PGlite }, { PGLiteSocketServer }] = await Promise.all([
    import("@electric-sql/pglite"),
    import("@electric-sql/pglite-socket"),
  ]);
  const db = await PGlite.create();
  const server = new PGLiteSocketServer({ db, host: "127.0.0.1", port, maxConnections });
  const listening = new Promise<AddressInfo>((resolve) => {
    server.addEventListener("listening", (event) =>
      resolve((event as CustomEvent<AddressInfo>).detail),
    );
  });
  try {
    await server.start();
  } catch (error) {
    await db.close();
    throw error;
  }
  const { port: chosen } = await listening;
  return {
    dsn: `postgres://postgres@127.0.0.1:${chosen}/postgres?sslmode=disable`,
    async stop() {
      await server.stop();
      await db.close();
    },
  };
}
