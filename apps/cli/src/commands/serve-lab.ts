import { type HeldLab, startHeldLab } from "@leaderlab/contract/lab";
import { ListenError } from "@leaderlab/lnd-sim";
import { describePlace, type NamedPlace, renderPlaces } from "../serve-lab/described-place.ts";
import { startLabControl } from "../serve-lab/lab-control.ts";
import {
  parseServeLabOptions,
  type ServeLabOptions,
  serveLabUsage,
} from "../serve-lab/serve-lab-options.ts";
import { type Ending, firstSignal, type Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

/**
 * `leaderlab serve-lab`: nodes held in states, until it is asked to stop. Ends with 0 then, with 1 when a port is
 * taken, with 2 for bad input.
 */
export async function runServeLab(argv: readonly string[], terminal: Terminal): Promise<Ending> {
  const stopped = firstSignal(terminal);
  try {
    const options = parseServeLabOptions(argv);
    if (options === "help") {
      terminal.out(serveLabUsage);
      return { code: 0 };
    }
    await using lab = await startHeldLab({ clock: terminal.clock, random: terminal.random });
    await serve(lab, options, terminal, stopped);
    return { code: 0 };
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.err(`leaderlab serve-lab: ${error.message}\n\n${serveLabUsage}`);
      return { code: 2 };
    }
    const taken = takenPort(error);
    if (taken === undefined) throw error;
    terminal.err(`leaderlab serve-lab: port ${taken} cannot be listened on; name another one\n`);
    return { code: 1 };
  }
}

async function serve(
  lab: HeldLab,
  { places: wanted, slowMs, controlPort, isJson }: ServeLabOptions,
  terminal: Terminal,
  stopped: Promise<unknown>,
): Promise<void> {
  const places: readonly NamedPlace[] = await Promise.all(
    wanted.map(async ({ name, state, ports }) => ({
      name,
      place: await lab.hold(state, { ports, slowMs, isStoppable: true }),
    })),
  );
  const onTurn = (place: NamedPlace) => {
    if (isJson) terminal.out(`${JSON.stringify({ kind: "state", ...describePlace(place) })}\n`);
    else terminal.out(`${place.name} is ${place.place.state}\n`);
  };
  await using control = await startLabControl({ port: controlPort, places, onTurn });
  if (isJson) {
    const ready = { kind: "ready", control: control.url, places: places.map(describePlace) };
    terminal.out(`${JSON.stringify(ready)}\n`);
  } else {
    terminal.out(renderPlaces(places));
    terminal.out(`ready: states are changed at ${control.url}/places/NAME; Ctrl-C ends it\n`);
  }
  await stopped;
}

function takenPort(error: unknown): string | undefined {
  if (error instanceof ListenError) return error.place.address.split(":").at(-1);
  const { code, port } = error as NodeJS.ErrnoException & { readonly port?: number };
  return code === undefined || port === undefined ? undefined : `${port} (${code})`;
}
