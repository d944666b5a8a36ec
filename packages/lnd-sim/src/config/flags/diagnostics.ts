import { accepted } from "../flag-row.ts";

/** Profiling, metrics, log output and flags for lnd's own tests. */
export const diagnosticsRows = {
  pprof: [
    accepted("pprof.cpuprofile", "string"),
    accepted("pprof.profile", "string"),
    accepted("pprof.blockingprofile", "int"),
    accepted("pprof.mutexprofile", "int"),
  ],
  prometheus: [
    accepted("prometheus.listen", "string", "127.0.0.1:8989"),
    accepted("prometheus.enable", "bool"),
    accepted("prometheus.perfhistograms", "bool"),
  ],
  logging: [accepted("logging.no-commit-hash", "bool")],
  console: [
    accepted("logging.console.disable", "bool"),
    accepted("logging.console.no-timestamps", "bool"),
    accepted("logging.console.call-site", "string", "off", { choices: ["off", "short", "long"] }),
  ],
  file: [
    accepted("logging.file.disable", "bool"),
    accepted("logging.file.no-timestamps", "bool"),
    accepted("logging.file.call-site", "string", "off", { choices: ["off", "short", "long"] }),
    accepted("logging.file.compressor", "string", "gzip", { choices: ["gzip", "zstd"] }),
    accepted("logging.file.max-files", "int", "10"),
    accepted("logging.file.max-file-size", "int", "20"),
  ],
  dev: [
    accepted("dev.processchannelreadywait", "time.Duration"),
    accepted("dev.reservationtimeout", "time.Duration"),
    accepted("dev.zombiesweeperinterval", "time.Duration"),
    accepted("dev.unsafedisconnect", "bool"),
    accepted("dev.maxwaitnumblocksfundingconf", "uint32"),
    accepted("dev.unsafeconnect", "bool"),
    accepted("dev.force-channel-close-confs", "uint32"),
    accepted("dev.min-fwd-history-age", "time.Duration"),
  ],
} as const;
