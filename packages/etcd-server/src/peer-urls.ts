import { EtcdError } from "@leaderlab/etcd-core";

/** Scheme, authority and what comes after a path that must be empty. */
const httpForm = /^(https?):\/\/([^/?#]*)([?#].*)?$/is;
/** Perhaps a user, a host that may be in brackets, and a port that may be empty. */
const authorityForm = /^(?:[^@\s]*@)?(?:\[[0-9a-f:.%]+\]|[^\s:[\]<>"\\^`{|}]*):\d*$/i;
const unixForm = /^unixs?:/i;

/**
 * The URLs under which a member is to be reached by the others, in order. Throws `badMemberUrls` for none, and for one
 * that is not of the form `http://host:port`. Mirrors: NewURLs in etcd client/pkg/types/urls.go.
 */
export function readPeerUrls(urls: readonly string[]): readonly string[] {
  if (urls.length === 0) throw new EtcdError("badMemberUrls");
  return urls.map((url) => readUrl(url.trim())).sort();
}

function readUrl(url: string): string {
  if (unixForm.test(url)) return withLowerScheme(url);
  const [, , authority] = httpForm.exec(url) ?? [];
  if (authority === undefined || !authorityForm.test(authority)) {
    throw new EtcdError("badMemberUrls");
  }
  return withLowerScheme(url);
}

function withLowerScheme(url: string): string {
  return url.replace(/^\w+/, (scheme) => scheme.toLowerCase());
}
