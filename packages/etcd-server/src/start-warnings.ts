import { configTexts } from "./config/config-texts.ts";
import { humanBytes } from "./human-bytes.ts";
import type { Log } from "./log.ts";

const recommendedRequestBytes = 10 * 1024 ** 2;

/** Requests may be larger than etcd recommends. Mirrors: etcd server/etcdserver bootstrap. */
export function warnOfRequestLimit(bytes: number, log: Log): void {
  if (bytes <= recommendedRequestBytes) return;
  log("warn", configTexts.requestLimit, {
    "max-request-bytes": bytes,
    "max-request-size": humanBytes(bytes),
    "recommended-request-bytes": recommendedRequestBytes,
    "recommended-request-size": humanBytes(recommendedRequestBytes),
  });
}

const largestQuotaBytes = 8 * 1024 ** 3;

/** The quota is larger than etcd recommends. Mirrors: etcd server/storage NewBackendQuota. */
export function warnOfQuota(bytes: number, log: Log): void {
  if (bytes <= largestQuotaBytes) return;
  log("warn", configTexts.quotaLimit, {
    "quota-name": "v3-applier",
    "quota-size-bytes": bytes,
    "quota-size": humanBytes(bytes),
    "quota-maximum-size-bytes": largestQuotaBytes,
    "quota-maximum-size": humanBytes(largestQuotaBytes),
  });
}

/** Keeps what a server says while it starts until it is known that it can: etcd opens its ports first. */
export function holdBack(log: Log): { readonly log: Log; release(): void } {
  const waiting: Parameters<Log>[] = [];
  let isReleased = false;
  return {
    log: (...line) => {
      if (isReleased) log(...line);
      else waiting.push(line);
    },
    release: () => {
      isReleased = true;
      for (const line of waiting.splice(0)) log(...line);
    },
  };
}
