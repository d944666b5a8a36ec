export {
  type HeldLab,
  type HeldLabOptions,
  type HeldNodeOptions,
  type HoldOptions,
  startHeldLab,
} from "./held-lab.ts";
export type { HeldNode, HeldPlace, HeldPorts } from "./held-node.ts";
