export {
  type HeldLab,
  type HeldLabOptions,
  type HeldNode,
  type HeldNodeOptions,
  type HeldPorts,
  startHeldLab,
} from "./held-lab.ts";
