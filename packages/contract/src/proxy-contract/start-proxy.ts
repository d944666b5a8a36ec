import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { SourceText } from "../file-kind.ts";
import { type Entrances, listens, speaksTls } from "./entrances.ts";
import { RunningProgram, validate } from "./program.ts";
import type { ProxyEngine } from "./proxy-engine.ts";
import { freePort, type ProxyLab, writeText } from "./proxy-lab.ts";
import { ProxyProblem } from "./proxy-problem.ts";
import type { RewriteTargets, RewrittenConfig } from "./rewriting.ts";

/** A proxy under test that runs. */
export interface StartedProxy {
  readonly entrances: Entrances;
  stop(): Promise<void>;
}

/** Longer than any proxy takes to listen on a busy machine. */
const listenLimitMs = 20_000;
/** So long a proxy may have no server that is up, when its entrance is asked whether it speaks TLS. */
const firstServerMs = 10_000;
const loopback = "127.0.0.1";

/** Starts a proxy with a copy of the user's configuration that leads to a lab. Rejects with a ProxyProblem. */
export async function startEngine(
  engine: ProxyEngine,
  source: SourceText,
  lab: ProxyLab,
  { leaderProxy, idleScale }: Pick<RewriteTargets, "leaderProxy" | "idleScale">,
): Promise<StartedProxy> {
  const folder = join(lab.folder, engine.program.name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const rewritten = await engine.rewrite(source, {
    nodes: lab.places,
    leaderProxy,
    idleScale,
    certificate: lab.certificate,
    nodeCertificates: lab.nodeCertificates,
    folder,
    freePort: () => freePort(lab.random, [loopback]),
  });
  const path = writeText(join(folder, engine.fileName), rewritten.text);
  const env = engine.env?.(folder) ?? {};
  const args = engine.validateArgs(path, folder);
  await validate(engine.program, { args, folder, env }, source.file);
  const running = new RunningProgram(engine.program, {
    args: engine.runArgs(path, folder),
    folder,
    env,
  });
  try {
    return {
      entrances: await entrancesOf(rewritten, running, lab),
      stop: () => running.stop(lab.clock),
    };
  } catch (error) {
    await running.stop(lab.clock);
    throw error;
  }
}

async function entrancesOf(
  { ports, restPrefix }: RewrittenConfig,
  running: RunningProgram,
  { clock }: ProxyLab,
): Promise<Entrances> {
  const open = async (port: number) => {
    const untilMs = clock.now() + listenLimitMs;
    while (!(await listens(loopback, port))) {
      if (running.hasExited || clock.now() > untilMs) {
        throw new ProxyProblem(`the proxy does not listen: ${running.output.trim().slice(-2000)}`);
      }
      await clock.sleep(50);
    }
    const isTls = await speaksTls({ host: loopback, port }, clock, firstServerMs);
    return { host: loopback, port, isTls };
  };
  const [grpc, rest] = await Promise.all([
    ports.grpc === undefined ? undefined : open(ports.grpc),
    ports.rest === undefined ? undefined : open(ports.rest),
  ]);
  return {
    ...(grpc !== undefined && { grpc }),
    ...(rest !== undefined && {
      rest: { ...rest, ...(restPrefix !== undefined && { prefix: restPrefix }) },
    }),
  };
}
