/** Who speaks to whom: `lnd-1:etcd` is the link from lnd-1 to etcd. */
export interface LinkName {
  /** A node, `client`, `proxy`, or `*` for whoever speaks to it. */
  readonly from: string;
  /** `etcd` or a node. */
  readonly to: string;
}

const pattern = /^(\*|[A-Za-z0-9][A-Za-z0-9._-]*):([A-Za-z0-9][A-Za-z0-9._-]*)$/;

/** The names on both ends of `FROM:TO`; undefined for what is none. Whether there is such a link, the cluster knows. */
export function parseLinkName(text: string): LinkName | undefined {
  const [, from, to] = pattern.exec(text) ?? [];
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** As `parseLinkName` reads it. */
export function formatLinkName({ from, to }: LinkName): string {
  return `${from}:${to}`;
}

/** Whether a link is meant by a name, which may leave open from whom it comes. */
export function isLinkMeant(link: LinkName, meant: LinkName): boolean {
  return link.to === meant.to && (meant.from === "*" || meant.from === link.from);
}
