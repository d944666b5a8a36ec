import { connect } from "node:net";
import type { NetworkOutcome } from "./network-run.ts";

/** Success is a connection, and nothing else: the kubelet sends nothing and reads nothing. */
export function askTcp(port: number, signal: AbortSignal): Promise<NetworkOutcome> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    const abort = () => socket.destroy(signal.reason as Error);
    signal.addEventListener("abort", abort, { once: true });
    socket.once("connect", () => {
      resolve({ isSuccess: true, detail: "connected" });
      socket.destroy();
    });
    socket.once("error", reject);
    socket.once("close", () => signal.removeEventListener("abort", abort));
  });
}
