import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createSystemRandom } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { lintFile, type ScenarioVerdict } from "@leaderlab/contract";
import { type GeneratorName, generateDefaults, generators } from "@leaderlab/contract/generate";
import {
  checkProxies,
  type LabScenarioName,
  type NamedProxy,
  type ProxyEngineName,
} from "@leaderlab/contract/proxy-contract";
import { needs, parts } from "../harness/required-part.ts";

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

test(
  "streams to a frozen leader hang where sessions are kept, as PROXY003 says",
  required,
  async () => {
    const kept = [
      written("haproxy", "kept-sessions.cfg"),
      written("caddy", "kept-sessions.Caddyfile"),
    ];
    for (const config of kept) assert.deepEqual([...new Set(rulesOf(config))], ["PROXY003"]);
    const verdicts = await check(kept.map(inFront), ["freeze"]);
    for (const { subject, demands } of verdicts) {
      const lost = demands.filter(({ holds }) => !holds).map(({ name }) => name);
      assert.deepEqual(lost, ["streams to the old leader are cut"], subject);
    }
  },
);
