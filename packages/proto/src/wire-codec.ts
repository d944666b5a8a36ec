import type { MethodDefinition, MethodTypes } from "./service-definition.ts";
import { asStandard, WireReader } from "./wire-reader.ts";
import { WireWriter } from "./wire-writer.ts";

/** Reads and writes one type of message. */
export interface Codec<Message, Input> {
  readonly encode: (message: Input) => Buffer;
  /** Throws WireError for bytes that are no such message. */
  readonly decode: (bytes: Buffer) => Message;
}

type Read<Message> = (reader: WireReader) => Message;
type Write<Input> = (writer: WireWriter, message: Input) => void;

/** One is enough: nothing that is written waits for anything. */
const writer = new WireWriter();

/** A codec of generated functions that reads as etcd's own messages are read, by gogo/protobuf. */
export function wireCodec<Message, Input>(
  read: Read<Message>,
  write: Write<Input>,
): Codec<Message, Input> {
  return {
    encode(message) {
      writer.reset();
      write(writer, message);
      return writer.copy();
    },
    decode: (bytes) => read(new WireReader(bytes)),
  };
}

/** A codec of generated functions that reads as Go's own protobuf does. */
export function standardCodec<Message, Input>(
  read: Read<Message>,
  write: Write<Input>,
): Codec<Message, Input> {
  const { encode, decode } = wireCodec(read, write);
  return { encode, decode: (bytes) => asStandard(() => decode(bytes)) };
}

type Words = "name" | "path" | "kind" | "requestType" | "responseType" | "bindings";

/** A method with the codecs of what it moves. */
export function describeMethod<T extends MethodTypes>(
  words: Pick<MethodDefinition<T>, Words>,
  request: Codec<T["request"], T["requestInput"]>,
  response: Codec<T["response"], T["responseInput"]>,
): MethodDefinition<T> {
  return {
    ...words,
    encodeRequest: request.encode,
    encodeResponse: response.encode,
    decodeRequest: request.decode,
    decodeResponse: response.decode,
  };
}
