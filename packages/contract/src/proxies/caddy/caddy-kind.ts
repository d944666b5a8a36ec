import type { FileKind, Linted, LintSettings, SourceText } from "../../file-kind.ts";
import type { Notice } from "../../finding.ts";
import { judgePools } from "../judge-pool.ts";
import { caddyPools } from "./caddy-pools.ts";
import { type Caddyfile, readCaddyfile } from "./read-caddyfile.ts";

/** Caddyfiles. Caddy's JSON is refused by name. */
export const caddyKind: FileKind = {
  name: "caddy",
  recognises: ({ file, text }) =>
    /(^|\/)[^/]*caddyfile[^/]*$/i.test(file) ||
    /^\s*reverse_proxy\s[^;]*$/m.test(text) ||
    (/^\s*\{\s*"/.test(text) && /"handler"\s*:\s*"reverse_proxy"/.test(text)),
  lint(source: SourceText, settings: LintSettings): Linted {
    const file = readCaddyfile(source);
    const pools = caddyPools(file);
    const judged = judgePools(pools, settings);
    return {
      containers: [],
      findings: judged.findings,
      notices: [...unknownDirectives(file), ...judged.notices],
    };
  },
};

const knownDirectives = new Set(
  (
    "abort acme_server basic_auth basicauth bind copy_response copy_response_headers encode error file_server " +
    "forward_auth fs handle handle_errors handle_path header intercept invoke log log_append log_name log_skip " +
    "map method metrics php_fastcgi push rate_limit redir request_body request_header respond reverse_proxy rewrite " +
    "root route skip_log templates tls tracing try_files uri vars"
  ).split(" "),
);
const knownProxyOptions = new Set(
  (
    "to dynamic lb_policy lb_retries lb_try_duration lb_try_interval lb_retry_match health_uri health_path " +
    "health_upstream health_port health_interval health_passes health_fails health_timeout health_method " +
    "health_status health_request_body health_body health_follow_redirects health_headers fail_duration max_fails " +
    "unhealthy_status unhealthy_latency unhealthy_request_count flush_interval request_buffers response_buffers " +
    "buffer_requests buffer_responses max_buffer_size stream_timeout stream_close_delay stream_buffer_size " +
    "trusted_proxies header_up header_down method rewrite transport replace_status handle_response " +
    "verbose_logs buffer_requests"
  ).split(" "),
);

function unknownDirectives(file: Caddyfile): Notice[] {
  const notices: Notice[] = file.foreignImports.map(({ from, to }) => ({
    message: "what is imported from other files is not looked at: check those too",
    position: file.at(from, to),
  }));
  const tell = (name: string, from: number) =>
    notices.push({
      message: `${name} is not known here and not judged`,
      position: file.at(from, from + name.length),
    });
  const look = (segments: Caddyfile["sites"][number]["segments"]): void => {
    for (const { words, block } of segments) {
      const [first] = words;
      if (first === undefined || first.text.startsWith("@")) continue;
      if (!knownDirectives.has(first.text)) tell(first.text, first.from);
      if (/^(handle|handle_path|handle_errors|route)$/.test(first.text)) look(block ?? []);
      if (first.text !== "reverse_proxy") continue;
      for (const option of block ?? []) {
        const [name] = option.words;
        if (name === undefined || name.text.startsWith("@")) continue;
        if (!knownProxyOptions.has(name.text)) tell(`reverse_proxy ${name.text}`, name.from);
      }
    }
  };
  for (const { segments } of file.sites) look(segments);
  return notices;
}
