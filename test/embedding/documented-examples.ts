import { readFileSync } from "node:fs";
import { root } from "../tidy/source-files.ts";

/** An example of a page: code that is a whole file for one runner of tests. */
export interface Example {
  readonly runner: string;
  readonly language: "ts" | "js";
  readonly code: string;
  /** Where it begins in the page, from 1 on. */
  readonly line: number;
}

/** Every block of code of a page that names its runner: "```ts node:test". */
export function documentedExamples(page: string): readonly Example[] {
  const text = readFileSync(`${root}/${page}`, "utf8");
  return [...text.matchAll(/^```(ts|js) (\S+)\n(.*?)^```$/gms)].map(
    ([, language, runner = "", code = ""], index, all) => ({
      language: language === "ts" ? "ts" : "js",
      runner,
      code,
      line: text.slice(0, all[index]?.index).split("\n").length,
    }),
  );
}
