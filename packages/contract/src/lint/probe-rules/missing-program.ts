import type { ProbeRule } from "./probe-rule.ts";

/** Programs that no version of lnd's own image has. */
const neverThere = new Set(
  "grpc_health_probe grpcurl python python3 perl node ncat http httpie yq websocat".split(" "),
);

/** PROBE004: lnd's own image has lncli, and since 0.21 little else. */
export const missingProgram: ProbeRule = {
  id: "PROBE004",
  *check(probe) {
    const { image } = probe.read;
    const version = image === undefined ? undefined : officialVersion(image);
    if (version === undefined) return;
    const seen = new Set<string>();
    for (const command of probe.commands) {
      const { name } = command;
      if (seen.has(name)) continue;
      seen.add(name);
      if (!neverThere.has(name) && !(version >= 21 && (name === "curl" || name === "jq"))) continue;
      yield {
        message:
          name === "jq"
            ? `do not count on jq in ${image}: lnd's image has been reduced, and lost curl with 0.21`
            : `${image} has no ${name}${name === "curl" ? " since 0.21" : ""}: the probe fails in every state`,
        severity: name === "jq" ? "warning" : "error",
        position: probe.positionOf(command),
      };
    }
  },
};

/** The minor version of an image of lnd's makers; the newest for a tag that names none; undefined for others' images. */
function officialVersion(image: string): number | undefined {
  const tag = /(?:^|\/)lightninglabs\/lnd(?:-debug)?(?:[:@](.*))?$/.exec(image);
  if (tag === null) return undefined;
  const minor = /^v?0\.(\d+)/.exec(tag[1] ?? "")?.[1];
  return minor === undefined ? Number.POSITIVE_INFINITY : Number(minor);
}
