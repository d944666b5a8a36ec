import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  allowedImports,
  importCycles,
  importsOf,
  npmHomes,
  ownPackage,
  targetOf,
} from "./tidy/imports.ts";
import {
  packageOf,
  projectFiles,
  root,
  type SourceFile,
  shippedFiles,
  typeScriptFiles,
} from "./tidy/source-files.ts";

const maxFileLines = 400;
const maxFunctionLines = 70;
const maxLineLength = 120;
const bannedWords =
  /^(utils?|helpers?|managers?|processors?|common|shared|misc|data|infos?|base|impl)$/;
/** Words of a wire or of a flag, which we did not choose. */
const foreignNames = new Set<string>([]);

/** Fails with every offence at once, one a line. */
function none(offences: readonly string[]): void {
  if (offences.length > 0) assert.fail(`\n${offences.join("\n")}`);
}

const places = (file: SourceFile, pattern: RegExp) =>
  file.text
    .split("\n")
    .flatMap((line, index) =>
      pattern.test(line) ? [`${file.path}:${index + 1}: ${line.trim()}`] : [],
    );

test("no file is longer than 400 lines, no line longer than 120 characters", () => {
  none(
    typeScriptFiles().flatMap((file) => {
      const lines = file.text.split("\n");
      const long = lines.flatMap((line, index) =>
        line.length > maxLineLength && !/["'`/]/.test(line.slice(maxLineLength - 60))
          ? [`${file.path}:${index + 1} is ${line.length} long`]
          : [],
      );
      return lines.length > maxFileLines
        ? [`${file.path} has ${lines.length} lines`, ...long]
        : long;
    }),
  );
});

test("no function is longer than 70 lines", () => {
  none(
    shippedFiles().flatMap((file) =>
      functionLengths(file.text)
        .filter(({ lines }) => lines > maxFunctionLines)
        .map(({ name, lines }) => `${file.path}: ${name} has ${lines} lines`),
    ),
  );
});

/** Functions at the top level, measured from their first line to the line that closes them at the same depth. */
function functionLengths(text: string): { name: string; lines: number }[] {
  const lines = text.split("\n");
  return lines.flatMap((line, start) => {
    const name =
      /^(?: {2})?(?:export )?(?:async )?(?:function\*? |static |get )?(#?\w+)\(.*\{$|^(?:export )?(?:async )?function\*? (\w+)/.exec(
        line,
      );
    if (name === null || /^ {2}(if|for|while|switch|return)\b/.test(line)) return [];
    const indent = /^ */.exec(line)?.[0] ?? "";
    const end = lines.findIndex(
      (candidate, index) => index > start && candidate.startsWith(`${indent}}`),
    );
    return end < 0 ? [] : [{ name: name[1] ?? name[2] ?? "", lines: end - start + 1 }];
  });
}

test("files and exports are not called util, helper, manager, data or the like", () => {
  const words = (name: string) =>
    name.split(/[-_.]|(?<=[a-z0-9])(?=[A-Z])/).map((word) => word.toLowerCase());
  none(
    shippedFiles().flatMap((file) => {
      const name = file.path.split("/").at(-1)?.replace(/\.ts$/, "") ?? "";
      const exported = [
        ...file.text.matchAll(
          /^export (?:async )?(?:function\*?|class|const|interface|type) (\w+)/gm,
        ),
      ];
      const names = [name, ...exported.map((match) => match[1] ?? "")];
      return names
        .filter(
          (candidate) =>
            !foreignNames.has(candidate) && words(candidate).some((word) => bannedWords.test(word)),
        )
        .map((candidate) => `${file.path}: ${candidate}`);
    }),
  );
});

test("every file is named in kebab-case", () => {
  none(
    typeScriptFiles()
      .map(({ path }) => path)
      .filter(
        (path) =>
          !/^[a-z0-9-]+(\.(test|property\.test|d))?\.ts$/.test(path.split("/").at(-1) ?? ""),
      ),
  );
});

/** A type whose name says all: what goes into or comes out of a function that is described. */
const saidByName = /(Options|Parts|Request|Response|Result|Op|Input)$/;

test("every export says what it is for", () => {
  none(
    shippedFiles()
      .filter(({ path }) => !path.endsWith("/index.ts"))
      .flatMap((file) => {
        const lines = file.text.split("\n");
        return lines.flatMap((line, index) => {
          const name = /^export (?:async )?(?:function\*?|class|const|interface|type) (\w+)/.exec(
            line,
          )?.[1];
          const before = lines[index - 1] ?? "";
          // A further form of one function is described with the first.
          const documented =
            /\*\/\s*$/.test(before) || new RegExp(`^export function ${name}\\b`).test(before);
          return name === undefined || documented || saidByName.test(name)
            ? []
            : [`${file.path}:${index + 1}: ${name}`];
        });
      }),
  );
});

test("time and chance come from the clock package alone", () => {
  const own = /(?<!socket\.)\b(Date\.now|Math\.random|setTimeout|setInterval)\(|new Date\(\)/;
  none(
    typeScriptFiles()
      .filter(({ path }) => !path.startsWith("packages/clock/") && path !== "test/tidy.test.ts")
      .flatMap((file) => places(file, own)),
  );
});

test("packages import along the arrows only, and declare what they import", () => {
  none(
    typeScriptFiles()
      .filter(({ path }) => /^(packages|apps)\//.test(path))
      .flatMap((file) => {
        const name = packageOf(file.path);
        const isTest = /\.test\.ts$|\/(testing|scripts|model)\//.test(file.path);
        const declared = dependenciesOf(file.path);
        return importsOf(file).flatMap((found) => {
          const target = targetOf(found);
          if (/^node:/.test(target)) return [];
          const own = ownPackage(target, file.path);
          if (own !== undefined && !isTest && !(allowedImports[name] ?? []).includes(own)) {
            return [`${file.path} must not import ${target}`];
          }
          if (target.startsWith("packages/") || target.startsWith("apps/") || declared.has(target))
            return [];
          return isTest && rootDependencies().has(target)
            ? []
            : [`${file.path}: ${target} is not declared`];
        });
      }),
  );
});

function dependenciesOf(path: string): ReadonlySet<string> {
  const folder = path.split("/").slice(0, 2).join("/");
  return dependenciesIn(`${folder}/package.json`);
}

function rootDependencies(): ReadonlySet<string> {
  return dependenciesIn("package.json");
}

function dependenciesIn(path: string): ReadonlySet<string> {
  const manifest = JSON.parse(readFileSync(`${root}/${path}`, "utf8"));
  const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  // The types of something of which nothing else is used.
  return new Set([...names, ...names.map((name) => name.replace(/^@types\//, ""))]);
}

test("each npm package of weight has one home", () => {
  none(
    typeScriptFiles().flatMap((file) =>
      importsOf(file)
        .map(targetOf)
        .filter((target) => npmHomes[target]?.test(file.path) === false)
        .map((target) => `${file.path} must not import ${target}`),
    ),
  );
});

test("no files import each other in a circle", () => {
  none(importCycles(shippedFiles()).map((cycle) => cycle.join(" -> ")));
});

test("every dependency is pinned to one version", () => {
  none(
    projectFiles()
      .filter(({ path }) => path.endsWith("package.json"))
      .flatMap(({ path, text }) => {
        const { dependencies = {}, devDependencies = {} } = JSON.parse(text);
        return Object.entries({ ...dependencies, ...devDependencies })
          .filter(([, version]) => !/^\d+\.\d+\.\d+(-\w+)?$/.test(String(version)))
          .map(([name, version]) => `${path}: ${name}@${version}`);
      }),
  );
});

test("the lock file names every build of a package, for other machines too, and no registry", () => {
  const text = readFileSync(`${root}/package-lock.json`, "utf8");
  const { packages } = JSON.parse(text) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  none([
    ...Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => packages[`node_modules/${name}`] === undefined)
        .map((name) => `${path} wants ${name}, which npm ci would miss`),
    ),
    ...(text.includes('"resolved": "http') ? ["a download address stands in it"] : []),
  ]);
});

test("nothing is left over and nothing names this machine or a package registry", () => {
  const leftOver = new RegExp(
    [
      "TO" + "DO",
      "FIX" + "ME",
      "X" + "XX\\b",
      "@ts-ig" + "nore",
      "\\.on" + "ly\\(",
      "registry\\.np" + "mjs",
      "/wor" + "k/",
    ].join("|"),
  );
  none(projectFiles().flatMap((file) => places(file, leftOver)));
});
