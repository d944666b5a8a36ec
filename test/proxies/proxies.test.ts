import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { createSystemRandom } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { fixFile, lintFile, type ScenarioVerdict } from "@leaderlab/contract";
import { type GeneratorName, generateDefaults, generators } from "@leaderlab/contract/generate";
import {
  checkProxies,
  type LabScenarioName,
  type NamedProxy,
  type ProxyEngineName,
} from "@leaderlab/contract/proxy-contract";
import { freePort } from "../harness/free-port.ts";
import { needs, parts } from "../harness/required-part.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const { haproxy, nginx, caddy } = parts;
const required = needs(haproxy, nginx, caddy);

const generated = (engine: ProxyEngineName & GeneratorName): NamedProxy => ({
  subject: `${engine}, generated`,
  proxy: {
    kind: "config",
    engine,
    source: { file: engine, text: generators[engine](generateDefaults) },
  },
});

const written = (engine: ProxyEngineName, name: string) => {
  const file = new URL(`configurations/${name}`, import.meta.url);
  return { file: name, text: readFileSync(file, "utf8"), engine };
};

const inFront = ({ engine, ...source }: ReturnType<typeof written>): NamedProxy => ({
  subject: source.file,
  proxy: { kind: "config", engine, source },
});

const check = (proxies: readonly NamedProxy[], scenarios?: readonly LabScenarioName[]) =>
  checkProxies(proxies, {
    clock: createRealClock(),
    random: createSystemRandom(),
    ...(scenarios !== undefined && { scenarios }),
  });

const broken = (verdicts: readonly ScenarioVerdict[]) =>
  verdicts.flatMap(({ subject, scenario, demands }) =>
    demands
      .filter(({ holds }) => !holds)
      .map(({ name, detail }) => `${subject}, ${scenario}: ${name}: ${detail}`),
  );

const rulesOf = ({ engine, ...source }: ReturnType<typeof written>) =>
  lintFile(source, { contract: "serving", kind: engine })
    .findings.map(({ rule }) => rule)
    .toSorted();

test(
  "what is generated for HAProxy, nginx and Caddy, and leaderlab proxy, pass every scenario",
  required,
  async () => {
    const leaderProxy: NamedProxy = { subject: "leaderlab proxy", proxy: { kind: "leader-proxy" } };
    const proxies = [...(["haproxy", "nginx", "caddy"] as const).map(generated), leaderProxy];
    assert.deepEqual(broken(await check(proxies)), []);
  },
);

/** Naive configurations: what the linter says of each, and which demands it breaks while nothing goes wrong. */
const naive = [
  {
    config: written("haproxy", "status-only.cfg"),
    rules: ["PROXY001", "PROXY001", "PROXY003", "PROXY003", "PROXY004", "PROXY004"],
    demand: "no request is answered by a follower",
  },
  {
    config: written("haproxy", "bare-httpchk.cfg"),
    rules: ["PROXY001", "PROXY003", "PROXY005"],
    demand: "every request is answered by the leader",
  },
  {
    config: written("nginx", "round-robin.conf"),
    rules: ["PROXY001", "PROXY001", "PROXY003", "PROXY003", "PROXY004", "PROXY004"],
    demand: "no request is answered by a follower",
  },
  {
    config: written("caddy", "health-status.Caddyfile"),
    rules: ["PROXY001", "PROXY001", "PROXY003", "PROXY003"],
    demand: "no request is answered by a follower",
  },
  {
    config: written("caddy", "trailing-slash.Caddyfile"),
    rules: ["PROXY003", "PROXY006"],
    demand: "every request is answered by the leader",
  },
] as const;

test("naive configurations break the rules that are theirs", () => {
  for (const { config, rules } of naive) assert.deepEqual(rulesOf(config), rules, config.file);
});

/** What breaks one rule alone, and the demand that it breaks in one scenario. */
const telling = [
  { config: written("haproxy", "kept-sessions.cfg"), rule: "PROXY003", scenario: "freeze" },
  { config: written("caddy", "kept-sessions.Caddyfile"), rule: "PROXY003", scenario: "freeze" },
  { config: written("haproxy", "short-timeouts.cfg"), rule: "PROXY004", scenario: "idle" },
] as const;

const demandOf = {
  freeze: "streams to the old leader are cut",
  idle: "idle streams stay open",
} as const;

/** They mostly wait. */
describe("in front of clusters", { concurrency: 2 }, () => {
  test("naive configurations fail while nothing goes wrong", required, async () => {
    const verdicts = await check(
      naive.map(({ config }) => inFront(config)),
      ["steady"],
    );
    for (const [index, { config, demand }] of naive.entries()) {
      const found = verdicts[index]?.demands.find(({ name }) => name === demand);
      assert.equal(found?.holds, false, `${config.file}: ${demand}: ${found?.detail}`);
    }
  });

  test("what PROXY003 and PROXY004 say is seen at work", required, async () => {
    await Promise.all(
      telling.map(async ({ config, rule, scenario }) => {
        assert.deepEqual([...new Set(rulesOf(config))], [rule], config.file);
        const [verdict] = await check([inFront(config)], [scenario]);
        const found = verdict?.demands.find(({ name }) => name === demandOf[scenario]);
        assert.equal(found?.holds, false, `${config.file}: ${found?.detail}`);
      }),
    );
  });

  test("what fix makes of a naive HAProxy configuration passes", required, async () => {
    const { engine, ...source } = written("haproxy", "status-only.cfg");
    const fixed = fixFile(source, { contract: "serving", kind: engine });
    const proxy = {
      kind: "config",
      engine,
      source: { file: source.file, text: fixed.text },
    } as const;
    const scenarios = ["steady", "freeze"] as const;
    assert.deepEqual(broken(await check([{ subject: "fixed", proxy }], scenarios)), []);
  });

  test(
    "a proxy that runs is checked where it is, with nodes where it expects them",
    required,
    async () => {
      using folder = temporaryFolder();
      const hosts = [1, 2, 3].map((last) => `127.99.${process.pid % 250}.${last}`);
      const grpcPort = await freePort();
      const restPort = await freePort();
      const places = hosts.map((host) => ({ host, grpcPort, restPort }));
      const nodes = places.map((place, index) => ({ name: `lnd-${index + 1}`, ...place }));
      const host = "127.0.0.1";
      const listen = { host, grpcPort: await freePort(), restPort: await freePort() };
      const file = join(folder.path, "haproxy.cfg");
      writeFileSync(file, generators.haproxy({ ...generateDefaults, nodes, listen }));
      const running = spawn(haproxy.program, ["-db", "-f", file], { stdio: "ignore" });
      try {
        const entrances = {
          grpc: { host, port: listen.grpcPort, isTls: true },
          rest: { host, port: listen.restPort, isTls: true },
        };
        const proxy = { kind: "running", entrances, places } as const;
        assert.deepEqual(broken(await check([{ subject: "mine", proxy }], ["graceful"])), []);
      } finally {
        running.kill("SIGKILL");
      }
    },
  );
});
