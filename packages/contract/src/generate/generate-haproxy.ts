import { bodyPattern, type GenerateOptions } from "./generate-options.ts";

/** A reference configuration of HAProxy, which looks at the nodes itself. */
export function generateHaproxy({ nodes, listen, contract }: GenerateOptions): string {
  const { text, isRegex } = bodyPattern(contract);
  const restPorts = new Set(nodes.map(({ restPort }) => restPort));
  const commonPort = restPorts.size === 1 ? ` port ${nodes[0]?.restPort}` : "";
  const grpc = nodes.map(({ name, host, grpcPort, restPort }) => {
    const port = commonPort === "" ? ` port ${restPort}` : "";
    return `    server ${name} ${host}:${grpcPort} check${port}`;
  });
  const rest = nodes.map(
    ({ name, host, restPort }) => `    server ${name} ${host}:${restPort} track lnd_grpc/${name}`,
  );
  return `# HAProxy in front of a leader-elected lnd cluster: gRPC and REST to the leader alone.
global
    maxconn 4096
    # A HAProxy that has just started takes every server for up, until it has asked once: see the frontends.
    set-var proc.started date()

defaults
    # TLS goes through to lnd: clients see lnd's own certificate, and gRPC needs nothing further.
    mode tcp
    timeout connect 2s
    timeout client 1m
    timeout server 1m
    # SubscribeState and SubscribeInvoices may be silent for days.
    timeout tunnel 24h
    # A node that is frozen takes connections and answers nothing.
    timeout check 2s
    # A server that is just gone is not waited for.
    retries 2
    option redispatch 1

    # The status is 200 in all of lnd's states, on standbys too: only the body tells. OPTIONS, which is the default,
    # and HEAD get 501, and a slash at the end of the path 404.
    option httpchk
    http-check send meth GET uri /v1/state
    http-check expect ${isRegex ? "rstring" : "string"} '${text}'

    # check-ssl verify none: lnd's certificate is its own. inter and fall: a frozen leader is out within some 5 s, long
    # before the lease of a dead one has run out. on-marked-down: streams to a node that is out are ended. observe: a
    # connection that is refused takes the node out at once, before it is back as a standby.
    default-server check-ssl verify none${commonPort} inter 1s fastinter 500ms downinter 1s fall 2 rise 1
    default-server on-marked-down shutdown-sessions observe layer4 error-limit 1 on-error mark-down

# After a partition two nodes may say SERVER_ACTIVE for a while. This table has one place: everybody stays with one
# node, over gRPC and REST, until that is out; nobody goes back to a leader that was replaced.
backend lnd_leader
    stick-table type integer size 1

frontend lnd_grpc_in
    bind ${listen.host}:${listen.grpcPort}
    tcp-request connection reject if { date(),sub(proc.started) lt 3 }
    default_backend lnd_grpc

backend lnd_grpc
    stick on int(1) table lnd_leader
${grpc.join("\n")}

frontend lnd_rest_in
    bind ${listen.host}:${listen.restPort}
    tcp-request connection reject if { date(),sub(proc.started) lt 3 }
    default_backend lnd_rest

# The same servers in the same order; they are up when their gRPC is.
backend lnd_rest
    stick on int(1) table lnd_leader
${rest.join("\n")}
`;
}
