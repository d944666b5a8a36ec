const columnCount = 4;

/** The words of a seed as lncli shows them to be written down: numbered, in four columns, each as wide as its words. */
export function seedWords(words: readonly string[]): string {
  const widths = Array.from({ length: columnCount }, (_width, column) =>
    Math.max(0, ...words.filter((_word, index) => index % columnCount === column).map(byteLength)),
  );
  const cells = words.map((word, index) => {
    const number = String(index + 1).padStart(2);
    const padding = " ".repeat((widths[index % columnCount] ?? 0) - byteLength(word));
    return `${number}. ${word}${padding}`;
  });
  const lines = cells.flatMap((_cell, index) =>
    index % columnCount === 0 ? [cells.slice(index, index + columnCount).join("  ")] : [],
  );
  return [
    "!!!YOU MUST WRITE DOWN THIS SEED TO BE ABLE TO RESTORE THE WALLET!!!",
    "",
    "---------------BEGIN LND CIPHER SEED---------------",
    ...lines,
    "---------------END LND CIPHER SEED-----------------",
    "",
    "!!!YOU MUST WRITE DOWN THIS SEED TO BE ABLE TO RESTORE THE WALLET!!!",
    "",
    "!!! DO NOT UNDER ANY CIRCUMSTANCES SHARE THIS SEED WITH ANYONE AS IT MAY RESULT IN LOSS OF YOUR FUNDS !!!",
  ].join("\n");
}

function byteLength(word: string): number {
  return Buffer.byteLength(word);
}
