/** One object with the members of all three; unlike with spreading, what is a getter remains one. */
export function joined<A extends object, B extends object, C extends object>(
  a: A,
  b: B,
  c: C,
): A & B & C {
  const whole = {};
  for (const part of [a, b, c]) {
    Object.defineProperties(whole, Object.getOwnPropertyDescriptors(part));
  }
  return whole as A & B & C;
}
