import type { Etcd } from "@leaderlab/etcd-core";
import * as etcd from "@leaderlab/proto/etcd";
import type { Call, Endpoint, Implementation, ServerStream, Unary } from "@leaderlab/rpc";
import { readPeerUrls } from "../peer-urls.ts";
import type { Store } from "../store.ts";

/** Who may call a method while auth is on: whoever logged in, only users of the role root, or anybody. */
type Rule = "login" | "root" | "open";

type AnyRequest = never;
type Rules = { readonly [path: string]: Rule | ((request: AnyRequest) => Rule) };

const { maintenance, cluster } = etcd;

/**
 * The methods that are not about keys, leases or users; about those the store itself decides. A method that is not here
 * is open.
 *
 * Mirrors: authMaintenanceServer in etcd server/etcdserver/api/v3rpc/maintenance.go, and
 * checkMembershipOperationPermission.
 */
const rules: Rules = {
  [maintenance.methods.Alarm.path]: (request: etcd.AlarmRequest) =>
    request.action === "GET" ? "login" : "root",
  [maintenance.methods.Status.path]: "login",
  [maintenance.methods.Defragment.path]: "root",
  [maintenance.methods.Hash.path]: "root",
  [maintenance.methods.HashKV.path]: "root",
  [maintenance.methods.Snapshot.path]: "root",
  [maintenance.methods.MoveLeader.path]: "root",
  [maintenance.methods.Downgrade.path]: "root",
  [cluster.methods.MemberList.path]: "login",
  // URLs that are none are found first.
  [cluster.methods.MemberAdd.path]: ({ peerURLs }: etcd.MemberAddRequest) =>
    arePeerUrls(peerURLs) ? "root" : "open",
  [cluster.methods.MemberRemove.path]: "root",
  [cluster.methods.MemberUpdate.path]: "root",
  [cluster.methods.MemberPromote.path]: "root",
};

/** The services with these rules before their methods. What a service does not serve stays unserved. */
export function withAccessRules(
  implementations: readonly Implementation[],
  store: Store,
): Implementation[] {
  return implementations.map((implementation) => ({
    ...implementation,
    endpoints: implementation.endpoints.map((endpoint) => guarded(endpoint, store)),
  }));
}

function arePeerUrls(urls: readonly string[]): boolean {
  try {
    readPeerUrls(urls);
    return true;
  } catch {
    return false;
  }
}

function guarded(endpoint: Endpoint, store: Store): Endpoint {
  const rule = rules[endpoint.method.path];
  const { handler } = endpoint;
  if (rule === undefined || handler === undefined) return endpoint;
  const require = (request: object, call: Call) => {
    if (!store.core.auth.isEnabled) return;
    const demanded = typeof rule === "function" ? rule(request as AnyRequest) : rule;
    store.apply(call, (core) => demand(core, demanded));
  };
  if (endpoint.method.kind === "unary") {
    const answer = handler as Unary<object, object>;
    const checked: Unary<object, object> = (request, call) => {
      require(request, call);
      return answer(request, call);
    };
    return { ...endpoint, handler: checked as never };
  }
  const stream = handler as ServerStream<object, object>;
  const checked: ServerStream<object, object> = (request, call) => {
    require(request, call);
    return stream(request, call);
  };
  return { ...endpoint, handler: checked as never };
}

function demand(core: Etcd, rule: Rule): void {
  if (rule === "root") core.access.requireRoot();
  else if (rule === "login") core.access.requireLogin();
}
