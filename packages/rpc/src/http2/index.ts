/*
 * HTTP/2's frames and header blocks, for whoever reads along on a connection that others make.
 */
export { headerBlockPart, withoutPadding } from "./frame-reader.ts";
export {
  defaultFrameBytes,
  flags,
  frameHeadBytes,
  frameOf,
  frameTypes,
  preface,
  readFrameHead,
  uint32,
} from "./frames.ts";
export { type HeaderList, type HpackBounds, HpackDecoder, HpackError } from "./hpack-decoder.ts";
