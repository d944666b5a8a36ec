import { defaultFrameBytes, flags, frameOf, frameTypes, uint32 } from "@leaderlab/rpc/http2";

/** Data of a stream, in as many frames as it takes; without any and without an end: none. */
export function streamFrames(stream: number, payload: Buffer, endsStream: boolean): Buffer[] {
  const frames: Buffer[] = [];
  let at = 0;
  do {
    const part = payload.subarray(at, at + defaultFrameBytes);
    at += part.length;
    const isLast = at >= payload.length;
    if (part.length === 0 && !endsStream) break;
    const flag = isLast && endsStream ? flags.endStream : 0;
    frames.push(frameOf({ type: frameTypes.data, flag, stream }, part));
  } while (at < payload.length);
  return frames;
}

/** Gives a sender so many bytes back, of a stream and of the connection, as who received them would. */
export function windowUpdates(stream: number, bytes: number): Buffer {
  const { windowUpdate: type } = frameTypes;
  return Buffer.concat([stream, 0].map((id) => frameOf({ type, stream: id }, uint32(bytes))));
}
