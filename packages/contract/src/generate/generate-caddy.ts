import { type GenerateOptions, leaderProxyCommand } from "./generate-options.ts";

/** A reference Caddyfile, in front of `leaderlab proxy`. */
export function generateCaddy(options: GenerateOptions): string {
  const { listen, leaderProxy } = options;
  const site = listen.host === "" ? "lnd.example.com" : listen.host;
  return `# Caddy in front of a leader-elected lnd cluster, in front of \`leaderlab proxy\`.
# Caddy can match lnd's state itself (health_body), but it does not end what runs over a node that is out: streams to a
# frozen leader would hang. So the leader is found, and streams are ended, by:
#   ${leaderProxyCommand(options).join(" \\\n#     ")}
${site}:${listen.grpcPort} {
	reverse_proxy https://${leaderProxy.host}:${leaderProxy.grpcPort} {
		# leaderlab proxy leads to lnd's own TLS, and lnd's certificate is its own. gRPC is HTTP/2.
		transport http {
			tls_insecure_skip_verify
			versions 2
			dial_timeout 2s
		}
	}
}

${site}:${listen.restPort} {
	reverse_proxy https://${leaderProxy.host}:${leaderProxy.restPort} {
		# leaderlab proxy again. A stream's messages are not held back.
		flush_interval -1
		transport http {
			tls_insecure_skip_verify
			versions 1.1
			dial_timeout 2s
		}
	}
}
`;
}
