export { checkCommand, commandFile } from "./check-command.ts";
export { checkFile } from "./check-file.ts";
export type { CheckSettings } from "./check-settings.ts";
export { checkUrl } from "./check-url.ts";
