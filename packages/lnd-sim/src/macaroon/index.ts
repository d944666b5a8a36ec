export { LndError } from "../errors.ts";
export { type Macaroon, parseMacaroon, serialiseMacaroon } from "./macaroon.ts";
export { addCaveat } from "./signature.ts";
