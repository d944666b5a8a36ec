/**
 * Writes packages/cluster/scenarios/scenario.schema.json, from which an editor knows what may stand in a scenario file.
 * `npm run gen` runs it; a test beside the scenarios fails when the file is stale.
 */
import { writeFileSync } from "node:fs";
import { scenarioJsonSchema } from "@leaderlab/cluster";

const file = new URL("../packages/cluster/scenarios/scenario.schema.json", import.meta.url);
writeFileSync(file, `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
