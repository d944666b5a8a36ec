import { styleText } from "node:util";

/** Paints text for a terminal; where there is none, text stays as it is. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  accent(text: string): string;
  good(text: string): string;
  bad(text: string): string;
}

/** A style with colours, or without. */
export function createStyle(hasColor: boolean): Style {
  const paint = (format: Parameters<typeof styleText>[0]) => (text: string) =>
    hasColor ? styleText(format, text) : text;
  return {
    bold: paint("bold"),
    dim: paint("dim"),
    accent: paint("cyan"),
    good: paint("green"),
    bad: paint("red"),
  };
}
