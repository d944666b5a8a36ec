export type { Address } from "./relayed-connection.ts";
export {
  type StandaloneLink,
  type StandaloneLinkOptions,
  startStandaloneLink,
} from "./standalone-link.ts";
