export type { ActiveFault, InjectOptions } from "./active-fault.ts";
export { createFaultBoard, type FaultBoard, type FaultNews } from "./fault-board.ts";
export { type FaultField, fieldsOfFault } from "./fault-fields.ts";
export {
  type FabricKind,
  FaultError,
  type FaultKind,
  type FaultTargets,
  type Poisoning,
  type RpcFault,
  type Undo,
} from "./fault-kind.ts";
export {
  describeFault,
  type FaultName,
  type FaultSpec,
  faultKind,
  faultKinds,
  faultNames,
  faultSchema,
} from "./fault-table.ts";
export { formatLinkName, isLinkMeant, type LinkName, parseLinkName } from "./link-name.ts";
export type { ClusterLink, LinkFaultName } from "./link-shorthand.ts";
export { parseFaultSpec } from "./parse-fault.ts";
export {
  type Direction,
  type Judge,
  type Piece,
  type PieceContent,
  strictest,
  type Toxic,
  type Verdict,
} from "./toxic.ts";
