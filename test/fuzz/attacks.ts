import { etcd, type MethodDefinition } from "@leaderlab/proto";
import { toJson, toMessage } from "../conformance/plain-message.ts";
import { framed } from "../harness/raw-grpc.ts";
import { callHeaders, frame, preface } from "./frames.ts";
import type { Mutator } from "./mutator.ts";
import { randomMessage } from "./random-message.ts";

/** Every method that etcd has. */
const methods: readonly MethodDefinition[] = [
  etcd.kv,
  etcd.watch,
  etcd.lease,
  etcd.cluster,
  etcd.maintenance,
  etcd.auth,
  etcd.election,
  etcd.lock,
].flatMap((service) => Object.values<MethodDefinition>(service.methods as never));

/** A gRPC call whose message or framing is spoiled. */
export function spoiledCall(mutator: Mutator): { readonly path: string; readonly body: Buffer } {
  const method = mutator.pick(methods);
  const message = randomMessage(method.requestType, mutator);
  const bytes = method.encodeRequest(toMessage(message, method.requestType));
  const path = mutator.chance(0.9) ? method.path : `/${mutator.bytes(20).toString("hex")}`;
  const frames = Array.from({ length: 1 + mutator.below(3) }, () => {
    const frame = framed(mutator.chance(0.8) ? mutator.spoiled(bytes) : mutator.bytes(200));
    return mutator.chance(0.7) ? frame : mutator.spoiled(frame);
  });
  return { path, body: Buffer.concat(frames) };
}

/** An HTTP/1.1 request to the gateway whose JSON or head is spoiled. */
export function spoiledHttp(mutator: Mutator): Buffer {
  const method = mutator.pick(methods.filter(({ bindings }) => bindings.length > 0));
  const path = method.bindings[0]?.path ?? "/";
  const message = randomMessage(method.requestType, mutator);
  const json = Buffer.from(JSON.stringify(toJson(message, method.requestType)));
  const nested = () => Buffer.from(mutator.pick(["[", '{"a":']).repeat(1 + mutator.below(100_000)));
  const body = mutator.chance(0.05) ? nested() : mutator.spoiled(json);
  const verb = mutator.pick(["POST", "POST", "POST", "GET", "PUT", "OPTIONS", "BREW"]);
  const place = mutator.pick([
    path,
    path,
    path,
    "/health?exclude=%zz",
    "/metrics",
    "/version",
    "//",
  ]);
  const length = mutator.chance(0.9) ? body.length : mutator.below(1000);
  const framing = mutator.pick([
    `Content-Length: ${length}`,
    `Content-Length: ${length}`,
    "Transfer-Encoding: chunked",
    `Content-Length: ${length}\r\nTransfer-Encoding: chunked`,
    "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: YQ==",
  ]);
  const head = Buffer.from(`${verb} ${place} HTTP/1.1\r\nHost: a\r\n${framing}\r\n\r\n`);
  const whole = Buffer.concat([mutator.chance(0.85) ? head : mutator.spoiled(head), body]);
  return mutator.chance(0.9) ? whole : mutator.spoiled(whole);
}

const goodHeaders = callHeaders("/etcdserverpb.KV/Range");

/** A connection of HTTP/2 on which frames come that do not belong together, or are none. */
export function spoiledFrames(mutator: Mutator): Buffer {
  const frames = Array.from({ length: 1 + mutator.below(30) }, () => randomFrame(mutator));
  const settings = frame(4, 0, 0, Buffer.alloc(0));
  const start = mutator.chance(0.9) ? preface : mutator.spoiled(preface);
  const whole = Buffer.concat([start, settings, ...frames]);
  return mutator.chance(0.7) ? whole : mutator.spoiled(whole);
}

function randomFrame(mutator: Mutator): Buffer {
  const stream = mutator.chance(0.7) ? 1 + 2 * mutator.below(4) : mutator.below(2 ** 31);
  const flags = mutator.chance(0.7) ? mutator.pick([0, 1, 4, 5]) : mutator.below(256);
  switch (mutator.below(8)) {
    case 0:
      return frame(1, flags | 4, stream, mutator.chance(0.6) ? goodHeaders : mutator.bytes(60));
    case 1:
      return frame(0, flags, stream, framed(mutator.bytes(30)));
    case 2:
      return frame(8, 0, mutator.pick([0, stream]), mutator.bytes(4));
    case 3:
      return frame(
        4,
        0,
        0,
        Buffer.concat([Buffer.from([0, 1 + mutator.below(6)]), mutator.bytes(4)]),
      );
    case 4:
      return frame(6, flags & 1, 0, Buffer.alloc(8));
    case 5:
      return frame(3, 0, stream, Buffer.from([0, 0, 0, mutator.below(14)]));
    case 6:
      return frame(9, flags, stream, mutator.bytes(40));
    default:
      return frame(mutator.below(256), flags, stream, mutator.bytes(64));
  }
}
