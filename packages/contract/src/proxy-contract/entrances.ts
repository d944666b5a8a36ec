import { connect as connectTcp } from "node:net";
import { connect as connectTls } from "node:tls";
import type { Clock } from "@leaderlab/clock";
import { trustlessContext } from "./trustless-context.ts";

/** Where clients reach lnd through a proxy. */
export interface Entrance {
  readonly host: string;
  readonly port: number;
  readonly isTls: boolean;
  /** The path in front of lnd's own, without a slash at its end; REST only. */
  readonly prefix?: string;
}

/** The ways into a proxy under test; one may be missing. */
export interface Entrances {
  readonly grpc?: Entrance;
  readonly rest?: Entrance;
}

/** Whether somebody listens there. */
export function listens(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connectTcp({ host, port });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

/**
 * Whether TLS is spoken there. A proxy in TCP mode has no answer while no server is up, so this asks until one came or
 * the limit has passed; then it is taken for TLS, as lnd's own ports are.
 */
export async function speaksTls(
  { host, port }: { host: string; port: number },
  clock: Clock,
  limitMs: number,
): Promise<boolean> {
  const until = clock.now() + limitMs;
  while (clock.now() < until) {
    const answer = await tryTls(host, port, clock);
    if (answer !== undefined) return answer;
    await clock.sleep(100);
  }
  return true;
}

function tryTls(host: string, port: number, clock: Clock): Promise<boolean | undefined> {
  return new Promise((resolve) => {
    const socket = connectTls({
      host,
      port,
      rejectUnauthorized: false,
      secureContext: trustlessContext(),
      ALPNProtocols: ["h2", "http/1.1"],
    });
    const timer = clock.setTimer(1000, () => end(undefined));
    const end = (answer: boolean | undefined) => {
      timer.cancel();
      socket.destroy();
      resolve(answer);
    };
    socket.once("secureConnect", () => end(true));
    socket.once("error", (error: NodeJS.ErrnoException) => {
      // Whoever speaks plain HTTP answers a TLS hello with something that is no TLS.
      const isPlain = /WRONG_VERSION_NUMBER|PACKET_LENGTH|wrong version|packet length/i.test(
        `${error.code} ${error.message}`,
      );
      end(isPlain ? false : undefined);
    });
    socket.once("close", () => end(undefined));
  });
}
