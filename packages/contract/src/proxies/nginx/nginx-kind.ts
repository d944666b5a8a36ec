import type { FileKind, Linted, LintSettings, SourceText } from "../../file-kind.ts";
import type { Notice } from "../../finding.ts";
import { judgePools } from "../judge-pool.ts";
import { nginxPools } from "./nginx-pools.ts";
import { allDirectives, type NginxFile, readNginx } from "./read-nginx.ts";

/** Configurations of nginx, whole ones and those of a site. */
export const nginxKind: FileKind = {
  name: "nginx",
  recognises: ({ text }) =>
    /^\s*(upstream\s+\S+|server|http|stream|location\s[^{]*)\s*\{/m.test(text) &&
    /^\s*(?:.*[{;]\s*)?(proxy_pass|grpc_pass|listen)\s[^;{}]*;/m.test(text),
  lint(source: SourceText, settings: LintSettings): Linted {
    const file = readNginx(source);
    const notices = unknownDirectives(file);
    const judged = judgePools(nginxPools(file, notices), settings);
    return { containers: [], findings: judged.findings, notices: [...notices, ...judged.notices] };
  },
};

/** nginx has some hundreds of directives; these are their names and how whole families of them begin. */
const known = new RegExp(
  `^(${[
    "user|pid|daemon|events|http|stream|server|location|upstream|listen|include|return|rewrite|break|if|set|map|geo",
    "root|index|alias|internal|resolver|charset|default_type|types|sendfile|tcp_nopush|tcp_nodelay|expires|etag",
    "zone|state|hash|ip_hash|least_conn|random|least_time|keepalive|queue|sticky|ntlm|match|health_check|status|api",
    "deny|allow|satisfy|env|working_directory|master_process|pcre_jit|thread_pool|error_log|access_log|log_format",
    "try_files|error_page|aio|directio|autoindex|stub_status|perl|preread_buffer_size|preread_timeout|use|pass",
    "split_clients|mirror|slice|variables_hash_\\w+|types_hash_\\w+|server_\\w+|worker_\\w+|load_module|multi_accept",
    "accept_mutex\\w*|debug_\\w+|post_action|body|header|require|send|expect|timer_resolution|lock_file|lingering_\\w+",
    "merge_slashes|underscores_in_headers|ignore_invalid_headers|large_client_header_buffers|limit_\\w+|recursive_\\w+",
    "(proxy|grpc|fastcgi|uwsgi|scgi|memcached|ssl|gzip|brotli|auth|client|keepalive|http2|http3|quic|add|open|output)_\\w+",
    "(resolver|send|reset|real|set|sub|js|lua|image|geoip|dav|flv|mp4|hls|xslt|ssi|gunzip|secure|userid|request|random)_\\w+",
    "\\w+_by_lua\\w*|more_\\w+|postpone_output|subrequest_\\w+|port_in_redirect|absolute_redirect|tcp_\\w+|msie_\\w+",
    "gzip|gunzip|ssl|ssi|http2|http3|dav_methods|chunked_transfer_encoding|connection_pool_size|log_\\w+|max_\\w+|default",
    "stream_\\w+|google_\\w+|modsecurity\\w*|opentelemetry\\w*|otel_\\w+|if_modified_since|disable_symlinks|read_ahead",
  ].join("|")})$`,
);

function unknownDirectives({ directives, at }: NginxFile): Notice[] {
  return allDirectives(directives).flatMap(({ name, parent }) => {
    // These blocks hold words of the user's own.
    if (/^(map|geo|types|split_clients|charset_map)$/.test(parent?.name.text ?? "")) return [];
    if (name.text === "include") {
      const message = "what is included is not looked at: check those files too";
      return [{ message, position: at(name.from, name.to) }];
    }
    if (known.test(name.text)) return [];
    const message = `${name.text} is not known here and not judged`;
    return [{ message, position: at(name.from, name.to) }];
  });
}
