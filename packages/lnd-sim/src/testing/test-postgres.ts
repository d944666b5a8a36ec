import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";

/** A Postgres for a test. */
export interface TestPostgres extends AsyncDisposable {
  readonly dsn: string;
}

/** The one that LEADERLAB_TEST_POSTGRES names, else an empty one in this process. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const real = process.env["LEADERLAB_TEST_POSTGRES"];
  if (real !== undefined) return { dsn: real, [Symbol.asyncDispose]: async () => {} };
  const db = await PGlite.create();
  const server = new PGLiteSocketServer({ db, host: "127.0.0.1", port: 0, maxConnections: 20 });
  await server.start();
  return {
    dsn: `postgres://postgres@${server.getServerConn()}/postgres`,
    [Symbol.asyncDispose]: async () => {
      await server.stop();
      await db.close();
    },
  };
}
