export { LndError } from "../errors.ts";
export { bakeMacaroon, rootKeyBytes } from "./bake.ts";
export { type Macaroon, parseMacaroon, serialiseMacaroon } from "./macaroon.ts";
export { decodeMacaroonId } from "./macaroon-id.ts";
export { formatPermission, type Permission } from "./permission.ts";
export { addCaveat } from "./signature.ts";
