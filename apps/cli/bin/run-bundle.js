// Runs a bundle with what V8 compiled of it when it was built, which takes a quarter of a start away. A cache that is
// missing or of another Node changes nothing but the time.
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const vm = require("node:vm");

/** Where the cache of a bundle lies. */
const cachePath = (bundle) => `${bundle}.cache`;

/** Runs a bundle of CommonJS and returns its script, with `cachedDataRejected` when a cache did not fit. */
function runBundle(bundle) {
  // esbuild writes ASCII alone.
  const source = readFileSync(bundle, "latin1");
  const script = new vm.Script(`(function(exports,require,module){${source}\n})`, {
    filename: bundle,
    cachedData: readIfThere(cachePath(bundle)),
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(bundle), module);
  return script;
}

function readIfThere(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

module.exports = { runBundle, cachePath };
