import { onlyAnswers, type ProbeRule } from "./probe-rule.ts";

/** PROBE011: lnd serves no grpc.health.v1. */
export const grpcHealth: ProbeRule = {
  id: "PROBE011",
  *check(probe) {
    if (probe.read.probe.action.kind === "grpc") {
      yield {
        message:
          "a grpc probe asks grpc.health.v1.Health, which lnd does not serve: it fails in every state",
        position: probe.read.fields.get("grpc.port") ?? probe.position,
        ...(!probe.isRelied && { advice: onlyAnswers }),
      };
      return;
    }
    const command = probe.commands.find(
      ({ name, args }) =>
        name === "grpc_health_probe" ||
        (name === "grpcurl" && args.some((arg) => arg?.startsWith("grpc.health.v1") === true)),
    );
    if (command === undefined) return;
    yield {
      message: `${command.name} asks grpc.health.v1.Health, which lnd does not serve: it fails in every state`,
      position: probe.positionOf(command),
    };
  },
};
