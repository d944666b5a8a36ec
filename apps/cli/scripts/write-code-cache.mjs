// Runs the bundled etcd command until it has answered a put, and keeps what V8 compiled on the way beside the bundle.
// Called by bundle.mjs in a process of its own, since it ends with it.
import { renameSync, writeFileSync } from "node:fs";
import { connect } from "node:http2";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { setFlagsFromString } from "node:v8";

const { cachePath, runBundle } = createRequire(import.meta.url)("../bin/run-bundle.js");

/** How often a server that starts is asked, and how long it is waited for in between. */
const [attempts, pauseMs] = [200, 25];
const [bundle] = process.argv.slice(2);

const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});
const url = `http://127.0.0.1:${port}`;
process.argv = [process.argv[0], "leaderlab", "etcd"];
process.argv.push(`--listen-client-urls=${url}`, `--advertise-client-urls=${url}`);
const script = runBundle(bundle);
for (let attempt = 1; !(await put()); attempt++) {
  if (attempt === attempts) throw new Error("the bundle does not answer");
  await new Promise((resolve) => setTimeout(resolve, pauseMs));
}
// A cache fits only where V8's flags are the same, and the command has set this one meanwhile.
setFlagsFromString("--heap-growing-percent=0");
writeFileSync(`${cachePath(bundle)}.new`, script.createCachedData());
renameSync(`${cachePath(bundle)}.new`, cachePath(bundle));
process.exit(0);

/** Puts a key over gRPC; resolves with whether it was answered. */
function put() {
  const message = Buffer.from([0, 0, 0, 0, 6, 0x0a, 1, 0x61, 0x12, 1, 0x62]);
  return new Promise((resolve) => {
    const session = connect(url);
    session.on("error", () => resolve(false));
    const request = session.request({
      ":method": "POST",
      ":path": "/etcdserverpb.KV/Put",
      "content-type": "application/grpc",
      te: "trailers",
    });
    request.on("error", () => resolve(false));
    request.on("trailers", (trailers) => {
      session.close();
      resolve(trailers["grpc-status"] === "0");
    });
    request.resume();
    request.end(message);
  });
}
