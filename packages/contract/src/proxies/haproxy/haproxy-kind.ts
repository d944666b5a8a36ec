import type { FileKind, Linted, LintSettings, SourceText } from "../../file-kind.ts";
import type { Notice } from "../../finding.ts";
import { judgePools } from "../judge-pool.ts";
import { httpCheckActions, proxyKeywords } from "./directives.ts";
import { haproxyPools } from "./haproxy-pools.ts";
import { type HaproxyFile, readHaproxy } from "./read-haproxy.ts";

/** Configurations of HAProxy. */
export const haproxyKind: FileKind = {
  name: "haproxy",
  recognises: ({ text }) =>
    /^\s*(frontend|backend|listen)\s+\S+\s*(#.*)?$/m.test(text) &&
    /^\s+(server|bind|mode)\s/m.test(text),
  lint(source: SourceText, settings: LintSettings): Linted {
    const file = readHaproxy(source);
    const notices: Notice[] = unknownDirectives(file);
    const judged = judgePools(haproxyPools(file, notices), settings);
    return {
      containers: [],
      findings: judged.findings,
      notices: [...notices, ...judged.notices],
    };
  },
};

function unknownDirectives({ sections, at }: HaproxyFile): Notice[] {
  const notices: Notice[] = [];
  for (const { kind, lines } of sections) {
    if (!/^(defaults|frontend|backend|listen)$/.test(kind)) continue;
    for (const { words } of lines) {
      const [first, second] = words;
      if (first === undefined) continue;
      const place = at(first.from, first.to);
      if (first.text.startsWith(".")) {
        const message = `${first.text} is not decided here: what stands under it counts as if it held`;
        notices.push({ message, position: place });
      } else if (!proxyKeywords.has(first.text)) {
        const message = `${first.text} is not known here and not judged`;
        notices.push({ message, position: place });
      } else if (first.text === "http-check" && !httpCheckActions.has(second?.text ?? "")) {
        const message = `http-check ${second?.text ?? ""} is not known here and not judged`;
        notices.push({ message, position: place });
      }
    }
  }
  return notices;
}
