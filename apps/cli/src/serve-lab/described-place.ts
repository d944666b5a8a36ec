import type { HeldPlace } from "@leaderlab/contract/lab";

/** A held node and what it is called. */
export interface NamedPlace {
  readonly name: string;
  readonly place: HeldPlace;
}

/** Everything that a test needs to know of a held node, as JSON says it. */
export function describePlace({ name, place }: NamedPlace) {
  const { state, ports, lndDir, certificatePath, macaroonPath } = place;
  return {
    name,
    state,
    rest: `127.0.0.1:${ports.rest}`,
    rpc: `127.0.0.1:${ports.rpc}`,
    lndDir,
    tlsCert: certificatePath,
    macaroon: macaroonPath,
  };
}

/** The same as lines for people. */
export function renderPlaces(places: readonly NamedPlace[]): string {
  const rows = places
    .map(describePlace)
    .map((row) => [row.name, row.state, row.rest, row.rpc, row.lndDir]);
  const table = [["name", "state", "REST", "gRPC", "lnd's folder"], ...rows];
  const widths = (table[0] ?? []).map((_cell, column) =>
    Math.max(...table.map((row) => (row[column] ?? "").length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return `${table.map(line).join("\n")}\n`;
}
