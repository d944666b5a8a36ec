import { createRealClock } from "@leaderlab/clock/real";
import { createWebSocketGateway, type JsonGateway, type UpgradeHandler } from "@leaderlab/rpc";
import { type AccessRules, hostRefusal } from "./access-control.ts";
import { answerGateway } from "./gateway-endpoint.ts";

const realClock = createRealClock();

/**
 * Takes WebSockets under /v3, for browsers that watch: each message is one more request of a stream, each line of the
 * answer a message. Who asks for one answer only gets none, since the request does not end before the socket does.
 *
 * Mirrors: grpc-websocket-proxy as etcd embed createMux sets it up.
 */
export function etcdWebSockets(gateway: JsonGateway, access: AccessRules): UpgradeHandler {
  const upgrade = createWebSocketGateway({
    handle: (request, response) => answerGateway(gateway, { request, response }),
    method: "POST",
    takesBearer: true,
    forwardedHeaders: ["origin", "referer"],
    protocolHeaders: [],
    requestStreams: [/^/],
    pingIntervalMs: 0,
    pongWaitMs: 0,
    pingContent: "",
    setTimer: (delayMs, callback) => realClock.setTimer(delayMs, callback),
  });
  return (request, socket, head) =>
    /^\/v3(beta)?\//.test(request.url ?? "") &&
    hostRefusal(request, access) === undefined &&
    upgrade(request, socket, head);
}
