/** What may begin a line of a section that carries traffic. */
export const proxyKeywords = new Set(
  (
    "acl backlog balance bind capture clitcpka-cnt clitcpka-idle clitcpka-intvl compression cookie declare " +
    "default-server default_backend description disabled dispatch email-alert enabled errorfile errorfiles errorloc " +
    "errorloc302 errorloc303 error-log-format external-check filter force-be-switch force-persist fullconn guid " +
    "hash-balance-factor hash-preserve-affinity hash-type http-after-response http-check http-error http-request " +
    "http-response http-reuse http-send-name-header id ignore-persist load-server-state-from-file log log-format " +
    "log-format-sd log-steps log-tag max-keep-alive-queue max-session-srv-conns maxconn mode monitor monitor-uri no " +
    "option persist rate-limit redirect retries retry-on server server-state-file-name server-template source " +
    "srvtcpka-cnt srvtcpka-idle srvtcpka-intvl stats stick stick-table tcp-check tcp-request tcp-response timeout " +
    "transparent unique-id-format unique-id-header use-fcgi-app use_backend use-server"
  ).split(" "),
);

/** What a server can be told with a word behind it. */
export const valuedServerOptions = new Set(
  (
    "addr agent-addr agent-inter agent-port agent-send allow-0rtt alpn ca-file check-alpn check-proto check-sni " +
    "ciphers ciphersuites client-sigalgs cookie crl-file crt curves downinter error-limit fall fastinter guid " +
    "hash-key id init-addr init-state inter log-bufsize log-proto max-reuse maxconn maxqueue minconn namespace " +
    "npn observe on-error on-marked-down on-marked-up pool-conn-name pool-low-conn pool-max-conn pool-purge-delay " +
    "port proto proxy-v2-options redir resolve-net resolve-opts resolve-prefer resolvers rise send-proxy-v2-options " +
    "shard sigalgs slowstart sni socks4 source ssl-max-ver ssl-min-ver tcp-md5sig tcp-ut track usesrc verify " +
    "verifyhost weight ws"
  ).split(" "),
);

/** What a server can be told by one word. */
export const plainServerOptions = new Set(
  (
    "agent-check backup check check-send-proxy check-ssl check-via-socks4 disabled enabled force-sslv3 force-tlsv10 " +
    "force-tlsv11 force-tlsv12 force-tlsv13 no-agent-check no-backup no-check no-check-send-proxy no-check-ssl " +
    "no-send-proxy no-send-proxy-v2 no-send-proxy-v2-ssl no-send-proxy-v2-ssl-cn no-ssl no-ssl-reuse no-sslv3 " +
    "no-tfo no-tls-tickets no-tlsv10 no-tlsv11 no-tlsv12 no-tlsv13 no-verifyhost non-stick send-proxy send-proxy-v2 " +
    "send-proxy-v2-ssl send-proxy-v2-ssl-cn ssl ssl-reuse stick strict-maxconn tfo tls-tickets"
  ).split(" "),
);

/** What `http-check` can be followed by. */
export const httpCheckActions = new Set(
  "comment connect disable-on-404 expect send send-state set-var set-var-fmt unset-var".split(" "),
);
