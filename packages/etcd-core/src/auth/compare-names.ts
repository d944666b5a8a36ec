/**
 * The order of names: below 0 when a comes first, 0 when they are equal. It is that of their bytes
 * in UTF-8, which is not that of `<` where characters beyond U+FFFF are.
 */
export function compareNames(a: string, b: string): number {
  const [ofA, ofB] = [a[Symbol.iterator](), b[Symbol.iterator]()];
  for (;;) {
    const [nextA, nextB] = [ofA.next(), ofB.next()];
    if (nextA.done || nextB.done) return Number(nextB.done ?? false) - Number(nextA.done ?? false);
    const order = (nextA.value.codePointAt(0) ?? 0) - (nextB.value.codePointAt(0) ?? 0);
    if (order !== 0) return order;
  }
}
