/** How many bits each byte's code has, and at the end that of the end of a text (RFC 7541, appendix B). */
const codeLengths: readonly number[] = [
  "13 23 28 28 28 28 28 28 28 24 30 28 28 30 28 28 28 28 28 28 28 28 30 28 28 28 28 28 28 28 28 28",
  "6 10 10 12 13 6 8 11 10 10 8 11 8 6 6 6 5 5 5 6 6 6 6 6 6 6 7 8 15 6 12 10",
  "13 6 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 8 7 8 13 19 13 14 6",
  "15 5 6 5 6 5 6 6 6 5 7 7 6 6 6 5 6 7 6 5 5 6 7 7 7 7 7 15 11 14 13 28",
  "20 22 20 20 22 22 22 23 22 23 23 23 23 23 24 23 24 24 22 23 24 23 23 23 23 21 22 23 22 23 23 24",
  "22 21 20 22 22 23 23 21 23 22 22 24 21 22 23 23 21 21 22 21 23 22 23 23 20 22 22 22 23 22 22 23",
  "26 26 20 19 22 23 22 25 26 26 26 27 27 26 24 25 19 21 26 27 27 26 27 24 21 21 26 26 28 27 27 27",
  "20 24 20 21 22 21 21 23 22 22 25 25 24 24 26 23 26 27 26 26 27 27 27 27 27 28 27 27 27 27 27 26",
  "30",
].flatMap((row) => row.split(" ").map(Number));

const endOfText = 256;
/** Two entries a node: where 0 and 1 lead. Below 0: a symbol is reached, -1 - symbol. */
const tree = growTree();

/** The code is canonical: within a length the symbols follow each other, and so do lengths. */
function growTree(): readonly number[] {
  const nodes = [0, 0];
  const symbols = codeLengths.map((length, symbol) => ({ length, symbol }));
  let code = 0;
  let codeLength = 0;
  for (const { length, symbol } of symbols.sort((a, b) => a.length - b.length)) {
    code *= 2 ** (length - codeLength);
    codeLength = length;
    plant(nodes, code, { length, symbol });
    code += 1;
  }
  return nodes;
}

function plant(nodes: number[], code: number, leaf: { length: number; symbol: number }): void {
  let node = 0;
  for (let bit = leaf.length - 1; bit > 0; bit -= 1) {
    const place = node + ((code >>> bit) & 1);
    if (nodes[place] === 0) {
      nodes[place] = nodes.length;
      nodes.push(0, 0);
    }
    node = nodes[place] as number;
  }
  nodes[node + (code & 1)] = -1 - leaf.symbol;
}

/** A text of HPACK's Huffman code, one byte a character; undefined for bits that are none. */
export function decodeHuffman(bytes: Uint8Array): string | undefined {
  const text: number[] = [];
  let node = 0;
  /** Of the code that is not over. */
  let bits = 0;
  let isAllOnes = true;
  for (const byte of bytes) {
    for (let shift = 7; shift >= 0; shift -= 1) {
      const bit = (byte >>> shift) & 1;
      const next = tree[node + bit] as number;
      bits += 1;
      isAllOnes &&= bit === 1;
      if (next >= 0) {
        node = next;
        continue;
      }
      const symbol = -1 - next;
      if (symbol === endOfText) return undefined;
      text.push(symbol);
      [node, bits, isAllOnes] = [0, 0, true];
    }
  }
  // What is left over is the beginning of the end of a text, shorter than a byte.
  if (bits > 7 || !isAllOnes) return undefined;
  return Buffer.from(text).toString("latin1");
}
