/**
 * Writes docs/fidelity.md: what is simulated, what is refused, what differs. The tables come from the code; the prose
 * on differences stands in fidelity/differences.ts. `npm run gen` runs it; test/fidelity.test.ts fails when the page is stale.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createSeededRandom, createVirtualClock } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { startEtcd } from "@leaderlab/etcd-server";
import * as etcd from "@leaderlab/proto/etcd";
import { createRpcClient } from "@leaderlab/rpc/client";
import { flagTable } from "../packages/etcd-server/src/config/flag-table.ts";
import { lndFlagRows } from "../packages/lnd-sim/src/config/lnd-flags.ts";
import {
  createLndServices,
  type LndServicesParts,
} from "../packages/lnd-sim/src/services/lnd-services.ts";
import { type Difference, etcdDifferences, lndDifferences } from "./fidelity/differences.ts";

const services = [
  etcd.kv,
  etcd.watch,
  etcd.lease,
  etcd.cluster,
  etcd.maintenance,
  etcd.auth,
  etcd.election,
  etcd.lock,
  etcd.health,
];
const page = new URL("../docs/fidelity.md", import.meta.url);

/** The page as text. */
export async function renderFidelity(): Promise<string> {
  const methods = await etcdMethods();
  const lndMethods = methodsOfLnd();
  const flagsOf = (effect: string) =>
    flagTable.filter((row) => row[3] === effect).map(([name]) => `--${name}`);
  const lndFlagsOf = (effect: string) =>
    lndFlagRows.filter((row) => row.effect === effect).map((row) => `--${row.name}`);
  return `# Fidelity

What is simulated, what is refused, and where leaderlab differs from the real thing. The yardsticks are etcd 3.6.16
and lnd master of August 2026. What is not listed as different is meant to be the same: a difference in it is a bug.

Written by \`npm run gen\`; the tables come from the code.

## etcd

${differenceTable(etcdDifferences)}

### Methods

Served: ${list(methods.served)}.

Refused with UNIMPLEMENTED: ${list(methods.refused)}.

### Flags

Used: ${list(flagsOf("used"))}.

Accepted, named in the log and without effect: ${list(flagsOf("noEffect"))}.

Refused by name: ${list(flagsOf("refused"))}.

## lnd

${differenceTable(lndDifferences)}

### Methods

Served: ${list(lndMethods.served)}.

Known to the gates and refused with UNIMPLEMENTED: ${list(lndMethods.refused)}.

### Flags

Used: ${list(lndFlagsOf("used"))}.

Every other flag of lnd is read and checked as lnd does, and has no effect here; a notice names it when it is given.
`;
}

function differenceTable(differences: readonly Difference[]): string {
  const rows = differences.map(({ topic, here }) => `| ${topic} | ${here} |`);
  return ["| topic | here |", "|---|---|", ...rows].join("\n");
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}

/** A method that waits (for a lock, say) is served. */
const waitMs = 500;

/** Asks a server for every method that has no stream, and reads off the definition for the others. */
async function etcdMethods(): Promise<{ served: string[]; refused: string[] }> {
  const server = await startEtcd({ clock: createVirtualClock(), random: createSeededRandom(1) });
  const client = createRpcClient(server.endpoint.replace("http://", ""));
  const clock = createRealClock();
  const [served, refused]: [string[], string[]] = [[], []];
  try {
    for (const service of services) {
      for (const method of Object.values(service.methods)) {
        const name = `${service.name.split(".").at(-1)}.${method.name}`;
        const isServed =
          method.kind === "unary"
            ? await answers(() => client.unary(method, {}, { deadline: clock.now() + waitMs }))
            : service !== etcd.maintenance;
        (isServed ? served : refused).push(name);
      }
    }
  } finally {
    client.close();
    await server.stop();
  }
  return { served, refused };
}

/** lnd's methods by whether something answers them. */
function methodsOfLnd(): { served: string[]; refused: string[] } {
  const endpoints = createLndServices({} as LndServicesParts).flatMap(({ endpoints: all }) => all);
  const names = (isServed: boolean) =>
    endpoints
      .filter(({ handler }) => (handler !== undefined) === isServed)
      .map(({ service, method }) => `${service.split(".")[1]}.${method.name}`);
  return { served: names(true), refused: names(false) };
}

async function answers(call: () => Promise<unknown>): Promise<boolean> {
  try {
    await call();
    return true;
  } catch (error) {
    return (error as { code?: string }).code !== "UNIMPLEMENTED";
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(page, await renderFidelity());
