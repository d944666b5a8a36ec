// `npm start`: installs and builds what is missing, then runs the playground in this very process.
import { build } from "./build.mjs";
import { ensureInstalled, requireNode } from "./install.mjs";

requireNode();
ensureInstalled();
build();
process.argv.splice(2, 0, "up");
await import("../apps/cli/bin/leaderlab.js");
