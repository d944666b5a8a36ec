/**
 * The lengths of HPACK's codes (RFC 7541, appendix B) for the bytes 0 to 255 and the end of a string, as letters: `a` is
 * 5 bits, `z` is 30. The code is canonical, so that its lengths say all of it.
 */
const codeLengths =
  "isxxxxxxxtzxxzxxxxxxxxzxxxxxxxxxbffhibdgffdgdbbbaaabbbbbbbcdkbhf" +
  "ibccccccccccccccccccccccdcdioijbkabababbbaccbbbabcbaabccccckgjix" +
  "prpprrrsrssssststtrstssssqrsrsstrqprrssqsrrtqrssqqrqsrssprrrsrrs" +
  "vvporsruvvvwwvtuoqvwwvwtqqvvxwwwptpqrqqsrruuttvsvwvvwwwwwxwwwwwvz";

const shortestBits = 5;
const endOfString = 256;

/** By length and code: the symbol. */
const symbols = new Map<number, number>();

/** A key for a code: its length and its bits never meet another's. */
const keyOf = (bits: number, code: number) => bits * 2 ** 30 + code;

for (let bits = shortestBits, code = 0; bits <= 30; bits++, code *= 2) {
  const letter = String.fromCharCode("a".charCodeAt(0) + bits - shortestBits);
  for (let symbol = 0; symbol <= endOfString; symbol++) {
    if (codeLengths[symbol] === letter) symbols.set(keyOf(bits, code++), symbol);
  }
}

/** Reads a string of HPACK that was packed. Undefined when it is none. */
export function unpackHuffman(packed: Uint8Array): string | undefined {
  let text = "";
  let [bits, code] = [0, 0];
  for (const byte of packed) {
    for (let mask = 0x80; mask > 0; mask >>= 1) {
      code = code * 2 + ((byte & mask) === 0 ? 0 : 1);
      bits += 1;
      if (bits > 30) return undefined;
      const symbol = bits < shortestBits ? undefined : symbols.get(keyOf(bits, code));
      if (symbol === undefined) continue;
      if (symbol === endOfString) return undefined;
      text += String.fromCharCode(symbol);
      [bits, code] = [0, 0];
    }
  }
  // What is left fills the last byte, with ones.
  return bits < 8 && code === 2 ** bits - 1 ? text : undefined;
}
