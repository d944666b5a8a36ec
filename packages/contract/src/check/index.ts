export { checkCommand, commandFile } from "./check-command.ts";
export { checkFile } from "./check-file.ts";
export type { CheckSettings, RunningProxySettings } from "./check-settings.ts";
export { checkUrl } from "./check-url.ts";
export { withDuplicateIds } from "./with-duplicate-ids.ts";
