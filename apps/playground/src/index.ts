export { type Playground, type PlaygroundOptions, startPlayground } from "./playground.ts";
