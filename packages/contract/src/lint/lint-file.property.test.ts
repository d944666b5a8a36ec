import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fixFile } from "../fix/fix-file.ts";
import { fixtures } from "../fixtures/fixtures.ts";
import { SourceError } from "../source-error.ts";
import { lintFile } from "./file-kinds.ts";

const settings = { contract: "serving" } as const;
const kinds = ["kubernetes", "compose", "script"] as const;

/** Lints and fixes; only a SourceError is allowed to come out. */
function survives(text: string, kind: (typeof kinds)[number]): void {
  const source = { file: "any.yaml", text };
  try {
    lintFile(source, { ...settings, kind });
    fixFile(source, { ...settings, kind });
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    assert.notEqual(error.message, "");
  }
}

const values = fc.oneof(
  fc.constantFrom(
    "5",
    "-1",
    "true",
    "null",
    "~",
    "[]",
    "{}",
    '""',
    "lnd",
    "[a, b]",
    "{a: 1}",
    "!!int x",
    "&a x",
    "*a",
  ),
  fc.string({ maxLength: 12 }),
);

/** Files of the collection in which a line or a few are gone, doubled, moved in, or say something else. */
const mutated = fc
  .record({
    source: fc.constantFrom(...fixtures.map(({ source }) => source.text)),
    changes: fc.array(
      fc.record({ at: fc.nat({ max: 60 }), how: fc.nat({ max: 5 }), value: values }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ source, changes }) => {
    const lines = source.split("\n");
    for (const { at, how, value } of changes) {
      const index = at % lines.length;
      const line = lines[index] ?? "";
      if (how === 0) lines.splice(index, 1);
      else if (how === 1) lines.splice(index, 0, line);
      else if (how === 2) lines[index] = ` ${line}`;
      else if (how === 3) lines[index] = line.replace(/:.*$/, `: ${value}`);
      else if (how === 4) lines[index] = line.replace(/\w+(?=\W*$)/, value);
      else lines[index] = line.slice(0, at % (line.length + 1));
    }
    return lines.join("\n");
  });

test("no manifest, compose file or script makes the linter or the fixer crash", () => {
  fc.assert(
    fc.property(mutated, fc.constantFrom(...kinds), (text, kind) => survives(text, kind)),
    { numRuns: 250 },
  );
});

const json = fc.letrec<{ node: unknown; probe: unknown }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(null, true, 1, -1, 1.5, "", "lnd", "Always", "lncli state | grep -q A"),
    fc.array(tie("node"), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        "exec",
        "command",
        "port",
        "ports",
        "name",
        "image",
        "httpGet",
        "path",
        "env",
        "__proto__",
        "toString",
        "containers",
      ),
      tie("node"),
      { maxKeys: 4 },
    ),
  ),
  probe: fc.dictionary(
    fc.constantFrom(
      "exec",
      "httpGet",
      "tcpSocket",
      "grpc",
      "periodSeconds",
      "timeoutSeconds",
      "successThreshold",
      "terminationGracePeriodSeconds",
    ),
    tie("node"),
    { maxKeys: 4 },
  ),
}));

test("no value in the place of another makes the linter crash", () => {
  const pods = fc
    .record({ node: json.node, probe: json.probe, place: fc.nat({ max: 5 }) })
    .map(({ node, probe, place }) => {
      const container = { name: "lnd", image: "lnd", readinessProbe: probe };
      const spec = {
        containers: place === 0 ? node : [container],
        initContainers: place === 1 ? node : [],
      };
      const pod = {
        apiVersion: "v1",
        kind: "Pod",
        metadata: place === 2 ? node : {},
        spec: place === 3 ? node : spec,
      };
      const list = { apiVersion: "v1", kind: "List", items: place === 4 ? node : [pod] };
      return JSON.stringify(place === 5 ? { services: { lnd: { healthcheck: node } } } : list);
    });
  fc.assert(
    fc.property(pods, (text) => {
      survives(text, "kubernetes");
      survives(text, "compose");
    }),
    { numRuns: 800 },
  );
});

test("no text at all makes the linter crash", () => {
  const pieces = fc.array(
    fc.constantFrom(
      ..."if then fi while do done case esac in ( ) { } | & ; ;; && || < > << <<< $( ` ' \" $(( )) $\u007b } \\ ! [[ ]] [ ] # \n lncli state grep -q -E A* [[:alpha:]] (a|b)+ \\K jq .state exit set -e pipefail".split(
        " ",
      ),
      "\n",
      "x=$(lncli state)",
    ),
    { maxLength: 25 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        pieces.map((words) => words.join(" ")),
      ),
      (text) => {
        for (const kind of kinds) survives(text, kind);
      },
    ),
    { numRuns: 1200 },
  );
});

test("a field that Kubernetes does not know is named, with its place and what was probably meant", () => {
  const known = ["periodSeconds", "timeoutSeconds", "failureThreshold", "initialDelaySeconds"];
  const misspelt = fc
    .record({
      name: fc.constantFrom(...known),
      at: fc.nat({ max: 10 }),
      char: fc.constantFrom("x", "Z"),
    })
    .map(({ name, at, char }) => ({
      name,
      written: name.slice(0, at) + char + name.slice(at + 1),
    }));
  fc.assert(
    fc.property(misspelt, ({ name, written }) => {
      const text = `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: lnd\n    livenessProbe: {exec: {command: [lncli, state]}, ${written}: 7}\n`;
      const { notices } = lintFile({ file: "p.yaml", text }, settings);
      assert.equal(notices.length, 1);
      assert.match(
        notices[0]?.message ?? "",
        new RegExp(`no field "${written}" \\(did you mean ${name}\\?\\)`),
      );
      assert.equal(notices[0]?.position?.line, 6);
    }),
  );
});

test("fixing leaves everything else of a file byte for byte, and is done once", () => {
  const noise = fc.constantFrom(
    "# words: [\r\n",
    "# é ☃\n",
    "\n\n",
    "---\napiVersion: v1\nkind: Service\nspec: {a:   1}\n---\n",
    "",
  );
  fc.assert(
    fc.property(
      noise,
      fc.constantFrom(...fixtures.filter(({ kind }) => kind === "kubernetes")),
      (before, fixture) => {
        const file = fixture.source.file;
        const { contract } = fixture;
        const alone = fixFile(fixture.source, { contract }).text;
        const fixed = fixFile(
          { file, text: before + fixture.source.text + before },
          { contract },
        ).text;
        assert.equal(fixed, before + alone + before);
        assert.equal(fixFile({ file, text: fixed }, { contract }).text, fixed);
      },
    ),
    { numRuns: 40 },
  );
});
