/** protobuf's JSON name of a field: underscores dropped, the letter after each in upper case. */
export function jsonName(name: string): string {
  return name.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}
