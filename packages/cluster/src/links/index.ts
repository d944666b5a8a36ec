export { type Relay, type RelayOptions, startRelay } from "./relay.ts";
export type { Address } from "./relayed-connection.ts";
export {
  type StandaloneLink,
  type StandaloneLinkOptions,
  startStandaloneLink,
} from "./standalone-link.ts";
