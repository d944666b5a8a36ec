import { type GenerateOptions, leaderProxyCommand } from "./generate-options.ts";

/** A reference configuration of nginx, in front of `leaderlab proxy`. */
export function generateNginx(options: GenerateOptions): string {
  const { listen, leaderProxy } = options;
  const at = (port: number) => (listen.host === "" ? `${port}` : `${listen.host}:${port}`);
  return `# nginx in front of a leader-elected lnd cluster, in front of \`leaderlab proxy\`.
# nginx without its commercial extensions cannot ask servers for their state, and does not end streams to a server
# that is gone. So the leader is found by:
#   ${leaderProxyCommand(options).join(" \\\n#     ")}
worker_processes auto;

events {
    worker_connections 4096;
}

http {
    access_log off;

    upstream leader_proxy_grpc {
        server ${leaderProxy.host}:${leaderProxy.grpcPort};
    }

    upstream leader_proxy_rest {
        server ${leaderProxy.host}:${leaderProxy.restPort};
    }

    map $http_upgrade $connection_upgrade {
        default upgrade;
        ''      close;
    }

    ssl_certificate     /etc/nginx/lnd.crt;
    ssl_certificate_key /etc/nginx/lnd.key;

    server {
        listen ${at(listen.grpcPort)} ssl http2;

        location / {
            # To lnd's own TLS; its certificate is its own, so nobody looks at it (grpc_ssl_verify is off).
            grpc_pass grpcs://leader_proxy_grpc;
            grpc_connect_timeout 5s;
            # The default is 60 s; SubscribeState may be silent for days.
            grpc_read_timeout 24h;
            grpc_send_timeout 24h;
            # Streams of requests are no bodies with an end.
            client_body_timeout 24h;
            client_max_body_size 0;
        }
    }

    server {
        listen ${at(listen.restPort)} ssl;

        location / {
            proxy_pass https://leader_proxy_rest;
            proxy_connect_timeout 5s;
            proxy_read_timeout 24h;
            # A stream's messages are not held back.
            proxy_buffering off;
            # WebSockets.
            proxy_http_version 1.1;
            proxy_set_header Upgrade $http_upgrade;
            proxy_set_header Connection $connection_upgrade;
            proxy_set_header Host $host;
        }
    }
}
`;
}
