import { createSystemRandom } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { type EtcdEnding, runEtcd } from "../run-etcd.ts";

type LogLine = Readonly<Record<string, unknown>> & { readonly msg: string };

/** An etcd that runs in this process as its command line says. */
export interface RunningEtcd extends AsyncDisposable {
  /** Where it serves clients, in the order of its places: `127.0.0.1:PORT`, the path of a socket. */
  readonly addresses: readonly string[];
  /** What its log says, as far as it goes to stderr as JSON. */
  readonly lines: () => readonly LogLine[];
  /** Tells it to stop, and waits until it has. */
  stop(): Promise<EtcdEnding>;
}

/** Starts one on a free port, with more arguments; rejects when it ends before it serves. */
export async function startRunningEtcd(
  listen: string,
  args: readonly string[] = [],
): Promise<RunningEtcd> {
  let err = "";
  let signal = (_: "SIGTERM") => {};
  let serving = () => {};
  const serves = new Promise<void>((resolve) => {
    serving = resolve;
  });
  const urls = [`--listen-client-urls=${listen}`, "--advertise-client-urls=http://127.0.0.1:1"];
  const ended = runEtcd([...urls, ...args], {
    variables: {},
    clock: createRealClock(),
    random: createSystemRandom(),
    out: () => {},
    err: (text) => {
      err += text;
    },
    untilSignal: () =>
      new Promise((resolve) => {
        signal = resolve;
        // It is asked for before the ports are open; the log is whole a turn after the last of them.
        whenSaid(() => err.includes('"serving client traffic'), serving);
      }),
  });
  const early = ended.then(() => {
    throw new Error(`etcd ended before it served: ${err}`);
  });
  await Promise.race([serves, early]);
  early.catch(() => {});
  const lines = () =>
    err
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line));
  const stop = () => {
    signal("SIGTERM");
    return ended;
  };
  const addresses = lines()
    .filter(({ msg }) => msg.startsWith("serving client traffic"))
    .map(({ address }) => String(address));
  return { addresses, lines, stop, [Symbol.asyncDispose]: async () => void (await stop()) };
}

function whenSaid(isSaid: () => boolean, then: () => void): void {
  if (isSaid()) setImmediate(then);
  else setImmediate(() => whenSaid(isSaid, then));
}
