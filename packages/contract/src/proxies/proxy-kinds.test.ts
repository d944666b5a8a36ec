import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { generateDefaults } from "../generate/generate-options.ts";
import { generators } from "../generate/generators.ts";
import { SourceError } from "../source-error.ts";
import { caddyKind } from "./caddy/caddy-kind.ts";
import { envoyKind } from "./envoy/envoy-kind.ts";
import { nginxKind } from "./nginx/nginx-kind.ts";
import { proxyKinds } from "./proxy-kinds.ts";
import { rulesFoundIn } from "./testing/rules-found.ts";
import { traefikKind } from "./traefik/traefik-kind.ts";

test("nginx's upstreams are chosen from without a look at them, and its timeouts are a minute", () => {
  const text = `upstream lnd { server 10.0.0.1:10009; server 10.0.0.2:10009; } # "quoted
server {
  listen 443 ssl http2;
  location / {
    grpc_pass "grpcs://lnd";
  }
}
`;
  assert.deepEqual(rulesFoundIn(nginxKind, text), [
    "PROXY001 line 1",
    "PROXY003 line 1",
    "PROXY004 line 5",
  ]);
  const longer = text.replace("listen", "grpc_read_timeout 1d; listen");
  assert.ok(!rulesFoundIn(nginxKind, longer).some((rule) => rule.startsWith("PROXY004")));
});

test("nginx Plus' health checks count with what their match says of the body", () => {
  const text = `upstream lnd { server 10.0.0.1:8080; server 10.0.0.2:8080; }
match leads { body ~ SERVER_ACTIVE; }
server { listen 80; proxy_read_timeout 1d; location / { proxy_pass https://lnd; health_check uri=/v1/state match=leads; } }
`;
  assert.deepEqual(rulesFoundIn(nginxKind, text), ["PROXY003 line 1"]);
});

test("a Caddyfile is read with its snippets, matchers and sites without braces", () => {
  const text = `(checks) {
	health_uri /v1/state
	health_interval 90s
}
:8080 {
	@grpc header Content-Type application/grpc*
	reverse_proxy @grpc {
		to 10.0.0.1:10009 10.0.0.2:10009
		import checks
		transport http {
			read_timeout 30s
		}
	}
}
`;
  const found = ["PROXY001 line 2", "PROXY002 line 3", "PROXY003 line 8", "PROXY004 line 11"];
  assert.deepEqual(rulesFoundIn(caddyKind, text), found);
  assert.deepEqual(rulesFoundIn(caddyKind, "lnd.example.com\nreverse_proxy 10.0.0.1:8080\n"), []);
  assert.throws(() => rulesFoundIn(caddyKind, '{"apps": {"http": {}}}'), /Caddy's JSON/);
});

test("Envoy's panic, kept connections and routes that end are found", () => {
  const text = `static_resources:
  listeners:
  - filter_chains:
    - filters:
      - typed_config:
          "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
          stream_idle_timeout: 0s
          route_config:
            virtual_hosts:
            - routes:
              - match: { prefix: / }
                route: { cluster: lnd }
  clusters:
  - name: lnd
    health_checks:
    - timeout: 1s
      interval: 2s
      http_health_check:
        path: /v1/state
        receive: [{ text: "5345525645525f414354495645" }]
    load_assignment:
      endpoints:
      - lb_endpoints:
        - endpoint: { address: { socket_address: { address: a, port_value: 10009 } } }
        - endpoint: { address: { socket_address: { address: b, port_value: 10009 } } }
`;
  const found = ["PROXY001 line 14", "PROXY003 line 24", "PROXY004 line 12"];
  assert.deepEqual(rulesFoundIn(envoyKind, text), found);
  const grpc = text.replace(/http_health_check:[\s\S]*?\]\n/, "grpc_health_check: {}\n");
  assert.ok(rulesFoundIn(envoyKind, grpc).includes("PROBE011 line 18"));
});

test("Traefik's YAML and TOML are judged alike", () => {
  const yaml = `http:
  services:
    lnd:
      loadBalancer:
        servers:
        - url: https://10.0.0.1:8080
        - url: https://10.0.0.2:8080
        healthCheck:
          path: /v1/state
          method: HEAD
`;
  const toml = `[http.services.lnd.loadBalancer]
[[http.services.lnd.loadBalancer.servers]]
url = "https://10.0.0.1:8080"
[[http.services.lnd.loadBalancer.servers]]
url = 'https://10.0.0.2:8080'
[http.services.lnd.loadBalancer.healthCheck]
path = "/v1/state" # a comment
method = "HEAD"
`;
  const rules = ["PROXY001", "PROXY003", "PROXY005"];
  const bare = (text: string) => rulesFoundIn(traefikKind, text).map((found) => found.slice(0, 8));
  assert.deepEqual(bare(yaml), rules);
  assert.deepEqual(bare(toml), rules);
  assert.throws(() => rulesFoundIn(traefikKind, "[http.services]\nlnd = \n"), SourceError);
});

test("no configuration, however spoiled, makes a linter fail but with a SourceError", () => {
  const names = ["haproxy", "nginx", "caddy", "envoy", "traefik"] as const;
  const spoiled = fc.record({
    name: fc.constantFrom(...names),
    cuts: fc.array(
      fc.tuple(
        fc.nat(4000),
        fc.nat(40),
        fc.constantFrom("", "{", "}", '"', "\n", ";", "#", ": ", "'"),
      ),
      {
        maxLength: 6,
      },
    ),
  });
  fc.assert(
    fc.property(spoiled, ({ name, cuts }) => {
      let text = generators[name](generateDefaults);
      for (const [at, length, put] of cuts)
        text = text.slice(0, at) + put + text.slice(at + length);
      for (const kind of proxyKinds) {
        try {
          kind.recognises({ file: "f", text });
          kind.lint({ file: "f", text }, { contract: "serving" });
        } catch (error) {
          assert.ok(error instanceof SourceError, `${kind.name}: ${error}`);
        }
      }
    }),
    { numRuns: 200 },
  );
});
